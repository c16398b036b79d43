/* SPDX-License-Identifier: MIT */
#include "engine/support.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const struct {
	const char *word, *title;
} kinds[] = {
	[LINE_EMERGENCY] = {"emergency", "In an emergency"},
	[LINE_CRISIS] = {"crisis", "Somebody to talk to, now"},
	[LINE_DRUGS] = {"drugs", "About kratom and other substances"},
	[LINE_POISON] = {"poison", "Poison advice"},
	[LINE_ALONE] = {"alone", "So as not to be alone with it"},
	[LINE_FIND] = {"find", "Finding help near you"},
};
static_assert(sizeof(kinds) / sizeof(kinds[0]) == LINE_KIND_COUNT, "one row a kind");

void help_lines_free(struct help_lines *lines)
{
	for (size_t i = 0; i < lines->country_count; i++)
		free(lines->countries[i].lines);
	free(lines->countries);
	free(lines->groups);
	*lines = (struct help_lines)HELP_LINES_INIT;
}

const char *line_kind_word(enum line_kind kind)
{
	return kinds[kind].word;
}

const char *line_kind_title(enum line_kind kind)
{
	return kinds[kind].title;
}

static bool same(const char *text, const char *item, size_t len)
{
	if (strlen(text) != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (tolower((unsigned char)text[i]) != tolower((unsigned char)item[i]))
			return false;
	}
	return true;
}

static bool is_in_list(const char *text, const char *list)
{
	while (*list != '\0') {
		size_t len = strcspn(list, ",");

		if (same(text, list, len))
			return true;
		list += len;
		list += strspn(list, ", ");
	}
	return false;
}

const struct help_country *help_country_find(const struct help_lines *lines, const char *text)
{
	for (size_t i = 0; i < lines->country_count; i++) {
		const struct help_country *country = &lines->countries[i];

		if (same(text, country->code, strlen(country->code)) ||
		    same(text, country->name, strlen(country->name)))
			return country;
	}
	for (size_t i = 0; i < lines->country_count; i++) {
		if (is_in_list(text, lines->countries[i].also))
			return &lines->countries[i];
	}
	return NULL;
}

const char *help_country_nearest(const struct help_lines *lines, const char *text)
{
	const char **names = mem_alloc(lines->country_count, sizeof(*names));
	struct str capital = STR_INIT;
	const char *nearest;

	for (size_t i = 0; i < lines->country_count; i++)
		names[i] = lines->countries[i].name;
	str_add(&capital, text);
	if (capital.len > 0)
		capital.data[0] = (char)toupper((unsigned char)capital.data[0]);
	nearest = str_nearest(capital.data, names, lines->country_count);
	str_free(&capital);
	free(names);
	return nearest;
}

const char *help_line_reach(const struct help_line *line)
{
	if (line->number[0] != '\0')
		return line->number;
	return line->text[0] != '\0' ? line->text : line->web;
}

void help_line_add_name(const struct help_line *line, struct str *out)
{
	if (line->region[0] != '\0')
		str_addf(out, "%s: ", line->region);
	str_add(out, line->name);
	if (help_line_reach(line) == line->text)
		str_add(out, ", a text message");
}

static void add_fact(struct str *out, const char *before, const char *text)
{
	if (text[0] != '\0')
		str_addf(out, "%s%s%s", out->len > 0 ? "; " : "", before, text);
}

void help_line_add_facts(const struct help_line *line, struct str *out)
{
	const char *reach = help_line_reach(line);

	if (reach != line->text)
		add_fact(out, "text ", line->text);
	if (reach != line->web)
		add_fact(out, "", line->web);
	add_fact(out, "", line->hours);
	add_fact(out, "", line->cost);
}

bool peer_group_serves(const struct peer_group *group, const char *code)
{
	return group->country[0] == '\0' || strcmp(group->country, code) == 0;
}
