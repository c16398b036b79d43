/* SPDX-License-Identifier: MIT */
/*
 * The safety questions: asking, answering, and what the answers leave open. Only the start of a plan depends on them.
 */
#ifndef APP_SAFETY_H
#define APP_SAFETY_H

#include "app/app.h"
#include "engine/safety.h"

struct app_safety {
	struct safety_book book;
	bool answered;
	struct day on; /* when */
	struct safety_answers answers;
	enum safety_stand stand; /* for a plan in the usual unit */
	size_t question;         /* the one that decides, or book.count */
};

/* The questions and the newest answers. ERR_FORMAT where the shipped questions can't be read. The value owns nothing. */
MUST_USE bool app_safety(struct app *app, struct app_safety *safety, struct err *err);

/* Yeses by id, and whether a clinician knows of them and agrees. */
struct safety_reply {
	const char *const *flags; /* none: none applies */
	size_t count;
	bool agrees;
	bool keep; /* the answers there are stay, and these are added */
};

/* Stores the answers as one change that can be undone. ERR_USAGE, with the nearest id, where there is no such question. */
MUST_USE bool app_safety_answer(struct app *app, const struct safety_reply *reply, struct err *err);

/* Whether a plan in that unit may begin. ERR_ACKNOWLEDGE says why not, whom to ask, and the command that goes on. */
MUST_USE bool app_safety_gate(struct app *app, enum unit unit, struct err *err);

/* Adds what a stand says, in a sentence or three: the same words the gate uses. */
void app_safety_say(const struct app_safety *safety, enum safety_stand stand, size_t question,
		    struct str *out);

/*
 * Whether the questions are to be asked again (a year has passed, or the product or the questions changed), though nothing begins now:
 * why, in a few words that last, or NULL.
 */
MUST_USE bool app_safety_again(struct app *app, const char **why, struct err *err);

/* Adds, one a line, what a schedule on paper tells of the answers; nothing where there are none. *agrees where a clinician does. */
MUST_USE bool app_safety_paper(struct app *app, struct str *out, bool *agrees, struct err *err);

#endif
