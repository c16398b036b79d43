/* SPDX-License-Identifier: MIT */
/* Moving, finding, going from screen to screen, and what works everywhere. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_GENERAL_H
#define ACTIONS_GENERAL_H

#define ACTIONS_GENERAL(X)                                                                         \
	X(SEARCH, "search",                                                                        \
	  SCOPE_PLAN | SCOPE_CHOOSE | SCOPE_READ | SCOPE_GUIDE | SCOPE_GUIDE_PAGE, "/", FOOT_NONE, \
	  "search", "look for a date, an amount or a word; Enter alone looks for the same again")  \
	X(FIND_NEXT, "find-next", SCOPE_CHOOSE | SCOPE_READ | SCOPE_GUIDE_PAGE, "n", FOOT_NONE,    \
	  "", "the next place that has what was looked for")                                       \
	X(FIND_PREVIOUS, "find-previous", SCOPE_CHOOSE | SCOPE_READ | SCOPE_GUIDE_PAGE, "N",       \
	  FOOT_NONE, "", "the place before")                                                       \
	X(UP, "up", SCOPE_LISTS, "k <Up>", FOOT_NONE, "", "up")                                    \
	X(DOWN, "down", SCOPE_LISTS, "j <Down>", FOOT_NONE, "", "down")                            \
	X(PAGE_UP, "page-up", SCOPE_SCREENS | SCOPE_QUESTIONS, "<PgUp> <C-b>", FOOT_NONE, "",      \
	  "a page up")                                                                             \
	X(PAGE_DOWN, "page-down", SCOPE_SCREENS | SCOPE_QUESTIONS, "<PgDn> <C-f> <Space>",         \
	  FOOT_NONE, "", "a page down")                                                            \
	X(TOP, "top", SCOPE_SCREENS, "g <Home>", FOOT_NONE, "", "to the first line")               \
	X(BOTTOM, "bottom", SCOPE_SCREENS, "G <End>", FOOT_NONE, "", "to the last line")           \
	X(GO_TODAY, "today", SCOPE_NUMBERED, "1", FOOT_NONE, "", "Today: the answer")              \
	X(GO_PLAN, "plan", SCOPE_NUMBERED, "2", FOOT_NONE, "",                                     \
	  "Plan: every step with its date; without one, the plans there are")                      \
	X(GO_HISTORY, "history", SCOPE_NUMBERED, "3", FOOT_NONE, "", "History: the days behind")   \
	X(GO_CHECKIN, "go-check-in", SCOPE_NUMBERED, "4", FOOT_NONE, "",                           \
	  "Check-in: how the day is, and what the days say")                                       \
	X(GO_SUPPORT, "support", SCOPE_SCREENS, "5", FOOT_NONE, "",                                \
	  "Support: your plan for hard moments, help lines, groups")                               \
	X(GO_GUIDE, "guide", SCOPE_SCREENS, "6", FOOT_NONE, "", "Guide: short pages")              \
	X(NEXT_TAB, "next-tab",                                                                    \
	  (SCOPE_TABS & ~SCOPE_CHECKIN) | SCOPE_READ | SCOPE_DAY | SCOPE_TRENDS, "<Tab> <Right>",  \
	  FOOT_NONE, "", "next screen")                                                            \
	X(PREVIOUS_TAB, "previous-tab",                                                            \
	  (SCOPE_TABS & ~SCOPE_CHECKIN) | SCOPE_READ | SCOPE_DAY | SCOPE_TRENDS, "<S-Tab> <Left>", \
	  FOOT_NONE, "", "previous screen")                                                        \
	X(CLOSE, "close", SCOPE_PAGES | SCOPE_OPTIONS | SCOPE_QUESTIONS, "<Esc> q", FOOT_RIGHT,    \
	  "back", "back to where you were")                                                        \
	X(BACK, "back", SCOPE_TABS, "<Esc>", FOOT_NONE, "", "back to Today")                       \
	X(HELP_NOW, "help-now", SCOPE_ALL, "!", FOOT_RIGHT, "help now",                            \
	  "Help now: when it is urgent, from every screen, even from inside a form")               \
	X(KEYS, "keys", SCOPE_SCREENS, "?", FOOT_RIGHT, "keys", "all keys")                        \
	X(QUIT, "quit", SCOPE_TABS, "q", FOOT_RIGHT, "quit", "quit")                               \
	X(HIDE, "hide", SCOPE_ALL, "z <C-o>", FOOT_NONE, "",                                       \
	  "hide everything at once; any key brings it back, ! brings Help now")                    \
	X(REDRAW, "redraw", SCOPE_ALL, "<C-l>", FOOT_NONE, "", "draw the screen again")            \
	X(SUSPEND, "suspend", SCOPE_ALL, "<C-z>", FOOT_NONE, "",                                   \
	  "back to the shell for a while (fg returns)")                                            \
	X(STOP, "stop", SCOPE_ALL, "<C-c>", FOOT_NONE, "",                                         \
	  "quit from anywhere; what is saved stays saved")

#endif
