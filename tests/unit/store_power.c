/* SPDX-License-Identifier: MIT */
#include "store_power.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store_disk.h"
#include "store_kit.h"

enum { SECTOR = 512, RUBBISH = 0xA5, NAMES = 2, NO_FILE = -1 };

/* One thing that was done: to a name (0 the store's, 1 its journal's) and to the file it named then. */
struct deed {
	enum disk_kind kind;
	int name;
	size_t file;
	int64_t at;
	size_t len;
	char *bytes; /* owned */
	bool folder; /* names were made to last with it */
};

static struct {
	char path[NAMES][KIT_PATH_SIZE + 32];
	struct deed *deeds; /* owned */
	size_t count, cap;
	size_t files;      /* that there were so far */
	int named[NAMES];  /* the file behind each name now */
	bool young[NAMES]; /* not synced since it was made */
	struct str before; /* what file 0 held at the beginning */
} power;

static int name_of(const char *path)
{
	for (int name = 0; name < NAMES; name++) {
		if (strcmp(path, power.path[name]) == 0)
			return name;
	}
	return NO_FILE;
}

static void note(const struct disk_call *call, int name)
{
	struct deed deed = {.kind = call->kind,
			    .name = name,
			    .file = (size_t)power.named[name],
			    .at = call->at,
			    .len = (size_t)call->len,
			    .folder = call->folder};

	if (call->len > 0) {
		deed.bytes = mem_alloc((size_t)call->len, 1);
		memcpy(deed.bytes, call->bytes, (size_t)call->len);
	}
	/* As SQLite does: the first sync of a journal is one of its folder too. */
	if (call->kind == DISK_SYNC && name == 1 && power.young[name]) {
		deed.folder = true;
		power.young[name] = false;
	}
	power.deeds = mem_grow(power.deeds, &power.cap, power.count + 1, sizeof(deed));
	power.deeds[power.count++] = deed;
}

static bool on_call(const struct disk_call *call, int *result)
{
	int name = name_of(call->name);

	(void)result;
	if (name == NO_FILE)
		return true;
	if (call->kind == DISK_CREATE) {
		if (power.named[name] != NO_FILE)
			return true;
		power.named[name] = (int)power.files++;
		power.young[name] = true;
	}
	if (power.named[name] == NO_FILE)
		return true;
	note(call, name);
	if (call->kind == DISK_DELETE)
		power.named[name] = NO_FILE;
	return true;
}

void power_begin(const char *path)
{
	disk_install(on_call);
	snprintf(power.path[0], sizeof(power.path[0]), "%s", path);
	snprintf(power.path[1], sizeof(power.path[1]), "%s-journal", path);
	power.named[0] = power.named[1] = NO_FILE;
	power.count = power.files = 0;
	power.before = (struct str)STR_INIT;
	if (access(path, F_OK) == 0) {
		power.before = kit_bytes(path);
		power.named[0] = (int)power.files++;
	}
}

size_t power_done(void)
{
	return power.count;
}

void power_end(void)
{
	for (size_t i = 0; i < power.count; i++)
		free(power.deeds[i].bytes);
	free(power.deeds);
	str_free(&power.before);
	power.deeds = NULL;
	power.count = power.cap = 0;
	power.path[0][0] = power.path[1][0] = '\0';
}

static bool is_name_deed(const struct deed *deed)
{
	return deed->kind == DISK_CREATE || deed->kind == DISK_DELETE;
}

/* Made to last before the cut, by a later step or by itself. */
static bool lasts(size_t at, size_t done)
{
	const struct deed *deed = &power.deeds[at];

	if (deed->folder)
		return true;
	for (size_t i = at + 1; i < done; i++) {
		const struct deed *later = &power.deeds[i];

		if (is_name_deed(deed) ? later->folder
				       : later->kind == DISK_SYNC && later->file == deed->file)
			return true;
	}
	return false;
}

static bool lucky(enum power_luck luck, bool last, unsigned *seed)
{
	switch (luck) {
	case POWER_NOTHING:
		return false;
	case POWER_ALL:
		return true;
	case POWER_LAST:
		return last;
	case POWER_ALL_BUT_LAST:
		return !last;
	case POWER_RANDOM:
		return rand_r(seed) % 2 == 0;
	}
	return false;
}

static void resize(struct str *bytes, size_t size, char fill)
{
	if (size < bytes->len)
		str_cut(bytes, size);
	while (bytes->len < size)
		str_add_char(bytes, fill);
}

/* What a write leaves that did not come through: nothing, or where it made the file longer, rubbish. */
static void miss(const struct deed *deed, struct str *bytes, unsigned *seed)
{
	if (deed->kind == DISK_WRITE && rand_r(seed) % 2 == 0 &&
	    bytes->len < (size_t)deed->at + deed->len)
		resize(bytes, (size_t)deed->at + deed->len, (char)RUBBISH);
}

static void apply(const struct deed *deed, size_t len, struct str *bytes)
{
	if (deed->kind == DISK_TRUNCATE) {
		resize(bytes, (size_t)deed->at, '\0');
		return;
	}
	if (deed->kind != DISK_WRITE || len == 0)
		return;
	if (bytes->len < (size_t)deed->at + len)
		resize(bytes, (size_t)deed->at + len, '\0');
	memcpy(bytes->data + deed->at, deed->bytes, len);
}

/* The bytes of each file after the cut. */
static void replay_bytes(size_t done, enum power_luck luck, unsigned *seed, struct str *files)
{
	for (size_t i = 0; i < done; i++) {
		const struct deed *deed = &power.deeds[i];
		bool sure = lasts(i, done), last = i + 1 == done;
		size_t len = deed->len;

		if (is_name_deed(deed) || deed->kind == DISK_SYNC)
			continue;
		if (!sure && !lucky(luck, last, seed)) {
			if (luck == POWER_RANDOM)
				miss(deed, &files[deed->file], seed);
			continue;
		}
		if (!sure && luck == POWER_RANDOM && rand_r(seed) % 4 == 0)
			len = len / 2 / SECTOR * SECTOR;
		apply(deed, len, &files[deed->file]);
	}
}

/* The file behind each name after the cut: names do not overtake each other. */
static void replay_names(size_t done, enum power_luck luck, unsigned *seed, int *named)
{
	bool broken = false;

	named[0] = power.before.len > 0 ? 0 : NO_FILE;
	named[1] = NO_FILE;
	for (size_t i = 0; i < done; i++) {
		const struct deed *deed = &power.deeds[i];

		if (!is_name_deed(deed))
			continue;
		if (!lasts(i, done) && (broken || !lucky(luck, i + 1 == done, seed))) {
			broken = true;
			continue;
		}
		named[deed->name] = deed->kind == DISK_CREATE ? (int)deed->file : NO_FILE;
	}
}

void power_cut(size_t done, enum power_luck luck, unsigned *seed, const char *path)
{
	struct str *files = mem_alloc(power.files, sizeof(*files));
	int named[NAMES];

	for (size_t i = 0; i < power.files; i++)
		files[i] = (struct str)STR_INIT;
	if (power.before.len > 0)
		str_add_bytes(&files[0], power.before.data, power.before.len);
	replay_bytes(done, luck, seed, files);
	replay_names(done, luck, seed, named);
	for (int name = 0; name < NAMES; name++) {
		char file[KIT_PATH_SIZE + 32];

		snprintf(file, sizeof(file), "%s%s", path, name == 0 ? "" : "-journal");
		unlink(file);
		if (named[name] != NO_FILE)
			kit_write(file, files[named[name]].data, files[named[name]].len);
	}
	for (size_t i = 0; i < power.files; i++)
		str_free(&files[i]);
	free(files);
}
