/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/plural.h"
#include "csv_guard.h"

static bool read_header(struct entries *entries, struct err *err)
{
	struct table_entries *table = entries->state;
	const char *problem = NULL;

	if (csv_next(&table->csv, &problem)) {
		table->columns = table->csv.field_count;
		return true;
	}
	if (table->csv.failed) {
		*err = table->csv.err;
		return false;
	}
	return err_set(err, ERR_FORMAT, "line %d: %s", table->csv.line,
		       problem != NULL ? problem : "nothing is in it");
}

bool table_entries_open(struct entries *entries, size_t columns, struct err *err)
{
	struct table_entries *table = mem_alloc(1, sizeof(*table));
	struct feed feed;

	entries->state = table;
	if (!entries->source.begin(entries->source.context, &feed, err))
		return false;
	csv_begin(&table->csv, feed);
	if (!read_header(entries, err))
		return false;
	return table->columns == columns ||
	       err_set(err, ERR_FORMAT, "the header is not that of %s, which has %zu columns",
		       entries->format->title, columns);
}

void table_entries_close(struct entries *entries)
{
	struct table_entries *table = entries->state;

	csv_free(&table->csv);
	free(table);
}

static void refuse(struct entries *entries, const char *what)
{
	const struct table_entries *table = entries->state;

	problems_add(entries->problems, table->csv.line, 0, "%s", what);
	entries->bad++;
}

static bool is_whole(struct entries *entries)
{
	const struct table_entries *table = entries->state;
	struct err err;

	if (table->csv.field_count == table->columns)
		return true;
	err_set(&err, ERR_INVALID,
		plural_of((int64_t)table->csv.field_count,
			  "the line has %zu value, but the header has %zu columns",
			  "the line has %zu values, but the header has %zu columns"),
		table->csv.field_count, table->columns);
	refuse(entries, err.msg);
	return false;
}

bool table_entries_next(struct entries *entries, int *line, struct err *err)
{
	struct table_entries *table = entries->state;
	const char *problem;

	for (;;) {
		problem = NULL;
		if (!csv_next(&table->csv, &problem)) {
			if (table->csv.failed)
				*err = table->csv.err;
			if (table->csv.failed || problem == NULL)
				return false;
			refuse(entries, problem);
			continue;
		}
		*line = table->csv.line;
		table->good = is_whole(entries);
		if (table->good)
			return true;
	}
}

char *table_value(const struct entries *entries, size_t column)
{
	const struct table_entries *table = entries->state;
	char *text = table->csv.fields[column];
	size_t len;

	text += strspn(text, " \t");
	len = strlen(text);
	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
		len--;
	text[len] = '\0';
	return csv_is_guarded(text) ? text + 1 : text;
}

void table_refuse(struct entries *entries, const char *column, const struct err *err)
{
	struct table_entries *table = entries->state;

	problems_add(entries->problems, table->csv.line, 0, "%s: %s", column, err->msg);
	table->good = false;
}

bool table_take(struct entries *entries, struct record *record)
{
	struct table_entries *table = entries->state;
	struct err err;

	*record = (struct record){.kind = RECORD_DOSE, .dose = &table->dose};
	if (table->good && record_valid(record, &err))
		return true;
	if (table->good)
		problems_add(entries->problems, table->csv.line, 0, "%s", err.msg);
	entries->bad++;
	return false;
}
