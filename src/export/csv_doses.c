/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "csv_columns.h"
#include "csv_guard.h"
#include "csv_when.h"

enum { CELL_SIZE = 80 };

struct reader {
	const struct csv_source *source;
	struct csv csv;
	struct csv_columns columns;
	struct problems *problems;
};

static const char *field_of(const struct reader *reader, enum column column)
{
	return reader->columns.there[column] ? reader->csv.fields[reader->columns.at[column]] : "";
}

/* The bytes between blanks. */
static const char *trim(const char *text, size_t *len)
{
	text += strspn(text, " \t");
	*len = strlen(text);
	while (*len > 0 && (text[*len - 1] == ' ' || text[*len - 1] == '\t'))
		--*len;
	return text;
}

/* A value without the blanks round it, in buf or where it stands; one too long to be any is left as it is. */
static const char *value_of(const struct reader *reader, enum column column, char buf[CELL_SIZE])
{
	const char *field = field_of(reader, column);
	size_t len;
	const char *text = trim(field, &len);

	if (text[len] == '\0' || len >= CELL_SIZE)
		return text;
	memcpy(buf, text, len);
	buf[len] = '\0';
	return buf;
}

/* A text to keep: ours as it stands, a stranger's without the blanks round it. */
static char *text_of(const struct reader *reader, enum column column)
{
	const char *text = field_of(reader, column);
	size_t len;
	char *copy;

	if (reader->columns.own)
		len = strlen(text);
	else
		text = trim(text, &len);
	if (csv_is_guarded(text)) {
		text++;
		len--;
	}
	copy = mem_alloc(len + 1, 1);
	memcpy(copy, text, len);
	return copy;
}

static bool report(const struct reader *reader, enum column column, const struct err *err)
{
	problems_add(reader->problems, reader->csv.line, 0, "%s: %s", reader->columns.names[column],
		     err->msg);
	return false;
}

/* Only our own ids mean something here; those of others are passed over. */
static bool read_id(const struct reader *reader, struct dose *dose)
{
	char buf[CELL_SIZE];
	const char *text = value_of(reader, COLUMN_ID, buf);
	struct err err;
	int64_t id = 0;

	if (!reader->columns.own)
		return true;
	for (const char *c = text; *c != '\0'; c++) {
		if (*c < '0' || *c > '9' || id > INT64_C(99999999999999)) {
			err_set(&err, ERR_INVALID, "'%.60s' is not an id, which is a number", text);
			return report(reader, COLUMN_ID, &err);
		}
		id = id * 10 + (*c - '0');
	}
	dose->id = id;
	return true;
}

static bool read_moment(const struct reader *reader, struct csv_when *when)
{
	char buf[CELL_SIZE];
	struct err err;

	return csv_when_read(reader->source, value_of(reader, COLUMN_WHEN, buf), when, &err) ||
	       report(reader, COLUMN_WHEN, &err);
}

static bool read_date_and_time(const struct reader *reader, struct csv_when *when)
{
	char date[CELL_SIZE], time[CELL_SIZE];
	struct day day = {0};
	int32_t seconds = 0;
	struct err err;
	bool read = csv_date_read(value_of(reader, COLUMN_DATE, date), &day, &err) ||
		    report(reader, COLUMN_DATE, &err);

	read = (csv_time_read(value_of(reader, COLUMN_TIME, time), &seconds, &err) ||
		report(reader, COLUMN_TIME, &err)) &&
	       read;
	return read && (csv_when_place(reader->source, day, seconds, when, &err) ||
			report(reader, COLUMN_TIME, &err));
}

static bool read_when(const struct reader *reader, struct dose *dose)
{
	struct csv_when when;

	if (!(reader->columns.there[COLUMN_WHEN] ? read_moment(reader, &when)
						 : read_date_and_time(reader, &when)))
		return false;
	dose->utc = when.utc;
	dose->utc_offset = when.utc_offset;
	return true;
}

/* The unit column, the amount's own word and the header's name have to agree where they say something. */
static bool read_unit(const struct reader *reader, enum unit named, struct dose *dose)
{
	char buf[CELL_SIZE];
	const char *text = value_of(reader, COLUMN_UNIT, buf);
	enum unit said = unit_from_text(text);
	enum unit units[] = {named, said, reader->columns.unit};
	enum unit unit = UNIT_NONE;
	struct err err;

	if (*text != '\0' && said == UNIT_NONE) {
		err_set(&err, ERR_INVALID, "'%.60s' is not a unit; g, capsule, ml, tablet, mg are",
			text);
		return report(reader, COLUMN_UNIT, &err);
	}
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (units[i] == UNIT_NONE || units[i] == unit)
			continue;
		if (unit != UNIT_NONE) {
			err_set(&err, ERR_INVALID,
				"'%.60s' is said to be in %s and in %s, which are not the same",
				field_of(reader, COLUMN_AMOUNT), unit_name(unit),
				unit_name(units[i]));
			return report(reader, COLUMN_AMOUNT, &err);
		}
		unit = units[i];
	}
	dose->unit = unit == UNIT_NONE ? reader->source->default_unit : unit;
	return true;
}

static bool read_amount(const struct reader *reader, struct dose *dose)
{
	enum unit named = UNIT_NONE;
	char buf[CELL_SIZE];
	struct err err;
	bool read = amount_read(value_of(reader, COLUMN_AMOUNT, buf), &dose->amount, &named, &err);

	if (!read)
		report(reader, COLUMN_AMOUNT, &err);
	return read_unit(reader, named, dose) && read;
}

static bool read_product(const struct reader *reader, struct dose *dose)
{
	char *text = text_of(reader, COLUMN_PRODUCT);
	bool fits = str_copy(dose->product, sizeof(dose->product),
			     text[0] == '\0' ? DOSE_DEFAULT_PRODUCT : text);
	struct err err;

	if (!fits) {
		err_set(&err, ERR_INVALID, "'%.60s' is longer than %d bytes", text,
			DOSE_PRODUCT_SIZE - 1);
		report(reader, COLUMN_PRODUCT, &err);
	}
	free(text);
	return fits;
}

/* Everything wrong with a line is told, not only the first of it. */
static bool read_dose(const struct reader *reader, struct dose *dose)
{
	bool read = read_id(reader, dose);
	struct err err;

	read = read_when(reader, dose) && read;
	read = read_amount(reader, dose) && read;
	read = read_product(reader, dose) && read;
	dose->tags = text_of(reader, COLUMN_TAGS);
	dose->note = text_of(reader, COLUMN_NOTE);
	if (read && !dose_valid(dose, &err)) {
		problems_add(reader->problems, reader->csv.line, 0, "%s", err.msg);
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

static bool read_record(const struct reader *reader, struct dose *dose)
{
	const struct csv *csv = &reader->csv;

	if (csv->field_count != reader->columns.count) {
		problems_add(reader->problems, csv->line, 0,
			     "the line has %zu value%s, but the header has %zu columns",
			     csv->field_count, csv->field_count == 1 ? "" : "s",
			     reader->columns.count);
		return false;
	}
	if (read_dose(reader, dose))
		return true;
	dose_free(dose);
	return false;
}

static bool read_header(struct reader *reader, struct err *err)
{
	const struct csv_source *source = reader->source;
	const char *problem;

	if (source->len >= 2 &&
	    (memcmp(source->text, "\xFF\xFE", 2) == 0 || memcmp(source->text, "\xFE\xFF", 2) == 0))
		return err_set(err, ERR_FORMAT, "the text is UTF-16; save it as UTF-8");
	if (csv_next(&reader->csv, &problem))
		return csv_columns_find(&reader->csv, &reader->columns, err);
	if (problem != NULL)
		return err_set(err, ERR_FORMAT, "line %d: %s", reader->csv.line, problem);
	return err_set(err, ERR_FORMAT,
		       "nothing is in it; a first line like 'taken_at,amount,unit' is wanted");
}

bool csv_read_doses(const struct csv_source *source, struct dose **doses, size_t *count,
		    struct problems *problems, struct err *err)
{
	struct reader reader = {.source = source, .problems = problems};
	struct dose *read = NULL;
	size_t done = 0, cap = 0;
	const char *problem = NULL;
	bool header;

	csv_begin(&reader.csv, source->text, source->len);
	header = read_header(&reader, err);
	while (header) {
		if (!csv_next(&reader.csv, &problem)) {
			if (problem == NULL)
				break;
			problems_add(problems, reader.csv.line, 0, "%s", problem);
			continue;
		}
		if (is_blank(&reader.csv))
			continue;
		read = mem_grow(read, &cap, done + 1, sizeof(*read));
		read[done] = (struct dose)DOSE_INIT;
		done += read_record(&reader, &read[done]) ? 1 : 0;
	}
	csv_free(&reader.csv);
	if (!header)
		return false;
	*doses = read;
	*count = done;
	return true;
}
