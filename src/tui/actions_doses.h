/* SPDX-License-Identifier: MIT */
/* Doses, and looking back at them. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_DOSES_H
#define ACTIONS_DOSES_H

#define ACTIONS_DOSES(X)                                                                           \
	X(LOG_DOSE, "log-dose", SCOPE_TABS | SCOPE_URGE, "a", FOOT_LEFT, "log", "log a dose")      \
	X(TAKE, "take-planned", SCOPE_TODAY, "<Enter>", FOOT_LEFT, "take",                         \
	  "log the planned dose under the cursor, at once")                                        \
	X(SHOW_DAY, "show-day", SCOPE_HISTORY | SCOPE_MONTH, "<Enter>", FOOT_LEFT, "show day",     \
	  "show the doses of the day under the cursor")                                            \
	X(SHOW_MONTH, "month", SCOPE_HISTORY, "m", FOOT_LEFT, "month",                             \
	  "the month of the day under the cursor as a map")                                        \
	X(SHOW_TRENDS, "trends", SCOPE_HISTORY, "t", FOOT_LEFT, "trends",                          \
	  "trends: weeks, doses a day, hours, weekdays")                                           \
	X(PERIOD, "period", SCOPE_TRENDS, "p", FOOT_LEFT, "period",                                \
	  "choose which days to look at")                                                          \
	X(FILTER, "filter", SCOPE_HISTORY, "/", FOOT_LEFT, "filter",                               \
	  "show only doses that fit, such as tag:stress >3g oct")                                  \
	X(EDIT_DOSE, "edit-dose", SCOPE_TODAY | SCOPE_DAY, "e", FOOT_LEFT, "edit",                 \
	  "change the dose under the cursor")                                                      \
	X(REMOVE_DOSE, "remove-dose", SCOPE_TODAY | SCOPE_DAY, "d <Del>", FOOT_LEFT, "delete",     \
	  "delete the dose under the cursor")                                                      \
	X(DAY_BEFORE, "day-before", SCOPE_MONTH | SCOPE_CHECKIN, "h <Left>", FOOT_NONE, "",        \
	  "the day before")                                                                        \
	X(DAY_AFTER, "day-after", SCOPE_MONTH | SCOPE_CHECKIN, "l <Right>", FOOT_NONE, "",         \
	  "the day after")                                                                         \
	X(UNDO, "undo", SCOPE_TABS | SCOPE_DAY | SCOPE_JOURNAL | SCOPE_URGE, "u", FOOT_LEFT,       \
	  "undo", "take the last change back")                                                     \
	X(REDO, "redo", SCOPE_TABS | SCOPE_DAY | SCOPE_JOURNAL | SCOPE_URGE, "<C-r>", FOOT_NONE,   \
	  "", "do what was taken back again")

#endif
