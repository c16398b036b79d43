/* SPDX-License-Identifier: MIT */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A source of doses one after another; fails the walk nowhere. */
struct list {
	struct dose doses[64];
	size_t count, at;
};

static bool next_dose(void *context, struct dose *dose, struct err *err)
{
	struct list *list = context;

	(void)err;
	if (list->at == list->count)
		return false;
	*dose = list->doses[list->at++];
	return true;
}

static void add(struct list *list, int64_t utc, int16_t utc_offset, int64_t milli)
{
	list->doses[list->count++] = kit_dose(utc, utc_offset, milli);
}

static void import(struct store *store, struct list *list, bool dry_run, int64_t added,
		   int64_t skipped)
{
	struct dose_import asked = {.source = next_dose,
				    .context = list,
				    .now_utc = 9,
				    .what = "import",
				    .dry_run = dry_run,
				    .added = -1,
				    .skipped = -1};
	struct err err;

	list->at = 0;
	kit_ok(store_dose_import(store, &asked, &err), &err);
	assert_int_equal(asked.added, added);
	assert_int_equal(asked.skipped, skipped);
}

static void test_adds_what_is_not_there(void **state)
{
	struct list list = {.count = 0};
	struct store *store;
	struct change change;
	struct str first, second;
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	add(&list, 1000, 60, 500);
	add(&list, 1000, 60, 500);
	add(&list, 1000, 60, 600);
	add(&list, 1001, 60, 500);
	add(&list, 1000, 60, 500);
	list.doses[4].unit = UNIT_CAPSULE;
	add(&list, 1000, 60, 500);
	strcpy(list.doses[5].product, "red");
	import(store, &list, true, 6, 0);
	kit_refused(store_undo(store, &change, &err), &err, ERR_NOT_FOUND, "nothing to undo");
	import(store, &list, false, 6, 0);
	first = kit_dump(store);
	import(store, &list, false, 0, 6);
	import(store, &list, true, 0, 6);
	second = kit_dump(store);
	assert_string_equal(first.data, second.data);
	str_free(&first);
	str_free(&second);
	kit_ok(store_undo(store, &change, &err), &err);
	assert_string_equal(change.what, "import");
	kit_refused(store_undo(store, &change, &err), &err, ERR_NOT_FOUND, "nothing to undo");
	import(store, &list, true, 6, 0);
	store_close(store);
}

static void test_counts_equal_doses(void **state)
{
	struct list list = {.count = 0};
	struct store *store;
	struct dose dose = kit_dose(1000, 60, 500);
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_add(store, &dose);
	add(&list, 1000, 60, 500);
	add(&list, 5000, 60, 500);
	add(&list, 1000, 60, 500);
	import(store, &list, false, 2, 1);
	import(store, &list, false, 0, 3);
	add(&list, 1000, 60, 500);
	import(store, &list, false, 1, 3);
	store_close(store);
}

static void test_same_moment_seen_from_another_zone(void **state)
{
	struct list list = {.count = 0};
	struct store *store;
	struct dose dose = kit_dose(1000, 60, 500);
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_add(store, &dose);
	dose.utc_offset = -600;
	kit_add(store, &dose);
	for (int i = 0; i < 3; i++)
		add(&list, 1000, 540, 500);
	import(store, &list, false, 1, 2);
	import(store, &list, false, 0, 3);
	store_close(store);
}

static void test_removed_and_edited_doses_are_not_there(void **state)
{
	struct list list = {.count = 0};
	struct store *store;
	struct dose dose;
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	add(&list, 1000, 60, 500);
	add(&list, 2000, 60, 500);
	import(store, &list, false, 2, 0);
	kit_ok(store_dose_remove(store, 1, 5, "rm", &err), &err);
	dose = list.doses[1];
	dose.id = 2;
	dose.amount = amount_from_milli(700);
	kit_ok(store_dose_edit(store, &dose, 5, "edit", &err), &err);
	import(store, &list, false, 2, 0);
	list.doses[1].amount = amount_from_milli(700);
	import(store, &list, false, 0, 2);
	store_close(store);
}

static void test_all_or_nothing(void **state)
{
	struct list list = {.count = 0};
	struct store *store;
	struct str dump;
	struct dose_import asked = {.source = next_dose,
				    .context = &list,
				    .now_utc = 9,
				    .what = "import",
				    .added = -1,
				    .skipped = -1};
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	add(&list, 1000, 60, 500);
	add(&list, 1000, 2000, 500);
	kit_refused(store_dose_import(store, &asked, &err), &err, ERR_INVALID, "out of range");
	assert_int_equal(asked.added, -1);
	assert_int_equal(asked.skipped, -1);
	dump = kit_dump(store);
	assert_string_equal(dump.data, "");
	str_free(&dump);
	store_close(store);
}

/* Against counting by hand, with few different doses so that most are there already. */
static void test_random_imports(void **state)
{
	unsigned seed = 20261125;
	int there[4][3] = {{0}};
	struct store *store;
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	for (int round = 0; round < 40; round++) {
		struct list list = {.count = 0};
		int wanted[4][3] = {{0}};
		int64_t added = 0;

		for (int n = rand_r(&seed) % 20; n > 0; n--) {
			int at = rand_r(&seed) % 4, milli = rand_r(&seed) % 3;

			add(&list, 30 * at, (int16_t)(rand_r(&seed) % 3 * 60), milli * 100);
			wanted[at][milli]++;
		}
		for (int i = 0; i < 12; i++) {
			int more = wanted[i / 3][i % 3] - there[i / 3][i % 3];

			added += more > 0 ? more : 0;
			there[i / 3][i % 3] += more > 0 ? more : 0;
		}
		import(store, &list, true, added, (int64_t)list.count - added);
		import(store, &list, false, added, (int64_t)list.count - added);
	}
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_adds_what_is_not_there),
		cmocka_unit_test(test_counts_equal_doses),
		cmocka_unit_test(test_same_moment_seen_from_another_zone),
		cmocka_unit_test(test_removed_and_edited_doses_are_not_there),
		cmocka_unit_test(test_all_or_nothing),
		cmocka_unit_test(test_random_imports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
