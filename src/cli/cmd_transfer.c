/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "app/transfer.h"
#include "base/utf8.h"

#include "brought.h"

static const struct option_spec import_options[] = {
	{OPTION_DRY_RUN, 'n', "dry-run", NULL, "say what would be added, and add nothing"},
	{OPTION_SKIP_BAD, 0, "skip-bad", NULL, "leave out lines that can't be read"},
	{.name = NULL},
};

static const struct option_spec export_options[] = {
	{OPTION_OUTPUT, 'o', "output", "FILE", "write to a file; else to standard output"},
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day"},
	{.name = NULL},
};

static const char *const formats[] = {"txt", "csv"};

static bool run_import(struct session *session, struct err *err)
{
	struct import_request request = {
		.path = session_word(session, 0),
		.dry_run = session_has(session, OPTION_DRY_RUN),
		.skip_bad = session_has(session, OPTION_SKIP_BAD),
	};

	return brought_run(session, app_import, &request, err);
}

static bool known_format(const char *format, struct err *err)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (strcmp(formats[i], format) == 0)
			return true;
	}
	return err_set(err, ERR_USAGE, "there is no export to '%s'; write txt or csv", format);
}

static bool run_export(struct session *session, struct err *err)
{
	struct export_request request = {
		.format = session_word(session, 0),
		.from = session_option(session, OPTION_FROM),
		.to = session_option(session, OPTION_TO),
		.ascii = session->looks.ascii,
	};
	const char *path = session_option(session, OPTION_OUTPUT);
	struct str document = STR_INIT;
	bool done;

	if (!known_format(request.format, err))
		return false;
	done = app_export(session->app, &request, &document, err);
	if (done && (path == NULL || strcmp(path, "-") == 0)) {
		looks_document(&session->looks, document.data, &session->out);
	} else if (done && app_write_file(path, &document, err)) {
		session->changed = true;
		str_add(&session->out, "wrote ");
		utf8_add_clean(&session->out, path);
		str_add_char(&session->out, '\n');
	} else {
		done = false;
	}
	str_free(&document);
	return done;
}

const struct command command_import = {
	.name = "import",
	.usage = "FILE.csv [--dry-run] [--skip-bad]",
	.summary = "reads a log from a file, or from standard input with '-'; what is there "
		   "already is not added again",
	.examples = {{"taper import log.csv --dry-run", "what it would add"},
		     {"taper import log.csv --skip-bad", "all lines that can be read"}},
	.options = import_options,
	.least_words = 1,
	.most_words = 1,
	.run = run_import,
};

const struct command command_export = {
	.name = "export",
	.usage = "txt|csv [-o FILE] [--from DATE] [--to DATE]",
	.summary = "writes the plan's schedule for paper (txt) or the log for other programs "
		   "(csv)",
	.examples = {{"taper export txt | lp", "the schedule, on paper"},
		     {"taper export csv -o log.csv", "every dose ever logged"}},
	.options = export_options,
	.least_words = 1,
	.most_words = 1,
	.run = run_export,
};
