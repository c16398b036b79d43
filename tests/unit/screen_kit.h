/* SPDX-License-Identifier: MIT */
/* A small terminal that takes nothing on trust: what it does not know, and a half of a wide character left over, it shows. */
#ifndef SCREEN_KIT_H
#define SCREEN_KIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { KIT_MARKS = 3, KIT_PARAMS = 8, KIT_PLAIN = -1 };

enum kit_attributes { KIT_BOLD = 1, KIT_DIM = 2, KIT_UNDERLINE = 4, KIT_REVERSE = 8 };

struct kit_look {
	int foreground, background; /* KIT_PLAIN or a number */
	unsigned attributes;
};

struct kit_cell {
	uint32_t code, marks[KIT_MARKS];
	int width; /* 0 for the right half of a wide one */
	struct kit_look look;
};

struct kit_screen {
	struct kit_cell *cells; /* owned */
	int rows, columns, row, column, upper, lower;
	bool erases_in_colour, wraps_late;
	bool late; /* the last column is written, and the next character goes to the next row */
	struct kit_look look;
	const char *strange; /* what no terminal should get; NULL for nothing yet */
	long colours;        /* how often one was set */
};

/* Everything blank, at a new size. Free with kit_screen_free. */
void kit_screen_clear(struct kit_screen *screen, int rows, int columns);
void kit_screen_free(struct kit_screen *screen);

/* Whole characters and orders only; text ends in a zero byte. */
void kit_screen_write(struct kit_screen *screen, const char *text);

#endif
