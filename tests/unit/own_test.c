/* SPDX-License-Identifier: MIT */
/*
 * A person's own plan for hard moments: written and read again it is the same, whatever is in it; every mistake of a file is
 * told, and nothing of it is taken then.
 */
#include "yaml/support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "bad_kit.h"
#include "support.h"

#define FORMAT "format: taper-support/1\n"

static bool read_plan(const char *path, void *into, struct problems *problems, struct err *err)
{
	return support_own_read(path, into, problems, err);
}

static bool read_text(const char *text, struct own_plan *plan, struct str *found)
{
	return bad_kit_text(text, read_plan, plan, found);
}

static void put(struct own_plan *plan, enum own_part part, const char *head, const char *detail,
		const char *text)
{
	struct own_entry entry = {.part = part};
	struct err err;

	assert_true(str_copy(entry.head, sizeof(entry.head), head));
	assert_true(str_copy(entry.detail, sizeof(entry.detail), detail));
	assert_true(str_copy(entry.text, sizeof(entry.text), text));
	if (!own_plan_add(plan, &entry, &err))
		fail_msg("%s", err.msg);
}

/* Every part, and texts that a careless writer of YAML would lose. */
static struct own_plan full_plan(void)
{
	struct own_plan plan = OWN_PLAN_INIT;

	put(&plan, OWN_GOAL, "", "600 EUR", "a bicycle");
	put(&plan, OWN_REASON, "", "", "yes");
	put(&plan, OWN_REASON, "", "", "- my mornings: \"back\" # again");
	put(&plan, OWN_REASON, "", "", "{a: [b]}");
	put(&plan, OWN_PERSON, "Ana", "+49 170 1234567", "any time");
	put(&plan, OWN_PERSON, "Bo", "", "");
	put(&plan, OWN_CLINICIAN, "Dr Weiß", "", "Tuesdays");
	put(&plan, OWN_SIGN, "", "", "skipping breakfast");
	put(&plan, OWN_IF_THEN, "stress", "a call went badly", "walk");
	put(&plan, OWN_IF_THEN, "tired", "", "lie down");
	put(&plan, OWN_AVOID, "", "", "the shop at the corner");
	put(&plan, OWN_AFTER, "", "", "call Ana");
	put(&plan, OWN_REWARD, "30 days", "", "a day at the sea");
	put(&plan, OWN_BREATHING, "", "", "box");
	return plan;
}

static void assert_same(const struct own_plan *a, const struct own_plan *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		assert_int_equal(a->entries[i].part, b->entries[i].part);
		assert_string_equal(a->entries[i].head, b->entries[i].head);
		assert_string_equal(a->entries[i].detail, b->entries[i].detail);
		assert_string_equal(a->entries[i].text, b->entries[i].text);
	}
}

static void written_and_read_again_it_is_the_same(void **state)
{
	struct own_plan plan = full_plan(), read = OWN_PLAN_INIT;
	struct str text = STR_INIT, again = STR_INIT, found = STR_INIT;

	(void)state;
	support_own_write(&plan, &text);
	assert_true(read_text(text.data, &read, &found));
	assert_string_equal(found.data, "");
	assert_same(&plan, &read);
	support_own_write(&read, &again);
	assert_string_equal(text.data, again.data);
	own_plan_free(&plan);
	own_plan_free(&read);
	str_free(&text);
	str_free(&again);
}

static void what_could_harm_a_terminal_is_not_written(void **state)
{
	struct own_plan plan = OWN_PLAN_INIT, read = OWN_PLAN_INIT;
	struct str text = STR_INIT, found = STR_INIT;

	(void)state;
	put(&plan, OWN_REASON, "", "", "  one\033[2Jtwo\n ");
	support_own_write(&plan, &text);
	assert_null(strchr(text.data, '\033'));
	assert_true(read_text(text.data, &read, &found));
	assert_string_equal(own_plan_entry(&read, OWN_REASON, 0)->text, "one?[2Jtwo");
	own_plan_free(&plan);
	own_plan_free(&read);
	str_free(&text);
}

/* Bytes of any kind, many of them ones that YAML or UTF-8 makes something of. */
static void random_text(struct random *random, char *buf, size_t size)
{
	static const char odd[] = " \"\\':#-{}[],&*!|>%@`\t\n\r\033\177\200\377\303\251";
	size_t len = (size_t)random_between(random, 1, (int64_t)size - 1);

	for (size_t i = 0; i < len; i++) {
		if (random_once_in(random, 2))
			buf[i] = odd[random_between(random, 0, (int64_t)sizeof(odd) - 2)];
		else
			buf[i] = (char)random_between(random, 1, 255);
	}
	buf[len] = '\0';
}

static void any_text_that_is_taken_is_read_back(void **state)
{
	struct random random = random_seeded("own", 20261121);
	size_t taken = 0;

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct own_plan plan = OWN_PLAN_INIT, read = OWN_PLAN_INIT;
		struct own_entry entry = {.part = OWN_IF_THEN};
		struct str text = STR_INIT, found = STR_INIT;
		struct err err;

		random_text(&random, entry.head, sizeof(entry.head));
		random_text(&random, entry.detail, sizeof(entry.detail));
		random_text(&random, entry.text, sizeof(entry.text));
		if (own_plan_add(&plan, &entry, &err)) {
			support_own_write(&plan, &text);
			if (!read_text(text.data, &read, &found))
				fail_msg("%s", found.data);
			assert_same(&plan, &read);
			taken++;
		}
		own_plan_free(&plan);
		own_plan_free(&read);
		str_free(&text);
		str_free(&found);
	}
	assert_true(taken > 50);
}

static void blanks_alone_are_nothing(void **state)
{
	struct own_entry entry = {.part = OWN_REASON, .text = " \t\n "};
	struct own_plan plan = OWN_PLAN_INIT;
	struct err err;

	(void)state;
	assert_false(own_plan_add(&plan, &entry, &err));
	assert_int_equal(plan.count, 0);
}

static void entries_stand_in_the_order_of_the_parts(void **state)
{
	struct own_plan plan = full_plan();

	(void)state;
	for (size_t i = 1; i < plan.count; i++)
		assert_true(plan.entries[i - 1].part <= plan.entries[i].part);
	assert_string_equal(own_plan_entry(&plan, OWN_REASON, 0)->text, "yes");
	assert_int_equal(own_plan_count(&plan, OWN_REASON), 3);
	assert_null(own_plan_entry(&plan, OWN_REASON, 3));
	own_plan_free(&plan);
}

static void there_is_one_goal_and_the_new_one_takes_its_place(void **state)
{
	struct own_plan plan = full_plan();
	size_t before = plan.count;

	(void)state;
	put(&plan, OWN_GOAL, "", "", "a boat");
	assert_int_equal(plan.count, before);
	assert_string_equal(own_plan_entry(&plan, OWN_GOAL, 0)->text, "a boat");
	own_plan_free(&plan);
}

static void an_entry_is_removed_by_its_number(void **state)
{
	struct own_plan plan = full_plan();
	struct own_entry removed;
	struct err err;

	(void)state;
	assert_true(own_plan_remove(&plan, OWN_REASON, 2, &removed, &err));
	assert_string_equal(removed.text, "- my mornings: \"back\" # again");
	assert_string_equal(own_plan_entry(&plan, OWN_REASON, 1)->text, "{a: [b]}");
	assert_false(own_plan_remove(&plan, OWN_REASON, 3, &removed, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	assert_false(own_plan_remove(&plan, OWN_REASON, 0, &removed, &err));
	own_plan_free(&plan);
}

static void what_is_missing_twice_or_too_much_is_refused(void **state)
{
	struct own_plan plan = full_plan();
	struct own_entry entry = {.part = OWN_PERSON};
	struct err err;

	(void)state;
	assert_false(own_plan_add(&plan, &entry, &err));
	assert_string_equal(err.msg, "'person' needs NAME [NUMBER] [NOTE]");
	entry = (struct own_entry){.part = OWN_REASON, .text = "yes"};
	assert_false(own_plan_add(&plan, &entry, &err));
	assert_string_equal(err.msg, "that reason is there already");
	entry = (struct own_entry){.part = OWN_BREATHING, .text = "deep"};
	assert_false(own_plan_add(&plan, &entry, &err));
	for (int i = 3; i < OWN_PART_MAX; i++) {
		entry = (struct own_entry){.part = OWN_REASON};
		snprintf(entry.text, sizeof(entry.text), "reason %d", i);
		assert_true(own_plan_add(&plan, &entry, &err));
	}
	snprintf(entry.text, sizeof(entry.text), "one too many");
	assert_false(own_plan_add(&plan, &entry, &err));
	own_plan_free(&plan);
}

static void no_file_is_an_empty_plan(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	struct own_plan plan = {.count = 9};
	struct err err = {.code = ERR_NONE};

	(void)state;
	assert_true(support_own_read("tests/no/such/support.yaml", &plan, &problems, &err));
	assert_int_equal(plan.count, 0);
	assert_int_equal(err.code, ERR_NONE);
}

static const struct {
	const char *text, *found;
} bads[] = {
	{"", "1:1: the file is empty\n"},
	{"format: taper-plan/1\n", "1:9: 'format' is 'taper-plan/1'; taper-support/1 is wanted\n"},
	{FORMAT "peeple: []\nreasons: sleep\nbreathing: deep\n",
	 "2:1: unknown key 'peeple'; did you mean 'people'?\n"
	 "3:10: 'reasons' is text; a list is wanted\n"
	 "4:12: 'breathing' is 'deep'; allowed are: sighing, box, none\n"},
	{FORMAT "people:\n  - {name: Bo, numbr: 12}\n  - {number: 12}\nplans: [{tag: a}]\n",
	 "3:16: unknown key 'numbr'; did you mean 'number'?\n"
	 "4:5: 'name' is missing\n"
	 "5:9: 'then' is missing\n"},
	{FORMAT "reasons: [a, b, a, ' ']\n",
	 "2:17: that reason is there already\n2:20: there is nothing but blanks\n"},
	{FORMAT "goal: {cost: 3}\n", "2:7: 'for' is missing\n"},
	{FORMAT "signs: [\"\\e[2J\"]\n", "2:9: a text with a control character in it\n"},
};

static void every_mistake_is_told_and_nothing_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bads) / sizeof(bads[0]); i++) {
		struct own_plan plan = {.count = 7};
		struct str found = STR_INIT;

		assert_false(read_text(bads[i].text, &plan, &found));
		assert_string_equal(found.data, bads[i].found);
		assert_int_equal(plan.count, 7);
		str_free(&found);
	}
}

static void is_at(const struct own_plan *plan, enum own_part part, size_t number, const char *text)
{
	const struct own_entry *entry = own_plan_entry(plan, part, number - 1);

	assert_non_null(entry);
	assert_string_equal(entry->text, text);
}

static void an_entry_is_put_at_its_place_and_in_the_place_of_another(void **state)
{
	struct own_plan plan = OWN_PLAN_INIT;
	struct own_entry entry = {.part = OWN_REASON, .text = "between"}, removed;
	struct err err;

	(void)state;
	put(&plan, OWN_PERSON, "Anna", "", "");
	put(&plan, OWN_REASON, "", "", "first");
	put(&plan, OWN_REASON, "", "", "last");
	put(&plan, OWN_SIGN, "", "", "a sign");
	assert_true(own_plan_insert(&plan, 2, &entry, &err));
	is_at(&plan, OWN_REASON, 1, "first");
	is_at(&plan, OWN_REASON, 2, "between");
	is_at(&plan, OWN_REASON, 3, "last");
	is_at(&plan, OWN_SIGN, 1, "a sign");
	assert_true(own_plan_remove(&plan, OWN_REASON, 1, &removed, &err));
	assert_true(own_plan_insert(&plan, 1, &removed, &err));
	is_at(&plan, OWN_REASON, 1, "first");
	assert_true(str_copy(entry.text, sizeof(entry.text), "new"));
	assert_true(own_plan_replace(&plan, 2, &entry, &err));
	is_at(&plan, OWN_REASON, 2, "new");
	assert_int_equal(own_plan_count(&plan, OWN_REASON), 3);
	assert_true(own_plan_replace(&plan, 2, &entry, &err));
	assert_false(own_plan_replace(&plan, 4, &entry, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	assert_true(str_copy(entry.text, sizeof(entry.text), "last"));
	assert_false(own_plan_replace(&plan, 2, &entry, &err));
	assert_int_equal(err.code, ERR_INVALID);
	is_at(&plan, OWN_REASON, 2, "new");
	own_plan_free(&plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_is_put_at_its_place_and_in_the_place_of_another),
		cmocka_unit_test(written_and_read_again_it_is_the_same),
		cmocka_unit_test(what_could_harm_a_terminal_is_not_written),
		cmocka_unit_test(any_text_that_is_taken_is_read_back),
		cmocka_unit_test(blanks_alone_are_nothing),
		cmocka_unit_test(entries_stand_in_the_order_of_the_parts),
		cmocka_unit_test(there_is_one_goal_and_the_new_one_takes_its_place),
		cmocka_unit_test(an_entry_is_removed_by_its_number),
		cmocka_unit_test(what_is_missing_twice_or_too_much_is_refused),
		cmocka_unit_test(no_file_is_an_empty_plan),
		cmocka_unit_test(every_mistake_is_told_and_nothing_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
