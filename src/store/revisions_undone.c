/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/mem.h"
#include "handle.h"
#include "store/course.h"

struct undone {
	struct plan_undone *items; /* owned */
	size_t count, cap;
	int64_t plan_utc; /* of the start met last */
};

static void take(struct undone *undone, sqlite3_stmt *stmt)
{
	if (sqlite3_column_int64(stmt, 1) != 0)
		undone->plan_utc = sqlite3_column_int64(stmt, 0);
	if (sqlite3_column_int64(stmt, 2) != 0)
		return;
	undone->items =
		mem_grow(undone->items, &undone->cap, undone->count + 1, sizeof(*undone->items));
	undone->items[undone->count++] = (struct plan_undone){
		.plan_utc = undone->plan_utc,
		.levels = (int32_t)sqlite3_column_int64(stmt, 3),
		.slots = (int32_t)sqlite3_column_int64(stmt, 4),
		.end = {.n = (int32_t)sqlite3_column_int64(stmt, 5)},
		.from = {.n = (int32_t)sqlite3_column_int64(stmt, 6)},
		.hold = sqlite3_column_int64(stmt, 7) != 0,
	};
}

static bool read_all(sqlite3 *db, struct undone *undone, struct err *err)
{
	/* Levels are counted only where take looks at them. */
	static const char sql[] = "SELECT r.made, r.kind = 'start', r.live,"
				  " CASE r.live WHEN 0 THEN (SELECT count(*) FROM level l"
				  " WHERE l.revision = r.row) END,"
				  " CASE r.live WHEN 0 THEN (SELECT count(*) FROM slot s"
				  " WHERE s.revision = r.row) END,"
				  " CASE r.live WHEN 0 THEN"
				  " (SELECT coalesce(max(l.first_day + l.days), 0) FROM level l"
				  " WHERE l.revision = r.row) END,"
				  " r.from_day, r.kind = 'hold'"
				  " FROM revision r ORDER BY r.row";
	sqlite3_stmt *stmt;
	bool row = false, ok = db_prepare(db, sql, NULL, 0, &stmt, err);

	while (ok && (ok = db_step(stmt, &row, err)) && row)
		take(undone, stmt);
	sqlite3_finalize(stmt);
	return ok;
}

bool store_plan_undone(struct store *store, struct plan_undone **undone, size_t *count,
		       struct err *err)
{
	struct undone read = {.items = NULL};
	bool ok;

	if (!store_look(store, err))
		return false;
	ok = read_all(store->db, &read, err);
	store_looked(store);
	if (!ok) {
		free(read.items);
		return false;
	}
	*undone = read.items;
	*count = read.count;
	return true;
}
