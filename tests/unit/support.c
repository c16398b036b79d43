/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"

struct random random_seeded(const char *what, uint64_t fallback)
{
	const char *set = getenv("SEED");
	uint64_t seed = set && *set ? strtoull(set, NULL, 10) : fallback;

	print_message("# %s: SEED=%llu\n", what, (unsigned long long)seed);
	return (struct random){.state = seed};
}

uint64_t random_next(struct random *random)
{
	uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

int64_t random_between(struct random *random, int64_t low, int64_t high)
{
	return low + (int64_t)(random_next(random) % (uint64_t)(high - low + 1));
}

bool random_once_in(struct random *random, int64_t times)
{
	return random_between(random, 1, times) == 1;
}

struct day ymd(int32_t year, int32_t month, int32_t mday)
{
	return day_from_civil((struct civil){.year = year, .month = month, .mday = mday});
}

struct amount milli(int64_t milli)
{
	return (struct amount){.nano = milli * AMOUNT_MILLI};
}

struct plan plan_with(enum unit unit, int64_t measure, size_t slots)
{
	struct plan plan = {.name = "test",
			    .title = "Test",
			    .unit = unit,
			    .measure = milli(measure),
			    .slot_count = slots};

	for (size_t i = 0; i < slots; i++)
		plan.slots[i] = (struct slot){.minute = -1, .share = milli(1000)};
	plan_default_shrink(&plan);
	return plan;
}

static struct phase *add_phase(struct plan *plan, enum phase_kind kind, int32_t every)
{
	struct phase *phase = &plan->phases[plan->phase_count++];

	*phase = (struct phase){.kind = kind, .every_days = every};
	return phase;
}

void plan_stay(struct plan *plan, int32_t days)
{
	add_phase(plan, PHASE_STAY, days);
}

void plan_cut_current(struct plan *plan, int32_t bp, int32_t every, int64_t until)
{
	struct phase *phase = add_phase(plan, PHASE_CUT_CURRENT, every);

	phase->cut_rate = (struct rate){.bp = bp};
	phase->until = milli(until);
}

void plan_cut_start(struct plan *plan, int32_t bp, int32_t every, int64_t until)
{
	struct phase *phase = add_phase(plan, PHASE_CUT_START, every);

	phase->cut_rate = (struct rate){.bp = bp};
	phase->until = milli(until);
}

void plan_cut_fixed(struct plan *plan, int64_t cut, int32_t every, int64_t until)
{
	struct phase *phase = add_phase(plan, PHASE_CUT_FIXED, every);

	phase->cut_amount = milli(cut);
	phase->until = milli(until);
}

void plan_curve(struct plan *plan, int32_t half, int32_t steps, int32_t cap, int32_t every,
		int64_t until)
{
	struct phase *phase = add_phase(plan, PHASE_CURVE, every);

	phase->half = (struct rate){.bp = half};
	phase->cap = (struct rate){.bp = cap};
	phase->steps = steps;
	phase->until = milli(until);
}

void plan_levels(struct plan *plan, const struct rung *rungs, size_t count)
{
	struct phase *phase = add_phase(plan, PHASE_LEVELS, 0);

	phase->levels = mem_alloc(count, sizeof *phase->levels);
	phase->level_count = count;
	for (size_t i = 0; i < count; i++) {
		phase->levels[i].amount = milli(rungs[i].milli);
		phase->levels[i].days = rungs[i].days;
	}
}

struct schedule laid_out(const struct plan *plan, int64_t from, struct day first)
{
	struct schedule schedule = SCHEDULE_INIT;
	struct err err = {.code = ERR_NONE};

	if (!plan_valid(plan, &err) ||
	    !schedule_build(plan, milli(from), first, FACTOR_ONE, &schedule, &err))
		fail_msg("the plan is refused: %s", err.msg);
	return schedule;
}
