/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */

#include "store/care.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "copy.h"
#include "handle.h"
#include "migrate.h"
#include "part.h"
#include "place.h"
#include "sealed_at.h"
#include "swap.h"
#include "vault.h"

static bool is_same_file(const char *a, const char *b)
{
	struct stat left, right;

	return a != NULL && stat(a, &left) == 0 && stat(b, &right) == 0 &&
	       left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

static bool may_be_made(const struct store *store, const char *path, bool replace, struct err *err)
{
	struct stat found;

	if (lstat(path, &found) != 0)
		return errno == ENOENT ||
		       err_set(err, ERR_IO, "'%.300s' can't be made: %s", path, strerror(errno));
	if (is_same_file(store->path, path))
		return err_set(err, ERR_IO, "'%.300s' is the store itself", path);
	if (!S_ISREG(found.st_mode))
		return err_set(err, ERR_IO, "'%.300s' is not a file", path);
	return replace ||
	       err_set(err, ERR_IO, "'%.300s' is there already; --force writes over it", path);
}

bool store_backup(struct store *store, const char *path, bool replace, struct err *err)
{
	struct str part = STR_INIT;
	char *resolved = NULL;
	bool late, ok;

	if (!handle_ready(store, err) || !place_resolve(path, &resolved, err))
		return false;
	ok = may_be_made(store, resolved, replace, err) && swap_is_alone(resolved, err) &&
	     part_begin(resolved, &part, err) &&
	     copy_fill(store->db, store->vault, part.data, 0, &late, err) &&
	     part_end(part.data, resolved, replace, err);
	part_free(&part, ok);
	free(resolved);
	return ok;
}

/* Nothing is taken on trust: not the name, not the header, not a page. */
static bool prove(sqlite3 *db, struct err *err)
{
	int64_t row = 0;

	if (!migrate_knows(db, &store_steps, err) || !copy_is_whole(db, err) ||
	    !db_number(db, "SELECT 1 FROM pragma_foreign_key_check LIMIT 1", NULL, 0, &row, err))
		return false;
	return row == 0 || db_damaged(db, err);
}

/* What is restored, as it was found; the one or the other. */
struct source {
	sqlite3 *db;
	struct image image; /* of a locked one */
	bool locked;
};

static bool open_locked(const char *real, struct keychain *keys, struct source *source,
			struct err *err)
{
	struct image copy;

	if (!image_read(real, keys, &source->image, err))
		return false;
	copy = source->image;
	copy.bytes = sqlite3_malloc64(copy.size + 1);
	if (copy.bytes == NULL)
		mem_fatal();
	memcpy(copy.bytes, source->image.bytes, copy.size);
	source->locked = true;
	return image_open(&copy, &source->db, err);
}

static void close_source(struct source *source)
{
	if (source->locked && source->db != NULL)
		image_wipe(source->db);
	sqlite3_close(source->db);
	image_free(&source->image);
}

static bool open_source(const char *from, struct keychain *keys, struct source *source,
			struct err *err)
{
	struct stat found;
	char *real = realpath(from, NULL);
	bool ok;

	*source = (struct source){.db = NULL};
	if (real == NULL || stat(real, &found) != 0) {
		free(real);
		return err_set(err, ERR_FORMAT, "'%.300s' can't be opened: %s", from,
			       strerror(errno));
	}
	if (!S_ISREG(found.st_mode))
		ok = err_set(err, ERR_FORMAT, "'%.300s' is not a file", from);
	else if (sealed_is(real))
		ok = open_locked(real, keys, source, err);
	else
		ok = db_open_read(real, 0, &source->db, err);
	ok = ok && prove(source->db, err);
	if (!ok)
		close_source(source);
	free(real);
	return ok;
}

/* A copy that is not locked gets the lock of the store it goes back to. */
static bool fill_locked(const char *path, struct keychain *keys, sqlite3 *db, const char *part,
			struct err *err)
{
	sqlite3_int64 size = 0;
	struct image image = {.bytes = NULL};
	struct image_view bytes;
	const unsigned char *key;
	struct sealed_header header;
	bool ok = sealed_header_at(path, &header, err) &&
		  keychain_find(keys, &header, path, &key, err);

	if (!ok)
		return false;
	image.bytes = sqlite3_serialize(db, "main", &size, 0);
	image.size = (size_t)size;
	bytes = (struct image_view){.bytes = image.bytes, .size = image.size};
	ok = (image.bytes != NULL || db_fail(db, err)) &&
	     vault_write_part(part, &header, key, bytes, err) &&
	     vault_prove_part(part, key, bytes, err);
	image_free(&image);
	return ok;
}

/* What was locked keeps its own lock: it opens with the passphrase it was made with. */
static bool fill(const struct store_restore *asked, const char *path, const struct source *source,
		 const char *part, struct err *err)
{
	const struct image *image = &source->image;
	const struct image_view bytes = {.bytes = image->bytes, .size = image->size};
	struct sealed_header header = image->header;
	bool late;

	if (source->locked)
		return vault_write_part(part, &header, image->key, bytes, err) &&
		       vault_prove_part(part, image->key, bytes, err);
	if (sealed_is(path))
		return fill_locked(path, asked->keys, source->db, part, err);
	return copy_fill(source->db, NULL, part, 0, &late, err);
}

static bool put_in_place(const struct store_restore *asked, const char *path, const char *part,
			 char **aside, struct err *err)
{
	const struct swap swap = {
		.path = path,
		.part = part,
		.backups = asked->backups,
		.word = "replaced",
		.today = asked->today,
	};

	return swap_in(&swap, aside, err);
}

/* Nobody replaces a locked log who can't open it. One too damaged to be opened is what a copy is for. */
static bool open_present(const struct store_restore *asked, struct err *err)
{
	const unsigned char *key;
	struct sealed_header header;
	struct err ignored;

	return !sealed_is(asked->path) || !sealed_header_at(asked->path, &header, &ignored) ||
	       keychain_find(asked->keys, &header, asked->path, &key, err);
}

bool store_restore(const struct store_restore *asked, char **aside, struct err *err)
{
	struct str part = STR_INIT;
	char *resolved = NULL;
	struct source source;
	bool ok;

	if (is_same_file(asked->path, asked->from))
		return err_set(err, ERR_FORMAT, "'%.300s' is the store itself", asked->from);
	if (!open_present(asked, err))
		return false;
	if (!open_source(asked->from, asked->keys, &source, err)) {
		if (err->code != ERR_LOCKED)
			err->code = ERR_FORMAT;
		return false;
	}
	ok = place_find(asked->path, &resolved, err) && part_begin(resolved, &part, err) &&
	     fill(asked, resolved, &source, part.data, err);
	close_source(&source);
	ok = ok && put_in_place(asked, resolved, part.data, aside, err);
	part_free(&part, ok);
	free(resolved);
	return ok;
}
