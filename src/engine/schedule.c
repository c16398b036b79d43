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
	struct phase_walk walk;
	struct day cursor; /* first day that has no level yet */
	struct schedule schedule;
	size_t step_cap, level_cap;
	bool done; /* the goal is reached */
};

void schedule_free(struct schedule *schedule)
{
	free(schedule->levels);
	free(schedule->steps);
	*schedule = (struct schedule)SCHEDULE_INIT;
}

static void add_level(struct layout *layout, const struct step *step, const struct amount *doses)
{
	struct schedule *schedule = &layout->schedule;
	size_t doses_size = schedule->slot_count * sizeof(doses[0]);
	struct amount before = schedule->start;
	struct level *level;

	if (schedule->level_count > 0) {
		struct level *last = &schedule->levels[schedule->level_count - 1];

		if (last->target.nano == step->target.nano && step->days != LEVEL_OPEN &&
		    memcmp(last->doses, doses, doses_size) == 0) {
			last->days += step->days;
			return;
		}
		before = last->target;
	}
	schedule->levels = mem_grow(schedule->levels, &layout->level_cap, schedule->level_count + 1,
				    sizeof(*schedule->levels));
	level = &schedule->levels[schedule->level_count++];
	*level = (struct level){
		.first = step->first,
		.days = step->days,
		.phase = step->phase,
		.target = step->target,
		.ideal = step->ideal,
		.asked = step->asked,
		.asked_rate = amount_ratio(step->asked, step->before),
		.cut = {.nano = before.nano - step->target.nano},
	};
	memcpy(level->doses, doses, doses_size);
}

static void add_step(struct layout *layout, struct step step, const struct written_level *written)
{
	struct schedule *schedule = &layout->schedule;
	struct amount doses[PLAN_SLOT_MAX];

	step.first = layout->cursor;
	step.before = layout->walk.ideal;
	step.target = amount_round_up(step.ideal, schedule->measure);
	schedule->steps = mem_grow(schedule->steps, &layout->step_cap, schedule->step_count + 1,
				   sizeof(*schedule->steps));
	schedule->steps[schedule->step_count++] = step;
	if (written != NULL && written->has_doses)
		memcpy(doses, written->doses, sizeof(doses));
	else
		split_target(layout->plan, step.target, doses);
	add_level(layout, &step, doses);
	layout->cursor = day_add(layout->cursor, step.days);
	layout->walk.ideal = step.ideal;
}

static void add_goal(struct layout *layout, int16_t phase, struct amount asked)
{
	struct step step = {
		.days = LEVEL_OPEN, .phase = phase, .asked = asked, .ideal = layout->plan->goal};

	add_step(layout, step, NULL);
	layout->done = true;
}

static bool within_limits(const struct layout *layout, struct err *err)
{
	const struct schedule *schedule = &layout->schedule;

	if (day_between(schedule->levels[0].first, layout->cursor) > PLAN_DAY_MAX)
		return err_set(err, ERR_INVALID,
			       "the plan would be longer than %d days (ten years); larger cuts, or "
			       "cuts more often, make it shorter",
			       PLAN_DAY_MAX);
	if (schedule->level_count > PLAN_LEVEL_MAX)
		return err_set(err, ERR_INVALID, "the plan would have more than %d levels",
			       PLAN_LEVEL_MAX);
	return true;
}

/* A cut never goes up; only a level written out by hand could. */
static bool not_above(const struct layout *layout, struct amount next, struct err *err)
{
	const struct schedule *schedule = &layout->schedule;
	char text[AMOUNT_TEXT_SIZE], above[AMOUNT_TEXT_SIZE];
	struct amount before = schedule->start;

	if (schedule->level_count > 0)
		before = schedule->levels[schedule->level_count - 1].target;
	if (next.nano <= before.nano)
		return true;
	return err_set(err, ERR_INVALID, "the level of %s is above the %s before it",
		       amount_with_unit(next, schedule->unit, text),
		       amount_with_unit(before, schedule->unit, above));
}

static bool add_phase(struct layout *layout, int16_t index, struct err *err)
{
	const struct phase *phase = &layout->plan->phases[index];
	const struct phase_class *class = phase_class_of(phase->kind);
	struct phase_walk *walk = &layout->walk;

	walk->phase_start = walk->ideal;
	for (walk->turn = 0; !class->over(phase, walk); walk->turn++) {
		struct phase_turn turn = class->turn(phase, walk);
		struct step step = {.days = turn.days,
				    .phase = index,
				    .asked = turn.asked,
				    .ideal = turn.ideal};

		if (!not_above(layout, turn.ideal, err))
			return false;
		if (turn.ideal.nano <= layout->plan->goal.nano) {
			add_goal(layout, index, turn.asked);
			return true;
		}
		add_step(layout, step,
			 phase->kind == PHASE_LEVELS ? &phase->levels[walk->turn] : NULL);
		if (!within_limits(layout, err))
			return false;
	}
	return true;
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
	layout->walk.start = schedule->start;
	layout->walk.ideal = schedule->start;
}

bool schedule_build(const struct plan *plan, struct amount from, struct day first, int32_t factor,
		    struct schedule *schedule, struct err *err)
{
	struct layout layout = {.plan = plan, .cursor = first, .walk = {.factor = factor}};
	char text[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];

	assert(from.nano >= 0 && from.nano <= AMOUNT_MAX && factor > 0);
	begin(&layout, plan, from);
	if (layout.schedule.start.nano <= plan->goal.nano)
		return err_set(err, ERR_INVALID,
			       "the starting amount of %s is not above the goal of %s",
			       amount_with_unit(from, plan->unit, text),
			       amount_with_unit(plan->goal, plan->unit, goal));
	for (size_t i = 0; i < plan->phase_count && !layout.done; i++) {
		if (!add_phase(&layout, (int16_t)i, err))
			goto fail;
	}
	if (layout.schedule.level_count == 0) {
		err_set(err, ERR_INVALID,
			"from %s no phase of this plan has a step left, so it would go to %s at "
			"once; "
			"a plan with a lower 'until' fits",
			amount_with_unit(from, plan->unit, text),
			amount_with_unit(plan->goal, plan->unit, goal));
		goto fail;
	}
	if (!layout.done)
		add_goal(&layout, -1,
			 (struct amount){.nano = layout.walk.ideal.nano - plan->goal.nano});
	*schedule = layout.schedule;
	return true;
fail:
	schedule_free(&layout.schedule);
	return false;
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
