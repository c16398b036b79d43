/* SPDX-License-Identifier: MIT */
/*
 * The manual page of plan files against the program: its keys are the keys that are read, its examples are good, and the
 * days it prints are the days the plan gives.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "engine/schedule.h"
#include "file_kit.h"
#include "yaml/planfile.h"

#define PAGE "data/man/taper-plan.5"
#define PROBE "qqqqqq"
#define ALLOWED "allowed are: "

enum { KEY_SIZE = 32, KEYS_MAX = 24 };

struct keys {
	char items[KEYS_MAX][KEY_SIZE];
	size_t count;
};

/* A group of keys: its part of the page, and a file in which a key that nobody knows stands in this group. */
struct group {
	const char *title;
	const char
		*within; /* what an example in it is the value of; NULL: it is a key of the file */
	const char *probe;
};

static const struct group groups[] = {
	{"The file", NULL, PROBE ": 1\n"},
	{"A dose", "doses", "- {name: noon, " PROBE ": 1}\n"},
	{"A phase", "phases", "- {stay: 7, " PROBE ": 1}\n"},
	{"The curve", "phases",
	 "- {curve: {half: 50 %, steps: 5, cap: 10 %, " PROBE ": 1}, every: 7, until: 2 g}\n"},
	{"A level", "phases", "- levels:\n    - {amount: 2 g, days: 7, " PROBE ": 1}\n"},
};

enum { GROUP_COUNT = sizeof(groups) / sizeof(groups[0]) };

/* A good plan, to which an example of one key is put in place of its own. */
static const struct {
	const char *key, *text;
} base[] = {
	{"format", "format: taper-plan/1\n"},
	{"name", "name: base\n"},
	{"title", "title: Base\n"},
	{"unit", "unit: g\n"},
	{"measure", "measure: 0.1 g\n"},
	{"doses", "doses: [{name: morning}, {name: midday}, {name: evening}, {name: night}]\n"},
	{"phases", "phases: [{cut: 5 %, every: 7, until: 2 g}]\n"},
};

/* Past the end of the line that begins with all of what, at or after text; NULL for none. */
static const char *after_line(const char *text, const char *what)
{
	size_t len = strlen(what);

	while (*text != '\0') {
		bool found = strncmp(text, what, len) == 0;

		text += strcspn(text, "\n");
		text += *text == '\n' ? 1 : 0;
		if (found)
			return text;
	}
	return NULL;
}

/* What the reader sees of a display: "\-" is a hyphen. No other escape may stand in one that is taken for a file. */
static void add_shown(const char *from, const char *end, struct str *out)
{
	for (; from < end; from++) {
		if (*from == '\\') {
			assert_int_equal(from[1], '-');
			from++;
		}
		str_add_char(out, *from);
	}
}

/* The next display from *at on, as it is shown; *at is moved behind it. False where there is none before end. */
static bool next_display(const char **at, const char *end, struct str *out)
{
	const char *from = after_line(*at, ".Bd -literal");
	const char *close;

	str_reset(out);
	if (from == NULL || from >= end)
		return false;
	*at = after_line(from, ".Ed");
	assert_non_null(*at);
	close = *at - strlen(".Ed\n");
	add_shown(from, close, out);
	return true;
}

static bool parses(const struct str *text, struct plan *plan, struct str *told)
{
	struct problems problems = PROBLEMS_INIT;
	struct err err = {.code = ERR_NONE};
	bool good = planfile_parse(text->data, text->len, plan, &problems, &err);

	str_reset(told);
	for (size_t i = 0; i < problems.count; i++)
		str_addf(told, "%s\n", problems.items[i].text);
	problems_free(&problems);
	return good;
}

/* The base plan with text in place of what it has for key; with text behind it where it has nothing. */
static void compose(const char *key, const char *text, struct str *out)
{
	str_reset(out);
	for (size_t i = 0; i < sizeof(base) / sizeof(base[0]); i++) {
		if (strcmp(base[i].key, key) != 0)
			str_add(out, base[i].text);
	}
	str_add(out, text);
}

static void compose_in(const struct group *group, const char *key, const char *text,
		       struct str *out)
{
	struct str whole = STR_INIT;

	if (group->within != NULL)
		str_addf(&whole, "%s:\n", group->within);
	str_add(&whole, text);
	compose(group->within != NULL ? group->within : key, whole.data, out);
	str_free(&whole);
}

static void keep_key(struct keys *keys, const char *from, size_t len)
{
	assert_true(len > 0 && len < KEY_SIZE && keys->count < KEYS_MAX);
	memcpy(keys->items[keys->count], from, len);
	keys->items[keys->count++][len] = '\0';
}

/* The keys that the message about an unknown one names. */
static void allowed_keys(const struct group *group, struct keys *keys)
{
	struct plan plan = PLAN_INIT;
	struct str file = STR_INIT, told = STR_INIT;
	const char *at;

	keys->count = 0;
	compose_in(group, PROBE, group->probe, &file);
	assert_false(parses(&file, &plan, &told));
	assert_non_null(strstr(told.data, "unknown key '" PROBE "'"));
	at = strstr(told.data, ALLOWED);
	assert_non_null(at);
	for (at += strlen(ALLOWED); *at != '\n'; at += strspn(at, ", ")) {
		keep_key(keys, at, strcspn(at, ",\n"));
		at += strcspn(at, ",\n");
	}
	str_free(&file);
	str_free(&told);
}

/* The part of the page about a group. */
static const char *part_of(const struct str *page, const struct group *group, const char **end)
{
	char head[64];
	const char *from, *section, *part;

	snprintf(head, sizeof(head), ".Ss %s\n", group->title);
	from = after_line(page->data, head);
	assert_non_null(from);
	section = strstr(from, "\n.Sh ");
	part = strstr(from, "\n.Ss ");
	assert_non_null(section);
	*end = part != NULL && part < section ? part : section;
	return from;
}

/* The keys that the page names in a part. */
static void page_keys(const char *from, const char *end, struct keys *keys)
{
	static const char item[] = ".It Ic ";

	keys->count = 0;
	for (const char *at = strstr(from, item); at != NULL && at < end; at = strstr(at, item)) {
		at += sizeof(item) - 1;
		keep_key(keys, at, strcspn(at, "\n"));
	}
}

static bool has_key(const struct keys *keys, const char *key)
{
	for (size_t i = 0; i < keys->count; i++) {
		if (strcmp(keys->items[i], key) == 0)
			return true;
	}
	return false;
}

static void page_names_the_keys_that_are_read(void **state)
{
	struct str page = kit_bytes(PAGE);
	struct keys allowed, named;
	const char *from, *end;

	(void)state;
	for (size_t g = 0; g < GROUP_COUNT; g++) {
		allowed_keys(&groups[g], &allowed);
		assert_true(allowed.count >= 3);
		from = part_of(&page, &groups[g], &end);
		page_keys(from, end, &named);
		for (size_t i = 0; i < allowed.count; i++) {
			if (!has_key(&named, allowed.items[i]))
				fail_msg("'%s' of '%s' is not in the page", allowed.items[i],
					 groups[g].title);
		}
		for (size_t i = 0; i < named.count; i++) {
			if (!has_key(&allowed, named.items[i]))
				fail_msg("'%s' of '%s' is no key", named.items[i], groups[g].title);
		}
		assert_int_equal(named.count, allowed.count);
	}
	str_free(&page);
}

/* Where "key:" stands in the text as a word of its own. */
static const char *find_key(const char *text, const char *key)
{
	size_t len = strlen(key);

	for (const char *at = strstr(text, key); at != NULL; at = strstr(at + 1, key)) {
		if (at[len] == ':' && (at == text || strchr(" {\n", at[-1]) != NULL))
			return at;
	}
	return NULL;
}

/* The example with the key is good, and with the key misspelt it is not. */
static void check_example(const struct group *group, const char *key, const struct str *example)
{
	struct plan plan = PLAN_INIT;
	struct str file = STR_INIT, told = STR_INIT, wrong = STR_INIT, expected = STR_INIT;
	const char *at = find_key(example->data, key);

	if (at == NULL)
		fail_msg("the example of '%s' in '%s' does not have it", key, group->title);
	compose_in(group, key, example->data, &file);
	if (!parses(&file, &plan, &told))
		fail_msg("the example of '%s' in '%s': %s", key, group->title, told.data);
	plan_free(&plan);

	str_add_bytes(&wrong, example->data, (size_t)(at - example->data));
	str_addf(&wrong, "%szz%s", key, at + strlen(key));
	str_addf(&expected, "unknown key '%szz'", key);
	compose_in(group, key, wrong.data, &file);
	assert_false(parses(&file, &plan, &told));
	if (strstr(told.data, expected.data) == NULL)
		fail_msg("'%szz' in '%s': %s", key, group->title, told.data);
	str_free(&file);
	str_free(&told);
	str_free(&wrong);
	str_free(&expected);
}

static void each_key_has_an_example_that_reads(void **state)
{
	struct str page = kit_bytes(PAGE), example = STR_INIT;
	struct keys named;
	char item[KEY_SIZE + 16];
	const char *from, *end, *at;

	(void)state;
	for (size_t g = 0; g < GROUP_COUNT; g++) {
		from = part_of(&page, &groups[g], &end);
		page_keys(from, end, &named);
		for (size_t i = 0; i < named.count; i++) {
			const char *next;

			snprintf(item, sizeof(item), ".It Ic %s\n", named.items[i]);
			at = after_line(from, item);
			assert_non_null(at);
			next = strstr(at, "\n.It ");
			if (!next_display(&at, next != NULL && next < end ? next : end, &example))
				fail_msg("'%s' of '%s' has no example", named.items[i],
					 groups[g].title);
			check_example(&groups[g], named.items[i], &example);
		}
	}
	str_free(&page);
	str_free(&example);
}

/* The whole plan files in the page, the first of them kept in *first. */
static size_t read_whole_files(const struct str *page, struct plan *first)
{
	static const char begin[] = "format: taper-plan/1\n";
	struct str text = STR_INIT, told = STR_INIT;
	const char *at = after_line(page->data, ".Sh EXAMPLES");
	const char *end = page->data + page->len;
	size_t count = 0;

	assert_non_null(at);
	while (next_display(&at, end, &text)) {
		struct plan plan = PLAN_INIT;
		struct err err;

		if (strncmp(text.data, begin, sizeof(begin) - 1) != 0)
			continue;
		if (!parses(&text, &plan, &told))
			fail_msg("%s\n%s", text.data, told.data);
		assert_true(plan_valid(&plan, &err));
		if (count++ == 0)
			plan_move(first, &plan);
		plan_free(&plan);
	}
	str_free(&text);
	str_free(&told);
	return count;
}

static void whole_files_are_plans(void **state)
{
	struct str page = kit_bytes(PAGE);
	struct plan first = PLAN_INIT;

	(void)state;
	assert_int_equal(read_whole_files(&page, &first), 2);
	plan_free(&first);
	str_free(&page);
}

/* The rows of the page's table, as the schedule has them. */
static void add_rows(const struct schedule *schedule, size_t count, struct str *out)
{
	char ideal[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE], dose[AMOUNT_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct step *step = &schedule->steps[i];
		const struct level *level = schedule_at(schedule, step->first);

		assert_non_null(level);
		str_addf(out, "%3d  %9s  %6s ",
			 day_between(schedule_first_day(schedule), step->first) + 1,
			 amount_text(step->ideal, ideal), amount_text(step->target, target));
		for (size_t k = 0; k < schedule->slot_count; k++)
			str_addf(out, " %s",
				 amount_fixed(schedule_doses(schedule, level)[k], 1, dose));
		str_add_char(out, '\n');
	}
}

static void days_of_the_page_are_those_of_its_plan(void **state)
{
	static const char head[] = "day  unrounded   a day  doses\n";
	struct str page = kit_bytes(PAGE), shown = STR_INIT, expected = STR_INIT;
	struct plan plan = PLAN_INIT;
	struct schedule schedule;
	struct amount from = {.nano = 20 * AMOUNT_UNIT};
	struct err err;
	const char *at, *end;

	(void)state;
	assert_true(read_whole_files(&page, &plan) > 0);
	assert_true(schedule_build(&plan, from, (struct day){.n = 0}, FACTOR_ONE, &schedule, &err));
	at = after_line(page.data, ".Ss The amount of a day");
	assert_non_null(at);
	end = strstr(at, "\n.Ss ");
	assert_non_null(end);
	assert_true(next_display(&at, end, &shown));
	str_add(&expected, head);
	add_rows(&schedule, 5, &expected);
	assert_string_equal(shown.data, expected.data);
	schedule_free(&schedule);
	plan_free(&plan);
	str_free(&page);
	str_free(&shown);
	str_free(&expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_names_the_keys_that_are_read),
		cmocka_unit_test(each_key_has_an_example_that_reads),
		cmocka_unit_test(whole_files_are_plans),
		cmocka_unit_test(days_of_the_page_are_those_of_its_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
