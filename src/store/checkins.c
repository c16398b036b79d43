/* SPDX-License-Identifier: MIT */
#include "store/diary.h"

#include <stdlib.h>

#include "entries.h"
#include "puts.h"

enum { COL_ROW, COL_ID, COL_SLEEP = COL_ID + 3, COL_NOTE };
#define COLUMNS "SELECT row, id, utc, utc_offset, sleep, note FROM checkin"

static bool put_scores(sqlite3 *db, int64_t row, const struct checkin *checkin, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = db_prepare(db, "INSERT INTO score(checkin, item, value) VALUES(?1, ?2, ?3)", &row,
			     1, &stmt, err);

	for (size_t i = 0; ok && i < checkin->count; i++) {
		db_bind_text(stmt, 2, checkin->scores[i].item);
		sqlite3_bind_int(stmt, 3, checkin->scores[i].value);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

bool checkin_put(sqlite3 *db, int64_t row, int64_t id, const void *value, struct err *err)
{
	const struct checkin *checkin = value;
	const struct entry_stamp stamp = {row, id, checkin->utc, checkin->utc_offset};
	sqlite3_stmt *stmt;
	bool ok = entry_prepare(db,
				"INSERT INTO checkin(row, id, utc, utc_offset, wall, sleep, note)"
				" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
				stamp, &stmt, err);

	if (ok) {
		sqlite3_bind_int(stmt, 6, checkin->sleep_minutes);
		db_bind_text(stmt, 7, checkin->note);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok && put_scores(db, row, checkin, err);
}

/* A check-in being read; its memory serves for the next one. */
struct reader {
	struct checkin checkin; /* note borrowed */
	sqlite3_stmt *scores;   /* prepared with the first row */
	checkin_visit *visit;
	void *context;
};

static bool read_scores(struct reader *reader, sqlite3 *db, int64_t row, struct err *err)
{
	struct checkin *checkin = &reader->checkin;
	bool there = false, ok = true;

	checkin->count = 0;
	if (reader->scores == NULL)
		ok = db_prepare(db,
				"SELECT item, value FROM score WHERE checkin = ?1 ORDER BY item",
				NULL, 0, &reader->scores, err);
	if (ok)
		sqlite3_bind_int64(reader->scores, 1, row);
	while (ok && (ok = db_step(reader->scores, &there, err)) && there) {
		const char *item = db_text(reader->scores, 0);
		int value = sqlite3_column_int(reader->scores, 1);
		char checked[SCORE_ITEM_SIZE];

		if (!str_copy(checked, sizeof(checked), item) || value < 0 || value > SCORE_WORST ||
		    checkin->count == CHECKIN_SCORE_MAX)
			return db_damaged(db, err);
		checkin_set(checkin, checked, value);
	}
	return ok;
}

static bool take(void *context, sqlite3_stmt *stmt, bool *more, struct err *err)
{
	struct reader *reader = context;
	struct checkin *checkin = &reader->checkin;
	struct err inner = {.code = ERR_NONE};
	struct entry_stamp stamp;

	if (!entry_stamp_read(stmt, COL_ID, &stamp, err))
		return false;
	checkin->id = stamp.id;
	checkin->utc = stamp.utc;
	checkin->utc_offset = stamp.utc_offset;
	checkin->sleep_minutes = (int16_t)sqlite3_column_int(stmt, COL_SLEEP);
	if (checkin->sleep_minutes < -1 || checkin->sleep_minutes > MINUTES_A_DAY)
		return db_damaged(sqlite3_db_handle(stmt), err);
	checkin->note = (char *)(uintptr_t)db_text(stmt, COL_NOTE);
	if (!read_scores(reader, sqlite3_db_handle(stmt), sqlite3_column_int64(stmt, COL_ROW), err))
		return false;
	*more = reader->visit(reader->context, checkin, &inner);
	if (inner.code == ERR_NONE)
		return true;
	*err = inner;
	return false;
}

static void end(struct reader *reader)
{
	sqlite3_finalize(reader->scores);
	free(reader->checkin.scores);
}

bool store_checkin_add(struct store *store, const struct checkin *checkin, int64_t now_utc,
		       const char *what, int64_t *id, struct err *err)
{
	const struct entry_write write = {SUBJECT_CHECKIN, checkin_put, checkin, now_utc, what};

	return entry_add(store, &write, id, err);
}

bool store_checkin_edit(struct store *store, const struct checkin *checkin, int64_t now_utc,
			const char *what, struct err *err)
{
	const struct entry_write write = {SUBJECT_CHECKIN, checkin_put, checkin, now_utc, what};

	return entry_edit(store, &write, checkin->id, err);
}

static bool copy_one(void *context, const struct checkin *checkin, struct err *err)
{
	(void)err;
	checkin_copy(context, checkin);
	return false;
}

bool store_checkin_get(struct store *store, int64_t id, struct checkin *checkin, struct err *err)
{
	struct reader reader = {.visit = copy_one, .context = checkin};
	const struct entry_read read = {COLUMNS " WHERE row = ?1", take, &reader};
	bool ok = entry_get(store, SUBJECT_CHECKIN, id, &read, err);

	end(&reader);
	return ok;
}

bool store_checkin_walk(struct store *store, struct span span, bool backward, checkin_visit *visit,
			void *context, struct err *err)
{
	struct reader reader = {.visit = visit, .context = context};
	const struct entry_read read = {backward ? COLUMNS ENTRY_BACKWARDS : COLUMNS ENTRY_FORWARDS,
					take, &reader};
	bool ok = entry_walk(store, span, &read, err);

	end(&reader);
	return ok;
}
