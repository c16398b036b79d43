/* SPDX-License-Identifier: MIT */
#include "revisions.h"

#include "base/mem.h"

/* The statements of reading, each prepared once for all revisions. */
struct reader {
	sqlite3 *db;
	sqlite3_stmt *revisions, *slots, *levels, *parts, *steps;
};

static int64_t number(sqlite3_stmt *stmt, int column)
{
	return sqlite3_column_int64(stmt, column);
}

static struct amount amount(sqlite3_stmt *stmt, int column)
{
	return (struct amount){.nano = number(stmt, column)};
}

/* Wants the children of one revision in order and without a gap. */
static bool next_child(sqlite3_stmt *stmt, size_t count, size_t max, bool *row, struct err *err)
{
	if (!db_step(stmt, row, err))
		return false;
	return !*row || (count < max && number(stmt, 0) == (int64_t)count) ||
	       db_damaged(sqlite3_db_handle(stmt), err);
}

static bool read_slots(sqlite3_stmt *stmt, struct schedule *schedule, struct err *err)
{
	bool row;

	while (next_child(stmt, schedule->slot_count, PLAN_SLOT_MAX, &row, err)) {
		struct slot *slot = &schedule->slots[schedule->slot_count];

		if (!row)
			return true;
		slot->minute = (int16_t)number(stmt, 1);
		slot->share = amount(stmt, 2);
		if (!str_copy(slot->name, sizeof(slot->name), db_text(stmt, 3)))
			return db_damaged(sqlite3_db_handle(stmt), err);
		schedule->slot_count++;
	}
	return false;
}

static bool read_levels(sqlite3_stmt *stmt, struct schedule *schedule, struct err *err)
{
	bool row;

	while (next_child(stmt, schedule->level_count, PLAN_LEVEL_MAX, &row, err)) {
		if (!row)
			return true;
		schedule->levels = mem_grow(schedule->levels, &schedule->level_cap,
					    schedule->level_count + 1, sizeof(schedule->levels[0]));
		schedule->levels[schedule->level_count++] = (struct level){
			.first = {.n = (int32_t)number(stmt, 1)},
			.days = (int32_t)number(stmt, 2),
			.phase = (int16_t)number(stmt, 3),
			.target = amount(stmt, 4),
			.ideal = amount(stmt, 5),
			.asked = amount(stmt, 6),
			.asked_rate = {.bp = (int32_t)number(stmt, 7)},
			.cut = amount(stmt, 8),
		};
	}
	return false;
}

static bool read_parts(sqlite3_stmt *stmt, struct schedule *schedule, struct err *err)
{
	bool row;

	schedule->dose_cap = schedule->level_count * schedule->slot_count;
	schedule->doses = mem_alloc(schedule->dose_cap, sizeof(schedule->doses[0]));
	for (;;) {
		int64_t level, slot;

		if (!db_step(stmt, &row, err))
			return false;
		if (!row)
			return true;
		level = number(stmt, 0);
		slot = number(stmt, 1);
		if (level < 0 || level >= (int64_t)schedule->level_count || slot < 0 ||
		    slot >= (int64_t)schedule->slot_count)
			return db_damaged(sqlite3_db_handle(stmt), err);
		schedule->doses[(size_t)level * schedule->slot_count + (size_t)slot] =
			amount(stmt, 2);
	}
}

/* A revision of the first schema has none. */
static bool read_steps(sqlite3_stmt *stmt, struct schedule *schedule, struct err *err)
{
	bool row;

	while (next_child(stmt, schedule->step_count, PLAN_DAY_MAX * 2, &row, err)) {
		if (!row)
			return true;
		schedule->steps = mem_grow(schedule->steps, &schedule->step_cap,
					   schedule->step_count + 1, sizeof(schedule->steps[0]));
		schedule->steps[schedule->step_count++] = (struct step){
			.first = {.n = (int32_t)number(stmt, 1)},
			.days = (int32_t)number(stmt, 2),
			.phase = (int16_t)number(stmt, 3),
			.turn = (int16_t)number(stmt, 4),
			.phase_start = amount(stmt, 5),
			.before = amount(stmt, 6),
			.asked = amount(stmt, 7),
			.ideal = amount(stmt, 8),
			.target = amount(stmt, 9),
		};
	}
	return false;
}

/* One after the other from the first day on, the last without an end; only a stop has none. */
static bool levels_fit(const struct revision *revision)
{
	const struct schedule *schedule = &revision->schedule;
	struct day next = revision->from;

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		bool last = i + 1 == schedule->level_count;

		if (level->first.n != next.n || (level->days == LEVEL_OPEN) != last)
			return false;
		next.n += level->days;
	}
	return schedule->level_count > 0 || revision->kind == REVISION_STOP;
}

/* The same days with the same amounts as the levels. */
static bool steps_fit(const struct schedule *schedule, struct day first)
{
	struct day next = first;

	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];
		const struct level *level = schedule_at(schedule, step->first);
		bool last = i + 1 == schedule->step_count;

		if (step->first.n != next.n || (step->days == LEVEL_OPEN) != last ||
		    level == NULL || level->target.nano != step->target.nano)
			return false;
		next.n += step->days;
	}
	return true;
}

static bool read_children(const struct reader *reader, int64_t id, struct schedule *schedule,
			  struct err *err)
{
	sqlite3_bind_int64(reader->slots, 1, id);
	sqlite3_bind_int64(reader->levels, 1, id);
	sqlite3_bind_int64(reader->parts, 1, id);
	sqlite3_bind_int64(reader->steps, 1, id);
	return read_slots(reader->slots, schedule, err) &&
	       read_levels(reader->levels, schedule, err) &&
	       read_parts(reader->parts, schedule, err) && read_steps(reader->steps, schedule, err);
}

static bool read_revision(const struct reader *reader, struct revision *revision, struct err *err)
{
	sqlite3_stmt *stmt = reader->revisions;
	struct schedule *schedule = &revision->schedule;

	revision->id = number(stmt, 0);
	revision->from.n = (int32_t)number(stmt, 1);
	revision->made_utc = number(stmt, 2);
	revision->factor = (int32_t)number(stmt, 3);
	schedule->measure = amount(stmt, 4);
	schedule->from = amount(stmt, 5);
	schedule->start = amount(stmt, 6);
	schedule->goal = amount(stmt, 7);
	revision->days = (int32_t)number(stmt, 8);
	revision->plan_text = mem_dup(db_text(stmt, 12));
	revision->reason = mem_dup(db_text(stmt, 13));
	revision->acknowledged = mem_dup(db_text(stmt, 14));
	schedule->unit = unit_from_text(db_text(stmt, 15));
	if (!revision_kind_read(db_text(stmt, 9), &revision->kind) ||
	    !str_copy(revision->name, sizeof(revision->name), db_text(stmt, 10)) ||
	    !str_copy(revision->title, sizeof(revision->title), db_text(stmt, 11)))
		return db_damaged(reader->db, err);
	return read_children(reader, revision->id, schedule, err) &&
	       ((levels_fit(revision) && steps_fit(schedule, revision->from)) ||
		db_damaged(reader->db, err));
}

static bool prepare(struct reader *reader, struct err *err)
{
	sqlite3 *db = reader->db;

	return db_prepare(
		       db,
		       "SELECT row, from_day, made, factor, measure, start_from, start, goal, days,"
		       " kind, name, title, plan_text, reason, acknowledged, unit"
		       " FROM revision WHERE live = 1 ORDER BY row",
		       NULL, 0, &reader->revisions, err) &&
	       db_prepare(db,
			  "SELECT idx, minute, share, name FROM slot"
			  " WHERE revision = ?1 ORDER BY idx",
			  NULL, 0, &reader->slots, err) &&
	       db_prepare(db,
			  "SELECT idx, first_day, days, phase, target, ideal, asked, asked_bp, cut"
			  " FROM level WHERE revision = ?1 ORDER BY idx",
			  NULL, 0, &reader->levels, err) &&
	       db_prepare(db,
			  "SELECT level, slot, amount FROM part"
			  " WHERE revision = ?1 ORDER BY level, slot",
			  NULL, 0, &reader->parts, err) &&
	       db_prepare(db,
			  "SELECT idx, first_day, days, phase, turn, phase_start, before, asked,"
			  " ideal, target FROM step WHERE revision = ?1 ORDER BY idx",
			  NULL, 0, &reader->steps, err);
}

bool revisions_read(sqlite3 *db, struct course *course, struct err *err)
{
	struct reader reader = {.db = db};
	bool row = false;
	bool ok = prepare(&reader, err);

	while (ok && (ok = db_step(reader.revisions, &row, err)) && row) {
		struct revision revision = REVISION_INIT;

		ok = read_revision(&reader, &revision, err);
		if (ok)
			course_add(course, &revision);
		else
			revision_free(&revision);
	}
	sqlite3_finalize(reader.revisions);
	sqlite3_finalize(reader.slots);
	sqlite3_finalize(reader.levels);
	sqlite3_finalize(reader.parts);
	sqlite3_finalize(reader.steps);
	return ok;
}
