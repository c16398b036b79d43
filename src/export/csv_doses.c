/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/plural.h"
#include "csv_columns.h"
#include "csv_guard.h"
#include "csv_when.h"

struct csv_log {
	struct csv_source source;
	struct csv csv;
	struct csv_columns columns;
	struct problems *problems; /* borrowed */
	bool pending;              /* the first line is a dose, and was read already */
};

static char *field_of(const struct csv_log *log, enum column column)
{
	return log->columns.there[column] ? log->csv.fields[log->columns.at[column]] : str_empty;
}

/* Without the blanks round it; in place. */
static char *trim(char *text)
{
	size_t len;

	text += strspn(text, " \t");
	len = strlen(text);
	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
		len--;
	text[len] = '\0';
	return text;
}

static const char *value_of(const struct csv_log *log, enum column column)
{
	return trim(field_of(log, column));
}

/* A text to keep: ours as it stands, a stranger's without the blanks round it. */
static char *text_of(const struct csv_log *log, enum column column)
{
	char *text = field_of(log, column);

	if (!log->columns.own)
		text = trim(text);
	return csv_is_guarded(text) ? text + 1 : text;
}

static bool report(const struct csv_log *log, enum column column, const struct err *err)
{
	problems_add(log->problems, log->csv.line, 0, "%s: %s", log->columns.names[column],
		     err->msg);
	return false;
}

/* Only our own ids mean something here; those of others are passed over. */
static bool read_id(const struct csv_log *log, struct dose *dose)
{
	const char *text = value_of(log, COLUMN_ID);
	struct err err;
	int64_t id = 0;

	if (!log->columns.own)
		return true;
	for (const char *c = text; *c != '\0'; c++) {
		if (*c < '0' || *c > '9' || id > INT64_C(99999999999999)) {
			err_set(&err, ERR_INVALID, "'%.60s' is not an id, which is a number", text);
			return report(log, COLUMN_ID, &err);
		}
		id = id * 10 + (*c - '0');
	}
	dose->id = id;
	return true;
}

static bool read_moment(const struct csv_log *log, struct csv_when *when)
{
	struct err err;

	return csv_when_read(&log->source, value_of(log, COLUMN_WHEN), log->columns.dates, when,
			     &err) ||
	       report(log, COLUMN_WHEN, &err);
}

/* A spreadsheet's day has a midnight behind it; the time stands in the other column. */
static const char *date_of(const struct csv_log *log)
{
	char *text = field_of(log, COLUMN_DATE), *rest = text + strcspn(text, " T");

	if (*rest != '\0' && rest[1] != '\0' && rest[1 + strspn(rest + 1, "0:")] == '\0')
		*rest = '\0';
	return value_of(log, COLUMN_DATE);
}

/* A column of times may say the day once more; another day than the one beside it is a mistake. */
static bool has_both(const struct csv_log *log, struct day day, struct csv_when *when)
{
	const char *text = value_of(log, COLUMN_TIME);
	struct csv_when read;
	struct err none;

	if (strpbrk(text, "-/.") == NULL ||
	    !csv_when_read(&log->source, text, log->columns.dates, &read, &none) ||
	    moment_from_utc(read.utc, read.utc_offset).day.n != day.n)
		return false;
	*when = read;
	return true;
}

static bool read_date_and_time(const struct csv_log *log, struct csv_when *when)
{
	struct day day = {0};
	int32_t seconds = 0;
	struct err err;
	bool read = csv_date_read(date_of(log), log->columns.dates, &day, &err) ||
		    report(log, COLUMN_DATE, &err);

	if (read && has_both(log, day, when))
		return true;
	read = (csv_time_read(value_of(log, COLUMN_TIME), &seconds, &err) ||
		report(log, COLUMN_TIME, &err)) &&
	       read;
	return read && (csv_when_place(&log->source, day, seconds, when, &err) ||
			report(log, COLUMN_TIME, &err));
}

static bool read_when(const struct csv_log *log, struct dose *dose)
{
	struct csv_when when;

	if (!(log->columns.there[COLUMN_WHEN] ? read_moment(log, &when)
					      : read_date_and_time(log, &when)))
		return false;
	dose->utc = when.utc;
	dose->utc_offset = when.utc_offset;
	return true;
}

/* The unit column, the amount's own word and the header's name have to agree where they say something. */
static bool read_unit(const struct csv_log *log, enum unit named, struct dose *dose)
{
	const char *text = value_of(log, COLUMN_UNIT);
	enum unit said = unit_from_text(text);
	enum unit units[] = {named, said, log->columns.unit};
	enum unit unit = UNIT_NONE;
	struct err err;

	if (*text != '\0' && said == UNIT_NONE) {
		err_set(&err, ERR_INVALID, "'%.60s' is not a unit; g, capsule, ml, tablet, mg are",
			text);
		return report(log, COLUMN_UNIT, &err);
	}
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (units[i] == UNIT_NONE || units[i] == unit)
			continue;
		if (unit != UNIT_NONE) {
			err_set(&err, ERR_INVALID,
				"'%.60s' is said to be in %s and in %s, which are not the same",
				field_of(log, COLUMN_AMOUNT), unit_name(unit), unit_name(units[i]));
			return report(log, COLUMN_AMOUNT, &err);
		}
		unit = units[i];
	}
	dose->unit = unit == UNIT_NONE ? log->source.default_unit : unit;
	if (dose->unit != UNIT_NONE)
		return true;
	err_set(&err, ERR_INVALID,
		"no unit is named; say which is meant (unit): g, capsule, ml, tablet or mg");
	return report(log, COLUMN_AMOUNT, &err);
}

/* Where the decimal mark was said, the other one is no decimal mark. */
static bool has_other_mark(const struct csv_log *log, const char *text, struct err *err)
{
	char other = log->columns.decimal == ',' ? '.' : ',';

	return log->columns.decimal != 0 && strchr(text, other) != NULL &&
	       !err_set(err, ERR_INVALID, "'%.60s' has a '%c', and the decimal mark is '%c'", text,
			other, log->columns.decimal);
}

static bool read_amount(const struct csv_log *log, struct dose *dose)
{
	enum unit named = UNIT_NONE;
	struct err err;
	const char *text = value_of(log, COLUMN_AMOUNT);
	bool read =
		!has_other_mark(log, text, &err) && amount_read(text, &dose->amount, &named, &err);

	if (!read)
		report(log, COLUMN_AMOUNT, &err);
	return read_unit(log, named, dose) && read;
}

static bool read_product(const struct csv_log *log, struct dose *dose)
{
	const char *text = text_of(log, COLUMN_PRODUCT);
	struct err err;

	if (text[0] == '\0')
		text = log->source.default_product != NULL ? log->source.default_product
							   : DOSE_DEFAULT_PRODUCT;
	if (str_copy(dose->product, sizeof(dose->product), text))
		return true;
	err_set(&err, ERR_INVALID, "'%.60s' is longer than %d bytes", text, DOSE_PRODUCT_SIZE - 1);
	return report(log, COLUMN_PRODUCT, &err);
}

/* Everything wrong with a line is told, not only the first of it. */
static bool read_dose(const struct csv_log *log, struct dose *dose)
{
	bool read = read_id(log, dose);
	struct err err;

	read = read_when(log, dose) && read;
	read = read_amount(log, dose) && read;
	read = read_product(log, dose) && read;
	dose->tags = text_of(log, COLUMN_TAGS);
	dose->note = text_of(log, COLUMN_NOTE);
	if (read && !dose_valid(dose, &err)) {
		problems_add(log->problems, log->csv.line, 0, "%s", err.msg);
		read = false;
	}
	return read;
}

static bool is_blank(const struct csv *csv)
{
	for (size_t i = 0; i < csv->field_count; i++) {
		if (csv->fields[i][0] != '\0')
			return false;
	}
	return true;
}

static bool read_record(const struct csv_log *log, struct dose *dose)
{
	const struct csv *csv = &log->csv;

	if (csv->field_count == log->columns.count)
		return read_dose(log, dose);
	problems_add(
		log->problems, csv->line, 0,
		plural_of((int64_t)log->columns.count,
			  plural_of((int64_t)csv->field_count,
				    "the line has %zu value, but the header has %zu column",
				    "the line has %zu values, but the header has %zu column"),
			  plural_of((int64_t)csv->field_count,
				    "the line has %zu value, but the header has %zu columns",
				    "the line has %zu values, but the header has %zu columns")),
		csv->field_count, log->columns.count);
	return false;
}

static bool read_header(struct csv_log *log, struct err *err)
{
	struct csv *csv = &log->csv;
	const char *problem;

	if (csv->len >= 2 &&
	    (memcmp(csv->text, "\xFF\xFE", 2) == 0 || memcmp(csv->text, "\xFE\xFF", 2) == 0))
		return err_set(err, ERR_FORMAT, "the text is UTF-16; save it as UTF-8");
	if (csv_next(csv, &problem)) {
		log->pending = log->source.layout != NULL && log->source.layout->no_header;
		return log->source.layout != NULL
			       ? csv_columns_place(csv, log->source.layout, &log->columns, err)
			       : csv_columns_find(csv, &log->columns, err);
	}
	if (csv->failed) {
		*err = csv->err;
		return false;
	}
	if (problem != NULL)
		return err_set(err, ERR_FORMAT, "line %d: %s", csv->line, problem);
	return err_set(err, ERR_FORMAT,
		       "nothing is in it; a first line like 'taken_at,amount,unit' is wanted");
}

bool csv_log_open(const struct csv_source *source, struct problems *problems, struct csv_log **log,
		  struct err *err)
{
	struct csv_log *opened = mem_alloc(1, sizeof(*opened));

	opened->source = *source;
	opened->problems = problems;
	csv_begin(&opened->csv, source->feed);
	if (source->layout != NULL && source->layout->separator != 0)
		opened->csv.separator = source->layout->separator;
	if (!read_header(opened, err)) {
		csv_log_close(opened);
		return false;
	}
	*log = opened;
	return true;
}

void csv_log_close(struct csv_log *log)
{
	if (log == NULL)
		return;
	csv_free(&log->csv);
	free(log);
}

bool csv_log_next(struct csv_log *log, struct dose *dose, int *line, struct err *err)
{
	const char *problem = NULL;

	for (;;) {
		bool again = log->pending;

		log->pending = false;
		if (!again && !csv_next(&log->csv, &problem)) {
			if (log->csv.failed)
				*err = log->csv.err;
			if (log->csv.failed || problem == NULL)
				return false;
			problems_add(log->problems, log->csv.line, 0, "%s", problem);
			continue;
		}
		*dose = (struct dose)DOSE_INIT;
		*line = log->csv.line;
		if (!is_blank(&log->csv) && read_record(log, dose))
			return true;
	}
}

bool csv_log_is_own(const struct csv_log *log)
{
	return log->columns.own;
}
