/* SPDX-License-Identifier: MIT */
/*
 * Cells written to the terminal in as few bytes as it takes: what it shows is known, so that a cursor, a colour or a margin is set only where
 * it is not there already. All that one picture needs goes out in one write. Knows terminfo, not what is drawn.
 */
#ifndef TERM_PEN_H
#define TERM_PEN_H

#include "canvas.h"
#include "palette.h"
#include "term_caps.h"

enum { LOOK_COUNT = ROLE_COUNT * 4 };

/* A role as it looks on this terminal. */
struct look {
	int foreground, background; /* COLOUR_DEFAULT or a number */
	unsigned attributes;        /* bits of 1 << CAP_BOLD and so on */
	char foreground_text[CAPS_COLOUR], background_text[CAPS_COLOUR];
};

struct term_pen {
	struct str out;
	char *caps[CAP_COUNT]; /* owned; "" where the terminal can't */
	struct look looks[LOOK_COUNT];
	const struct look *look; /* what is written next looks so; NULL for not known */
	bool erases_in_colour, defaults_apart, wraps, wraps_late;
	int not_with_colour; /* bits of terminfo */
	int rows, columns;
	int row, column;   /* of the cursor; -1 for not known */
	int upper, lower;  /* margins, the whole screen where there are none */
	size_t look_begin; /* where in out the last change of looks begins */
	size_t look_end;
	bool hidden; /* the cursor */
};

/* What the terminal can do. Free with pen_free. */
void pen_begin(struct term_pen *pen);
void pen_free(struct term_pen *pen);

/* How each role looks from here on. */
void pen_set_looks(struct term_pen *pen, enum depth depth, bool light);

/* The screen was cleared, at this size; nothing else is known of it. */
void pen_forget(struct term_pen *pen, int rows, int columns);

/* Whether two cells can't be told apart where they are shown. */
bool pen_same(const struct term_pen *pen, const struct cell *a, const struct cell *b);

/* Writes a row where it differs from what is shown there, which was becomes. */
void pen_row(struct term_pen *pen, int row, const struct cell *now, struct cell *was);

/* Moves the rows from first to last up by so many, or down where it is negative; what comes in is blank. */
bool pen_can_shift(const struct term_pen *pen);
void pen_shift(struct term_pen *pen, int first, int last, int by);

/* Leaves the cursor there and sends all of it. One that is hidden only has to be in the row. */
void pen_finish(struct term_pen *pen, int row, int column, bool shown);

/* Gives looks, margins and cursor back, at once. Needs no pen. */
void pen_restore(void);

#endif
