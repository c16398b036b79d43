/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app/planning.h"
#include "app_private.h"
#include "yaml/planfile.h"

/* What explain needs to know of the day. */
struct receipt {
	const struct plan *plan;
	const struct schedule *schedule; /* laid out again, with its steps */
	const struct level *level;
	const struct step *step;
	struct amount planned_before; /* the target before the level */
	int decimals;
};

static const char *planned(const struct receipt *receipt, struct amount amount, char *buf)
{
	return amount_fixed_with_unit(amount, receipt->decimals, receipt->schedule->unit, buf);
}

/* An unrounded amount: four decimals are enough to follow it by hand. */
static const char *unrounded(const struct receipt *receipt, struct amount amount, char *buf)
{
	struct amount shown = {.nano = (amount.nano + 50000) / 100000 * 100000};

	return amount_with_unit(shown, receipt->schedule->unit, buf);
}

static void add_phase(const struct receipt *receipt, struct str *out)
{
	int phase = receipt->step->phase;

	if (phase < 0) {
		str_add(out, "  the phases are done: this is the goal\n");
		return;
	}
	str_addf(out, "  phase %d   ", phase + 1);
	phase_describe(&receipt->plan->phases[phase], receipt->schedule->unit, out);
	str_add_char(out, '\n');
}

/* The cut as its rule names it: "5 %" or "0.25 g". */
static void add_asked(const struct receipt *receipt, struct str *out)
{
	const struct phase *phase = &receipt->plan->phases[receipt->step->phase];
	char text[AMOUNT_TEXT_SIZE], cut[AMOUNT_TEXT_SIZE];
	int64_t by_rate =
		receipt->step->before.nano -
		(receipt->step->before.nano * (RATE_WHOLE - phase->cut_rate.bp) + RATE_WHOLE / 2) /
			RATE_WHOLE;

	if (phase->kind == PHASE_CUT_CURRENT && receipt->step->asked.nano == by_rate)
		str_add(out, rate_text(phase->cut_rate, text));
	else if (phase->kind == PHASE_CUT_START)
		str_addf(out, "%s (%s of the amount this phase began at)",
			 unrounded(receipt, receipt->step->asked, cut),
			 rate_text(phase->cut_rate, text));
	else
		str_add(out, unrounded(receipt, receipt->step->asked, text));
}

static void add_cut(const struct receipt *receipt, struct str *out)
{
	const struct step *step = receipt->step;
	char before[AMOUNT_TEXT_SIZE], was[AMOUNT_TEXT_SIZE], after[AMOUNT_TEXT_SIZE];
	int64_t bounded = step->before.nano - step->asked.nano;

	if (step->phase < 0 || receipt->plan->phases[step->phase].kind == PHASE_LEVELS) {
		str_addf(out, "  %s as written\n", planned(receipt, step->target, after));
		return;
	}
	if (receipt->plan->phases[step->phase].kind == PHASE_STAY) {
		str_addf(out, "  no cut: %s stays\n", unrounded(receipt, step->before, before));
		return;
	}
	str_addf(out, "  %s (unrounded; %s planned) \u2212 ",
		 unrounded(receipt, step->before, before),
		 planned(receipt, receipt->planned_before, was));
	add_asked(receipt, out);
	if (step->ideal.nano > bounded)
		str_addf(out, ", but no lower than %s", unrounded(receipt, step->ideal, after));
	else if (step->ideal.nano < bounded)
		str_addf(out, ", which reaches the goal of %s",
			 planned(receipt, step->ideal, after));
	else
		str_addf(out, " = %s", unrounded(receipt, step->ideal, after));
	str_add_char(out, '\n');
}

static void add_rounding(const struct receipt *receipt, struct str *out)
{
	char measure[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE], cut[AMOUNT_TEXT_SIZE];
	char before[AMOUNT_TEXT_SIZE];
	struct rate real;

	if (receipt->step->ideal.nano != receipt->step->target.nano)
		str_addf(out, "  rounded up to what your scale can measure (%s): %s\n",
			 amount_with_unit(receipt->schedule->measure, receipt->schedule->unit,
					  measure),
			 planned(receipt, receipt->step->target, target));
	if (receipt->level->cut.nano == 0)
		return;
	real = amount_ratio(receipt->level->cut, receipt->planned_before);
	real.bp = (real.bp + 5) / 10 * 10;
	str_addf(out, "  real cut %s, %d.%d %% of %s\n", planned(receipt, receipt->level->cut, cut),
		 real.bp / 100, real.bp % 100 / 10,
		 planned(receipt, receipt->planned_before, before));
}

static void add_doses(const struct receipt *receipt, struct str *out)
{
	const struct schedule *schedule = receipt->schedule;
	char text[AMOUNT_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	bool first = true, closed = false;

	if (schedule->slot_count < 2 || receipt->level->target.nano == 0)
		return;
	str_add(out, "  doses ");
	for (size_t i = 0; i < schedule->slot_count; i++) {
		const struct slot *slot = &schedule->slots[i];

		if (receipt->level->doses[i].nano == 0) {
			closed = true;
			continue;
		}
		str_add(out, first ? "" : " \u00b7 ");
		str_addf(out, "%s %s",
			 slot->minute >= 0 ? minute_text(slot->minute, time) : slot->name,
			 amount_fixed(receipt->level->doses[i], receipt->decimals, text));
		first = false;
	}
	str_add(out, closed ? "\n  a dose has closed; what it had went to the others\n" : "\n");
}

static void write_receipt(const struct receipt *receipt, struct day day, struct str *out)
{
	char date[DAY_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s: %s\n", day_full(day, date),
		 planned(receipt, receipt->level->target, target));
	add_phase(receipt, out);
	add_cut(receipt, out);
	add_rounding(receipt, out);
	add_doses(receipt, out);
}

/* The levels that were stored are what is followed; arithmetic that no longer gives them must not be shown as theirs. */
static bool explain_in(const struct revision *revision, struct day day, struct str *out,
		       struct err *err)
{
	const struct schedule *stored = &revision->schedule;
	struct schedule again = SCHEDULE_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct plan plan = PLAN_INIT;
	struct receipt receipt = {.plan = &plan, .schedule = &again};
	bool same = planfile_parse(revision->plan_text, strlen(revision->plan_text), &plan,
				   &problems, err) &&
		    schedule_build(&plan, stored->from, schedule_first_day(stored),
				   revision->factor, &again, err);

	problems_free(&problems);
	if (same) {
		receipt.level = schedule_at(&again, day);
		receipt.step = schedule_step_at(&again, day);
		same = receipt.level->target.nano == schedule_at(stored, day)->target.nano;
		receipt.decimals = app_decimals(again.unit, again.measure);
		receipt.planned_before =
			receipt.level == again.levels ? again.start : receipt.level[-1].target;
	}
	if (same)
		write_receipt(&receipt, day, out);
	schedule_free(&again);
	plan_free(&plan);
	if (!same)
		return err_set(err, ERR_STORE,
			       "the plan text kept in the store does not give the stored targets "
			       "any more; "
			       "the targets stand, 'taper doctor' looks closer");
	return true;
}

bool app_plan_explain(struct app *app, const char *day, struct str *out, struct err *err)
{
	struct plan_now now;
	struct day asked = app_today_day(app);
	const struct revision *revision;
	char text[DAY_TEXT_SIZE];
	bool explained;

	if (day != NULL && !day_read(day, asked, &asked, err))
		return false;
	if (!app_plan_now(app, &now, err))
		return false;
	revision = course_revision_at(&now.course, asked);
	if (revision == NULL)
		explained = err_set(
			err, ERR_NOT_FOUND, "no plan was in use on %s; the plan begins on %s",
			day_iso(asked, text), day_iso(now.current->from, (char[DAY_TEXT_SIZE]){0}));
	else
		explained = explain_in(revision, asked, out, err);
	plan_now_free(&now);
	return explained;
}
