/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/report.h"
#include "app/transfer.h"

static const struct option_spec options[] = {
	{OPTION_FROM, 'f', "from", "DATE", "first day; else two weeks before the plan began"},
	{OPTION_TO, 't', "to", "DATE", "last day; else yesterday"},
	{OPTION_NOTE, 'n', "note", "TEXT", "what you want the reader to know"},
	{OPTION_OUTPUT, 'o', "output", "FILE", "write to a file; else to standard output"},
	{OPTION_FORMAT, 0, "format", "FORMAT", "txt or pdf; else by the ending of FILE, or txt"},
	{OPTION_PAPER, 'p', "paper", "SIZE", "a4 or letter"},
	{.name = NULL},
};

/* What the file's ending promises and a report can't be; NULL where it promises nothing else. */
static const char *other_ending(const char *path)
{
	static const char *const others[] = {"html", "htm", "md", "csv", "ics", "json"};
	const char *dot = path == NULL ? NULL : strrchr(path, '.');

	for (size_t i = 0; dot != NULL && i < sizeof(others) / sizeof(others[0]); i++) {
		if (strcmp(dot + 1, others[i]) == 0)
			return others[i];
	}
	return NULL;
}

/* As asked for, or by the ending of the file. */
static bool read_format(const struct session *session, bool *pdf, struct err *err)
{
	const char *word = session_option(session, OPTION_FORMAT);
	const char *path = session_option(session, OPTION_OUTPUT);
	size_t len = path == NULL ? 0 : strlen(path);

	*pdf = word != NULL ? strcmp(word, "pdf") == 0
			    : len > 4 && strcmp(path + len - 4, ".pdf") == 0;
	if (*pdf && session->json)
		return err_set(err, ERR_USAGE, "write --json or pdf, not both");
	if (word == NULL && !session->json)
		word = other_ending(path);
	return word == NULL || *pdf || strcmp(word, "txt") == 0 ||
	       err_set(err, ERR_USAGE, "there is no report as '%.60s'; write txt or pdf", word);
}

static bool put(struct session *session, const struct str *document, bool pdf, struct err *err)
{
	const char *path = session_option(session, OPTION_OUTPUT);

	if (path == NULL || strcmp(path, "-") == 0) {
		if (pdf)
			return session_bytes(session, document, err);
		looks_document(&session->looks, document->data, &session->out);
		return true;
	}
	if (!app_write_file(path, document, err))
		return false;
	session_wrote(session, path);
	return true;
}

static bool run(struct session *session, struct err *err)
{
	struct report_request request = {
		.from = session_option(session, OPTION_FROM),
		.to = session_option(session, OPTION_TO),
		.note = session_option(session, OPTION_NOTE),
		.paper = session_option(session, OPTION_PAPER),
		.ascii = session->looks.ascii,
	};
	struct json json = JSON_INIT;
	struct str document = STR_INIT;
	bool done, pdf;

	if (!read_format(session, &pdf, err))
		return false;
	if (session->json) {
		done = app_report_json(session->app, &request, &json, err);
		if (done)
			str_append(&document, &json.out);
		if (done)
			str_add_char(&document, '\n');
		json_free(&json);
	} else {
		done = pdf ? app_report_pdf(session->app, &request, &document, err)
			   : app_report(session->app, &request, &document, err);
	}
	done = done && put(session, &document, pdf, err);
	str_free(&document);
	return done;
}

const struct command command_report = {
	.name = "report",
	.usage = "[--from DATE] [--to DATE] [--note TEXT] [--format txt|pdf] "
		 "[--paper a4|letter] [-o FILE]",
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
