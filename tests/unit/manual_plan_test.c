/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/plan.h"
#include "file_kit.h"
#include "yaml/plan_wire.h"

#define PAGE "data/man/taper-plan.5"
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Where the page tells of the keys of one group; way leads to the group from the file. */
struct section {
	const char *title, *way[2];
	const char *all_needed; /* said once of every key, or NULL */
};

static const struct section sections[] = {
	{"The file", {NULL}, NULL},
	{"A dose", {"doses"}, NULL},
	{"A phase", {"phases"}, NULL},
	{"The curve", {"phases", "curve"}, "All three keys are needed.\n"},
	{"A level", {"phases", "levels"}, NULL},
};

/* A line of the page, and where the part ends that it begins: at the next line that begins so, or so. */
static struct str part_of(const char *page, const char *line, const char *next, const char *last)
{
	const char *begin = strstr(page, line), *end, *other;
	struct str part = STR_INIT;

	if (begin == NULL)
		fail_msg("%s has no line '%.60s'", PAGE, line);
	begin += strlen(line);
	end = strstr(begin, next);
	other = strstr(begin, last);
	if (end == NULL || (other != NULL && other < end))
		end = other;
	assert_non_null(end);
	str_add_bytes(&part, begin, (size_t)(end - begin));
	return part;
}

/* Two pages' worth of a key: what is said of it before its example. */
static struct str entry_of(const char *section, const char *key)
{
	struct str line = STR_INIT, entry;

	str_addf(&line, ".It Ic %s\n", key);
	entry = part_of(section, line.data, ".Bd -literal", ".It Ic");
	str_free(&line);
	return entry;
}

static void says(const struct str *entry, const char *title, const char *key, const char *words)
{
	if (strstr(entry->data, words) == NULL)
		fail_msg("%s, %s, %s: '%s' is not said of it:\n%s", PAGE, title, key, words,
			 entry->data);
}

static const struct cyaml_schema_field *fields_of(const struct cyaml_schema_value *value)
{
	if (value->type == CYAML_SEQUENCE)
		value = value->sequence.entry;
	assert_int_equal(value->type, CYAML_MAPPING);
	return value->mapping.fields;
}

static const struct cyaml_schema_field *follow(const struct section *section)
{
	const struct cyaml_schema_field *fields = fields_of(&plan_wire_schema);

	for (size_t i = 0; i < COUNT(section->way) && section->way[i] != NULL; i++) {
		while (fields->key != NULL && strcmp(fields->key, section->way[i]) != 0)
			fields++;
		assert_non_null(fields->key);
		fields = fields_of(&fields->value);
	}
	return fields;
}

/* A list that is as long as the doses are has no length of its own. */
static void check_length(const struct section *section, const struct cyaml_schema_field *field,
			 const struct str *entry)
{
	char words[40];

	if (strcmp(field->key, "shrink") == 0 ||
	    (strcmp(field->key, "doses") == 0 && strcmp(section->title, "A level") == 0)) {
		assert_int_equal(field->value.sequence.max, PLAN_SLOT_MAX);
		return;
	}
	if (field->value.sequence.min == 0)
		snprintf(words, sizeof(words), "at most %u", field->value.sequence.max);
	else
		snprintf(words, sizeof(words), "list of %u to %u", field->value.sequence.min,
			 field->value.sequence.max);
	says(entry, section->title, field->key, words);
}

static void check_field(const struct section *section, const struct cyaml_schema_field *field,
			const char *text)
{
	struct str entry = entry_of(text, field->key);
	bool optional = (field->value.flags & CYAML_FLAG_OPTIONAL) != 0;
	bool a_phase = strcmp(section->title, "A phase") == 0;

	if (!optional && section->all_needed == NULL)
		says(&entry, section->title, field->key, "Needed.\n");
	if (optional && strstr(entry.data, "Needed.") != NULL)
		fail_msg("%s, %s: it may be left out", section->title, field->key);
	if (optional && !a_phase)
		says(&entry, section->title, field->key, "Without it, ");
	if (field->value.type == CYAML_SEQUENCE)
		check_length(section, field, &entry);
	str_free(&entry);
}

/* The names and their order; then each with what the schema says of it. */
static void check_section(const char *page, const struct section *section)
{
	struct str head = STR_INIT, text, found = STR_INIT, wanted = STR_INIT;
	const struct cyaml_schema_field *fields = follow(section);

	str_addf(&head, ".Ss %s\n", section->title);
	text = part_of(page, head.data, ".Ss ", ".Sh ");
	for (const char *at = text.data; (at = strstr(at, ".It Ic ")) != NULL;) {
		at += strlen(".It Ic ");
		str_add_bytes(&found, at, strcspn(at, "\n") + 1);
	}
	for (size_t i = 0; fields[i].key != NULL; i++)
		str_addf(&wanted, "%s\n", fields[i].key);
	assert_string_equal(found.data, wanted.data);
	if (section->all_needed != NULL)
		assert_non_null(strstr(text.data, section->all_needed));
	for (size_t i = 0; fields[i].key != NULL; i++)
		check_field(section, &fields[i], text.data);
	str_free(&head);
	str_free(&text);
	str_free(&found);
	str_free(&wanted);
}

static void the_page_has_every_key_as_the_schema_has_it(void **state)
{
	struct str page = kit_bytes(PAGE);

	(void)state;
	for (size_t i = 0; i < COUNT(sections); i++)
		check_section(page.data, &sections[i]);
	str_free(&page);
}

/* Said with numbers in them: where, of which key, and the numbers the program goes by. */
static void the_page_has_every_bound(void **state)
{
	static const struct {
		const char *title, *key, *before;
		int bound;
		const char *after;
	} bounds[] = {
		{"The file", "title", "A text of at most ", PLAN_TITLE_SIZE - 1, " bytes"},
		{"The file", "summary", "A text of at most ", PLAN_TEXT_SIZE - 1, " bytes"},
		{"The file", "suits", "A text of at most ", PLAN_TEXT_SIZE - 1, " bytes"},
		{"A dose", "name", "A text of at most ", PLAN_NAME_SIZE - 1, " bytes"},
		{"The curve", "steps", "A whole number from 1 to ", PLAN_LEVEL_MAX, ":"},
	};
	struct str page = kit_bytes(PAGE), words = STR_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(bounds); i++) {
		struct str head = STR_INIT, text, entry;

		str_addf(&head, ".Ss %s\n", bounds[i].title);
		text = part_of(page.data, head.data, ".Ss ", ".Sh ");
		entry = entry_of(text.data, bounds[i].key);
		str_reset(&words);
		str_addf(&words, "%s%d%s", bounds[i].before, bounds[i].bound, bounds[i].after);
		says(&entry, bounds[i].title, bounds[i].key, words.data);
		str_free(&head);
		str_free(&text);
		str_free(&entry);
	}
	str_reset(&words);
	str_addf(&words, "A number from 0 to %d with at most three decimals",
		 (int)(AMOUNT_MAX / AMOUNT_UNIT));
	assert_non_null(strstr(page.data, words.data));
	str_reset(&words);
	str_addf(&words, "A whole number from 1 to %d.\n", PLAN_DAY_MAX);
	assert_non_null(strstr(page.data, words.data));
	str_reset(&words);
	str_addf(&words, "A plan of more than %d days, or of more than %d levels", PLAN_DAY_MAX,
		 PLAN_LEVEL_MAX);
	assert_non_null(strstr(page.data, words.data));
	str_free(&words);
	str_free(&page);
}

static void the_page_has_every_unit(void **state)
{
	struct str page = kit_bytes(PAGE), text, entry, words = STR_INIT;

	(void)state;
	text = part_of(page.data, ".Ss The file\n", ".Ss ", ".Sh ");
	entry = entry_of(text.data, "unit");
	for (enum unit unit = UNIT_NONE + 1; unit < UNIT_COUNT; unit++) {
		str_reset(&words);
		str_addf(&words, ".Ql %s", unit_name(unit));
		says(&entry, "The file", "unit", words.data);
	}
	str_free(&page);
	str_free(&text);
	str_free(&entry);
	str_free(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_has_every_key_as_the_schema_has_it),
		cmocka_unit_test(the_page_has_every_bound),
		cmocka_unit_test(the_page_has_every_unit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
