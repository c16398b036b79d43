/* SPDX-License-Identifier: MIT */
/*
 * A change of the plan in use before it is made: before and after side by side, its cautions, and what is said with it. Drawn from
 * values; asks nobody.
 */
#ifndef REVISE_PAGE_H
#define REVISE_PAGE_H

#include "canvas.h"

#include "app/revising.h"

struct revise_page {
	const struct revise_preview *preview; /* borrowed; NULL where it can't be made */
	const char *why;                      /* then why not, and what to do instead */
	int top;                              /* the first row in sight */
};

/* Rows all of it takes. */
int revise_page_rows(const struct revise_page *page, int columns, bool plain);

void revise_page_draw(const struct revise_page *page, struct canvas *canvas, struct rect place);

/* Lines of a text broken between words, from one of them on. */
void revise_page_text(struct canvas *canvas, struct rect place, int ink, const char *text, int top);

/* The cautions that want a yes, as paragraphs, added to out. */
void revise_page_cautions(const struct pace *pace, struct str *out);

#endif
