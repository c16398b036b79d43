/* SPDX-License-Identifier: MIT */
/*
 * A list of what Help now holds, to be gone through: asking for it, moving in it and clicking on it. Knows nothing of what its items do.
 */
#ifndef HELP_LIST_H
#define HELP_LIST_H

#include "blocks.h"
#include "view.h"

#include "app/support.h"

/* The first member of such a view, zeroed but for blocks. */
struct help_list {
	struct view view;
	bool loaded;
	struct help_now help; /* owned, once it was loaded */
	struct blocks blocks; /* owned */
};

/* Where the list goes in an area, below so many rows of its head. */
struct rect help_list_place(struct rect area, int head_rows, struct rect *head);

/* Brings the cursor into sight once the items are laid out for that place. */
void help_list_laid(struct help_list *list, struct rect place);

/* Draws the first line of the head: a title, and what is in sight where that is not all. */
void help_list_title(const struct help_list *list, struct canvas *canvas, struct rect line,
		     const char *title);

/* Moves the cursor, by half a page at most; REPLY_IGNORED where the action does not move. */
enum reply help_list_move(struct help_list *list, enum action action);

/* Puts the cursor on the item that was clicked; REPLY_IGNORED where there is none. */
enum reply help_list_click(struct help_list *list, struct rect place, int row, int column);

/* For the class: about each item there is more than its first line. */
bool help_list_waits(const struct view *view);
void help_list_rest(struct view *view);
bool help_list_load(struct view *view, struct app *app, struct err *err);
void help_list_free(struct view *view);

#endif
