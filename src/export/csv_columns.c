/* SPDX-License-Identifier: MIT */
#include "csv_columns.h"

#include <ctype.h>
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
