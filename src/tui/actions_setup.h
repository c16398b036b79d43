/* SPDX-License-Identifier: MIT */
/* Beginning, settings, and what goes out and in. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_SETUP_H
#define ACTIONS_SETUP_H

#define ACTIONS_SETUP(X)                                                                           \
	X(SETUP, "setup", IN(TODAY) | IN(SETTINGS), "S", FOOT_NONE, "set up",                      \
	  "the first questions again: safety, product, scale, times, country")                     \
	X(ANSWER_GO, "begin", IN(QUESTIONS), "<Enter>", FOOT_LEFT, "go on",                        \
	  "begin the questions, or go on")                                                         \
	X(ANSWER_ANEW, "answer-anew", IN(QUESTIONS), "a", FOOT_LEFT, "answer anew",                \
	  "answer the safety questions again")                                                     \
	X(ANSWER_AGREES, "clinician-agrees", IN(QUESTIONS), "c", FOOT_LEFT, "clinician agrees",    \
	  "keep that a clinician knows of your answers and agrees")                                \
	X(CHANGE_SETTING, "change-setting", IN(SETTINGS), "<Enter> e", FOOT_LEFT, "change",        \
	  "change the setting under the cursor")                                                   \
	X(CARE, "care", IN(SETTINGS), "B", FOOT_LEFT, "copies",                                    \
	  "keep a copy of the log, go back to one, look whether all is well")                      \
	X(USUAL_SETTING, "usual-setting", IN(SETTINGS), "d <Del>", FOOT_LEFT, "usual",             \
	  "take the setting under the cursor back to what is usual")                               \
	X(LOCK, "passphrase", IN(SETTINGS), "p", FOOT_LEFT, "passphrase",                          \
	  "lock the log with a passphrase, change it, or take it off")                             \
	X(EXPORT, "export", IN(PLAN) | IN(HISTORY) | IN(REPORT), "E", FOOT_LEFT, "export",         \
	  "write the schedule, the log or the report to a file")                                   \
	X(REPORT, "report", IN(PLAN) | IN(HISTORY) | IN(TRENDS), "R", FOOT_LEFT, "report",         \
	  "the report for a clinician: read it here, and write it to a file")                      \
	X(IMPORT, "import", IN(HISTORY), "I", FOOT_NONE, "import",                                 \
	  "read a log from a file; shown before anything is added")                                \
	X(COLUMN_ADD, "column-add", IN(COLUMNS), "<Enter>", FOOT_LEFT, "go on",                    \
	  "show what would be added to the log, and add it")                                       \
	X(COLUMN_MORE, "column-more", IN(COLUMNS), "<Right> l <Space>", FOOT_LEFT, "change",       \
	  "the next column or word for the row under the cursor")                                  \
	X(COLUMN_LESS, "column-less", IN(COLUMNS), "<Left> h", FOOT_NONE, "", "the one before")    \
	X(SETTINGS, "settings", SCOPES_TABS, ",", FOOT_NONE, "settings", "all settings")

#endif
