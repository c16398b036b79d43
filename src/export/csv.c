/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";
static const char never_closed[] = "a quote that is opened here is never closed";
static const char not_text[] = "a zero byte is not text; a file in UTF-16 is to be saved as UTF-8";

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Looks at more of the text: what is behind is forgotten. */
static void look_on(struct csv *csv)
{
	size_t got = 0;

	if (csv->ended)
		return;
	csv->len -= csv->at;
	memmove(csv->text, csv->text + csv->at, csv->len);
	csv->at = 0;
	while (csv->len < CSV_RECORD_MAX && !csv->ended) {
		if (!csv->feed.read(csv->feed.context, csv->text + csv->len,
				    CSV_RECORD_MAX - csv->len, &got, &csv->err)) {
			csv->failed = true;
			got = 0;
		}
		csv->len += got;
		csv->ended = got == 0;
	}
}

/* The one of the usual separators that the first line has most of; where it has as many commas, these may be in amounts. */
static char find_separator(const struct csv *csv)
{
	static const char separators[] = {',', ';', '\t', '|'};
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
		best = counts[i] > 0 && counts[i] >= counts[best] ? i : best;
	return separators[best];
}

void csv_free(struct csv *csv)
{
	free(csv->text);
	free(csv->buffer);
	free(csv->fields);
	*csv = (struct csv){.text = NULL};
}

static void pass_break(struct csv *csv)
{
	if (csv->len - csv->at < 2)
		look_on(csv);
	if (csv->at >= csv->len)
		return;
	if (csv->text[csv->at] == '\r' && csv->at + 1 < csv->len && csv->text[csv->at + 1] == '\n')
		csv->at++;
	csv->at++;
	csv->next_line++;
}

static void pass_breaks(struct csv *csv)
{
	for (;;) {
		if (csv->at >= csv->len)
			look_on(csv);
		if (csv->at >= csv->len || !is_break(csv->text[csv->at]))
			return;
		pass_break(csv);
	}
}

static void pass_line(struct csv *csv)
{
	for (;;) {
		while (csv->at < csv->len && !is_break(csv->text[csv->at]))
			csv->at++;
		if (csv->at < csv->len || csv->ended)
			break;
		look_on(csv);
	}
	pass_break(csv);
}

void csv_begin(struct csv *csv, struct feed feed)
{
	size_t mark = sizeof(byte_order_mark) - 1;

	*csv = (struct csv){.feed = feed, .line = 1, .next_line = 1};
	csv->text = mem_alloc(CSV_RECORD_MAX, 1);
	/* Every field's closing zero stands where a separator, a quote or a line end was, but for the last one. */
	csv->buffer = mem_alloc(CSV_RECORD_MAX + 2, 1);
	look_on(csv);
	if (csv->len >= mark && memcmp(csv->text, byte_order_mark, mark) == 0)
		csv->at = mark;
	pass_breaks(csv);
	look_on(csv);
	csv->separator = find_separator(csv);
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
	return c < end && *c == '\0' ? not_text : NULL;
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
		return never_closed;
	if (*c == '\0')
		return not_text;
	*open = false;
	csv->at = (size_t)(c + 1 - csv->text);
	if (csv->at < csv->len && csv->text[csv->at] != csv->separator &&
	    !is_break(csv->text[csv->at]))
		return "text follows a closing quote";
	return NULL;
}

static void add_field(struct csv *csv, char *field)
{
	if (csv->field_count == csv->field_cap)
		csv->fields = mem_grow(csv->fields, &csv->field_cap, csv->field_count + 1,
				       sizeof(*csv->fields));
	csv->fields[csv->field_count++] = field;
}

/* The fields up to the record's end, or that of the part of the text that is looked at. */
static const char *read_fields(struct csv *csv, bool *open)
{
	char *out = csv->buffer;
	const char *problem;

	*open = false;
	csv->field_count = 0;
	for (;;) {
		add_field(csv, out);
		if (csv->at < csv->len && csv->text[csv->at] == '"')
			problem = read_quoted(csv, &out, open);
		else
			problem = read_plain(csv, &out);
		if (problem != NULL)
			return problem;
		*out++ = '\0';
		if (csv->at >= csv->len || csv->text[csv->at] != csv->separator)
			return NULL;
		csv->at++;
	}
}

bool csv_next(struct csv *csv, const char **problem)
{
	bool open = false, cut;
	size_t start;

	*problem = NULL;
	pass_breaks(csv);
	csv->line = csv->next_line;
	start = csv->at;
	csv->field_count = 0;
	if (start >= csv->len)
		return false;
	*problem = read_fields(csv, &open);
	cut = !csv->ended && (*problem == never_closed || csv->at >= csv->len);
	if (cut && (start > 0 || csv->len < CSV_RECORD_MAX)) {
		csv->at = start;
		csv->next_line = csv->line;
		look_on(csv);
		start = 0;
		*problem = read_fields(csv, &open);
		cut = !csv->ended && csv->at >= csv->len;
	}
	if (cut && *problem == NULL)
		*problem = "it is longer than 64 KiB, so it is no line of a log";
	if (*problem == NULL) {
		pass_break(csv);
		return true;
	}
	/* An open quote swallows lines that are most likely whole: only the one it began in is lost. */
	if (open) {
		csv->at = start;
		csv->next_line = csv->line;
	}
	csv->field_count = 0;
	pass_line(csv);
	return false;
}
