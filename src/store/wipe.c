/* SPDX-License-Identifier: MIT */
#include "store/wipe.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lock_copies.h"
#include "names.h"
#include "place.h"
#include "sealed_at.h"
#include "steps.h"
#include "swap.h"
#include "vault.h"

enum { APPLICATION_AT = 68, HEAD_SIZE = 72 };

/* Of taper's own by its first bytes, not by its name: TAPER_DB may name anything. */
static bool is_ours(const char *path)
{
	unsigned char head[HEAD_SIZE];
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	ssize_t got = fd >= 0 ? read(fd, head, sizeof(head)) : -1;
	uint32_t id = 0;

	if (fd >= 0)
		close(fd);
	if ((got > 0 && sealed_begins(head, (size_t)got)) || sealed_was(path))
		return true;
	if (got < HEAD_SIZE)
		return got == 0;
	for (int i = 0; i < 4; i++)
		id = id << 8 | head[APPLICATION_AT + i];
	return memcmp(head, "SQLite format 3", 16) == 0 && id == STORE_APPLICATION_ID;
}

struct walk {
	const char *folder;
	const char *begins; /* the store's name; NULL among the backups */
	store_file_visit *visit;
	void *context;
};

static const char *doubt(const char *path, bool by_content)
{
	struct stat found;

	if (lstat(path, &found) != 0)
		return NULL;
	if (S_ISLNK(found.st_mode))
		return "a link; what it leads to may be somebody else's";
	if (!S_ISREG(found.st_mode))
		return "not a file";
	if (by_content && !is_ours(path))
		return "not a log of taper's, or too damaged to tell";
	return NULL;
}

static void visit_one(const struct walk *walk, const char *path, bool by_content)
{
	struct stat found;

	if (lstat(path, &found) == 0)
		walk->visit(walk->context, path, doubt(path, by_content));
}

static void visit_companions(const struct walk *walk, const char *path)
{
	for (size_t i = 0; swap_companions[i] != NULL; i++) {
		struct str beside = STR_INIT;

		str_addf(&beside, "%s%s", path, swap_companions[i]);
		visit_one(walk, beside.data, false);
		str_free(&beside);
	}
}

static bool is_part_of(const char *file, const char *begins)
{
	return begins == NULL || (str_starts(file, begins) &&
				  strlen(file) == strlen(begins) + strlen(NAME_PART_ENDING));
}

static void visit_named(void *context, const char *file, struct name name)
{
	const struct walk *walk = context;
	struct str path = STR_INIT;
	bool copy = name.kind == NAME_DAY || name.kind == NAME_SKIPPED ||
		    name.kind == NAME_BEFORE || name.kind == NAME_ASIDE;

	str_addf(&path, "%s/%s", walk->folder, file);
	if (name.kind == NAME_PART && is_part_of(file, walk->begins)) {
		visit_one(walk, path.data, false);
		visit_companions(walk, path.data);
	} else if (walk->begins == NULL && copy) {
		/* One put aside may be too damaged to be known by its content. */
		bool by_content = name.kind != NAME_ASIDE;

		visit_one(walk, path.data, by_content);
		if (doubt(path.data, by_content) == NULL)
			visit_companions(walk, path.data);
	}
	str_free(&path);
}

bool store_files_walk(const char *path, const char *backups, store_file_visit *visit, void *context,
		      struct err *err)
{
	struct walk walk = {.visit = visit, .context = context};
	struct str folder = STR_INIT, lock = STR_INIT;
	struct stat found;
	bool ok;

	visit_one(&walk, path, true);
	visit_companions(&walk, path);
	vault_lock_name(path, &lock);
	if (lstat(lock.data, &found) == 0 && found.st_size == 0)
		visit_one(&walk, lock.data, false);
	place_split(path, &folder, &walk.begins);
	walk.folder = folder.data;
	ok = names_walk(folder.data, visit_named, &walk, err);
	str_free(&folder);
	str_free(&lock);
	walk.begins = NULL;
	walk.folder = backups;
	if (ok && lstat(backups, &found) == 0 && !S_ISDIR(found.st_mode))
		visit(context, backups, "a link; what it leads to may be somebody else's");
	else if (ok)
		ok = names_walk(backups, visit_named, &walk, err);
	return ok;
}

bool store_file_wipe(const char *path, struct err *err)
{
	struct old_file old = {.fd = -1};
	struct stat found;
	struct err ignored;

	if (lstat(path, &found) != 0)
		return errno == ENOENT ||
		       err_set(err, ERR_IO, "'%.300s' can't be removed: %s", path, strerror(errno));
	if (!S_ISREG(found.st_mode))
		return err_set(err, ERR_IO, "'%.300s' is not a file", path);
	/* One that can't be written can still be removed. */
	if (!old_file_hold(path, &old, &ignored))
		old.fd = -1;
	if (unlink(path) != 0) {
		err_set(err, ERR_IO, "'%.300s' can't be removed: %s", path, strerror(errno));
		old_file_end(&old, false);
		return false;
	}
	old_file_end(&old, true);
	return true;
}
