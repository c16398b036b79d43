/* SPDX-License-Identifier: MIT */
#include "salvage.h"

#include "changes.h"
#include "engine/course.h"
#include "ranges.h"
#include "revisions.h"

/* More rows than a page can hold, so that none is beyond the last key that is looked for. */
enum { ROWS_A_PAGE = 256 };

struct table {
	const char *select; /* ?1 to ?2; the first column is the key */
	const char *insert;
	const char *older; /* the select for a store of the first format, where it differs */
};

#define DIARY_TABLE(table, places, columns)                                                        \
	{                                                                                          \
		"SELECT row, id, utc, utc_offset, wall, died, live, " columns " FROM " table       \
		" WHERE row BETWEEN ?1 AND ?2 ORDER BY row",                                       \
			"INSERT OR IGNORE INTO " table                                             \
			"(row, id, utc, utc_offset, wall, died, live, " columns ")"                \
			" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, " places ")",                         \
			NULL                                                                       \
	}
#define REVISION_COLUMNS                                                                           \
	"row, kind, from_day, made, name, title, plan_text, reason, acknowledged, factor, unit,"   \
	" measure, start_from, start, goal, died, live, "
#define REVISION_RANGE " FROM revision WHERE row BETWEEN ?1 AND ?2 ORDER BY row"

/* Whole rows, in an order in which each finds what it names. */
static const struct table tables[] = {
	{"SELECT id, at, what, first, last, undone FROM change WHERE id BETWEEN ?1 AND ?2"
	 " ORDER BY id",
	 "INSERT OR IGNORE INTO change(id, at, what, first, last, undone)"
	 " VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
	 NULL},
	{"SELECT id, name, unit FROM product NOT INDEXED WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
	 "INSERT OR IGNORE INTO product(id, name, unit) VALUES(?1, ?2, ?3)", NULL},
	{"SELECT row, id, utc, utc_offset, wall, milli, product, tags, note, died, live FROM dose"
	 " WHERE row BETWEEN ?1 AND ?2 ORDER BY row",
	 "INSERT OR IGNORE INTO dose(row, id, utc, utc_offset, wall, milli, product, tags, note,"
	 " died, live) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	 NULL},
	{"SELECT " REVISION_COLUMNS "days" REVISION_RANGE,
	 "INSERT OR IGNORE INTO revision(" REVISION_COLUMNS "days) VALUES("
	 "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
	 "SELECT " REVISION_COLUMNS "0" REVISION_RANGE},
	{"SELECT revision, idx, minute, name, share FROM slot WHERE revision BETWEEN ?1 AND ?2"
	 " ORDER BY revision, idx",
	 "INSERT OR IGNORE INTO slot(revision, idx, minute, name, share)"
	 " VALUES(?1, ?2, ?3, ?4, ?5)",
	 NULL},
	{"SELECT revision, idx, first_day, days, phase, target, ideal, asked, asked_bp, cut"
	 " FROM level WHERE revision BETWEEN ?1 AND ?2 ORDER BY revision, idx",
	 "INSERT OR IGNORE INTO level(revision, idx, first_day, days, phase, target, ideal, asked,"
	 " asked_bp, cut) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	 NULL},
	{"SELECT revision, level, slot, amount FROM part WHERE revision BETWEEN ?1 AND ?2"
	 " ORDER BY revision, level, slot",
	 "INSERT OR IGNORE INTO part(revision, level, slot, amount) VALUES(?1, ?2, ?3, ?4)", NULL},
	{"SELECT revision, idx, first_day, days, phase, turn, phase_start, before, asked, ideal,"
	 " target FROM step WHERE revision BETWEEN ?1 AND ?2 ORDER BY revision, idx",
	 "INSERT OR IGNORE INTO step(revision, idx, first_day, days, phase, turn, phase_start,"
	 " before, asked, ideal, target)"
	 " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	 NULL},
	DIARY_TABLE("checkin", "?8, ?9", "sleep, note"),
	{"SELECT checkin, item, value FROM score WHERE checkin BETWEEN ?1 AND ?2"
	 " ORDER BY checkin, item",
	 "INSERT OR IGNORE INTO score(checkin, item, value) VALUES(?1, ?2, ?3)", NULL},
	DIARY_TABLE("urge", "?8, ?9, ?10, ?11, ?12", "seconds, outcome, tags, helped, note"),
	DIARY_TABLE("note", "?8", "text"),
	DIARY_TABLE("answers", "?8, ?9", "kind, body"),
};

/*
 * A product whose row is gone is still in the index of names; a dose whose row is gone is still in
 * the index of totals, but for its tags, its note and the offset, which is taken from the dose
 * before it (else the one after, else the one here and now).
 */
static const struct table products_by_index = {
	"SELECT rowid, name, unit FROM product INDEXED BY sqlite_autoindex_product_1"
	" WHERE name > '' AND rowid BETWEEN ?1 AND ?2",
	"INSERT OR IGNORE INTO product(id, name, unit) VALUES(?1, ?2, ?3)",
	NULL,
};
#define NOT_IN(table) " AND ?2 NOT IN (SELECT row FROM " table ")"
static const struct table doses_by_index = {
	"SELECT wall, row, product, milli FROM dose INDEXED BY dose_wall"
	" WHERE live = 1 AND wall BETWEEN ?1 AND ?2 ORDER BY wall",
	"INSERT OR IGNORE INTO dose(row, id, utc, utc_offset, wall, milli, product, tags, note)"
	" SELECT ?2, ?2, (?1 - o) * 60, o, ?1, ?4, ?3, '', '' FROM (SELECT coalesce("
	" (SELECT utc_offset FROM dose WHERE row < ?2 ORDER BY row DESC LIMIT 1),"
	" (SELECT utc_offset FROM dose WHERE row > ?2 ORDER BY row LIMIT 1),"
	" (SELECT utc_offset FROM here)) AS o)"
	" WHERE ?2 BETWEEN 1 AND 4000000000" SUBJECT_TABLES(NOT_IN),
	NULL,
};

/* What the rest of taper takes for granted. */
#define MEND_DIED(table)                                                                           \
	"UPDATE " table " SET died = NULL WHERE died NOT IN (SELECT id FROM change);"
static const char mend_died[] = SUBJECT_TABLES(MEND_DIED);
static const char mend[] =
	"DELETE FROM step WHERE revision IN"
	" (SELECT revision FROM step GROUP BY revision HAVING count(*) <> max(idx) + 1);"
	"INSERT INTO product(id, name, unit) SELECT DISTINCT product, 'unknown ' || product, 'g'"
	" FROM dose WHERE product NOT IN (SELECT id FROM product);"
	"DELETE FROM revision WHERE"
	" (kind <> 'stop' AND (SELECT count(*) FROM level WHERE revision = row) = 0)"
	" OR (SELECT count(*) <> max(idx) + 1 FROM level WHERE revision = row)"
	" OR (SELECT count(*) <> coalesce(max(idx), -1) + 1 FROM slot WHERE revision = row)"
	" OR (SELECT count(*) FROM part WHERE revision = row) <>"
	" (SELECT count(*) FROM level WHERE revision = row) *"
	" (SELECT count(*) FROM slot WHERE revision = row)";
/* What is given up, one after the other, until the revisions can be read. */
static const char *const given_up[] = {"DELETE FROM step", "DELETE FROM revision"};
static const char tidy[] = "DELETE FROM part WHERE revision NOT IN (SELECT row FROM revision);"
			   "DELETE FROM level WHERE revision NOT IN (SELECT row FROM revision);"
			   "DELETE FROM slot WHERE revision NOT IN (SELECT row FROM revision);"
			   "DELETE FROM step WHERE revision NOT IN (SELECT row FROM revision);"
			   "DELETE FROM score WHERE checkin NOT IN (SELECT row FROM checkin)";

#define MAX_ROW(table) ", (SELECT coalesce(max(row), 0) FROM " table ")"
#define LAST_ROW "max((SELECT coalesce(max(last), 0) FROM change)" SUBJECT_TABLES(MAX_ROW) ")"

struct pour {
	sqlite3 *to;
	sqlite3_stmt *insert;
	int64_t took;
	bool refused; /* the new store can't be written; its handle says why */
};

/* A value that taper would never have written keeps its row out. */
static bool pour_row(void *context, sqlite3_stmt *row)
{
	struct pour *pour = context;
	int result;

	for (int i = 0; i < sqlite3_column_count(row); i++)
		sqlite3_bind_value(pour->insert, i + 1, sqlite3_column_value(row, i));
	result = sqlite3_step(pour->insert);
	if (result == SQLITE_DONE)
		pour->took += sqlite3_changes(pour->to);
	else if ((result & 0xFF) != SQLITE_CONSTRAINT && (result & 0xFF) != SQLITE_TOOBIG)
		pour->refused = true;
	sqlite3_reset(pour->insert);
	return !pour->refused;
}

/* Where even the statement can't be made, the schema is gone, and with it all that it leads to. */
static bool pour_table(sqlite3 *from, sqlite3 *to, const struct table *table, const int64_t span[2],
		       int64_t *took, struct err *err)
{
	struct pour pour = {.to = to};
	struct range_read read = {.row = pour_row, .context = &pour};
	bool ok;

	*took = 0;
	if (sqlite3_prepare_v2(from, table->select, -1, &read.stmt, NULL) != SQLITE_OK &&
	    (table->older == NULL ||
	     sqlite3_prepare_v2(from, table->older, -1, &read.stmt, NULL) != SQLITE_OK))
		return true;
	ok = db_prepare(to, table->insert, NULL, 0, &pour.insert, err);
	if (ok) {
		range_read(&read, span[0], span[1]);
		ok = !pour.refused || db_fail(to, err);
	}
	sqlite3_finalize(read.stmt);
	sqlite3_finalize(pour.insert);
	*took = pour.took;
	return ok;
}

/* Leaves the number as it is where there is no answer. */
static void ask(sqlite3 *from, const char *sql, int64_t *number)
{
	struct err ignored;
	int64_t answer = *number;

	if (db_number(from, sql, NULL, 0, &answer, &ignored))
		*number = answer;
}

static bool pour_whole(sqlite3 *from, sqlite3 *to, struct err *err)
{
	int64_t span[2] = {0, 0}, took;

	ask(from, "PRAGMA page_count", &span[1]);
	span[1] *= ROWS_A_PAGE;
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		if (!pour_table(from, to, &tables[i], span, &took, err))
			return false;
	}
	return pour_table(from, to, &products_by_index, span, &took, err);
}

/* Around what is known already, or where nothing is, in any time a log can be of. */
static bool pour_from_index(sqlite3 *from, sqlite3 *to, const struct salvage_now *now,
			    int64_t *took, struct err *err)
{
	static const int64_t decade = INT64_C(3653) * 24 * 60;
	const int64_t utc_offset = now->utc_offset;
	int64_t span[2] = {now->utc / 60 - 2 * decade, now->utc / 60 + decade};

	if (!db_exec(to, "CREATE TEMP TABLE here(utc_offset INTEGER)", err) ||
	    !db_run(to, "INSERT INTO here VALUES(?1)", &utc_offset, 1, err) ||
	    !db_number(to, "SELECT min(wall) FROM dose", NULL, 0, &span[0], err) ||
	    !db_number(to, "SELECT max(wall) FROM dose", NULL, 0, &span[1], err))
		return false;
	/* The index itself knows best, where its ends can be read. */
	ask(from, "SELECT min(wall) FROM dose INDEXED BY dose_wall WHERE live = 1", &span[0]);
	ask(from, "SELECT max(wall) FROM dose INDEXED BY dose_wall WHERE live = 1", &span[1]);
	return pour_table(from, to, &doses_by_index, span, took, err);
}

static bool revisions_can_be_read(sqlite3 *to)
{
	struct course course = COURSE_INIT;
	struct err ignored;
	bool can = revisions_read(to, NULL, &course, &ignored);

	course_free(&course);
	return can;
}

/* The next change must draw a number that nothing has. */
static bool close_the_list(sqlite3 *to, int64_t now_utc, struct err *err)
{
	return db_run(to,
		      "INSERT INTO change(at, what, first, last, undone)"
		      " SELECT ?1, 'save what could be read', r + 1, r, 2 FROM (SELECT " LAST_ROW
		      " AS r)",
		      &now_utc, 1, err);
}

static bool count_all(sqlite3 *to, struct salvaged *salvaged, struct err *err)
{
	int64_t last = 0;

	if (!db_number(to, "SELECT " LAST_ROW, NULL, 0, &last, err) ||
	    !db_number(to, "SELECT count(*) FROM dose", NULL, 0, &salvaged->doses, err) ||
	    !db_number(to, "SELECT count(*) FROM revision", NULL, 0, &salvaged->plans, err) ||
	    !db_number(to,
		       "SELECT (SELECT count(*) FROM checkin) + (SELECT count(*) FROM urge) +"
		       " (SELECT count(*) FROM note) + (SELECT count(*) FROM answers)",
		       NULL, 0, &salvaged->diary, err) ||
	    !db_number(to, "SELECT count(*) FROM change", NULL, 0, &salvaged->changes, err))
		return false;
	salvaged->lost = last - salvaged->doses - salvaged->plans - salvaged->diary;
	return true;
}

static bool fill(sqlite3 *from, sqlite3 *to, const struct salvage_now *now,
		 struct salvaged *salvaged, struct err *err)
{
	if (!pour_whole(from, to, err) ||
	    !pour_from_index(from, to, now, &salvaged->partial, err) ||
	    !db_exec(to, mend_died, err) || !db_exec(to, mend, err))
		return false;
	for (size_t i = 0; i < sizeof(given_up) / sizeof(given_up[0]); i++) {
		if (!revisions_can_be_read(to) && !db_exec(to, given_up[i], err))
			return false;
	}
	return db_exec(to, tidy, err) && count_all(to, salvaged, err) &&
	       close_the_list(to, now->utc, err);
}

int64_t salvage_worth(const struct salvaged *salvaged)
{
	return salvaged->doses + salvaged->plans + salvaged->diary;
}

bool salvage(sqlite3 *from, sqlite3 *to, const struct salvage_now *now, struct salvaged *salvaged,
	     struct err *err)
{
	struct salvaged done = {.doses = 0};

	/* One lock for all of it; a damaged file may refuse even that, and is read all the same. */
	sqlite3_exec(from, "PRAGMA cell_size_check = ON; PRAGMA locking_mode = EXCLUSIVE; BEGIN",
		     NULL, NULL, NULL);
	/* Rows come before what they name may have been saved; mend sees to that at the end. */
	if (!db_exec(to, "PRAGMA foreign_keys = OFF; BEGIN", err))
		return false;
	if (!fill(from, to, now, &done, err)) {
		db_rollback(to);
		return false;
	}
	if (!db_commit(to, err))
		return false;
	*salvaged = done;
	return true;
}
