/* SPDX-License-Identifier: MIT */
#include "app/table.h"

#include <assert.h>
#include <string.h>

#include "app/lock.h"
#include "app_private.h"
#include "base/utf8.h"
#include "export/csv.h"
#include "export/entries.h"
#include "layout.h"
#include "source.h"
#include "table_guess.h"

static_assert(IMPORT_PARTS == CSV_PART_COUNT, "every part of a dose");

const char *app_table_part(int part)
{
	return part >= 0 && part < IMPORT_PARTS ? csv_part_name((enum csv_part)part) : NULL;
}

/* As much of a text as there is room for, harmless and in whole characters. */
static void copy_clean(const char *text, char *buf, size_t size)
{
	struct str clean = STR_INIT;
	size_t len = 0;

	utf8_add_clean(&clean, text);
	while (clean.data[len] != '\0') {
		uint32_t code;
		size_t bytes = utf8_decode(clean.data + len, &code);

		if (len + bytes >= size)
			break;
		len += bytes;
	}
	memcpy(buf, clean.data, len);
	buf[len] = '\0';
	str_free(&clean);
}

static void take_names(const struct csv *csv, struct table *table)
{
	table->column_count = csv->field_count < TABLE_COLUMNS ? csv->field_count : TABLE_COLUMNS;
	for (size_t i = 0; i < table->column_count; i++) {
		copy_clean(csv->fields[i], table->names[i], TABLE_NAME_SIZE);
	}
}

static bool read_lines(struct csv *csv, struct table *table, struct err *err)
{
	const char *problem;

	if (!csv_next(csv, &problem)) {
		if (csv->failed) {
			*err = csv->err;
			return false;
		}
		return err_set(err, ERR_FORMAT, "line %d: %s", csv->line,
			       problem != NULL ? problem : "there is nothing in it");
	}
	take_names(csv, table);
	if (csv_next(csv, &problem)) {
		for (size_t i = 0; i < table->column_count && i < csv->field_count; i++)
			copy_clean(csv->fields[i], table->samples[i], TABLE_NAME_SIZE);
	}
	table_guess(table);
	return true;
}

static bool read_separator(const char *word, char *separator, struct err *err)
{
	const struct csv_layout_words words = {.columns = "when=1,amount=2", .separator = word};
	struct csv_layout layout;

	if (!csv_layout_read(&words, &layout, err))
		return false;
	*separator = layout.separator;
	return true;
}

static bool is_table(struct source *source, struct err *err)
{
	struct feed feed;
	bool json;

	return source_feed(source, &feed, err) && entries_is_json(feed, &json, err) &&
	       (!json || err_set(err, ERR_FORMAT, "it is JSON, which has no columns"));
}

bool app_table(const char *path, const char *separator, struct table *table, struct err *err)
{
	struct table read = {.column_count = 0};
	struct source source;
	struct feed feed;
	struct csv csv;
	bool done;

	if (!read_separator(separator, &read.separator, err) ||
	    !source_open(path, NULL, true, &source, err))
		return false;
	done = is_table(&source, err) && source_feed(&source, &feed, err);
	if (done) {
		csv_begin(&csv, feed);
		if (read.separator != 0)
			csv.separator = read.separator;
		read.separator = csv.separator;
		done = read_lines(&csv, &read, err);
		csv_free(&csv);
	}
	source_close(&source);
	if (done)
		*table = read;
	return done;
}

/* Reading of the first lines only. */
struct first_lines {
	struct app *app;
	struct source source;
	struct csv_source csv;
	struct csv_layout layout;
};

static bool local_time(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	const struct first_lines *lines = context;
	int64_t utc;

	(void)err;
	clock_from_wall(&lines->app->clock, wall, &utc, utc_offset);
	return true;
}

static void say_dose(const struct dose *dose, char *buf)
{
	char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];
	struct moment moment = dose_moment(dose);
	struct str line = STR_INIT;

	str_addf(&line, "%s %s  %s  %s", day_full(moment.day, day),
		 minute_text(moment.minute, time),
		 amount_with_unit(dose->amount, dose->unit, amount), dose->product);
	str_addf(&line, "%s%s%s%s", dose->tags[0] != '\0' ? "  " : "", dose->tags,
		 dose->note[0] != '\0' ? "  " : "", dose->note);
	copy_clean(line.data, buf, TABLE_LINE_SIZE);
	str_free(&line);
}

/* Lines come in order, those that can't be read between the others. */
static void take_problems(const struct problems *problems, size_t *taken, struct table_line *lines,
			  size_t most, size_t *count)
{
	for (; *taken < problems->count && *count < most; ++*taken) {
		const struct problem *problem = &problems->items[*taken];
		struct table_line *line = &lines[(*count)++];

		line->line = problem->line;
		line->read = false;
		copy_clean(problem->text, line->text, TABLE_LINE_SIZE);
	}
}

static bool read_first(struct first_lines *first, struct table_line *lines, size_t most,
		       size_t *count, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct csv_log *log = NULL;
	struct dose dose;
	size_t taken = 0;
	int line = 0;
	bool more = csv_log_open(&first->csv, &problems, &log, err);
	bool done = more;

	*count = 0;
	err->code = more ? ERR_NONE : err->code;
	while (more && *count < most) {
		more = csv_log_next(log, &dose, &line, err);
		take_problems(&problems, &taken, lines, most, count);
		if (!more || *count == most)
			break;
		lines[*count].line = line;
		lines[*count].read = true;
		say_dose(&dose, lines[(*count)++].text);
	}
	done = done && err->code == ERR_NONE;
	csv_log_close(log);
	problems_free(&problems);
	return done;
}

bool app_table_lines(struct app *app, const struct import_request *request,
		     struct table_line *lines, size_t most, size_t *count, struct err *err)
{
	struct first_lines first = {.app = app};
	bool done;

	first.csv = (struct csv_source){
		.default_unit = request->unit != NULL ? unit_from_text(request->unit) : UNIT_NONE,
		.default_product = app->settings.product,
		.layout = request->layout != NULL ? &first.layout : NULL,
		.local_time = local_time,
		.context = &first};
	if ((request->layout != NULL && !layout_read(request->layout, &first.layout, err)) ||
	    !source_open(request->path, request->text, app_is_locked(app), &first.source, err))
		return false;
	done = source_feed(&first.source, &first.csv.feed, err) &&
	       read_first(&first, lines, most, count, err);
	source_close(&first.source);
	return done;
}
