/* SPDX-License-Identifier: MIT */
#include "engine/split.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void check(const struct plan *plan, int64_t target, const int64_t *expected)
{
	struct split split = split_of(plan);
	struct amount doses[PLAN_SLOT_MAX];

	memset(doses, 0xff, sizeof doses);
	split_target(&split, milli(target), doses);
	for (size_t i = 0; i < plan->slot_count; i++)
		if (doses[i].nano != expected[i] * AMOUNT_MILLI)
			fail_msg("%lld: dose %zu is %lld, wanted %lld", (long long)target, i,
				 (long long)amount_milli(doses[i]), (long long)expected[i]);
}

/* The default: the middle of the day gives first, of two equally near the earlier, the last dose last. */
static void default_order_of_shrinking(void **state)
{
	static const uint8_t orders[][6] = {{0},          {0, 1},          {1, 0, 2},
					    {1, 2, 0, 3}, {2, 1, 3, 0, 4}, {2, 3, 1, 4, 0, 5}};

	(void)state;
	for (size_t count = 1; count <= COUNT(orders); count++) {
		struct plan plan = plan_with(UNIT_GRAM, 100, count);

		assert_memory_equal(plan.shrink, orders[count - 1], count);
	}
}

static void equal_shares(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 4);

	(void)state;
	check(&plan, 19000, (int64_t[]){4800, 4700, 4700, 4800});
	check(&plan, 19100, (int64_t[]){4800, 4700, 4800, 4800});
	check(&plan, 13300, (int64_t[]){3300, 3300, 3300, 3400});
	check(&plan, 300, (int64_t[]){100, 0, 100, 100});
	check(&plan, 200, (int64_t[]){100, 0, 0, 100});
	check(&plan, 100, (int64_t[]){0, 0, 0, 100});
	check(&plan, 0, (int64_t[]){0, 0, 0, 0});
}

static void shares_as_weights(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 3);

	(void)state;
	plan.slots[0].share = milli(4000);
	plan.slots[1].share = milli(3000);
	plan.slots[2].share = milli(6000);
	check(&plan, 13000, (int64_t[]){4000, 3000, 6000});
	check(&plan, 6500, (int64_t[]){2000, 1500, 3000});
	check(&plan, 1300, (int64_t[]){400, 300, 600});
	/* Quotients 6000/1, 4000/1, 3000/1, 6000/3, 4000/3, 6000/5 …: the fourth part is the evening's. */
	check(&plan, 100, (int64_t[]){0, 0, 100});
	check(&plan, 200, (int64_t[]){100, 0, 100});
	check(&plan, 300, (int64_t[]){100, 100, 100});
	check(&plan, 400, (int64_t[]){100, 100, 200});
}

/* 2000/1 ties with 6000/3: the one that shrinks later gets the part. */
static void a_tie_goes_to_the_slot_that_shrinks_later(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 2);

	(void)state;
	plan.slots[0].share = milli(2000);
	plan.slots[1].share = milli(6000);
	check(&plan, 200, (int64_t[]){0, 200});
	plan.shrink[0] = 1;
	plan.shrink[1] = 0;
	check(&plan, 200, (int64_t[]){100, 100});
}

static void slots_close_below_the_smallest_dose(void **state)
{
	struct plan plan = plan_with(UNIT_GRAM, 100, 4);

	(void)state;
	plan.smallest = milli(500);
	check(&plan, 2000, (int64_t[]){500, 500, 500, 500});
	check(&plan, 1900, (int64_t[]){600, 0, 600, 700});
	check(&plan, 1500, (int64_t[]){500, 0, 500, 500});
	check(&plan, 1400, (int64_t[]){700, 0, 0, 700});
	check(&plan, 1000, (int64_t[]){500, 0, 0, 500});
	check(&plan, 900, (int64_t[]){0, 0, 0, 900});
	check(&plan, 500, (int64_t[]){0, 0, 0, 500});
	/* One slot always stays open, however little is left. */
	check(&plan, 300, (int64_t[]){0, 0, 0, 300});
	check(&plan, 0, (int64_t[]){0, 0, 0, 0});
}

/* No dose falls below the smallest because of unequal shares or rounding; another slot closes instead. */
static void no_open_slot_gets_less_than_the_smallest(void **state)
{
	struct plan uneven = plan_with(UNIT_GRAM, 100, 2), coarse = plan_with(UNIT_GRAM, 100, 2);

	(void)state;
	uneven.smallest = milli(500);
	uneven.slots[1].share = milli(3000);
	check(&uneven, 2000, (int64_t[]){500, 1500});
	check(&uneven, 1000, (int64_t[]){0, 1000});
	coarse.smallest = milli(250);
	check(&coarse, 600, (int64_t[]){300, 300});
	check(&coarse, 500, (int64_t[]){0, 500});
}

static void the_largest_amounts_do_not_overflow(void **state)
{
	struct plan plan = plan_with(UNIT_MG, 1, PLAN_SLOT_MAX);
	struct amount doses[PLAN_SLOT_MAX];
	int64_t sum = 0;

	(void)state;
	for (size_t i = 0; i < PLAN_SLOT_MAX; i++)
		plan.slots[i].share = milli(i % 2 ? 10000000 : 9999999);
	struct split split = split_of(&plan);
	split_target(&split, (struct amount){.nano = AMOUNT_MAX}, doses);
	for (size_t i = 0; i < PLAN_SLOT_MAX; i++)
		sum += doses[i].nano;
	assert_int_equal(sum, AMOUNT_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(default_order_of_shrinking),
		cmocka_unit_test(equal_shares),
		cmocka_unit_test(shares_as_weights),
		cmocka_unit_test(a_tie_goes_to_the_slot_that_shrinks_later),
		cmocka_unit_test(slots_close_below_the_smallest_dose),
		cmocka_unit_test(no_open_slot_gets_less_than_the_smallest),
		cmocka_unit_test(the_largest_amounts_do_not_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
