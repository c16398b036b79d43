/* SPDX-License-Identifier: MIT */
/*
 * A plain text document before it is cut into pages: blocks of lines that stay together where they can. Knows
 * widths and words, nothing of schedules.
 */
#ifndef TXT_BODY_H
#define TXT_BODY_H

#include "base/str.h"

enum { TXT_WIDTH = 80 };

struct txt_block {
	size_t from; /* where its lines begin in the text */
	int lines;
	bool week;  /* rows of the table, which needs its head on every page */
	bool turns; /* begins a new page */
};

struct txt_body {
	bool ascii;
	bool turn; /* the next block begins a new page */
	struct str text;
	struct txt_block *blocks; /* owned */
	size_t count, cap;
	struct str head; /* of the table; whole lines */
	int head_lines;
};

/* What goes round the blocks on every page. */
struct txt_frame {
	const char *title;  /* plain */
	const char *footer; /* plain, no wider than a line; "" for none */
	int page_lines;
};

void txt_body_free(struct txt_body *body);

/* Adds text as it may be printed: nothing that moves a printer's head, and only ASCII where that is asked for. */
void txt_add_plain(struct str *out, const char *text, bool ascii);

/* Adds a line of plain text without the blanks at its end. */
void txt_add_line(struct str *out, const char *line);

/* Begins a block; the lines that follow are part of it. */
void txt_body_open(struct txt_body *body, bool week);

/* The next block begins a new page. */
void txt_body_turn(struct txt_body *body);

/* Lines of one page between its title and its footer (may be empty). */
int txt_frame_room(const struct txt_frame *frame);

/* Adds a line of plain text to the block. */
void txt_body_line(struct txt_body *body, const char *line);

/* Bytes of plain text that make one line of so many columns: up to a blank where there is one, else as much as fits. */
size_t txt_line_of(const char *text, int columns);

/* Adds plain text in lines of the page's width: the first behind lead, the others as far in. */
void txt_body_wrap(struct txt_body *body, const char *lead, const char *text);

/* Adds the pages to out, parted by form feeds. */
void txt_body_print(const struct txt_body *body, const struct txt_frame *frame, struct str *out);

#endif
