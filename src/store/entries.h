/* SPDX-License-Identifier: MIT */
/*
 * What all entries a person makes have in common in the store: an id, a moment, and rows that come and go. Knows the
 * columns every subject has, and none of the others.
 */
#ifndef STORE_ENTRIES_H
#define STORE_ENTRIES_H

#include "changes.h"

/*
 * The row an entry lives in now: that of its first version, or where it was edited, one found by the index of those.
 * ERR_NOT_FOUND where there is none. Not for revisions, which have no id.
 */
MUST_USE bool entry_row(sqlite3 *db, enum subject subject, int64_t id, int64_t *row,
			struct err *err);

/* Writes one row. */
typedef bool entry_put(sqlite3 *db, int64_t row, int64_t id, const void *value, struct err *err);

/* A change that brings or replaces one entry. */
struct entry_write {
	enum subject subject;
	entry_put *put;
	const void *value; /* handed to put */
	int64_t now_utc;
	const char *what;
};
MUST_USE bool entry_add(struct store *store, const struct entry_write *write, int64_t *id,
			struct err *err);
MUST_USE bool entry_edit(struct store *store, const struct entry_write *write, int64_t id,
			 struct err *err);
MUST_USE bool entry_remove(struct store *store, const struct entry_write *write, int64_t id,
			   struct err *err);

/* What every row begins with: bound to ?1 to ?5 of an insert statement, to be finalised. */
struct entry_stamp {
	int64_t row, id, utc;
	int16_t utc_offset;
};
MUST_USE bool entry_prepare(sqlite3 *db, const char *insert, struct entry_stamp stamp,
			    sqlite3_stmt **stmt, struct err *err);

/* The id, the time and the offset in three columns of a row; ERR_STORE where taper never wrote such. Leaves stamp->row alone. */
MUST_USE bool entry_stamp_read(sqlite3_stmt *stmt, int column, struct entry_stamp *stamp,
			       struct err *err);

/* True for a wall time, in minutes, that an entry can have. */
bool entry_wall_fits(int64_t wall);

/* Ends a select of entry_walk. */
#define ENTRY_FORWARDS " WHERE live = 1 AND wall >= ?1 AND wall < ?2 ORDER BY wall, utc, id"
#define ENTRY_BACKWARDS                                                                            \
	" WHERE live = 1 AND wall >= ?1 AND wall < ?2 ORDER BY wall DESC, utc DESC, id DESC"

/* What is done with the row a statement stands at. Without more, or on false, no other follows. */
typedef bool entry_take(void *context, sqlite3_stmt *stmt, bool *more, struct err *err);

struct entry_read {
	const char *select; /* ?1 is the row, or ?1 and ?2 the span */
	entry_take *take;
	void *context; /* handed to take */
};
MUST_USE bool entry_get(struct store *store, enum subject subject, int64_t id,
			const struct entry_read *read, struct err *err);
MUST_USE bool entry_walk(struct store *store, struct span span, const struct entry_read *read,
			 struct err *err);

#endif
