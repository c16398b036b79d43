/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app/receipts.h"
#include "app_private.h"
#include "engine/day_typed.h"
#include "yaml/planfile.h"

/* The change with which the plan of a day was begun or made anew. */
static struct day begun_on(const struct course *course, struct day day)
{
	const struct revision *revision = course_revision_at(course, day);

	while (revision > course->revisions && revision->kind != REVISION_START &&
	       revision->kind != REVISION_REPLAN)
		revision--;
	return revision->from;
}

static bool same_turn(const struct step *a, const struct step *b)
{
	return a->phase == b->phase && a->turn == b->turn && a->ideal.nano == b->ideal.nano &&
	       a->before.nano == b->before.nano;
}

/* A day that was held, or stepped back to, has the cut of the day on which its level began first, and the pace of then. */
static bool fill_whole(const struct course *course, struct receipt *receipt)
{
	struct day begun = begun_on(course, receipt->day);
	struct schedule whole;
	const struct step *step, *at;
	const struct level *level;

	if (!course_whole(course, receipt->day, &whole))
		return false;
	at = step = schedule_step_at(&whole, receipt->day);
	for (const struct step *before = step;
	     before > whole.steps && before[-1].first.n >= begun.n;) {
		before--;
		if (same_turn(before, step))
			at = before;
	}
	level = schedule_at(&whole, at->first);
	receipt->planned_before = level == whole.levels ? whole.start : level[-1].target;
	receipt->cut = level->cut;
	receipt->factor = course_revision_at(course, at->first)->factor;
	schedule_free(&whole);
	return true;
}

static void fill(const struct plan *plan, const struct revision *revision, struct receipt *receipt)
{
	const struct schedule *schedule = &revision->schedule;
	const struct level *level = schedule_at(schedule, receipt->day);
	const struct step *step = schedule_step_at(schedule, receipt->day);

	receipt->unit = schedule->unit;
	receipt->decimals = app_decimals(schedule->unit, schedule->measure);
	receipt->phase = step->phase + 1;
	if (step->phase >= 0 && (size_t)step->phase < plan->phase_count)
		receipt->rule = plan->phases[step->phase];
	receipt->rule.levels = NULL;
	receipt->before = step->before;
	receipt->asked = step->asked;
	receipt->ideal = step->ideal;
	receipt->measure = schedule->measure;
	receipt->target = level->target;
	receipt->slot_count = schedule->slot_count;
	memcpy(receipt->slots, schedule->slots, sizeof(receipt->slots));
	memcpy(receipt->doses, schedule_doses(schedule, level),
	       schedule->slot_count * sizeof(receipt->doses[0]));
}

/* As it was known on that day; when a hold ends is told only where nothing was changed after it. */
static void fill_change(const struct course *course, const struct revision *revision,
			struct receipt *receipt)
{
	size_t count = (size_t)(revision - course->revisions) + 1;
	struct course then = {.revisions = course->revisions, .count = count};
	struct course_hold hold = course_hold_at(&then, receipt->day);

	receipt->change = revision->kind;
	receipt->changed = revision->from;
	receipt->stepped_back = revision->kind == REVISION_BACK &&
				day_between(revision->from, receipt->day) < revision->days;
	receipt->held = hold.on;
	receipt->held_since = hold.since;
	receipt->has_goes_on = hold.on && !hold.open && count == course->count;
	receipt->goes_on = hold.until;
}

/* A plan as it began is laid out once more: its text has to give what was stored. */
static bool is_as_laid_out(const struct revision *revision, const struct plan *plan,
			   const struct step *step)
{
	const struct schedule *stored = &revision->schedule;
	struct schedule again;
	struct err ignored;
	bool same = true;

	if (step->turn == TURN_UNKNOWN)
		return false;
	if (revision->kind != REVISION_START && revision->kind != REVISION_REPLAN)
		return true;
	if (!schedule_build(plan, stored->from, revision->from, revision->factor, &again, &ignored))
		return false;
	for (size_t i = 0; i < stored->level_count && same; i++)
		same = i < again.level_count &&
		       again.levels[i].first.n == stored->levels[i].first.n &&
		       again.levels[i].target.nano == stored->levels[i].target.nano;
	schedule_free(&again);
	return same;
}

/* The levels that were stored are what is followed; arithmetic that no longer gives them must not be shown as theirs. */
static bool fill_from(const struct course *course, const struct revision *revision,
		      struct receipt *receipt, struct err *err)
{
	const struct step *step = schedule_step_at(&revision->schedule, receipt->day);
	struct plan plan = PLAN_INIT;
	bool same = revision_plan(revision, &plan, err) && is_as_laid_out(revision, &plan, step) &&
		    fill_whole(course, receipt);

	if (same) {
		fill(&plan, revision, receipt);
		fill_change(course, revision, receipt);
	}
	plan_free(&plan);
	if (!same)
		return err_set(
			err, ERR_STORE,
			"the plan text kept in the store does not give the stored targets any "
			"more; the targets stand, and 'taper doctor' looks closer");
	return true;
}

bool app_plan_receipt(struct app *app, const char *day, struct receipt *receipt, struct err *err)
{
	struct receipt made = {.day = app_today_day(app)};
	const struct revision *revision;
	char asked[DAY_TEXT_SIZE], begins[DAY_TEXT_SIZE];
	struct plan_now now;
	bool done;

	if (day != NULL && !day_read_in(day, made.day, DAY_YEAR_NEAREST, &made.day, err))
		return false;
	if (!app_plan_now(app, &now, err))
		return false;
	revision = course_revision_at(&now.course, made.day);
	if (revision != NULL)
		done = fill_from(&now.course, revision, &made, err);
	else
		done = err_set(err, ERR_NOT_FOUND,
			       "no plan was in use on %s; the plan begins on %s",
			       day_iso(made.day, asked),
			       day_iso(schedule_first_day(&now.schedule), begins));
	plan_now_free(&now);
	if (done)
		*receipt = made;
	return done;
}
