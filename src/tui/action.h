/* SPDX-License-Identifier: MIT */
/*
 * Everything a person can ask of the screens, once: this list makes the enum, the names, the keys, the footer and the
 * help. An action has the scopes it works in; no two of one scope share a key.
 */
#ifndef ACTION_H
#define ACTION_H

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
	SCOPE_TABS = SCOPE_TODAY | SCOPE_PLAN | SCOPE_CHOOSE | SCOPE_HISTORY,
	SCOPE_SCREENS = SCOPE_TABS | SCOPE_READ,
	SCOPE_ALL = SCOPE_SCREENS | SCOPE_FORM | SCOPE_CONFIRM
};

/* Where in the footer: at the left as far as there is room, always at the right, or not at all. */
enum footing { FOOT_LEFT, FOOT_RIGHT, FOOT_NONE };

/* X(enum, name, scopes, keys, footing, what the footer says, what the help says) */
#define ACTION_LIST(X)                                                                             \
	X(LOG_DOSE, "log-dose", SCOPE_TABS, "a", FOOT_LEFT, "log", "log a dose")                   \
	X(TAKE, "take-planned", SCOPE_TODAY, "<Enter>", FOOT_LEFT, "take planned",                 \
	  "log the planned dose under the cursor, at once")                                        \
	X(START_PLAN, "start-plan", SCOPE_CHOOSE, "<Enter>", FOOT_LEFT, "start",                   \
	  "start the plan under the cursor; you are asked first")                                  \
	X(START_OTHER, "start-from", SCOPE_CHOOSE, "f", FOOT_LEFT, "other amount",                 \
	  "start the plan under the cursor from an amount or on a day of your own")                \
	X(ABOUT_PLAN, "about-plan", SCOPE_CHOOSE, "x", FOOT_LEFT, "about",                         \
	  "all there is to say about the plan under the cursor")                                   \
	X(SHOW_DAY, "show-day", SCOPE_HISTORY, "<Enter>", FOOT_LEFT, "show day",                   \
	  "show the doses of the day under the cursor")                                            \
	X(EXPLAIN, "explain", SCOPE_PLAN, "x <Enter>", FOOT_LEFT, "explain",                       \
	  "explain the arithmetic of the step under the cursor")                                   \
	X(NEW_PLAN, "new-plan", SCOPE_TODAY | SCOPE_PLAN, "n", FOOT_LEFT, "new plan",              \
	  "choose a plan; nothing changes before you say yes")                                     \
	X(TOGGLE_DAYS, "toggle-days", SCOPE_PLAN, "v", FOOT_LEFT, "days/steps",                    \
	  "change between steps and single days")                                                  \
	X(EDIT_DOSE, "edit-dose", SCOPE_TODAY, "e", FOOT_LEFT, "edit",                             \
	  "change the dose under the cursor")                                                      \
	X(REMOVE_DOSE, "remove-dose", SCOPE_TODAY, "d <Del>", FOOT_LEFT, "delete",                 \
	  "delete the dose under the cursor")                                                      \
	X(FIELD_SAVE, "save", SCOPE_FORM, "<Enter>", FOOT_LEFT, "save", "save what is typed")      \
	X(FIELD_NEXT, "next-field", SCOPE_FORM, "<Tab> <Down>", FOOT_LEFT, "next", "next field")   \
	X(FIELD_PREVIOUS, "previous-field", SCOPE_FORM, "<S-Tab> <Up>", FOOT_NONE, "",             \
	  "previous field")                                                                        \
	X(FIELD_LEAVE, "leave", SCOPE_FORM, "<Esc>", FOOT_LEFT, "leave", "leave without saving")   \
	X(YES, "yes", SCOPE_CONFIRM, "y", FOOT_LEFT, "yes", "yes, do it")                          \
	X(NO, "no", SCOPE_CONFIRM, "n <Esc> q", FOOT_LEFT, "no", "no, leave things as they are")   \
	X(UNDO, "undo", SCOPE_TABS, "u", FOOT_LEFT, "undo", "take the last change back")           \
	X(GO_NOW, "go-now", SCOPE_PLAN | SCOPE_HISTORY, "t", FOOT_LEFT, "today", "go to today")    \
	X(REDO, "redo", SCOPE_TABS, "<C-r>", FOOT_NONE, "", "do what was taken back again")        \
	X(UP, "up", SCOPE_SCREENS | SCOPE_CONFIRM, "k <Up>", FOOT_NONE, "", "up")                  \
	X(DOWN, "down", SCOPE_SCREENS | SCOPE_CONFIRM, "j <Down>", FOOT_NONE, "", "down")          \
	X(PAGE_UP, "page-up", SCOPE_SCREENS, "<PgUp> <C-b>", FOOT_NONE, "", "a page up")           \
	X(PAGE_DOWN, "page-down", SCOPE_SCREENS, "<PgDn> <C-f> <Space>", FOOT_NONE, "",            \
	  "a page down")                                                                           \
	X(TOP, "top", SCOPE_SCREENS, "g <Home>", FOOT_NONE, "", "to the first line")               \
	X(BOTTOM, "bottom", SCOPE_SCREENS, "G <End>", FOOT_NONE, "", "to the last line")           \
	X(GO_TODAY, "today", SCOPE_SCREENS, "1", FOOT_NONE, "", "Today: the answer")               \
	X(GO_PLAN, "plan", SCOPE_SCREENS, "2", FOOT_NONE, "",                                      \
	  "Plan: every step with its date; without one, the plans there are")                      \
	X(GO_HISTORY, "history", SCOPE_SCREENS, "3", FOOT_NONE, "", "History: the days behind")    \
	X(NEXT_TAB, "next-tab", SCOPE_SCREENS, "<Tab> l <Right>", FOOT_NONE, "", "next screen")    \
	X(PREVIOUS_TAB, "previous-tab", SCOPE_SCREENS, "<S-Tab> h <Left>", FOOT_NONE, "",          \
	  "previous screen")                                                                       \
	X(CLOSE, "close", SCOPE_READ, "<Esc> q", FOOT_LEFT, "back", "back to where you were")      \
	X(BACK, "back", SCOPE_TABS, "<Esc>", FOOT_NONE, "", "back to Today")                       \
	X(HELP_NOW, "help-now", SCOPE_ALL, "!", FOOT_RIGHT, "help now",                            \
	  "Help now: when it is urgent, from every screen, even from inside a form")               \
	X(KEYS, "keys", SCOPE_SCREENS, "?", FOOT_RIGHT, "keys", "all keys")                        \
	X(QUIT, "quit", SCOPE_TABS, "q", FOOT_RIGHT, "quit", "quit")                               \
	X(REDRAW, "redraw", SCOPE_ALL, "<C-l>", FOOT_NONE, "", "draw the screen again")            \
	X(SUSPEND, "suspend", SCOPE_ALL, "<C-z>", FOOT_NONE, "",                                   \
	  "back to the shell for a while (fg returns)")                                            \
	X(STOP, "stop", SCOPE_ALL, "<C-c>", FOOT_NONE, "",                                         \
	  "quit from anywhere; what is saved stays saved")

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
