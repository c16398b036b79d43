/* SPDX-License-Identifier: MIT */
#include "changes.h"

#include <assert.h>
#include <string.h>

#include "keep.h"

struct subject_sql {
	const char *remove; /* ?1 row, ?2 change */
	const char *came;   /* rows ?1 to ?2 get live ?3 */
	const char *went;   /* rows that died in change ?1 get live ?2 */
};

#define SUBJECT_SQL(table)                                                                         \
	{                                                                                          \
		.remove = "UPDATE " table " SET live = 0, died = ?2 WHERE row = ?1",               \
		.came = "UPDATE " table " SET live = ?3 WHERE row BETWEEN ?1 AND ?2",              \
		.went = "UPDATE " table " SET live = ?2 WHERE died = ?1",                          \
	}

static const struct subject_sql subjects[SUBJECT_COUNT] = {
	[SUBJECT_DOSE] = SUBJECT_SQL("dose"),       [SUBJECT_REVISION] = SUBJECT_SQL("revision"),
	[SUBJECT_CHECKIN] = SUBJECT_SQL("checkin"), [SUBJECT_URGE] = SUBJECT_SQL("urge"),
	[SUBJECT_NOTE] = SUBJECT_SQL("note"),       [SUBJECT_ANSWERS] = SUBJECT_SQL("answers"),
};

static bool add_entry(struct change_pen *pen, int64_t now_utc, const char *what, struct err *err)
{
	sqlite3 *db = pen->store->db;
	const int64_t values[] = {now_utc, pen->first, pen->first - 1};
	sqlite3_stmt *stmt;
	bool ok = db_prepare(db, "INSERT INTO change(at, first, last, what) VALUES(?1, ?2, ?3, ?4)",
			     values, 3, &stmt, err);

	if (ok)
		db_bind_text(stmt, 4, what);
	ok = ok && db_done(stmt, err);
	sqlite3_finalize(stmt);
	pen->id = sqlite3_last_insert_rowid(db);
	return ok;
}

bool change_begin(struct store *store, int64_t now_utc, const char *what, struct change_pen *pen,
		  struct err *err)
{
	int64_t last = 0;

	assert(strlen(what) < sizeof(((struct change *)NULL)->what));
	assert(store->looks == 0);
	if (!handle_ready(store, err))
		return false;
	keep_day(store);
	if (!handle_begin(store, err))
		return false;
	if (!db_number(store->db, "SELECT last FROM change ORDER BY id DESC LIMIT 1", NULL, 0,
		       &last, err) ||
	    !db_exec(store->db, "UPDATE change SET undone = 2 WHERE undone = 1", err))
		goto fail;
	*pen = (struct change_pen){.store = store, .first = last + 1, .next = last + 1};
	if (add_entry(pen, now_utc, what, err))
		return true;
fail:
	handle_cancel(store);
	return false;
}

int64_t change_row(struct change_pen *pen)
{
	return pen->next++;
}

bool change_remove(struct change_pen *pen, enum subject subject, int64_t row, struct err *err)
{
	const int64_t values[] = {row, pen->id};

	return db_run(pen->store->db, subjects[subject].remove, values, 2, err);
}

bool change_commit(struct change_pen *pen, struct err *err)
{
	const int64_t values[] = {pen->id, pen->next - 1};

	if (!db_run(pen->store->db, "UPDATE change SET last = ?2 WHERE id = ?1", values, 2, err)) {
		change_cancel(pen);
		return false;
	}
	if (!handle_commit(pen->store, err))
		return false;
	pen->store->version++;
	return true;
}

void change_cancel(struct change_pen *pen)
{
	handle_cancel(pen->store);
}

bool change_end(struct change_pen *pen, bool ok, struct err *err)
{
	if (ok)
		return change_commit(pen, err);
	change_cancel(pen);
	return false;
}

/* One entry as undo and redo need it. */
struct entry {
	struct change change;
	int64_t first, last;
};

static bool find_entry(sqlite3 *db, const char *sql, bool *found, struct entry *entry,
		       struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = db_prepare(db, sql, NULL, 0, &stmt, err) && db_step(stmt, found, err);

	if (ok && *found) {
		*entry = (struct entry){
			.change = {.id = sqlite3_column_int64(stmt, 0),
				   .at_utc = sqlite3_column_int64(stmt, 1)},
			.first = sqlite3_column_int64(stmt, 3),
			.last = sqlite3_column_int64(stmt, 4),
		};
		ok = str_copy(entry->change.what, sizeof(entry->change.what), db_text(stmt, 2)) ||
		     db_damaged(db, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

/* What goes out of sight goes first, so that no two versions of a thing are there at once. */
static bool turn(sqlite3 *db, const struct entry *entry, bool undo, bool *plan, struct err *err)
{
	const int64_t came[] = {entry->first, entry->last, undo ? 0 : 1};
	const int64_t went[] = {entry->change.id, undo ? 1 : 0};
	const int64_t mark[] = {entry->change.id, undo ? 1 : 0};

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < SUBJECT_COUNT; i++) {
			bool came_now = (pass == 0) == undo;
			bool ok = came_now ? db_run(db, subjects[i].came, came, 3, err)
					   : db_run(db, subjects[i].went, went, 2, err);

			if (!ok)
				return false;
			*plan = *plan || (i == SUBJECT_REVISION && sqlite3_changes(db) > 0);
		}
	}
	return db_run(db, "UPDATE change SET undone = ?2 WHERE id = ?1", mark, 2, err);
}

/*
 * An entry with no rows that can be neither undone nor redone: whoever was given the plan before has to learn that it is another
 * one again, so that turning back counts as a change too. See store_plan_turns.
 */
static bool note_turn(sqlite3 *db, const struct entry *entry, struct err *err)
{
	return db_run(db,
		      "INSERT INTO change(at, first, last, what, undone)"
		      " SELECT ?1, last + 1, last, 'back or again in the plan', 2"
		      " FROM change ORDER BY id DESC LIMIT 1",
		      &entry->change.at_utc, 1, err);
}

static bool take(struct store *store, bool undo, struct change *change, struct err *err)
{
	static const char newest[] = "SELECT id, at, what, first, last FROM change"
				     " WHERE undone = 0 ORDER BY id DESC LIMIT 1";
	static const char undone[] = "SELECT id, at, what, first, last FROM change"
				     " WHERE undone = 1 ORDER BY id LIMIT 1";
	struct entry entry;
	bool found, plan = false;

	if (!handle_ready(store, err))
		return false;
	keep_day(store);
	if (!handle_begin(store, err))
		return false;
	if (!find_entry(store->db, undo ? newest : undone, &found, &entry, err))
		goto fail;
	if (!found) {
		err_set(err, ERR_NOT_FOUND, "there is nothing to %s", undo ? "undo" : "redo");
		goto fail;
	}
	if (!turn(store->db, &entry, undo, &plan, err) ||
	    (plan && !note_turn(store->db, &entry, err)))
		goto fail;
	if (!handle_commit(store, err))
		return false;
	store->version++;
	*change = entry.change;
	return true;
fail:
	handle_cancel(store);
	return false;
}

bool store_undo(struct store *store, struct change *change, struct err *err)
{
	return take(store, true, change, err);
}

bool store_redo(struct store *store, struct change *change, struct err *err)
{
	return take(store, false, change, err);
}
