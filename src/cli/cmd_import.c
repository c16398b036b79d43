/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/transfer.h"

#include "brought.h"

static const struct option_spec options[] = {
	{OPTION_DRY_RUN, 'n', "dry-run", NULL, "say what would be added, and add nothing"},
	{OPTION_FORMAT, 'f', "format", "FORMAT", "what it is; else found by what is in it"},
	{OPTION_UNIT, 'u', "unit", "UNIT", "of amounts that name none: g, capsule, ml, tablet, mg"},
	{OPTION_ONLY, 0, "only", "NAME", "the substance or medicine that is meant; else kratom"},
	{OPTION_COLUMNS, 'c', "columns", "LIST",
	 "which column of a table is which: date=1,time=2,amount=Dose"},
	{OPTION_SEPARATOR, 0, "separator", "MARK", "between columns: ',', ';', '|' or tab"},
	{OPTION_DECIMAL, 0, "decimal", "MARK", "point or comma; else either"},
	{OPTION_DATES, 0, "dates", "ORDER", "of dates: ymd, dmy or mdy"},
	{OPTION_NO_HEADER, 0, "no-header", NULL, "the first line is a dose already"},
	{OPTION_SKIP_BAD, 0, "skip-bad", NULL, "leave out entries that can't be read"},
	{.name = NULL},
};

/* True where a person says how the table is laid out. */
static bool laid_out(const struct import_layout *layout)
{
	return layout->columns != NULL || layout->separator != NULL || layout->decimal != NULL ||
	       layout->dates != NULL || layout->no_header;
}

static bool run(struct session *session, struct err *err)
{
	const struct import_layout layout = {
		.columns = session_option(session, OPTION_COLUMNS),
		.separator = session_option(session, OPTION_SEPARATOR),
		.decimal = session_option(session, OPTION_DECIMAL),
		.dates = session_option(session, OPTION_DATES),
		.no_header = session_has(session, OPTION_NO_HEADER),
	};
	struct import_request request = {
		.path = session_word(session, 0),
		.format = session_option(session, OPTION_FORMAT),
		.unit = session_option(session, OPTION_UNIT),
		.only = session_option(session, OPTION_ONLY),
		.layout = laid_out(&layout) ? &layout : NULL,
		.dry_run = session_has(session, OPTION_DRY_RUN),
		.skip_bad = session_has(session, OPTION_SKIP_BAD),
	};

	return brought_run(session, app_import, &request, err);
}

const struct command command_import = {
	.name = "import",
	.usage = "FILE [--dry-run] [--format FORMAT] [--unit UNIT] [--only NAME] [--columns LIST] "
		 "[--separator MARK] [--decimal MARK] [--dates ORDER] [--no-header] [--skip-bad]",
	.summary = "reads a log from a file, or from standard input with '-'; what is there "
		   "already is not added again",
	.more = "Formats: csv (a table of any program), json (everything, as 'taper export json' "
		"wrote it), herbal-tracker (Herbal Tracker+, its table or backup), "
		"psychonaut-journal (PsychonautWiki Journal), medtimer (medTimer, its table of "
		"events or backup). A copy of the log is kept before. No unit is guessed, and of "
		"other substances nothing is taken. --columns says which column of a table is "
		"which part of a dose, by its number from 1 or its name: when (day and time in "
		"one) or date and time, amount, and unit, product, tags and note where there "
		"are any.",
	.examples = {{"taper import log.csv --dry-run", "what it would add"},
		     {"taper import doses.csv --columns date=1,time=2,amount=Menge --dates dmy "
		      "--unit g",
		      "a table whose columns have names of their own"}},
	.options = options,
	.least_words = 1,
	.most_words = 1,
	.takes_time = true,
	.run = run,
};
