/* SPDX-License-Identifier: MIT */
#include "doses.h"

#include <string.h>

#include "base/mem.h"
#include "entries.h"

enum { COL_ID, COL_MILLI = COL_ID + 3, COL_PRODUCT, COL_UNIT, COL_TAGS, COL_NOTE };

bool dose_read(sqlite3_stmt *stmt, struct dose *dose, struct err *err)
{
	struct dose read = {.unit = unit_from_text(db_text(stmt, COL_UNIT))};
	struct entry_stamp stamp;
	int64_t milli = sqlite3_column_int64(stmt, COL_MILLI);

	if (!entry_stamp_read(stmt, COL_ID, &stamp, err))
		return false;
	if (read.unit == UNIT_NONE || milli < 0 || milli > AMOUNT_MAX / AMOUNT_MILLI ||
	    !str_copy(read.product, sizeof(read.product), db_text(stmt, COL_PRODUCT)))
		return db_damaged(sqlite3_db_handle(stmt), err);
	read.id = stamp.id;
	read.utc = stamp.utc;
	read.utc_offset = stamp.utc_offset;
	read.amount = amount_from_milli(milli);
	read.tags = (char *)(uintptr_t)db_text(stmt, COL_TAGS);
	read.note = (char *)(uintptr_t)db_text(stmt, COL_NOTE);
	*dose = read;
	return true;
}

bool dose_prepare_insert(sqlite3 *db, sqlite3_stmt **insert, struct err *err)
{
	return db_prepare(
		db,
		"INSERT INTO dose(row, id, utc, utc_offset, wall, milli, product, tags, note)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
		NULL, 0, insert, err);
}

bool dose_insert(sqlite3_stmt *insert, int64_t row, int64_t id, int64_t product,
		 const struct dose *dose, struct err *err)
{
	const int64_t values[] = {
		row,
		id,
		dose->utc,
		dose->utc_offset,
		dose_wall(dose),
		amount_milli(dose->amount),
		product,
	};

	for (int i = 0; i < (int)(sizeof(values) / sizeof(values[0])); i++)
		sqlite3_bind_int64(insert, i + 1, values[i]);
	db_bind_text(insert, 8, dose->tags);
	db_bind_text(insert, 9, dose->note);
	return db_done(insert, err);
}

bool product_find(sqlite3 *db, const char *name, enum unit unit, int64_t *product, struct err *err)
{
	sqlite3_stmt *stmt;
	bool row;
	bool ok = db_prepare(db, "SELECT id FROM product WHERE name = ?1 AND unit = ?2", NULL, 0,
			     &stmt, err);

	if (ok) {
		db_bind_text(stmt, 1, name);
		db_bind_text(stmt, 2, unit_name(unit));
		ok = db_step(stmt, &row, err);
	}
	if (ok)
		*product = row ? sqlite3_column_int64(stmt, 0) : 0;
	sqlite3_finalize(stmt);
	return ok;
}

bool product_make(sqlite3 *db, const char *name, enum unit unit, int64_t *product, struct err *err)
{
	sqlite3_stmt *stmt;
	int64_t found;
	bool ok;

	if (!product_find(db, name, unit, &found, err))
		return false;
	if (found != 0) {
		*product = found;
		return true;
	}
	ok = db_prepare(db, "INSERT INTO product(name, unit) VALUES(?1, ?2)", NULL, 0, &stmt, err);
	if (ok) {
		db_bind_text(stmt, 1, name);
		db_bind_text(stmt, 2, unit_name(unit));
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	if (ok)
		*product = sqlite3_last_insert_rowid(db);
	return ok;
}

static bool put(struct change_pen *pen, int64_t row, int64_t id, const struct dose *dose,
		struct err *err)
{
	sqlite3 *db = pen->store->db;
	sqlite3_stmt *insert = NULL;
	int64_t product = 0;
	bool ok = product_make(db, dose->product, dose->unit, &product, err) &&
		  dose_prepare_insert(db, &insert, err) &&
		  dose_insert(insert, row, id, product, dose, err);

	sqlite3_finalize(insert);
	return ok;
}

bool store_dose_add(struct store *store, const struct dose *dose, int64_t now_utc, const char *what,
		    int64_t *id, struct err *err)
{
	struct change_pen pen;
	int64_t row;

	if (!change_begin(store, now_utc, what, &pen, err))
		return false;
	row = change_row(&pen);
	if (!change_end(&pen, put(&pen, row, row, dose, err), err))
		return false;
	*id = row;
	return true;
}

bool store_dose_get(struct store *store, int64_t id, struct dose *dose, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	struct dose read;
	bool row = false;
	int64_t at;
	bool ok;

	if (!store_look(store, err))
		return false;
	ok = entry_row(store->db, SUBJECT_DOSE, id, &at, err) &&
	     db_prepare(store->db, DOSE_COLUMNS " WHERE d.row = ?1", &at, 1, &stmt, err) &&
	     db_step(stmt, &row, err);
	if (ok && !row)
		ok = db_damaged(store->db, err);
	ok = ok && dose_read(stmt, &read, err);
	if (ok)
		dose_copy(dose, &read);
	sqlite3_finalize(stmt);
	store_looked(store);
	return ok;
}

bool store_dose_edit(struct store *store, const struct dose *dose, int64_t now_utc,
		     const char *what, struct err *err)
{
	struct change_pen pen;
	int64_t row;
	bool ok;

	if (!change_begin(store, now_utc, what, &pen, err))
		return false;
	ok = entry_row(store->db, SUBJECT_DOSE, dose->id, &row, err) &&
	     change_remove(&pen, SUBJECT_DOSE, row, err) &&
	     put(&pen, change_row(&pen), dose->id, dose, err);
	return change_end(&pen, ok, err);
}

bool store_dose_remove(struct store *store, int64_t id, int64_t now_utc, const char *what,
		       struct err *err)
{
	struct change_pen pen;
	int64_t row;
	bool ok;

	if (!change_begin(store, now_utc, what, &pen, err))
		return false;
	ok = entry_row(store->db, SUBJECT_DOSE, id, &row, err) &&
	     change_remove(&pen, SUBJECT_DOSE, row, err);
	return change_end(&pen, ok, err);
}
