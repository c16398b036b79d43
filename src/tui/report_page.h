/* SPDX-License-Identifier: MIT */
/*
 * The report for a clinician on the screen: facts, tables and paragraphs under headings, scrolled. A table whose columns have no room is told row
 * by row in words. Drawn from values; asks nobody.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "blocks.h"

#include "app/report.h"

enum report_kind { REPORT_HEAD, REPORT_FACT, REPORT_HEADS, REPORT_ROW, REPORT_PARAGRAPH };

struct report_piece {
	enum report_kind kind;
	char **texts;  /* owned */
	bool *figures; /* owned; of heads */
	size_t count;
};

struct report_page {
	struct report_piece *pieces; /* owned */
	size_t count, cap;
	struct blocks lines; /* owned; laid out for the width there is */
	int at;              /* the line found last; -1 for none */
	bool plain;
	char why[240]; /* there is no report; "" where there is */
};

void report_page_free(struct report_page *page);

/* Takes every piece it is told of; the context is the page. */
struct report_reader report_page_reader(struct report_page *page);

/* Lays it out for an area, and scrolls by so many lines. */
void report_page_place(struct report_page *page, struct rect area);
void report_page_scroll(struct report_page *page, int by);

/* Goes to the next line that has the words (by 1) or the one before (by -1); false where none has. */
bool report_page_find(struct report_page *page, const char *words, int by);

void report_page_draw(const struct report_page *page, struct canvas *canvas, struct rect area);

#endif
