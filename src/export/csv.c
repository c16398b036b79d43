/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* The one of the usual separators that the first line has most of; names of columns hold none of them. */
static char find_separator(const struct csv *csv)
{
	static const char separators[] = {',', ';', '\t'};
	size_t counts[sizeof(separators)] = {0};
	bool quoted = false;
	size_t best = 0;

	for (size_t at = csv->at; at < csv->len; at++) {
		char c = csv->text[at];

		if (is_break(c) && !quoted)
			break;
		if (c == '"')
			quoted = !quoted;
		for (size_t i = 0; i < sizeof(separators); i++)
			counts[i] += !quoted && c == separators[i] ? 1 : 0;
	}
	for (size_t i = 1; i < sizeof(separators); i++)
		best = counts[i] > counts[best] ? i : best;
	return separators[best];
}

void csv_free(struct csv *csv)
{
	free(csv->buffer);
	free(csv->fields);
	*csv = (struct csv){.text = NULL};
}

static void pass_break(struct csv *csv)
{
	if (csv->at >= csv->len)
		return;
	if (csv->text[csv->at] == '\r' && csv->at + 1 < csv->len && csv->text[csv->at + 1] == '\n')
		csv->at++;
	csv->at++;
	csv->next_line++;
}

static void pass_breaks(struct csv *csv)
{
	while (csv->at < csv->len && is_break(csv->text[csv->at]))
		pass_break(csv);
}

void csv_begin(struct csv *csv, const char *text, size_t len)
{
	size_t mark = sizeof(byte_order_mark) - 1;

	*csv = (struct csv){.text = text, .len = len, .line = 1, .next_line = 1};
	if (len >= mark && memcmp(text, byte_order_mark, mark) == 0)
		csv->at = mark;
	pass_breaks(csv);
	csv->separator = find_separator(csv);
	/* Every field's closing zero stands where a separator, a quote or a line end was, but for the last one. */
	csv->buffer = mem_grow(NULL, &csv->buffer_cap, len + 2, 1);
}

static void pass_line(struct csv *csv)
{
	while (csv->at < csv->len && !is_break(csv->text[csv->at]))
		csv->at++;
	pass_break(csv);
}

static const char *read_plain(struct csv *csv, char **out)
{
	const char *from = csv->text + csv->at, *end = csv->text + csv->len, *c = from;

	while (c < end && *c != csv->separator && !is_break(*c) && *c != '"' && *c != '\0')
		c++;
	memcpy(*out, from, (size_t)(c - from));
	*out += c - from;
	csv->at += (size_t)(c - from);
	if (c < end && *c == '"')
		return "a quote stands inside a value that does not begin with one";
	return c < end && *c == '\0' ? "a zero byte is not text" : NULL;
}

/* A line break inside quotes is text, and counts as a line all the same. */
static const char *read_quoted(struct csv *csv, char **out, bool *open)
{
	const char *end = csv->text + csv->len, *c = csv->text + csv->at + 1;

	*open = true;
	for (; c < end && *c != '\0'; c++) {
		if (*c == '"' && (c + 1 == end || c[1] != '"'))
			break;
		if (*c == '"')
			c++;
		if (*c == '\n' || (*c == '\r' && (c + 1 == end || c[1] != '\n')))
			csv->next_line++;
		*(*out)++ = *c;
	}
	if (c == end)
		return "a quote that is opened here is never closed";
	if (*c == '\0')
		return "a zero byte is not text";
	*open = false;
	csv->at = (size_t)(c + 1 - csv->text);
	if (csv->at < csv->len && csv->text[csv->at] != csv->separator &&
	    !is_break(csv->text[csv->at]))
		return "text follows a closing quote";
	return NULL;
}

static void add_field(struct csv *csv, const char *field)
{
	if (csv->field_count == csv->field_cap)
		csv->fields = mem_grow(csv->fields, &csv->field_cap, csv->field_count + 1,
				       sizeof(*csv->fields));
	csv->fields[csv->field_count++] = field;
}

bool csv_next(struct csv *csv, const char **problem)
{
	char *out = csv->buffer;
	bool open = false;
	size_t start;

	*problem = NULL;
	csv->field_count = 0;
	pass_breaks(csv);
	csv->line = csv->next_line;
	start = csv->at;
	if (start >= csv->len)
		return false;
	for (;;) {
		add_field(csv, out);
		if (csv->at < csv->len && csv->text[csv->at] == '"')
			*problem = read_quoted(csv, &out, &open);
		else
			*problem = read_plain(csv, &out);
		if (*problem != NULL)
			goto fail;
		*out++ = '\0';
		if (csv->at >= csv->len || csv->text[csv->at] != csv->separator)
			break;
		csv->at++;
	}
	pass_break(csv);
	return true;
fail:
	/* An open quote swallows lines that are most likely whole: only the one it began in is lost. */
	if (open) {
		csv->at = start;
		csv->next_line = csv->line;
	}
	csv->field_count = 0;
	pass_line(csv);
	return false;
}
