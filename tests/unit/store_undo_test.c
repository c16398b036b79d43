/* SPDX-License-Identifier: MIT */
#include "store_kit.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void expect_dump(struct store *store, const char *wanted)
{
	struct str dump = kit_dump(store);

	assert_string_equal(dump.data, wanted);
	str_free(&dump);
}

static void test_undoes_to_empty_and_back(void **state)
{
	enum { STEPS = 5 };
	struct kit_place place;
	struct store *store;
	struct str dumps[STEPS + 1];
	struct dose dose = kit_dose(60000, 0, 2500);
	struct revision revision = kit_revision(70000);
	struct change change;
	struct err err;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	dumps[0] = kit_dump(store);
	dose.id = kit_add(store, &dose);
	dumps[1] = kit_dump(store);
	dose.amount = amount_from_milli(3000);
	kit_ok(store_dose_edit(store, &dose, 1, "first edit", &err), &err);
	dumps[2] = kit_dump(store);
	dose.amount = amount_from_milli(3500);
	kit_ok(store_dose_edit(store, &dose, 2, "second edit", &err), &err);
	dumps[3] = kit_dump(store);
	kit_ok(store_revision_add(store, &revision, 3, "start steady", &err), &err);
	dumps[4] = kit_dump(store);
	kit_ok(store_dose_remove(store, dose.id, 4, "rm", &err), &err);
	dumps[5] = kit_dump(store);
	for (int round = 0; round < 3; round++) {
		for (int i = STEPS; i > 0; i--) {
			kit_ok(store_undo(store, &change, &err), &err);
			expect_dump(store, dumps[i - 1].data);
		}
		kit_refused(store_undo(store, &change, &err), &err, ERR_NOT_FOUND,
			    "there is nothing to undo");
		store_close(store);
		store = kit_open(&place);
		for (int i = 0; i < STEPS; i++) {
			kit_ok(store_redo(store, &change, &err), &err);
			expect_dump(store, dumps[i + 1].data);
		}
		kit_refused(store_redo(store, &change, &err), &err, ERR_NOT_FOUND,
			    "there is nothing to redo");
	}
	for (size_t i = 0; i <= STEPS; i++)
		str_free(&dumps[i]);
	revision_free(&revision);
	store_close(store);
	kit_leave(&place);
}

static void test_tells_what_it_took_back(void **state)
{
	struct store *store;
	struct dose dose = kit_dose(60000, 0, 2500);
	struct change undone = {.id = 0}, redone = {.id = 0};
	struct err err;

	(void)state;
	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	kit_add(store, &dose);
	kit_ok(store_undo(store, &undone, &err), &err);
	assert_string_equal(undone.what, "log");
	assert_int_equal(undone.at_utc, 60000);
	kit_ok(store_redo(store, &redone, &err), &err);
	assert_int_equal(redone.id, undone.id);
	assert_int_equal(redone.at_utc, undone.at_utc);
	assert_string_equal(redone.what, undone.what);
	kit_ok(store_undo(store, &undone, &err), &err);
	assert_int_equal(kit_add(store, &dose), 2);
	kit_refused(store_redo(store, &redone, &err), &err, ERR_NOT_FOUND,
		    "there is nothing to redo");
	store_close(store);
}

/* The naive way: a copy of everything after every change. */
enum { DOSES_MAX = 400, CHANGES_MAX = 400 };

struct snapshot {
	int64_t milli[DOSES_MAX]; /* by id; -1 where there is none */
};

struct model {
	struct snapshot history[CHANGES_MAX + 1];
	int at, last; /* in history */
};

static struct snapshot *model_change(struct model *model)
{
	model->history[model->at + 1] = model->history[model->at];
	model->last = ++model->at;
	return &model->history[model->at];
}

static void expect_model(struct store *store, const struct model *model, unsigned seed, int step)
{
	const struct snapshot *now = &model->history[model->at];
	struct str wanted = STR_INIT, dump = kit_dump(store);

	for (int64_t id = 0; id < DOSES_MAX; id++) {
		if (now->milli[id] >= 0)
			str_addf(&wanted, "%" PRId64 " %" PRId64 " 0 %" PRId64 " g leaf [] []\n",
				 id, id * 7, now->milli[id] * 1000000);
	}
	if (strcmp(dump.data, wanted.data) != 0)
		fail_msg("seed %u, step %d:\n%s--- wanted\n%s", seed, step, dump.data, wanted.data);
	str_free(&wanted);
	str_free(&dump);
}

/* A dose that is there, or 0. */
static int64_t pick(const struct snapshot *now, unsigned *random)
{
	int64_t start = rand_r(random) % DOSES_MAX;

	for (int64_t i = 0; i < DOSES_MAX; i++) {
		int64_t id = (start + i) % DOSES_MAX;

		if (now->milli[id] >= 0)
			return id;
	}
	return 0;
}

static void one_step(struct store *store, struct model *model, int64_t *next_row, unsigned *random)
{
	int64_t milli = rand_r(random) % 5000;
	int64_t id = pick(&model->history[model->at], random);
	struct dose dose = kit_dose(id * 7, 0, milli);
	struct change change;
	struct err err;

	dose.id = id;
	switch (rand_r(random) % 6) {
	case 0:
	case 1:
		dose.utc = *next_row * 7;
		assert_int_equal(kit_add(store, &dose), *next_row);
		model_change(model)->milli[*next_row] = milli;
		++*next_row;
		break;
	case 2:
		assert_int_equal(store_dose_edit(store, &dose, 1, "edit", &err), id != 0);
		if (id != 0) {
			model_change(model)->milli[id] = milli;
			++*next_row;
		}
		break;
	case 3:
		assert_int_equal(store_dose_remove(store, id, 1, "rm", &err), id != 0);
		if (id != 0)
			model_change(model)->milli[id] = -1;
		break;
	case 4:
		assert_int_equal(store_undo(store, &change, &err), model->at > 0);
		model->at -= model->at > 0 ? 1 : 0;
		break;
	default:
		assert_int_equal(store_redo(store, &change, &err), model->at < model->last);
		model->at += model->at < model->last ? 1 : 0;
	}
}

static void test_random_changes(void **state)
{
	struct model *model = malloc(sizeof(*model));

	(void)state;
	assert_non_null(model);
	for (unsigned seed = 1; seed <= 8; seed++) {
		struct store *store;
		struct err err;
		unsigned random = seed;
		int64_t next_row = 1;

		kit_ok(store_open(NULL, NULL, &store, &err), &err);
		model->at = model->last = 0;
		memset(&model->history[0], 0xFF, sizeof(model->history[0]));
		for (int step = 0; step < 250; step++) {
			one_step(store, model, &next_row, &random);
			expect_model(store, model, seed, step);
		}
		store_close(store);
	}
	free(model);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_undoes_to_empty_and_back),
		cmocka_unit_test(test_tells_what_it_took_back),
		cmocka_unit_test(test_random_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
