/* SPDX-License-Identifier: MIT */
#include "table_guess.h"

#include <assert.h>
#include <string.h>

#include "export/csv.h"
#include "export/csv_looks.h"

static_assert(IMPORT_PARTS == CSV_PART_COUNT, "every part of a dose");
static_assert((int)TABLE_DATES_MDY == (int)CSV_DATES_MDY, "the orders are those of a layout");

/* What the cells of the line below the names look like. */
struct seen {
	struct csv_look look[TABLE_COLUMNS];
};

static void take_names(struct table *table)
{
	memset(table->parts, 0, sizeof(table->parts));
	for (size_t i = 0; i < table->column_count; i++) {
		enum csv_part part = csv_part_of(table->names[i]);

		if (part != CSV_PART_COUNT && table->parts[part] == 0)
			table->parts[part] = (int)i + 1;
	}
}

/* A line that names nothing and has a date in it is a dose: it is its own sample then. */
static bool begins_with_dose(const struct table *table)
{
	bool dated = false;

	for (size_t i = 0; i < table->column_count; i++) {
		enum csv_looks looks = csv_look_at(table->names[i]).looks;

		if (csv_part_of(table->names[i]) != CSV_PART_COUNT)
			return false;
		dated = dated || looks == CSV_LOOKS_WHEN || looks == CSV_LOOKS_DATE;
	}
	return dated;
}

static struct seen look(const struct table *table)
{
	struct seen seen = {.look = {{.looks = CSV_LOOKS_TEXT}}};

	for (size_t i = 0; i < table->column_count; i++)
		seen.look[i] = csv_look_at(table->no_header ? table->names[i] : table->samples[i]);
	return seen;
}

static bool is_taken(const struct table *table, int column)
{
	for (int part = 0; part < IMPORT_PARTS; part++) {
		if (table->parts[part] == column)
			return true;
	}
	return false;
}

/* The first column that looks so, from 1; one whose name says what else it is does not count. 0 where there is none. */
static int first_free(const struct table *table, const struct seen *seen, enum csv_looks looks)
{
	for (size_t i = 0; i < table->column_count; i++) {
		if (seen->look[i].looks == looks && !is_taken(table, (int)i + 1))
			return (int)i + 1;
	}
	return 0;
}

static bool looks_like(const struct seen *seen, int column, enum csv_looks looks)
{
	return column > 0 && seen->look[column - 1].looks == looks;
}

/* One column with both serves alone, whatever it is called; else a day and a time. */
static void settle_time(struct table *table, const struct seen *seen)
{
	static const enum csv_part parts[] = {CSV_PART_WHEN, CSV_PART_TIME, CSV_PART_DATE};
	int *at = table->parts, both = 0;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && both == 0; i++) {
		if (looks_like(seen, at[parts[i]], CSV_LOOKS_WHEN))
			both = at[parts[i]];
	}
	if (looks_like(seen, at[CSV_PART_WHEN], CSV_LOOKS_DATE) && at[CSV_PART_DATE] == 0)
		at[CSV_PART_DATE] = at[CSV_PART_WHEN];
	if (both == 0 && at[CSV_PART_DATE] == 0 && at[CSV_PART_TIME] == 0)
		both = first_free(table, seen, CSV_LOOKS_WHEN);
	if (both == 0 && at[CSV_PART_DATE] == 0)
		at[CSV_PART_DATE] = first_free(table, seen, CSV_LOOKS_DATE);
	if (both == 0 && at[CSV_PART_TIME] == 0)
		at[CSV_PART_TIME] = first_free(table, seen, CSV_LOOKS_TIME);
	if (both == 0 && (at[CSV_PART_DATE] == 0 || at[CSV_PART_TIME] == 0))
		both = at[CSV_PART_WHEN];
	at[CSV_PART_WHEN] = both;
	if (both != 0)
		at[CSV_PART_DATE] = at[CSV_PART_TIME] = 0;
}

void table_guess(struct table *table)
{
	struct seen seen;
	int dated;

	take_names(table);
	table->no_header = begins_with_dose(table);
	seen = look(table);
	settle_time(table, &seen);
	if (table->parts[CSV_PART_AMOUNT] == 0)
		table->parts[CSV_PART_AMOUNT] = first_free(table, &seen, CSV_LOOKS_AMOUNT);
	dated = table->parts[CSV_PART_WHEN] > 0 ? table->parts[CSV_PART_WHEN]
						: table->parts[CSV_PART_DATE];
	table->dates = dated > 0 ? (enum table_dates)seen.look[dated - 1].dates : TABLE_DATES_CLEAR;
	table->dates_open = dated > 0 && seen.look[dated - 1].open;
}
