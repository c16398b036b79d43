/* SPDX-License-Identifier: MIT */
#include "offers.h"

#include <string.h>

#include "base/utf8.h"

#include "offers_read.h"

/* A word with a control character in it could not be typed, and would harm the terminal. */
static bool is_harmless(const char *word)
{
	struct str cleaned = STR_INIT;
	bool same;

	utf8_add_clean(&cleaned, word);
	same = strcmp(cleaned.data, word) == 0;
	str_free(&cleaned);
	return same;
}

void offer(struct offers *offers, const char *word, const char *says)
{
	struct str whole = STR_INIT;

	str_add_bytes(&whole, offers->typed, offers->lead);
	str_add(&whole, word);
	/* "tag:" is offered no more once it is typed; what it leads to is. */
	if (!str_starts(whole.data, offers->typed) || !is_harmless(word) ||
	    (strcmp(whole.data, offers->typed) == 0 && strchr(":=", word[strlen(word) - 1]))) {
		str_free(&whole);
		return;
	}
	if (offers->session->json) {
		json_open_object(&offers->json, NULL);
		json_text(&offers->json, "word", whole.data);
		json_text(&offers->json, "says", says);
		json_close_object(&offers->json);
	} else {
		str_addf(&offers->session->out, "%s\t", whole.data);
		utf8_add_clean(&offers->session->out, says);
		str_add_char(&offers->session->out, '\n');
	}
	str_free(&whole);
}

/* A line without a word: the shell knows its files better. */
static void offer_files(struct offers *offers)
{
	if (!offers->session->json)
		str_add(&offers->session->out, "\tfiles\n");
}

struct fixed {
	const char *word, *says;
};

static const struct fixed dates[] = {
	{"today", ""},
	{"yesterday", ""},
	{"tomorrow", ""},
	{"+7d", "in a week"},
	{"-7d", "a week ago"},
	{"mon", "next Monday"},
	{"tue", "next Tuesday"},
	{"wed", "next Wednesday"},
	{"thu", "next Thursday"},
	{"fri", "next Friday"},
	{"sat", "next Saturday"},
	{"sun", "next Sunday"},
	{NULL, NULL},
};
static const struct fixed ats[] = {
	{"@now", ""},
	{"@-15m", "a quarter of an hour ago"},
	{"@-30m", "half an hour ago"},
	{"@-1h", "an hour ago"},
	{"@yesterday", "and a time of day"},
	{NULL, NULL},
};
static const struct fixed at_days[] = {{"@today", ""}, {"@yesterday", ""}, {NULL, NULL}};
static const struct fixed times[] = {
	{"now", ""},
	{"-15m", "a quarter of an hour ago"},
	{"-30m", "half an hour ago"},
	{"-1h", "an hour ago"},
	{NULL, NULL},
};
static const struct fixed spans[] = {
	{"7d", "a week"},   {"30d", "30 days"},   {"8w", "8 weeks"}, {"12w", "12 weeks"},
	{"6m", "6 months"}, {"12m", "12 months"}, {NULL, NULL},
};
static const struct fixed filters[] = {
	{"tag:", "a part of a tag"},         {"product:", "a product"},
	{"note:", "a word of a note"},       {"over:", "more than that amount"},
	{"under:", "less than that amount"}, {NULL, NULL},
};
static const struct fixed outcomes[] = {
	{"rode-it-out", "it passed"},
	{"took", "you took something"},
	{"open", "you do not want to say"},
	{NULL, NULL},
};
static const struct fixed bys[] = {
	{"day", "one row a day"},
	{"dose", "one row a dose"},
	{"week", "one row a week"},
	{"month", "one row a month"},
	{NULL, NULL},
};
static const struct fixed supports[] = {
	{"mine", "your own plan for hard moments"},
	{"add", "add to it"},
	{"remove", "take an entry out"},
	{NULL, NULL},
};
static const struct fixed imports[] = {
	{"csv", "a table of any program"},
	{"json", "everything, as export wrote it"},
	{"herbal-tracker", "Herbal Tracker+"},
	{"psychonaut-journal", "PsychonautWiki Journal"},
	{"medtimer", "medTimer"},
	{NULL, NULL},
};
static const struct fixed units[] = {
	{"g", "grams"}, {"capsule", ""},      {"ml", "millilitres"},
	{"tablet", ""}, {"mg", "milligrams"}, {NULL, NULL},
};
static const struct fixed papers[] = {{"a4", ""}, {"letter", ""}, {NULL, NULL}};
static const struct fixed decimals[] = {{"point", "2.5"}, {"comma", "2,5"}, {NULL, NULL}};
static const struct fixed orders[] = {
	{"ymd", "year, month, day"},
	{"dmy", "day, month, year"},
	{"mdy", "month, day, year"},
	{NULL, NULL},
};
static const struct fixed tools[] = {
	{"thought", "write a thought down"},
	{"thoughts", "those written down"},
	{NULL, NULL},
};
static const struct fixed colors[] = {{"auto", ""}, {"always", ""}, {"never", ""}, {NULL, NULL}};
static const struct fixed shells[] = {{"bash", ""}, {"zsh", ""}, {"fish", ""}, {NULL, NULL}};
static const struct fixed bases[] = {{"baseline", "the mean of your last days"}, {NULL, NULL}};

/* What is always the same, what is looked up, or both; file: a file does as well. */
static const struct {
	const struct fixed *fixed;
	void (*read)(struct offers *offers);
	bool file;
} kinds[] = {
	[OFFER_NOTHING] = {.fixed = NULL},
	[OFFER_FILE] = {.file = true},
	[OFFER_PLAN] = {.read = offers_plans, .file = true},
	[OFFER_PLAN_BASE] = {.fixed = bases},
	[OFFER_DATE] = {.fixed = dates},
	[OFFER_AT] = {.fixed = ats},
	[OFFER_AT_DAY] = {.fixed = at_days},
	[OFFER_TIME] = {.fixed = times},
	[OFFER_SPAN] = {.fixed = spans},
	[OFFER_ID] = {.read = offers_ids},
	[OFFER_TAG] = {.read = offers_tags},
	[OFFER_TRIGGER] = {.read = offers_triggers},
	[OFFER_PRODUCT] = {.read = offers_products},
	[OFFER_FILTER] = {.fixed = filters, .read = offers_filters},
	[OFFER_ITEM] = {.fixed = at_days, .read = offers_items},
	[OFFER_OUTCOME] = {.fixed = outcomes},
	[OFFER_BY] = {.fixed = bys},
	[OFFER_COUNTRY] = {.read = offers_countries},
	[OFFER_SUPPORT] = {.fixed = supports, .read = offers_countries},
	[OFFER_PART] = {.read = offers_parts},
	[OFFER_PAGE] = {.read = offers_pages},
	[OFFER_FLAG] = {.read = offers_flags},
	[OFFER_KEY] = {.read = offers_keys},
	[OFFER_VALUE] = {.read = offers_values},
	[OFFER_EXPORT] = {.read = offers_exports},
	[OFFER_FORMAT] = {.read = offers_formats},
	[OFFER_DOCUMENT] = {.read = offers_documents},
	[OFFER_IMPORT] = {.fixed = imports},
	[OFFER_UNIT] = {.fixed = units},
	[OFFER_PAPER] = {.fixed = papers},
	[OFFER_DECIMAL] = {.fixed = decimals},
	[OFFER_ORDER] = {.fixed = orders},
	[OFFER_TOOL] = {.fixed = tools, .read = offers_tools},
	[OFFER_COLOR] = {.fixed = colors},
	[OFFER_SHELL] = {.fixed = shells},
	[OFFER_COMMAND] = {.read = offers_commands},
};

void offer_kind(struct offers *offers, enum offer_kind kind)
{
	for (const struct fixed *fixed = kinds[kind].fixed; fixed != NULL && fixed->word != NULL;
	     fixed++)
		offer(offers, fixed->word, fixed->says);
	if (kinds[kind].read != NULL)
		kinds[kind].read(offers);
	if (kinds[kind].file)
		offer_files(offers);
}
