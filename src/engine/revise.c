/* SPDX-License-Identifier: MIT */
#include "engine/revise.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "engine/split.h"
#include "ground.h"

static const struct amount *present_doses(const struct ground *ground)
{
	return schedule_doses(&ground->whole, schedule_at(&ground->whole, ground->present->first));
}

static bool too_long(struct err *err)
{
	return err_set(err, ERR_INVALID,
		       "the plan would be longer than %d days (ten years); 'taper plan replan' "
		       "makes a shorter one",
		       PLAN_DAY_MAX);
}

static bool not_at_goal(const struct ground *ground, const char *verb, struct err *err)
{
	if (!ground->at_goal)
		return true;
	return err_set(err, ERR_INVALID, "the plan is at its goal, so there is nothing left to %s",
		       verb);
}

static bool build_hold(const struct course *course, const struct ground *ground,
		       const struct revise_ask *ask, struct schedule *schedule, struct err *err)
{
	struct schedule_span rest = {.first = ground->first, .end = DAY_NEVER};
	struct schedule going = SCHEDULE_INIT;
	struct step held = *ground->present;

	if (!not_at_goal(ground, "hold", err))
		return false;
	if (ask->days < 0 || ask->days > HOLD_DAYS_MAX)
		return err_set(err, ERR_INVALID, "a hold is 1 to %d days, or has no end",
			       HOLD_DAYS_MAX);
	if (ask->days == 0 && ground->hold.on && ground->hold.open)
		return err_set(err, ERR_INVALID,
			       "the plan is on hold until you go on; 'taper plan resume' does");
	ground_going(course, ground, &going);
	*schedule = course_without_days(&going);
	held.first = ground->first;
	held.days = ask->days == 0 ? LEVEL_OPEN : ask->days + ground_held_days(ground);
	schedule_append(schedule, &held, present_doses(ground));
	rest.shift = held.days;
	if (held.days != LEVEL_OPEN)
		course_add_span(&going, rest, schedule);
	schedule_free(&going);
	return true;
}

static bool build_resume(const struct course *course, const struct ground *ground,
			 struct schedule *schedule, struct err *err)
{
	if (!ground->hold.on)
		return err_set(err, ERR_INVALID, "the plan is not on hold; it goes on by itself");
	if (!ground->hold.open && ground->hold.until.n <= ground->first.n)
		return err_set(err, ERR_INVALID,
			       "the hold ends with today; the plan goes on by itself");
	ground_going(course, ground, schedule);
	return true;
}

static bool same_turn(const struct step *a, const struct step *b)
{
	return a->phase == b->phase && a->turn == b->turn && a->ideal.nano == b->ideal.nano;
}

/* Days of the present turn that are left from the first day of the change on, holding not counted. */
static int32_t days_left(const struct ground *ground, const struct schedule *going)
{
	int32_t days = 0;

	for (size_t i = 0; i < going->step_count; i++) {
		if (!same_turn(&going->steps[i], ground->present))
			break;
		days += going->steps[i].days;
	}
	return days;
}

/* What slower cuts and a step back go on from has to be in the plan text they are laid out with. */
static bool known(const struct ground *ground, const struct plan *plan, const struct step *at,
		  struct err *err)
{
	if (at->turn != TURN_UNKNOWN && at->phase >= 0 && (size_t)at->phase < plan->phase_count &&
	    plan->slot_count == ground->whole.slot_count)
		return true;
	return err_set(err, ERR_INVALID,
		       "how the amounts of this plan came about is not known any more, so its cuts "
		       "can't be made smaller; 'taper plan hold' and 'taper plan replan' work");
}

/* A step may be told to go on from for some days, even where it has no end. */
static bool go_on(const struct ground *ground, const struct plan *plan, const struct step *at,
		  int32_t days, struct revision *revision, struct err *err)
{
	struct step from = *at;

	from.days = 1;
	return schedule_continue(plan,
				 &(struct going_on){.base = &ground->whole,
						    .at = &from,
						    .stay_days = days,
						    .first = ground->first,
						    .factor = revision->factor},
				 &revision->schedule, err);
}

static bool build_slow(const struct course *course, const struct plan *plan,
		       const struct ground *ground, const struct revise_ask *ask,
		       struct revision *revision, struct err *err)
{
	struct schedule going = SCHEDULE_INIT;
	int32_t days;
	bool same;

	if (!not_at_goal(ground, "slow down", err) || !known(ground, plan, ground->present, err))
		return false;
	if (ask->factor < 1 || ask->factor >= ground->last->factor)
		return err_set(err, ERR_INVALID,
			       "slower is a part of the present cuts, above 0 and below 1");
	revision->factor = ask->factor;
	ground_going(course, ground, &going);
	days = ground_held_days(ground) + days_left(ground, &going);
	if (!go_on(ground, plan, ground->present, days, revision, err)) {
		schedule_free(&going);
		return false;
	}
	same = ground_held_days(ground) == 0 && schedule_same(&revision->schedule, &going);
	schedule_free(&going);
	if (!same)
		return true;
	schedule_free(&revision->schedule);
	return err_set(err, ERR_INVALID,
		       "the cuts that are left are written out or too small to be made smaller; "
		       "'taper plan hold' keeps the present amount");
}

static bool back_from_goal(const struct ground *ground, struct day today, struct err *err)
{
	if (!ground->at_goal || day_between(ground->present->first, today) < BACK_FROM_GOAL_DAYS)
		return true;
	return err_set(err, ERR_INVALID,
		       "the last level is more than %d days behind, and after some time with less "
		       "an old dose can hit much harder; 'taper plan start' makes a new plan from "
		       "what is taken now",
		       BACK_FROM_GOAL_DAYS);
}

/* The nearest higher amount before the present one, in the plan as it was begun last; NULL for none. */
static const struct step *level_before(const struct ground *ground)
{
	const struct step *step = ground->present;

	while (step > ground->whole.steps) {
		step--;
		if (step->first.n < ground->begun->from.n)
			return NULL;
		if (step->target.nano > ground->present->target.nano)
			return step;
	}
	return NULL;
}

/* The amount the plan began with, as a step of its own before the first. */
static bool back_to_start(const struct ground *ground, const struct plan *plan,
			  struct revision *revision, struct err *err)
{
	struct amount start = ground->whole.start, doses[PLAN_SLOT_MAX];
	struct split split = split_of(plan);
	struct schedule base = course_without_days(&ground->whole);
	struct step step = {
		.first = ground->first,
		.days = 1,
		.before = start,
		.ideal = start,
		.target = start,
		.phase_start = start,
		.turn = -1,
	};
	bool done;

	split_target(&split, start, doses);
	schedule_append(&base, &step, doses);
	done = schedule_continue(plan,
				 &(struct going_on){.base = &base,
						    .at = &step,
						    .stay_days = BACK_DAYS,
						    .first = ground->first,
						    .factor = revision->factor},
				 &revision->schedule, err);
	schedule_free(&base);
	return done;
}

static bool build_back(const struct plan *plan, const struct ground *ground,
		       const struct revise_ask *ask, struct revision *revision, struct err *err)
{
	const struct step *before = level_before(ground);
	char text[AMOUNT_TEXT_SIZE];

	if (!back_from_goal(ground, ask->today, err))
		return false;
	revision->days = BACK_DAYS;
	revision->factor = (int32_t)((int64_t)ground->last->factor * BACK_FACTOR / FACTOR_ONE);
	if (revision->factor < 1)
		return err_set(err, ERR_INVALID,
			       "the cuts are as small as they can be; 'taper plan hold' keeps the "
			       "present amount");
	if (before != NULL)
		return known(ground, plan, before, err) &&
		       go_on(ground, plan, before, BACK_DAYS, revision, err);
	if (ground->whole.start.nano > ground->present->target.nano)
		return known(ground, plan, &ground->whole.steps[0], err) &&
		       back_to_start(ground, plan, revision, err);
	return err_set(err, ERR_INVALID,
		       "%s is what this plan began with, so there is no level before it; 'taper "
		       "plan hold' keeps it",
		       amount_with_unit(ground->present->target, ground->whole.unit, text));
}

static bool build_replan(const struct plan *plan, const struct ground *ground,
			 const struct revise_ask *ask, struct revision *revision, struct err *err)
{
	struct amount limit = ground_limit(ground, ask);
	char text[AMOUNT_TEXT_SIZE], most[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	if (plan->unit != ground->whole.unit)
		return err_set(err, ERR_INVALID,
			       "the plan in use is in %s and the new one in %s; taper does not "
			       "convert one into the other",
			       unit_name(ground->whole.unit), unit_name(plan->unit));
	if (ask->start.n < ground->first.n)
		return err_set(err, ERR_INVALID,
			       "a day that has begun keeps its target; the first day can be %s",
			       day_full(ground->first, day));
	/* Going on from its first day would cut twice, going on from before it could rise. */
	if (ask->start.n == ground->begun->from.n)
		return err_set(err, ERR_INVALID,
			       "'%s' begins today and nothing is logged yet; 'taper undo' takes it "
			       "back, and then another one can begin",
			       ground->begun->name);
	if (limit.nano <= plan->goal.nano)
		return err_set(err, ERR_INVALID,
			       "%s a day is planned already, so no way to %s is left; 'taper plan "
			       "start' makes a new plan from what is taken now",
			       amount_with_unit(limit, plan->unit, text),
			       amount_with_unit(plan->goal, plan->unit, most));
	if (ask->from.nano > limit.nano)
		return err_set(err, ERR_INVALID,
			       "%s is above the %s planned now; a plan goes on from that or less",
			       amount_with_unit(ask->from, plan->unit, text),
			       amount_with_unit(limit, plan->unit, most));
	revision->from = ask->start;
	revision->factor = ask->factor;
	return schedule_build(plan, ask->from, ask->start, ask->factor, &revision->schedule, err);
}

static bool build_kind(const struct course *course, const struct plan *plan,
		       const struct ground *ground, const struct revise_ask *ask,
		       struct revision *revision, struct err *err)
{
	switch (ask->kind) {
	case REVISION_HOLD:
		revision->days = ask->days;
		return build_hold(course, ground, ask, &revision->schedule, err);
	case REVISION_RESUME:
		return build_resume(course, ground, &revision->schedule, err);
	case REVISION_SLOW:
		return build_slow(course, plan, ground, ask, revision, err);
	case REVISION_BACK:
		return build_back(plan, ground, ask, revision, err);
	case REVISION_REPLAN:
		return build_replan(plan, ground, ask, revision, err);
	case REVISION_START:
	case REVISION_STOP:
	case REVISION_KIND_COUNT:
		break;
	}
	assert(false);
	return false;
}

static void take_texts(const struct revision *last, struct revision *revision)
{
	memcpy(revision->name, last->name, sizeof(revision->name));
	memcpy(revision->title, last->title, sizeof(revision->title));
	revision->plan_text = mem_dup(revision->kind == REVISION_STOP ? "" : last->plan_text);
	revision->acknowledged = mem_dup(revision->kind == REVISION_STOP ? "" : last->acknowledged);
	revision->reason = mem_dup("");
}

/* A plan that only waits to begin can be stopped too. */
static bool build_stop(const struct course *course, const struct revise_ask *ask,
		       struct revision *revision, struct err *err)
{
	const struct revision *current = course_current(course, ask->today);

	if (current == NULL)
		return ground_no_plan(err);
	if (course->revisions[course->count - 1].kind == REVISION_STOP)
		return err_set(err, ERR_INVALID, "the plan ends with today already");
	*revision = (struct revision){.kind = REVISION_STOP, .from = ground_soonest(ask)};
	take_texts(current, revision);
	return true;
}

/* The first level's cut is from the amount of the day before, whoever planned that. */
static bool finish(const struct ground *ground, struct revision *revision, struct err *err)
{
	struct schedule *schedule = &revision->schedule;
	const struct level *before = schedule_at(&ground->whole, day_add(revision->from, -1));
	struct amount was = before != NULL ? before->target : ground->whole.start;

	assert(schedule->level_count > 0);
	schedule->levels[0].cut.nano = was.nano - schedule->levels[0].target.nano;
	if (schedule->levels[schedule->level_count - 1].first.n - revision->from.n <= PLAN_DAY_MAX)
		return true;
	return too_long(err);
}

bool revise_build(const struct course *course, const struct plan *plan,
		  const struct revise_ask *ask, struct revision *revision, struct err *err)
{
	struct revision made = REVISION_INIT;
	struct ground ground;
	bool done;

	if (ask->kind == REVISION_STOP)
		return build_stop(course, ask, revision, err);
	if (!ground_stand(course, ask, &ground, err))
		return false;
	made.kind = ask->kind;
	made.from = ground.first;
	made.factor = ground.last->factor;
	done = build_kind(course, plan, &ground, ask, &made, err) && finish(&ground, &made, err);
	if (done) {
		take_texts(ground.last, &made);
		*revision = made;
	} else {
		revision_free(&made);
	}
	ground_leave(&ground);
	return done;
}

bool revise_first_day(const struct course *course, const struct revise_ask *ask, struct day *first,
		      struct err *err)
{
	struct ground ground;

	if (ask->kind == REVISION_STOP) {
		*first = ground_soonest(ask);
		return true;
	}
	if (!ground_stand(course, ask, &ground, err))
		return false;
	*first = ground.first;
	ground_leave(&ground);
	return true;
}

bool revise_limit(const struct course *course, const struct revise_ask *ask, struct amount *limit,
		  struct err *err)
{
	struct ground ground;

	if (!ground_stand(course, ask, &ground, err))
		return false;
	*limit = ground_limit(&ground, ask);
	ground_leave(&ground);
	return true;
}

static bool same_schedule(const struct schedule *a, const struct schedule *b)
{
	if (!schedule_same(a, b) || a->step_count != b->step_count)
		return false;
	for (size_t i = 0; i < a->step_count; i++) {
		if (a->steps[i].first.n != b->steps[i].first.n ||
		    a->steps[i].days != b->steps[i].days || !same_turn(&a->steps[i], &b->steps[i]))
			return false;
	}
	return true;
}

/* Whether today had begun when a change was made is not kept: it was so, or it was not. */
bool revise_again(const struct course *course, size_t index, const struct plan *plan,
		  struct revision *again)
{
	const struct revision *made = &course->revisions[index];
	struct course before = {.revisions = course->revisions, .count = index};

	for (int32_t begun = 0; begun < 2; begun++) {
		struct revise_ask ask = {
			.kind = made->kind,
			.today = day_add(made->from, -begun),
			.begun = begun > 0,
			.days = made->days,
			.factor = made->factor,
			.from = made->schedule.from,
			.start = made->from,
		};
		struct revision revision;
		struct err ignored;

		if (!revise_build(&before, plan, &ask, &revision, &ignored))
			continue;
		if (same_schedule(&revision.schedule, &made->schedule)) {
			*again = revision;
			return true;
		}
		revision_free(&revision);
	}
	return false;
}
