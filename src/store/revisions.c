/* SPDX-License-Identifier: MIT */
#include "changes.h"
#include "puts.h"
#include "revisions.h"

static bool put_revision(sqlite3 *db, int64_t row, const struct revision *revision, struct err *err)
{
	const struct schedule *schedule = &revision->schedule;
	const int64_t values[] = {
		row,
		revision->from.n,
		revision->made_utc,
		revision->factor,
		schedule->measure.nano,
		schedule->from.nano,
		schedule->start.nano,
		schedule->goal.nano,
		revision->days,
	};
	const char *const texts[] = {
		revision_kind_name(revision->kind),
		revision->name,
		revision->title,
		revision->plan_text,
		revision->reason,
		revision->acknowledged,
		unit_name(schedule->unit),
	};
	sqlite3_stmt *stmt;
	bool ok = db_prepare(
		db,
		"INSERT INTO revision(row, from_day, made, factor, measure, start_from,"
		" start, goal, days, kind, name, title, plan_text, reason, acknowledged, unit)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
		values, 9, &stmt, err);

	for (int i = 0; ok && i < (int)(sizeof(texts) / sizeof(texts[0])); i++)
		db_bind_text(stmt, 10 + i, texts[i]);
	ok = ok && db_done(stmt, err);
	sqlite3_finalize(stmt);
	return ok;
}

static void bind_all(sqlite3_stmt *stmt, const int64_t *values, int count)
{
	for (int i = 0; i < count; i++)
		sqlite3_bind_int64(stmt, i + 1, values[i]);
}

static bool put_slots(sqlite3 *db, int64_t row, const struct schedule *schedule, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = db_prepare(db,
			     "INSERT INTO slot(revision, idx, minute, share, name)"
			     " VALUES(?1, ?2, ?3, ?4, ?5)",
			     &row, 1, &stmt, err);

	for (size_t i = 0; ok && i < schedule->slot_count; i++) {
		const struct slot *slot = &schedule->slots[i];
		const int64_t values[] = {row, (int64_t)i, slot->minute, slot->share.nano};

		bind_all(stmt, values, 4);
		db_bind_text(stmt, 5, slot->name);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

static bool put_levels(sqlite3 *db, int64_t row, const struct schedule *schedule, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok =
		db_prepare(db,
			   "INSERT INTO level(revision, idx, first_day, days, phase, target, ideal,"
			   " asked, asked_bp, cut) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
			   NULL, 0, &stmt, err);

	for (size_t i = 0; ok && i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		const int64_t values[] = {
			row,
			(int64_t)i,
			level->first.n,
			level->days,
			level->phase,
			level->target.nano,
			level->ideal.nano,
			level->asked.nano,
			level->asked_rate.bp,
			level->cut.nano,
		};

		bind_all(stmt, values, 10);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

static bool put_parts(sqlite3 *db, int64_t row, const struct schedule *schedule, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = db_prepare(
		db, "INSERT INTO part(revision, level, slot, amount) VALUES(?1, ?2, ?3, ?4)", NULL,
		0, &stmt, err);

	for (size_t i = 0; ok && i < schedule->level_count * schedule->slot_count; i++) {
		size_t level = i / schedule->slot_count, slot = i % schedule->slot_count;
		const int64_t values[] = {row, (int64_t)level, (int64_t)slot,
					  schedule->doses[i].nano};

		bind_all(stmt, values, 4);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

/* The arithmetic of the levels, which the next revision goes on from. */
static bool put_steps(sqlite3 *db, int64_t row, const struct schedule *schedule, struct err *err)
{
	sqlite3_stmt *stmt;
	bool ok = db_prepare(db,
			     "INSERT INTO step(revision, idx, first_day, days, phase, turn,"
			     " phase_start, before, asked, ideal, target)"
			     " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
			     NULL, 0, &stmt, err);

	for (size_t i = 0; ok && i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];
		const int64_t values[] = {
			row,
			(int64_t)i,
			step->first.n,
			step->days,
			step->phase,
			step->turn,
			step->phase_start.nano,
			step->before.nano,
			step->asked.nano,
			step->ideal.nano,
			step->target.nano,
		};

		bind_all(stmt, values, 11);
		ok = db_done(stmt, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

bool revision_put(sqlite3 *db, int64_t row, const struct revision *revision, struct err *err)
{
	const struct schedule *schedule = &revision->schedule;

	return put_revision(db, row, revision, err) && put_slots(db, row, schedule, err) &&
	       put_levels(db, row, schedule, err) && put_parts(db, row, schedule, err) &&
	       put_steps(db, row, schedule, err);
}

bool store_revision_add(struct store *store, const struct revision *revision, int64_t now_utc,
			const char *what, struct err *err)
{
	struct change_pen pen;

	return change_begin(store, now_utc, what, &pen, err) &&
	       change_end(&pen, revision_put(store->db, change_row(&pen), revision, err), err);
}

static bool read_course(struct store *store, const struct course_reach *reach,
			struct course *course, struct err *err)
{
	struct course read = COURSE_INIT;
	bool ok;

	if (!store_look(store, err))
		return false;
	ok = revisions_read(store->db, reach, &read, err);
	store_looked(store);
	if (!ok) {
		course_free(&read);
		return false;
	}
	*course = read;
	return true;
}

bool store_course(struct store *store, struct course *course, struct err *err)
{
	return read_course(store, NULL, course, err);
}

bool store_course_reach(struct store *store, struct course_reach reach, struct course *course,
			struct err *err)
{
	return read_course(store, &reach, course, err);
}

bool store_plan_turns(struct store *store, struct plan_turns *turns, struct err *err)
{
	int64_t made = 0, rows = 0, back = 0;
	bool ok;

	if (!store_look(store, err))
		return false;
	ok = db_number(store->db, "SELECT max(made) FROM revision", NULL, 0, &made, err) &&
	     db_number(store->db, "SELECT count(*) FROM revision", NULL, 0, &rows, err) &&
	     db_number(store->db,
		       "SELECT count(*) FROM change WHERE undone = 2 AND last = first - 1", NULL, 0,
		       &back, err);
	store_looked(store);
	if (ok)
		*turns = (struct plan_turns){.count = (int32_t)(rows + back), .made_utc = made};
	return ok;
}
