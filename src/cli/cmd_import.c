/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/transfer.h"

#include "brought.h"

static const struct option_spec options[] = {
	{OPTION_DRY_RUN, 'n', "dry-run", NULL, "say what would be added, and add nothing"},
	{OPTION_FORMAT, 'f', "format", "FORMAT", "what it is; else found by what is in it"},
	{OPTION_UNIT, 'u', "unit", "UNIT", "of amounts that name none: g, capsule, ml, tablet, mg"},
	{OPTION_ONLY, 0, "only", "NAME", "the substance or medicine that is meant; else kratom"},
	{OPTION_SKIP_BAD, 0, "skip-bad", NULL, "leave out entries that can't be read"},
	{.name = NULL},
};

static bool run(struct session *session, struct err *err)
{
	struct import_request request = {
		.path = session_word(session, 0),
		.format = session_option(session, OPTION_FORMAT),
		.unit = session_option(session, OPTION_UNIT),
		.only = session_option(session, OPTION_ONLY),
		.dry_run = session_has(session, OPTION_DRY_RUN),
		.skip_bad = session_has(session, OPTION_SKIP_BAD),
	};

	return brought_run(session, app_import, &request, err);
}

const struct command command_import = {
	.name = "import",
	.usage = "FILE [--dry-run] [--format FORMAT] [--unit UNIT] [--only NAME] [--skip-bad]",
	.summary = "reads a log from a file, or from standard input with '-'; what is there "
		   "already is not added again",
	.more = "Formats: csv (a table of any program), json (everything, as 'taper export json' "
		"wrote it), herbal-tracker (Herbal Tracker+, its table or backup), "
		"psychonaut-journal (PsychonautWiki Journal), medtimer (medTimer, its table of "
		"events or backup). A copy of the log is kept before. No unit is guessed, and of "
		"other substances nothing is taken.",
	.examples = {{"taper import log.csv --dry-run", "what it would add"},
		     {"taper import backup.json --unit g", "amounts that name no unit are grams"}},
	.options = options,
	.least_words = 1,
	.most_words = 1,
	.run = run,
};
