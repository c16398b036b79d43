/* SPDX-License-Identifier: MIT */
#include "random_plan.h"

#include <stdio.h>

#include "base/mem.h"

/* ceiling: what the phases so far come down to at the least, in milli-units. */
struct draft {
	struct random *random;
	struct plan *plan;
	int64_t measure;
	int64_t goal;
	int64_t from;
	int64_t ceiling;
};

static int64_t multiple_below(struct draft *draft, int64_t limit)
{
	return random_between(draft->random, 0, limit / draft->measure) * draft->measure;
}

/* Below the ceiling, at or above the goal and above zero; mostly not a multiple of the measure. */
static int64_t lower(struct draft *draft)
{
	int64_t low = draft->goal > 0 ? draft->goal : 1;

	if (draft->ceiling <= low + 1)
		return 0;
	draft->ceiling = random_between(draft->random, low, draft->ceiling - 1);
	return draft->ceiling;
}

/* One call of the generator a line: compilers take arguments in different orders, and a seed has to mean one plan. */
static void add_curve(struct draft *draft, int32_t every, int64_t until)
{
	int32_t half = (int32_t)random_between(draft->random, 100, 10000);
	int32_t steps = (int32_t)random_between(draft->random, 1, 60);
	int32_t cap = (int32_t)random_between(draft->random, 200, 10000);

	plan_curve(draft->plan, half, steps, cap, every, until);
}

static void add_cut(struct draft *draft, enum phase_kind kind)
{
	struct random *random = draft->random;
	int64_t before = draft->ceiling, until = lower(draft);
	int32_t every = (int32_t)random_between(random, 1, random_once_in(random, 3) ? 30 : 10);
	int32_t bp = (int32_t)random_between(random, 50, random_once_in(random, 4) ? 10000 : 1500);

	if (until == 0)
		return;
	if (kind == PHASE_CUT_CURRENT)
		plan_cut_current(draft->plan, bp, every, until);
	else if (kind == PHASE_CUT_START)
		plan_cut_start(draft->plan, bp, every, until);
	else if (kind == PHASE_CUT_FIXED)
		plan_cut_fixed(draft->plan, random_between(random, 1, 1 + before / 10), every,
			       until);
	else
		add_curve(draft, every, until);
	struct phase *phase = &draft->plan->phases[draft->plan->phase_count - 1];
	if (kind != PHASE_CURVE && random_once_in(random, 4))
		phase->least = milli(random_between(random, 1, 1 + before / 20));
	if (random_once_in(random, 6)) {
		phase->until_part.bp = (int32_t)(1 + until * (RATE_WHOLE - 1) / draft->from);
		phase->until = milli(0);
	}
}

static void add_levels(struct draft *draft)
{
	struct rung rungs[8];
	size_t count = 0, wanted = (size_t)random_between(draft->random, 1, 8);
	int64_t limit = draft->ceiling;

	while (count < wanted && limit / draft->measure > draft->goal / draft->measure) {
		int64_t low = draft->goal / draft->measure + 1;
		int64_t units = random_between(draft->random, low, limit / draft->measure);

		if (units * draft->measure >= draft->ceiling)
			break;
		rungs[count++] = (struct rung){
			.milli = units * draft->measure,
			.days = (int32_t)random_between(draft->random, 1, 40),
		};
		limit = units * draft->measure;
	}
	if (count == 0)
		return;
	draft->ceiling = limit;
	plan_levels(draft->plan, rungs, count);
}

/* Written doses that an even hand would not give: what is left after each goes on. */
static void write_doses(struct draft *draft)
{
	for (size_t p = 0; p < draft->plan->phase_count; p++) {
		struct phase *phase = &draft->plan->phases[p];
		for (size_t i = 0; i < phase->level_count; i++) {
			struct written_level *level = &phase->levels[i];
			int64_t left = level->amount.nano / AMOUNT_MILLI;
			bool same = i > 0 && phase->levels[i - 1].amount.nano == level->amount.nano;

			if (same || random_once_in(draft->random, 2))
				continue;
			level->has_doses = true;
			for (size_t s = 0; s + 1 < draft->plan->slot_count; s++) {
				int64_t part = multiple_below(draft, left);
				level->doses[s] = milli(part);
				left -= part;
			}
			level->doses[draft->plan->slot_count - 1] = milli(left);
		}
	}
}

static void random_slots(struct draft *draft)
{
	struct plan *plan = draft->plan;
	struct random *random = draft->random;

	if (random_once_in(random, 2)) {
		for (size_t i = 0; i < plan->slot_count; i++)
			plan->slots[i].share = milli(random_between(random, 1, 9) * 500);
	}
	if (random_once_in(random, 2)) {
		for (size_t i = plan->slot_count - 1; i > 0; i--) {
			size_t j = (size_t)random_between(random, 0, (int64_t)i);
			uint8_t kept = plan->shrink[i];
			plan->shrink[i] = plan->shrink[j];
			plan->shrink[j] = kept;
		}
	}
	for (size_t i = 0; i < plan->slot_count; i++) {
		plan->slots[i].minute = (int16_t)(360 + 60 * i);
		snprintf(plan->slots[i].name, sizeof plan->slots[i].name, "slot %zu", i + 1);
	}
	if (random_once_in(random, 3))
		plan->smallest = milli(random_between(random, 1, 12) * draft->measure);
}

struct amount random_plan(struct random *random, struct plan *plan)
{
	static const int64_t measures[] = {10, 50, 100, 100, 100, 250, 500, 1000, 15000};
	int64_t measure = measures[random_between(random, 0, 8)];
	int64_t from = random_between(random, measure,
				      random_once_in(random, 5) ? measure * 2000 : measure * 300);
	if (from > AMOUNT_MAX / AMOUNT_MILLI)
		from = AMOUNT_MAX / AMOUNT_MILLI;
	struct draft draft = {
		.random = random, .plan = plan, .measure = measure, .from = from, .ceiling = from};
	int64_t phases = random_between(random, 1, 5);

	enum unit unit = (enum unit)random_between(random, UNIT_GRAM, UNIT_COUNT - 1);
	size_t slots = (size_t)random_between(random, 1, random_once_in(random, 5) ? 12 : 5);

	*plan = plan_with(unit, measure, slots);
	random_slots(&draft);
	if (random_once_in(random, 4))
		draft.goal = multiple_below(&draft, from / 2);
	plan->goal = milli(draft.goal);
	for (int64_t i = 0; i < phases; i++) {
		int64_t kind = random_between(random, 0, PHASE_KIND_COUNT - 1);

		if (kind == PHASE_STAY)
			plan_stay(plan, (int32_t)random_between(random, 1, 60));
		else if (kind == PHASE_LEVELS)
			add_levels(&draft);
		else
			add_cut(&draft, (enum phase_kind)kind);
	}
	if (plan->phase_count == 0)
		plan_stay(plan, 7);
	write_doses(&draft);
	/* Now and then from less than the plan was drafted for: phases are passed over, written levels are too high. */
	if (random_once_in(random, 4))
		from = random_between(random, 1, from);
	return milli(from);
}

bool random_plan_has_doses(const struct plan *plan)
{
	for (size_t p = 0; p < plan->phase_count; p++) {
		for (size_t i = 0; i < plan->phases[p].level_count; i++) {
			if (plan->phases[p].levels[i].has_doses)
				return true;
		}
	}
	return false;
}
