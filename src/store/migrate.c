/* SPDX-License-Identifier: MIT */
#include "migrate.h"

#include <inttypes.h>
#include <stdio.h>

#include "keep.h"

/* What a file's header says it is. */
struct format {
	int64_t application, version;
	bool empty;
};

static bool read_format(sqlite3 *db, struct format *format, struct err *err)
{
	int64_t tables = 1;

	*format = (struct format){.application = 0};
	if (!db_number(db, "PRAGMA user_version", NULL, 0, &format->version, err) ||
	    !db_number(db, "PRAGMA application_id", NULL, 0, &format->application, err))
		return false;
	if (format->application != 0 || format->version != 0)
		return true;
	if (!db_number(db, "SELECT count(*) FROM sqlite_schema", NULL, 0, &tables, err))
		return false;
	format->empty = tables == 0;
	return true;
}

static bool is_ours(sqlite3 *db, const struct format *format, size_t known, struct err *err)
{
	if (format->empty)
		return true;
	if (format->application != STORE_APPLICATION_ID || format->version < 1)
		return err_set(err, ERR_STORE,
			       "'%s' is not a taper store, but a file of another program",
			       sqlite3_db_filename(db, "main"));
	if (format->version > (int64_t)known)
		return err_set(err, ERR_STORE,
			       "the store '%s' was written by a newer taper (format %" PRId64
			       ", this one knows up to %zu); it was left as it is",
			       sqlite3_db_filename(db, "main"), format->version, known);
	return true;
}

static bool apply(sqlite3 *db, const struct steps *steps, size_t from, struct err *err)
{
	char header[96];

	for (size_t i = from; i < steps->count; i++) {
		if (!db_exec(db, steps->sql[i], err))
			return err_wrap(err, "update to format %zu", i + 1);
	}
	snprintf(header, sizeof(header),
		 "PRAGMA application_id = %" PRId64 "; PRAGMA user_version = %zu",
		 STORE_APPLICATION_ID, steps->count);
	return db_exec(db, header, err);
}

/*
 * Another program may have brought the file up to date, or written to it, since it was looked at.
 */
static bool apply_alone(sqlite3 *db, const struct steps *steps, bool copied, int64_t seen,
			struct err *err)
{
	struct format format;
	int64_t now = 0;

	if (!db_exec(db, "BEGIN IMMEDIATE", err))
		return false;
	if (!read_format(db, &format, err) || !is_ours(db, &format, steps->count, err) ||
	    !db_number(db, "PRAGMA data_version", NULL, 0, &now, err))
		goto fail;
	if (copied && now != seen) {
		err_set(err, ERR_STORE,
			"the store '%s' is in use by another program; try again in a moment",
			sqlite3_db_filename(db, "main"));
		goto fail;
	}
	if ((size_t)format.version < steps->count && !apply(db, steps, (size_t)format.version, err))
		goto fail;
	return db_commit(db, err);
fail:
	db_rollback(db);
	return false;
}

bool migrate_knows(sqlite3 *db, const struct steps *steps, struct err *err)
{
	struct format format;

	if (!read_format(db, &format, err) || !is_ours(db, &format, steps->count, err))
		return false;
	return !format.empty || err_set(err, ERR_STORE, "'%s' is empty, and not a taper store",
					sqlite3_db_filename(db, "main"));
}

bool migrate(sqlite3 *db, const struct steps *steps, const char *backups, struct err *err)
{
	struct format format;
	struct str made = STR_INIT;
	int64_t seen = 0;
	bool done;

	if (!read_format(db, &format, err) || !is_ours(db, &format, steps->count, err))
		return false;
	if ((size_t)format.version == steps->count)
		return true;
	if (format.empty || backups == NULL)
		return apply_alone(db, steps, false, 0, err);
	if (!db_number(db, "PRAGMA data_version", NULL, 0, &seen, err) ||
	    !keep_before(db, NULL, backups, "update", &made, err))
		return false;
	done = apply_alone(db, steps, true, seen, err);
	keep_end(backups, done, &made);
	return done;
}
