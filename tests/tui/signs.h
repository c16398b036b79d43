/* SPDX-License-Identifier: MIT */
/*
 * What a picture draws itself: grounds, lines, blocks and braille as filled shapes. Knows Unicode's signs of these kinds and SVG
 * paths, nothing of screens.
 */
#ifndef TUI_SIGNS_H
#define TUI_SIGNS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A cell in units, so that its eighths are whole. */
enum { SIGN_WIDE = 16, SIGN_HIGH = 32, LAYER_INKS = 24 };

struct rectangle {
	int x, y, wide, high;
};

/* All that a layer has in one colour is one path: neighbours in it join without a seam at any size. */
struct ink {
	uint32_t colour;
	FILE *path;
	char *text;
	size_t size;
	struct rectangle last; /* not yet written, for the next may go on where it ends */
};

struct layer {
	struct ink inks[LAYER_INKS];
	int count;
};

void layer_fill(struct layer *layer, uint32_t colour, int x, int y, int wide, int high);

/* Draws a sign in the cell whose upper left corner is x, y; false for one that is left to the fonts. */
bool layer_sign(struct layer *layer, uint32_t colour, uint32_t code, int x, int y);

/* Writes the paths, those first seen first, and frees them. */
void layer_put(struct layer *layer, FILE *out);

#endif
