/* SPDX-License-Identifier: MIT */
#include "action.h"

#include <assert.h>

static const struct action_info actions[] = {
#define X(id, word, where, which, place, shortly, text)                                            \
	[ACTION_##id] = {.name = word,                                                             \
			 .scopes = where,                                                          \
			 .keys = which,                                                            \
			 .footing = place,                                                         \
			 .brief = shortly,                                                         \
			 .help = text},
	ACTION_LIST(X)
#undef X
};

static_assert(sizeof(actions) / sizeof(actions[0]) == ACTION_COUNT, "every action is described");

const struct action_info *action_info(enum action action)
{
	assert(action < ACTION_COUNT);
	return &actions[action];
}

static const struct {
	enum scope scope;
	const char *title;
} titles[] = {
	{SCOPE_TODAY, "Today"},
	{SCOPE_PLAN, "Plan"},
	{SCOPE_CHOOSE, "Choosing a plan"},
	{SCOPE_HISTORY, "History"},
	{SCOPE_READ, "A page"},
	{SCOPE_FORM, "A form"},
	{SCOPE_CONFIRM, "A question"},
	{SCOPE_DAY, "A day"},
	{SCOPE_MONTH, "A month"},
	{SCOPE_TRENDS, "Trends"},
	{SCOPE_PROMPT, "Looking for something"},
	{SCOPE_OPTIONS, "A choice"},
	{SCOPE_REVISE, "Changing the plan"},
	{SCOPE_CHANGES, "Changes of the plan"},
	{SCOPE_CHECKIN, "Check-in"},
	{SCOPE_CHECKIN_TEXT, "Check-in, where one types"},
	{SCOPE_JOURNAL, "Journal"},
	{SCOPE_URGE, "The urge timer"},
	{SCOPE_HELP, "Help now"},
	{SCOPE_SUPPORT, "Support"},
	{SCOPE_GUIDE, "Guide"},
	{SCOPE_GUIDE_PAGE, "A page of the guide"},
	{SCOPE_PICK, "Choosing from a long list"},
	{SCOPE_QUESTIONS, "Questions to yourself"},
	{SCOPE_SETTINGS, "Settings"},
	{SCOPE_PREVIEW, "A plan before it begins"},
};

const char *scope_title(enum scope scope)
{
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		if (titles[i].scope == scope)
			return titles[i].title;
	}
	return NULL;
}
