/* SPDX-License-Identifier: MIT */
#include "cmd_transfer.h"

#include <string.h>

#include "app/transfer.h"

#include "ask_yes.h"
#include "commands.h"

static const struct option_spec export_options[] = {
	{OPTION_OUTPUT, 'o', "output", "FILE", "write to a file; else to standard output"},
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day"},
	{OPTION_WEIGH, 'w', "weigh", NULL, "the sheet for weighing ahead"},
	{OPTION_DOSES, 'd', "doses", NULL, "an entry with an alarm for each dose: ics"},
	{OPTION_PAPER, 'p', "paper", "SIZE", "a4 or letter: txt, html, pdf"},
	{OPTION_WHAT, 0, "what", "DOCUMENT", "the same as naming the document"},
	{OPTION_READABLE, 0, "readable", NULL, "of a locked log: write a file that is not locked"},
	{OPTION_PRINT, 0, "print", NULL, "hand it to the printer (lp): txt, pdf"},
	{.name = NULL},
};

/* The log may be long: it goes on to where it is wanted while it is read. */
static bool show_part(void *context, const struct str *part, struct err *err)
{
	return session_pass_part(context, part, err);
}

static const struct export_format *format_of(const struct export_request *request)
{
	const struct export_format *format = app_export_formats();

	while (format->name != NULL && strcmp(format->name, request->format) != 0)
		format++;
	return format;
}

/* What is no text, or goes to the printer, is whole before any of it leaves. */
static bool hand_on(struct session *session, const struct export_request *request, struct err *err)
{
	struct str document = STR_INIT;
	bool done = app_export(session->app, request, &document, err);

	if (done && session_has(session, OPTION_PRINT))
		done = app_print(&document, request->paper, err);
	else if (done)
		done = session_bytes(session, &document, err);
	str_free(&document);
	return done;
}

/* Where there is nobody to ask, the app says what to do. */
static bool agree(struct session *session, struct export_request *request, const char *path,
		  struct err *err)
{
	const char *warning = app_export_warning(session->app, path);
	struct str question = STR_INIT;
	bool answered;

	request->readable = session_has(session, OPTION_READABLE);
	if (warning == NULL || request->readable || !ask_can(session))
		return true;
	str_addf(&question, "%s Write it?", warning);
	answered = ask_yes(session, question.data, NULL, &request->readable);
	str_free(&question);
	if (!answered)
		return ask_left(err);
	return request->readable || err_set(err, ERR_ACKNOWLEDGE, "nothing was written");
}

bool export_document(struct session *session, const struct export_request *request,
		     const char *path, struct err *err)
{
	struct export_request agreed = *request;

	if (session_has(session, OPTION_PRINT) || (path == NULL && format_of(request)->bytes))
		return hand_on(session, request, err);
	if (path == NULL)
		return app_export_parts(session->app, request, show_part, session, err);
	if (!agree(session, &agreed, path, err) ||
	    !app_export_file(session->app, &agreed, path, err))
		return false;
	session_wrote(session, path);
	return true;
}

const char *export_path(const struct session *session)
{
	const char *path = session_option(session, OPTION_OUTPUT);

	return path != NULL && strcmp(path, "-") == 0 ? NULL : path;
}

static bool can_print(const struct session *session, const struct export_request *request,
		      const char *path, struct err *err)
{
	const struct export_format *format = format_of(request);

	if (!session_has(session, OPTION_PRINT))
		return true;
	if (path != NULL)
		return err_set(err, ERR_USAGE, "write --output or --print, not both");
	return format->name == NULL || format->prints ||
	       err_set(err, ERR_USAGE,
		       "only txt and pdf go to the printer; write 'export txt --print'");
}

static bool run_export(struct session *session, struct err *err)
{
	const char *const words[] = {session_word(session, 0), session_word(session, 1)};
	struct export_request request = {
		.from = session_option(session, OPTION_FROM),
		.to = session_option(session, OPTION_TO),
		.paper = session_option(session, OPTION_PAPER),
		.what = session_option(session, OPTION_WHAT),
		.ascii = session->looks.ascii,
		.weigh = session_has(session, OPTION_WEIGH),
		.doses = session_has(session, OPTION_DOSES),
	};
	const char *path = export_path(session);

	if (!app_export_read(words, words[1] != NULL ? 2 : words[0] != NULL, path, &request, err) ||
	    !can_print(session, &request, path, err) ||
	    !export_document(session, &request, path, err))
		return false;
	if (session_has(session, OPTION_PRINT))
		session_did(session, "sent_to", "sent to", "the printer");
	return true;
}

const struct command command_export = {
	.name = "export",
	.usage = "[plan|weighing|log|report|support|all] [txt|html|pdf|md|ics|csv|json] "
		 "[-o FILE] [--from DATE] [--to DATE] [--weigh] [--doses] "
		 "[--paper a4|letter] [--readable] [--print]",
	.summary = "writes the plan's schedule for paper (txt, pdf), a browser (html), notes (md) "
		   "or a calendar (ics), the log for other programs (csv), or "
		   "everything (json)",
	.more = "A format alone is of the plan, csv of the log, json of everything. A document "
		"alone is written as the ending of FILE says; else the log as csv, all as json, "
		"and others as txt. Read into a calendar again after a change, ics brings the "
		"entries there up to "
		"date, "
		"where the calendar goes by the standard. The times in it are those on the wall, "
		"wherever you are. A calendar that is shared, or kept by a company, shows others "
		"what "
		"is in it.",
	.examples = {{"taper export pdf -o schedule.pdf", "the schedule, as pages to print"},
		     {"taper export report -o report.html",
		      "two pages for a doctor, for a browser"}},
	.options = export_options,
	.least_words = 0,
	.most_words = 2,
	.takes_time = true,
	.run = run_export,
};
