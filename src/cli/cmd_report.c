/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cmd_transfer.h"
#include "commands.h"

static const struct option_spec options[] = {
	{OPTION_FROM, 'f', "from", "DATE", "first day; else two weeks before the plan began"},
	{OPTION_TO, 't', "to", "DATE", "last day; else yesterday"},
	{OPTION_NOTE, 'n', "note", "TEXT", "what you want the reader to know"},
	{OPTION_OUTPUT, 'o', "output", "FILE", "write to a file; else to standard output"},
	{OPTION_FORMAT, 0, "format", "TYPE",
	 "txt, html, pdf, md or json; else by the ending of FILE, or txt"},
	{OPTION_PAPER, 'p', "paper", "SIZE", "a4 or letter"},
	{OPTION_READABLE, 0, "readable", NULL, "of a locked log: write a file that is not locked"},
	{.name = NULL},
};

static bool run(struct session *session, struct err *err)
{
	struct export_request request = {
		.format = session_option(session, OPTION_FORMAT),
		.what = "report",
		.from = session_option(session, OPTION_FROM),
		.to = session_option(session, OPTION_TO),
		.note = session_option(session, OPTION_NOTE),
		.paper = session_option(session, OPTION_PAPER),
		.ascii = session->looks.ascii,
	};
	const char *path = export_path(session);

	if (session->json && request.format != NULL && strcmp(request.format, "json") != 0)
		return err_set(err, ERR_USAGE, "write --json or --format %.60s, not both",
			       request.format);
	if (session->json)
		request.format = "json";
	return app_export_read(NULL, 0, path, &request, err) &&
	       export_document(session, &request, path, err);
}

const struct command command_report = {
	.name = "report",
	.usage = "[--from DATE] [--to DATE] [--note TEXT] [--format TYPE] "
		 "[--paper a4|letter] [-o FILE] [--readable]",
	.summary = "two pages for a doctor or pharmacist: plan, intake, symptoms against cuts, "
		   "urges, in neutral words",
	.more = "Nothing is sent anywhere. Your journal is not in it, but the reasons you gave for "
		"changes to the plan are. A file report-note.txt in taper's settings folder is "
		"printed where --note says nothing.",
	.examples = {{"taper report | lp", "on paper"},
		     {"taper report --from -12w -n 'Sleep is my question' -o report.pdf",
		      "the last twelve weeks, as pages to print or to hand on"}},
	.options = options,
	.run = run,
};
