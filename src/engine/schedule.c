/* SPDX-License-Identifier: MIT */
#include "engine/schedule.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "engine/split.h"
#include "phase.h"

/* What is carried along while a schedule is laid out. */
struct layout {
	const struct plan *plan;
	struct split split;
	struct phase_walk walk;
	struct day cursor;    /* first day that has no level yet */
	struct amount before; /* target of the day before it */
	struct schedule schedule;
	bool done; /* the goal is reached */
	bool fits; /* however long it gets, its days are in the calendar */
};

void schedule_free(struct schedule *schedule)
{
	free(schedule->levels);
	free(schedule->doses);
	free(schedule->steps);
	*schedule = (struct schedule)SCHEDULE_INIT;
}

const struct amount *schedule_doses(const struct schedule *schedule, const struct level *level)
{
	return schedule->doses + (size_t)(level - schedule->levels) * schedule->slot_count;
}

/* True where the step is more of the last level. */
static bool goes_on(const struct schedule *schedule, const struct step *step,
		    const struct amount *doses)
{
	const struct level *last = &schedule->levels[schedule->level_count - 1];

	return last->target.nano == step->target.nano && step->days != LEVEL_OPEN &&
	       memcmp(schedule_doses(schedule, last), doses,
		      schedule->slot_count * sizeof(doses[0])) == 0;
}

static bool has_room(const struct schedule *schedule)
{
	return schedule->level_count < schedule->level_cap &&
	       schedule->step_count < schedule->step_cap &&
	       (schedule->level_count + 1) * schedule->slot_count <= schedule->dose_cap;
}

static void reserve(struct schedule *schedule, size_t levels, size_t steps)
{
	schedule->levels =
		mem_grow(schedule->levels, &schedule->level_cap, levels, sizeof(*schedule->levels));
	schedule->doses = mem_grow(schedule->doses, &schedule->dose_cap,
				   levels * schedule->slot_count, sizeof(*schedule->doses));
	schedule->steps =
		mem_grow(schedule->steps, &schedule->step_cap, steps, sizeof(*schedule->steps));
}

void schedule_append(struct schedule *schedule, const struct step *step, const struct amount *doses)
{
	struct amount before = schedule->start;
	struct level *level;

	if (!has_room(schedule))
		reserve(schedule, schedule->level_count + 1, schedule->step_count + 1);
	schedule->steps[schedule->step_count++] = *step;
	if (schedule->level_count > 0) {
		struct level *last = &schedule->levels[schedule->level_count - 1];

		assert(last->days != LEVEL_OPEN && last->first.n + last->days == step->first.n);
		if (goes_on(schedule, step, doses)) {
			last->days += step->days;
			return;
		}
		before = last->target;
	}
	memcpy(schedule->doses + schedule->level_count * schedule->slot_count, doses,
	       schedule->slot_count * sizeof(doses[0]));
	level = &schedule->levels[schedule->level_count++];
	*level = (struct level){
		.first = step->first,
		.days = step->days,
		.target = step->target,
		.ideal = step->ideal,
		.asked = step->asked,
		.cut = {.nano = before.nano - step->target.nano},
		.asked_rate = amount_ratio(step->asked, step->before),
		.phase = step->phase,
	};
}

static void append(struct layout *layout, const struct step *step, const struct amount *doses)
{
	schedule_append(&layout->schedule, step, doses);
	layout->cursor = day_add(layout->cursor, step->days);
	layout->before = step->target;
}

static void add_turn(struct layout *layout, int16_t phase, const struct phase_turn *turn,
		     const struct written_level *written)
{
	struct phase_walk *walk = &layout->walk;
	struct step step = {
		.first = layout->cursor,
		.days = turn->days,
		.before = walk->ideal,
		.asked = turn->asked,
		.ideal = turn->ideal,
		.target = amount_round_up(turn->ideal, layout->schedule.measure),
		.phase_start = walk->phase_start,
		.phase = phase,
		.turn = (int16_t)walk->turn,
	};
	struct amount doses[PLAN_SLOT_MAX];

	if (written == NULL || !written->has_doses)
		split_target(&layout->split, step.target, doses);
	append(layout, &step, written != NULL && written->has_doses ? written->doses : doses);
	walk->ideal = step.ideal;
}

static void add_goal(struct layout *layout, int16_t phase, struct amount asked)
{
	struct phase_turn turn = {
		.days = LEVEL_OPEN, .asked = asked, .ideal = layout->schedule.goal};

	add_turn(layout, phase, &turn, NULL);
	layout->done = true;
}

static bool too_long(struct err *err)
{
	return err_set(err, ERR_INVALID,
		       "the plan would be longer than %d days (ten years); larger cuts, or "
		       "cuts more often, make it shorter",
		       PLAN_DAY_MAX);
}

static bool within_limits(const struct layout *layout, struct err *err)
{
	const struct schedule *schedule = &layout->schedule;

	if (day_between(schedule->levels[0].first, layout->cursor) > PLAN_DAY_MAX)
		return too_long(err);
	if (!layout->fits && !civil_valid(day_to_civil(layout->cursor)))
		return err_set(err, ERR_INVALID,
			       "the plan would go on after the year 9999; begin it earlier");
	if (schedule->level_count > PLAN_LEVEL_MAX)
		return err_set(err, ERR_INVALID, "the plan would have more than %d levels",
			       PLAN_LEVEL_MAX);
	return true;
}

static bool fits_calendar(struct day first)
{
	return civil_valid(day_to_civil(first)) &&
	       civil_valid(day_to_civil(day_add(first, PLAN_DAY_MAX)));
}

/* A cut never goes up; only a level written out by hand could. */
static bool say_above(const struct layout *layout, struct amount next, struct err *err)
{
	enum unit unit = layout->schedule.unit;
	char text[AMOUNT_TEXT_SIZE], above[AMOUNT_TEXT_SIZE];

	return err_set(err, ERR_INVALID, "the level of %s is above the %s before it",
		       amount_with_unit(next, unit, text),
		       amount_with_unit(layout->before, unit, above));
}

/* The turns of a phase, from the one the walk stands at. */
static bool add_phase(struct layout *layout, int16_t index, struct err *err)
{
	const struct phase *phase = &layout->plan->phases[index];
	const struct phase_class *class = phase_class_of(phase->kind);
	struct phase_walk *walk = &layout->walk;

	for (; !class->over(phase, walk); walk->turn++) {
		struct phase_turn turn = class->turn(phase, walk);

		if (turn.ideal.nano > layout->before.nano)
			return say_above(layout, turn.ideal, err);
		if (turn.ideal.nano <= layout->schedule.goal.nano) {
			add_goal(layout, index, turn.asked);
			return true;
		}
		add_turn(layout, index, &turn,
			 phase->kind == PHASE_LEVELS ? &phase->levels[walk->turn] : NULL);
		if (!within_limits(layout, err))
			return false;
	}
	return true;
}

static bool add_phases(struct layout *layout, int16_t index, struct err *err)
{
	struct phase_walk *walk = &layout->walk;

	for (; (size_t)index < layout->plan->phase_count && !layout->done; index++) {
		if (!add_phase(layout, index, err))
			return false;
		walk->phase_start = walk->ideal;
		walk->turn = 0;
	}
	return true;
}

/* Hands the schedule over with its goal, or frees it. */
static bool finish(struct layout *layout, bool ok, struct schedule *schedule)
{
	if (!ok) {
		schedule_free(&layout->schedule);
		return false;
	}
	if (!layout->done)
		add_goal(layout, -1,
			 (struct amount){.nano = layout->walk.ideal.nano -
						 layout->schedule.goal.nano});
	*schedule = layout->schedule;
	return true;
}

/* No plan has more: so the memory is asked for once, and only what is used of it is ever touched. */
static size_t most_steps(const struct plan *plan)
{
	int32_t shortest = PLAN_DAY_MAX;
	size_t most = 2;

	for (size_t i = 0; i < plan->phase_count; i++) {
		const struct phase *phase = &plan->phases[i];

		most += 1 + phase->level_count;
		if (phase->kind != PHASE_LEVELS && phase->every_days < shortest)
			shortest = phase->every_days;
	}
	return most + (size_t)(PLAN_DAY_MAX / shortest);
}

static void begin(struct layout *layout, const struct plan *plan, struct amount from)
{
	struct schedule *schedule = &layout->schedule;

	schedule->unit = plan->unit;
	schedule->measure = plan->measure;
	schedule->from = from;
	schedule->start = amount_round_down(from, plan->measure);
	schedule->goal = plan->goal;
	schedule->slot_count = plan->slot_count;
	memcpy(schedule->slots, plan->slots, sizeof(schedule->slots));
	layout->before = schedule->start;
	layout->walk.start = layout->walk.phase_start = layout->walk.ideal = schedule->start;
	reserve(schedule, most_steps(plan), most_steps(plan));
}

static bool any_level(const struct layout *layout, struct err *err)
{
	const struct schedule *schedule = &layout->schedule;
	char text[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];

	if (schedule->level_count > 0)
		return true;
	return err_set(err, ERR_INVALID,
		       "from %s no phase of this plan has a step left, so it would go to %s at "
		       "once; "
		       "a plan with a lower 'until' fits",
		       amount_with_unit(schedule->from, schedule->unit, text),
		       amount_with_unit(schedule->goal, schedule->unit, goal));
}

bool schedule_build(const struct plan *plan, struct amount from, struct day first, int32_t factor,
		    struct schedule *schedule, struct err *err)
{
	struct layout layout = {.plan = plan,
				.split = split_of(plan),
				.cursor = first,
				.walk = {.factor = factor},
				.fits = fits_calendar(first)};
	char text[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];

	assert(from.nano >= 0 && from.nano <= AMOUNT_MAX && factor > 0);
	begin(&layout, plan, from);
	if (layout.schedule.start.nano <= plan->goal.nano) {
		err_set(err, ERR_INVALID, "the starting amount of %s is not above the goal of %s",
			amount_with_unit(from, plan->unit, text),
			amount_with_unit(plan->goal, plan->unit, goal));
		return finish(&layout, false, schedule);
	}
	return finish(&layout, add_phases(&layout, 0, err) && any_level(&layout, err), schedule);
}

/* Everything of base but its days. */
static void begin_at(struct layout *layout, const struct schedule *base, const struct step *at)
{
	struct schedule *schedule = &layout->schedule;

	*schedule = *base;
	schedule->levels = NULL;
	schedule->doses = NULL;
	schedule->steps = NULL;
	schedule->level_count = schedule->level_cap = schedule->dose_cap = 0;
	schedule->step_count = schedule->step_cap = 0;
	layout->before = at->target;
	layout->walk.start = base->start;
	layout->walk.phase_start = at->phase_start;
	layout->walk.ideal = at->ideal;
	layout->walk.turn = (size_t)at->turn + 1;
	reserve(schedule, most_steps(layout->plan), most_steps(layout->plan));
}

bool schedule_continue(const struct plan *plan, const struct going_on *on,
		       struct schedule *schedule, struct err *err)
{
	struct layout layout = {.plan = plan,
				.split = split_of(plan),
				.cursor = on->first,
				.walk = {.factor = on->factor},
				.fits = fits_calendar(on->first)};
	struct step stay = *on->at;

	assert(on->stay_days >= 0 && on->factor > 0 && on->base->slot_count == plan->slot_count);
	if (stay.days == LEVEL_OPEN)
		return err_set(err, ERR_INVALID, "the plan is at its goal; no step is left");
	if (on->stay_days > PLAN_DAY_MAX)
		return too_long(err);
	begin_at(&layout, on->base, on->at);
	stay.first = on->first;
	stay.days = on->stay_days;
	if (stay.days > 0)
		append(&layout, &stay,
		       schedule_doses(on->base, schedule_at(on->base, on->at->first)));
	if (!finish(&layout, add_phases(&layout, stay.phase, err), schedule))
		return false;
	schedule->levels[0].cut.nano = stay.target.nano - schedule->levels[0].target.nano;
	return true;
}

/* Index of the last of count items, each beginning with its first day, that begins on or before day; -1 for none. */
static ptrdiff_t find(const void *items, size_t count, size_t size, struct day day)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct day *first = (const void *)((const char *)items + middle * size);

		if (first->n <= day.n)
			low = middle + 1;
		else
			high = middle;
	}
	return (ptrdiff_t)low - 1;
}

static_assert(offsetof(struct level, first) == 0 && offsetof(struct step, first) == 0,
	      "find looks at the first member");

const struct level *schedule_at(const struct schedule *schedule, struct day day)
{
	ptrdiff_t at = find(schedule->levels, schedule->level_count, sizeof(struct level), day);

	return at < 0 ? NULL : &schedule->levels[at];
}

const struct level *schedule_next(const struct schedule *schedule, const struct level *level)
{
	size_t next = (size_t)(level - schedule->levels) + 1;

	return next < schedule->level_count ? &schedule->levels[next] : NULL;
}

const struct step *schedule_step_at(const struct schedule *schedule, struct day day)
{
	ptrdiff_t at = find(schedule->steps, schedule->step_count, sizeof(struct step), day);

	return at < 0 ? NULL : &schedule->steps[at];
}

struct day schedule_first_day(const struct schedule *schedule)
{
	assert(schedule->level_count > 0);
	return schedule->levels[0].first;
}

struct day schedule_last_day(const struct schedule *schedule)
{
	assert(schedule->level_count > 0);
	return day_add(schedule->levels[schedule->level_count - 1].first, -1);
}

bool schedule_same(const struct schedule *a, const struct schedule *b)
{
	if (a->level_count != b->level_count)
		return false;
	for (size_t i = 0; i < a->level_count; i++) {
		if (a->levels[i].first.n != b->levels[i].first.n ||
		    a->levels[i].target.nano != b->levels[i].target.nano)
			return false;
	}
	return true;
}

int32_t schedule_days(const struct schedule *schedule)
{
	return day_between(schedule_first_day(schedule), schedule_last_day(schedule)) + 1;
}

struct amount schedule_total(const struct schedule *schedule, struct day from)
{
	struct amount total = {0};

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		int32_t past = day_between(level->first, from);

		if (level->days == LEVEL_OPEN)
			break;
		if (past < 0)
			past = 0;
		if (past < level->days)
			total.nano += level->target.nano * (level->days - past);
	}
	return total;
}
