/* SPDX-License-Identifier: MIT */
/*
 * Changes of the own plan as values: made, taken back and made again they lead to the same plan, in whatever order they came, also
 * through their text. And sums of money as typed.
 */
#include "engine/own_edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "engine/money.h"

enum { CHANGES = 400, ROUNDS = 20 };

static uint32_t next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % below;
}

static struct own_plan copy_of(const struct own_plan *plan)
{
	struct own_plan copy = OWN_PLAN_INIT;

	copy.entries = mem_grow(NULL, &copy.cap, plan->count + 1, sizeof(*copy.entries));
	if (plan->count > 0)
		memcpy(copy.entries, plan->entries, plan->count * sizeof(*copy.entries));
	copy.count = plan->count;
	return copy;
}

static void assert_same(const struct own_plan *a, const struct own_plan *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++)
		assert_true(own_entry_same(&a->entries[i], &b->entries[i]));
}

/* A change that may be refused: a part, a number, and texts from a few words. */
static struct own_edit any_edit(uint32_t *seed)
{
	static const char *const words[] = {"",         "walk", "the sea, again", "Gr\u00f6\u00dfe",
					    " blanks ", "box",  "none",           "600"};
	enum { WORDS = sizeof(words) / sizeof(words[0]) };
	struct own_edit edit = {.kind = (enum own_edit_kind)next(seed, OWN_EDIT_KINDS),
				.part = (enum own_part)next(seed, OWN_PART_COUNT),
				.number = next(seed, 4)};

	edit.after.part = edit.part;
	snprintf(edit.after.head, sizeof(edit.after.head), "%s", words[next(seed, WORDS)]);
	snprintf(edit.after.detail, sizeof(edit.after.detail), "%s", words[next(seed, WORDS)]);
	snprintf(edit.after.text, sizeof(edit.after.text), "%s", words[next(seed, WORDS)]);
	if (edit.kind == OWN_EDIT_REMOVE)
		edit.after = (struct own_entry){.part = edit.part};
	return edit;
}

static struct own_edit through_text(const struct own_edit *edit)
{
	struct str text = STR_INIT;
	struct own_edit read;

	own_edit_write(edit, &text);
	assert_true(text.len < 8000);
	if (!own_edit_read(text.data, &read))
		fail_msg("not read: %s", text.data);
	assert_int_equal(read.kind, edit->kind);
	assert_int_equal(read.number, edit->number);
	str_free(&text);
	return read;
}

static void back_and_again_is_the_same_plan(void **state)
{
	uint32_t seed = 20261121;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct own_plan plan = OWN_PLAN_INIT, states[CHANGES + 1];
		struct own_edit edits[CHANGES];
		size_t made = 0;
		struct err err;

		states[0] = copy_of(&plan);
		for (int i = 0; i < CHANGES; i++) {
			struct own_edit edit = any_edit(&seed);

			if (!own_edit_make(&edit, &plan, &err)) {
				assert_same(&plan, &states[made]);
				continue;
			}
			edits[made++] = through_text(&edit);
			states[made] = copy_of(&plan);
		}
		assert_true(made > CHANGES / 10);
		for (size_t i = made; i-- > 0;) {
			if (!own_edit_again(&edits[i], true, &plan, &err))
				fail_msg("round %d, change %zu: %s", round, i, err.msg);
			assert_same(&plan, &states[i]);
		}
		for (size_t i = 0; i < made; i++) {
			assert_true(own_edit_again(&edits[i], false, &plan, &err));
			assert_same(&plan, &states[i + 1]);
		}
		for (size_t i = 0; i <= made; i++)
			own_plan_free(&states[i]);
		own_plan_free(&plan);
	}
}

static void a_plan_that_is_another_one_is_left_alone(void **state)
{
	struct own_edit first = {.kind = OWN_EDIT_ADD,
				 .part = OWN_REASON,
				 .after = {.part = OWN_REASON, .text = "one"}};
	struct own_edit second = {.kind = OWN_EDIT_REPLACE,
				  .part = OWN_REASON,
				  .number = 1,
				  .after = {.part = OWN_REASON, .text = "two"}};
	struct own_plan plan = OWN_PLAN_INIT;
	struct err err;

	(void)state;
	assert_true(own_edit_make(&first, &plan, &err));
	assert_true(own_edit_make(&second, &plan, &err));
	assert_false(own_edit_again(&first, true, &plan, &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_string_equal(own_plan_entry(&plan, OWN_REASON, 0)->text, "two");
	first.number = 3;
	assert_false(own_edit_again(&first, false, &plan, &err));
	assert_int_equal(plan.count, 1);
	own_plan_free(&plan);
}

static void other_texts_are_no_change(void **state)
{
	static const char *const others[] = {"",
					     "add",
					     "add 1",
					     "add 0 reason\n",
					     "add 41 reason\n",
					     "add x reason\n",
					     "ad 1 reason\n",
					     "add 1 nothing\n",
					     "add 1 reason\nnonsense\n",
					     "add 1 reason\ntext-after",
					     "add 99999999999999999999 reason\n"};
	struct own_edit edit;

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(own_edit_read(others[i], &edit));
}

static void words_are_cut_between_letters(void **state)
{
	struct own_edit edit = {.kind = OWN_EDIT_ADD,
				.part = OWN_REASON,
				.after = {.part = OWN_REASON,
					  .text = "\xc3\xb6\xc3\xb6\xc3\xb6"
						  "\xc3\xb6"}};
	struct str words = STR_INIT;

	(void)state;
	own_edit_words(&edit, 120, &words);
	assert_string_equal(words.data, "add reason: \xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6");
	str_reset(&words);
	own_edit_words(&edit, 18, &words);
	assert_string_equal(words.data, "add reason: \xc3\xb6...");
	str_free(&words);
}

static void sums_of_money_are_read(void **state)
{
	static const struct {
		const char *text;
		int64_t milli;
		const char *currency;
	} good[] = {
		{"400", 400000, ""},
		{"600 EUR", 600000, "EUR"},
		{"$12.50", 12500, "$"},
		{"12,5 \xe2\x82\xac", 12500, "\xe2\x82\xac"},
		{"EUR 7", 7000, "EUR"},
		{"  0.05 ", 50, ""},
		{"999999999", 999999999000, ""},
	};
	static const char *const bad[] = {"",          "much",
					  "1.200",     "1,200.50",
					  "12 EUR 50", "-5",
					  "5-",        "EUR",
					  "5.",        ".5",
					  "1 2",       "5 EUR USD",
					  "$5 USD",    "5 dollars-and-cents",
					  "9999999999"};
	char currency[MONEY_CURRENCY_SIZE];
	int64_t milli;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		if (!money_read(good[i].text, &milli, currency, &err))
			fail_msg("%s", err.msg);
		assert_int_equal(milli, good[i].milli);
		assert_string_equal(currency, good[i].currency);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		milli = 7;
		if (money_read(bad[i], &milli, currency, &err))
			fail_msg("'%s' was read", bad[i]);
		assert_int_equal(err.code, ERR_INVALID);
		assert_int_equal(milli, 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(back_and_again_is_the_same_plan),
		cmocka_unit_test(a_plan_that_is_another_one_is_left_alone),
		cmocka_unit_test(other_texts_are_no_change),
		cmocka_unit_test(words_are_cut_between_letters),
		cmocka_unit_test(sums_of_money_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
