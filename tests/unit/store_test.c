/* SPDX-License-Identifier: MIT */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"

enum { NOON = 1795600800 }; /* 2026-11-25T10:00:00Z */

static int mode_of(const char *path)
{
	struct stat found;

	assert_int_equal(stat(path, &found), 0);
	return (int)(found.st_mode & 07777);
}

static void test_makes_a_private_file(void **state)
{
	struct kit_place place;
	struct store *store;
	struct err err;
	char path[KIT_PATH_SIZE + 64], folder[KIT_PATH_SIZE + 32];
	mode_t mask = umask(0);

	(void)state;
	kit_enter(&place);
	snprintf(folder, sizeof(folder), "%s/a/b", place.folder);
	snprintf(path, sizeof(path), "%s/file:x?.db", folder);
	kit_ok(store_open(path, NULL, &store, &err), &err);
	assert_int_equal(umask(mask), 0);
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(mode_of(folder), 0700);
	snprintf(folder, sizeof(folder), "%s/a", place.folder);
	assert_int_equal(mode_of(folder), 0700);
	store_close(store);
	kit_leave(&place);
}

static void test_takes_a_path_in_the_folder_it_is_in(void **state)
{
	struct kit_place place;
	struct store *store;
	struct err err;
	char before[KIT_PATH_SIZE];

	(void)state;
	kit_enter(&place);
	assert_non_null(getcwd(before, sizeof(before)));
	assert_int_equal(chdir(place.folder), 0);
	kit_ok(store_open("file:here.db", NULL, &store, &err), &err);
	store_close(store);
	assert_int_equal(access("file:here.db", F_OK), 0);
	assert_int_equal(chdir(before), 0);
	kit_leave(&place);
}

static void test_keeps_a_dose_as_it_is(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(NOON + 17, -210, 2500), read;
	struct err err;
	char tags[] = "stress work", note[] = "a \"note\"; DROP TABLE dose; — ünï";
	int64_t id;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	dose.unit = UNIT_CAPSULE;
	strcpy(dose.product, "red 'vein'");
	dose.tags = tags;
	dose.note = note;
	id = kit_add(store, &dose);
	store_close(store);
	store = kit_open(&place);
	kit_ok(store_dose_get(store, id, &read, &err), &err);
	assert_int_equal(read.id, id);
	assert_true(dose_same(&read, &dose));
	assert_int_equal(read.utc_offset, -210);
	assert_string_equal(read.tags, tags);
	assert_string_equal(read.note, note);
	dose_free(&read);
	kit_refused(store_dose_get(store, id + 1, &read, &err), &err, ERR_NOT_FOUND,
		    "there is no dose");
	store_close(store);
	kit_leave(&place);
}

static void test_edits_and_removes_by_a_lasting_id(void **state)
{
	struct store *store;
	struct dose dose = kit_dose(NOON, 60, 1000), read;
	struct err err;
	int64_t first, second;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	first = kit_add(store, &dose);
	dose.id = first;
	for (int i = 1; i <= 3; i++) {
		dose.amount = amount_from_milli(1000 + i);
		kit_ok(store_dose_edit(store, &dose, NOON, "edit", &err), &err);
		kit_ok(store_dose_get(store, first, &read, &err), &err);
		assert_int_equal(amount_milli(read.amount), 1000 + i);
		assert_int_equal(read.id, first);
		dose_free(&read);
	}
	kit_ok(store_dose_remove(store, first, NOON, "rm", &err), &err);
	kit_refused(store_dose_get(store, first, &read, &err), &err, ERR_NOT_FOUND, "no dose 1");
	kit_refused(store_dose_edit(store, &dose, NOON, "edit", &err), &err, ERR_NOT_FOUND,
		    "no dose 1");
	kit_refused(store_dose_remove(store, first, NOON, "rm", &err), &err, ERR_NOT_FOUND,
		    "no dose 1");
	second = kit_add(store, &dose);
	assert_true(second > first);
	/* The rows of edited versions have numbers too; they are no ids. */
	for (int64_t id = first; id < second; id++)
		assert_false(store_dose_get(store, id, &read, &err));
	store_close(store);
}

struct seen {
	int64_t utc[8];
	size_t count, stop_at;
	bool complain;
};

static bool see(void *context, const struct dose *dose, struct err *err)
{
	struct seen *seen = context;

	seen->utc[seen->count++] = dose->utc;
	if (seen->count != seen->stop_at)
		return true;
	if (seen->complain)
		err_set(err, ERR_INVALID, "seen enough");
	return false;
}

static void test_walks_both_ways(void **state)
{
	static const int64_t at[] = {300, -90, 59, 61, 0, 600};
	static const int64_t sorted[] = {-90, 0, 59, 61, 300, 600};
	struct seen seen = {.count = 0};
	struct store *store;
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	for (size_t i = 0; i < 6; i++) {
		struct dose dose = kit_dose(at[i], 0, 100);

		kit_add(store, &dose);
	}
	kit_ok(store_dose_walk(store, kit_all, false, see, &seen, &err), &err);
	assert_int_equal(seen.count, 6);
	assert_memory_equal(seen.utc, sorted, sizeof(sorted));
	seen = (struct seen){.count = 0};
	kit_ok(store_dose_walk(store, (struct span){.from = 0, .to = 10}, true, see, &seen, &err),
	       &err);
	assert_int_equal(seen.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(seen.utc[i], sorted[4 - i]);
	seen = (struct seen){.stop_at = 2};
	kit_ok(store_dose_walk(store, kit_all, true, see, &seen, &err), &err);
	assert_int_equal(seen.count, 2);
	seen = (struct seen){.stop_at = 2, .complain = true};
	kit_refused(store_dose_walk(store, kit_all, true, see, &seen, &err), &err, ERR_INVALID,
		    "seen enough");
	store_close(store);
}

struct nested {
	struct store *store;
	size_t count;
};

static bool look_up(void *context, const struct dose *dose, struct err *err)
{
	struct nested *nested = context;
	struct dose again;

	if (!store_dose_get(nested->store, dose->id, &again, err))
		return false;
	assert_int_equal(again.utc, dose->utc);
	dose_free(&again);
	nested->count++;
	return true;
}

static void test_reads_while_it_walks(void **state)
{
	struct nested nested = {.count = 0};
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &nested.store, &err), &err);
	for (int i = 0; i < 5; i++) {
		struct dose dose = kit_dose(60 * i, 0, 100);

		kit_add(nested.store, &dose);
	}
	kit_ok(store_dose_walk(nested.store, (struct span){.from = 0, .to = 10}, false, look_up,
			       &nested, &err),
	       &err);
	assert_int_equal(nested.count, 5);
	store_close(nested.store);
}

static void test_knows_first_and_last(void **state)
{
	struct dose dose = kit_dose(-61, 0, 100);
	struct store *store;
	struct err err;
	int64_t first = 7, last = 7;
	bool any = true;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_ok(store_dose_range(store, &any, &first, &last, &err), &err);
	assert_false(any);
	assert_int_equal(first, 7);
	kit_add(store, &dose);
	dose.utc = 600;
	dose.utc_offset = 60;
	kit_add(store, &dose);
	kit_ok(store_dose_range(store, &any, &first, &last, &err), &err);
	assert_true(any);
	assert_int_equal(first, -2);
	assert_int_equal(last, 70);
	store_close(store);
}

/* Wall times of one evening and night, the same whatever the offset. */
static void add_at(struct store *store, int64_t wall, int16_t utc_offset, int64_t milli,
		   enum unit unit)
{
	struct dose dose = kit_dose((wall - utc_offset) * 60 + 30, utc_offset, milli);

	dose.unit = unit;
	kit_add(store, &dose);
}

struct totals {
	struct day_total items[4];
	size_t count;
};

static void keep_total(void *context, const struct day_total *total)
{
	struct totals *totals = context;

	assert_true(totals->count < sizeof(totals->items) / sizeof(totals->items[0]));
	totals->items[totals->count++] = *total;
}

static struct totals totals_of(struct store *store, int16_t day_starts, enum unit unit)
{
	const struct gather gather = {.span = kit_all, .day_starts = day_starts, .unit = unit};
	struct totals totals = {.count = 0};
	struct err err;

	kit_ok(store_day_totals(store, gather, keep_total, &totals, &err), &err);
	return totals;
}

static void test_adds_up_days(void **state)
{
	struct totals totals;
	struct intake *intakes;
	struct store *store;
	struct err err;
	size_t count;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	add_at(store, 10 * 1440 + 1430, 60, 1000, UNIT_GRAM);
	add_at(store, 11 * 1440 + 120, -300, 500, UNIT_GRAM);
	add_at(store, 11 * 1440 + 120, -300, 7000, UNIT_CAPSULE);
	add_at(store, 11 * 1440 + 239, 540, 0, UNIT_GRAM);
	add_at(store, 11 * 1440 + 240, 0, 250, UNIT_GRAM);
	totals = totals_of(store, 0, UNIT_GRAM);
	assert_int_equal(totals.count, 2);
	assert_int_equal(totals.items[0].day.n, 10);
	assert_int_equal(amount_milli(totals.items[0].taken), 1000);
	assert_int_equal(totals.items[1].day.n, 11);
	assert_int_equal(amount_milli(totals.items[1].taken), 750);
	assert_int_equal(totals.items[1].entries, 3);
	assert_int_equal(totals.items[1].doses, 2);
	totals = totals_of(store, 240, UNIT_GRAM);
	assert_int_equal(totals.count, 2);
	assert_int_equal(totals.items[0].day.n, 10);
	assert_int_equal(amount_milli(totals.items[0].taken), 1500);
	assert_int_equal(totals.items[0].entries, 3);
	assert_int_equal(amount_milli(totals.items[1].taken), 250);
	assert_int_equal(totals_of(store, 0, UNIT_ML).count, 0);
	kit_ok(store_intakes(store,
			     (struct gather){.span = {.from = 0, .to = 11 * 1440 + 240},
					     .day_starts = 240,
					     .unit = UNIT_GRAM},
			     &intakes, &count, &err),
	       &err);
	assert_int_equal(count, 3);
	assert_int_equal(intakes[1].day.n, 10);
	assert_int_equal(intakes[1].minute, 1440 + 120);
	assert_int_equal(amount_milli(intakes[1].amount), 500);
	free(intakes);
	store_close(store);
}

/* What the doses of a unit in a span come to, one by one. */
struct plain_sum {
	enum unit unit;
	int64_t milli;
	int32_t entries;
	int32_t day; /* the last one taken off */
};

static bool add_plainly(void *context, const struct dose *dose, struct err *err)
{
	struct plain_sum *sum = context;

	(void)err;
	if (dose->unit == sum->unit) {
		sum->milli += amount_milli(dose->amount);
		sum->entries++;
	}
	return true;
}

static void take_off(void *context, const struct day_total *total)
{
	struct plain_sum *sum = context;

	assert_true(sum->day < total->day.n);
	sum->day = total->day.n;
	sum->milli -= amount_milli(total->taken);
	sum->entries -= total->entries;
}

static void expect_same_sum(struct store *store, struct span span, enum unit unit)
{
	const struct gather gather = {.span = span, .day_starts = 240, .unit = unit};
	struct plain_sum plain = {.unit = unit, .day = INT32_MIN};
	struct err err;

	kit_ok(store_dose_walk(store, span, false, add_plainly, &plain, &err), &err);
	kit_ok(store_day_totals(store, gather, take_off, &plain, &err), &err);
	assert_int_equal(plain.milli, 0);
	assert_int_equal(plain.entries, 0);
}

/* With one unit and with several, to the end and to the middle: the same as one by one. */
static void test_adds_up_any_span_of_any_unit(void **state)
{
	static const enum unit units[] = {UNIT_GRAM, UNIT_CAPSULE, UNIT_ML};
	struct store *store;
	struct err err;
	unsigned seed = 3;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	for (int i = 0; i < 400; i++) {
		struct dose dose = kit_dose(NOON + rand_r(&seed) % 10000 * 60, 0, i);

		if (i >= 200)
			dose.unit = units[i % 2];
		kit_add(store, &dose);
		if (i % 40 != 39)
			continue;
		for (int from = -100; from < 10200; from += 1000) {
			for (size_t u = 0; u < 3; u++) {
				struct span span = {NOON / 60 + from, NOON / 60 + from + 3000};

				expect_same_sum(store, span, units[u]);
			}
		}
	}
	store_close(store);
}

static void test_version_tells_of_changes(void **state)
{
	struct kit_place place;
	struct store *here, *there;
	struct dose dose = kit_dose(NOON, 0, 100);
	struct change change;
	struct err err;
	int64_t before, after;

	(void)state;
	kit_enter(&place);
	here = kit_open(&place);
	there = kit_open(&place);
	kit_ok(store_version(here, &before, &err), &err);
	kit_ok(store_version(here, &after, &err), &err);
	assert_int_equal(before, after);
	kit_add(here, &dose);
	kit_ok(store_version(here, &after, &err), &err);
	assert_int_not_equal(before, after);
	before = after;
	kit_add(there, &dose);
	kit_ok(store_version(here, &after, &err), &err);
	assert_int_not_equal(before, after);
	before = after;
	kit_ok(store_undo(there, &change, &err), &err);
	kit_ok(store_version(here, &after, &err), &err);
	assert_int_not_equal(before, after);
	before = after;
	kit_ok(store_version(here, &after, &err), &err);
	assert_int_equal(before, after);
	store_close(here);
	store_close(there);
	kit_leave(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_makes_a_private_file),
		cmocka_unit_test(test_takes_a_path_in_the_folder_it_is_in),
		cmocka_unit_test(test_keeps_a_dose_as_it_is),
		cmocka_unit_test(test_edits_and_removes_by_a_lasting_id),
		cmocka_unit_test(test_walks_both_ways),
		cmocka_unit_test(test_reads_while_it_walks),
		cmocka_unit_test(test_knows_first_and_last),
		cmocka_unit_test(test_adds_up_days),
		cmocka_unit_test(test_adds_up_any_span_of_any_unit),
		cmocka_unit_test(test_version_tells_of_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
