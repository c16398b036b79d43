/* SPDX-License-Identifier: MIT */
#include "report_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "engine/day_typed.h"
#include "source.h"

enum { DAYS_BEFORE_PLAN = 14 };

/* Two weeks before the plan in use, as far as the log goes back; without a plan all of the log. */
static bool usual_first(struct reporting *reporting, struct day entry, struct err *err)
{
	struct plan_now now = PLAN_NOW_INIT;
	struct err none;
	struct day first;

	reporting->first = entry;
	if (!plan_now_followed(reporting->app, &now, &none)) {
		if (none.code == ERR_NOT_FOUND)
			return true;
		*err = none;
		return false;
	}
	if (now.schedule.level_count > 0) {
		first = day_add(schedule_first_day(&now.schedule), -DAYS_BEFORE_PLAN);
		if (first.n > entry.n && first.n <= reporting->last.n)
			reporting->first = first;
	}
	plan_now_free(&now);
	return true;
}

static bool find_days(struct reporting *reporting, const struct export_request *request,
		      struct err *err)
{
	struct day today = app_today_day(reporting->app), entry, newest;
	bool any;

	if (!app_history_range(reporting->app, &any, &entry, &newest, err))
		return false;
	reporting->last = day_add(today, -1);
	if (request->to != NULL && !day_read(request->to, today, &reporting->last, err))
		return err_wrap(err, "--to");
	if (reporting->last.n >= today.n)
		reporting->last = day_add(today, -1);
	if (request->from != NULL) {
		if (!day_read(request->from, today, &reporting->first, err))
			return err_wrap(err, "--from");
		if (any && reporting->first.n < entry.n)
			reporting->first = entry;
	} else if (any && !usual_first(reporting, entry, err)) {
		return false;
	}
	if (!any || reporting->first.n > reporting->last.n)
		return err_set(err, ERR_NOT_FOUND,
			       "no complete day with an entry lies in those days; today counts "
			       "when it is over");
	return true;
}

/* One byte more than fits is enough to know. */
static bool read_file(const char *path, struct str *note, struct err *err)
{
	char buffer[REPORT_NOTE_MAX + 2];
	struct source source;
	struct feed feed;
	size_t len = 1;
	bool done;

	if (!source_open(path, NULL, true, &source, err))
		return false;
	done = source_feed(&source, &feed, err);
	while (done && len > 0 && note->len <= REPORT_NOTE_MAX) {
		done = feed.read(feed.context, buffer, sizeof(buffer), &len, err);
		if (done)
			str_add_bytes(note, buffer, len);
	}
	source_close(&source);
	return done;
}

/* A file of the person's is read where nothing is said. */
static bool read_note(struct app *app, const char *asked, struct str *note, struct err *err)
{
	char *path = paths_join(app->paths.config, "report-note.txt");
	bool done = true;

	if (asked != NULL)
		str_add(note, asked);
	else if (paths_exists(path))
		done = read_file(path, note, err);
	free(path);
	if (!done)
		return false;
	while (note->len > 0 && strchr(" \t\r\n", note->data[note->len - 1]) != NULL)
		str_cut(note, note->len - 1);
	if (note->len > REPORT_NOTE_MAX)
		return err_set(err, ERR_INVALID,
			       "the note is too long; at most %d bytes fit on the report",
			       REPORT_NOTE_MAX);
	if (!utf8_valid(note->data, note->len))
		return err_set(err, ERR_INVALID, "the note is not UTF-8 text");
	return true;
}

static bool any_entry(const struct reporting *reporting)
{
	for (size_t i = 0; i < reporting->history.count; i++) {
		if (reporting->history.days[i].total.entries > 0 ||
		    reporting->history.days[i].other_count > 0)
			return true;
	}
	return false;
}

static bool fill(struct reporting *reporting, struct err *err)
{
	if (!any_entry(reporting))
		return err_set(err, ERR_NOT_FOUND,
			       "no complete day with an entry lies in those days; today counts "
			       "when it is over");
	reporting->report.title = mem_dup("Report on reducing kratom");
	reporting->report.footer =
		mem_dup("A diary's figures, kept by one person alone. Not medical advice.");
	if (!report_add_facts(reporting, err) || !report_add_changes(reporting, err))
		return false;
	report_add_intake(reporting);
	if (!report_add_symptoms(reporting, err) || !report_add_urges(reporting, err) ||
	    !report_add_readiness(reporting, err))
		return false;
	report_add_words(reporting);
	return true;
}

static bool gather(struct reporting *reporting, struct err *err)
{
	if (!history_read(reporting->app, reporting->first, reporting->last, false,
			  &reporting->history, err))
		return false;
	return guidance_gather(reporting->app,
			       (struct gather_days){.first = reporting->first,
						    .last = reporting->last,
						    .log_from = reporting->first},
			       &reporting->gathered, err);
}

bool paper_report_begin(struct app *app, const struct export_request *request,
			struct report *report, struct err *err)
{
	struct reporting reporting = {.app = app,
				      .history = HISTORY_DAYS_INIT,
				      .gathered = GATHERED_INIT,
				      .report = REPORT_INIT};
	struct str note = STR_INIT;
	bool done =
		find_days(&reporting, request, err) && read_note(app, request->note, &note, err);

	reporting.note = note.data;
	done = done && gather(&reporting, err) && fill(&reporting, err);
	if (done)
		*report = reporting.report;
	else
		report_free(&reporting.report);
	history_days_free(&reporting.history);
	gathered_free(&reporting.gathered);
	str_free(&note);
	return done;
}
