/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/transfer.h"

static const struct option_spec export_options[] = {
	{OPTION_OUTPUT, 'o', "output", "FILE", "write to a file; else to standard output"},
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day"},
	{OPTION_WEIGH, 'w', "weigh", NULL, "the sheet for weighing ahead: txt, html, pdf, md"},
	{OPTION_DOSES, 'd', "doses", NULL, "an entry with an alarm for each dose: ics"},
	{OPTION_PAPER, 'p', "paper", "SIZE", "a4 or letter: txt, html, pdf"},
	{OPTION_WHAT, 0, "what", "PART",
	 "json: all, plan or log; pdf: plan, log or support; txt, html, md: support"},
	{OPTION_PRINT, 0, "print", NULL, "hand it to the printer (lp): txt, pdf"},
	{.name = NULL},
};

/* The log may be long: it goes on to where it is wanted while it is read. */
static bool show_part(void *context, const struct str *part, struct err *err)
{
	struct session *session = context;

	looks_document(&session->looks, part->data, &session->out);
	return session_pass_on(session, err);
}

static bool export_log(struct session *session, const struct export_request *request,
		       const char *path, struct err *err)
{
	return path == NULL ? app_export_log(session->app, request, show_part, session, err)
			    : app_export_log_file(session->app, request, path, err);
}

static bool is_pdf(const struct export_request *request)
{
	return strcmp(request->format, "pdf") == 0;
}

static bool export_sheet(struct session *session, const struct export_request *request,
			 const char *path, struct err *err)
{
	struct str document = STR_INIT;
	bool done = app_export(session->app, request, &document, err);

	if (done && session_has(session, OPTION_PRINT))
		done = app_print(&document, request->paper, err);
	else if (done && path == NULL && is_pdf(request))
		done = session_bytes(session, &document, err);
	else if (done && path == NULL)
		looks_document(&session->looks, document.data, &session->out);
	else if (done)
		done = app_write_file(path, &document, err);
	str_free(&document);
	return done;
}

static bool can_print(const struct session *session, const struct export_request *request,
		      const char *path, struct err *err)
{
	if (!session_has(session, OPTION_PRINT))
		return true;
	if (path != NULL)
		return err_set(err, ERR_USAGE, "write --output or --print, not both");
	return strcmp(request->format, "txt") == 0 || is_pdf(request) ||
	       err_set(err, ERR_USAGE,
		       "only txt and pdf go to the printer; write 'export txt --print'");
}

static void say_done(struct session *session, const char *path)
{
	if (path != NULL)
		session_wrote(session, path);
	else if (session_has(session, OPTION_PRINT))
		session_did(session, "sent_to", "sent to", "the printer");
}

/* One that can be written part by part; what does not go together is for app_export to say. */
static bool is_plain_log(const struct export_request *request)
{
	bool json = strcmp(request->format, "json") == 0;

	return (json || (strcmp(request->format, "csv") == 0 && request->what == NULL)) &&
	       request->paper == NULL && !request->weigh && !request->doses;
}

static bool run_export(struct session *session, struct err *err)
{
	struct export_request request = {
		.format = session_word(session, 0),
		.from = session_option(session, OPTION_FROM),
		.to = session_option(session, OPTION_TO),
		.paper = session_option(session, OPTION_PAPER),
		.what = session_option(session, OPTION_WHAT),
		.ascii = session->looks.ascii,
		.weigh = session_has(session, OPTION_WEIGH),
		.doses = session_has(session, OPTION_DOSES),
	};
	const char *path = session_option(session, OPTION_OUTPUT);
	bool log = is_plain_log(&request);

	if (path != NULL && strcmp(path, "-") == 0)
		path = NULL;
	if (!can_print(session, &request, path, err) ||
	    !(log ? export_log(session, &request, path, err)
		  : export_sheet(session, &request, path, err)))
		return false;
	say_done(session, path);
	return true;
}

const struct command command_export = {
	.name = "export",
	.usage = "txt|html|pdf|md|ics|csv|json [-o FILE] [--from DATE] [--to DATE] [--weigh] "
		 "[--doses] "
		 "[--paper a4|letter] [--what PART] [--print]",
	.summary = "writes the plan's schedule for paper (txt, pdf), a browser (html), notes (md) "
		   "or a calendar (ics), the log for other programs (csv), or "
		   "everything (json)",
	.more = "Read into a calendar again after a change, ics brings the entries there up to "
		"date, "
		"where the calendar goes by the standard. The times in it are those on the wall, "
		"wherever you are. A calendar that is shared, or kept by a company, shows others "
		"what "
		"is in it.",
	.examples = {{"taper export pdf -o schedule.pdf", "the schedule, as pages to print"},
		     {"taper export txt --weigh --to +6d", "what to weigh for a week"}},
	.options = export_options,
	.least_words = 1,
	.most_words = 1,
	.takes_time = true,
	.run = run_export,
};
