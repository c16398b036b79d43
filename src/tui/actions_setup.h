/* SPDX-License-Identifier: MIT */
/* Beginning, settings, and what goes out and in. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_SETUP_H
#define ACTIONS_SETUP_H

#define ACTIONS_SETUP(X)                                                                           \
	X(SETUP, "setup", SCOPE_TODAY | SCOPE_SETTINGS, "S", FOOT_NONE, "set up",                  \
	  "the first questions again: safety, product, scale, times, country")                     \
	X(ANSWER_GO, "begin", SCOPE_QUESTIONS, "<Enter>", FOOT_LEFT, "go on",                      \
	  "begin the questions, or go on")                                                         \
	X(ANSWER_ANEW, "answer-anew", SCOPE_QUESTIONS, "a", FOOT_LEFT, "answer anew",              \
	  "answer the safety questions again")                                                     \
	X(ANSWER_AGREES, "clinician-agrees", SCOPE_QUESTIONS, "c", FOOT_LEFT, "clinician agrees",  \
	  "keep that a clinician knows of your answers and agrees")                                \
	X(CHANGE_SETTING, "change-setting", SCOPE_SETTINGS, "<Enter> e", FOOT_LEFT, "change",      \
	  "change the setting under the cursor")                                                   \
	X(USUAL_SETTING, "usual-setting", SCOPE_SETTINGS, "d <Del>", FOOT_LEFT, "usual",           \
	  "take the setting under the cursor back to what is usual")                               \
	X(EXPORT, "export", SCOPE_PLAN | SCOPE_HISTORY, "E", FOOT_LEFT, "export",                  \
	  "write the schedule or the log to a file")                                               \
	X(IMPORT, "import", SCOPE_HISTORY, "I", FOOT_NONE, "import",                               \
	  "read a log from a file; shown before anything is added")                                \
	X(SETTINGS, "settings", SCOPE_TABS, ",", FOOT_NONE, "settings", "all settings")

#endif
