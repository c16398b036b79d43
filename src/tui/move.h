/* SPDX-License-Identifier: MIT */
/* What the keys that move, and a click, do to the cursor of a list and to whatever is longer than its window. */
#ifndef MOVE_H
#define MOVE_H

#include "list.h"
#include "seek.h"
#include "view.h"

/* How far the action goes, where a page has so many rows and all of it so many; false where it does not move. */
bool move_by(enum action action, int page, int all, int *by);

/* Moves the cursor; a page is what is in sight, but for a row. REPLY_IGNORED where the action does not move. */
enum reply move_list(struct list *list, enum action action);

/* Likewise, for a list so short that a page is all of it. */
enum reply move_short_list(struct list *list, enum action action);

/* Puts the cursor on the item that was clicked, rows being where they are; REPLY_IGNORED where there is none. */
enum reply move_list_to(struct list *list, struct rect rows, int row, int column);

/*
 * For a view's find: goes to the next item that has the words, or the one before. Fails where none has them. line says what an
 * item reads as.
 */
enum reply move_list_find(struct list *list, const char *words, int by, seek_line *line,
			  const void *context, struct err *err);

/* "2026-11-21 Sat 21 Nov 2026 ", a day in all the ways it is looked for; added to out. */
void move_day_words(struct day day, struct str *out);

#endif
