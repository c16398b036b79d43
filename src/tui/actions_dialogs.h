/* SPDX-License-Identifier: MIT */
/* Forms, questions and choices. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_DIALOGS_H
#define ACTIONS_DIALOGS_H

#define ACTIONS_DIALOGS(X)                                                                         \
	X(FIELD_SAVE, "save", IN(FORM), "<Enter>", FOOT_LEFT, "save",                              \
	  "take what is typed: the footer says what becomes of it")                                \
	X(LINES_SAVE, "save-text", IN(LINES), "<C-s> <C-d>", FOOT_LEFT, "save",                    \
	  "save the text and what stands beside it")                                               \
	X(LINE_END, "new-line", IN(LINES), "<Enter>", FOOT_LEFT, "new line",                       \
	  "begin a new line; in a field of one line, save")                                        \
	X(PICK, "pick", IN(PICK), "<Enter>", FOOT_LEFT, "choose",                                  \
	  "take what is under the cursor; letters narrow the list")                                \
	X(PROMPT_GO, "find", IN(PROMPT), "<Enter>", FOOT_LEFT, "find", "look for what is typed")   \
	X(FIELD_LEAVE, "leave", (SCOPES_TYPING & ~IN(CHECKIN_TEXT)), "<Esc>", FOOT_LEFT, "leave",  \
	  "leave without saving")                                                                  \
	X(FIELD_NEXT, "next-field", IN(FORM) | IN(REVISE) | IN(PICK), "<Tab> <Down>", FOOT_LEFT,   \
	  "next", "next field")                                                                    \
	X(FIELD_PREVIOUS, "previous-field", IN(FORM) | IN(REVISE) | IN(PICK), "<S-Tab> <Up>",      \
	  FOOT_NONE, "", "previous field")                                                         \
	X(LINES_NEXT, "next-part", IN(LINES), "<Tab>", FOOT_LEFT, "next", "next field")            \
	X(LINES_PREVIOUS, "previous-part", IN(LINES), "<S-Tab>", FOOT_NONE, "", "previous field")  \
	X(CHOOSE, "choose", IN(OPTIONS), "<Enter> <Space>", FOOT_LEFT, "choose",                   \
	  "take what is under the cursor")                                                         \
	X(YES, "yes", IN(CONFIRM), "y", FOOT_LEFT, "yes", "yes, do it")                            \
	X(NO, "no", IN(CONFIRM), "n <Esc> q", FOOT_LEFT, "no", "no, leave things as they are")

#endif
