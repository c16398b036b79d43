/* SPDX-License-Identifier: MIT */
/*
 * Every statement of the guide, the safety questions, the self-check, the tools, the list of check-ins and the rules stands in a list with
 * its sources and how each was seen. What is new, changed, of another source, or was never seen is found.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "file_kit.h"
#include "reading_kit.h"
#include "yaml/content.h"
#include "yaml/guidance.h"
#include "yaml/guide.h"
#include "yaml/safety.h"
#include "yaml/support.h"
#include "yaml/symptoms.h"

#define GRADE_MOST 8.5

enum { LINES_MAX = 600, IDS_MAX = 16 };

/* One line of the list: "singh-2014:V taper:D | what is said". */
struct marked {
	const char *section, *ids, *text;
	bool found;
};

static struct marks {
	struct str file; /* the lines point into it */
	struct marked lines[LINES_MAX];
	size_t count;
} marks;

static struct sources sources;

/* What a statement may name, and what of that was named. */
struct allowed {
	const char *ids[IDS_MAX];
	size_t count;
	bool used[IDS_MAX];
};

/* Zeros go into the file where a line ends, and before its bar. */
static void split(char *line, const char **section)
{
	char *bar = strstr(line, " | ");

	if (strncmp(line, "== ", 3) == 0) {
		*section = line + 3;
		return;
	}
	assert_non_null(bar);
	assert_true(marks.count < LINES_MAX);
	*bar = '\0';
	marks.lines[marks.count++] =
		(struct marked){.section = *section, .ids = line, .text = bar + 3};
}

static int read_marks(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	const char *section = "";
	struct err err;
	char *at;

	(void)state;
	marks.file = kit_bytes("tests/data/guide/marks.txt");
	for (at = marks.file.data; *at != '\0';) {
		char *line = at;

		at += strcspn(at, "\n");
		if (*at == '\n')
			*at++ = '\0';
		if (line[0] != '#' && line[0] != '\0')
			split(line, &section);
	}
	return sources_read("data/sources.yaml", &sources, &problems, &err) ? 0 : 1;
}

static int free_marks(void **state)
{
	(void)state;
	str_free(&marks.file);
	sources_free(&sources);
	return 0;
}

/* NULL where it is well, else what is not: an id by itself and its mark, as they stand in the list. */
static const char *weigh(const char *id, const char *mark)
{
	const struct source *source = sources_find(&sources, id);

	if (source == NULL)
		return "there is no such source";
	if (strcmp(mark, "V") != 0 && strcmp(mark, "V2") != 0 && strcmp(mark, "D") != 0)
		return "this mark is not allowed";
	if ((strcmp(mark, "D") == 0) != (strcmp(id, GUIDE_OWN_SOURCE) == 0))
		return "D is taper's own, and nothing else is";
	if (strcmp(mark, "D") != 0 && (strcmp(mark, "V") == 0) != (source->mark == SOURCE_READ))
		return "sources.yaml says otherwise how it was seen";
	return NULL;
}

static void use(struct allowed *allowed, const char *id, const char *text)
{
	for (size_t i = 0; i < allowed->count; i++) {
		if (strcmp(allowed->ids[i], id) == 0) {
			allowed->used[i] = true;
			return;
		}
	}
	fail_msg("'%s': %s is not among its sources", text, id);
}

static void look_at_ids(const char *ids, const char *text, struct allowed *allowed)
{
	while (*ids != '\0') {
		size_t len = strcspn(ids, " ");
		char word[80];
		char *mark;
		const char *wrong;

		assert_true(len < sizeof(word));
		snprintf(word, sizeof(word), "%.*s", (int)len, ids);
		mark = strchr(word, ':');
		assert_non_null(mark);
		*mark++ = '\0';
		wrong = weigh(word, mark);
		if (wrong != NULL)
			fail_msg("'%s': %s:%s: %s", text, word, mark, wrong);
		use(allowed, word, text);
		ids += len + (ids[len] == ' ');
	}
}

/* The statement has a line of its own in that part of the list, with no other sources than those allowed. */
static void has_line(const char *section, const char *text, struct allowed *allowed)
{
	for (size_t i = 0; i < marks.count; i++) {
		struct marked *line = &marks.lines[i];

		if (line->found || strcmp(line->section, section) != 0 ||
		    strcmp(line->text, text) != 0)
			continue;
		line->found = true;
		look_at_ids(line->ids, text, allowed);
		return;
	}
	fail_msg("%s: '%s' is not in the list", section, text);
}

/* What is named and stands behind no statement is wrong too. */
static void all_used(const struct allowed *allowed, const char *where)
{
	for (size_t i = 0; i < allowed->count; i++) {
		if (!allowed->used[i])
			fail_msg("%s: nothing rests on %s", where, allowed->ids[i]);
	}
}

static void is_own(const char *section, const char *text)
{
	struct allowed own = {.ids = {GUIDE_OWN_SOURCE}, .count = 1};

	has_line(section, text, &own);
}

static void section_has_lines(const char *page, const struct guide_section *section)
{
	struct allowed allowed = {.count = section->source_count};

	for (size_t i = 0; i < section->source_count; i++)
		allowed.ids[i] = section->sources[i];
	if (section->text[0] != '\0')
		has_line(page, section->text, &allowed);
	for (size_t i = 0; i < section->point_count; i++)
		has_line(page, section->points[i], &allowed);
	for (size_t i = 0; i < section->option_count; i++) {
		const struct guide_option *option = &section->options[i];
		struct str row = STR_INIT;

		str_addf(&row, "%s: %s | %s | %s", option->name, option->is, option->good,
			 option->bad);
		has_line(page, row.data, &allowed);
		str_free(&row);
	}
	all_used(&allowed, page);
}

static void look_at_page(const char *folder, const char *name, void *context)
{
	struct problems problems = PROBLEMS_INIT;
	struct guide_page page;
	struct str path = STR_INIT;
	struct err err;

	(void)context;
	str_addf(&path, "%s/%s", folder, name);
	assert_true(guide_page_read(path.data, &page, &problems, &err));
	for (size_t i = 0; i < page.section_count; i++)
		section_has_lines(page.name, &page.sections[i]);
	guide_page_free(&page);
	str_free(&path);
}

static void every_page_is_in_the_list(void **state)
{
	(void)state;
	assert_true(kit_walk("data/guide", ".yaml", look_at_page, NULL) > 13);
}

static void every_safety_question_is_in_the_list(void **state)
{
	static struct safety_book book;
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	(void)state;
	assert_true(safety_book_read("data/safety.yaml", &book, &problems, &err));
	for (size_t i = 0; i < book.consent_count; i++)
		is_own("safety", book.consent[i]);
	for (size_t i = 0; i < book.count; i++) {
		const struct safety_question *question = &book.questions[i];
		struct allowed allowed = {.count = question->source_count};

		for (size_t k = 0; k < question->source_count; k++)
			allowed.ids[k] = question->sources[k];
		/* A reason that is taper's own says so, and needs no id. */
		if (strstr(question->why, "taper's own") != NULL)
			allowed.ids[allowed.count++] = GUIDE_OWN_SOURCE;
		has_line("safety", question->why, &allowed);
		all_used(&allowed, question->id);
		is_own("safety", question->whom);
	}
}

static void the_self_check_is_in_the_list(void **state)
{
	static struct selfcheck_book book;
	struct problems problems = PROBLEMS_INIT;
	struct allowed allowed = {.ids = {GUIDE_OWN_SOURCE}, .count = 1};
	struct err err;

	(void)state;
	assert_true(selfcheck_book_read("data/self-check.yaml", &book, &problems, &err));
	for (size_t i = 0; i < book.source_count; i++)
		allowed.ids[allowed.count++] = book.sources[i];
	has_line("self-check", book.intro, &allowed);
	for (size_t i = 0; i < book.band_count; i++)
		has_line("self-check", book.bands[i].says, &allowed);
	has_line("self-check", book.bodily, &allowed);
	has_line("self-check", book.always, &allowed);
	all_used(&allowed, "self-check");
}

static void every_tool_is_in_the_list(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	struct help_texts texts;
	struct err err;

	(void)state;
	assert_true(support_help_read("data/support/help-now.yaml", &texts, &problems, &err));
	for (size_t i = 0; i < texts.tool_count; i++) {
		const struct help_tool *tool = &texts.tools[i];
		struct allowed allowed = {.ids = {tool->source, GUIDE_OWN_SOURCE},
					  .count = strcmp(tool->source, GUIDE_OWN_SOURCE) == 0 ? 1
											       : 2};

		has_line("tools", tool->about, &allowed);
		for (size_t k = 0; k < tool->step_count; k++)
			has_line("tools", tool->steps[k].say, &allowed);
		all_used(&allowed, tool->id);
	}
	help_texts_free(&texts);
}

static void the_list_of_check_ins_is_in_the_list(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	struct symptoms symptoms;
	struct err err;

	(void)state;
	assert_true(symptoms_read("data/symptoms.yaml", NULL, &symptoms, &problems, &err));
	for (size_t i = 0; i < symptoms.count; i++) {
		const struct symptom *symptom = &symptoms.items[i];
		struct allowed allowed = {.count = symptom->source_count};

		for (size_t k = 0; k < symptom->source_count; k++)
			allowed.ids[k] = symptom->sources[k];
		has_line("symptoms", symptom->name, &allowed);
		all_used(&allowed, symptom->id);
	}
	symptoms_free(&symptoms);
}

static void every_rule_is_in_the_list(void **state)
{
	struct allowed pauses = {.ids = {"va-dod-2017", "cdc-2022", "asam-2025", GUIDE_OWN_SOURCE},
				 .count = 4};
	struct problems problems = PROBLEMS_INIT;
	struct rules rules;
	struct err err;

	(void)state;
	assert_true(guidance_read("data/guidance.yaml", NULL, &rules, &problems, &err));
	has_line("guidance", rules.note, &pauses);
	for (size_t i = 0; i < rules.count; i++) {
		const struct rule *rule = &rules.items[i];
		struct allowed allowed = {.ids = {GUIDE_OWN_SOURCE}, .count = 1};

		for (size_t k = 0; k < rule->source_count; k++)
			allowed.ids[allowed.count++] = rule->sources[k];
		has_line("guidance", rule->because, &allowed);
		all_used(&allowed, rule->id);
	}
	rules_free(&rules);
}

/* Comes last: what the others did not find is said nowhere any more. */
static void nothing_else_is_in_the_list(void **state)
{
	(void)state;
	for (size_t i = 0; i < marks.count; i++) {
		if (!marks.lines[i].found)
			fail_msg("%s: '%s' is not said there any more", marks.lines[i].section,
				 marks.lines[i].text);
	}
	assert_true(marks.count > 300);
}

/* About eighth grade, part by part; names of symptoms are no sentences. */
static void every_part_is_easy_to_read(void **state)
{
	size_t parts = 0;

	(void)state;
	for (size_t i = 0; i < marks.count; parts++) {
		const char *section = marks.lines[i].section;
		struct reading_ease ease = {0};

		for (; i < marks.count && strcmp(marks.lines[i].section, section) == 0; i++)
			reading_measure(marks.lines[i].text, &ease);
		if (reading_grade(&ease) > GRADE_MOST && strcmp(section, "symptoms") != 0)
			fail_msg("%s: grade %.1f", section, reading_grade(&ease));
	}
	assert_true(parts > 20);
}

static void other_marks_are_not_allowed(void **state)
{
	(void)state;
	assert_null(weigh("singh-2014", "V"));
	assert_null(weigh("cdc-2022", "V2"));
	assert_null(weigh("taper", "D"));
	assert_non_null(weigh("singh-2014", "R"));
	assert_non_null(weigh("singh-2014", "?"));
	assert_non_null(weigh("singh-2014", "V/R"));
	assert_non_null(weigh("singh-2014", ""));
	assert_non_null(weigh("singh-2014", "D"));
	assert_non_null(weigh("taper", "V"));
	assert_non_null(weigh("cdc-2022", "V"));
	assert_non_null(weigh("singh-2041", "V"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_is_in_the_list),
		cmocka_unit_test(every_safety_question_is_in_the_list),
		cmocka_unit_test(the_self_check_is_in_the_list),
		cmocka_unit_test(every_tool_is_in_the_list),
		cmocka_unit_test(the_list_of_check_ins_is_in_the_list),
		cmocka_unit_test(every_rule_is_in_the_list),
		cmocka_unit_test(nothing_else_is_in_the_list),
		cmocka_unit_test(every_part_is_easy_to_read),
		cmocka_unit_test(other_marks_are_not_allowed),
	};

	return cmocka_run_group_tests(tests, read_marks, free_marks);
}
