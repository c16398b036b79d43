/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app/revising.h"
#include "app_private.h"
#include "base/mem.h"

static void side_free(struct diff_side *side)
{
	free(side->name);
	schedule_free(&side->schedule);
}

void plan_diff_free(struct plan_diff *diff)
{
	side_free(&diff->a);
	side_free(&diff->b);
	free(diff->rows);
	*diff = (struct plan_diff)PLAN_DIFF_INIT;
}

/* The plan as it was left by the first count revisions; after a stop up to its last day. */
static void read_stopped(const struct course *course, size_t count, struct diff_side *side)
{
	const struct revision *stop = &course->revisions[count - 1];
	struct course until = {.revisions = course->revisions, .count = count - 1};
	struct schedule_span span = {.first = {.n = INT32_MIN}, .end = stop->from};
	struct schedule whole = SCHEDULE_INIT;

	side->ends = stop->from;
	if (!course_whole(&until, day_add(stop->from, -1), &whole))
		return;
	side->schedule = course_without_days(&whole);
	course_add_span(&whole, span, &side->schedule);
	schedule_free(&whole);
}

static bool read_revision(const struct course *course, size_t number, struct diff_side *side,
			  struct err *err)
{
	struct course until = {.revisions = course->revisions, .count = number};
	const struct revision *revision;
	struct str name = STR_INIT;

	if (number < 1 || number > course->count)
		return err_set(
			err, ERR_NOT_FOUND,
			"there is no change %zu; 'taper plan history' numbers them, 1 to %zu",
			number, course->count);
	revision = &course->revisions[number - 1];
	str_addf(&name, "%zu: ", number);
	revision_describe(revision, &name);
	side->name = str_take(&name);
	if (revision->kind == REVISION_STOP) {
		read_stopped(course, number, side);
		return true;
	}
	side->open = course_hold_at(&until, revision->from).open;
	return course_whole(&until, revision->from, &side->schedule) ||
	       err_set(err, ERR_STORE, "change %zu has no days", number);
}

/* A short number only: plans have names. */
static size_t number_of(const char *text)
{
	size_t number = 0;

	for (const char *at = text; *at != '\0'; at++) {
		if (*at < '0' || *at > '9' || number > 100000)
			return 0;
		number = number * 10 + (size_t)(*at - '0');
	}
	return number;
}

static bool read_plan(struct app *app, const struct diff_request *request, const char *name,
		      struct diff_side *side, struct problems *problems, struct err *err)
{
	struct preview_request asked = request->plans;
	struct preview preview = PREVIEW_INIT;

	asked.plan = name;
	if (!app_plan_preview(app, &asked, &preview, problems, err))
		return false;
	side->name = mem_dup(name);
	side->schedule = preview.schedule;
	preview.schedule = (struct schedule)SCHEDULE_INIT;
	preview_free(&preview);
	return true;
}

static bool is_number(const char *name)
{
	return number_of(name) > 0 || strcmp(name, "0") == 0;
}

static bool read_side(struct app *app, const struct diff_request *request, const char *name,
		      struct diff_side *side, struct problems *problems, struct err *err)
{
	struct course course;
	struct store *store;
	bool done;

	side->ends = DAY_NEVER;
	if (!is_number(name))
		return read_plan(app, request, name, side, problems, err);
	if (!app_store_read(app, &store, err) || !app_course(store, &course, err))
		return false;
	done = read_revision(&course, number_of(name), side, err);
	course_free(&course);
	return done;
}

static bool planned(const struct diff_side *side, struct day day, struct amount *amount)
{
	const struct level *level = day.n < side->ends.n ? schedule_at(&side->schedule, day) : NULL;

	if (level == NULL)
		return false;
	*amount = level->target;
	return true;
}

/* The first day after day on which a side changes; DAY_NEVER for none. */
static struct day next_change(const struct diff_side *side, struct day day)
{
	struct day next = side->ends.n > day.n ? side->ends : DAY_NEVER;

	for (size_t i = 0; i < side->schedule.level_count; i++) {
		struct day first = side->schedule.levels[i].first;

		if (first.n > day.n && first.n < next.n)
			next = first;
	}
	return next;
}

static bool differs(const struct diff_row *row)
{
	return row->has_a != row->has_b || row->a.nano != row->b.nano;
}

/* Days that only one side plans are told once, whatever it plans for them. */
static bool goes_on(const struct diff_row *last, const struct diff_row *row)
{
	if (last->first.n + last->days != row->first.n || last->has_a != row->has_a ||
	    last->has_b != row->has_b)
		return false;
	return row->has_a != row->has_b ||
	       (last->a.nano == row->a.nano && last->b.nano == row->b.nano);
}

static void add_row(struct plan_diff *diff, size_t *cap, const struct diff_row *row)
{
	struct diff_row *last = diff->count > 0 ? &diff->rows[diff->count - 1] : NULL;

	if (!differs(row))
		return;
	if (last != NULL && last->days != LEVEL_OPEN && goes_on(last, row)) {
		last->days = row->days == LEVEL_OPEN ? LEVEL_OPEN : last->days + row->days;
		return;
	}
	diff->rows = mem_grow(diff->rows, cap, diff->count + 1, sizeof(*diff->rows));
	diff->rows[diff->count++] = *row;
}

static void compare(struct plan_diff *diff)
{
	struct day day = next_change(&diff->a, (struct day){.n = INT32_MIN});
	struct day other = next_change(&diff->b, (struct day){.n = INT32_MIN});
	size_t cap = 0;

	if (other.n < day.n)
		day = other;
	while (day.n != DAY_NEVER.n) {
		struct day a = next_change(&diff->a, day), b = next_change(&diff->b, day);
		struct day end = a.n < b.n ? a : b;
		struct diff_row row = {.first = day,
				       .days = end.n == DAY_NEVER.n ? LEVEL_OPEN
								    : day_between(day, end)};

		row.has_a = planned(&diff->a, day, &row.a);
		row.has_b = planned(&diff->b, day, &row.b);
		add_row(diff, &cap, &row);
		day = end;
	}
}

static void sum_up(struct plan_diff *diff)
{
	struct diff_side *sides[] = {&diff->a, &diff->b};

	for (int i = 0; i < 2; i++) {
		const struct schedule *schedule = &sides[i]->schedule;

		if (schedule->level_count == 0 || sides[i]->open)
			continue;
		sides[i]->has_last = true;
		sides[i]->last = sides[i]->ends.n != DAY_NEVER.n ? day_add(sides[i]->ends, -1)
								 : schedule_last_day(schedule);
		sides[i]->total = schedule_total(schedule, schedule_first_day(schedule));
	}
}

bool app_plan_diff(struct app *app, const struct diff_request *request, struct plan_diff *diff,
		   struct problems *problems, struct err *err)
{
	struct plan_diff made = PLAN_DIFF_INIT;
	bool done = read_side(app, request, request->a, &made.a, problems, err) &&
		    read_side(app, request, request->b, &made.b, problems, err);
	struct amount finest;

	if (done && made.a.schedule.unit != made.b.schedule.unit)
		done = err_set(err, ERR_INVALID, "'%.60s' is in %s and '%.60s' in %s", request->a,
			       unit_name(made.a.schedule.unit), request->b,
			       unit_name(made.b.schedule.unit));
	if (!done) {
		plan_diff_free(&made);
		return false;
	}
	made.unit = made.a.schedule.unit;
	finest = made.a.schedule.measure;
	if (made.b.schedule.measure.nano < finest.nano)
		finest = made.b.schedule.measure;
	made.decimals = app_decimals(made.unit, finest);
	compare(&made);
	sum_up(&made);
	*diff = made;
	return true;
}
