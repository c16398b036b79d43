/* SPDX-License-Identifier: MIT */
/* Choosing a plan, looking at it and changing it. A part of the list in action.h, which says what a row holds. */
#ifndef ACTIONS_PLAN_H
#define ACTIONS_PLAN_H

#define ACTIONS_PLAN(X)                                                                            \
	X(SHOW_PLAN, "show-plan", IN(CHOOSE), "<Enter>", FOOT_LEFT, "look at it",                  \
	  "the plan under the cursor, step by step; from there it can be started")                 \
	X(START_PLAN, "start-plan", IN(PREVIEW), "<Enter>", FOOT_LEFT, "start",                    \
	  "start the plan that is shown; you are asked first")                                     \
	X(START_OTHER, "start-from", IN(CHOOSE), "f", FOOT_LEFT, "start from",                     \
	  "begin from an amount, on a day, with times or by a date of your own")                   \
	X(ABOUT_PLAN, "about-plan", IN(CHOOSE), "x", FOOT_LEFT, "about",                           \
	  "all there is to say about the plan under the cursor")                                   \
	X(COMPARE_PLANS, "compare-plans", IN(CHOOSE), "c", FOOT_LEFT, "compare",                   \
	  "compare the plan under the cursor with the marked one, or with the one in use")         \
	X(HOLD, "hold", IN(TODAY) | IN(PLAN), "h", FOOT_LEFT, "hold",                              \
	  "hold the amount where it is for some days; shown before and after first")               \
	X(RESUME, "resume", IN(TODAY) | IN(PLAN), "r", FOOT_LEFT, "go on",                         \
	  "go on with the plan after a hold")                                                      \
	X(SLOW, "slow", IN(PLAN), "s", FOOT_LEFT, "slower", "make the cuts that are left smaller") \
	X(STEP_BACK, "step-back", IN(PLAN), "b", FOOT_LEFT, "step back",                           \
	  "go back to the level before this one for some days")                                    \
	X(REPLAN, "replan", IN(TODAY) | IN(PLAN), "p", FOOT_LEFT, "plan anew",                     \
	  "go on from today's amount, or from what you took lately; by a date if you want")        \
	X(READINESS, "readiness", IN(TODAY), "w", FOOT_LEFT, "why",                                \
	  "what the last days say about the next step, and what you can do")                       \
	X(CHANGES, "changes", IN(PLAN), "H", FOOT_LEFT, "changes",                                 \
	  "every change of the plan, and two of them compared")                                    \
	X(END_PLAN, "end-plan", IN(PLAN), "e", FOOT_NONE, "", "end the plan; its history stays")   \
	X(COMPARE, "compare", IN(CHANGES), "<Enter>", FOOT_LEFT, "compare",                        \
	  "compare the plan after this change with the one before it, or the marked one")          \
	X(MARK, "mark", IN(CHANGES) | IN(CHOOSE), "m", FOOT_LEFT, "mark",                          \
	  "mark what is under the cursor, to compare another one with it")                         \
	X(APPLY, "apply", IN(REVISE), "<Enter>", FOOT_LEFT, "do it",                               \
	  "make the change as it is shown; {undo} takes it back")                                  \
	X(READ_ON, "read-on", IN(REVISE), "<PgDn>", FOOT_NONE, "read on", "the rest of the text")  \
	X(READ_BACK, "read-back", IN(REVISE), "<PgUp>", FOOT_NONE, "", "back in the text")         \
	X(EXPLAIN, "explain", IN(PLAN), "x <Enter>", FOOT_LEFT, "explain",                         \
	  "explain the arithmetic of the step under the cursor")                                   \
	X(VERIFY, "verify", IN(PLAN), "V", FOOT_NONE, "",                                          \
	  "prove the plan in use from its numbers")                                                \
	X(RULES, "rules", IN(PLAN), "w", FOOT_NONE, "",                                            \
	  "the rules for the next step, and what they would have said so far")                     \
	X(NEW_PLAN, "new-plan", IN(TODAY) | IN(PLAN), "n", FOOT_LEFT, "new plan",                  \
	  "choose a plan; nothing changes before you say yes")                                     \
	X(TOGGLE_DAYS, "toggle-days", IN(PLAN), "v", FOOT_LEFT, "days/steps",                      \
	  "change between steps and single days")                                                  \
	X(GO_NOW, "go-now", IN(PLAN) | IN(MONTH) | IN(CHECKIN), "t", FOOT_LEFT, "today",           \
	  "go to today")

#endif
