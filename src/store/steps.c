/* SPDX-License-Identifier: MIT */
#include "steps.h"

/*
 * change: one entry in the list of changes. Every row of every subject (dose, revision, and those
 * of the diary) draws its number from one sequence, so that an id names one thing only, is never
 * given twice, and the rows a change brought are simply those from first to last: no index on them is
 * needed. undone: 0 in force, 1 undone, 2 undone for good, because something else was done after
 * it.
 *
 * dose, revision: nothing is overwritten. Only rows with live = 1 are there for a person; died is
 * the change that took the row away (and may itself be undone). id is the number of the first row
 * of a thing, kept by its later versions.
 *
 * Amounts of doses are milli-units, of plans nano-units; wall is minutes on the wall since 1970, so
 * that the beginning of the day can be chosen later. dose_wall holds all that totals need: they
 * never touch the table.
 */
static const char first_schema[] =
	"CREATE TABLE change("
	" id INTEGER PRIMARY KEY,"
	" at INTEGER NOT NULL,"
	" what TEXT NOT NULL CHECK(length(CAST(what AS BLOB)) < 160),"
	" first INTEGER NOT NULL CHECK(first > 0),"
	" last INTEGER NOT NULL CHECK(last >= first - 1),"
	" undone INTEGER NOT NULL DEFAULT 0 CHECK(undone BETWEEN 0 AND 2)"
	") STRICT;"
	"CREATE INDEX change_undone ON change(id) WHERE undone = 1;"

	"CREATE TABLE product("
	" id INTEGER PRIMARY KEY,"
	" name TEXT NOT NULL CHECK(length(CAST(name AS BLOB)) BETWEEN 1 AND 47),"
	" unit TEXT NOT NULL CHECK(unit IN ('g', 'capsule', 'ml', 'tablet', 'mg')),"
	" UNIQUE(name, unit)"
	") STRICT;"

	"CREATE TABLE dose("
	" row INTEGER PRIMARY KEY,"
	" id INTEGER NOT NULL CHECK(id BETWEEN 1 AND row),"
	" utc INTEGER NOT NULL CHECK(utc BETWEEN -11676096000 AND 253402300799),"
	" utc_offset INTEGER NOT NULL CHECK(utc_offset BETWEEN -1080 AND 1080),"
	" wall INTEGER NOT NULL CHECK(utc - (wall - utc_offset) * 60 BETWEEN 0 AND 59),"
	" milli INTEGER NOT NULL CHECK(milli BETWEEN 0 AND 10000000),"
	" product INTEGER NOT NULL REFERENCES product(id),"
	" tags TEXT NOT NULL CHECK(length(tags) <= 200),"
	" note TEXT NOT NULL CHECK(length(note) <= 2000),"
	" died INTEGER REFERENCES change(id),"
	" live INTEGER NOT NULL DEFAULT 1 CHECK(live IN (0, 1))"
	") STRICT;"
	"CREATE INDEX dose_wall ON dose(wall, product, milli, live) WHERE live = 1;"
	"CREATE INDEX dose_tags ON dose(wall, tags, live) WHERE live = 1 AND tags <> '';"
	"CREATE UNIQUE INDEX dose_edited ON dose(id) WHERE live = 1 AND row <> id;"
	"CREATE INDEX dose_died ON dose(died) WHERE died IS NOT NULL;"

	"CREATE TABLE revision("
	" row INTEGER PRIMARY KEY,"
	" kind TEXT NOT NULL CHECK(kind <> ''),"
	" from_day INTEGER NOT NULL CHECK(from_day BETWEEN -135140 AND 2932896),"
	" made INTEGER NOT NULL,"
	" name TEXT NOT NULL CHECK(length(CAST(name AS BLOB)) < 48),"
	" title TEXT NOT NULL CHECK(length(CAST(title AS BLOB)) < 96),"
	" plan_text TEXT NOT NULL,"
	" reason TEXT NOT NULL,"
	" acknowledged TEXT NOT NULL,"
	" factor INTEGER NOT NULL CHECK(factor BETWEEN 0 AND 2147483647),"
	" unit TEXT NOT NULL CHECK(unit IN ('', 'g', 'capsule', 'ml', 'tablet', 'mg')),"
	" measure INTEGER NOT NULL CHECK(measure >= 0),"
	" start_from INTEGER NOT NULL CHECK(start_from >= 0),"
	" start INTEGER NOT NULL CHECK(start >= 0),"
	" goal INTEGER NOT NULL CHECK(goal >= 0),"
	" died INTEGER REFERENCES change(id),"
	" live INTEGER NOT NULL DEFAULT 1 CHECK(live IN (0, 1))"
	") STRICT;"
	"CREATE INDEX revision_live ON revision(row) WHERE live = 1;"
	"CREATE INDEX revision_died ON revision(died) WHERE died IS NOT NULL;"

	"CREATE TABLE slot("
	" revision INTEGER NOT NULL REFERENCES revision(row),"
	" idx INTEGER NOT NULL CHECK(idx BETWEEN 0 AND 11),"
	" minute INTEGER NOT NULL CHECK(minute BETWEEN -1 AND 1439),"
	" name TEXT NOT NULL CHECK(length(CAST(name AS BLOB)) < 48),"
	" share INTEGER NOT NULL CHECK(share >= 0),"
	" PRIMARY KEY(revision, idx)"
	") STRICT, WITHOUT ROWID;"

	"CREATE TABLE level("
	" revision INTEGER NOT NULL REFERENCES revision(row),"
	" idx INTEGER NOT NULL CHECK(idx >= 0),"
	" first_day INTEGER NOT NULL CHECK(first_day BETWEEN -135140 AND 2940000),"
	" days INTEGER NOT NULL CHECK(days BETWEEN 0 AND 2147483647),"
	" phase INTEGER NOT NULL CHECK(phase BETWEEN -1 AND 32767),"
	" target INTEGER NOT NULL CHECK(target >= 0),"
	" ideal INTEGER NOT NULL CHECK(ideal >= 0),"
	" asked INTEGER NOT NULL,"
	" asked_bp INTEGER NOT NULL CHECK(asked_bp BETWEEN -2147483648 AND 2147483647),"
	" cut INTEGER NOT NULL,"
	" PRIMARY KEY(revision, idx)"
	") STRICT, WITHOUT ROWID;"

	"CREATE TABLE part("
	" revision INTEGER NOT NULL,"
	" level INTEGER NOT NULL,"
	" slot INTEGER NOT NULL,"
	" amount INTEGER NOT NULL CHECK(amount >= 0),"
	" PRIMARY KEY(revision, level, slot),"
	" FOREIGN KEY(revision, level) REFERENCES level(revision, idx),"
	" FOREIGN KEY(revision, slot) REFERENCES slot(revision, idx)"
	") STRICT, WITHOUT ROWID;";

/*
 * Check-ins with their scores, urges, notes of the journal and answers to taper's own questions live
 * as doses do. sleep is minutes, -1 where it was not said. A revision's steps are the arithmetic of
 * its levels, from which a later revision goes on; one of the first schema has none.
 */
#define DIARY_TABLE(table, columns)                                                                \
	"CREATE TABLE " table "("                                                                  \
	" row INTEGER PRIMARY KEY,"                                                                \
	" id INTEGER NOT NULL CHECK(id BETWEEN 1 AND row),"                                        \
	" utc INTEGER NOT NULL CHECK(utc BETWEEN -11676096000 AND 253402300799),"                  \
	" utc_offset INTEGER NOT NULL CHECK(utc_offset BETWEEN -1080 AND 1080),"                   \
	" wall INTEGER NOT NULL CHECK(utc - (wall - utc_offset) * 60 BETWEEN 0 AND 59)," columns   \
	" died INTEGER REFERENCES change(id),"                                                     \
	" live INTEGER NOT NULL DEFAULT 1 CHECK(live IN (0, 1))"                                   \
	") STRICT;"                                                                                \
	"CREATE INDEX " table "_wall ON " table "(wall) WHERE live = 1;"                           \
	"CREATE UNIQUE INDEX " table "_edited ON " table "(id) WHERE live = 1 AND row <> id;"      \
	"CREATE INDEX " table "_died ON " table "(died) WHERE died IS NOT NULL;"

static const char diary_schema[] =
	"ALTER TABLE revision ADD COLUMN"
	" days INTEGER NOT NULL DEFAULT 0 CHECK(days BETWEEN 0 AND 2147483647);"

	"CREATE TABLE step("
	" revision INTEGER NOT NULL REFERENCES revision(row),"
	" idx INTEGER NOT NULL CHECK(idx >= 0),"
	" first_day INTEGER NOT NULL CHECK(first_day BETWEEN -135140 AND 2940000),"
	" days INTEGER NOT NULL CHECK(days BETWEEN 0 AND 2147483647),"
	" phase INTEGER NOT NULL CHECK(phase BETWEEN -1 AND 32767),"
	" turn INTEGER NOT NULL CHECK(turn BETWEEN -2 AND 32767),"
	" phase_start INTEGER NOT NULL CHECK(phase_start >= 0),"
	" before INTEGER NOT NULL CHECK(before >= 0),"
	" asked INTEGER NOT NULL,"
	" ideal INTEGER NOT NULL CHECK(ideal >= 0),"
	" target INTEGER NOT NULL CHECK(target >= 0),"
	" PRIMARY KEY(revision, idx)"
	") STRICT, WITHOUT ROWID;"

	DIARY_TABLE("checkin", " sleep INTEGER NOT NULL CHECK(sleep BETWEEN -1 AND 1440),"
			       " note TEXT NOT NULL CHECK(length(CAST(note AS BLOB)) <= 2000),")

		"CREATE TABLE score("
		" checkin INTEGER NOT NULL REFERENCES checkin(row),"
		" item TEXT NOT NULL CHECK(length(CAST(item AS BLOB)) BETWEEN 1 AND 31),"
		" value INTEGER NOT NULL CHECK(value BETWEEN 0 AND 4),"
		" PRIMARY KEY(checkin, item)"
		") STRICT, WITHOUT ROWID;"

	DIARY_TABLE("urge",
		    " seconds INTEGER NOT NULL CHECK(seconds BETWEEN 0 AND 86400),"
		    " outcome TEXT NOT NULL CHECK(outcome IN ('open', 'rode-it-out', 'took')),"
		    " tags TEXT NOT NULL CHECK(length(CAST(tags AS BLOB)) <= 200),"
		    " helped TEXT NOT NULL CHECK(length(CAST(helped AS BLOB)) <= 200),"
		    " note TEXT NOT NULL CHECK(length(CAST(note AS BLOB)) <= 2000),")

		DIARY_TABLE("note",
			    " text TEXT NOT NULL CHECK(length(CAST(text AS BLOB)) <= 20000),")

			DIARY_TABLE(
				"answers",
				" kind TEXT NOT NULL CHECK(length(CAST(kind AS BLOB)) BETWEEN 1 "
				"AND 31),"
				" body TEXT NOT NULL CHECK(length(CAST(body AS BLOB)) <= 8000),");

static const char *const steps[] = {first_schema, diary_schema};

const struct steps store_steps = {
	.sql = steps,
	.count = sizeof(steps) / sizeof(steps[0]),
};
