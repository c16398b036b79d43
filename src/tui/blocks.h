/* SPDX-License-Identifier: MIT */
/*
 * A list whose items take one line or several, under headings, laid out once for a width and scrolled so that the item with the
 * cursor is in sight. Knows texts only: what the items are is the view's.
 */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "canvas.h"

#include <stddef.h>

struct block_line {
	int item;          /* -1 for what can't be gone to */
	int column, width; /* where it begins, and how wide its lead is */
	int lead_ink, ink;
	size_t lead, text; /* where they begin in the texts; "" for none */
};

struct blocks {
	struct block_line *lines; /* owned */
	size_t count, cap;
	struct str texts; /* of all lines, each with its end */
	int items;
	int cursor; /* an item; -1 where there is none or it is elsewhere */
	int top;    /* the first line in sight */
	int height; /* lines in sight */
	/* The lines drawn in full: in sight when the cursor rested, or went far at once, and ever since. */
	int whole, whole_end;
};

#define BLOCKS_INIT                                                                                \
	{                                                                                          \
		.lines = NULL, .texts = STR_INIT, .cursor = -1                                     \
	}

/* What is put into lines: a lead in its own columns, and text beside it, broken at the width. */
struct block {
	int columns; /* of the whole */
	int column;  /* left free */
	int width;   /* of the lead; a longer one has a line of its own */
	int lead_ink, ink;
	const char *lead, *text; /* NULL for none */
};

void blocks_free(struct blocks *blocks);

/* Empties it, but for the cursor and where it was scrolled to; its memory is kept. */
void blocks_begin(struct blocks *blocks);

/* Lines that can't be gone to; an empty one with no text at all. */
void blocks_words(struct blocks *blocks, struct block block);

/* A new item, and more lines of the newest. */
void blocks_item(struct blocks *blocks, struct block block);
void blocks_more(struct blocks *blocks, struct block block);

/* How many lines there are for it. The cursor's item comes into sight, with the heading above it where there is room. */
void blocks_place(struct blocks *blocks, int height);

/* Puts the cursor on an item, the nearest there is; then blocks_place. */
void blocks_go(struct blocks *blocks, int item);

/*
 * True where lines came into sight since the cursor rested, and that it does: of what it only passes the first line of each item is drawn.
 * Where all is read aloud nothing waits.
 */
bool blocks_waits(const struct blocks *blocks);
void blocks_rest(struct blocks *blocks);

void blocks_draw(const struct blocks *blocks, struct canvas *canvas, struct rect area);

/* Adds what a line says, its lead and its text. */
void blocks_say(const struct blocks *blocks, size_t line, struct str *out);

/* The item in that row of what is in sight, or -1. */
int blocks_at_row(const struct blocks *blocks, int row);

#endif
