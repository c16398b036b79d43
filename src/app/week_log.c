/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/log.h"
#include "app/week.h"
#include "app_private.h"
#include "base/mem.h"
#include "bring.h"

enum { NOON = 12 * 60 };

/* Every dose that is typed, in the order of the days. */
struct typing {
	struct dose *doses; /* owned */
	size_t count, cap;
	size_t next;
	int64_t resolved;
};

static void typing_free(struct typing *typing)
{
	for (size_t i = 0; i < typing->count; i++)
		dose_free(&typing->doses[i]);
	free(typing->doses);
}

/* A dose of that day on the calendar's day its time is on. */
static bool add_dose(struct app *app, struct day day, int16_t minute, const char *amount,
		     struct typing *typing, struct err *err)
{
	bool late = minute < app->settings.day_starts;
	char iso[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE], when[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE];
	struct log_request request = {.amount = amount, .when = when};
	struct logged logged;

	snprintf(when, sizeof(when), "%s %s", day_iso(day_add(day, late ? 1 : 0), iso),
		 minute_text(minute, time));
	if (!app_log_read(app, &request, &logged, err))
		return false;
	typing->doses =
		mem_grow(typing->doses, &typing->cap, typing->count + 1, sizeof(*typing->doses));
	typing->doses[typing->count++] = logged.dose;
	typing->resolved += logged.said[0] != '\0' ? 1 : 0;
	return true;
}

static bool is_tick(const char *word)
{
	return strcmp(word, "x") == 0 || strcmp(word, "X") == 0 || strcmp(word, "\u2713") == 0;
}

static bool is_none(const char *word)
{
	return strcmp(word, "0") == 0 || strcmp(word, "-") == 0;
}

/* One word of a cell: "2.5", or "2.5@8:40". */
struct word {
	const struct week *week;
	struct week_place at;
	char *text; /* to be cut */
};

static bool read_amount(struct app *app, const struct word *word, struct typing *typing,
			struct err *err)
{
	const struct week_day *day = &word->week->days[word->at.day];
	int16_t minute = word->week->columns[word->at.column].minute;
	char *at = strchr(word->text, '@'), text[AMOUNT_TEXT_SIZE];
	struct amount amount;

	if (at != NULL) {
		*at = '\0';
		if (!minute_read(at + 1, &minute, err))
			return false;
	}
	if (minute < 0)
		return err_set(err, ERR_INVALID, "a time is missing: write %.20s@15:10",
			       word->text);
	if (!amount_read_in(word->text, word->week->unit, &amount, err))
		return false;
	return add_dose(app, day->day, minute, amount_with_unit(amount, word->week->unit, text),
			typing, err);
}

static bool read_tick(struct app *app, const struct word *word, struct typing *typing,
		      struct err *err)
{
	const struct week_day *day = &word->week->days[word->at.day];
	struct amount planned = day->cells[word->at.column].planned;
	char text[AMOUNT_TEXT_SIZE];

	if (planned.nano == 0)
		return err_set(err, ERR_INVALID, "no amount is planned here; type what was taken");
	return add_dose(app, day->day, word->week->columns[word->at.column].minute,
			amount_with_unit(planned, word->week->unit, text), typing, err);
}

/* What is in the log already stays as it is; the last column takes more. */
static bool is_open(const struct week *week, struct week_place at, struct err *err)
{
	const struct week_cell *cell = &week->days[at.day].cells[at.column];
	char text[AMOUNT_TEXT_SIZE];

	return cell->logged.nano == 0 || at.column + 1 == week->column_count ||
	       err_set(err, ERR_INVALID,
		       "%s is in the log here already, so nothing is added: History corrects it, "
		       "and the "
		       "last column takes another dose",
		       amount_fixed_with_unit(cell->logged, week->decimals, week->unit, text));
}

/* What the cells of a day say, one after the other. */
struct row {
	struct app *app;
	const struct week *week;
	struct typing typing;
};

static bool read_word(struct row *row, const struct word *word, bool *none, struct err *err)
{
	if (is_none(word->text)) {
		*none = true;
		return true;
	}
	return is_tick(word->text) ? read_tick(row->app, word, &row->typing, err)
				   : read_amount(row->app, word, &row->typing, err);
}

static bool read_cell(struct row *row, struct week_place place, const char *text, bool *none,
		      struct err *err)
{
	char words[WEEK_CELL_SIZE], *at = words;

	*none = false;
	if (!str_copy(words, sizeof(words), text))
		return err_set(err, ERR_INVALID, "that is more than a cell can hold");
	at += strspn(at, " ");
	if (*at != '\0' && !is_open(row->week, place, err))
		return false;
	while (*at != '\0') {
		struct word word = {.week = row->week, .at = place, .text = at};
		size_t len = strcspn(at, " ");
		bool more = at[len] != '\0';

		at[len] = '\0';
		at += len + (more ? 1 : 0);
		at += strspn(at, " ");
		if (!read_word(row, &word, none, err))
			return false;
	}
	return true;
}

bool app_week_read(struct app *app, const struct week *week, struct week_place place,
		   const char *text, struct week_typed *typed, struct err *err)
{
	struct row row = {.app = app, .week = week};
	struct week_typed read = {.doses = 0};
	bool done = read_cell(&row, place, text, &read.none, err);

	for (size_t i = 0; i < row.typing.count; i++)
		read.sum.nano += row.typing.doses[i].amount.nano;
	read.doses = (int)row.typing.count;
	typing_free(&row.typing);
	if (done)
		*typed = read;
	return done;
}

/* "None" is true of a day where nothing is logged or typed, and every dose, or the last column, says so. */
static bool says_none(const struct week *week, size_t day, const bool *none, size_t doses)
{
	const struct week_day *of = &week->days[day];
	size_t last = week->column_count - 1, asked = 0, said = 0;

	if (doses > 0 || of->none || of->taken.nano > 0)
		return false;
	for (size_t i = 0; i < last; i++) {
		bool wanted = !of->has_target || of->cells[i].planned.nano > 0;

		asked += wanted ? 1 : 0;
		said += wanted && none[i] ? 1 : 0;
	}
	return none[last] || (asked > 0 && said == asked);
}

static bool name_cell(const struct week *week, struct week_place at, struct err *err)
{
	char text[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	int16_t minute = week->columns[at.column].minute;

	day_short(week->days[at.day].day, text);
	return err_wrap(err, "%s, %s", text, minute >= 0 ? minute_text(minute, time) : "extra");
}

static bool read_day(struct row *row, size_t day, const struct week_cells *cells, struct err *err)
{
	const struct week *week = row->week;
	bool none[WEEK_COLUMNS] = {false};
	size_t before = row->typing.count;
	int16_t minute = week->column_count > 1 ? week->columns[0].minute : NOON;
	struct week_place at = {.day = day};

	for (; at.column < week->column_count; at.column++) {
		if (!read_cell(row, at, cells->text[day][at.column], &none[at.column], err))
			return name_cell(week, at, err);
	}
	if (!says_none(week, day, none, row->typing.count - before) ||
	    add_dose(row->app, week->days[day].day, minute, "0", &row->typing, err))
		return true;
	return name_cell(week, (struct week_place){.day = day}, err);
}

static bool read_all(struct row *row, const struct week_cells *cells, struct err *err)
{
	for (size_t day = 0; day < WEEK_DAYS; day++) {
		if (!read_day(row, day, cells, err))
			return false;
	}
	return true;
}

static bool begin(void *context, struct problems *problems, struct err *err)
{
	struct typing *typing = context;

	(void)problems;
	(void)err;
	typing->next = 0;
	return true;
}

static bool next(void *context, struct record *record, int *line, struct err *err)
{
	struct typing *typing = context;

	(void)err;
	if (typing->next == typing->count)
		return false;
	*record = (struct record){.kind = RECORD_DOSE, .dose = &typing->doses[typing->next++]};
	*line = (int)typing->next;
	return true;
}

static void end(void *context)
{
	(void)context;
}

bool app_week_log(struct app *app, const struct week *week, const struct week_cells *cells,
		  bool dry_run, struct import_result *result, struct err *err)
{
	struct row row = {.app = app, .week = week};
	struct problems problems = PROBLEMS_INIT;
	struct bring bring = {
		.from = {.begin = begin, .next = next, .end = end, .context = &row.typing},
		.verb = "log",
		.way_out = "",
		.dry_run = dry_run,
	};
	struct import_result brought = {0};
	bool done = read_all(&row, cells, err);

	if (done && row.typing.count > 0)
		done = bring_all(app, &bring, &brought, &problems, err);
	if (!done && problems.count > 0)
		err_set(err, ERR_INVALID, "%s", problems.items[0].text);
	brought.resolved = row.typing.resolved;
	if (done)
		*result = brought;
	problems_free(&problems);
	typing_free(&row.typing);
	return done;
}
