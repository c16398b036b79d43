/* SPDX-License-Identifier: MIT */
#include "entries.h"

#include "engine/moment.h"

#include <inttypes.h>

#include "engine/diary.h"
#include "store/diary.h"

struct where {
	const char *noun;
	const char *first;  /* ?1 id: the row, where it was never edited */
	const char *edited; /* else */
};

#define WHERE(noun, table)                                                                         \
	{                                                                                          \
		noun, "SELECT row FROM " table " WHERE row = ?1 AND id = ?1 AND live = 1",         \
			"SELECT row FROM " table " WHERE id = ?1 AND live = 1 AND row <> id"       \
	}

static const struct where places[SUBJECT_COUNT] = {
	[SUBJECT_DOSE] = WHERE("dose", "dose"),
	[SUBJECT_CHECKIN] = WHERE("check-in", "checkin"),
	[SUBJECT_URGE] = WHERE("urge", "urge"),
	[SUBJECT_NOTE] = WHERE("note", "note"),
	[SUBJECT_ANSWERS] = WHERE("set of answers", "answers"),
};

static bool find(sqlite3 *db, enum subject subject, int64_t id, int64_t *row, struct err *err)
{
	*row = 0;
	return db_number(db, places[subject].first, &id, 1, row, err) &&
	       (*row != 0 || db_number(db, places[subject].edited, &id, 1, row, err));
}

bool entry_row(sqlite3 *db, enum subject subject, int64_t id, int64_t *row, struct err *err)
{
	int64_t found;

	if (!find(db, subject, id, &found, err))
		return false;
	if (found == 0)
		return err_set(err, ERR_NOT_FOUND, "there is no %s %" PRId64, places[subject].noun,
			       id);
	*row = found;
	return true;
}

bool entry_add(struct store *store, const struct entry_write *write, int64_t *id, struct err *err)
{
	struct change_pen pen;
	int64_t row;

	if (!change_begin(store, write->now_utc, write->what, &pen, err))
		return false;
	row = change_row(&pen);
	if (!change_end(&pen, write->put(store->db, row, row, write->value, err), err))
		return false;
	*id = row;
	return true;
}

bool entry_edit(struct store *store, const struct entry_write *write, int64_t id, struct err *err)
{
	struct change_pen pen;
	int64_t row;
	bool ok;

	if (!change_begin(store, write->now_utc, write->what, &pen, err))
		return false;
	ok = entry_row(store->db, write->subject, id, &row, err) &&
	     change_remove(&pen, write->subject, row, err) &&
	     write->put(store->db, change_row(&pen), id, write->value, err);
	return change_end(&pen, ok, err);
}

bool entry_remove(struct store *store, const struct entry_write *write, int64_t id, struct err *err)
{
	struct change_pen pen;
	int64_t row;
	bool ok;

	if (!change_begin(store, write->now_utc, write->what, &pen, err))
		return false;
	ok = entry_row(store->db, write->subject, id, &row, err) &&
	     change_remove(&pen, write->subject, row, err);
	return change_end(&pen, ok, err);
}

/* The bounds of the tables themselves, which a stranger's file need not keep to: the years 1600 to 9999. */
enum { SECONDS_A_MINUTE = 60 };
static const int64_t first_utc = -11676096000, last_utc = 253402300799;

bool entry_wall_fits(int64_t wall)
{
	return wall >= first_utc / SECONDS_A_MINUTE - MOMENT_OFFSET_MAX &&
	       wall <= last_utc / SECONDS_A_MINUTE + MOMENT_OFFSET_MAX;
}

bool entry_stamp_read(sqlite3_stmt *stmt, int column, struct entry_stamp *stamp, struct err *err)
{
	int64_t id = sqlite3_column_int64(stmt, column);
	int64_t utc = sqlite3_column_int64(stmt, column + 1);
	int64_t offset = sqlite3_column_int64(stmt, column + 2);

	if (id < 1 || utc < first_utc || utc > last_utc || offset < -MOMENT_OFFSET_MAX ||
	    offset > MOMENT_OFFSET_MAX)
		return db_damaged(sqlite3_db_handle(stmt), err);
	stamp->id = id;
	stamp->utc = utc;
	stamp->utc_offset = (int16_t)offset;
	return true;
}

bool entry_prepare(sqlite3 *db, const char *insert, struct entry_stamp stamp, sqlite3_stmt **stmt,
		   struct err *err)
{
	const int64_t values[] = {
		stamp.row,
		stamp.id,
		stamp.utc,
		stamp.utc_offset,
		diary_wall(stamp.utc, stamp.utc_offset),
	};

	return db_prepare(db, insert, values, 5, stmt, err);
}

bool entry_get(struct store *store, enum subject subject, int64_t id, const struct entry_read *read,
	       struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	bool row = false, more = true, ok;
	int64_t at;

	if (!store_look(store, err))
		return false;
	ok = entry_row(store->db, subject, id, &at, err) &&
	     db_prepare(store->db, read->select, &at, 1, &stmt, err) && db_step(stmt, &row, err);
	if (ok && !row)
		ok = db_damaged(store->db, err);
	ok = ok && read->take(read->context, stmt, &more, err);
	sqlite3_finalize(stmt);
	store_looked(store);
	return ok;
}

bool entry_walk(struct store *store, struct span span, const struct entry_read *read,
		struct err *err)
{
	const int64_t range[] = {span.from, span.to};
	bool row = true, more = true, ok;
	sqlite3_stmt *stmt;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db, read->select, range, 2, &stmt, err);
	while (ok && more && (ok = db_step(stmt, &row, err)) && row)
		ok = read->take(read->context, stmt, &more, err);
	sqlite3_finalize(stmt);
	return ok;
}

static const enum subject subjects_of[ENTRY_KIND_COUNT] = {
	[ENTRY_DOSE] = SUBJECT_DOSE,
	[ENTRY_CHECKIN] = SUBJECT_CHECKIN,
	[ENTRY_URGE] = SUBJECT_URGE,
	[ENTRY_NOTE] = SUBJECT_NOTE,
};

bool store_entry_kind(struct store *store, int64_t id, enum entry_kind *kind, struct err *err)
{
	int64_t row = 0;

	if (!handle_ready(store, err))
		return false;
	for (int i = 0; i < ENTRY_KIND_COUNT; i++) {
		if (!find(store->db, subjects_of[i], id, &row, err))
			return false;
		if (row != 0) {
			*kind = (enum entry_kind)i;
			return true;
		}
	}
	return err_set(err, ERR_NOT_FOUND, "there is no entry %" PRId64, id);
}

bool store_entry_remove(struct store *store, enum entry_kind kind, int64_t id, int64_t now_utc,
			const char *what, struct err *err)
{
	const struct entry_write write = {
		.subject = subjects_of[kind],
		.now_utc = now_utc,
		.what = what,
	};

	return entry_remove(store, &write, id, err);
}
