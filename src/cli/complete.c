/* SPDX-License-Identifier: MIT */
#include "complete.h"

#include <string.h>

#include "base/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* By the option; where one name means two things, by what its value is called too. */
static const struct {
	int id;
	const char *value; /* NULL: whatever it is called */
	enum offer_kind kind;
} option_kinds[] = {
	{OPTION_COLOR, NULL, OFFER_COLOR},        {OPTION_FROM, "DATE", OFFER_DATE},
	{OPTION_FROM, "AMOUNT", OFFER_PLAN_BASE}, {OPTION_TO, NULL, OFFER_DATE},
	{OPTION_LAST, NULL, OFFER_SPAN},          {OPTION_BY, "WHAT", OFFER_BY},
	{OPTION_BY, "DATE", OFFER_DATE},          {OPTION_START, NULL, OFFER_DATE},
	{OPTION_MEASURE, NULL, OFFER_NOTHING},    {OPTION_STASH, NULL, OFFER_NOTHING},
	{OPTION_TIMES, NULL, OFFER_NOTHING},      {OPTION_REASON, NULL, OFFER_NOTHING},
	{OPTION_NOTE, NULL, OFFER_NOTHING},       {OPTION_SLEEP, NULL, OFFER_NOTHING},
	{OPTION_MINUTES, NULL, OFFER_NOTHING},    {OPTION_HELPED, NULL, OFFER_NOTHING},
	{OPTION_ANSWERS, NULL, OFFER_NOTHING},    {OPTION_WHEN, "DAY", OFFER_DATE},
	{OPTION_WHEN, "TIME", OFFER_TIME},        {OPTION_TAG, "TAG", OFFER_TAG},
	{OPTION_TAG, "WORD", OFFER_TRIGGER},      {OPTION_PRODUCT, NULL, OFFER_PRODUCT},
	{OPTION_OUTPUT, NULL, OFFER_FILE},        {OPTION_UNSET, NULL, OFFER_KEY},
	{OPTION_PAPER, NULL, OFFER_PAPER},        {OPTION_FORMAT, "FORMAT", OFFER_IMPORT},
	{OPTION_FORMAT, "TEXT", OFFER_NOTHING},   {OPTION_UNIT, NULL, OFFER_UNIT},
	{OPTION_ONLY, NULL, OFFER_NOTHING},       {OPTION_WHAT, NULL, OFFER_DOCUMENT},
	{OPTION_COLUMNS, NULL, OFFER_NOTHING},    {OPTION_SEPARATOR, NULL, OFFER_NOTHING},
	{OPTION_DECIMAL, NULL, OFFER_DECIMAL},    {OPTION_DATES, NULL, OFFER_ORDER},
	{OPTION_FOR, NULL, OFFER_NOTHING},        {OPTION_PASSPHRASE_FD, NULL, OFFER_NOTHING},
	{OPTION_FORMAT, "TYPE", OFFER_FORMAT},
};

/* What the arguments of each command are, in their order; the last of them again for all that follow. */
static const struct {
	const char *command;
	enum offer_kind kinds[2];
	size_t count;
} word_kinds[] = {
	{"log", {OFFER_AT}, 1},
	{"edit", {OFFER_ID, OFFER_AT}, 2},
	{"rm", {OFFER_ID}, 1},
	{"show", {OFFER_ID}, 1},
	{"check-in", {OFFER_ITEM}, 1},
	{"urge", {OFFER_OUTCOME, OFFER_AT}, 2},
	{"journal", {OFFER_AT}, 1},
	{"history", {OFFER_FILTER}, 1},
	{"plan show", {OFFER_PLAN}, 1},
	{"plan preview", {OFFER_PLAN}, 1},
	{"plan compare", {OFFER_PLAN}, 1},
	{"plan start", {OFFER_PLAN}, 1},
	{"plan hold", {OFFER_NOTHING}, 1},
	{"plan slow", {OFFER_NOTHING}, 1},
	{"plan replan", {OFFER_PLAN}, 1},
	{"plan diff", {OFFER_PLAN}, 1},
	{"plan explain", {OFFER_DATE}, 1},
	{"plan verify", {OFFER_PLAN}, 1},
	{"plan check", {OFFER_FILE}, 1},
	{"guidance check", {OFFER_FILE}, 1},
	{"import", {OFFER_FILE}, 1},
	{"export", {OFFER_EXPORT}, 1},
	{"backup", {OFFER_FILE}, 1},
	{"restore", {OFFER_FILE}, 1},
	{"safety", {OFFER_FLAG}, 1},
	{"config", {OFFER_KEY, OFFER_VALUE}, 2},
	{"support", {OFFER_SUPPORT, OFFER_PART}, 2},
	{"guide", {OFFER_PAGE}, 1},
	{"cope", {OFFER_TOOL, OFFER_NOTHING}, 2},
	{"completion", {OFFER_SHELL}, 1},
	{"help", {OFFER_COMMAND}, 1},
	{"complete", {OFFER_NOTHING}, 1},
};

enum offer_kind complete_option(const struct option_spec *spec)
{
	for (size_t i = 0; i < COUNT(option_kinds); i++) {
		const char *value = option_kinds[i].value;

		if (option_kinds[i].id == spec->id &&
		    (value == NULL || strcmp(value, spec->value) == 0))
			return option_kinds[i].kind;
	}
	return OFFER_KIND_COUNT;
}

enum offer_kind complete_word(const struct command *command, size_t i)
{
	if (i >= command->most_words)
		return OFFER_NOTHING;
	for (size_t row = 0; row < COUNT(word_kinds); row++) {
		size_t last = word_kinds[row].count - 1;

		if (strcmp(word_kinds[row].command, command->name) == 0)
			return word_kinds[row].kinds[i < last ? i : last];
	}
	return OFFER_KIND_COUNT;
}

static void offer_wanted(struct offers *offers, enum offer_kind kind)
{
	if (kind != OFFER_KIND_COUNT)
		offer_kind(offers, kind);
}

static void offer_table(struct offers *offers, const struct option_spec *table)
{
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		struct str word = STR_INIT;

		str_addf(&word, "--%s", spec->name);
		offer(offers, word.data, spec->help);
		str_free(&word);
	}
}

/* The line as far as it is read. */
struct reading {
	const struct command *command; /* NULL where its name is still being typed */
	const struct command_group *group;
	struct option_set set;
	const char *const *words; /* those before the last */
	size_t count, at;
	bool ended;                        /* by a "--" */
	const struct option_spec *waiting; /* for its value, which is being typed */
	size_t args;                       /* arguments so far */
	const char *last_arg, *first_arg;
};

/* Passes over an option and its value; false where the word is none. */
static bool pass_option(struct reading *reading)
{
	const char *word = reading->words[reading->at];
	bool value = false;
	const struct option_spec *spec = option_of_word(&reading->set, word, &value);

	if (reading->ended || word[0] != '-' || word[1] == '\0')
		return false;
	if (strcmp(word, "--") == 0) {
		reading->ended = true;
	} else if (spec != NULL && spec->value != NULL && !value) {
		if (reading->at + 1 >= reading->count)
			reading->waiting = spec;
		reading->at++;
	} else if (spec == NULL && strchr("0123456789.,", word[1]) != NULL) {
		return false;
	}
	reading->at++;
	return true;
}

static bool read_name(struct reading *reading)
{
	struct err ignored;

	while (reading->at < reading->count) {
		const char *word = reading->words[reading->at];

		if (pass_option(reading))
			continue;
		reading->at++;
		if (reading->group == NULL) {
			reading->group = command_group_find(word);
			if (reading->group != NULL)
				continue;
		}
		if (!command_find(reading->group != NULL ? reading->group->name : NULL, word,
				  &reading->command, &ignored))
			return false;
		reading->set.own = reading->command->options;
		reading->set.negates = reading->command->negates;
		return true;
	}
	return true;
}

static void read_arguments(struct reading *reading)
{
	while (reading->at < reading->count) {
		if (pass_option(reading))
			continue;
		reading->last_arg = reading->words[reading->at++];
		if (reading->args++ == 0)
			reading->first_arg = reading->last_arg;
	}
}

/* The parts belong to 'support add' alone, and a command of a group follows its name. */
static enum offer_kind argument_kind(const struct reading *reading, struct offers *offers)
{
	enum offer_kind kind = complete_word(reading->command, reading->args);

	if (kind == OFFER_PART &&
	    (reading->args != 1 ||
	     (strcmp(reading->first_arg, "add") != 0 && strcmp(reading->first_arg, "remove") != 0)))
		return OFFER_NOTHING;
	if (kind == OFFER_COMMAND && reading->args > 0) {
		offers->group = reading->first_arg;
		return command_group_find(reading->first_arg) != NULL ? kind : OFFER_NOTHING;
	}
	return kind;
}

static void offer_argument(struct offers *offers, const struct reading *reading)
{
	const char *typed = offers->typed;
	bool inside = false;
	const struct option_spec *spec = option_of_word(&reading->set, typed, &inside);

	if (!reading->ended && str_starts(typed, "--") && inside && spec != NULL &&
	    spec->value != NULL) {
		offers->lead = (size_t)(strchr(typed, '=') + 1 - typed);
		offer_wanted(offers, complete_option(spec));
		return;
	}
	if (!reading->ended && typed[0] == '-') {
		offer_table(offers, reading->set.own);
		offer_table(offers, reading->set.common);
		return;
	}
	if (reading->command == NULL) {
		offers->group = reading->group != NULL ? reading->group->name : NULL;
		offer_kind(offers, OFFER_COMMAND);
		return;
	}
	offers->before = reading->last_arg;
	offer_wanted(offers, argument_kind(reading, offers));
}

void complete_line(struct offers *offers, const char *const *words, size_t count)
{
	struct reading reading = {.set = {.common = common_options}, .words = words};

	offers->typed = count > 0 ? words[count - 1] : "";
	reading.count = count > 0 ? count - 1 : 0;
	if (!read_name(&reading))
		return;
	read_arguments(&reading);
	if (reading.waiting != NULL)
		offer_wanted(offers, complete_option(reading.waiting));
	else
		offer_argument(offers, &reading);
}
