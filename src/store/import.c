/* SPDX-License-Identifier: MIT */
#include "store/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "keep.h"
#include "puts.h"
#include "take_doses.h"

struct import {
	sqlite3 *db;
	struct store_import *asked;
	bool keeps_ids;
	struct change_pen pen; /* not in a dry run */
	struct take_doses doses;
	bool has_plan; /* there are revisions that are not the import's */
	int64_t first; /* row of the import: those before were there */
};

/* How a kind is found and written; ?1 wall, ?2 utc, ?3 the first row that was not there, ?4 what else has to be the same. */
struct kind {
	const char *find;
	entry_put *put;
};

#define FIND(table, same)                                                                          \
	"SELECT row FROM " table " WHERE live = 1 AND wall = ?1 AND utc = ?2 AND row < ?3"         \
	" AND " same " = ?4 LIMIT 1"

/* The answers that count are those given last: older ones never take their place. */
#define FIND_AS_NEW                                                                                \
	"SELECT row FROM answers WHERE live = 1 AND ?1 IS NOT NULL AND utc >= ?2 AND row < ?3"     \
	" AND kind = ?4 LIMIT 1"

static const struct kind kinds[RECORD_KIND_COUNT] = {
	[RECORD_CHECKIN] = {FIND("checkin", "''"), checkin_put},
	[RECORD_URGE] = {FIND("urge", "outcome"), urge_put},
	[RECORD_NOTE] = {FIND("note", "text"), note_put},
	[RECORD_ANSWERS] = {FIND_AS_NEW, answers_put},
};

/* What is true of a record of the diary, without its kind. */
struct stamp {
	int64_t utc;
	int16_t utc_offset;
	const char *same;  /* what its kind's statement compares */
	const void *value; /* what its put takes */
};

static struct stamp stamp_of(const struct record *record)
{
	switch (record->kind) {
	case RECORD_CHECKIN:
		return (struct stamp){record->checkin->utc, record->checkin->utc_offset, "",
				      record->checkin};
	case RECORD_URGE:
		return (struct stamp){record->urge->utc, record->urge->utc_offset,
				      urge_outcome_name(record->urge->outcome), record->urge};
	case RECORD_NOTE:
		return (struct stamp){record->note->utc, record->note->utc_offset,
				      record->note->text, record->note};
	case RECORD_ANSWERS:
		return (struct stamp){record->answers->utc, record->answers->utc_offset,
				      record->answers->kind, record->answers};
	case RECORD_DOSE:
	case RECORD_REVISION:
	case RECORD_KIND_COUNT:
		break;
	}
	return (struct stamp){.same = ""};
}

/* The row of a record that comes: its own id, or the next one. */
static int64_t row_of(struct import *import, const struct record *record)
{
	return import->keeps_ids ? record_id(record) : change_row(&import->pen);
}

static bool find_entry(struct import *import, const struct record *record, bool *there,
		       struct err *err)
{
	const struct stamp stamp = stamp_of(record);
	const int64_t values[] = {diary_wall(stamp.utc, stamp.utc_offset), stamp.utc,
				  import->first};
	sqlite3_stmt *stmt;
	bool ok;

	*there = false;
	if (import->first == 1)
		return true;
	ok = db_prepare(import->db, kinds[record->kind].find, values, 3, &stmt, err);
	if (ok) {
		db_bind_text(stmt, 4, stamp.same);
		ok = db_step(stmt, there, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

static bool take_entry(struct import *import, const struct record *record, struct err *err)
{
	struct import_count *count = &import->asked->counts[record->kind];
	const struct stamp stamp = stamp_of(record);
	bool there;
	int64_t row;

	if (!find_entry(import, record, &there, err))
		return false;
	count->added += there ? 0 : 1;
	count->skipped += there ? 1 : 0;
	if (there || import->asked->dry_run)
		return true;
	row = row_of(import, record);
	return kinds[record->kind].put(import->db, row, row, stamp.value, err);
}

static bool take_dose(struct import *import, const struct record *record, struct err *err)
{
	struct import_count *count = &import->asked->counts[RECORD_DOSE];
	int64_t product;
	bool there;

	if (!take_dose_look(&import->doses, record->dose, &product, &there, err))
		return false;
	count->added += there ? 0 : 1;
	count->skipped += there ? 1 : 0;
	return there || import->asked->dry_run ||
	       take_dose_put(&import->doses, row_of(import, record), product, record->dose, err);
}

/* A revision made at the same moment, of the same kind and for the same days. */
static bool find_revision(struct import *import, const struct revision *revision, bool *there,
			  struct err *err)
{
	const int64_t values[] = {revision->made_utc, revision->from.n};
	sqlite3_stmt *stmt;
	bool ok = db_prepare(import->db,
			     "SELECT row FROM revision WHERE live = 1 AND made = ?1"
			     " AND from_day = ?2 AND kind = ?3 LIMIT 1",
			     values, 2, &stmt, err);

	if (ok) {
		db_bind_text(stmt, 3, revision_kind_name(revision->kind));
		ok = db_step(stmt, there, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

static bool take_revision(struct import *import, const struct record *record, struct err *err)
{
	struct import_count *count = &import->asked->counts[RECORD_REVISION];
	bool there = false;

	if (!import->has_plan) {
		count->added++;
		return import->asked->dry_run ||
		       revision_put(import->db, row_of(import, record), record->revision, err);
	}
	if (!find_revision(import, record->revision, &there, err))
		return false;
	count->skipped += there ? 1 : 0;
	import->asked->left_revisions += there ? 0 : 1;
	return true;
}

static bool take_one(struct import *import, const struct record *record, struct err *err)
{
	switch (record->kind) {
	case RECORD_DOSE:
		return take_dose(import, record, err);
	case RECORD_REVISION:
		return take_revision(import, record, err);
	case RECORD_CHECKIN:
	case RECORD_URGE:
	case RECORD_NOTE:
	case RECORD_ANSWERS:
		return take_entry(import, record, err);
	case RECORD_KIND_COUNT:
		break;
	}
	return true;
}

static bool look_at_store(struct import *import, struct err *err)
{
	int64_t last = 0, revisions = 0;

	if (!db_number(import->db, "SELECT last FROM change WHERE last > 0 ORDER BY id LIMIT 1",
		       NULL, 0, &last, err) ||
	    !db_number(import->db, "SELECT count(*) FROM revision WHERE live = 1", NULL, 0,
		       &revisions, err))
		return false;
	import->has_plan = revisions > 0;
	import->keeps_ids = import->asked->last_id > 0 && last == 0 && !import->asked->dry_run;
	import->first = import->asked->dry_run ? INT64_MAX : import->pen.first;
	return true;
}

static bool take_all(struct import *import, struct err *err)
{
	struct store_import *asked = import->asked;
	struct record record = {.kind = RECORD_KIND_COUNT};
	struct err inner = {.code = ERR_NONE};
	bool ok = take_doses_open(&import->doses, import->db, asked->dry_run, err) &&
		  look_at_store(import, err);

	while (ok && asked->source(asked->context, &record, &inner))
		ok = take_one(import, &record, err);
	if (ok && inner.code != ERR_NONE) {
		*err = inner;
		ok = false;
	}
	take_doses_close(&import->doses);
	if (ok && import->keeps_ids)
		import->pen.next = asked->last_id + 1;
	return ok;
}

static bool adds_any(const struct import *import)
{
	for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
		if (import->asked->counts[kind].added > 0)
			return true;
	}
	return false;
}

static bool count_only(struct import *import, struct err *err)
{
	bool ok;

	if (!db_exec(import->db, "BEGIN", err))
		return false;
	ok = take_all(import, err);
	db_end_read(import->db);
	return ok;
}

static bool bring_in(struct import *import, struct store *store, struct err *err)
{
	bool ok;

	if (!change_begin(store, import->asked->now_utc, import->asked->what, &import->pen, err))
		return false;
	/* Begun on what the file is by now. */
	import->db = store->db;
	ok = take_all(import, err);
	if (ok && !adds_any(import)) {
		change_cancel(&import->pen);
		return true;
	}
	return change_end(&import->pen, ok, err);
}

/* An import that brings nothing new leaves no copy either. */
static bool bring_in_safely(struct import *import, struct store *store, struct err *err)
{
	struct str made = STR_INIT;
	bool ok;

	if (!keep_before_change(store, "import", &made, err))
		return false;
	ok = bring_in(import, store, err);
	keep_end(store->backups, ok && adds_any(import), &made);
	return ok;
}

bool store_import(struct store *store, struct store_import *asked, struct err *err)
{
	struct store_import filled = *asked;
	struct import *import;
	bool ok;

	if (!handle_ready(store, err))
		return false;
	memset(filled.counts, 0, sizeof(filled.counts));
	filled.left_revisions = 0;
	import = mem_alloc(1, sizeof(*import));
	import->db = store->db;
	import->asked = &filled;
	ok = asked->dry_run ? count_only(import, err) : bring_in_safely(import, store, err);
	if (ok)
		*asked = filled;
	free(import);
	return ok;
}

/* Doses alone, as records. */
struct doses_alone {
	const struct dose_import *asked;
	struct dose dose;
};

static bool next_dose(void *context, struct record *record, struct err *err)
{
	struct doses_alone *alone = context;

	*record = (struct record){.kind = RECORD_DOSE, .dose = &alone->dose};
	return alone->asked->source(alone->asked->context, &alone->dose, err);
}

bool store_dose_import(struct store *store, struct dose_import *asked, struct err *err)
{
	struct doses_alone alone = {.asked = asked, .dose = DOSE_INIT};
	struct store_import all = {.source = next_dose,
				   .context = &alone,
				   .now_utc = asked->now_utc,
				   .what = asked->what,
				   .dry_run = asked->dry_run};

	if (!store_import(store, &all, err))
		return false;
	asked->added = all.counts[RECORD_DOSE].added;
	asked->skipped = all.counts[RECORD_DOSE].skipped;
	return true;
}
