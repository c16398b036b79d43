/* SPDX-License-Identifier: MIT */
#include "paper_log.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "base/plural.h"
#include "engine/day_typed.h"

enum { DOSES_MAX = 40000 };

static const struct report_column columns[] = {
	{"Date", false}, {"Doses", false}, {"Total", true}, {"Plan", true}, {"Tags", false}};

/* The days of the log that are printed, and their doses in order. */
struct logged {
	const struct app *app;
	struct day first, last;
	struct history_days history;
	struct history_doses doses;
	size_t next; /* dose that is not printed yet */
};

static bool read_days(struct app *app, const struct export_request *request, struct logged *logged,
		      struct err *err)
{
	struct day today = app_today_day(app), from, to;
	bool any;

	if (!app_history_range(app, &any, &logged->first, &logged->last, err))
		return false;
	if (!any)
		return err_set(err, ERR_NOT_FOUND, "nothing is logged yet");
	if (request->from != NULL) {
		if (!day_read(request->from, today, &from, err))
			return err_wrap(err, "--from");
		logged->first = from.n > logged->first.n ? from : logged->first;
	}
	if (request->to != NULL) {
		if (!day_read(request->to, today, &to, err))
			return err_wrap(err, "--to");
		logged->last = to.n < logged->last.n ? to : logged->last;
	}
	return logged->first.n <= logged->last.n ||
	       err_set(err, ERR_NOT_FOUND, "no day with an entry lies in those days");
}

static bool gather(struct app *app, struct logged *logged, struct err *err)
{
	int64_t doses = 0;

	if (!app_history_days(app, logged->first, logged->last, &logged->history, err))
		return false;
	for (size_t i = 0; i < logged->history.count; i++)
		doses += logged->history.days[i].total.doses;
	if (doses > DOSES_MAX)
		return err_set(err, ERR_INVALID,
			       "more than %d doses are too many for paper; write fewer days with "
			       "--from and --to",
			       DOSES_MAX);
	return app_history_doses(app, logged->first, logged->last, &logged->doses, err);
}

/* "08:05 2.5, 13:10 3.0"; in another unit "21:00 15 mg extract". */
static void add_dose(const struct logged *logged, const struct dose *dose, struct str *words)
{
	int decimals = amount_decimals_for(logged->history.decimals, dose->amount);
	char time[MOMENT_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	str_addf(words, "%s%s ", words->len > 0 ? ", " : "",
		 minute_text(dose_moment(dose).minute, time));
	if (dose->unit == logged->history.unit)
		str_add(words, amount_fixed(dose->amount, decimals, amount));
	else
		str_addf(words, "%s %s", amount_with_unit(dose->amount, dose->unit, amount),
			 dose->product);
}

static void add_doses(struct logged *logged, struct day day, struct str *words)
{
	while (logged->next < logged->doses.count) {
		const struct dose *dose = &logged->doses.doses[logged->next];

		if (app_dose_day(logged->app, dose).n > day.n)
			return;
		if (dose->amount.nano > 0)
			add_dose(logged, dose, words);
		logged->next++;
	}
}

static void add_day(struct logged *logged, const struct history_day *day, struct report_part *part)
{
	int decimals = logged->history.decimals;
	struct str words = STR_INIT;
	char text[AMOUNT_TEXT_SIZE];
	char date[DAY_TEXT_SIZE];
	bool any = day->total.entries > 0 || day->other_count > 0;

	report_add_cellf(part, "%s", day_short(day->total.day, date));
	add_doses(logged, day->total.day, &words);
	report_add_cell(part, words.len > 0 ? words.data : any ? "none" : "no entry");
	report_add_cell(
		part, day->total.entries > 0 ? amount_fixed(day->total.taken, decimals, text) : "");
	report_add_cell(part, day->has_target ? amount_fixed(day->target, decimals, text) : "");
	report_add_cell(part, history_tags(&logged->history, day));
	str_free(&words);
}

static void add_overview(const struct logged *logged, struct report *report)
{
	struct report_part *part = report_add_part(report, 0, "Overview");
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	int32_t days = day_between(logged->first, logged->last) + 1;
	struct str text = STR_INIT;

	report_add_fact(part, "Name", "");
	str_addf(&text, plural_of((int64_t)days, "%s to %s, %d day", "%s to %s, %d days"),
		 day_full(logged->first, first), day_full(logged->last, last), days);
	report_add_fact(part, "Days", text.data);
	str_reset(&text);
	str_addf(&text, "%s, counted in %s", logged->app->settings.product,
		 unit_many(logged->history.unit));
	report_add_fact(part, "Product", text.data);
	report_add_fact(part, "Written", day_full(app_today_day(logged->app), first));
	str_free(&text);
}

static void fill(struct logged *logged, struct report *report)
{
	struct report_part *part = NULL;
	int32_t month = 0;

	report->title = mem_dup("Log of doses");
	report->footer =
		mem_dup("A diary's figures, kept by one person alone. Not medical advice.");
	add_overview(logged, report);
	for (size_t i = 0; i < logged->history.count; i++) {
		const struct history_day *day = &logged->history.days[i];
		struct civil civil = day_to_civil(day->total.day);
		struct str title = STR_INIT;

		if (part == NULL || civil.month != month) {
			str_addf(&title, "%s %d", month_long(civil.month), civil.year);
			part = report_add_part(report, 0, title.data);
			report_set_columns(part, columns, sizeof(columns) / sizeof(columns[0]));
			str_free(&title);
		}
		month = civil.month;
		add_day(logged, day, part);
	}
}

bool paper_log_begin(struct app *app, const struct export_request *request, struct report *report,
		     struct err *err)
{
	struct logged logged = {
		.app = app, .history = HISTORY_DAYS_INIT, .doses = HISTORY_DOSES_INIT};
	bool done = read_days(app, request, &logged, err) && gather(app, &logged, err);

	*report = (struct report)REPORT_INIT;
	if (done)
		fill(&logged, report);
	history_days_free(&logged.history);
	history_doses_free(&logged.doses);
	return done;
}
