/* SPDX-License-Identifier: MIT */
/*
 * A walk by the indexes finds what a walk over everything finds, whole and in parts, and leaves the store to others meanwhile.
 */
#include "store/sift.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store_kit.h"

enum { MANY = 5000, MOMENTS = 900 };

/* Doses at few moments, so that many are at the same one, across the ends of parts. */
static void make(unsigned *seed, struct dose *dose)
{
	static const char *const tags[] = {"", "stress", "Stress work", "distress", "pain"};
	static const char *const products[] = {"leaf", "Red", "extract"};
	int product = rand_r(seed) % 3;

	*dose = kit_dose((int64_t)(rand_r(seed) % MOMENTS) * 30, (int16_t)(rand_r(seed) % 3 * 60),
			 rand_r(seed) % 50 * 100);
	snprintf(dose->product, sizeof(dose->product), "%s", products[product]);
	dose->unit = product == 2 ? UNIT_CAPSULE : UNIT_GRAM;
	dose->tags = (char *)(uintptr_t)tags[rand_r(seed) % 5];
}

struct source {
	unsigned seed;
	int left;
};

static bool next_of_many(void *context, struct dose *dose, struct err *err)
{
	struct source *source = context;

	(void)err;
	make(&source->seed, dose);
	return source->left-- > 0;
}

static struct store *filled(void)
{
	struct source source = {.seed = 20261121, .left = MANY};
	struct dose_import asked = {
		.source = next_of_many, .context = &source, .now_utc = 5, .what = "import"};
	struct store *store;
	struct err err;

	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_ok(store_dose_import(store, &asked, &err), &err);
	assert_int_equal(asked.added, MANY);
	return store;
}

/* The ids of the doses that fit, in their order. */
struct found {
	const struct sift *sift; /* NULL: all fit */
	struct str ids;
	size_t count;
};

static bool holds(const char *text, const char *part)
{
	struct str low = STR_INIT;
	bool found;

	for (; *text != '\0'; text++)
		str_add_char(&low, (char)tolower((unsigned char)*text));
	found = strstr(low.data, part) != NULL;
	str_free(&low);
	return found;
}

static bool fits(const struct sift *sift, const struct dose *dose)
{
	int64_t milli = amount_milli(dose->amount), wall = dose_wall(dose);

	return wall >= sift->span.from && wall < sift->span.to && milli >= sift->least_milli &&
	       milli <= sift->most_milli && (sift->tag == NULL || holds(dose->tags, sift->tag)) &&
	       (sift->product == NULL || (holds(dose->product, sift->product) &&
					  strlen(dose->product) == strlen(sift->product))) &&
	       dose->unit != sift->other_than;
}

static bool add(void *context, const struct dose *dose, struct err *err)
{
	struct found *found = context;

	(void)err;
	if (found->sift == NULL || fits(found->sift, dose)) {
		str_addf(&found->ids, "%lld ", (long long)dose->id);
		found->count++;
	}
	return true;
}

static void check(struct store *store, const struct sift *sift)
{
	struct found all = {.sift = sift, .ids = STR_INIT};
	struct err err;

	kit_ok(store_dose_walk(store, kit_all, false, add, &all, &err), &err);
	assert_true(all.count > 10 && all.count <= MANY);
	for (int parts = 0; parts < 2; parts++) {
		struct found found = {.sift = NULL, .ids = STR_INIT};

		kit_ok(store_dose_sift(store, sift, parts == 1, add, &found, &err), &err);
		assert_string_equal(found.ids.data, all.ids.data);
		str_free(&found.ids);
	}
	str_free(&all.ids);
}

static void test_finds_what_a_walk_finds(void **state)
{
	struct store *store = filled();
	struct sift sift = sift_all(kit_all);

	(void)state;
	check(store, &sift);
	sift.span = (struct span){100, 300};
	check(store, &sift);
	sift = sift_all(kit_all);
	sift.least_milli = 4000;
	check(store, &sift);
	sift.most_milli = 4500;
	sift.tag = "stress";
	check(store, &sift);
	sift = sift_all(kit_all);
	sift.product = "red";
	check(store, &sift);
	sift = sift_all(kit_all);
	sift.other_than = UNIT_GRAM;
	check(store, &sift);
	sift.tag = "work";
	sift.span.to = 200;
	check(store, &sift);
	store_close(store);
}

/* Logs into the store that is walked over, and stops when there was enough. */
struct writer {
	struct store *other;
	size_t seen;
};

static bool write_too(void *context, const struct dose *dose, struct err *err)
{
	struct writer *writer = context;
	struct dose late = kit_dose(dose->utc + 100000, 0, 100);

	(void)err;
	if (writer->seen++ % 500 == 0)
		kit_add(writer->other, &late);
	return writer->seen < 2500;
}

static void test_others_write_meanwhile(void **state)
{
	struct source source = {.seed = 7, .left = MANY};
	struct dose_import asked = {
		.source = next_of_many, .context = &source, .now_utc = 5, .what = "import"};
	struct sift sift = sift_all(kit_all);
	struct writer writer = {.seen = 0};
	struct kit_place place;
	struct store *store;
	struct err err;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	writer.other = kit_open(&place);
	kit_ok(store_dose_import(store, &asked, &err), &err);
	kit_ok(store_dose_sift(store, &sift, true, write_too, &writer, &err), &err);
	assert_int_equal(writer.seen, 2500);
	store_close(writer.other);
	store_close(store);
	kit_leave(&place);
}

static bool refuse(void *context, const struct dose *dose, struct err *err)
{
	(void)context;
	(void)dose;
	return err_set(err, ERR_IO, "the paper is out");
}

static void test_what_a_visit_refuses_is_told(void **state)
{
	struct store *store = filled();
	struct sift sift = sift_all(kit_all);
	struct err err;

	(void)state;
	for (int parts = 0; parts < 2; parts++)
		kit_refused(store_dose_sift(store, &sift, parts == 1, refuse, NULL, &err), &err,
			    ERR_IO, "the paper is out");
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finds_what_a_walk_finds),
		cmocka_unit_test(test_others_write_meanwhile),
		cmocka_unit_test(test_what_a_visit_refuses_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
