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

bool scopes_have(uint64_t scopes, enum scope scope)
{
	return (scopes & SCOPE_BIT(scope)) != 0;
}

const char *scope_title(enum scope scope)
{
	static const char *const titles[] = {
#define X(id, title) [SCOPE_##id] = title,
		SCOPE_LIST(X)
#undef X
	};

	assert(scope < SCOPE_COUNT);
	return titles[scope];
}
