/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "random_plan.h"
#include "revise_kit.h"
#include "store_kit.h"

#if defined(__SANITIZE_ADDRESS__)
enum { REVISIONS = 1000, PLANS = 60, HOLDS = 300 };
#else
enum { REVISIONS = 10000, PLANS = 600, HOLDS = 3000 };
#endif

enum { FROZEN_MAX = 40000 };

/* A course with the plan its cuts come from, and every target of a day that has begun. */
struct life {
	struct random random;
	struct plan plan;
	struct course course;
	struct day born, today;
	bool begun;
	int64_t frozen[FROZEN_MAX]; /* from born on; -1: no plan */
	int32_t frozen_count;
	int done[REVISION_KIND_COUNT];
};

static void keep_frozen(struct life *life)
{
	struct day end = day_add(life->today, life->begun ? 1 : 0);

	while (life->frozen_count < day_between(life->born, end) &&
	       life->frozen_count < FROZEN_MAX) {
		struct day day = day_add(life->born, life->frozen_count);

		life->frozen[life->frozen_count++] = revise_target_on(&life->course, day);
	}
}

static void is_frozen(const struct life *life)
{
	for (int32_t i = 0; i < life->frozen_count; i++)
		assert_int_equal(revise_target_on(&life->course, day_add(life->born, i)),
				 life->frozen[i]);
}

/* Everything the page says of one revision, and that it is the same when it is made again. */
static void keeps_invariants(const struct life *life)
{
	size_t last = life->course.count - 1;
	const struct revision *revision = &life->course.revisions[last];
	struct proof proofs[PROOF_COUNT];

	if (revision->kind == REVISION_STOP)
		return;
	if (revise_verify(&life->course, last, &life->plan, proofs))
		return;
	for (int i = 0; i < PROOF_COUNT; i++) {
		if (!proofs[i].holds)
			fail_msg("%s: %s: %s", revision_kind_name(revision->kind),
				 proof_name((enum proof_id)i), proofs[i].detail);
	}
}

/* The plan as a whole says of every day what its revisions say. */
static void whole_is_the_days(const struct life *life)
{
	struct schedule whole;

	if (life->course.revisions[life->course.count - 1].kind == REVISION_STOP ||
	    !course_whole(&life->course, life->today, &whole))
		return;
	for (size_t i = 0; i < whole.level_count; i++) {
		const struct level *level = &whole.levels[i];
		struct day day = level->first;

		if (i > 0)
			assert_int_equal(day.n, level[-1].first.n + level[-1].days);
		assert_int_equal(revise_target_on(&life->course, day), level->target.nano);
		if (level->days == LEVEL_OPEN)
			assert_int_equal(revise_target_on(&life->course, day_add(day, 9999)),
					 level->target.nano);
		else
			assert_int_equal(
				revise_target_on(&life->course, day_add(day, level->days - 1)),
				level->target.nano);
	}
	schedule_free(&whole);
}

static void begin_life(struct life *life)
{
	struct amount from;
	struct schedule schedule;
	struct err err;

	plan_free(&life->plan);
	do {
		plan_free(&life->plan);
		from = random_plan(&life->random, &life->plan);
	} while (!schedule_build(&life->plan, from, life->today, FACTOR_ONE, &schedule, &err));
	schedule_free(&schedule);
	revise_add_start(&life->course, &life->plan, amount_milli(from),
			 day_add(life->today, life->begun ? 1 : 0));
}

static struct revise_ask random_ask(struct life *life)
{
	struct random *random = &life->random;
	const struct revision *last = &life->course.revisions[life->course.count - 1];
	enum revision_kind kind =
		(enum revision_kind)random_between(random, REVISION_HOLD, REVISION_REPLAN);
	struct revise_ask ask = revise_ask_of(kind, life->today, life->begun);
	struct err ignored;

	if (random_once_in(random, 40))
		ask.kind = REVISION_STOP;
	ask.days = random_once_in(random, 4) ? 0 : (int32_t)random_between(random, 1, 30);
	ask.factor = (int32_t)random_between(random, 1, 12000);
	if (ask.kind == REVISION_SLOW && last->factor > 1)
		ask.factor = (int32_t)random_between(random, 1, last->factor - 1);
	ask.start = life->today;
	if (ask.kind == REVISION_REPLAN &&
	    revise_first_day(&life->course, &ask, &ask.start, &ignored)) {
		if (random_once_in(random, 3))
			ask.start = day_add(ask.start, (int32_t)random_between(random, 0, 20));
		if (revise_limit(&life->course, &ask, &ask.from, &ignored) &&
		    random_once_in(random, 2))
			ask.from.nano = random_between(random, 0, ask.from.nano);
	}
	return ask;
}

static void live_on(struct life *life)
{
	bool same_day = random_once_in(&life->random, 3);
	bool logged = random_once_in(&life->random, 2);

	if (!same_day)
		life->today = day_add(life->today, (int32_t)random_between(&life->random, 1, 25));
	life->begun = logged || (same_day && life->begun);
	keep_frozen(life);
}

/* One change; false where it was refused. */
static bool change(struct life *life)
{
	struct revise_ask ask = random_ask(life);
	struct revision revision;
	struct err err;

	if (!revise_build(&life->course, &life->plan, &ask, &revision, &err)) {
		if (err.code == ERR_NOT_FOUND)
			begin_life(life);
		return false;
	}
	life->done[ask.kind]++;
	course_add(&life->course, &revision);
	return true;
}

static void check_life(struct life *life)
{
	is_frozen(life);
	keeps_invariants(life);
	whole_is_the_days(life);
}

static void any_changes_keep_every_invariant_and_the_past(void **state)
{
	struct life *life = mem_alloc(1, sizeof(*life));
	int made = 0, tries = 0;

	(void)state;
	memset(life, 0, sizeof(*life));
	life->random = random_seeded("changes", 606);
	life->plan = (struct plan)PLAN_INIT;
	while (made < REVISIONS && tries++ < REVISIONS * 60) {
		if (life->course.count == 0 || life->course.count > 60 ||
		    life->frozen_count > FROZEN_MAX - 200) {
			course_free(&life->course);
			life->born = life->today = ymd(2026, 1, 1);
			life->frozen_count = 0;
			begin_life(life);
		}
		live_on(life);
		keep_frozen(life);
		if (!change(life))
			continue;
		made++;
		check_life(life);
	}
	assert_int_equal(made, REVISIONS);
	for (int kind = REVISION_STOP; kind < REVISION_KIND_COUNT; kind++)
		assert_true(life->done[kind] > REVISIONS / 200);
	course_free(&life->course);
	plan_free(&life->plan);
	free(life);
}

static void a_thousand_changes_in_one_life(void **state)
{
	struct life *life = mem_alloc(1, sizeof(*life));
	int made = 0;

	(void)state;
	memset(life, 0, sizeof(*life));
	life->random = random_seeded("one life", 607);
	life->born = life->today = ymd(2026, 1, 1);
	begin_life(life);
	for (int tries = 0; made < 1000 && tries < 200000; tries++) {
		live_on(life);
		if (life->frozen_count >= FROZEN_MAX)
			break;
		made += change(life) ? 1 : 0;
		if (made % 20 == 0)
			check_life(life);
	}
	check_life(life);
	assert_int_equal(made, 1000);
	course_free(&life->course);
	plan_free(&life->plan);
	free(life);
}

/* Every level after the change lies as many days later as it was held, with the same amounts. */
static void moved_by(const struct schedule *before, const struct schedule *after, struct day from,
		     int32_t days)
{
	assert_int_equal(after->level_count, before->level_count);
	for (size_t i = 0; i < before->level_count; i++) {
		int32_t shift = before->levels[i].first.n >= from.n ? days : 0;

		assert_int_equal(after->levels[i].target.nano, before->levels[i].target.nano);
		assert_int_equal(after->levels[i].first.n, before->levels[i].first.n + shift);
	}
}

static void hold_then_resume_moves_everything_by_the_days_held(void **state)
{
	struct random random = random_seeded("hold and resume", 608);
	int checked = 0;

	(void)state;
	for (int i = 0; i < HOLDS; i++) {
		struct plan plan;
		struct amount from = random_plan(&random, &plan);
		struct course course = COURSE_INIT;
		struct day first = ymd(2026, 5, 1);
		struct schedule laid, after;
		struct err err;

		if (!schedule_build(&plan, from, first, FACTOR_ONE, &laid, &err) ||
		    schedule_days(&laid) < 2 ||
		    schedule_last_day(&laid).n - first.n > PLAN_DAY_MAX - 400) {
			schedule_free(&laid);
			plan_free(&plan);
			laid = (struct schedule)SCHEDULE_INIT;
			continue;
		}
		revise_add_start(&course, &plan, amount_milli(from), first);
		struct day today = day_add(
			first, (int32_t)random_between(&random, 0, schedule_days(&laid) - 1));
		int32_t days = (int32_t)random_between(&random, 0, 40);
		int32_t held = (int32_t)random_between(&random, 0, days > 0 ? days - 1 : 40);
		struct revise_ask ask = revise_ask_of(REVISION_HOLD, today, true);

		ask.days = days;
		revise_made(&course, &plan, &ask);
		if (days > 0) {
			after = revise_whole_of(&course, today);
			moved_by(&laid, &after, day_add(today, 1), days);
			schedule_free(&after);
		}
		ask = revise_ask_of(REVISION_RESUME, day_add(today, held), true);
		revise_made(&course, &plan, &ask);
		after = revise_whole_of(&course, today);
		moved_by(&laid, &after, day_add(today, 1), held);
		schedule_free(&after);
		schedule_free(&laid);
		course_free(&course);
		plan_free(&plan);
		checked++;
	}
	assert_true(checked > HOLDS / 3);
}

/* No day ahead has less than it had: slower never means more is taken off. */
static void slower_is_never_faster(void **state)
{
	struct random random = random_seeded("slower", 609);
	int checked = 0;

	(void)state;
	for (int i = 0; i < PLANS; i++) {
		struct plan plan;
		struct amount from = random_plan(&random, &plan);
		struct course course = COURSE_INIT;
		struct day first = ymd(2026, 5, 1);
		struct revise_ask ask = revise_ask_of(REVISION_SLOW, first, true);
		struct schedule laid;
		struct revision slow;
		struct err err;

		if (!schedule_build(&plan, from, first, FACTOR_ONE, &laid, &err)) {
			plan_free(&plan);
			continue;
		}
		revise_add_start(&course, &plan, amount_milli(from), first);
		ask.today = day_add(first, (int32_t)random_between(&random, 0, 200));
		ask.factor = (int32_t)random_between(&random, 100, 9999);
		if (revise_build(&course, &plan, &ask, &slow, &err)) {
			for (int32_t day = slow.from.n; day <= schedule_last_day(&laid).n; day++)
				assert_true(schedule_at(&slow.schedule, (struct day){day})
						    ->target.nano >=
					    schedule_at(&laid, (struct day){day})->target.nano);
			revision_free(&slow);
			checked++;
		}
		schedule_free(&laid);
		course_free(&course);
		plan_free(&plan);
	}
	assert_true(checked > PLANS / 10);
}

static void same_courses(const struct course *a, const struct course *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct schedule *left = &a->revisions[i].schedule;
		const struct schedule *right = &b->revisions[i].schedule;

		assert_int_equal(a->revisions[i].kind, b->revisions[i].kind);
		assert_int_equal(a->revisions[i].from.n, b->revisions[i].from.n);
		assert_int_equal(a->revisions[i].days, b->revisions[i].days);
		assert_int_equal(a->revisions[i].factor, b->revisions[i].factor);
		assert_int_equal(left->level_count, right->level_count);
		assert_int_equal(left->step_count, right->step_count);
		for (size_t k = 0; k < left->level_count; k++) {
			assert_int_equal(left->levels[k].first.n, right->levels[k].first.n);
			assert_int_equal(left->levels[k].target.nano, right->levels[k].target.nano);
			assert_int_equal(left->levels[k].cut.nano, right->levels[k].cut.nano);
		}
		for (size_t k = 0; k < left->step_count; k++) {
			assert_int_equal(left->steps[k].turn, right->steps[k].turn);
			assert_int_equal(left->steps[k].phase_start.nano,
					 right->steps[k].phase_start.nano);
			assert_int_equal(left->steps[k].ideal.nano, right->steps[k].ideal.nano);
			assert_int_equal(left->steps[k].before.nano, right->steps[k].before.nano);
		}
	}
}

static void stored_changes_are_the_same_and_undoing_all_gives_the_first(void **state)
{
	struct life *life = mem_alloc(1, sizeof(*life));
	struct store *store;
	struct course read;
	struct change change_undone;
	struct err err = {.code = ERR_NONE};
	size_t stored;

	(void)state;
	memset(life, 0, sizeof(*life));
	life->random = random_seeded("stored", 610);
	life->born = life->today = ymd(2026, 1, 1);
	begin_life(life);
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	for (stored = 0; life->course.count < 80;) {
		for (; stored < life->course.count; stored++)
			kit_ok(store_revision_add(store, &life->course.revisions[stored], 1,
						  "change", &err),
			       &err);
		live_on(life);
		(void)change(life);
		kit_ok(store_course(store, &read, &err), &err);
		assert_true(read.count <= life->course.count);
		course_free(&read);
	}
	for (; stored < life->course.count; stored++)
		kit_ok(store_revision_add(store, &life->course.revisions[stored], 1, "change",
					  &err),
		       &err);
	kit_ok(store_course(store, &read, &err), &err);
	same_courses(&life->course, &read);
	course_free(&read);
	for (size_t i = 1; i < stored; i++) {
		kit_ok(store_undo(store, &change_undone, &err), &err);
		revision_free(&life->course.revisions[--life->course.count]);
	}
	kit_ok(store_course(store, &read, &err), &err);
	assert_int_equal(read.count, 1);
	same_courses(&life->course, &read);
	course_free(&read);
	store_close(store);
	course_free(&life->course);
	plan_free(&life->plan);
	free(life);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_changes_keep_every_invariant_and_the_past),
		cmocka_unit_test(a_thousand_changes_in_one_life),
		cmocka_unit_test(hold_then_resume_moves_everything_by_the_days_held),
		cmocka_unit_test(slower_is_never_faster),
		cmocka_unit_test(stored_changes_are_the_same_and_undoing_all_gives_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
