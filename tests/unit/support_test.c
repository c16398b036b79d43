/* SPDX-License-Identifier: MIT */
/*
 * The shipped help lines and the texts of Help now: what may be there, what must be there, and in which order. And a country found by
 * whatever a person types.
 */
#include "yaml/support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "file_kit.h"
#include "reading_kit.h"
#include "yaml/content.h"

#define LINES "data/support/lines.yaml"
#define HELP "data/support/help-now.yaml"

/* About eighth grade. */
#define GRADE_MOST 8.5

static struct help_lines lines;
static struct help_texts texts;
static struct sources sources;

static int read_all(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	struct err err;
	bool read = support_lines_read(LINES, &lines, &problems, &err) &&
		    support_help_read(HELP, &texts, &problems, &err) &&
		    sources_read("data/sources.yaml", &sources, &problems, &err);

	(void)state;
	if (!read)
		print_error("%s\n", err.msg);
	problems_free(&problems);
	return read ? 0 : 1;
}

static int free_all(void **state)
{
	(void)state;
	help_lines_free(&lines);
	help_texts_free(&texts);
	sources_free(&sources);
	return 0;
}

static void every_country_begins_with_its_emergency_number(void **state)
{
	static const struct {
		const char *code, *number;
	} known[] = {{"US", "911"}, {"CA", "911"}, {"GB", "999"},  {"IE", "112"}, {"AU", "000"},
		     {"NZ", "111"}, {"DE", "112"}, {"AT", "112"},  {"CH", "112"}, {"CZ", "112"},
		     {"PL", "112"}, {"NL", "112"}, {"TH", "1669"}, {"MY", "999"}, {"FR", "112"}};

	(void)state;
	for (size_t i = 0; i < lines.country_count; i++) {
		const struct help_country *country = &lines.countries[i];

		assert_int_equal(country->lines[0].kind, LINE_EMERGENCY);
		assert_true(country->lines[0].number[0] != '\0');
		for (size_t k = 1; k < country->line_count; k++)
			assert_int_not_equal(country->lines[k].kind, LINE_EMERGENCY);
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const struct help_country *country = help_country_find(&lines, known[i].code);

		assert_non_null(country);
		assert_string_equal(country->lines[0].number, known[i].number);
	}
}

/* However the file comes to be laid out, one country read alone is what the whole file says of it. */
static void one_country_is_read_as_among_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < lines.country_count; i++) {
		const struct help_country *whole = &lines.countries[i], *alone;
		struct problems problems = PROBLEMS_INIT;
		struct help_lines read;
		struct err err;

		assert_true(support_lines_read_of(LINES, whole->code, &read, &problems, &err));
		assert_int_equal(read.country_count, 1);
		alone = help_country_find(&read, whole->code);
		assert_non_null(alone);
		assert_string_equal(alone->also, whole->also);
		assert_int_equal(alone->line_count, whole->line_count);
		assert_memory_equal(alone->lines, whole->lines,
				    whole->line_count * sizeof(*whole->lines));
		help_lines_free(&read);
		problems_free(&problems);
	}
}

static void a_country_of_another_name_is_among_all(void **state)
{
	static const char *const typed[] = {"FR", "Germany", "de", "XX", "", "U"};

	(void)state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		struct problems problems = PROBLEMS_INIT;
		struct help_lines read;
		struct err err;

		assert_true(support_lines_read_of(LINES, typed[i], &read, &problems, &err));
		assert_int_equal(read.country_count, lines.country_count);
		assert_int_equal(read.group_count, lines.group_count);
		help_lines_free(&read);
	}
}

static void has_source(const char *where, const char *id)
{
	if (sources_find(&sources, id) == NULL)
		fail_msg("%s: no source '%s'", where, id);
}

static void every_source_exists(void **state)
{
	(void)state;
	for (size_t i = 0; i < lines.country_count; i++) {
		for (size_t k = 0; k < lines.countries[i].line_count; k++)
			has_source(lines.countries[i].lines[k].id,
				   lines.countries[i].lines[k].source);
	}
	for (size_t i = 0; i < lines.group_count; i++)
		has_source(lines.groups[i].id, lines.groups[i].source);
	for (size_t i = 0; i < texts.sign_count; i++)
		has_source(texts.signs[i].say, texts.signs[i].source);
	for (size_t i = 0; i < texts.overdose_count; i++)
		has_source(texts.overdose[i].say, texts.overdose[i].source);
	for (size_t i = 0; i < texts.caution_count; i++)
		has_source(texts.cautions[i].say, texts.cautions[i].source);
	for (size_t i = 0; i < texts.tool_count; i++)
		has_source(texts.tools[i].id, texts.tools[i].source);
}

/* True where the list of marks says that it was seen, and with no other mark. */
static bool was_seen(const char *marks, const char *prefix, const char *id)
{
	struct str start = STR_INIT;
	const char *found;
	bool seen = false;

	str_addf(&start, "\n%s%s ", prefix, id);
	found = strstr(marks, start.data);
	if (found != NULL) {
		const char *mark = found + start.len;
		size_t len = strcspn(mark, "\n");

		seen = len > 0 && strspn(mark, "VOct26,") == len && memchr(mark, 'R', len) == NULL;
	}
	str_free(&start);
	return seen;
}

static void nothing_is_shipped_that_was_not_seen(void **state)
{
	struct str marks = kit_bytes("tests/data/support/marks.txt");

	(void)state;
	for (size_t i = 0; i < lines.country_count; i++) {
		for (size_t k = 0; k < lines.countries[i].line_count; k++) {
			const char *id = lines.countries[i].lines[k].id;

			if (!was_seen(marks.data, "", id))
				fail_msg("%s has no mark", id);
		}
	}
	for (size_t i = 0; i < lines.group_count; i++) {
		if (!was_seen(marks.data, "group-", lines.groups[i].id))
			fail_msg("group %s has no mark", lines.groups[i].id);
	}
	str_free(&marks);
}

/* A line of the list that says so, and taper's own is called so. */
static void has_mark(const char *marks, const char *say, const char *source)
{
	static const char *const allowed[] = {"V ", "V2 ", "D "};
	bool own = strcmp(source, "taper") == 0, seen = false;

	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++) {
		struct str line = STR_INIT;

		str_addf(&line, "\n%s%s\n", allowed[i], say);
		seen = seen || (strstr(marks, line.data) != NULL && (i == 2) == own);
		str_free(&line);
	}
	if (!seen)
		fail_msg("'%s' (%s) has no mark", say, source);
}

static void help_now_says_nothing_that_was_only_recalled(void **state)
{
	struct str marks = kit_bytes("tests/data/support/sign-marks.txt");

	(void)state;
	for (size_t i = 0; i < texts.sign_count; i++)
		has_mark(marks.data, texts.signs[i].say, texts.signs[i].source);
	for (size_t i = 0; i < texts.overdose_count; i++)
		has_mark(marks.data, texts.overdose[i].say, texts.overdose[i].source);
	for (size_t i = 0; i < texts.caution_count; i++)
		has_mark(marks.data, texts.cautions[i].say, texts.cautions[i].source);
	str_free(&marks);
}

static void is_easy(const char *what, const struct reading_ease *ease)
{
	if (reading_grade(ease) > GRADE_MOST)
		fail_msg("%s: grade %.1f", what, reading_grade(ease));
}

static void help_now_is_easy_to_read(void **state)
{
	struct reading_ease signs = {0}, acts = {0}, lines_ease = {0};

	(void)state;
	for (size_t i = 0; i < texts.sign_count; i++)
		reading_measure(texts.signs[i].say, &signs);
	for (size_t i = 0; i < texts.overdose_count; i++)
		reading_measure(texts.overdose[i].say, &acts);
	for (size_t i = 0; i < texts.caution_count; i++)
		reading_measure(texts.cautions[i].say, &acts);
	for (size_t i = 0; i < lines.country_count; i++) {
		for (size_t k = 0; k < lines.countries[i].line_count; k++)
			reading_measure(lines.countries[i].lines[k].about, &lines_ease);
	}
	is_easy("signs", &signs);
	is_easy("what to do", &acts);
	is_easy("lines", &lines_ease);
	for (size_t i = 0; i < texts.tool_count; i++) {
		struct reading_ease tool = {0};

		reading_measure(texts.tools[i].about, &tool);
		for (size_t k = 0; k < texts.tools[i].step_count; k++)
			reading_measure(texts.tools[i].steps[k].say, &tool);
		is_easy(texts.tools[i].id, &tool);
	}
}

/* How many items of the list were looked for in the file; none of them may be there. */
static size_t look_through(const char *path, const char *out)
{
	struct str text = kit_bytes(path);
	size_t looked_for = 0;

	for (const char *at = out; *at != '\0';) {
		size_t len = strcspn(at, "\n");
		struct str item = STR_INIT;

		str_add_bytes(&item, at, len);
		if (len > 0 && at[0] != '#' && strstr(text.data, item.data) != NULL)
			fail_msg("%s has '%s'", path, item.data);
		looked_for += len > 0 && at[0] != '#';
		str_free(&item);
		at += len + (at[len] == '\n');
	}
	str_free(&text);
	return looked_for;
}

static void look_at_page(const char *folder, const char *name, void *context)
{
	const struct str *out = context;
	struct str path = STR_INIT;

	str_addf(&path, "%s/%s", folder, name);
	look_through(path.data, out->data);
	str_free(&path);
}

static void what_was_left_out_stays_out(void **state)
{
	struct str out = kit_bytes("tests/data/support/left-out.txt");

	(void)state;
	assert_true(look_through(LINES, out.data) > 25);
	look_through(HELP, out.data);
	assert_true(kit_walk("data/guide", ".yaml", look_at_page, &out) > 5);
	str_free(&out);
}

static void ids_are_there_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < lines.country_count; i++) {
		const struct help_country *country = &lines.countries[i];

		for (size_t k = 0; k < country->line_count; k++) {
			for (size_t j = 0; j < k; j++)
				assert_string_not_equal(country->lines[j].id, country->lines[k].id);
		}
	}
}

static void a_country_is_found_by_what_a_person_types(void **state)
{
	static const struct {
		const char *typed, *code;
	} known[] = {{"de", "DE"},          {"Germany", "DE"},     {"gErMaNy", "DE"},
		     {"deutschland", "DE"}, {"uk", "GB"},          {"scotland", "GB"},
		     {"usa", "US"},         {"new zealand", "NZ"}, {"Portugal", "EU"},
		     {"it", "EU"},          {"ANY", "ANY"},        {"world", "ANY"}};

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const struct help_country *country = help_country_find(&lines, known[i].typed);

		assert_non_null(country);
		assert_string_equal(country->code, known[i].code);
	}
	assert_null(help_country_find(&lines, "atlantis"));
	assert_null(help_country_find(&lines, ""));
	assert_null(help_country_find(&lines, "New"));
	assert_string_equal(help_country_nearest(&lines, "germny"), "Germany");
	assert_string_equal(help_country_nearest(&lines, "irland"), "Ireland");
	assert_null(help_country_nearest(&lines, "qqqqqqqqqqqq"));
}

static void help_now_has_each_kind_of_sign_and_short_lines(void **state)
{
	size_t counts[SIGN_WHEN_COUNT] = {0};

	(void)state;
	for (size_t i = 0; i < texts.sign_count; i++) {
		counts[texts.signs[i].when]++;
		assert_true(strlen(texts.signs[i].say) <= 90);
	}
	for (size_t i = 0; i < SIGN_WHEN_COUNT; i++)
		assert_true(counts[i] > 0);
	assert_int_equal(texts.signs[0].when, SIGN_EMERGENCY);
	for (size_t i = 0; i < texts.overdose_count; i++)
		assert_true(strlen(texts.overdose[i].say) <= 90);
	assert_int_equal(texts.caution_count, 6);
	assert_non_null(strstr(texts.cautions[0].say, "old dose"));
}

static void tools_last_as_long_as_they_should(void **state)
{
	(void)state;
	assert_int_equal(help_tool_seconds(help_tool_find(&texts, "wait")), 900);
	assert_in_range(help_tool_seconds(help_tool_find(&texts, "sighing")), 295, 305);
	assert_in_range(help_tool_seconds(help_tool_find(&texts, "box")), 295, 305);
	assert_in_range(help_tool_seconds(help_tool_find(&texts, "surf")), 540, 660);
	assert_int_equal(help_tool_seconds(help_tool_find(&texts, "check")), 0);
	assert_int_equal(help_tool_seconds(help_tool_find(&texts, "sleep")), 0);
	assert_null(help_tool_find(&texts, "none"));
}

static void mistakes_in_lines_are_all_told(void **state)
{
	static const char *const expected[] = {
		"1:1: 'groups' is missing",
		"4:5: the first line of a country is its emergency number",
		"8:9: a line needs a number, a text or a web address",
		("10:23: 'kind' is 'chat'; allowed are: emergency, crisis, drugs, poison, alone, "
		 "find"),
		"11:9: 'source' is missing",
		"11:9: a line needs a number, a text or a web address",
		"14:9: unknown key 'nmber'; did you mean 'number'?",
		"15:5: the country 'XX' is there already",
	};
	struct help_lines read = HELP_LINES_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_false(
		support_lines_read("tests/data/support/bad-lines.yaml", &read, &problems, &err));
	assert_int_equal(err.code, ERR_FORMAT);
	assert_int_equal(read.country_count, 0);
	for (size_t i = 0; i < problems.count; i++) {
		char told[400];

		snprintf(told, sizeof(told), "%d:%d: %s", problems.items[i].line,
			 problems.items[i].column, problems.items[i].text);
		if (i < sizeof(expected) / sizeof(expected[0]))
			assert_string_equal(told, expected[i]);
	}
	assert_int_equal(problems.count, sizeof(expected) / sizeof(expected[0]));
	problems_free(&problems);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_country_begins_with_its_emergency_number),
		cmocka_unit_test(one_country_is_read_as_among_all),
		cmocka_unit_test(a_country_of_another_name_is_among_all),
		cmocka_unit_test(every_source_exists),
		cmocka_unit_test(nothing_is_shipped_that_was_not_seen),
		cmocka_unit_test(help_now_says_nothing_that_was_only_recalled),
		cmocka_unit_test(help_now_is_easy_to_read),
		cmocka_unit_test(what_was_left_out_stays_out),
		cmocka_unit_test(ids_are_there_once),
		cmocka_unit_test(a_country_is_found_by_what_a_person_types),
		cmocka_unit_test(help_now_has_each_kind_of_sign_and_short_lines),
		cmocka_unit_test(tools_last_as_long_as_they_should),
		cmocka_unit_test(mistakes_in_lines_are_all_told),
	};

	return cmocka_run_group_tests(tests, read_all, free_all);
}
