/* SPDX-License-Identifier: MIT */
/*
 * Everything a person can ask of the screens, once: this list makes the enum, the names, the keys, the footer and the
 * help. An action has the scopes it works in; no two of one scope share a key.
 */
#ifndef ACTION_H
#define ACTION_H

#include "actions_dialogs.h"
#include "actions_doses.h"
#include "actions_general.h"
#include "actions_plan.h"
#include "actions_setup.h"
#include "actions_support.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

/* X(enum, heading in the help): where keys work. Each view has one of these; actions have one or more. */
#define SCOPE_LIST(X)                                                                              \
	X(TODAY, "Today")                                                                          \
	X(PLAN, "Plan")                                                                            \
	X(CHOOSE, "Choosing a plan")                                                               \
	X(HISTORY, "History")                                                                      \
	X(READ, "A page")                                                                          \
	X(FORM, "A form")                                                                          \
	X(LINES, "A text of several lines")                                                        \
	X(CONFIRM, "A question")                                                                   \
	X(DAY, "A day")                                                                            \
	X(MONTH, "A month")                                                                        \
	X(PROMPT, "Looking for something")                                                         \
	X(OPTIONS, "A choice")                                                                     \
	X(TRENDS, "Trends")                                                                        \
	X(REVISE, "Changing the plan")                                                             \
	X(CHANGES, "Changes of the plan")                                                          \
	X(SUPPORT, "Support")                                                                      \
	X(GUIDE, "Guide")                                                                          \
	X(GUIDE_PAGE, "A page of the guide")                                                       \
	X(PICK, "Choosing from a long list")                                                       \
	X(QUESTIONS, "Questions to yourself")                                                      \
	X(CHECKIN, "Check-in")                                                                     \
	X(CHECKIN_TEXT, "Check-in, where one types")                                               \
	X(JOURNAL, "Journal")                                                                      \
	X(URGE, "The urge timer")                                                                  \
	X(HELP, "Help now")                                                                        \
	X(SETTINGS, "Settings")                                                                    \
	X(PREVIEW, "A plan before it begins")                                                      \
	X(WEEK, "A week from paper") /* digits and some signs are text */                          \
	X(COPE, "Tools for a hard moment")                                                         \
	X(TOOL, "One of these tools")                                                              \
	X(SIGNS, "Signs to act on")                                                                \
	X(COLUMNS, "Columns of a table")                                                           \
	X(REPORT, "The report")

enum scope {
#define X(id, title) SCOPE_##id,
	SCOPE_LIST(X)
#undef X
		SCOPE_COUNT
};

static_assert(SCOPE_COUNT <= 64, "a set of scopes is the bits of an uint64_t");

/* A set of one scope; sets are added up with |. */
#define SCOPE_BIT(scope) (UINT64_C(1) << (scope))
#define IN(id) SCOPE_BIT(SCOPE_##id)

/* Where a character is text; a tab; over a tab, all of the screen; where 0 to 4 are not answers; where one moves. */
#define SCOPES_TYPING (IN(FORM) | IN(LINES) | IN(PROMPT) | IN(REVISE) | IN(PICK) | IN(CHECKIN_TEXT))
#define SCOPES_TABS                                                                                \
	(IN(TODAY) | IN(PLAN) | IN(CHOOSE) | IN(HISTORY) | IN(SUPPORT) | IN(GUIDE) | IN(CHECKIN))
#define SCOPES_PAGES                                                                               \
	(IN(READ) | IN(DAY) | IN(MONTH) | IN(TRENDS) | IN(CHANGES) | IN(GUIDE_PAGE) |              \
	 IN(JOURNAL) | IN(URGE) | IN(HELP) | IN(SETTINGS) | IN(PREVIEW) | IN(COPE) | IN(TOOL) |    \
	 IN(SIGNS) | IN(REPORT))
#define SCOPES_SCREENS (SCOPES_TABS | SCOPES_PAGES)
#define SCOPES_NUMBERED (SCOPES_SCREENS & ~IN(CHECKIN))
#define SCOPES_LISTS                                                                               \
	(SCOPES_SCREENS | IN(CONFIRM) | IN(OPTIONS) | IN(QUESTIONS) | IN(WEEK) | IN(COLUMNS))
#define SCOPES_ALL (SCOPES_LISTS | SCOPES_TYPING)

/* Where in the footer: at the left as far as there is room, always at the right, or not at all. */
enum footing { FOOT_LEFT, FOOT_RIGHT, FOOT_NONE };

/*
 * X(enum, name, scopes, keys, footing, what the footer says, what the help says): the lists of actions_*.h, in the order in
 * which the footer offers them as far as there is room.
 */
#define ACTION_LIST(X)                                                                             \
	ACTIONS_DOSES(X)                                                                           \
	ACTIONS_PLAN(X)                                                                            \
	ACTIONS_SETUP(X)                                                                           \
	ACTIONS_SUPPORT(X)                                                                         \
	ACTIONS_DIALOGS(X)                                                                         \
	ACTIONS_GENERAL(X)

enum action {
#define X(id, name, scopes, keys, footing, brief, help) ACTION_##id,
	ACTION_LIST(X)
#undef X
		ACTION_COUNT,
	ACTION_NONE = ACTION_COUNT
};

struct action_info {
	const char *name;
	uint64_t scopes; /* IN(), added up */
	const char *keys;
	enum footing footing;
	const char *brief;
	const char *help;
};

/* What the list says of an action. */
const struct action_info *action_info(enum action action);

/* Whether a set of scopes has one of them. */
bool scopes_have(uint64_t scopes, enum scope scope);

/* The heading of a scope in the help. */
const char *scope_title(enum scope scope);

#endif
