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

#include <stddef.h>

/* Where keys work: each view has one of these; actions have one or more. */
enum scope {
	SCOPE_TODAY = 1,
	SCOPE_PLAN = 2,
	SCOPE_CHOOSE = 4,
	SCOPE_HISTORY = 8,
	SCOPE_READ = 16,
	SCOPE_FORM = 32,
	SCOPE_CONFIRM = 64,
	SCOPE_DAY = 128,
	SCOPE_MONTH = 256,
	SCOPE_PROMPT = 512,
	SCOPE_OPTIONS = 1024,
	SCOPE_TRENDS = 2048,
	SCOPE_REVISE = 4096,
	SCOPE_CHANGES = 8192,
	SCOPE_SUPPORT = 16384,
	SCOPE_GUIDE = 32768,
	SCOPE_GUIDE_PAGE = 65536,
	SCOPE_PICK = 131072,
	SCOPE_QUESTIONS = 262144,
	SCOPE_CHECKIN = 524288,
	SCOPE_CHECKIN_TEXT = 1048576,
	SCOPE_JOURNAL = 2097152,
	SCOPE_URGE = 4194304,
	SCOPE_HELP = 8388608,
	SCOPE_SETTINGS = 16777216,
	SCOPE_PREVIEW = 33554432,
	SCOPE_TYPING = SCOPE_FORM | SCOPE_PROMPT | SCOPE_REVISE | SCOPE_PICK |
		       SCOPE_CHECKIN_TEXT, /* where a character is text */
	SCOPE_TABS = SCOPE_TODAY | SCOPE_PLAN | SCOPE_CHOOSE | SCOPE_HISTORY | SCOPE_SUPPORT |
		     SCOPE_GUIDE | SCOPE_CHECKIN,
	SCOPE_PAGES = SCOPE_READ | SCOPE_DAY | SCOPE_MONTH | SCOPE_TRENDS | SCOPE_CHANGES |
		      SCOPE_GUIDE_PAGE | SCOPE_JOURNAL | SCOPE_URGE | SCOPE_HELP | SCOPE_SETTINGS |
		      SCOPE_PREVIEW, /* over a tab, all of the screen */
	SCOPE_SCREENS = SCOPE_TABS | SCOPE_PAGES,
	SCOPE_NUMBERED = SCOPE_SCREENS & ~SCOPE_CHECKIN, /* there 0 to 4 are answers */
	SCOPE_LISTS = SCOPE_SCREENS | SCOPE_CONFIRM | SCOPE_OPTIONS | SCOPE_QUESTIONS,
	SCOPE_ALL = SCOPE_LISTS | SCOPE_TYPING
};

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
	int scopes; /* enum scope, added up */
	const char *keys;
	enum footing footing;
	const char *brief;
	const char *help;
};

/* What the list says of an action. */
const struct action_info *action_info(enum action action);

/* The heading of a scope in the help; NULL for one that is not a single scope. */
const char *scope_title(enum scope scope);

#endif
