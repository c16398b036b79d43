/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app/receipts.h"
#include "app_private.h"
#include "yaml/planfile.h"

/* Fills what comes from the schedule laid out again, with its steps. */
static void fill(const struct plan *plan, const struct schedule *schedule, struct receipt *receipt)
{
	const struct level *level = schedule_at(schedule, receipt->day);
	const struct step *step = schedule_step_at(schedule, receipt->day);

	receipt->unit = schedule->unit;
	receipt->decimals = app_decimals(schedule->unit, schedule->measure);
	receipt->phase = step->phase + 1;
	if (step->phase >= 0)
		receipt->rule = plan->phases[step->phase];
	receipt->before = step->before;
	receipt->asked = step->asked;
	receipt->ideal = step->ideal;
	receipt->measure = schedule->measure;
	receipt->target = level->target;
	receipt->planned_before = level == schedule->levels ? schedule->start : level[-1].target;
	receipt->cut = level->cut;
	receipt->slot_count = schedule->slot_count;
	memcpy(receipt->slots, schedule->slots, sizeof(receipt->slots));
	memcpy(receipt->doses, level->doses, sizeof(receipt->doses));
	receipt->rule.levels = NULL;
}

/* The levels that were stored are what is followed; arithmetic that no longer gives them must not be shown as theirs. */
static bool fill_from(const struct revision *revision, struct receipt *receipt, struct err *err)
{
	const struct schedule *stored = &revision->schedule;
	const struct level *level = schedule_at(stored, receipt->day);
	struct schedule again = SCHEDULE_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct plan plan = PLAN_INIT;
	bool same = planfile_parse(revision->plan_text, strlen(revision->plan_text), &plan,
				   &problems, err) &&
		    schedule_build(&plan, stored->from, schedule_first_day(stored),
				   revision->factor, &again, err);

	problems_free(&problems);
	if (same) {
		receipt->factor = revision->factor;
		fill(&plan, &again, receipt);
		same = receipt->target.nano == level->target.nano;
	}
	schedule_free(&again);
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

	if (day != NULL && !day_read(day, made.day, &made.day, err))
		return false;
	if (!app_plan_now(app, &now, err))
		return false;
	revision = course_revision_at(&now.course, made.day);
	if (revision != NULL)
		done = fill_from(revision, &made, err);
	else
		done = err_set(err, ERR_NOT_FOUND,
			       "no plan was in use on %s; the plan begins on %s",
			       day_iso(made.day, asked), day_iso(now.current->from, begins));
	plan_now_free(&now);
	if (done)
		*receipt = made;
	return done;
}
