/* SPDX-License-Identifier: MIT */
#include "revisions.h"

#include "base/mem.h"

enum { PLAN_STEP_MAX = PLAN_DAY_MAX * 2 };

/* The statements of reading, each prepared once for all revisions; those of what they hold only where one is read. */
struct reader {
	sqlite3 *db;
	const struct course_reach *reach;
	sqlite3_stmt *revisions, *slots, *levels, *parts, *steps;
};

/* The days of one revision that are asked about, and the number of the first level there. */
struct window {
	struct day first, last;
	int64_t level;
};

static const struct window whole = {.first = {.n = INT32_MIN}, .last = {.n = INT32_MAX}};

static const struct course_reach everything = {.first = {.n = INT32_MIN},
					       .last = {.n = INT32_MAX},
					       .doses = true,
					       .steps = true,
					       .as_made = true};

static int64_t number(sqlite3_stmt *stmt, int column)
{
	return sqlite3_column_int64(stmt, column);
}

static struct amount amount(sqlite3_stmt *stmt, int column)
{
	return (struct amount){.nano = number(stmt, column)};
}

/* What a number of a row has to keep to, as the tables of taper's own files have it. */
enum { FIRST_DAY = -135140, LAST_DAY = 2940000, DAYS_MAX = LAST_DAY - FIRST_DAY };
struct bound {
	int column;
	int64_t least, most;
};
static const struct bound head_bounds[] = {
	{1, FIRST_DAY, LAST_DAY}, {3, 0, INT32_MAX},  {4, 0, AMOUNT_MAX}, {5, 0, AMOUNT_MAX},
	{6, 0, AMOUNT_MAX},       {7, 0, AMOUNT_MAX}, {8, 0, DAYS_MAX},
};
static const struct bound slot_bounds[] = {{1, -1, MINUTES_A_DAY - 1}, {2, 0, AMOUNT_MAX}};
static const struct bound level_bounds[] = {
	{1, FIRST_DAY, LAST_DAY},  {2, 0, DAYS_MAX},
	{3, -1, INT16_MAX},        {4, 0, AMOUNT_MAX},
	{5, 0, AMOUNT_MAX},        {6, -AMOUNT_MAX, AMOUNT_MAX},
	{7, INT32_MIN, INT32_MAX}, {8, -AMOUNT_MAX, AMOUNT_MAX},
};
static const struct bound part_bounds[] = {{2, 0, AMOUNT_MAX}};
static const struct bound step_bounds[] = {
	{1, FIRST_DAY, LAST_DAY},     {2, 0, DAYS_MAX},   {3, -1, INT16_MAX},
	{4, -2, INT16_MAX},           {5, 0, AMOUNT_MAX}, {6, 0, AMOUNT_MAX},
	{7, -AMOUNT_MAX, AMOUNT_MAX}, {8, 0, AMOUNT_MAX}, {9, 0, AMOUNT_MAX},
};

static bool keeps_to(sqlite3_stmt *stmt, const struct bound *bounds, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		int64_t found = number(stmt, bounds[i].column);

		if (found < bounds[i].least || found > bounds[i].most)
			return db_damaged(sqlite3_db_handle(stmt), err);
	}
	return true;
}
#define KEEPS_TO(stmt, bounds, err)                                                                \
	keeps_to(stmt, bounds, sizeof(bounds) / sizeof((bounds)[0]), err)

/* Numbers of what belongs to a revision begin anywhere. */
enum { ANYWHERE = -1 };

/* Wants what belongs to one revision in order and without a gap, from the number *begin on. */
static bool next_child(sqlite3_stmt *stmt, int64_t *begin, size_t count, size_t max, bool *row,
		       struct err *err)
{
	if (!db_step(stmt, row, err))
		return false;
	if (*row && *begin == ANYWHERE)
		*begin = number(stmt, 0);
	return !*row || (count < max && number(stmt, 0) == *begin + (int64_t)count) ||
	       db_damaged(sqlite3_db_handle(stmt), err);
}

static void bind(sqlite3_stmt *stmt, int64_t id, int64_t first, int64_t last)
{
	sqlite3_bind_int64(stmt, 1, id);
	sqlite3_bind_int64(stmt, 2, first);
	sqlite3_bind_int64(stmt, 3, last);
}

static bool read_slots(sqlite3_stmt *stmt, struct schedule *schedule, struct err *err)
{
	int64_t begin = 0;
	bool row;

	while (next_child(stmt, &begin, schedule->slot_count, PLAN_SLOT_MAX, &row, err)) {
		struct slot *slot = &schedule->slots[schedule->slot_count];

		if (!row)
			return true;
		if (!KEEPS_TO(stmt, slot_bounds, err))
			return false;
		slot->minute = (int16_t)number(stmt, 1);
		slot->share = amount(stmt, 2);
		if (!str_copy(slot->name, sizeof(slot->name), db_text(stmt, 3)))
			return db_damaged(sqlite3_db_handle(stmt), err);
		schedule->slot_count++;
	}
	return false;
}

static bool read_levels(sqlite3_stmt *stmt, struct window *window, struct schedule *schedule,
			struct err *err)
{
	bool row;

	while (next_child(stmt, &window->level, schedule->level_count, PLAN_LEVEL_MAX, &row, err)) {
		if (!row)
			return true;
		if (!KEEPS_TO(stmt, level_bounds, err))
			return false;
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

static bool read_parts(sqlite3_stmt *stmt, const struct window *window, struct schedule *schedule,
		       struct err *err)
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
		if (!KEEPS_TO(stmt, part_bounds, err))
			return false;
		level = number(stmt, 0) - window->level;
		slot = number(stmt, 1);
		if (level < 0 || level >= (int64_t)schedule->level_count || slot < 0 ||
		    slot >= (int64_t)schedule->slot_count)
			return db_damaged(sqlite3_db_handle(stmt), err);
		schedule->doses[(size_t)level * schedule->slot_count + (size_t)slot] =
			amount(stmt, 2);
	}
}

/* A revision of the first schema has none. */
static bool read_steps(sqlite3_stmt *stmt, const struct window *window, struct schedule *schedule,
		       struct err *err)
{
	int64_t begin = window->level;
	bool row;

	while (next_child(stmt, &begin, schedule->step_count, PLAN_STEP_MAX, &row, err)) {
		if (!row)
			return true;
		if (!KEEPS_TO(stmt, step_bounds, err))
			return false;
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

/* One after the other, each first day the one after those before it; first begins the first one of them. */
struct row_of_days {
	const struct window *window;
	int64_t next;
	bool open; /* the last one has no end */
};

static struct row_of_days row_from(const struct window *window, struct day from, struct day first)
{
	bool inside = window->first.n > from.n && first.n <= window->first.n;

	return (struct row_of_days){.window = window, .next = inside ? first.n : from.n};
}

static bool row_goes_on(struct row_of_days *row, struct day first, int32_t days)
{
	bool fits = !row->open && first.n == row->next;

	row->open = days == LEVEL_OPEN;
	row->next += days;
	return fits;
}

static bool row_fits(const struct row_of_days *row)
{
	return row->open || row->next > row->window->last.n;
}

/* One after the other from the first day on, the last without an end. */
static bool levels_fit(const struct schedule *schedule, const struct window *window,
		       struct day from)
{
	struct row_of_days row;

	if (schedule->level_count == 0)
		return false;
	row = row_from(window, from, schedule->levels[0].first);
	for (size_t i = 0; i < schedule->level_count; i++) {
		if (!row_goes_on(&row, schedule->levels[i].first, schedule->levels[i].days))
			return false;
	}
	return row_fits(&row);
}

/* The same days with the same amounts as the levels. */
static bool steps_fit(const struct schedule *schedule, const struct window *window, struct day from)
{
	struct row_of_days row;

	if (schedule->step_count == 0)
		return true;
	row = row_from(window, from, schedule->steps[0].first);
	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];
		const struct level *level = schedule_at(schedule, step->first);

		if (!row_goes_on(&row, step->first, step->days) || level == NULL ||
		    level->target.nano != step->target.nano)
			return false;
	}
	return row_fits(&row);
}

static bool prepare(struct reader *reader, const char *sql, sqlite3_stmt **stmt, struct err *err)
{
	return *stmt != NULL || db_prepare(reader->db, sql, NULL, 0, stmt, err);
}

static bool take_slots(struct reader *reader, struct revision *revision, struct err *err)
{
	static const char sql[] = "SELECT idx, minute, share, name FROM slot"
				  " WHERE revision = ?1 ORDER BY idx";

	if (!prepare(reader, sql, &reader->slots, err))
		return false;
	sqlite3_bind_int64(reader->slots, 1, revision->id);
	return read_slots(reader->slots, &revision->schedule, err);
}

static bool reads_whole(const struct reader *reader)
{
	return reader->reach->as_made;
}

#define IN_WINDOW " AND first_day <= ?3 AND (days = 0 OR first_day + days > ?2)"

/* Steps that were not kept are laid out again, which takes all levels. */
static bool take_steps(struct reader *reader, struct window *window, struct revision *revision,
		       struct err *err)
{
#define STEPS                                                                                      \
	"SELECT idx, first_day, days, phase, turn, phase_start, before, asked, ideal, target"      \
	" FROM step WHERE revision = ?1"
	static const char all[] = STEPS " ORDER BY idx";
	static const char some[] = STEPS IN_WINDOW " ORDER BY idx";

	if (!prepare(reader, reads_whole(reader) ? all : some, &reader->steps, err))
		return false;
	bind(reader->steps, revision->id, window->first.n, window->last.n);
	if (!read_steps(reader->steps, window, &revision->schedule, err))
		return false;
	if (revision->schedule.step_count == 0)
		*window = whole;
	return true;
}

static bool take_levels(struct reader *reader, struct window *window, struct revision *revision,
			struct err *err)
{
#define LEVELS                                                                                     \
	"SELECT idx, first_day, days, phase, target, ideal, asked, asked_bp, cut"                  \
	" FROM level WHERE revision = ?1"
	static const char all[] = LEVELS " ORDER BY idx";
	static const char some[] = LEVELS IN_WINDOW " ORDER BY idx";

	if (!prepare(reader, reads_whole(reader) ? all : some, &reader->levels, err))
		return false;
	bind(reader->levels, revision->id, window->first.n, window->last.n);
	return read_levels(reader->levels, window, &revision->schedule, err);
}

static bool take_parts(struct reader *reader, const struct window *window,
		       struct revision *revision, struct err *err)
{
	/* Of all levels, all parts: one too many is a damage. */
	static const char all[] = "SELECT level, slot, amount FROM part WHERE revision = ?1";
	static const char some[] = "SELECT level, slot, amount FROM part"
				   " WHERE revision = ?1 AND level BETWEEN ?2 AND ?3";
	int64_t last = window->level + (int64_t)revision->schedule.level_count - 1;

	if (!prepare(reader, reader->reach == &everything ? all : some, &reader->parts, err))
		return false;
	bind(reader->parts, revision->id, window->level, last);
	return read_parts(reader->parts, window, &revision->schedule, err);
}

static bool read_body(struct reader *reader, struct window window, struct revision *revision,
		      struct err *err)
{
	const struct course_reach *reach = reader->reach;
	const struct schedule *schedule = &revision->schedule;

	if ((reach->doses && !take_slots(reader, revision, err)) ||
	    (reach->steps && !take_steps(reader, &window, revision, err)) ||
	    !take_levels(reader, &window, revision, err) ||
	    (reach->doses && !take_parts(reader, &window, revision, err)))
		return false;
	return (levels_fit(schedule, &window, revision->from) &&
		steps_fit(schedule, &window, revision->from)) ||
	       db_damaged(reader->db, err);
}

static bool read_head(struct reader *reader, struct revision *revision, struct err *err)
{
	sqlite3_stmt *stmt = reader->revisions;
	struct schedule *schedule = &revision->schedule;

	if (!KEEPS_TO(stmt, head_bounds, err))
		return false;
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
	return (revision_kind_read(db_text(stmt, 9), &revision->kind) &&
		(revision->kind == REVISION_STOP || schedule->measure.nano > 0) &&
		str_copy(revision->name, sizeof(revision->name), db_text(stmt, 10)) &&
		str_copy(revision->title, sizeof(revision->title), db_text(stmt, 11))) ||
	       db_damaged(reader->db, err);
}

static bool read_heads(struct reader *reader, struct course *course, struct err *err)
{
	bool row = false;
	bool ok = db_prepare(
		reader->db,
		"SELECT row, from_day, made, factor, measure, start_from, start, goal, days,"
		" kind, name, title, plan_text, reason, acknowledged, unit"
		" FROM revision WHERE live = 1 ORDER BY row",
		NULL, 0, &reader->revisions, err);

	while (ok && (ok = db_step(reader->revisions, &row, err)) && row) {
		struct revision revision = REVISION_INIT;

		ok = read_head(reader, &revision, err);
		course_add(course, &revision);
	}
	return ok;
}

/*
 * What follows a revision takes its place, so its days from there on are of no use; but for what follows a hold without an
 * end, which may end any day, and then what was before it goes on. A plan that is begun or stopped leaves the one before it
 * as it was: its end is told from it.
 */
static struct day followed_on(const struct revision *revision, struct day end)
{
	if (revision->kind == REVISION_START || revision->kind == REVISION_STOP)
		return DAY_NEVER;
	if (revision->kind == REVISION_HOLD && revision->days == 0)
		return end;
	return revision->from.n < end.n ? revision->from : end;
}

static bool read_bodies(struct reader *reader, struct course *course, struct err *err)
{
	const struct course_reach *reach = reader->reach;
	struct day end = DAY_NEVER;

	for (size_t i = course->count; i > 0; i--) {
		struct revision *revision = &course->revisions[i - 1];
		struct window window = {
			.first = reach->first, .last = reach->last, .level = ANYWHERE};
		bool asked;

		if (end.n <= window.last.n)
			window.last = day_add(end, -1);
		asked = window.first.n <= window.last.n && revision->from.n <= window.last.n;
		if ((reach == &everything || asked) && revision->kind != REVISION_STOP &&
		    !read_body(reader, reach->as_made ? whole : window, revision, err))
			return false;
		end = followed_on(revision, end);
	}
	return true;
}

bool revisions_read(sqlite3 *db, const struct course_reach *reach, struct course *course,
		    struct err *err)
{
	struct reader reader = {.db = db, .reach = reach != NULL ? reach : &everything};
	bool ok = read_heads(&reader, course, err) && read_bodies(&reader, course, err);

	sqlite3_finalize(reader.revisions);
	sqlite3_finalize(reader.slots);
	sqlite3_finalize(reader.levels);
	sqlite3_finalize(reader.parts);
	sqlite3_finalize(reader.steps);
	return ok;
}
