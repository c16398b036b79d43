/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "handle.h"
#include "keep.h"
#include "migrate.h"
#include "place.h"
#include "sealed_at.h"

enum { WAIT_MS = 5000, TURNS_MAX = 8 };

/*
 * Nothing is set before the file is known to be ours: a foreign or newer one must stay as it is.
 * EXTRA, because the journal's removal, which makes a change true, has to outlast a power cut too.
 * A small cache (in KiB): what is read is read once and in order, and more would only stay in memory.
 */
static const char settings[] = "PRAGMA temp_store = MEMORY;"
			       "PRAGMA cache_size = -256;"
			       "PRAGMA synchronous = EXTRA;"
			       "PRAGMA journal_mode = DELETE";

/* A file as it was opened. */
struct connection {
	sqlite3 *db;
	struct vault *vault;
};

static bool connect_plain(const char *path, const char *backups, int timeout_ms, sqlite3 **db,
			  struct err *err)
{
	sqlite3 *opened;

	if (!db_open(path, timeout_ms, &opened, err))
		return false;
	if (!migrate(opened, &store_steps, backups, err) || !db_exec(opened, settings, err)) {
		sqlite3_close(opened);
		return false;
	}
	*db = opened;
	return true;
}

/* A copy first, as for any other store; then the file as a whole. */
static bool update_locked(struct connection *at, const char *backups, int timeout_ms,
			  struct err *err)
{
	struct str made = STR_INIT;
	bool done, kept;

	if (!vault_hold(at->vault, timeout_ms, err))
		return false;
	kept = vault_reload(at->vault, at->db, err) &&
	       (backups == NULL || keep_before(at->db, at->vault, backups, "update", &made, err));
	done = kept && migrate(at->db, &store_steps, NULL, err) &&
	       vault_save(at->vault, at->db, err);
	vault_let_go(at->vault);
	if (kept && backups != NULL)
		keep_end(backups, done, &made);
	return done;
}

static bool connect_locked(const char *path, const char *backups, int timeout_ms,
			   struct keychain *keys, struct connection *at, struct err *err)
{
	struct connection opened;
	int64_t format = 0;

	if (!vault_open(path, keys, &opened.db, &opened.vault, err))
		return false;
	if (migrate_knows(opened.db, &store_steps, err) &&
	    db_number(opened.db, "PRAGMA user_version", NULL, 0, &format, err) &&
	    ((size_t)format == store_steps.count ||
	     update_locked(&opened, backups, timeout_ms, err))) {
		*at = opened;
		return true;
	}
	vault_close(opened.vault, opened.db);
	return false;
}

static bool connect_as(const struct store *as, bool locked, struct connection *at, struct err *err)
{
	if (locked)
		return connect_locked(as->path, as->backups, as->timeout_ms, as->keys, at, err);
	at->vault = NULL;
	return connect_plain(as->path, as->backups, as->timeout_ms, &at->db, err);
}

/* Another file, or one that was locked or unlocked since. */
static bool is_another(const char *path, const struct stat *before, bool was_locked)
{
	struct stat now;

	return lstat(path, &now) == 0 &&
	       (before->st_ino != now.st_ino || before->st_dev != now.st_dev ||
		was_locked != sealed_is(path));
}

/* Opened while it is being locked or unlocked, half of it is of before and half of after: nothing is wrong then. */
static bool connect(const struct store *as, struct connection *at, struct err *err)
{
	struct stat before;

	if (as->path == NULL)
		return connect_as(as, false, at, err);
	for (int tries = 0;; tries++) {
		bool there = lstat(as->path, &before) == 0;
		bool locked = sealed_is(as->path);

		if (connect_as(as, locked, at, err))
			return true;
		if (err->code == ERR_LOCKED || !there || tries >= TURNS_MAX ||
		    !is_another(as->path, &before, locked))
			return false;
	}
}

static void disconnect(struct store *store)
{
	if (store->vault != NULL)
		vault_close(store->vault, store->db);
	else
		sqlite3_close(store->db);
}

bool handle_open(const char *path, const char *backups, int timeout_ms, struct keychain *keys,
		 struct store **store, struct err *err)
{
	struct store *opened;
	struct connection at;
	char *resolved = NULL;

	if (path != NULL && !place_find(path, &resolved, err))
		return false;
	opened = mem_alloc(1, sizeof(*opened));
	*opened = (struct store){
		.path = resolved,
		.backups = mem_dup(backups),
		.timeout_ms = timeout_ms,
		.keys = keys,
	};
	if (!connect(opened, &at, err)) {
		free(opened->path);
		free(opened->backups);
		free(opened);
		return false;
	}
	opened->db = at.db;
	opened->vault = at.vault;
	*store = opened;
	return true;
}

bool store_open(const char *path, const char *backups, struct store **store, struct err *err)
{
	return handle_open(path, backups, WAIT_MS, NULL, store, err);
}

bool store_open_with(const char *path, const char *backups, struct keychain *keys,
		     struct store **store, struct err *err)
{
	return handle_open(path, backups, WAIT_MS, keys, store, err);
}

bool store_is_locked(const char *path)
{
	return sealed_is(path);
}

void store_close(struct store *store)
{
	if (store == NULL)
		return;
	disconnect(store);
	free(store->path);
	free(store->backups);
	free(store);
}

/* A plain log without a transaction has nothing left to write, to take back or to wipe. */
void store_leave(struct store *store)
{
	if (store != NULL && (store->vault != NULL || !sqlite3_get_autocommit(store->db)))
		store_close(store);
}

static bool open_anew(struct store *store, struct err *err)
{
	struct connection at;

	if (!connect(store, &at, err))
		return false;
	disconnect(store);
	store->db = at.db;
	store->vault = at.vault;
	store->version++;
	return true;
}

/* What is being read stays as it is until it is read. */
static bool is_busy(sqlite3 *db)
{
	if (!sqlite3_get_autocommit(db))
		return true;
	for (sqlite3_stmt *stmt = NULL; (stmt = sqlite3_next_stmt(db, stmt)) != NULL;) {
		if (sqlite3_stmt_busy(stmt))
			return true;
	}
	return false;
}

static bool locked_ready(struct store *store, struct err *err)
{
	enum vault_state state;

	if (is_busy(store->db))
		return true;
	if (!vault_look(store->vault, &state, err))
		return false;
	switch (state) {
	case VAULT_SAME:
		return true;
	case VAULT_PLAIN:
		return open_anew(store, err);
	case VAULT_CHANGED:
		break;
	}
	if (!vault_reload(store->vault, store->db, err))
		return false;
	store->version++;
	return true;
}

bool handle_ready(struct store *store, struct err *err)
{
	struct stat found;
	int moved = 0;

	if (store->path == NULL || store->looks > 0)
		return true;
	if (store->vault != NULL)
		return locked_ready(store, err);
	if (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK)
		return db_fail(store->db, err);
	if (moved == 0)
		return true;
	if (lstat(store->path, &found) != 0)
		return err_set(err, ERR_STORE,
			       "the store '%s' was moved or removed while it was open: %s",
			       store->path, strerror(errno));
	return open_anew(store, err);
}

/* Only then what was read last is what will be written over; it may have become a plain store by then. */
static bool begin_locked(struct store *store, struct err *err)
{
	bool ok = vault_hold(store->vault, store->timeout_ms, err) && handle_ready(store, err) &&
		  db_exec(store->db, "BEGIN IMMEDIATE", err);

	if (!ok && store->vault != NULL)
		vault_let_go(store->vault);
	return ok;
}

static bool begin_plain(struct store *store, struct err *err)
{
	if (!db_exec(store->db, "BEGIN IMMEDIATE", err))
		return false;
	/* Whoever waited for another program may have waited for a file that has gone. */
	if (store->path == NULL || db_is_there(store->db, err))
		return true;
	db_rollback(store->db);
	return false;
}

bool handle_begin(struct store *store, struct err *err)
{
	for (int tries = 0;; tries++) {
		struct err ignored;
		bool plain = store->vault == NULL;

		if (plain ? begin_plain(store, err) : begin_locked(store, err))
			return true;
		if (!plain || store->path == NULL || tries >= TURNS_MAX ||
		    db_is_there(store->db, &ignored))
			return false;
		if (!handle_ready(store, err))
			return false;
	}
}

bool handle_commit(struct store *store, struct err *err)
{
	struct err ignored;
	bool done = db_commit(store->db, err);

	if (store->vault == NULL)
		return done;
	if (done && !vault_save(store->vault, store->db, err)) {
		done = false;
		/* Where it can't be read now, it is before it is used again. */
		if (vault_reload(store->vault, store->db, &ignored))
			store->version++;
	}
	vault_let_go(store->vault);
	return done;
}

void handle_cancel(struct store *store)
{
	db_rollback(store->db);
	if (store->vault != NULL)
		vault_let_go(store->vault);
}

bool store_look(struct store *store, struct err *err)
{
	if (store->looks == 0 && (!handle_ready(store, err) || !db_exec(store->db, "BEGIN", err)))
		return false;
	store->looks++;
	return true;
}

void store_looked(struct store *store)
{
	assert(store->looks > 0);
	if (--store->looks == 0)
		db_end_read(store->db);
}

bool store_version(struct store *store, int64_t *version, struct err *err)
{
	int64_t seen = 0;

	if (!handle_ready(store, err))
		return false;
	/* Nobody else changes what is in memory. */
	if (store->vault == NULL &&
	    !db_number(store->db, "PRAGMA data_version", NULL, 0, &seen, err))
		return false;
	if (store->vault == NULL && seen != store->seen) {
		store->seen = seen;
		store->version++;
	}
	*version = store->version;
	return true;
}
