/* SPDX-License-Identifier: MIT */
/* What the terminal can do, as terminfo has it, once curses has read its entry. */
#ifndef TERM_CAPS_H
#define TERM_CAPS_H

#include <stddef.h>

enum { CAPS_COLOUR = 32 };

enum cap {
	CAP_MOVE,
	CAP_RIGHT,
	CAP_ERASE_LINE,
	CAP_MARGINS,
	CAP_UP,   /* at the lower margin: all between the margins goes up by one */
	CAP_DOWN, /* likewise, at the upper one */
	CAP_PLAIN,
	CAP_BOLD,
	CAP_DIM,
	CAP_REVERSE,
	CAP_UNDERLINE,
	CAP_HIDE,
	CAP_SHOW,
	CAP_COUNT
};

/* As terminfo has it, pauses and all; "" where the terminal can't. Not to be freed. */
const char *caps_raw(enum cap cap);

/* To be written as it is: without the pauses that terminals made of metal needed. To be freed. */
char *caps_text(enum cap cap);

/* How many colours there are to be had, 0 for none. */
int caps_colours(void);

/* What sets a colour, the usual one with COLOUR_DEFAULT: CAPS_COLOUR bytes. */
void caps_set_foreground(char *text, int colour);
void caps_set_background(char *text, int colour);

#endif
