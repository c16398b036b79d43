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
	{SCOPE_TODAY, "Today"},        {SCOPE_PLAN, "Plan"},   {SCOPE_CHOOSE, "Choosing a plan"},
	{SCOPE_HISTORY, "History"},    {SCOPE_READ, "A page"}, {SCOPE_FORM, "A form"},
	{SCOPE_CONFIRM, "A question"},
};

const char *scope_title(enum scope scope)
{
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		if (titles[i].scope == scope)
			return titles[i].title;
	}
	return NULL;
}
