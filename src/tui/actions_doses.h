/* SPDX-License-Identifier: MIT */
/* Doses, and looking back at them. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_DOSES_H
#define ACTIONS_DOSES_H

#define ACTIONS_DOSES(X)                                                                           \
	X(LOG_DOSE, "log-dose", SCOPES_TABS | IN(URGE), "a", FOOT_LEFT, "log", "log a dose")       \
	X(TAKE, "take-planned", IN(TODAY), "<Enter>", FOOT_LEFT, "take",                           \
	  "log the planned dose under the cursor; far from its time you are asked first")          \
	X(SHOW_DAY, "show-day", IN(HISTORY) | IN(MONTH), "<Enter>", FOOT_LEFT, "show day",         \
	  "show the doses of the day under the cursor")                                            \
	X(SHOW_MONTH, "month", IN(HISTORY), "m", FOOT_LEFT, "month",                               \
	  "the month of the day under the cursor as a map")                                        \
	X(SHOW_TRENDS, "trends", IN(HISTORY), "t", FOOT_LEFT, "trends",                            \
	  "trends: weeks, doses a day, hours, weekdays")                                           \
	X(BASELINE, "baseline", IN(HISTORY) | IN(TRENDS), "B", FOOT_NONE, "",                      \
	  "your last seven days: mean, spread, usual times")                                       \
	X(PERIOD, "period", IN(TRENDS) | IN(REPORT), "p", FOOT_LEFT, "period",                     \
	  "choose which days to look at")                                                          \
	X(FILTER, "filter", IN(HISTORY), "/", FOOT_LEFT, "filter",                                 \
	  "show only doses that fit, such as tag:stress >3g oct")                                  \
	X(EDIT_DOSE, "edit-dose", IN(TODAY) | IN(DAY), "e", FOOT_LEFT, "edit",                     \
	  "change the dose under the cursor")                                                      \
	X(REMOVE_DOSE, "remove-dose", IN(TODAY) | IN(DAY), "d <Del>", FOOT_LEFT, "delete",         \
	  "delete the dose under the cursor")                                                      \
	X(DAY_BEFORE, "day-before", IN(MONTH) | IN(CHECKIN), "h <Left>", FOOT_NONE, "",            \
	  "the day before")                                                                        \
	X(DAY_AFTER, "day-after", IN(MONTH) | IN(CHECKIN), "l <Right>", FOOT_NONE, "",             \
	  "the day after")                                                                         \
	X(TYPE_WEEK, "type-week", IN(PLAN) | IN(HISTORY), "W", FOOT_LEFT, "week",                  \
	  "type in a week from paper: ticks and amounts, as in a table")                           \
	X(WEEK_NEXT, "week-next", IN(WEEK), "<Enter> <Tab>", FOOT_LEFT, "next", "the next dose")   \
	X(WEEK_PREVIOUS, "week-previous", IN(WEEK), "<S-Tab>", FOOT_NONE, "", "the dose before")   \
	X(WEEK_LEFT, "week-left", IN(WEEK), "h <Left>", FOOT_NONE, "", "to the left")              \
	X(WEEK_RIGHT, "week-right", IN(WEEK), "l <Right>", FOOT_NONE, "", "to the right")          \
	X(WEEK_DAY, "week-day", IN(WEEK), "t", FOOT_LEFT, "tick day",                              \
	  "tick every planned dose of the day, or none of them")                                   \
	X(WEEK_SAVE, "week-save", IN(WEEK), "s", FOOT_LEFT, "add",                                 \
	  "show what would be added to the log, and add it")                                       \
	X(WEEK_BEFORE, "week-before", IN(WEEK), "<PgUp> <C-b>", FOOT_LEFT, "earlier",              \
	  "the week before")                                                                       \
	X(WEEK_AFTER, "week-after", IN(WEEK), "<PgDn> <C-f>", FOOT_LEFT, "later",                  \
	  "the week after")                                                                        \
	X(UNDO, "undo", SCOPES_TABS | IN(WEEK) | IN(DAY) | IN(JOURNAL) | IN(URGE) | IN(TOOL), "u", \
	  FOOT_LEFT, "undo", "take the last change back")                                          \
	X(REDO, "redo", SCOPES_TABS | IN(WEEK) | IN(DAY) | IN(JOURNAL) | IN(URGE) | IN(TOOL),      \
	  "<C-r>", FOOT_NONE, "", "do what was taken back again")

#endif
