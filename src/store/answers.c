/* SPDX-License-Identifier: MIT */
#include "store/diary.h"

#include "base/mem.h"
#include "entries.h"
#include "puts.h"

bool answers_put(sqlite3 *db, int64_t row, int64_t id, const void *value, struct err *err)
{
	const struct answers *answers = value;
	const struct entry_stamp stamp = {row, id, answers->utc, answers->utc_offset};
	sqlite3_stmt *stmt;
	bool ok = entry_prepare(db,
				"INSERT INTO answers(row, id, utc, utc_offset, wall, kind, body)"
				" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
				stamp, &stmt, err);

	if (ok) {
		db_bind_text(stmt, 6, answers->kind);
		db_bind_text(stmt, 7, answers->body);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

bool store_answers_add(struct store *store, const struct answers *answers, int64_t now_utc,
		       const char *what, int64_t *id, struct err *err)
{
	const struct entry_write write = {SUBJECT_ANSWERS, answers_put, answers, now_utc, what};

	return entry_add(store, &write, id, err);
}

/* The answers of the next row, whose body is its own; none is what is said where there is no row. */
static bool take_one(struct store *store, sqlite3_stmt *stmt, const char *none,
		     struct answers *answers, struct err *err)
{
	struct answers read = ANSWERS_INIT;
	struct entry_stamp stamp;
	bool row = false;

	if (!db_step(stmt, &row, err))
		return false;
	if (!row)
		return err_set(err, ERR_NOT_FOUND, "there are no answers of %s", none);
	if (!entry_stamp_read(stmt, 0, &stamp, err))
		return false;
	read.id = stamp.id;
	read.utc = stamp.utc;
	read.utc_offset = stamp.utc_offset;
	if (!str_copy(read.kind, sizeof(read.kind), db_text(stmt, 3)))
		return db_damaged(store->db, err);
	read.body = mem_dup(db_text(stmt, 4));
	*answers = read;
	return true;
}

bool store_answers_last(struct store *store, const char *kind, struct answers *answers,
			struct err *err)
{
	struct str none = STR_INIT;
	sqlite3_stmt *stmt;
	bool ok;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db,
			"SELECT id, utc, utc_offset, kind, body FROM answers"
			" WHERE live = 1 AND kind = ?1 ORDER BY row DESC LIMIT 1",
			NULL, 0, &stmt, err);
	if (ok) {
		str_addf(&none, "the kind '%s'", kind);
		db_bind_text(stmt, 1, kind);
		ok = take_one(store, stmt, none.data, answers, err);
	}
	str_free(&none);
	sqlite3_finalize(stmt);
	return ok;
}

bool store_change_answers(struct store *store, const struct change *change, struct answers *answers,
			  struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db,
			"SELECT a.id, a.utc, a.utc_offset, a.kind, a.body"
			" FROM change c JOIN answers a ON a.row BETWEEN c.first AND c.last"
			" WHERE c.id = ?1 ORDER BY a.row LIMIT 1",
			&change->id, 1, &stmt, err) &&
	     take_one(store, stmt, "that change", answers, err);
	sqlite3_finalize(stmt);
	return ok;
}

static bool take_next(struct store *store, sqlite3_stmt *stmt, answers_visit *visit, void *context,
		      bool *more, struct err *err)
{
	struct err inner = {.code = ERR_NONE};
	struct answers answers = {.body = (char *)(uintptr_t)db_text(stmt, 4)};
	struct entry_stamp stamp;

	if (!entry_stamp_read(stmt, 0, &stamp, err))
		return false;
	answers.id = stamp.id;
	answers.utc = stamp.utc;
	answers.utc_offset = stamp.utc_offset;
	if (!str_copy(answers.kind, sizeof(answers.kind), db_text(stmt, 3)))
		return db_damaged(store->db, err);
	*more = visit(context, &answers, &inner);
	if (inner.code == ERR_NONE)
		return true;
	*err = inner;
	return false;
}

static bool walk(struct store *store, sqlite3_stmt *stmt, answers_visit *visit, void *context,
		 struct err *err)
{
	bool row = true, more = true, ok = true;

	while (ok && more && (ok = db_step(stmt, &row, err)) && row)
		ok = take_next(store, stmt, visit, context, &more, err);
	return ok;
}

bool store_answers_walk(struct store *store, answers_visit *visit, void *context, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db,
			"SELECT id, utc, utc_offset, kind, body FROM answers"
			" WHERE live = 1 ORDER BY row",
			NULL, 0, &stmt, err) &&
	     walk(store, stmt, visit, context, err);
	sqlite3_finalize(stmt);
	return ok;
}

bool store_answers_of(struct store *store, const char *kind, int64_t from_utc, answers_visit *visit,
		      void *context, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db,
			"SELECT id, utc, utc_offset, kind, body FROM answers"
			" WHERE live = 1 AND utc >= ?1 AND kind = ?2 ORDER BY row",
			&from_utc, 1, &stmt, err);
	if (ok) {
		db_bind_text(stmt, 2, kind);
		ok = walk(store, stmt, visit, context, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}
