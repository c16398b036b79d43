/* SPDX-License-Identifier: MIT */
#include "store/diary.h"

#include "entries.h"
#include "puts.h"

enum { COL_ID, COL_TEXT = COL_ID + 3 };
#define COLUMNS "SELECT id, utc, utc_offset, text FROM note"

bool note_put(sqlite3 *db, int64_t row, int64_t id, const void *value, struct err *err)
{
	const struct note *note = value;
	const struct entry_stamp stamp = {row, id, note->utc, note->utc_offset};
	sqlite3_stmt *stmt;
	bool ok = entry_prepare(db,
				"INSERT INTO note(row, id, utc, utc_offset, wall, text)"
				" VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
				stamp, &stmt, err);

	if (ok) {
		db_bind_text(stmt, 6, note->text);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

struct reader {
	note_visit *visit;
	void *context;
};

static bool take(void *context, sqlite3_stmt *stmt, bool *more, struct err *err)
{
	const struct reader *reader = context;
	struct err inner = {.code = ERR_NONE};
	struct note note = {.text = (char *)(uintptr_t)db_text(stmt, COL_TEXT)};
	struct entry_stamp stamp;

	if (!entry_stamp_read(stmt, COL_ID, &stamp, err))
		return false;
	note.id = stamp.id;
	note.utc = stamp.utc;
	note.utc_offset = stamp.utc_offset;
	*more = reader->visit(reader->context, &note, &inner);
	if (inner.code == ERR_NONE)
		return true;
	*err = inner;
	return false;
}

bool store_note_add(struct store *store, const struct note *note, int64_t now_utc, const char *what,
		    int64_t *id, struct err *err)
{
	const struct entry_write write = {SUBJECT_NOTE, note_put, note, now_utc, what};

	return entry_add(store, &write, id, err);
}

bool store_note_edit(struct store *store, const struct note *note, int64_t now_utc,
		     const char *what, struct err *err)
{
	const struct entry_write write = {SUBJECT_NOTE, note_put, note, now_utc, what};

	return entry_edit(store, &write, note->id, err);
}

static bool copy_one(void *context, const struct note *note, struct err *err)
{
	(void)err;
	note_copy(context, note);
	return false;
}

bool store_note_get(struct store *store, int64_t id, struct note *note, struct err *err)
{
	struct reader reader = {copy_one, note};
	const struct entry_read read = {COLUMNS " WHERE row = ?1", take, &reader};

	return entry_get(store, SUBJECT_NOTE, id, &read, err);
}

bool store_note_walk(struct store *store, struct span span, bool backward, note_visit *visit,
		     void *context, struct err *err)
{
	struct reader reader = {visit, context};
	const struct entry_read read = {backward ? COLUMNS ENTRY_BACKWARDS : COLUMNS ENTRY_FORWARDS,
					take, &reader};

	return entry_walk(store, span, &read, err);
}
