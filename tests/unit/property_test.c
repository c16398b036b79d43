/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/str.h"
#include "engine/day_typed.h"
#include "engine/verify.h"
#include "plan_kit.h"
#include "random_plan.h"

#if defined(__SANITIZE_ADDRESS__)
enum { PLANS = 4000, WRITTEN_PLANS = 300 };
#else
enum { PLANS = 100000, WRITTEN_PLANS = 3000 };
#endif

struct laid {
	struct plan plan;
	struct amount from;
	struct day first;
	struct schedule schedule;
};

/* True where the plan can be laid out from its amount; what was made is to be freed with lay_down either way. */
static bool lay_out(struct random *random, struct laid *laid)
{
	struct err err = {.code = ERR_NONE};

	*laid = (struct laid){.schedule = SCHEDULE_INIT};
	laid->from = random_plan(random, &laid->plan);
	laid->first.n = (int32_t)random_between(random, -130000, 2900000);
	return schedule_build(&laid->plan, laid->from, laid->first, FACTOR_ONE, &laid->schedule,
			      &err);
}

static void lay_down(struct laid *laid)
{
	schedule_free(&laid->schedule);
	plan_free(&laid->plan);
}

static void each_plan(const char *what, uint64_t seed, void (*check)(const struct laid *))
{
	struct random random = random_seeded(what, seed);
	int checked = 0;

	for (int i = 0; i < PLANS; i++) {
		struct laid laid;

		if (lay_out(&random, &laid)) {
			check(&laid);
			checked++;
		}
		lay_down(&laid);
	}
	assert_true(checked > PLANS / 2);
}

static bool same_slots_open(const struct schedule *schedule, const struct level *a,
			    const struct level *b)
{
	const struct amount *left = schedule_doses(schedule, a),
			    *right = schedule_doses(schedule, b);

	for (size_t i = 0; i < schedule->slot_count; i++) {
		if ((left[i].nano > 0) != (right[i].nano > 0))
			return false;
	}
	return true;
}

static void falls(const struct laid *laid)
{
	const struct schedule *schedule = &laid->schedule;
	bool by_hand = random_plan_has_doses(&laid->plan);

	assert_true(schedule->levels[0].target.nano <= schedule->start.nano);
	assert_true(schedule->start.nano <= laid->from.nano);
	for (size_t i = 1; i < schedule->level_count; i++) {
		const struct level *before = &schedule->levels[i - 1], *level = before + 1;

		assert_true(level->target.nano <= before->target.nano);
		if (!by_hand)
			assert_true(level->target.nano < before->target.nano);
		assert_int_equal(level->cut.nano, before->target.nano - level->target.nano);
		bool same_open =
			laid->plan.smallest.nano == 0 || same_slots_open(schedule, before, level);
		for (size_t s = 0; s < schedule->slot_count && !by_hand && same_open; s++)
			assert_true(schedule_doses(schedule, level)[s].nano <=
				    schedule_doses(schedule, before)[s].nano);
	}
}

static void no_target_and_no_dose_rises(void **state)
{
	(void)state;
	each_plan("falling", 101, falls);
}

static void rounds_up(const struct laid *laid)
{
	const struct schedule *schedule = &laid->schedule;
	int64_t measure = schedule->measure.nano;

	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];

		assert_true(step->ideal.nano <= step->target.nano);
		assert_true(step->target.nano < step->ideal.nano + measure);
		assert_int_equal(step->target.nano % measure, 0);
	}
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		const struct amount *doses = schedule_doses(schedule, level);
		int64_t sum = 0;

		for (size_t s = 0; s < schedule->slot_count; s++) {
			assert_true(doses[s].nano >= 0);
			assert_int_equal(doses[s].nano % measure, 0);
			sum += doses[s].nano;
		}
		assert_int_equal(sum, level->target.nano);
	}
}

static void targets_are_the_ideal_rounded_up_and_parts_add_up(void **state)
{
	(void)state;
	each_plan("rounding", 202, rounds_up);
}

static void contiguous(const struct laid *laid)
{
	const struct schedule *schedule = &laid->schedule;
	const struct level *goal = &schedule->levels[schedule->level_count - 1];
	struct day day = laid->first;

	assert_null(schedule_at(schedule, day_add(day, -1)));
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];

		assert_int_equal(level->first.n, day.n);
		assert_ptr_equal(schedule_at(schedule, level->first), level);
		if (level == goal)
			break;
		assert_true(level->days > 0);
		day = day_add(day, level->days);
		assert_ptr_equal(schedule_at(schedule, day_add(day, -1)), level);
		assert_ptr_equal(schedule_next(schedule, level), level + 1);
	}
	assert_int_equal(goal->days, LEVEL_OPEN);
	assert_int_equal(goal->target.nano, laid->plan.goal.nano);
	assert_null(schedule_next(schedule, goal));
	assert_ptr_equal(schedule_at(schedule, day_add(goal->first, 100000)), goal);
	assert_int_equal(schedule_last_day(schedule).n, goal->first.n - 1);
	assert_true(schedule_days(schedule) <= PLAN_DAY_MAX);
}

static void every_day_has_one_target_and_the_last_is_the_goal(void **state)
{
	(void)state;
	each_plan("days", 303, contiguous);
}

static void proves(const struct laid *laid)
{
	struct proof proofs[PROOF_COUNT];

	schedule_verify(&laid->plan, &laid->schedule, FACTOR_ONE, proofs);
	for (int i = 0; i < PROOF_COUNT; i++) {
		/* Doses that a person wrote out may move between the slots. */
		if (i == PROOF_DOSES_FALL && random_plan_has_doses(&laid->plan))
			continue;
		if (!proofs[i].holds)
			fail_msg("%s: %s", proof_name((enum proof_id)i), proofs[i].detail);
	}
}

static void verify_says_so_too(void **state)
{
	(void)state;
	each_plan("verify", 404, proves);
}

static uint64_t mix(uint64_t digest, int64_t value)
{
	return (digest ^ (uint64_t)value) * UINT64_C(0x100000001b3);
}

/* Everything that a calendar could spoil: dates as text, weekdays, words, and the days of some hundred schedules. */
static uint64_t digest_of_days(void)
{
	struct random random = {.state = 505};
	uint64_t digest = UINT64_C(0xcbf29ce484222325);
	struct day today = ymd(2011, 12, 29), day;
	struct err err;
	char text[DAY_TEXT_SIZE];

	for (struct day at = ymd(2005, 1, 1); at.n < ymd(2030, 1, 1).n; at = day_add(at, 1)) {
		for (const char *c = day_full(at, text); *c != '\0'; c++)
			digest = mix(digest, *c);
		if (!day_read(day_iso(at, text), today, &day, &err) || day.n != at.n)
			return 0;
	}
	if (!day_read("tomorrow", today, &day, &err))
		return 0;
	digest = mix(digest, day.n);
	for (int i = 0; i < 200; i++) {
		struct laid laid;
		bool built = lay_out(&random, &laid);

		for (size_t l = 0; built && l < laid.schedule.level_count; l++) {
			digest = mix(digest, laid.schedule.levels[l].first.n);
			digest = mix(digest, laid.schedule.levels[l].target.nano);
		}
		lay_down(&laid);
	}
	return digest;
}

static uint64_t digest_in(const char *zone)
{
	uint64_t digest = 0;
	int status, ends[2];

	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		setenv("TZ", zone, 1);
		tzset();
		digest = digest_of_days();
		_exit(write(ends[1], &digest, sizeof digest) == sizeof digest ? 0 : 1);
	}
	assert_true(child > 0);
	close(ends[1]);
	assert_int_equal(read(ends[0], &digest, sizeof digest), sizeof digest);
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	return digest;
}

static void no_time_zone_moves_a_day(void **state)
{
	static const char *const zones[] = {"America/New_York", "Europe/Berlin",
					    "Australia/Lord_Howe", "Pacific/Apia",
					    "Africa/Casablanca"};
	uint64_t expected = digest_in("UTC");

	(void)state;
	assert_int_not_equal(expected, 0);
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++) {
		if (digest_in(zones[i]) != expected)
			fail_msg("days differ in %s", zones[i]);
	}
}

static void a_plan_written_and_read_again_is_the_same(void **state)
{
	struct random random = random_seeded("written and read again", 606);

	(void)state;
	for (int i = 0; i < WRITTEN_PLANS; i++) {
		struct plan plan;

		random_plan(&random, &plan);
		plan_kit_round_trip(&plan);
		plan_free(&plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_target_and_no_dose_rises),
		cmocka_unit_test(targets_are_the_ideal_rounded_up_and_parts_add_up),
		cmocka_unit_test(every_day_has_one_target_and_the_last_is_the_goal),
		cmocka_unit_test(verify_says_so_too),
		cmocka_unit_test(no_time_zone_moves_a_day),
		cmocka_unit_test(a_plan_written_and_read_again_is_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
