/* SPDX-License-Identifier: MIT */
#include "store/diary.h"

#include "entries.h"
#include "puts.h"

enum { COL_ID, COL_SECONDS = COL_ID + 3, COL_OUTCOME, COL_TAGS, COL_HELPED, COL_NOTE };
#define COLUMNS "SELECT id, utc, utc_offset, seconds, outcome, tags, helped, note FROM urge"

bool urge_put(sqlite3 *db, int64_t row, int64_t id, const void *value, struct err *err)
{
	const struct urge *urge = value;
	const struct entry_stamp stamp = {row, id, urge->utc, urge->utc_offset};
	sqlite3_stmt *stmt;
	bool ok = entry_prepare(db,
				"INSERT INTO urge(row, id, utc, utc_offset, wall, seconds, outcome,"
				" tags, helped, note)"
				" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
				stamp, &stmt, err);

	if (ok) {
		sqlite3_bind_int(stmt, 6, urge->seconds);
		db_bind_text(stmt, 7, urge_outcome_name(urge->outcome));
		db_bind_text(stmt, 8, urge->tags);
		db_bind_text(stmt, 9, urge->helped);
		db_bind_text(stmt, 10, urge->note);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

struct reader {
	urge_visit *visit;
	void *context;
};

static bool take(void *context, sqlite3_stmt *stmt, bool *more, struct err *err)
{
	const struct reader *reader = context;
	struct err inner = {.code = ERR_NONE};
	struct entry_stamp stamp;
	struct urge urge = {
		.seconds = sqlite3_column_int(stmt, COL_SECONDS),
		.tags = (char *)(uintptr_t)db_text(stmt, COL_TAGS),
		.helped = (char *)(uintptr_t)db_text(stmt, COL_HELPED),
		.note = (char *)(uintptr_t)db_text(stmt, COL_NOTE),
	};

	if (!entry_stamp_read(stmt, COL_ID, &stamp, err))
		return false;
	urge.id = stamp.id;
	urge.utc = stamp.utc;
	urge.utc_offset = stamp.utc_offset;
	if (!urge_outcome_read(db_text(stmt, COL_OUTCOME), &urge.outcome) || urge.seconds < 0 ||
	    urge.seconds > URGE_SECONDS_MAX)
		return db_damaged(sqlite3_db_handle(stmt), err);
	*more = reader->visit(reader->context, &urge, &inner);
	if (inner.code == ERR_NONE)
		return true;
	*err = inner;
	return false;
}

bool store_urge_add(struct store *store, const struct urge *urge, int64_t now_utc, const char *what,
		    int64_t *id, struct err *err)
{
	const struct entry_write write = {SUBJECT_URGE, urge_put, urge, now_utc, what};

	return entry_add(store, &write, id, err);
}

bool store_urge_edit(struct store *store, const struct urge *urge, int64_t now_utc,
		     const char *what, struct err *err)
{
	const struct entry_write write = {SUBJECT_URGE, urge_put, urge, now_utc, what};

	return entry_edit(store, &write, urge->id, err);
}

static bool copy_one(void *context, const struct urge *urge, struct err *err)
{
	(void)err;
	urge_copy(context, urge);
	return false;
}

bool store_urge_get(struct store *store, int64_t id, struct urge *urge, struct err *err)
{
	struct reader reader = {copy_one, urge};
	const struct entry_read read = {COLUMNS " WHERE row = ?1", take, &reader};

	return entry_get(store, SUBJECT_URGE, id, &read, err);
}

bool store_urge_walk(struct store *store, struct span span, bool backward, urge_visit *visit,
		     void *context, struct err *err)
{
	struct reader reader = {visit, context};
	const struct entry_read read = {backward ? COLUMNS ENTRY_BACKWARDS : COLUMNS ENTRY_FORWARDS,
					take, &reader};

	return entry_walk(store, span, &read, err);
}
