/* SPDX-License-Identifier: MIT */
#include "guidance_signs.h"

#include <stdlib.h>

#include "app/guidance.h"
#include "base/mem.h"
#include "store/diary.h"

/* How far ahead the next step is looked for. */
enum { AHEAD_DAYS = 400 };

void gathered_free(struct gathered *gathered)
{
	symptoms_free(&gathered->symptoms);
	free(gathered->days);
	course_free(&gathered->course);
	*gathered = (struct gathered)GATHERED_INIT;
}

struct signs gathered_signs(const struct gathered *gathered)
{
	return (struct signs){
		.days = gathered->days, .count = gathered->count, .symptoms = &gathered->symptoms};
}

struct filling {
	struct app *app;
	struct gathered *gathered;
	bool has_symptoms;
};

static struct sign_day *day_of(const struct filling *filling, int64_t utc, int16_t utc_offset)
{
	const struct gathered *gathered = filling->gathered;
	struct day day =
		moment_counts_for(diary_wall(utc, utc_offset), filling->app->settings.day_starts);
	int32_t at = day_between(gathered->days[0].day, day);

	return at < 0 || (size_t)at >= gathered->count ? NULL : &gathered->days[at];
}

/* Who makes no check-ins needs no list of what they ask. */
static bool have_symptoms(struct filling *filling, struct err *err)
{
	if (!filling->has_symptoms)
		filling->has_symptoms =
			app_symptoms(filling->app, &filling->gathered->symptoms, err);
	return filling->has_symptoms;
}

/* Of two check-ins of a day the later one counts. */
static bool fill_checkin(void *context, const struct checkin *checkin, struct err *err)
{
	struct filling *filling = context;
	const struct symptoms *symptoms = &filling->gathered->symptoms;
	struct sign_day *day = day_of(filling, checkin->utc, checkin->utc_offset);

	if (day == NULL)
		return true;
	if (!have_symptoms(filling, err))
		return false;
	day->logged = true;
	day->sleep_minutes =
		checkin->sleep_minutes == SLEEP_UNKNOWN ? (int16_t)-1 : checkin->sleep_minutes;
	for (size_t i = 0; i < symptoms->count; i++)
		day->ratings[i] = (int8_t)checkin_score(checkin, symptoms->items[i].id);
	return true;
}

static bool fill_urge(void *context, const struct urge *urge, struct err *err)
{
	const struct filling *filling = context;
	struct sign_day *day = day_of(filling, urge->utc, urge->utc_offset);

	(void)err;
	if (day == NULL)
		return true;
	day->logged = true;
	day->urges++;
	day->urges_took += urge->outcome == URGE_TOOK ? 1 : 0;
	return true;
}

static bool is_held(const struct revision *revision, struct day day)
{
	return revision->kind == REVISION_HOLD &&
	       (revision->days == 0 || day_between(revision->from, day) < revision->days);
}

/* As it was planned then: what was changed later is not looked at. */
static int32_t step_as_planned(const struct revision *revision, struct day day)
{
	const struct level *now = schedule_at(&revision->schedule, day);

	for (const struct level *next = now; next != NULL;
	     next = schedule_next(&revision->schedule, next)) {
		if (next->target.nano < now->target.nano)
			return day_between(day, next->first);
	}
	return -1;
}

/* As it is planned now, with every change that begins later. */
static int32_t step_ahead(const struct course *course, struct day day)
{
	const struct level *now = course_level_at(course, day);

	for (int32_t ahead = 1; now != NULL && ahead <= AHEAD_DAYS; ahead++) {
		const struct level *next = course_level_at(course, day_add(day, ahead));

		if (next == NULL)
			return -1;
		if (next->target.nano < now->target.nano)
			return ahead;
	}
	return -1;
}

static bool is_cut(const struct course *course, struct day day, const struct level *level)
{
	const struct revision *revision = course_revision_at(course, day);
	const struct revision *earlier = course_revision_at(course, day_add(day, -1));
	const struct level *before = course_level_at(course, day_add(day, -1));

	if (before != NULL && earlier->schedule.unit == revision->schedule.unit)
		return level->target.nano < before->target.nano;
	return level->first.n == day.n && level->cut.nano > 0;
}

static void fill_plan(const struct course *course, struct day today, struct sign_day *day)
{
	const struct revision *revision = course_revision_at(course, day->day);
	const struct level *level = course_level_at(course, day->day);

	if (level == NULL)
		return;
	day->cut = is_cut(course, day->day, level);
	day->held = is_held(revision, day->day);
	day->stepped_back = revision->kind == REVISION_BACK && revision->from.n == day->day.n;
	day->to_step = day->day.n < today.n ? step_as_planned(revision, day->day)
					    : step_ahead(course, day->day);
}

static bool fill_log(struct app *app, struct gather_days asked, struct gathered *gathered,
		     struct err *err)
{
	struct sign_day *days = gathered->days + day_between(asked.first, asked.log_from);
	struct history_days history;

	if (!history_read_by(app, &gathered->course, asked.log_from, asked.last, &history, err))
		return false;
	gathered->unit = history.unit;
	gathered->decimals = history.decimals;
	for (size_t i = 0; i < history.count; i++) {
		days[i].status = history.days[i].status;
		days[i].logged = days[i].logged || history.days[i].total.entries > 0;
	}
	history_days_free(&history);
	return true;
}

static bool fill(struct app *app, struct store *store, struct gather_days asked,
		 struct gathered *gathered, struct err *err)
{
	struct filling filling = {.app = app, .gathered = gathered};
	struct span span = app_span(app, asked.first, asked.last);
	struct course_reach reach = {.first = day_add(asked.first, -1),
				     .last = day_add(asked.last, AHEAD_DAYS),
				     .as_made = true};
	struct day today;

	if (!store_course_reach(store, reach, &gathered->course, err) ||
	    !fill_log(app, asked, gathered, err) ||
	    !store_checkin_walk(store, span, false, fill_checkin, &filling, err) ||
	    !store_urge_walk(store, span, false, fill_urge, &filling, err))
		return false;
	today = app_today_day(app);
	for (size_t i = 0; i < gathered->count; i++)
		fill_plan(&gathered->course, today, &gathered->days[i]);
	signs_settle(gathered->days, gathered->count);
	return true;
}

struct gather_days gather_days_to_judge(struct day first, struct day last)
{
	return (struct gather_days){
		.first = day_add(first, -GUIDANCE_LOOK_BACK),
		.last = last,
		.log_from = day_add(first, -RULE_DAYS_MAX),
	};
}

bool guidance_gather(struct app *app, struct gather_days asked, struct gathered *gathered,
		     struct err *err)
{
	struct gathered read = GATHERED_INIT;
	struct store *store;
	bool done;

	if (!app_look(app, &store, err))
		return false;
	read.count = (size_t)day_between(asked.first, asked.last) + 1;
	read.days = mem_alloc(read.count, sizeof(*read.days));
	for (size_t i = 0; i < read.count; i++)
		read.days[i] = sign_day_of(day_add(asked.first, (int32_t)i));
	done = fill(app, store, asked, &read, err);
	app_looked(app);
	if (!done) {
		gathered_free(&read);
		return false;
	}
	*gathered = read;
	return true;
}
