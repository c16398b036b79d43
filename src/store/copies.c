/* SPDX-License-Identifier: MIT */
#include "store/care.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "copy.h"
#include "image.h"
#include "migrate.h"
#include "names.h"
#include "place.h"
#include "sealed_at.h"

enum { HOUR = 3600 };

static void add_copy(void *context, const char *file, struct name name)
{
	struct store_copies *copies = context;

	if (name.kind != NAME_DAY && name.kind != NAME_BEFORE && name.kind != NAME_ASIDE)
		return;
	copies->items =
		mem_grow(copies->items, &copies->cap, copies->count + 1, sizeof(copies->items[0]));
	copies->items[copies->count++] = (struct store_copy){
		.name = mem_dup(file),
		.aside = name.kind == NAME_ASIDE,
	};
}

static bool open_copy(const char *path, struct keychain *keys, struct store_copy *copy,
		      sqlite3 **db)
{
	struct image image = {.bytes = NULL};
	struct sealed_header header;
	struct err ignored;

	copy->locked = sealed_is(path);
	if (!copy->locked)
		return db_open_read(path, 0, db, &ignored);
	if (!sealed_header_at(path, &header, &ignored))
		return false;
	copy->hidden = keychain_look(keys, &header) == NULL;
	return !copy->hidden && image_read(path, keys, &image, &ignored) &&
	       image_open(&image, db, &ignored);
}

static void look_into(const char *folder, struct keychain *keys, struct store_copy *copy)
{
	struct str path = STR_INIT;
	struct err ignored;
	struct stat found;
	sqlite3 *db;

	str_addf(&path, "%s/%s", folder, copy->name);
	if (lstat(path.data, &found) == 0 && S_ISREG(found.st_mode))
		copy->written_utc = (int64_t)found.st_mtim.tv_sec;
	if (open_copy(path.data, keys, copy, &db)) {
		copy->whole = migrate_knows(db, &store_steps, &ignored) &&
			      copy_is_whole(db, &ignored) &&
			      db_number(db, "SELECT count(*) FROM dose WHERE live = 1", NULL, 0,
					&copy->doses, &ignored);
		if (copy->locked)
			image_wipe(db);
		sqlite3_close(db);
	}
	str_free(&path);
}

/* Those aside last; within each, the newest first. */
static int compare_copies(const void *a, const void *b)
{
	const struct store_copy *left = a, *right = b;

	if (left->aside != right->aside)
		return left->aside ? 1 : -1;
	if (left->written_utc != right->written_utc)
		return left->written_utc < right->written_utc ? 1 : -1;
	return strcmp(right->name, left->name);
}

bool store_copies_names(const char *backups, struct store_copies *copies, struct err *err)
{
	struct store_copies found = STORE_COPIES_INIT;

	if (!names_walk(backups, add_copy, &found, err)) {
		store_copies_free(&found);
		return false;
	}
	*copies = found;
	return true;
}

bool store_copies_read(const char *backups, struct keychain *keys, struct store_copies *copies,
		       struct err *err)
{
	struct store_copies found;
	char *resolved;

	if (!store_copies_names(backups, &found, err))
		return false;
	if (found.count > 0) {
		resolved = place_real(backups, err);
		if (resolved == NULL) {
			store_copies_free(&found);
			return false;
		}
		for (size_t i = 0; i < found.count; i++)
			look_into(resolved, keys, &found.items[i]);
		qsort(found.items, found.count, sizeof(found.items[0]), compare_copies);
		free(resolved);
	}
	*copies = found;
	return true;
}

void store_copies_free(struct store_copies *copies)
{
	for (size_t i = 0; i < copies->count; i++)
		free(copies->items[i].name);
	free(copies->items);
	*copies = (struct store_copies)STORE_COPIES_INIT;
}

/* Files of this store that were never finished. */
struct sweep {
	const char *folder;
	const char *begins; /* the store's name; NULL where any will do */
	int64_t before_utc; /* written earlier: to be removed */
	int64_t found, removed;
};

static void sweep_one(void *context, const char *file, struct name name)
{
	struct sweep *sweep = context;
	struct str path = STR_INIT;
	struct stat found;

	if (name.kind != NAME_PART)
		return;
	if (sweep->begins != NULL &&
	    (!str_starts(file, sweep->begins) ||
	     strlen(file) != strlen(sweep->begins) + strlen(NAME_PART_ENDING)))
		return;
	str_addf(&path, "%s/%s", sweep->folder, file);
	if (lstat(path.data, &found) == 0 && S_ISREG(found.st_mode)) {
		sweep->found++;
		if ((int64_t)found.st_mtim.tv_sec < sweep->before_utc && unlink(path.data) == 0)
			sweep->removed++;
	}
	str_free(&path);
}

static bool sweep_both(const char *path, const char *backups, struct sweep *sweep, struct err *err)
{
	struct str folder = STR_INIT;
	bool ok;

	place_split(path, &folder, &sweep->begins);
	sweep->folder = folder.data;
	ok = names_walk(folder.data, sweep_one, sweep, err);
	str_free(&folder);
	sweep->folder = backups;
	sweep->begins = NULL;
	return ok && names_walk(backups, sweep_one, sweep, err);
}

bool store_parts(const char *path, const char *backups, int64_t *count, struct err *err)
{
	struct sweep sweep = {.before_utc = INT64_MIN};

	if (!sweep_both(path, backups, &sweep, err))
		return false;
	*count = sweep.found;
	return true;
}

bool store_sweep(const char *path, const char *backups, int64_t now_utc, int64_t *removed,
		 struct err *err)
{
	struct sweep sweep = {.before_utc = now_utc - HOUR};

	if (!sweep_both(path, backups, &sweep, err))
		return false;
	*removed = sweep.removed;
	return true;
}
