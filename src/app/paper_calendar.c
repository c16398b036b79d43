/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app_private.h"
#include "base/mem.h"
#include "export/ics.h"
#include "paper.h"

struct states {
	struct ics_state *items; /* owned */
	size_t count;
};

static void states_free(struct states *states)
{
	for (size_t i = 0; i < states->count; i++)
		schedule_free(&states->items[i].schedule);
	free(states->items);
}

struct undone {
	struct ics_undone *items; /* owned */
	size_t count;
};

/* A hold without an end moves the last day on until it is over. */
static struct day latest(const struct plan_undone *undone, struct day today, struct day *last)
{
	int32_t held = today.n - undone->from.n + 1;

	if (undone->hold)
		*last = day_add(*last, held > 0 ? held + 1 : 1);
	return last->n > undone->end.n ? day_add(*last, 1) : undone->end;
}

static bool read_undone(struct store *store, struct day today, struct day last,
			struct undone *undone, struct err *err)
{
	struct plan_undone *read;

	if (!store_plan_undone(store, &read, &undone->count, err))
		return false;
	undone->items = mem_alloc(undone->count + 1, sizeof(*undone->items));
	for (size_t i = 0; i < undone->count; i++)
		undone->items[i] = (struct ics_undone){.plan_utc = read[i].plan_utc,
						       .steps = (size_t)read[i].levels + 1,
						       .slots = (size_t)read[i].slots,
						       .end = latest(&read[i], today, &last)};
	free(read);
	return true;
}

/* The first day for which the part of the course that begins with a start no longer counts. */
static struct day end_of(const struct course *course, struct course_part part)
{
	return part.end < course->count ? course->revisions[part.end].from : DAY_NEVER;
}

/* What each change but the newest left, as it would have been written out then. */
static struct states read_states(const struct course *course)
{
	struct states states = {.items = mem_alloc(course->count, sizeof(*states.items))};

	for (size_t i = 0; i + 1 < course->count; i++) {
		const struct revision *revision = &course->revisions[i];
		struct course_part part = course_part_of(course, i);
		struct course until = {.revisions = course->revisions, .count = i + 1};
		struct ics_state *state = &states.items[states.count];

		if (revision->kind == REVISION_STOP ||
		    !course_projected(&until, revision->from, &state->schedule))
			continue;
		state->plan_utc = course->revisions[part.first].made_utc;
		state->ends = end_of(course, part);
		states.count++;
	}
	return states;
}

/* After a stop nothing was planned until this plan began: what was to come then is to go. */
static struct day cancel_from(const struct course *course, struct course_part part,
			      struct day first)
{
	const struct revision *before = part.first > 0 ? &course->revisions[part.first - 1] : NULL;

	return before != NULL && before->kind == REVISION_STOP && before->from.n < first.n
		       ? before->from
		       : first;
}

/* What is written: the plan that revision index belongs to, up to the day it ends. */
struct plotted {
	const struct course *course;
	size_t index;
	const struct sheet *sheet;
	struct day from, to, ends;
};

/*
 * Larger after each change, and also after one that is made in a log brought back from a copy or from JSON, which knows fewer changes than
 * were made: seconds since 2024 pass faster than a person changes a plan.
 */
static int32_t sequence_of(const struct plan_turns *turns)
{
	enum { BEGIN_OF_2024 = 1704067200 };
	int64_t seconds = turns->made_utc - BEGIN_OF_2024 + turns->count - 1;

	if (seconds < turns->count - 1)
		return turns->count - 1;
	return seconds < INT32_MAX ? (int32_t)seconds : INT32_MAX;
}

static bool write_calendar(struct app *app, const struct plotted *plotted, bool doses,
			   struct str *out, struct err *err)
{
	const struct course *course = plotted->course;
	struct course_part part = course_part_of(course, plotted->index);
	struct plan_turns turns;
	struct undone undone;
	struct store *store;

	if (!app_store_read(app, &store, err) || !store_plan_turns(store, &turns, err) ||
	    !read_undone(store, app_today_day(app), schedule_last_day(plotted->sheet->schedule),
			 &undone, err))
		return false;
	struct states states = read_states(course);
	struct ics_calendar calendar = {
		.sheet = plotted->sheet,
		.plan_utc = course->revisions[part.first].made_utc,
		.made_utc = turns.made_utc,
		.sequence = sequence_of(&turns),
		.before = states.items,
		.before_count = states.count,
		.undone = undone.items,
		.undone_count = undone.count,
		.from = plotted->from,
		.to = plotted->to,
		.ends = plotted->ends,
		.day_starts = app->settings.day_starts,
		.doses = doses,
	};
	bool done = ics_write(&calendar, out, err);

	states_free(&states);
	free(undone.items);
	return done;
}

static bool write_plan(struct app *app, const struct export_request *request,
		       const struct paper *paper, struct str *out, struct err *err)
{
	const struct course *course = &paper->now.course;
	const struct sheet *sheet = &paper->sheet;
	struct plotted plotted = {
		.course = course,
		.index = (size_t)(paper->now.current - course->revisions),
		.sheet = sheet,
		.from = sheet->days[0].day,
		.to = request->to != NULL ? sheet->days[sheet->day_count - 1].day : DAY_NEVER,
		.ends = paper->now.stops ? paper->now.stops_on : DAY_NEVER,
	};

	if (request->from == NULL)
		plotted.from =
			cancel_from(course, course_part_of(course, plotted.index), plotted.from);
	return write_calendar(app, &plotted, request->doses, out, err);
}

/* A plan that was stopped goes on in the calendar until it is told. */
static bool write_stopped(struct app *app, const struct course *course, bool doses, struct str *out,
			  struct err *err)
{
	const struct revision *stop = &course->revisions[course->count - 1];
	struct course until = {.revisions = course->revisions, .count = course->count - 1};
	struct sheet sheet = {.title = mem_dup(PAPER_TITLE)};
	struct plotted plotted = {.course = course,
				  .index = course->count - 2,
				  .sheet = &sheet,
				  .from = stop->from,
				  .to = DAY_NEVER,
				  .ends = stop->from};
	struct schedule schedule;
	bool done = course_projected(&until, until.revisions[until.count - 1].from, &schedule) ||
		    err_set(err, ERR_NOT_FOUND, "no plan is in use");

	if (done) {
		sheet.schedule = &schedule;
		paper_add_numbers(app, &sheet);
		sheet_add_days(&sheet, schedule_first_day(&schedule), day_add(stop->from, -1));
		done = write_calendar(app, &plotted, doses, out, err);
		schedule_free(&schedule);
	}
	sheet_free(&sheet);
	return done;
}

/* why is what there is to say where no plan was stopped either. */
static bool write_none(struct app *app, bool doses, const struct err *why, struct str *out,
		       struct err *err)
{
	struct course course = COURSE_INIT;
	struct store *store;
	bool done;

	if (!app_store_read(app, &store, err) || !app_course(store, &course, err))
		return false;
	if (course.count < 2 || course.revisions[course.count - 1].kind != REVISION_STOP)
		done = err_set(err, why->code, "%s", why->msg);
	else
		done = write_stopped(app, &course, doses, out, err);
	course_free(&course);
	return done;
}

bool paper_ics(struct app *app, const struct export_request *request, struct str *out,
	       struct err *err)
{
	struct paper paper;
	struct err none;
	bool done;

	if (!paper_begin_calendar(app, request, &paper, &none)) {
		if (none.code == ERR_NOT_FOUND)
			return write_none(app, request->doses, &none, out, err);
		*err = none;
		return false;
	}
	done = write_plan(app, request, &paper, out, err);
	paper_end(&paper);
	return done;
}
