/* SPDX-License-Identifier: MIT */
/*
 * A cursor in a list longer than the window onto it. Knows numbers only: what the items are and how they are drawn is
 * the view's.
 */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>

struct list {
	int count;
	int cursor;  /* -1 only where the list is empty */
	int top;     /* first item in sight */
	int height;  /* items in sight; 0 before the first list_place */
	bool passes; /* the cursor goes on, and did not rest yet */
};

/* A new number of items; the cursor stays on its number where it can. */
void list_resize(struct list *list, int count);

/* How many rows there are for it; the cursor is brought into sight. */
void list_place(struct list *list, int height);

/* Puts the cursor on an item (the nearest there is) and brings it into sight. */
void list_go(struct list *list, int item);

/* Moves the cursor; false where it could not move. */
bool list_move(struct list *list, int by);

/* Puts the cursor in the middle of the sight, as far as the ends allow. */
void list_centre(struct list *list);

/*
 * True from a step of the cursor until it rests, and that it does: what is said about the item beside the list is not drawn for each one
 * that the cursor passes.
 */
bool list_waits(const struct list *list);
void list_rest(struct list *list);

/* The item in that row of the window, or -1. */
int list_at_row(const struct list *list, int row);

#endif
