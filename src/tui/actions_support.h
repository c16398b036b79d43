/* SPDX-License-Identifier: MIT */
/* Check-ins, help, support and the guide. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_SUPPORT_H
#define ACTIONS_SUPPORT_H

#define ACTIONS_SUPPORT(X)                                                                         \
	X(CHECK_IN, "check-in", IN(TODAY), "c", FOOT_LEFT, "check in",                             \
	  "how the day is: one key for each question")                                             \
	X(RATE_0, "none", IN(CHECKIN), "0", FOOT_NONE, "", "none, and on to the next question")    \
	X(RATE_1, "a-little", IN(CHECKIN), "1", FOOT_NONE, "", "a little")                         \
	X(RATE_2, "moderate", IN(CHECKIN), "2", FOOT_NONE, "", "moderate")                         \
	X(RATE_3, "quite-a-lot", IN(CHECKIN), "3", FOOT_NONE, "", "quite a lot")                   \
	X(RATE_4, "extreme", IN(CHECKIN), "4", FOOT_NONE, "", "extreme")                           \
	X(UNRATE, "leave-out", IN(CHECKIN), "<BSpace> <Del> -", FOOT_LEFT, "no answer",            \
	  "take the answer out")                                                                   \
	X(NEXT_ITEM, "next-question", IN(CHECKIN), "<Tab> <Enter>", FOOT_NONE, "",                 \
	  "the next question")                                                                     \
	X(PREVIOUS_ITEM, "previous-question", IN(CHECKIN), "<S-Tab>", FOOT_NONE, "",               \
	  "the question before")                                                                   \
	X(TEXT_NEXT, "next-line", IN(CHECKIN_TEXT), "<Enter> <Tab> <Down>", FOOT_LEFT, "next",     \
	  "keep what is typed and go on")                                                          \
	X(TEXT_PREVIOUS, "previous-line", IN(CHECKIN_TEXT), "<S-Tab> <Up>", FOOT_LEFT, "back",     \
	  "keep what is typed and go back")                                                        \
	X(TEXT_LEAVE, "leave-line", IN(CHECKIN_TEXT), "<Esc>", FOOT_LEFT, "done",                  \
	  "keep what is typed and go back to the questions")                                       \
	X(WHAT_CHANGED, "what-changed", IN(CHECKIN), "w", FOOT_LEFT, "what changed",               \
	  "what the check-ins say round the cuts of the plan, and your urges counted up")          \
	X(RODE_OUT, "rode-it-out", IN(URGE), "r", FOOT_LEFT, "passed",                             \
	  "it passed, or you waited it out; logged at once")                                       \
	X(TOOK_SOME, "took-some", IN(URGE), "t", FOOT_LEFT, "took",                                \
	  "you took some; logged at once")                                                         \
	X(WAIT_MORE, "wait-more", IN(URGE), "m", FOOT_LEFT, "more", "fifteen minutes more")        \
	X(BREATHING, "breathing", IN(URGE), "b", FOOT_LEFT, "breathe",                             \
	  "another way to breathe, or none")                                                       \
	X(TRIGGER, "trigger", IN(URGE), "w", FOOT_LEFT, "trigger",                                 \
	  "name what set it off, and see your own plan for it")                                    \
	X(READ_NOTE, "read-note", IN(JOURNAL), "<Enter>", FOOT_LEFT, "read",                       \
	  "all of the note or urge under the cursor")                                              \
	X(PAST_URGE, "past-urge", IN(JOURNAL), "A", FOOT_LEFT, "past urge",                        \
	  "note an urge that was: how it ended, how long, when")                                   \
	X(EDIT_NOTE, "edit-note", IN(JOURNAL), "e", FOOT_LEFT, "edit",                             \
	  "change the note or urge under the cursor")                                              \
	X(REMOVE_NOTE, "remove-note", IN(JOURNAL), "d <Del>", FOOT_LEFT, "delete",                 \
	  "delete the note or urge under the cursor")                                              \
	X(SUPPORT_OPEN, "open", IN(SUPPORT), "<Enter>", FOOT_LEFT, "open",                         \
	  "change or open what is under the cursor")                                               \
	X(SUPPORT_ADD, "add", IN(SUPPORT), "n", FOOT_LEFT, "add",                                  \
	  "add to the part of your plan under the cursor")                                         \
	X(SUPPORT_REMOVE, "remove", IN(SUPPORT), "d <Del>", FOOT_LEFT, "take out",                 \
	  "take what is under the cursor out of your plan")                                        \
	X(PRACTICE_DID, "did-it", IN(SUPPORT), "x", FOOT_LEFT, "did it",                           \
	  "note that you did the practice under the cursor today")                                 \
	X(TOOLS, "tools", IN(HELP) | IN(URGE) | IN(SUPPORT) | IN(CHECKIN) | IN(TODAY), "T",        \
	  FOOT_LEFT, "tools",                                                                      \
	  "tools for a hard moment: breathing, riding an urge out, things to do, the night")       \
	X(SIGNS, "signs", IN(HELP) | IN(SUPPORT) | IN(CHECKIN), "W", FOOT_LEFT, "signs",           \
	  "go through the signs that call for help, and see whose")                                \
	X(TOOL_OPEN, "open-tool", IN(COPE), "<Enter>", FOOT_LEFT, "open",                          \
	  "open the tool under the cursor")                                                        \
	X(TOOL_HELPED, "helped", IN(TOOL), "y", FOOT_LEFT, "it helped",                            \
	  "note that it helped; Help now shows it the next time")                                  \
	X(TOOL_TRIED, "tried", IN(TOOL), "n", FOOT_LEFT, "not this time",                          \
	  "note that it did not help this time")                                                   \
	X(SIGN_TICK, "tick-sign", IN(SIGNS), "<Enter> x", FOOT_LEFT, "tick",                       \
	  "tick the sign under the cursor, or take the tick away; nothing is kept")                \
	X(COUNTRY, "country", IN(SUPPORT), "C", FOOT_LEFT, "country",                              \
	  "choose the country whose help lines you see")                                           \
	X(OPEN_PAGE, "open-page", IN(GUIDE), "<Enter>", FOOT_LEFT, "read",                         \
	  "read the page under the cursor")                                                        \
	X(NEXT_PAGE, "next-page", IN(GUIDE_PAGE), "<Right> l ]", FOOT_LEFT, "next page",           \
	  "the next page of the guide")                                                            \
	X(PREVIOUS_PAGE, "previous-page", IN(GUIDE_PAGE), "<Left> h [", FOOT_NONE, "",             \
	  "the page before")                                                                       \
	X(SOURCES, "sources", IN(SUPPORT) | IN(GUIDE) | IN(GUIDE_PAGE), "s", FOOT_LEFT, "sources", \
	  "where what is shown comes from, and when it was looked at")                             \
	X(ANSWER_YES, "answer-yes", IN(QUESTIONS), "y", FOOT_LEFT, "yes", "answer yes")            \
	X(ANSWER_NO, "answer-no", IN(QUESTIONS), "n", FOOT_LEFT, "no", "answer no")                \
	X(ANSWER_BACK, "answer-back", IN(QUESTIONS), "b <Left>", FOOT_LEFT, "question before",     \
	  "back to the question before")                                                           \
	X(ANSWER_KEEP, "keep-answers", IN(QUESTIONS), "s", FOOT_LEFT, "keep my answers",           \
	  "keep the answers of the self-check in your log")                                        \
	X(URGE, "urge", (SCOPES_SCREENS & ~IN(URGE)), "U", FOOT_LEFT, "urge",                      \
	  "an urge: a quiet timer of 15 minutes, your reasons, a way to breathe")                  \
	X(WRITE_NOTE, "write-note", IN(TODAY) | IN(CHECKIN) | IN(JOURNAL), "N", FOOT_LEFT, "note", \
	  "write a note")                                                                          \
	X(JOURNAL, "journal", SCOPES_TABS, "J", FOOT_LEFT, "journal", "your notes and urges")

#endif
