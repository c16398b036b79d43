/* SPDX-License-Identifier: MIT */
#include "db.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct words {
	int result;
	enum err_code code;
	const char *say;
	bool system; /* the system has a word to add */
};

static const char no_space[] = "can't grow: there is no space left; nothing was changed";

static const struct words words[] = {
	{SQLITE_BUSY, ERR_STORE, "is in use by another program; try again in a moment", false},
	{SQLITE_LOCKED, ERR_STORE, "is in use by another program; try again in a moment", false},
	{SQLITE_CORRUPT, ERR_STORE, "is damaged or not a taper store", false},
	{SQLITE_NOTADB, ERR_STORE, "is damaged or not a taper store", false},
	{SQLITE_FULL, ERR_IO, no_space, false},
	{SQLITE_TOOBIG, ERR_INVALID, "can't hold a text of that length", false},
	{SQLITE_READONLY_DBMOVED, ERR_STORE,
	 "was moved or removed while it was open; nothing was changed", false},
	{SQLITE_READONLY_DIRECTORY, ERR_IO, "can't be written: its folder is read-only", false},
	{SQLITE_READONLY, ERR_IO, "can't be written: it is read-only", false},
	{SQLITE_CANTOPEN_SYMLINK, ERR_IO, "is a symbolic link, and taper needs the file itself",
	 false},
	{SQLITE_CANTOPEN, ERR_IO, "can't be opened", true},
	{SQLITE_PERM, ERR_IO, "can't be opened", true},
	{SQLITE_IOERR, ERR_IO, "can't be read or written", true},
	{SQLITE_CONSTRAINT, ERR_INVALID, "does not take a value that is out of range", false},
};

static const struct words *words_of(int result)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (words[i].result == result)
			return &words[i];
	}
	return NULL;
}

static bool means_no_space(int number)
{
	return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static const char *name_of(sqlite3 *db)
{
	const char *name = sqlite3_db_filename(db, "main");

	return name != NULL && name[0] != '\0' ? name : "in memory";
}

/*
 * What the system said. By the time a write is reported, SQLite has often forgotten it, but the
 * file has not.
 */
static int system_number(sqlite3 *db)
{
	int number = sqlite3_system_errno(db);

	if (number == 0)
		sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
	return number;
}

static bool was_replaced(sqlite3 *db, struct err *err)
{
	return err_set(err, ERR_STORE,
		       "another program just put another file in the place of the store '%s' (it "
		       "locks or restores it); nothing was changed, so try again",
		       name_of(db));
}

bool db_is_there(sqlite3 *db, struct err *err)
{
	int moved = 0;

	if (sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK)
		return db_fail(db, err);
	return moved == 0 || was_replaced(db, err);
}

/* What lies under a name no more is overwritten once the log is locked: nothing is wrong with the log. */
static bool is_of_the_past(sqlite3 *db, int result)
{
	int moved = 0;

	return ((result & 0xFF) == SQLITE_NOTADB || (result & 0xFF) == SQLITE_CORRUPT) &&
	       sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
	       moved != 0;
}

bool db_fail(sqlite3 *db, struct err *err)
{
	int result = sqlite3_extended_errcode(db);
	const struct words *found = words_of(result);
	int number;

	if (is_of_the_past(db, result))
		return was_replaced(db, err);
	if (found == NULL)
		found = words_of(result & 0xFF);
	if (found == NULL)
		return err_set(err, ERR_STORE, "the store '%s' can't be used: %s", name_of(db),
			       sqlite3_errmsg(db));
	if (!found->system)
		return err_set(err, found->code, "the store '%s' %s", name_of(db), found->say);
	number = system_number(db);
	if (means_no_space(number))
		return err_set(err, ERR_IO, "the store '%s' %s", name_of(db), no_space);
	if (number != 0)
		return err_set(err, found->code, "the store '%s' %s: %s", name_of(db), found->say,
			       strerror(number));
	return err_set(err, found->code, "the store '%s' %s", name_of(db), found->say);
}

bool db_damaged(sqlite3 *db, struct err *err)
{
	return err_set(err, ERR_STORE, "the store '%s' is damaged or not a taper store",
		       name_of(db));
}

/* taper's tables have neither views nor triggers: those of a stranger's file are not obeyed. */
static bool configure(sqlite3 *db, int timeout_ms)
{
	static const struct {
		int option, value;
	} options[] = {
		{SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_DQS_DDL, 0},     {SQLITE_DBCONFIG_DQS_DML, 0},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
		{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
		int now = -1;

		if (sqlite3_db_config(db, options[i].option, options[i].value, &now) != SQLITE_OK ||
		    now != options[i].value)
			return false;
	}
	return sqlite3_busy_timeout(db, timeout_ms) == SQLITE_OK;
}

static bool open_with(const char *path, int how, int timeout_ms, sqlite3 **db, struct err *err)
{
	static const int always =
		SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	sqlite3 *opened = NULL;
	mode_t mask = umask(077);
	int result;

	/*
	 * taper has one thread and asks for no figures of memory; without locks for both a short command is shorter. So it is where
	 * pages get their memory one by one: twenty at once, which is usual, are more than it reads.
	 */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	result = sqlite3_open_v2(path, &opened, how | always, NULL);

	umask(mask);
	if (result == SQLITE_OK && configure(opened, timeout_ms)) {
		*db = opened;
		return true;
	}
	if (opened == NULL)
		err_set(err, ERR_STORE, "the store can't be opened: %s", sqlite3_errstr(result));
	else
		db_fail(opened, err);
	sqlite3_close(opened);
	return false;
}

bool db_open(const char *path, int timeout_ms, sqlite3 **db, struct err *err)
{
	return open_with(path != NULL ? path : ":memory:",
			 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, timeout_ms, db, err);
}

bool db_open_read(const char *path, int timeout_ms, sqlite3 **db, struct err *err)
{
	return open_with(path, SQLITE_OPEN_READONLY, timeout_ms, db, err);
}

bool db_open_there(const char *path, int timeout_ms, sqlite3 **db, struct err *err)
{
	return open_with(path, SQLITE_OPEN_READWRITE, timeout_ms, db, err);
}

bool db_begins_well(const char *path)
{
	static const char magic[16] = "SQLite format 3";
	char begin[sizeof(magic)];
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool well = fd >= 0 && read(fd, begin, sizeof(begin)) == (ssize_t)sizeof(begin) &&
		    memcmp(begin, magic, sizeof(magic)) == 0;

	if (fd >= 0)
		close(fd);
	return well;
}

bool db_exec(sqlite3 *db, const char *sql, struct err *err)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK || db_fail(db, err);
}

void db_rollback(sqlite3 *db)
{
	if (!sqlite3_get_autocommit(db))
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
}

void db_end_read(sqlite3 *db)
{
	if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		db_rollback(db);
}

bool db_commit(sqlite3 *db, struct err *err)
{
	if (db_exec(db, "COMMIT", err))
		return true;
	db_rollback(db);
	return false;
}

bool db_prepare(sqlite3 *db, const char *sql, const int64_t *values, int count, sqlite3_stmt **stmt,
		struct err *err)
{
	if (sqlite3_prepare_v2(db, sql, -1, stmt, NULL) != SQLITE_OK)
		return db_fail(db, err);
	for (int i = 0; i < count; i++)
		sqlite3_bind_int64(*stmt, i + 1, values[i]);
	return true;
}

bool db_step(sqlite3_stmt *stmt, bool *row, struct err *err)
{
	int result = sqlite3_step(stmt);

	if (result != SQLITE_ROW && result != SQLITE_DONE) {
		db_fail(sqlite3_db_handle(stmt), err);
		sqlite3_reset(stmt);
		return false;
	}
	*row = result == SQLITE_ROW;
	if (!*row)
		sqlite3_reset(stmt);
	return true;
}

bool db_done(sqlite3_stmt *stmt, struct err *err)
{
	bool row;

	if (!db_step(stmt, &row, err))
		return false;
	assert(!row);
	return true;
}

bool db_run(sqlite3 *db, const char *sql, const int64_t *values, int count, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = db_prepare(db, sql, values, count, &stmt, err) && db_done(stmt, err);

	sqlite3_finalize(stmt);
	return ok;
}

bool db_number(sqlite3 *db, const char *sql, const int64_t *values, int count, int64_t *number,
	       struct err *err)
{
	sqlite3_stmt *stmt;
	bool row;
	bool ok = db_prepare(db, sql, values, count, &stmt, err) && db_step(stmt, &row, err);

	if (ok && row && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		*number = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return ok;
}

void db_bind_text(sqlite3_stmt *stmt, int place, const char *text)
{
	if (text == NULL)
		text = "";
	sqlite3_bind_text64(stmt, place, text, strlen(text), SQLITE_STATIC, SQLITE_UTF8);
}

const char *db_text(sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);

	return text != NULL ? (const char *)text : "";
}
