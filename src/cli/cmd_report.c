/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/report.h"
#include "app/transfer.h"
#include "base/utf8.h"

static const struct option_spec options[] = {
	{OPTION_FROM, 'f', "from", "DATE", "first day; else two weeks before the plan began"},
	{OPTION_TO, 't', "to", "DATE", "last day; else yesterday"},
	{OPTION_NOTE, 'n', "note", "TEXT", "what you want the reader to know"},
	{OPTION_OUTPUT, 'o', "output", "FILE", "write to a file; else to standard output"},
	{.name = NULL},
};

static bool put(struct session *session, const struct str *document, struct err *err)
{
	const char *path = session_option(session, OPTION_OUTPUT);

	if (path == NULL || strcmp(path, "-") == 0) {
		looks_document(&session->looks, document->data, &session->out);
		return true;
	}
	if (!app_write_file(path, document, err))
		return false;
	session->changed = true;
	str_add(&session->out, "wrote ");
	utf8_add_clean(&session->out, path);
	str_add_char(&session->out, '\n');
	return true;
}

static bool run(struct session *session, struct err *err)
{
	struct report_request request = {
		.from = session_option(session, OPTION_FROM),
		.to = session_option(session, OPTION_TO),
		.note = session_option(session, OPTION_NOTE),
		.ascii = session->looks.ascii,
	};
	struct json json = JSON_INIT;
	struct str document = STR_INIT;
	bool done;

	if (session->json) {
		done = app_report_json(session->app, &request, &json, err);
		if (done)
			str_append(&document, &json.out);
		if (done)
			str_add_char(&document, '\n');
		json_free(&json);
	} else {
		done = app_report(session->app, &request, &document, err);
	}
	done = done && put(session, &document, err);
	str_free(&document);
	return done;
}

const struct command command_report = {
	.name = "report",
	.usage = "[--from DATE] [--to DATE] [--note TEXT] [-o FILE]",
	.summary = "two pages for a doctor or pharmacist: plan, intake, symptoms against cuts, "
		   "urges, in neutral words",
	.more = "Nothing is sent anywhere. Your journal is not in it, but the reasons you gave for "
		"changes to the plan are. A file report-note.txt in taper's settings folder is "
		"printed where --note says nothing.",
	.examples = {{"taper report | lp", "on paper"},
		     {"taper report --from -12w -n 'Sleep is my question' -o report.txt",
		      "the last twelve weeks, to a file"}},
	.options = options,
	.run = run,
};
