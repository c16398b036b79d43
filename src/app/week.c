/* SPDX-License-Identifier: MIT */
#include "app/week.h"

#include <string.h>

#include "app/today.h"
#include "app_private.h"
#include "base/mem.h"
#include "today_doses.h"

enum { NOON = 12 * 60 };

static void add_column(struct week *week, int16_t minute, const char *name)
{
	struct week_column *column = &week->columns[week->column_count++];

	column->minute = minute;
	memcpy(column->name, name, strlen(name) + 1);
}

/* A plan that names no time has one dose a day, and its time is no matter: noon, as for a day logged without one. */
static void add_slots(const struct schedule *schedule, struct week *week)
{
	for (size_t i = 0; i < schedule->slot_count; i++) {
		const struct slot *slot = &schedule->slots[i];

		add_column(week, slot->minute >= 0 ? slot->minute : NOON, slot->name);
	}
}

/* The usual times: those of the settings, else those of the log, else none. */
static bool add_usual(struct app *app, struct week *week, struct err *err)
{
	const struct settings *settings = &app->settings;
	struct baseline baseline;

	for (size_t i = 0; i < settings->time_count && i < PLAN_SLOT_MAX; i++)
		add_column(week, settings->times[i], "");
	if (week->column_count > 0)
		return true;
	if (!app_baseline_in(app, week->unit, &baseline, err))
		return false;
	for (int i = 0; baseline.enough && i < baseline.doses_a_day && i < PLAN_SLOT_MAX; i++)
		add_column(week, baseline.usual_minutes[i], "");
	return true;
}

static const struct revision *newest_of(const struct course *course, const struct week *week)
{
	const struct revision *revision = NULL;

	for (int i = WEEK_DAYS - 1; i >= 0 && revision == NULL; i--)
		revision = course_revision_at(course, day_add(week->first, i));
	return revision;
}

/* Weeks of the plan a day belongs to, whatever was changed in it later; else those of the calendar. */
static struct day begins(const struct course *course, struct day day)
{
	const struct revision *revision = course_revision_at(course, day);
	struct course_part part;
	int32_t past;

	if (revision == NULL)
		return day_add(day, -day_weekday(day));
	part = course_part_of(course, (size_t)(revision - course->revisions));
	past = day_between(course->revisions[part.first].from, day);
	return day_add(day, -(past % WEEK_DAYS));
}

static bool same_slots(const struct schedule *schedule, const struct week *week)
{
	if (schedule->slot_count + 1 != week->column_count)
		return false;
	for (size_t i = 0; i < schedule->slot_count; i++) {
		int16_t minute = schedule->slots[i].minute;

		if ((minute >= 0 ? minute : NOON) != week->columns[i].minute)
			return false;
	}
	return true;
}

/* A schedule with the week's columns, by which doses are told apart by their times alone. */
static struct schedule by_time(const struct week *week)
{
	struct schedule schedule = {.unit = week->unit, .slot_count = week->column_count - 1};
	struct step step = {.first = week->first, .days = LEVEL_OPEN, .phase = -1};
	struct amount doses[PLAN_SLOT_MAX] = {{0}};

	for (size_t i = 0; i < schedule.slot_count; i++) {
		schedule.slots[i] = (struct slot){.minute = week->columns[i].minute};
		doses[i].nano = 1;
		step.target.nano++;
	}
	step.before.nano = step.target.nano + 1;
	schedule_append(&schedule, &step, doses);
	return schedule;
}

static void take_doses(const struct today *today, struct week *week, struct week_day *day)
{
	size_t extra = week->column_count - 1;

	for (size_t i = 0; i < today->dose_count; i++) {
		const struct today_dose *dose = &today->doses[i];

		if (!dose->taken || !dose->counts)
			continue;
		week->decimals = amount_decimals_for(week->decimals, dose->amount);
		day->none = day->none || dose->amount.nano == 0;
		day->taken.nano += dose->amount.nano;
		day->cells[dose->slot >= 0 ? (size_t)dose->slot : extra].logged.nano +=
			dose->amount.nano;
	}
}

/* A day whose doses were at other times than the columns has only its total. */
static void take_plan(const struct schedule *schedule, struct week *week, struct week_day *day)
{
	const struct level *level = schedule_at(schedule, day->day);

	day->has_target = true;
	day->target = level->target;
	for (size_t i = 0; i + 1 < week->column_count && same_slots(schedule, week); i++)
		day->cells[i].planned = schedule_doses(schedule, level)[i];
}

static bool read_day(struct app *app, struct store *store, const struct course *course,
		     struct week *week, struct week_day *day, struct err *err)
{
	const struct revision *revision = course_revision_at(course, day->day);
	const struct schedule *planned = revision != NULL ? &revision->schedule : NULL;
	bool ours = planned != NULL && planned->unit == week->unit;
	struct today today = TODAY_INIT;
	struct schedule usual = by_time(week);
	bool done;

	today.day = day->day;
	today.unit = week->unit;
	done = today_doses_read(app, store, &today, err);
	if (done && ours)
		take_plan(planned, week, day);
	if (done) {
		today_doses_plan(app, ours && same_slots(planned, week) ? planned : &usual, &today);
		take_doses(&today, week, day);
	}
	schedule_free(&usual);
	today_free(&today);
	return done;
}

static bool read_week(struct app *app, struct store *store, const struct course *course,
		      struct week *week, struct err *err)
{
	const struct revision *revision = newest_of(course, week);

	week->unit = revision != NULL ? revision->schedule.unit : app->settings.unit;
	week->decimals =
		revision != NULL ? app_decimals(week->unit, revision->schedule.measure) : 1;
	if (revision != NULL)
		add_slots(&revision->schedule, week);
	else if (!add_usual(app, week, err))
		return false;
	add_column(week, -1, "");
	for (int i = 0; i < WEEK_DAYS; i++) {
		week->days[i].day = day_add(week->first, i);
		if (!read_day(app, store, course, week, &week->days[i], err))
			return false;
	}
	return true;
}

bool app_week(struct app *app, struct day day, struct week *week, struct err *err)
{
	struct week read = {.today = app_today_day(app)};
	struct course course = COURSE_INIT;
	struct store *store;
	bool done;

	if (!app_look(app, &store, err))
		return false;
	done = app_course(store, &course, err);
	if (done) {
		read.first = begins(&course, day);
		done = read_week(app, store, &course, &read, err);
	}
	app_looked(app);
	course_free(&course);
	if (done)
		*week = read;
	return done;
}
