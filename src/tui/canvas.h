/* SPDX-License-Identifier: MIT */
/*
 * A picture made of cells, in plain memory: views draw on it, term.c puts it on the terminal, tests read it. Every text
 * is made harmless on its way in, so no escape can reach a terminal. Knows roles ("above plan"), not colours.
 */
#ifndef CANVAS_H
#define CANVAS_H

#include "layout.h"
#include "text.h"

#include <stdint.h>

#include "base/str.h"

enum role {
	ROLE_TEXT,
	ROLE_STRONG, /* headings, the answer */
	ROLE_DIM,    /* what matters less */
	ROLE_ACCENT, /* the one colour: the plan, the place one is at */
	ROLE_GOOD,   /* at or below plan */
	ROLE_WARN,   /* above plan, or a text that can't be read */
	ROLE_SAFETY, /* danger to life only */
	ROLE_FRAME,  /* lines */
	ROLE_TRACK,  /* the empty part of a bar, the field of a form */
	ROLE_COUNT
};

/* Added to a role where it is to be bold too. */
enum { INK_BOLD = 64 };

/* The title of a page, a dialog or a part that stands for a page: the same everywhere. */
enum { INK_TITLE = ROLE_ACCENT | INK_BOLD };

enum { CELL_MARKS = 3 };

struct cell {
	uint32_t code;
	uint32_t marks[CELL_MARKS]; /* combining characters; 0 for none */
	uint8_t width;              /* 1, 2, or 0 for the right half of a wide one */
	uint8_t role;
	uint8_t bold;
	uint8_t selected;
};

struct canvas {
	struct cell *cells; /* owned; row by row */
	int rows, columns;
	bool ascii; /* only ASCII comes out, whatever is drawn */
	bool plain; /* views draw words instead of bars, boxes and charts */
	int cursor_row, cursor_column;
	bool cursor_shown; /* it is placed in any case */
};

#define CANVAS_INIT                                                                                \
	{                                                                                          \
		.cells = NULL                                                                      \
	}

void canvas_free(struct canvas *canvas);

/* A new size; everything is blank afterwards, the cursor at the top left. */
void canvas_resize(struct canvas *canvas, int rows, int columns);
void canvas_clear(struct canvas *canvas);

/* The whole of it. */
struct rect canvas_area(const struct canvas *canvas);

/* The cell there, or NULL outside. */
const struct cell *canvas_cell(const struct canvas *canvas, int row, int column);

/*
 * Text in the first row of a place; what does not fit ends in "…". Returns the columns it took. ink is a role, with
 * INK_BOLD or without. Of a part the first len bytes are drawn; the right one is aligned to the right end of the place.
 */
int canvas_text(struct canvas *canvas, struct rect place, int ink, const char *text);
int canvas_textf(struct canvas *canvas, struct rect place, int ink, const char *fmt, ...)
	PRINTF_LIKE(4, 5);
int canvas_part(struct canvas *canvas, struct rect place, int ink, const char *text, size_t len);
int canvas_text_right(struct canvas *canvas, struct rect place, int ink, const char *text);

/* Text in lines broken between words, "\n" begins a new one. Returns the rows it took, at most those of the place. */
int canvas_wrap(struct canvas *canvas, struct rect place, int ink, const char *text);

/* The same character all over a place. */
void canvas_fill(struct canvas *canvas, struct rect place, int ink, uint32_t code);

/* One cell; outside nothing happens. */
void canvas_put(struct canvas *canvas, int row, int column, int ink, uint32_t code);

/* A line from edge to edge of the first row of a place; nothing where plain. */
void canvas_rule(struct canvas *canvas, struct rect place);

/* A box with a title on its upper edge, its inside blank. */
void canvas_frame(struct canvas *canvas, struct rect box, const char *title);

/* A frame for a dialog in an area: what is left beside it is blank too where it is too little to read. */
void canvas_dialog(struct canvas *canvas, struct rect area, struct rect box, const char *title);

/*
 * Marks a place as selected, where nothing is dim; of a row of a list only its beginning, up to the end of a column of words, so that
 * a step of the cursor does not write two whole rows anew. Makes all of a place unimportant.
 */
void canvas_select(struct canvas *canvas, struct rect place);
void canvas_select_row(struct canvas *canvas, struct rect row);
void canvas_fade(struct canvas *canvas, struct rect place);

void canvas_cursor(struct canvas *canvas, int row, int column, bool shown);

/* For tests: all rows as text, trailing blanks cut, each ended by "\n"; and one letter a cell for its role. */
void canvas_dump(const struct canvas *canvas, struct str *out);
void canvas_dump_roles(const struct canvas *canvas, struct str *out);

#endif
