/* SPDX-License-Identifier: MIT */
/*
 * Pages one after the other, each with its title and footer, and a place on them that moves down. Everything is gone through twice:
 * first to count the pages, with nothing drawn, then to draw. Knows nothing of what is put on the pages.
 */
#ifndef PRESS_H
#define PRESS_H

#include "document.h"
#include "type.h"

/* What lines and boxes are drawn with. All of a pen are drawn at once at the end of a page: that is far quicker than one by one. */
enum pen { PEN_HAIR, PEN_THIN, PEN_BOX, PEN_HEAD, PEN_TITLE, PEN_GRID, PEN_COUNT };

struct stroke {
	double x, y, width, height;
	bool box; /* else a line from one corner to the other */
};

struct strokes {
	struct stroke *items; /* owned */
	size_t count, cap;
};

struct press {
	const struct document *document;
	struct type *type;
	cairo_t *cairo;
	bool draws;  /* else pages are only counted */
	double size; /* of type, a part of the usual */
	double width, height;
	double left, right, top, bottom; /* of what is inside the margins */
	double y;                        /* where the next thing begins */
	bool fresh;                      /* nothing is on this page yet */
	int page, pages;
	int outline[3]; /* the newest bookmark of each depth, 0 for none */
	struct strokes strokes[PEN_COUNT];
	struct together row; /* text put but not drawn yet */
};

enum { PRESS_SMALL, PRESS_TEXT, PRESS_STRONG, PRESS_HEAD, PRESS_TITLE, PRESS_FACES };

struct face press_face(const struct press *press, int which);

/* The page's size is set; type is borrowed. To be ended. */
void press_begin(struct press *press, const struct document *document, struct type *type,
		 cairo_t *cairo);

void press_end(struct press *press);

/* All of it once: counted pages are needed to draw. */
void press_first_page(struct press *press, bool draws);
void press_turn(struct press *press);
void press_last_page(struct press *press);

double press_room(const struct press *press);
double press_page_room(const struct press *press);

/* Turns where so much does not fit here, and fits more on a new page. */
void press_need(struct press *press, double height);

/* A bookmark to this place; depth 0 to 2. */
void press_mark(struct press *press, int depth, const char *text);

/* A level line, a plumb one, or a box with its upper left corner there. */
void press_rule(struct press *press, enum pen pen, double from, double to, double y);
void press_fall(struct press *press, enum pen pen, double x, double from, double to);
void press_box(struct press *press, enum pen pen, double x, double y, double side);

/* Draws a line of text with its baseline at y. */
void press_put(struct press *press, const struct setting *line, double x, double y);

/* Draws lines of text from here on down, over pages where it must be. */
void press_put_lines(struct press *press, const struct setting *lines, double x);

#endif
