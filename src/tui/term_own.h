/* SPDX-License-Identifier: MIT */
/* What the files of the terminal share; only they include this. */
#ifndef TERM_OWN_H
#define TERM_OWN_H

#include "palette.h"
#include "term.h"
#include "term_pen.h"
#include "wakeup.h"

enum { TERM_NOTICE_SIZE = 120 };

struct term {
	struct screen *screen; /* curses' own */
	struct canvas shown;   /* what the terminal shows now */
	struct term_pen pen;
	enum depth depth;
	bool light, plain, ascii;
	bool title; /* the terminal has one that can be set */
	bool mouse; /* and one of these */
	bool sync;  /* tests want to know when a picture is complete */
	long frame;
	bool pasting;
	bool pasted_return; /* the paste has a carriage return here: a line feed behind it is the same line end */
	int empty_reads; /* input that was ready and held nothing */
	struct wakeup wakeup;
	char notice[TERM_NOTICE_SIZE];
};

/* Bytes that curses knows nothing of. */
void term_say_raw(const char *bytes);

/* How many colours are used; without them the depth stays DEPTH_NONE. */
void term_set_colours(struct term *term, bool no_colour);

/* How keys come in. */
void term_set_input(void);

/*
 * Follows a change of the window's size, or comes back after the program was stopped; false where there was neither. All is drawn anew
 * then.
 */
bool term_take_resize(struct term *term);

#endif
