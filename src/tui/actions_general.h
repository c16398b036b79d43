/* SPDX-License-Identifier: MIT */
/* Moving, finding, going from screen to screen, and what works everywhere. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_GENERAL_H
#define ACTIONS_GENERAL_H

#define ACTIONS_GENERAL(X)                                                                         \
	X(SEARCH, "search",                                                                        \
	  IN(PLAN) | IN(CHOOSE) | IN(READ) | IN(GUIDE) | IN(GUIDE_PAGE) | IN(SUPPORT) |            \
		  IN(JOURNAL) | IN(DAY) | IN(CHANGES) | IN(SETTINGS) | IN(REPORT),                 \
	  "/", FOOT_LEFT, "find",                                                                  \
	  "look for a date, an amount or a word; {find} alone looks for the same again")           \
	X(FIND_NEXT, "find-next",                                                                  \
	  IN(CHOOSE) | IN(READ) | IN(GUIDE_PAGE) | IN(JOURNAL) | IN(DAY) | IN(CHANGES) |           \
		  IN(SETTINGS) | IN(REPORT),                                                       \
	  "n", FOOT_NONE, "", "the next place that has what was looked for")                       \
	X(FIND_PREVIOUS, "find-previous",                                                          \
	  IN(CHOOSE) | IN(READ) | IN(GUIDE_PAGE) | IN(DAY) | IN(CHANGES) | IN(SETTINGS) |          \
		  IN(REPORT),                                                                      \
	  "N", FOOT_NONE, "", "the place before")                                                  \
	X(UP, "up", SCOPES_LISTS, "<Up> k", FOOT_NONE, "", "up")                                   \
	X(DOWN, "down", SCOPES_LISTS, "<Down> j", FOOT_NONE, "", "down")                           \
	X(PAGE_UP, "page-up", SCOPES_SCREENS | IN(QUESTIONS), "<PgUp> <C-b>", FOOT_NONE, "",       \
	  "a page up")                                                                             \
	X(PAGE_DOWN, "page-down", SCOPES_SCREENS | IN(QUESTIONS), "<PgDn> <C-f> <Space>",          \
	  FOOT_NONE, "", "a page down")                                                            \
	X(TOP, "top", SCOPES_SCREENS, "g <Home>", FOOT_NONE, "", "to the first line")              \
	X(BOTTOM, "bottom", SCOPES_SCREENS, "G <End>", FOOT_NONE, "", "to the last line")          \
	X(GO_TODAY, "today", SCOPES_NUMBERED, "1", FOOT_NONE, "", "Today: the answer")             \
	X(GO_PLAN, "plan", SCOPES_NUMBERED, "2", FOOT_NONE, "",                                    \
	  "Plan: every step with its date; without one, the plans there are")                      \
	X(GO_HISTORY, "history", SCOPES_NUMBERED, "3", FOOT_NONE, "", "History: the days behind")  \
	X(GO_CHECKIN, "go-check-in", SCOPES_NUMBERED, "4", FOOT_NONE, "",                          \
	  "Check-in: how the day is, and what the days say")                                       \
	X(GO_SUPPORT, "support", SCOPES_SCREENS, "5", FOOT_NONE, "",                               \
	  "Support: your plan for hard moments, help lines, groups")                               \
	X(GO_GUIDE, "guide", SCOPES_SCREENS, "6", FOOT_NONE, "", "Guide: short pages")             \
	X(NEXT_TAB, "next-tab", (SCOPES_TABS & ~IN(CHECKIN)) | IN(READ) | IN(DAY) | IN(TRENDS),    \
	  "<Tab> <Right>", FOOT_NONE, "", "next screen")                                           \
	X(PREVIOUS_TAB, "previous-tab",                                                            \
	  (SCOPES_TABS & ~IN(CHECKIN)) | IN(READ) | IN(DAY) | IN(TRENDS), "<S-Tab> <Left>",        \
	  FOOT_NONE, "", "previous screen")                                                        \
	X(CLOSE, "close", SCOPES_PAGES | IN(OPTIONS) | IN(QUESTIONS) | IN(WEEK) | IN(COLUMNS),     \
	  "<Esc> q", FOOT_RIGHT, "back", "back to where you were")                                 \
	X(BACK, "back", SCOPES_TABS, "<Esc>", FOOT_NONE, "", "back to Today")                      \
	X(HELP_NOW, "help-now", SCOPES_ALL, "!", FOOT_RIGHT, "help now",                           \
	  "Help now: when it is urgent, from every screen, even from inside a form")               \
	X(KEYS, "keys", SCOPES_SCREENS | IN(WEEK), "?", FOOT_RIGHT, "keys", "all keys")            \
	X(QUIT, "quit", SCOPES_TABS, "q", FOOT_RIGHT, "quit", "quit")                              \
	X(HIDE, "hide", SCOPES_ALL, "z <C-o>", FOOT_NONE, "",                                      \
	  "hide everything at once; any key brings it back, {help-now} brings Help now")           \
	X(REDRAW, "redraw", SCOPES_ALL, "<C-l>", FOOT_NONE, "", "draw the screen again")           \
	X(SUSPEND, "suspend", SCOPES_ALL, "<C-z>", FOOT_NONE, "",                                  \
	  "back to the shell for a while (fg returns)")                                            \
	X(STOP, "stop", SCOPES_ALL, "<C-c>", FOOT_NONE, "",                                        \
	  "quit from anywhere; what is saved stays saved")

#endif
