/* SPDX-License-Identifier: MIT */
/*
 * The questions that come before a plan, one a screen: what is asked, why, what a yes means, and where the answers leave a plan.
 * Drawn from values; stores nothing and asks nobody.
 */
#ifndef SAFETY_PAGE_H
#define SAFETY_PAGE_H

#include "action.h"
#include "canvas.h"

#include "app/safety.h"

enum safety_step {
	SAFETY_TELL,   /* what taper is and is not */
	SAFETY_ANSWER, /* a question */
	SAFETY_HEED,   /* it was a yes: who helps */
	SAFETY_AGREE,  /* does a clinician know */
	SAFETY_DONE,   /* all are answered: what that means */
};

/* What came of a key. */
enum safety_moved {
	SAFETY_IGNORED,
	SAFETY_MOVED,
	SAFETY_ANSWERED, /* the last answer was given: now is the time to store them */
};

struct keymap;

struct safety_page {
	struct app_safety asked;     /* the questions, and the answers that are stored */
	struct safety_answers given; /* as they are given now */
	enum safety_step step;
	size_t at;                 /* the question */
	int top;                   /* rows above what is in sight */
	struct str numbers;        /* owned; who can be called now, a paragraph each */
	struct str text;           /* owned; of the step, see prose.h */
	const struct keymap *keys; /* borrowed; NULL for the list's own */
};

void safety_page_free(struct safety_page *page);

/* From the start: what taper is, then the questions. */
void safety_page_begin(struct safety_page *page);

/* What the stored answers mean. */
void safety_page_show(struct safety_page *page);

/* Says yes or no, goes on, back or up and down; room is how many rows are in sight. */
enum safety_moved safety_page_act(struct safety_page *page, enum action action, struct rect area);

/* True where the action does something in this step. */
bool safety_page_can(const struct safety_page *page, enum action action);

/* The ids of all yeses, borrowed from the page; flags holds SAFETY_QUESTION_MAX. Returns how many. */
size_t safety_page_flags(const struct safety_page *page, const char **flags);

/* After a change of size. */
void safety_page_place(struct safety_page *page, struct rect area);

void safety_page_draw(const struct safety_page *page, struct canvas *canvas, struct rect area);

#endif
