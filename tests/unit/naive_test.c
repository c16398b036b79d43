/* SPDX-License-Identifier: MIT */
#include "naive.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/pace.h"
#include "engine/split.h"
#include "random_plan.h"

#if defined(__SANITIZE_ADDRESS__)
enum { PLANS = 8000 };
#elif defined(__OPTIMIZE__)
enum { PLANS = 100000 };
#else
enum { PLANS = 20000 };
#endif

struct both {
	struct plan plan;
	struct amount from;
	struct schedule schedule;
	struct naive *naive;
	int32_t factor;
	int round;
};

static void say_plan(const struct both *both)
{
	struct str words = STR_INIT;

	for (size_t i = 0; i < both->plan.phase_count; i++) {
		str_add(&words, "\n  ");
		phase_describe(&both->plan.phases[i], both->plan.unit, &words);
	}
	print_error("plan %d times %d from %lld by %lld goal %lld, %zu doses, smallest %lld:%s\n",
		    both->round, both->factor, (long long)both->from.nano,
		    (long long)both->plan.measure.nano, (long long)both->plan.goal.nano,
		    both->plan.slot_count, (long long)both->plan.smallest.nano, words.data);
	str_free(&words);
}

static void same(const struct both *both, const char *what, int day, int64_t engine, int64_t twin)
{
	if (engine == twin)
		return;
	say_plan(both);
	fail_msg("day %d: %s is %lld, the twin says %lld", day, what, (long long)engine,
		 (long long)twin);
}

static void same_doses(const struct both *both, int day, const struct level *level)
{
	int64_t doses[PLAN_SLOT_MAX];
	const struct written_level *written = both->naive->day[day].written;

	naive_split(&both->plan, both->naive->day[day].target, doses);
	for (size_t i = 0; i < both->plan.slot_count; i++) {
		bool given = written && written->has_doses;
		same(both, "a dose", day, schedule_doses(&both->schedule, level)[i].nano,
		     given ? written->doses[i].nano : doses[i]);
	}
}

static void same_day(const struct both *both, int day, struct day date)
{
	const struct naive_day *twin = &both->naive->day[day];
	const struct level *level = schedule_at(&both->schedule, date);
	const struct step *step = schedule_step_at(&both->schedule, date);

	assert_non_null(level);
	assert_non_null(step);
	same(both, "target", day, level->target.nano, twin->target);
	same(both, "target of the step", day, step->target.nano, twin->target);
	same(both, "ideal", day, step->ideal.nano, twin->ideal);
	same(both, "before", day, step->before.nano, twin->before);
	same(both, "asked", day, step->asked.nano, twin->asked);
	same(both, "phase", day, step->phase, twin->phase);
}

static void same_schedule(const struct both *both, struct day first, struct random *random)
{
	const struct naive *naive = both->naive;
	const struct level *goal = &both->schedule.levels[both->schedule.level_count - 1];
	struct pace pace = pace_of(&both->schedule);

	for (int day = 0; day < naive->days; day++)
		same_day(both, day, day_add(first, day));
	same(both, "the goal", naive->days, goal->target.nano, both->plan.goal.nano);
	same(both, "the goal's first day", naive->days, day_between(first, goal->first),
	     naive->days);
	same(both, "days", naive->days, schedule_days(&both->schedule), naive->days);
	same(both, "total", 0, schedule_total(&both->schedule, first).nano, naive_total(naive));
	same(both, "pace", 0, pace.steepest.bp, naive_pace(&both->plan, naive));
	/* Levels with the same total stay apart where a person wrote other doses; the twin has no levels. */
	if (!random_plan_has_doses(&both->plan))
		same(both, "largest cut", 0, pace.largest_cut.bp,
		     naive_largest_cut(&both->plan, naive));
	for (int i = 0; i < 3 && naive->days > 0; i++) {
		int day = (int)random_between(random, 0, naive->days - 1);
		same_doses(both, day, schedule_at(&both->schedule, day_add(first, day)));
	}
}

/* Laid out twice; true where there is a schedule. */
static bool compare(struct both *both, struct random *random)
{
	struct err err = {.code = ERR_NONE};
	struct day first = {.n = (int32_t)random_between(random, -100000, 100000)};
	bool built;

	both->from = random_plan(random, &both->plan);
	both->factor = FACTOR_ONE;
	if (random_once_in(random, 4))
		both->factor = (int32_t)random_between(random, 1, 4 * FACTOR_ONE);
	if (!plan_valid(&both->plan, &err)) {
		say_plan(both);
		fail_msg("a valid plan is refused: %s", err.msg);
	}
	naive_lay_out(&both->plan, both->from.nano, both->factor, both->naive);
	built = schedule_build(&both->plan, both->from, first, both->factor, &both->schedule, &err);
	if (built == both->naive->refused) {
		say_plan(both);
		fail_msg("the engine %s it, the twin does not: %s", built ? "builds" : "refuses",
			 built ? "" : err.msg);
	}
	if (built)
		same_schedule(both, first, random);
	schedule_free(&both->schedule);
	plan_free(&both->plan);
	return built;
}

static void random_plans_are_laid_out_as_by_the_twin(void **state)
{
	struct random random = random_seeded("plans against the twin", 20261121);
	struct both both = {.naive = malloc(sizeof *both.naive)};
	int built = 0;

	(void)state;
	assert_non_null(both.naive);
	for (both.round = 0; both.round < PLANS; both.round++)
		built += compare(&both, &random);
	print_message("# %d plans, %d of them laid out, the others refused by both\n", PLANS,
		      built);
	assert_true(built > PLANS / 2);
	free(both.naive);
}

static void random_targets_are_split_as_by_the_twin(void **state)
{
	struct random random = random_seeded("doses against the twin", 7);

	(void)state;
	for (int round = 0; round < PLANS; round++) {
		struct both both = {.round = round};
		struct amount doses[PLAN_SLOT_MAX] = {{0}};
		int64_t twin[PLAN_SLOT_MAX];

		both.from = random_plan(&random, &both.plan);
		int64_t target = random_between(&random, 0, 200) * both.plan.measure.nano;
		struct split split = split_of(&both.plan);
		split_target(&split, (struct amount){.nano = target}, doses);
		naive_split(&both.plan, target, twin);
		for (size_t i = 0; i < both.plan.slot_count; i++)
			same(&both, "a dose", (int)(target / AMOUNT_MILLI), doses[i].nano, twin[i]);
		plan_free(&both.plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_plans_are_laid_out_as_by_the_twin),
		cmocka_unit_test(random_targets_are_split_as_by_the_twin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
