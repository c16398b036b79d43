/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "handle.h"
#include "migrate.h"
#include "place.h"

enum { WAIT_MS = 5000 };

/*
 * Nothing is set before the file is known to be ours: a foreign or newer one must stay as it is.
 * EXTRA, because the journal's removal, which makes a change true, has to outlast a power cut too.
 */
static const char settings[] = "PRAGMA temp_store = MEMORY;"
			       "PRAGMA synchronous = EXTRA;"
			       "PRAGMA journal_mode = DELETE";

static bool connect(const char *path, const char *backups, int timeout_ms, sqlite3 **db,
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

bool handle_open(const char *path, const char *backups, int timeout_ms, struct store **store,
		 struct err *err)
{
	char *resolved = NULL;
	sqlite3 *db;

	if (path != NULL && !place_find(path, &resolved, err))
		return false;
	if (!connect(resolved, backups, timeout_ms, &db, err)) {
		free(resolved);
		return false;
	}
	*store = mem_alloc(1, sizeof(**store));
	**store = (struct store){
		.db = db,
		.path = resolved,
		.backups = mem_dup(backups),
		.timeout_ms = timeout_ms,
	};
	return true;
}

bool store_open(const char *path, const char *backups, struct store **store, struct err *err)
{
	return handle_open(path, backups, WAIT_MS, store, err);
}

void store_close(struct store *store)
{
	if (store == NULL)
		return;
	sqlite3_close(store->db);
	free(store->path);
	free(store->backups);
	free(store);
}

bool handle_ready(struct store *store, struct err *err)
{
	struct stat found;
	sqlite3 *db;
	int moved = 0;

	if (store->path == NULL || store->looks > 0)
		return true;
	if (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK)
		return db_fail(store->db, err);
	if (moved == 0)
		return true;
	if (lstat(store->path, &found) != 0)
		return err_set(err, ERR_STORE,
			       "the store '%s' was moved or removed while it was open: %s",
			       store->path, strerror(errno));
	if (!connect(store->path, store->backups, store->timeout_ms, &db, err))
		return false;
	sqlite3_close(store->db);
	store->db = db;
	store->version++;
	return true;
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

	if (!handle_ready(store, err) ||
	    !db_number(store->db, "PRAGMA data_version", NULL, 0, &seen, err))
		return false;
	if (seen != store->seen) {
		store->seen = seen;
		store->version++;
	}
	*version = store->version;
	return true;
}
