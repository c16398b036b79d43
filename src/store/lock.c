/* SPDX-License-Identifier: MIT */
#include "store/lock.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "code.h"
#include "copy.h"
#include "keep.h"
#include "lock_copies.h"
#include "migrate.h"
#include "names.h"
#include "part.h"
#include "place.h"
#include "ring.h"
#include "sealed_at.h"
#include "store/care.h"
#include "swap.h"

enum { WAIT_MS = 5000 };

/* A lock that is being made, and where. */
struct making {
	const struct store_lock *asked;
	char *path; /* owned; resolved */
	int held;   /* the lock file, or -1 */
	struct sealed_header header;
	unsigned char *key; /* owned */
};

static bool fill_slot(struct making *making, size_t at, const struct sealed_secret *by,
		      struct err *err)
{
	unsigned char *back = key_new();
	bool opened = false;
	bool ok = sealed_fill_slot(&making->header, at, by, making->key, err) &&
		  sealed_open_slot(&making->header, by, back, &opened, err);

	if (ok && (!opened || !sealed_key_fits(&making->header, back)))
		ok = err_set(err, ERR_IO, "the lock does not open again; nothing was changed");
	key_free(back);
	return ok;
}

static bool fill_code(struct making *making, struct err *err)
{
	struct secret *code = making->asked->code, *signs = secret_new();
	int group;
	bool ok;

	code_make(code);
	ok = code_read(secret_text(code), secret_len(code), signs, &group) == CODE_GOOD;
	if (ok) {
		const struct sealed_secret by = {.kind = SLOT_RECOVERY,
						 .cost = keychain_cost(making->asked->keys),
						 .typed = secret_text(signs),
						 .len = secret_len(signs)};

		ok = fill_slot(making, 1, &by, err);
	}
	if (!ok)
		secret_cut(code, 0);
	secret_free(signs);
	return ok;
}

/* Each slot is tried before anything depends on it. */
static bool make_lock(struct making *making, struct err *err)
{
	const struct secret *passphrase = making->asked->passphrase;
	const struct sealed_secret by = {.kind = SLOT_PASSPHRASE,
					 .cost = keychain_cost(making->asked->keys),
					 .typed = secret_text(passphrase),
					 .len = secret_len(passphrase)};

	if (by.len < LOCK_PASSPHRASE_LEAST)
		return err_set(err, ERR_INVALID, "a passphrase needs at least %d characters",
			       LOCK_PASSPHRASE_LEAST);
	sealed_make_key(&making->header, making->key);
	return fill_slot(making, 0, &by, err) &&
	       (making->asked->code == NULL || fill_code(making, err));
}

static bool begin(const struct store_lock *asked, struct making *making, struct err *err)
{
	*making = (struct making){.asked = asked, .held = -1};
	if (!sealed_ready(err) || !place_find(asked->path, &making->path, err))
		return false;
	making->key = key_new();
	return vault_wait(making->path, WAIT_MS, &making->held, err);
}

static void end(struct making *making)
{
	if (making->held >= 0)
		close(making->held);
	if (making->key != NULL)
		key_free(making->key);
	free(making->path);
}

static bool write_locked(struct making *making, const char *path, bool replace,
			 struct image_view bytes, struct err *err)
{
	struct str part = STR_INIT;
	bool ok = part_begin(path, &part, err) &&
		  vault_write_part(part.data, &making->header, making->key, bytes, err) &&
		  vault_prove_part(part.data, making->key, bytes, err) &&
		  part_end(part.data, path, replace, err);

	part_free(&part, ok);
	return ok;
}

/* What goes is kept, in a copy that the new lock opens. */
static bool keep_copy(struct making *making, struct image_view bytes, struct str *kept,
		      struct err *err)
{
	const char *folder = making->asked->backups;
	struct str path = STR_INIT;
	bool ok = place_make_folder(folder, err) && name_add_before(&path, folder, "lock", err) &&
		  write_locked(making, path.data, false, bytes, err);

	if (ok)
		str_append(kept, &path);
	str_free(&path);
	return ok || err_wrap(err, "no copy could be kept before");
}

static bool replace(struct making *making, struct image_view bytes, struct store_locked *told,
		    struct err *err)
{
	struct old_file old = {.fd = -1};
	bool ok = old_file_hold(making->path, &old, err) &&
		  write_locked(making, making->path, true, bytes, err);

	told->linked = !old_file_end(&old, ok);
	return ok;
}

static void turn_copies(const struct making *making, bool locked, struct store_locked *told)
{
	struct copies_turn turn = {.backups = making->asked->backups,
				   .keys = making->asked->keys,
				   .header = locked ? &making->header : NULL,
				   .key = making->key};
	struct err ignored;
	int64_t removed;

	if (making->asked->leave_copies)
		return;
	copies_turn(&turn);
	told->copies = turn.done;
	told->left = turn.left;
	/* Copies that were never finished are plain, and nobody's any more: who writes is kept out. */
	if (!store_sweep(making->path, making->asked->backups, INT64_MAX, &removed, &ignored))
		told->left++;
}

/* The store alone, with nobody in it and no change half made. */
static bool open_alone(const char *path, sqlite3 **db, struct err *err)
{
	sqlite3 *opened;

	if (!db_open_there(path, WAIT_MS, &opened, err))
		return false;
	if (migrate_knows(opened, &store_steps, err) &&
	    db_exec(opened, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", err) &&
	    db_is_there(opened, err) && copy_is_whole(opened, err) && swap_is_alone(path, err)) {
		*db = opened;
		return true;
	}
	sqlite3_close(opened);
	return false;
}

static bool lock_open(struct making *making, sqlite3 *db, struct store_locked *told,
		      struct err *err)
{
	struct str kept = STR_INIT;
	struct image image;
	struct image_view bytes;
	bool ok = image_copy(db, &image, err);

	bytes = (struct image_view){.bytes = image.bytes, .size = image.size};
	ok = ok && make_lock(making, err) && keep_copy(making, bytes, &kept, err) &&
	     replace(making, bytes, told, err);
	if (ok)
		told->kept = mem_dup(kept.data);
	keep_end(making->asked->backups, ok, &kept);
	image_free(&image);
	return ok;
}

bool store_lock(const struct store_lock *asked, struct store_locked *locked, struct err *err)
{
	struct store_locked told = {.kept = NULL};
	struct making making;
	sqlite3 *db = NULL;
	bool ok = begin(asked, &making, err);

	if (ok && sealed_is(making.path))
		ok = err_set(err, ERR_NOT_FOUND, "the log is locked already");
	ok = ok && open_alone(making.path, &db, err) && lock_open(&making, db, &told, err);
	/* Not before the old file was overwritten: until then nobody else gets into it. */
	if (db != NULL)
		db_rollback(db);
	sqlite3_close(db);
	if (ok) {
		keychain_hold(asked->keys, &making.header, making.key);
		turn_copies(&making, true, &told);
		*locked = told;
	}
	end(&making);
	return ok;
}

/* Its bytes, where who asks for that has typed what opens it. */
static bool begin_locked(const struct store_lock *asked, struct making *making, struct image *image,
			 struct err *err)
{
	struct sealed_header header;

	*image = (struct image){.bytes = NULL};
	if (!begin(asked, making, err))
		return false;
	if (!sealed_is(making->path))
		return err_set(err, ERR_NOT_FOUND, "the log is not locked");
	return sealed_header_at(making->path, &header, err) &&
	       keychain_take_proof(asked->keys, &header, making->path, err) &&
	       image_read(making->path, asked->keys, image, err);
}

bool store_relock(const struct store_lock *asked, struct store_locked *locked, struct err *err)
{
	struct store_locked told = {.kept = NULL};
	struct making making;
	struct image image;
	bool ok = begin_locked(asked, &making, &image, err);
	const struct image_view bytes = {.bytes = image.bytes, .size = image.size};

	ok = ok && make_lock(&making, err) && replace(&making, bytes, &told, err);
	if (ok) {
		ring_drop(image.header.id);
		keychain_hold(asked->keys, &making.header, making.key);
		turn_copies(&making, true, &told);
		*locked = told;
	}
	image_free(&image);
	end(&making);
	return ok;
}

static bool write_plain(const struct making *making, struct image_view bytes, struct err *err)
{
	struct str part = STR_INIT;
	sqlite3 *db;
	bool ok = swap_is_alone(making->path, err) && part_begin(making->path, &part, err) &&
		  image_write_part(part.data, bytes, err) && db_open_read(part.data, 0, &db, err);

	if (ok) {
		ok = migrate_knows(db, &store_steps, err) && copy_is_whole(db, err);
		sqlite3_close(db);
	}
	ok = ok && part_end(part.data, making->path, true, err);
	part_free(&part, ok);
	return ok;
}

bool store_unlock(const struct store_lock *asked, struct store_locked *locked, struct err *err)
{
	struct store_locked told = {.kept = NULL};
	struct making making;
	struct image image;
	bool ok = begin_locked(asked, &making, &image, err);
	const struct image_view bytes = {.bytes = image.bytes, .size = image.size};

	ok = ok && write_plain(&making, bytes, err);
	if (ok) {
		ring_drop(image.header.id);
		turn_copies(&making, false, &told);
		*locked = told;
	}
	image_free(&image);
	end(&making);
	return ok;
}
