/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any words as how a table is laid out, four lines (columns, separator, decimal mark, dates), and what follows as
 * the table. A layout that is taken has an amount and a time, names columns within its bounds, and reads doses that are valid; what a
 * cell looks like is said of each.
 */
#include "export/csv.h"
#include "export/csv_looks.h"

#include <stdlib.h>

#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS = 4 };

static void insist(bool holds)
{
	if (!holds)
		abort();
}

/* The text up to the next end of a line, which becomes its end; NULL for an empty one. */
static const char *take_line(char **text)
{
	char *line = *text, *end = strchr(line, '\n');

	*text = end != NULL ? end + 1 : line + strlen(line);
	if (end != NULL)
		*end = '\0';
	return *line != '\0' ? line : NULL;
}

static bool has(const struct csv_layout *layout, enum csv_part part)
{
	return layout->places[part].number != 0 || layout->places[part].name[0] != '\0';
}

static void check_layout(const struct csv_layout *layout, bool by_columns)
{
	for (int i = 0; i < CSV_PART_COUNT; i++) {
		insist(layout->places[i].number >= 0);
		insist(memchr(layout->places[i].name, '\0', CSV_PLACE_SIZE) != NULL);
	}
	if (by_columns)
		insist(has(layout, CSV_PART_AMOUNT) &&
		       (has(layout, CSV_PART_WHEN) || has(layout, CSV_PART_DATE)));
}

static void look(char *cells)
{
	for (char *cell = cells, *end; *cell != '\0'; cell = end) {
		char was;

		end = cell + strcspn(cell, ",;|\t\n");
		was = *end;
		*end = '\0';
		insist(csv_look_at(cell).looks <= CSV_LOOKS_AMOUNT);
		*end = was;
		end += was != '\0' ? 1 : 0;
	}
}

static bool any_zone(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	(void)context;
	(void)wall;
	(void)err;
	*utc_offset = 60;
	return true;
}

static void read_by(const struct csv_layout *layout, const char *table)
{
	struct problems problems = PROBLEMS_INIT;
	struct feed_text from = {.text = table, .len = strlen(table)};
	const struct csv_source source = {.feed = feed_of_text(&from),
					  .default_unit = UNIT_GRAM,
					  .layout = layout,
					  .local_time = any_zone};
	struct err err = {.code = ERR_NONE};
	struct csv_log *log;
	struct dose dose;
	int line = 0;

	if (csv_log_open(&source, &problems, &log, &err)) {
		while (csv_log_next(log, &dose, &line, &err))
			insist(line > 0 && dose.amount.nano >= 0 && dose.amount.nano <= AMOUNT_MAX);
		csv_log_close(log);
	}
	insist(err.code == ERR_NONE || err.msg[0] != '\0');
	problems_free(&problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size), *rest = text;
	const char *word[WORDS];
	struct csv_layout layout;
	struct err err;

	for (int i = 0; i < WORDS; i++)
		word[i] = take_line(&rest);
	const struct csv_layout_words words = {.columns = word[0],
					       .separator = word[1],
					       .decimal = word[2],
					       .dates = word[3],
					       .no_header = size % 2 == 1};

	if (csv_layout_read(&words, &layout, &err)) {
		check_layout(&layout, word[0] != NULL);
		read_by(&layout, rest);
	} else {
		insist(err.code == ERR_USAGE && err.msg[0] != '\0');
	}
	look(rest);
	free(text);
	return 0;
}
