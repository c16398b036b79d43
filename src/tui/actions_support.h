/* SPDX-License-Identifier: MIT */
/* Check-ins, help, support and the guide. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_SUPPORT_H
#define ACTIONS_SUPPORT_H

#define ACTIONS_SUPPORT(X)                                                                         \
	X(CHECK_IN, "check-in", SCOPE_TODAY, "c", FOOT_LEFT, "check in",                           \
	  "how the day is: one key for each question")                                             \
	X(RATE_0, "none", SCOPE_CHECKIN, "0", FOOT_NONE, "", "none, and on to the next question")  \
	X(RATE_1, "a-little", SCOPE_CHECKIN, "1", FOOT_NONE, "", "a little")                       \
	X(RATE_2, "moderate", SCOPE_CHECKIN, "2", FOOT_NONE, "", "moderate")                       \
	X(RATE_3, "quite-a-lot", SCOPE_CHECKIN, "3", FOOT_NONE, "", "quite a lot")                 \
	X(RATE_4, "extreme", SCOPE_CHECKIN, "4", FOOT_NONE, "", "extreme")                         \
	X(UNRATE, "leave-out", SCOPE_CHECKIN, "<BSpace> <Del> -", FOOT_LEFT, "no answer",          \
	  "take the answer out")                                                                   \
	X(NEXT_ITEM, "next-question", SCOPE_CHECKIN, "<Tab> <Enter>", FOOT_NONE, "",               \
	  "the next question")                                                                     \
	X(PREVIOUS_ITEM, "previous-question", SCOPE_CHECKIN, "<S-Tab>", FOOT_NONE, "",             \
	  "the question before")                                                                   \
	X(TEXT_NEXT, "next-line", SCOPE_CHECKIN_TEXT, "<Enter> <Tab> <Down>", FOOT_LEFT, "next",   \
	  "keep what is typed and go on")                                                          \
	X(TEXT_PREVIOUS, "previous-line", SCOPE_CHECKIN_TEXT, "<S-Tab> <Up>", FOOT_LEFT, "back",   \
	  "keep what is typed and go back")                                                        \
	X(TEXT_LEAVE, "leave-line", SCOPE_CHECKIN_TEXT, "<Esc>", FOOT_LEFT, "done",                \
	  "keep what is typed and go back to the questions")                                       \
	X(WHAT_CHANGED, "what-changed", SCOPE_CHECKIN, "w", FOOT_LEFT, "what changed",             \
	  "what the check-ins say round the cuts of the plan, and your urges counted up")          \
	X(RODE_OUT, "rode-it-out", SCOPE_URGE, "r", FOOT_LEFT, "passed",                           \
	  "it passed, or you waited it out; logged at once")                                       \
	X(TOOK_SOME, "took-some", SCOPE_URGE, "t", FOOT_LEFT, "took",                              \
	  "you took some; logged at once")                                                         \
	X(WAIT_MORE, "wait-more", SCOPE_URGE, "m", FOOT_LEFT, "more", "fifteen minutes more")      \
	X(BREATHING, "breathing", SCOPE_URGE, "b", FOOT_LEFT, "breathe",                           \
	  "another way to breathe, or none")                                                       \
	X(TRIGGER, "trigger", SCOPE_URGE, "w", FOOT_LEFT, "trigger",                               \
	  "name what set it off, and see your own plan for it")                                    \
	X(READ_NOTE, "read-note", SCOPE_JOURNAL, "<Enter>", FOOT_LEFT, "read",                     \
	  "all of the note under the cursor")                                                      \
	X(EDIT_NOTE, "edit-note", SCOPE_JOURNAL, "e", FOOT_LEFT, "edit",                           \
	  "change the note under the cursor")                                                      \
	X(REMOVE_NOTE, "remove-note", SCOPE_JOURNAL, "d <Del>", FOOT_LEFT, "delete",               \
	  "delete the note under the cursor")                                                      \
	X(SUPPORT_OPEN, "open", SCOPE_SUPPORT, "<Enter>", FOOT_LEFT, "open",                       \
	  "change or open what is under the cursor")                                               \
	X(SUPPORT_ADD, "add", SCOPE_SUPPORT, "n", FOOT_LEFT, "add",                                \
	  "add to the part of your plan under the cursor")                                         \
	X(SUPPORT_REMOVE, "remove", SCOPE_SUPPORT, "d <Del>", FOOT_LEFT, "take out",               \
	  "take what is under the cursor out of your plan")                                        \
	X(COUNTRY, "country", SCOPE_SUPPORT, "C", FOOT_LEFT, "country",                            \
	  "choose the country whose help lines you see")                                           \
	X(OPEN_PAGE, "open-page", SCOPE_GUIDE, "<Enter>", FOOT_LEFT, "read",                       \
	  "read the page under the cursor")                                                        \
	X(NEXT_PAGE, "next-page", SCOPE_GUIDE_PAGE, "<Right> l ]", FOOT_LEFT, "next page",         \
	  "the next page of the guide")                                                            \
	X(PREVIOUS_PAGE, "previous-page", SCOPE_GUIDE_PAGE, "<Left> h [", FOOT_NONE, "",           \
	  "the page before")                                                                       \
	X(SOURCES, "sources", SCOPE_SUPPORT | SCOPE_GUIDE | SCOPE_GUIDE_PAGE, "s", FOOT_LEFT,      \
	  "sources", "where what is shown comes from, and when it was looked at")                  \
	X(ANSWER_YES, "answer-yes", SCOPE_QUESTIONS, "y", FOOT_LEFT, "yes", "answer yes")          \
	X(ANSWER_NO, "answer-no", SCOPE_QUESTIONS, "n", FOOT_LEFT, "no", "answer no")              \
	X(ANSWER_BACK, "answer-back", SCOPE_QUESTIONS, "b <Left>", FOOT_LEFT, "question before",   \
	  "back to the question before")                                                           \
	X(ANSWER_KEEP, "keep-answers", SCOPE_QUESTIONS, "s", FOOT_LEFT, "keep my answers",         \
	  "keep the answers of the self-check in your log")                                        \
	X(URGE, "urge", (SCOPE_SCREENS & ~SCOPE_URGE), "U", FOOT_LEFT, "urge",                     \
	  "an urge: a quiet timer of 15 minutes, your reasons, a way to breathe")                  \
	X(WRITE_NOTE, "write-note", SCOPE_TODAY | SCOPE_CHECKIN | SCOPE_JOURNAL, "N", FOOT_LEFT,   \
	  "note", "write a note")                                                                  \
	X(JOURNAL, "journal", SCOPE_TABS, "J", FOOT_LEFT, "journal", "your notes")

#endif
