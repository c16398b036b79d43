/* SPDX-License-Identifier: MIT */
#include "export/csv_layout.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

enum { NUMBER_MOST = 999 };

static const char *const part_names[] = {
	[CSV_PART_WHEN] = "when",     [CSV_PART_DATE] = "date", [CSV_PART_TIME] = "time",
	[CSV_PART_AMOUNT] = "amount", [CSV_PART_UNIT] = "unit", [CSV_PART_PRODUCT] = "product",
	[CSV_PART_TAGS] = "tags",     [CSV_PART_NOTE] = "note",
};
static_assert(sizeof(part_names) / sizeof(part_names[0]) == CSV_PART_COUNT, "one word a part");

/* A word for one of a few characters or orders. */
struct word {
	const char *word;
	int value;
};

static const struct word separators[] = {{",", ','},    {";", ';'},         {"|", '|'},
					 {"tab", '\t'}, {"semicolon", ';'}, {"comma", ','},
					 {"\t", '\t'},  {NULL, 0}};
static const struct word decimals[] = {
	{".", '.'}, {",", ','}, {"point", '.'}, {"comma", ','}, {NULL, 0}};
static const struct word orders[] = {
	{"ymd", CSV_DATES_YMD}, {"dmy", CSV_DATES_DMY}, {"mdy", CSV_DATES_MDY}, {NULL, 0}};

const char *csv_part_name(enum csv_part part)
{
	return part_names[part];
}

/* What a person said, or 0 where nothing was. */
static bool read_word(const struct word *words, const char *said, const char *wanted, int *value,
		      struct err *err)
{
	*value = 0;
	if (said == NULL)
		return true;
	for (; words->word != NULL; words++) {
		if (strcmp(words->word, said) == 0) {
			*value = words->value;
			return true;
		}
	}
	return err_set(err, ERR_USAGE, "'%.40s' is not known here; write %s", said, wanted);
}

static bool find_part(const char *word, enum csv_part *part, struct err *err)
{
	for (int i = 0; i < CSV_PART_COUNT; i++) {
		if (strcmp(part_names[i], word) == 0) {
			*part = (enum csv_part)i;
			return true;
		}
	}
	return err_set(err, ERR_USAGE,
		       "--columns: '%.40s' is no part of a dose; when, date, time, amount, unit, "
		       "product, tags and note are",
		       word);
}

/* A number, or else a name. */
static bool read_place(const char *text, struct csv_place *place, struct err *err)
{
	size_t digits = strspn(text, "0123456789");
	int number = 0;

	if (text[0] == '\0' || !str_copy(place->name, sizeof(place->name), text))
		return err_set(err, ERR_USAGE, "--columns: '%.60s' is not the name of a column",
			       text);
	if (text[digits] != '\0')
		return true;
	for (size_t i = 0; i < digits && number <= NUMBER_MOST; i++)
		number = number * 10 + (text[i] - '0');
	if (number < 1 || number > NUMBER_MOST)
		return err_set(err, ERR_USAGE, "--columns: columns are counted from 1, not %.20s",
			       text);
	place->number = number;
	place->name[0] = '\0';
	return true;
}

/* "amount=3". */
static bool read_part(char *text, struct csv_layout *layout, struct err *err)
{
	char *equals = strchr(text, '=');
	enum csv_part part = CSV_PART_WHEN;

	if (equals == NULL)
		return err_set(err, ERR_USAGE,
			       "--columns: '%.40s' is not like date=1,time=2,amount=Dose", text);
	*equals = '\0';
	if (!find_part(text, &part, err))
		return false;
	if (layout->places[part].number != 0 || layout->places[part].name[0] != '\0')
		return err_set(err, ERR_USAGE, "--columns: '%s' is there twice", text);
	return read_place(equals + 1, &layout->places[part], err);
}

static bool read_parts(const char *columns, struct csv_layout *layout, struct err *err)
{
	struct str text = STR_INIT;
	char *at;
	bool done = true;

	str_add(&text, columns);
	at = text.data;
	while (done && *at != '\0') {
		size_t len = strcspn(at, ",");
		bool more = at[len] == ',';

		at[len] = '\0';
		done = read_part(at, layout, err);
		at += len + (more ? 1 : 0);
	}
	str_free(&text);
	return done;
}

static bool has(const struct csv_layout *layout, enum csv_part part)
{
	return layout->places[part].number != 0 || layout->places[part].name[0] != '\0';
}

static bool is_whole(const struct csv_layout *layout, struct err *err)
{
	bool when = has(layout, CSV_PART_WHEN), date = has(layout, CSV_PART_DATE);
	bool time = has(layout, CSV_PART_TIME);

	if (!has(layout, CSV_PART_AMOUNT))
		return err_set(err, ERR_USAGE, "the column of the amount is missing");
	if (when && (date || time))
		return err_set(err, ERR_USAGE,
			       "there is a column with day and time in one, and another one");
	if (!when && !(date && time))
		return err_set(err, ERR_USAGE,
			       "the column of the %s is missing; 'when' is one that has both",
			       date   ? "time"
			       : time ? "date"
				      : "date and that of the time");
	for (int i = 0; layout->no_header && i < CSV_PART_COUNT; i++) {
		if (layout->places[i].name[0] != '\0')
			return err_set(err, ERR_USAGE,
				       "without a header the columns have numbers, not names such "
				       "as '%.40s'",
				       layout->places[i].name);
	}
	return true;
}

bool csv_layout_read(const struct csv_layout_words *words, struct csv_layout *layout,
		     struct err *err)
{
	struct csv_layout read = {.no_header = words->no_header};
	int separator, decimal, dates;

	if (!read_word(separators, words->separator, "a comma, a semicolon, | or tab", &separator,
		       err))
		return err_wrap(err, "--separator");
	if (!read_word(decimals, words->decimal, "point or comma", &decimal, err))
		return err_wrap(err, "--decimal");
	if (!read_word(orders, words->dates, "ymd, dmy or mdy", &dates, err))
		return err_wrap(err, "--dates");
	if (words->columns == NULL && words->no_header)
		return err_set(err, ERR_USAGE,
			       "without a header it is --columns that says which is which, such "
			       "as date=1,time=2,amount=3");
	read.by_name = words->columns == NULL;
	read.separator = (char)separator;
	read.decimal = (char)decimal;
	read.dates = (enum csv_dates)dates;
	if (!read.by_name && (!read_parts(words->columns, &read, err) || !is_whole(&read, err)))
		return false;
	*layout = read;
	return true;
}
