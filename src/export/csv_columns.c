/* SPDX-License-Identifier: MIT */
#include "csv_columns.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct column_name {
	const char *name; /* lower case, blanks for _ and - */
	enum column column;
};

static const char own_time[] = "taken at";

static const struct column_name column_names[] = {
	{"id", COLUMN_ID},           {own_time, COLUMN_WHEN},     {"taken", COLUMN_WHEN},
	{"when", COLUMN_WHEN},       {"datetime", COLUMN_WHEN},   {"date time", COLUMN_WHEN},
	{"date/time", COLUMN_WHEN},  {"timestamp", COLUMN_WHEN},  {"date", COLUMN_DATE},
	{"day", COLUMN_DATE},        {"time", COLUMN_TIME},       {"time of day", COLUMN_TIME},
	{"amount", COLUMN_AMOUNT},   {"dose", COLUMN_AMOUNT},     {"dosage", COLUMN_AMOUNT},
	{"quantity", COLUMN_AMOUNT}, {"weight", COLUMN_AMOUNT},   {"unit", COLUMN_UNIT},
	{"units", COLUMN_UNIT},      {"product", COLUMN_PRODUCT}, {"substance", COLUMN_PRODUCT},
	{"strain", COLUMN_PRODUCT},  {"kind", COLUMN_PRODUCT},    {"tags", COLUMN_TAGS},
	{"tag", COLUMN_TAGS},        {"note", COLUMN_NOTE},       {"notes", COLUMN_NOTE},
	{"comment", COLUMN_NOTE},    {"comments", COLUMN_NOTE},
};

/* " Taken_At " -> "taken at"; "" where it is too long to be a name of ours. */
static void normalise(const char *text, char name[COLUMN_NAME_SIZE])
{
	size_t len;

	while (*text == ' ')
		text++;
	len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	if (len >= COLUMN_NAME_SIZE)
		len = 0;
	for (size_t i = 0; i < len; i++) {
		bool blank = text[i] == '_' || text[i] == '-';

		name[i] = blank ? ' ' : (char)tolower((unsigned char)text[i]);
	}
	name[len] = '\0';
}

static enum column find_name(const char *name)
{
	for (size_t i = 0; i < sizeof(column_names) / sizeof(column_names[0]); i++) {
		if (strcmp(name, column_names[i].name) == 0)
			return column_names[i].column;
	}
	return COLUMN_NONE;
}

/* "amount (g)", "dose [mg]", "dose mg": cuts the unit off the name. UNIT_NONE, name untouched, where there is none. */
static enum unit cut_unit(char *name)
{
	size_t len = strlen(name);
	char *last = strrchr(name, ' ');
	char word[COLUMN_NAME_SIZE];
	enum unit unit;

	if (len > 0 && (name[len - 1] == ')' || name[len - 1] == ']')) {
		last = strpbrk(name, "([");
		if (last == NULL || last + 1 > name + len - 1)
			return UNIT_NONE;
		memcpy(word, last + 1, (size_t)(name + len - 1 - (last + 1)));
		word[name + len - 1 - (last + 1)] = '\0';
	} else if (last == NULL || !str_copy(word, sizeof(word), last + 1)) {
		return UNIT_NONE;
	}
	unit = unit_from_text(word);
	if (unit == UNIT_NONE)
		return UNIT_NONE;
	while (last > name && last[-1] == ' ')
		last--;
	*last = '\0';
	return unit;
}

/* The column a header cell names, and the unit its name says. */
static enum column find_column(const char *name, enum unit *unit)
{
	enum column column = find_name(name);
	char base[COLUMN_NAME_SIZE];

	*unit = UNIT_NONE;
	if (column != COLUMN_NONE || !str_copy(base, sizeof(base), name))
		return column;
	*unit = unit_from_text(name);
	if (*unit != UNIT_NONE)
		return COLUMN_AMOUNT;
	*unit = cut_unit(base);
	if (*unit == UNIT_NONE || find_name(base) != COLUMN_AMOUNT)
		return COLUMN_NONE;
	return COLUMN_AMOUNT;
}

static bool named_twice(const struct csv_columns *columns, enum column a, enum column b,
			struct err *err)
{
	return err_set(err, ERR_FORMAT,
		       "the columns '%s' and '%s' say the same thing; keep one of them",
		       columns->names[a], columns->names[b]);
}

static void move_column(struct csv_columns *columns, enum column from, enum column to)
{
	columns->there[to] = true;
	columns->there[from] = false;
	columns->at[to] = columns->at[from];
	memcpy(columns->names[to], columns->names[from], COLUMN_NAME_SIZE);
}

/* A day and a time, or one column with both, whatever it is called; never a guess between two. */
static bool settle_time(struct csv_columns *columns, struct err *err)
{
	bool date = columns->there[COLUMN_DATE], time = columns->there[COLUMN_TIME];

	if (columns->there[COLUMN_WHEN] && (date || time))
		return named_twice(columns, COLUMN_WHEN, date ? COLUMN_DATE : COLUMN_TIME, err);
	if (date != time)
		move_column(columns, date ? COLUMN_DATE : COLUMN_TIME, COLUMN_WHEN);
	if (!date && !time && !columns->there[COLUMN_WHEN])
		return err_set(err, ERR_FORMAT,
			       "no column in the header is called 'taken_at', 'datetime', or "
			       "'date' and 'time'");
	if (!columns->there[COLUMN_AMOUNT])
		return err_set(err, ERR_FORMAT,
			       "no column in the header is called 'amount', 'dose' or 'grams'");
	return true;
}

bool csv_columns_find(const struct csv *csv, struct csv_columns *columns, struct err *err)
{
	struct csv_columns found = {.count = csv->field_count};

	for (size_t i = 0; i < csv->field_count; i++) {
		char name[COLUMN_NAME_SIZE];
		enum unit unit;
		enum column column;

		normalise(csv->fields[i], name);
		column = find_column(name, &unit);
		if (column == COLUMN_NONE)
			continue;
		if (found.there[column])
			return err_set(
				err, ERR_FORMAT,
				"the columns '%s' and '%.60s' say the same thing; keep one of them",
				found.names[column], csv->fields[i]);
		found.there[column] = true;
		found.at[column] = i;
		if (!str_copy(found.names[column], COLUMN_NAME_SIZE, csv->fields[i]))
			memcpy(found.names[column], name, sizeof(name));
		if (column == COLUMN_AMOUNT)
			found.unit = unit;
		found.own = found.own || strcmp(name, own_time) == 0;
	}
	if (!settle_time(&found, err))
		return false;
	*columns = found;
	return true;
}

static const enum column columns_of[] = {
	[CSV_PART_WHEN] = COLUMN_WHEN, [CSV_PART_DATE] = COLUMN_DATE,
	[CSV_PART_TIME] = COLUMN_TIME, [CSV_PART_AMOUNT] = COLUMN_AMOUNT,
	[CSV_PART_UNIT] = COLUMN_UNIT, [CSV_PART_PRODUCT] = COLUMN_PRODUCT,
	[CSV_PART_TAGS] = COLUMN_TAGS, [CSV_PART_NOTE] = COLUMN_NOTE,
};

/* The index of a column; names are compared as those of headers are. */
static bool find_place(const struct csv *csv, const struct csv_place *place, size_t *at,
		       struct err *err)
{
	char wanted[COLUMN_NAME_SIZE], name[COLUMN_NAME_SIZE];
	size_t found = csv->field_count;

	if (place->number > 0) {
		*at = (size_t)place->number - 1;
		return *at < csv->field_count ||
		       err_set(err, ERR_FORMAT, "there is no column %d; the first line has %zu",
			       place->number, csv->field_count);
	}
	normalise(place->name, wanted);
	for (size_t i = 0; i < csv->field_count; i++) {
		normalise(csv->fields[i], name);
		if (strcmp(name, wanted) != 0)
			continue;
		if (found < csv->field_count)
			return err_set(err, ERR_FORMAT,
				       "two columns are called '%.40s'; say its number instead",
				       place->name);
		found = i;
	}
	*at = found;
	return found < csv->field_count ||
	       err_set(err, ERR_FORMAT, "no column is called '%.40s'", place->name);
}

static void name_column(const struct csv *csv, bool no_header, size_t at, char *name)
{
	if (no_header || csv->fields[at][0] == '\0' ||
	    !str_copy(name, COLUMN_NAME_SIZE, csv->fields[at]))
		snprintf(name, COLUMN_NAME_SIZE, "column %zu", at + 1);
}

bool csv_columns_place(const struct csv *csv, const struct csv_layout *layout,
		       struct csv_columns *columns, struct err *err)
{
	struct csv_columns placed = {.count = csv->field_count};

	if (layout->by_name && !csv_columns_find(csv, &placed, err))
		return false;
	placed.dates = layout->dates;
	placed.decimal = layout->decimal;
	for (int part = 0; part < CSV_PART_COUNT; part++) {
		const struct csv_place *place = &layout->places[part];
		enum column column = columns_of[part];
		size_t at = 0;

		if (place->number == 0 && place->name[0] == '\0')
			continue;
		if (!find_place(csv, place, &at, err))
			return err_wrap(err, "%s", csv_part_name((enum csv_part)part));
		placed.there[column] = true;
		placed.at[column] = at;
		name_column(csv, layout->no_header, at, placed.names[column]);
		if (column == COLUMN_AMOUNT && !layout->no_header) {
			char name[COLUMN_NAME_SIZE];

			normalise(csv->fields[at], name);
			placed.unit = unit_from_text(name);
			if (placed.unit == UNIT_NONE)
				placed.unit = cut_unit(name);
		}
	}
	*columns = placed;
	return true;
}

enum csv_part csv_part_of(const char *cell)
{
	char name[COLUMN_NAME_SIZE];
	enum unit unit;
	enum column column;

	normalise(cell, name);
	column = find_column(name, &unit);
	for (int part = 0; part < CSV_PART_COUNT; part++) {
		if (columns_of[part] == column)
			return (enum csv_part)part;
	}
	return CSV_PART_COUNT;
}
