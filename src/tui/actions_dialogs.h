/* SPDX-License-Identifier: MIT */
/* Forms, questions and choices. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_DIALOGS_H
#define ACTIONS_DIALOGS_H

#define ACTIONS_DIALOGS(X)                                                                         \
	X(FIELD_SAVE, "save", SCOPE_FORM, "<Enter>", FOOT_LEFT, "save", "save what is typed")      \
	X(PICK, "pick", SCOPE_PICK, "<Enter>", FOOT_LEFT, "choose",                                \
	  "take what is under the cursor; letters narrow the list")                                \
	X(PROMPT_GO, "find", SCOPE_PROMPT, "<Enter>", FOOT_LEFT, "find", "look for what is typed") \
	X(FIELD_LEAVE, "leave", (SCOPE_TYPING & ~SCOPE_CHECKIN_TEXT), "<Esc>", FOOT_LEFT, "leave", \
	  "leave without saving")                                                                  \
	X(FIELD_NEXT, "next-field", SCOPE_FORM | SCOPE_REVISE | SCOPE_PICK, "<Tab> <Down>",        \
	  FOOT_LEFT, "next", "next field")                                                         \
	X(FIELD_PREVIOUS, "previous-field", SCOPE_FORM | SCOPE_REVISE | SCOPE_PICK,                \
	  "<S-Tab> <Up>", FOOT_NONE, "", "previous field")                                         \
	X(CHOOSE, "choose", SCOPE_OPTIONS, "<Enter> <Space>", FOOT_LEFT, "choose",                 \
	  "take what is under the cursor")                                                         \
	X(YES, "yes", SCOPE_CONFIRM, "y", FOOT_LEFT, "yes", "yes, do it")                          \
	X(NO, "no", SCOPE_CONFIRM, "n <Esc> q", FOOT_LEFT, "no", "no, leave things as they are")

#endif
