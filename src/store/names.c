/* SPDX-License-Identifier: MIT */
#include "names.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/care.h"

enum { TAKEN_MAX = 10000, NUMBER_DIGITS = 4, NUMBER_DIGITS_MAX = 9, ISO_LEN = 10 };

static const char *const before_words[] = {"import", "update", "lock"};
static const char *const aside_words[] = {"replaced", "damaged"};

/* The text after prefix, or NULL. */
static const char *after(const char *text, const char *prefix)
{
	return str_starts(text, prefix) ? text + strlen(prefix) : NULL;
}

/* Digits into a number; returns what follows, NULL where there are too few or too many. */
static const char *read_number(const char *text, int least, int64_t *number)
{
	int digits = 0;

	*number = 0;
	while (text[digits] >= '0' && text[digits] <= '9' && digits <= NUMBER_DIGITS_MAX)
		*number = *number * 10 + (text[digits++] - '0');
	return digits >= least && digits <= NUMBER_DIGITS_MAX ? text + digits : NULL;
}

/* "2026-11-21"; returns what follows, or NULL. */
static const char *read_iso(const char *text, int64_t *order)
{
	char iso[ISO_LEN + 1];
	struct day day;
	struct err ignored;

	if (strlen(text) < ISO_LEN)
		return NULL;
	memcpy(iso, text, ISO_LEN);
	iso[ISO_LEN] = '\0';
	if (!day_read_iso(iso, &day, &ignored))
		return NULL;
	*order = day.n;
	return text + ISO_LEN;
}

static struct name read_day(const char *rest)
{
	struct name name = {.kind = NAME_OTHER};

	rest = read_iso(rest, &name.order);
	if (rest != NULL && strcmp(rest, ".db") == 0)
		name.kind = NAME_DAY;
	else if (rest != NULL && strcmp(rest, ".skipped") == 0)
		name.kind = NAME_SKIPPED;
	return name;
}

static struct name read_before(const char *rest)
{
	struct name name = {.kind = NAME_OTHER};

	rest = read_number(rest, NUMBER_DIGITS, &name.order);
	if (rest == NULL || *rest++ != '-')
		return name;
	for (size_t i = 0; i < sizeof(before_words) / sizeof(before_words[0]); i++) {
		const char *end = after(rest, before_words[i]);

		if (end != NULL && strcmp(end, ".db") == 0)
			name.kind = NAME_BEFORE;
	}
	return name;
}

static struct name read_aside(const char *rest)
{
	struct name name = {.kind = NAME_OTHER};
	int64_t again;

	if (*rest == '-')
		rest = read_iso(rest + 1, &name.order);
	else
		rest = NULL;
	if (rest != NULL && *rest == '-')
		rest = read_number(rest + 1, 1, &again);
	if (rest != NULL && strcmp(rest, ".db") == 0)
		name.kind = NAME_ASIDE;
	return name;
}

static bool is_part(const char *file)
{
	static const size_t len = sizeof(NAME_PART_ENDING) - 1, unknown = 6;
	size_t all = strlen(file);

	return all > len && strncmp(file + all - len, NAME_PART_ENDING, len - unknown) == 0 &&
	       strchr(file + all - unknown, '.') == NULL;
}

struct name name_read(const char *file)
{
	const char *rest;

	if (is_part(file))
		return (struct name){.kind = NAME_PART};
	if ((rest = after(file, "day-")) != NULL)
		return read_day(rest);
	if ((rest = after(file, "before-")) != NULL)
		return read_before(rest);
	for (size_t i = 0; i < sizeof(aside_words) / sizeof(aside_words[0]); i++) {
		if ((rest = after(file, aside_words[i])) != NULL)
			return read_aside(rest);
	}
	return (struct name){.kind = NAME_OTHER};
}

void name_add_day(struct str *path, const char *folder, struct day day, const char *ending)
{
	char iso[DAY_TEXT_SIZE];

	str_addf(path, "%s/day-%s%s", folder, day_iso(day, iso), ending);
}

static void find_highest(void *context, const char *file, struct name name)
{
	int64_t *highest = context;

	(void)file;
	if (name.kind == NAME_BEFORE && name.order > *highest)
		*highest = name.order;
}

bool name_add_before(struct str *path, const char *folder, const char *word, struct err *err)
{
	int64_t highest = 0;

	if (!names_walk(folder, find_highest, &highest, err))
		return false;
	str_addf(path, "%s/before-%0*" PRId64 "-%s.db", folder, NUMBER_DIGITS, highest + 1, word);
	return true;
}

void name_add_aside(struct str *path, const char *folder, const char *word, struct day day)
{
	char iso[DAY_TEXT_SIZE];
	size_t start = path->len;
	struct stat found;

	str_addf(path, "%s/%s-%s.db", folder, word, day_iso(day, iso));
	for (int i = 2; i < TAKEN_MAX && lstat(path->data + start, &found) == 0; i++) {
		str_cut(path, start);
		str_addf(path, "%s/%s-%s-%d.db", folder, word, iso, i);
	}
}

bool names_walk(const char *folder, name_visit *visit, void *context, struct err *err)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int why;

	if (dir == NULL)
		return errno == ENOENT || err_set(err, ERR_IO, "the folder '%s' can't be read: %s",
						  folder, strerror(errno));
	/* errno alone tells the end from trouble. */
	while (errno = 0, (entry = readdir(dir)) != NULL)
		visit(context, entry->d_name, name_read(entry->d_name));
	why = errno;
	closedir(dir);
	return why == 0 ||
	       err_set(err, ERR_IO, "the folder '%s' can't be read: %s", folder, strerror(why));
}

/* The files of one kind, with what they are ordered by. */
struct kept {
	enum name_kind kind;
	struct {
		int64_t order;
		char *file;
	} * items;
	size_t count, cap;
};

static void take_kind(void *context, const char *file, struct name name)
{
	struct kept *kept = context;

	if (name.kind != kept->kind)
		return;
	kept->items = mem_grow(kept->items, &kept->cap, kept->count + 1, sizeof(kept->items[0]));
	kept->items[kept->count].order = name.order;
	kept->items[kept->count++].file = mem_dup(file);
}

static size_t newer_than(const struct kept *kept, size_t which)
{
	size_t newer = 0;

	for (size_t i = 0; i < kept->count; i++)
		newer += kept->items[i].order > kept->items[which].order;
	return newer;
}

static void remove_file(const char *folder, const char *file)
{
	struct str path = STR_INIT;
	struct stat found;

	str_addf(&path, "%s/%s", folder, file);
	if (lstat(path.data, &found) == 0 && S_ISREG(found.st_mode))
		unlink(path.data);
	str_free(&path);
}

static void prune_kind(const char *folder, enum name_kind kind, size_t keep, const char *made)
{
	struct kept kept = {.kind = kind};
	struct err ignored;

	if (names_walk(folder, take_kind, &kept, &ignored)) {
		for (size_t i = 0; i < kept.count; i++) {
			if (newer_than(&kept, i) >= keep && strcmp(kept.items[i].file, made) != 0)
				remove_file(folder, kept.items[i].file);
		}
	}
	for (size_t i = 0; i < kept.count; i++)
		free(kept.items[i].file);
	free(kept.items);
}

void names_prune(const char *folder, const char *made)
{
	prune_kind(folder, NAME_DAY, STORE_DAYS_KEPT, made);
	prune_kind(folder, NAME_SKIPPED, 0, made);
	prune_kind(folder, NAME_BEFORE, STORE_BEFORE_KEPT, made);
}
