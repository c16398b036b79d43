/* SPDX-License-Identifier: MIT */
/*
 * The safety questions and the self-check: the shipped files hold what they must, answers survive being written, every
 * gate closes, and files with mistakes are told of.
 */
#include "yaml/safety.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "bad_kit.h"
#include "reading_kit.h"
#include "yaml/content.h"

static void read_book(struct safety_book *book)
{
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	assert_true(safety_book_read("data/safety.yaml", book, &problems, &err));
	problems_free(&problems);
}

static void read_selfcheck(struct selfcheck_book *book)
{
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	assert_true(selfcheck_book_read("data/self-check.yaml", book, &problems, &err));
	problems_free(&problems);
}

static void every_source_is_known(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	struct sources sources;
	struct safety_book book;
	struct selfcheck_book check;
	struct err err;

	(void)state;
	read_book(&book);
	read_selfcheck(&check);
	assert_true(sources_read("data/sources.yaml", &sources, &problems, &err));
	for (size_t i = 0; i < book.count; i++) {
		const struct safety_question *question = &book.questions[i];

		/* What claims nothing says that it is taper's own. */
		if (question->source_count == 0)
			assert_non_null(strstr(question->why, "taper's own"));
		for (size_t k = 0; k < question->source_count; k++)
			assert_non_null(sources_find(&sources, question->sources[k]));
	}
	assert_true(check.source_count > 0);
	for (size_t k = 0; k < check.source_count; k++)
		assert_non_null(sources_find(&sources, check.sources[k]));
	sources_free(&sources);
}

static void the_gates_are_as_the_product_says(void **state)
{
	static const struct {
		const char *id;
		enum safety_gate gate;
	} wanted[] = {
		{"under-18", SAFETY_STOP},  {"jaundice", SAFETY_STOP},
		{"suicidal", SAFETY_STOP},  {"pregnant", SAFETY_ASK},
		{"opioids", SAFETY_ASK},    {"alcohol-benzos", SAFETY_ASK},
		{"seizures", SAFETY_ASK},   {"extract", SAFETY_ASK},
		{"heart", SAFETY_NOTE},     {"liver", SAFETY_NOTE},
		{"medicines", SAFETY_NOTE}, {"naltrexone", SAFETY_NOTE},
		{"high-dose", SAFETY_NOTE}, {"surgery", SAFETY_NOTE},
	};
	struct safety_book book;
	size_t stops = 0;

	(void)state;
	read_book(&book);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		size_t at = safety_find(&book, wanted[i].id);

		assert_true(at < book.count);
		assert_int_equal(book.questions[at].gate, wanted[i].gate);
	}
	for (size_t i = 0; i < book.count; i++)
		stops += book.questions[i].gate == SAFETY_STOP;
	assert_int_equal(stops, 3);
}

static struct safety_answers all_no(const struct safety_book *book)
{
	struct safety_answers answers = {.product = "leaf", .unit = UNIT_GRAM};

	for (size_t i = 0; i < book->count; i++)
		answers.asked[i] = true;
	return answers;
}

static const struct safety_now now = {
	.answered = {20000},
	.today = {20010},
	.product = "leaf",
	.unit = UNIT_GRAM,
	.plan_unit = UNIT_GRAM,
};

static void each_yes_alone_does_what_its_gate_says(void **state)
{
	struct safety_book book;
	size_t question;

	(void)state;
	read_book(&book);
	for (size_t i = 0; i < book.count; i++) {
		struct safety_answers answers = all_no(&book);
		enum safety_stand alone, agreed;

		answers.yes[i] = true;
		alone = safety_stand(&book, &answers, now, &question);
		if (book.questions[i].gate != SAFETY_NOTE)
			assert_int_equal(question, i);
		answers.agrees = true;
		agreed = safety_stand(&book, &answers, now, &question);
		switch (book.questions[i].gate) {
		case SAFETY_STOP:
			assert_int_equal(alone, SAFETY_STOPPED);
			assert_int_equal(agreed, SAFETY_STOPPED);
			break;
		case SAFETY_ASK:
			assert_int_equal(alone, SAFETY_CLINICIAN);
			assert_int_equal(agreed, SAFETY_FREE);
			break;
		case SAFETY_NOTE:
		case SAFETY_GATE_COUNT:
			assert_int_equal(alone, SAFETY_FREE);
			assert_int_equal(agreed, SAFETY_FREE);
			break;
		}
	}
}

static void they_come_again(void **state)
{
	struct safety_now later = now;
	struct safety_answers answers;
	struct safety_book book;
	size_t question;

	(void)state;
	read_book(&book);
	answers = all_no(&book);
	assert_int_equal(safety_stand(&book, NULL, now, &question), SAFETY_UNASKED);
	assert_int_equal(safety_stand(&book, &answers, now, &question), SAFETY_FREE);
	later.today.n = now.answered.n + SAFETY_YEAR;
	assert_int_equal(safety_stand(&book, &answers, later, &question), SAFETY_FREE);
	later.today.n++;
	assert_int_equal(safety_stand(&book, &answers, later, &question), SAFETY_OLD);
	later = now;
	later.product = "shots";
	assert_int_equal(safety_stand(&book, &answers, later, &question), SAFETY_CHANGED);
	later = now;
	later.unit = UNIT_CAPSULE;
	assert_int_equal(safety_stand(&book, &answers, later, &question), SAFETY_CHANGED);
	answers.asked[safety_find(&book, "pregnant")] = false;
	assert_int_equal(safety_stand(&book, &answers, now, &question), SAFETY_CHANGED);
	answers = all_no(&book);
	answers.asked[safety_find(&book, "heart")] = false;
	assert_int_equal(safety_stand(&book, &answers, now, &question), SAFETY_FREE);
}

static void a_stop_outlasts_everything(void **state)
{
	struct safety_now later = now;
	struct safety_answers answers;
	struct safety_book book;
	size_t question;

	(void)state;
	read_book(&book);
	answers = all_no(&book);
	answers.yes[safety_find(&book, "suicidal")] = true;
	answers.agrees = true;
	later.today.n += 2 * SAFETY_YEAR;
	later.product = "other";
	assert_int_equal(safety_stand(&book, &answers, later, &question), SAFETY_STOPPED);
}

static void a_plan_in_other_units_needs_a_clinician(void **state)
{
	static const enum unit units[] = {UNIT_ML, UNIT_TABLET, UNIT_MG};
	struct safety_answers answers;
	struct safety_book book;
	size_t question;

	(void)state;
	read_book(&book);
	answers = all_no(&book);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct safety_now other = now;

		other.plan_unit = units[i];
		answers.agrees = false;
		assert_int_equal(safety_stand(&book, &answers, other, &question), SAFETY_CLINICIAN);
		assert_int_equal(question, book.count);
		answers.agrees = true;
		assert_int_equal(safety_stand(&book, &answers, other, &question), SAFETY_FREE);
	}
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct safety_now usual = now;

		usual.unit = answers.unit = units[i];
		answers.agrees = false;
		assert_int_equal(safety_stand(&book, &answers, usual, &question), SAFETY_CLINICIAN);
	}
	assert_false(safety_unit_asks(UNIT_GRAM) || safety_unit_asks(UNIT_CAPSULE));
}

static void answers_come_back_as_written(void **state)
{
	struct safety_answers given, read;
	struct safety_book book;
	struct str text = STR_INIT;

	(void)state;
	read_book(&book);
	for (size_t yes = 0; yes < book.count; yes++) {
		given = all_no(&book);
		given.yes[yes] = true;
		given.asked[(yes + 1) % book.count] = false;
		given.agrees = yes % 2 == 0;
		snprintf(given.product, sizeof(given.product), "green leaf %zu", yes);
		str_reset(&text);
		safety_write(&book, &given, &text);
		safety_read(&book, text.data, &read);
		assert_memory_equal(read.yes, given.yes, sizeof(read.yes));
		assert_memory_equal(read.asked, given.asked, sizeof(read.asked));
		assert_int_equal(read.agrees, given.agrees);
		assert_string_equal(read.product, given.product);
		assert_int_equal(read.unit, given.unit);
	}
	str_free(&text);
}

static void lines_that_mean_nothing_are_passed_over(void **state)
{
	struct safety_answers read;
	struct safety_book book;

	(void)state;
	read_book(&book);
	safety_read(&book, "yes gone-question\n\nno\nnonsense\nmaybe pregnant\nyes heart", &read);
	for (size_t i = 0; i < book.count; i++) {
		bool heart = strcmp(book.questions[i].id, "heart") == 0;

		assert_int_equal(read.yes[i], heart);
		assert_int_equal(read.asked[i], heart);
	}
	assert_false(read.agrees);
}

static void a_mark_tells_one_file_from_another(void **state)
{
	char mark[SAFETY_MARK_SIZE], again[SAFETY_MARK_SIZE], other[SAFETY_MARK_SIZE];
	struct err err;

	(void)state;
	assert_true(safety_book_mark("data/safety.yaml", mark, &err));
	assert_true(safety_book_mark("data/safety.yaml", again, &err));
	assert_true(safety_book_mark("data/self-check.yaml", other, &err));
	assert_int_equal(strlen(mark), SAFETY_MARK_SIZE - 1);
	assert_string_equal(mark, again);
	assert_string_not_equal(mark, other);
	assert_false(safety_book_mark("data/no-such-file.yaml", other, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
}

static void answers_last_while_nothing_changes(void **state)
{
	const char *mark = "0123456789abcdef";
	struct safety_now later = now;
	struct safety_answers given, read;
	struct safety_book book, none = {.count = 0};
	struct str text = STR_INIT;

	(void)state;
	read_book(&book);
	given = all_no(&book);
	assert_false(safety_lasts(&given, now, mark) || safety_lasts(&given, now, ""));
	memcpy(given.mark, mark, sizeof(given.mark));
	given.yes[0] = true;
	safety_write(&book, &given, &text);
	safety_read(&none, text.data, &read);
	assert_true(read.any);
	assert_true(safety_lasts(&read, now, mark));
	assert_false(safety_lasts(&read, now, "0123456789abcdee"));
	later.today.n = now.answered.n + SAFETY_YEAR + 1;
	assert_false(safety_lasts(&read, later, mark));
	later = now;
	later.unit = UNIT_CAPSULE;
	assert_false(safety_lasts(&read, later, mark));
	later = now;
	later.product = "shots";
	assert_false(safety_lasts(&read, later, mark));
	safety_read(&none, "book 0123456789abcdef0123456789abcdef\nno heart", &read);
	assert_true(read.mark[0] == '\0' && !read.any);
	str_free(&text);
}

static void the_self_check_counts_and_says(void **state)
{
	static const struct {
		const char *answers;
		int yes;
		bool only_bodily;
		const char *says;
	} cases[] = {
		{"nnnnnnnnnnn", 0, false, "fewer than professionals look for"},
		{"ynnnnnnnnnn", 1, false, "fewer than professionals look for"},
		{"yynnnnnnnnn", 2, false, "a mild use disorder"},
		{"yynnnnnnnny", 3, false, "a mild use disorder"},
		{"yyyynnnnnnn", 4, false, "a moderate use disorder"},
		{"yyyyynnnnnn", 5, false, "a moderate use disorder"},
		{"yyyyyynnnnn", 6, false, "a severe use disorder"},
		{"Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y", 11, false, "a severe use disorder"},
		{"nnnnn nnnnyy", 2, true, "dependence is not the same"},
		{"nnnnnnnnnny", 1, true, "dependence is not the same"},
	};
	struct selfcheck_book book;
	bool yes[SELFCHECK_MAX];
	struct err err;

	(void)state;
	read_selfcheck(&book);
	assert_int_equal(book.count, 11);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct selfcheck_result result;

		assert_true(selfcheck_read(&book, cases[i].answers, yes, &err));
		result = selfcheck_of(&book, yes);
		assert_int_equal(result.yes, cases[i].yes);
		assert_int_equal(result.only_bodily, cases[i].only_bodily);
		assert_non_null(strstr(result.says, cases[i].says));
		if (result.yes > 1 && !result.only_bodily)
			assert_non_null(strstr(result.says, "If a professional confirmed these"));
	}
	assert_false(selfcheck_read(&book, "yyy", yes, &err));
	assert_false(selfcheck_read(&book, "nnnnnnnnnnnn", yes, &err));
	assert_false(selfcheck_read(&book, "nnnnnnnnnnx", yes, &err));
	assert_int_equal(err.code, ERR_USAGE);
}

/* What is not taken leaves the book alone. */
static bool read_safety(const char *path, void *into, struct problems *problems, struct err *err)
{
	struct safety_book book = {.count = 99};
	bool taken = safety_book_read(path, &book, problems, err);

	(void)into;
	assert_true(taken || book.count == 99);
	return taken;
}

static bool read_self(const char *path, void *into, struct problems *problems, struct err *err)
{
	struct selfcheck_book book = {.count = 99};
	bool taken = selfcheck_book_read(path, &book, problems, err);

	(void)into;
	assert_true(taken || book.count == 99);
	return taken;
}

static bool read_text(const char *text, bool safety, struct str *found)
{
	return bad_kit_text(text, safety ? read_safety : read_self, NULL, found);
}

#define QUESTION "  - {id: a, name: n, gate: stop, ask: q, why: w, whom: d}\n"
#define SAFETY "format: taper-safety/1\nconsent: [c]\nquestions:\n"
#define BANDS "bands: [{least: 0, most: 16, says: s}]\n"
#define SELF "format: taper-self-check/1\nintro: i\nbodily: b\nalways: a\nsources: [s]\n"

static const struct {
	const char *text;
	bool safety;
	const char *found;
} bads[] = {
	{"", true, "1:1: the file is empty\n"},
	{"format: taper-plan/1\n", true,
	 "1:9: 'format' is 'taper-plan/1'; taper-safety/1 is wanted\n"},
	{SAFETY QUESTION QUESTION, true, "5:5: a question with the id 'a' is there already\n"},
	{SAFETY "  - {id: a, name: n, gate: ban, ask: q, why: w, whom: d}\n", true,
	 "4:28: 'gate' is 'ban'; allowed are: stop, ask, note\n"},
	{SAFETY "  - {id: a b, name: n, gate: ask, ask: q, whom: d, wy: w}\n", true,
	 "4:10: 'a b' is not one short word; letters, digits, - and _ make one\n"
	 "4:52: unknown key 'wy'; did you mean 'why'?\n"},
	{SAFETY "  - {id: a, name: \"\\e[2J\", gate: ask, ask: q, why: w, whom: d}\n", true,
	 "4:19: a text with a control character in it\n"},
	{SELF BANDS "questions: [{id: a, ask: q, bodily: perhaps}]\n", false,
	 "7:37: 'bodily' is 'perhaps'; allowed are: no, yes, false, true\n"},
	{SELF "bands: [{least: 3, most: 2, says: s}]\nquestions: [{id: a, ask: q}]\n", false,
	 "6:9: 'most' is below 'least'\n"},
	{SELF "bands: [{least: x, most: 17, says: s}]\nquestions: [{id: a, ask: q}]\n", false,
	 "6:17: 'x' is not a whole number from 0 to 16\n6:26: 'most' is 17; 0 to 16 are allowed\n"},
};

static void mistakes_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bads) / sizeof(bads[0]); i++) {
		struct str found = STR_INIT;

		assert_false(read_text(bads[i].text, bads[i].safety, &found));
		assert_string_equal(found.data, bads[i].found);
		str_free(&found);
	}
}

static void the_least_files_are_read(void **state)
{
	struct str found = STR_INIT;

	(void)state;
	assert_true(read_text(SAFETY QUESTION, true, &found));
	assert_true(read_text(SELF BANDS "questions: [{id: a, ask: q}]\n", false, &found));
	assert_string_equal(found.data, "");
}

static void questions_are_easy_to_read(void **state)
{
	struct reading_ease ease = {0}, self = {0};
	struct safety_book book;
	struct selfcheck_book check;

	(void)state;
	read_book(&book);
	read_selfcheck(&check);
	for (size_t i = 0; i < book.count; i++) {
		reading_measure(book.questions[i].ask, &ease);
		reading_measure(book.questions[i].why, &ease);
		reading_measure(book.questions[i].whom, &ease);
	}
	for (size_t i = 0; i < check.count; i++)
		reading_measure(check.questions[i].ask, &self);
	assert_true(reading_grade(&ease) < 8.5);
	assert_true(reading_grade(&self) < 8.5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_source_is_known),
		cmocka_unit_test(questions_are_easy_to_read),
		cmocka_unit_test(the_gates_are_as_the_product_says),
		cmocka_unit_test(each_yes_alone_does_what_its_gate_says),
		cmocka_unit_test(they_come_again),
		cmocka_unit_test(a_stop_outlasts_everything),
		cmocka_unit_test(a_plan_in_other_units_needs_a_clinician),
		cmocka_unit_test(answers_come_back_as_written),
		cmocka_unit_test(lines_that_mean_nothing_are_passed_over),
		cmocka_unit_test(a_mark_tells_one_file_from_another),
		cmocka_unit_test(answers_last_while_nothing_changes),
		cmocka_unit_test(the_self_check_counts_and_says),
		cmocka_unit_test(mistakes_are_told),
		cmocka_unit_test(the_least_files_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
