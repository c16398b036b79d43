/* SPDX-License-Identifier: MIT */
/*
 * The end of everything taper wrote for a person: the log, its backups, settings, own plans and texts, the key the kernel keeps.
 * Nothing else is ever touched.
 */
#ifndef APP_WIPE_H
#define APP_WIPE_H

#include "app/app.h"

struct wipe_item {
	char *path;      /* owned */
	const char *why; /* why it is left alone; NULL for what is removed */
	bool folder;     /* removed only where it is empty then */
};

struct wipe_list {
	struct wipe_item *items; /* owned; in the order they are removed in */
	size_t count, cap;
	size_t files; /* of them, to be removed */
	bool key;     /* the kernel keeps a key */
};

#define WIPE_LIST_INIT                                                                             \
	{                                                                                          \
		.items = NULL                                                                      \
	}

/* What there is, to be freed. ERR_IO where a folder can't be read. */
MUST_USE bool app_wipe_list(struct app *app, struct wipe_list *list, struct err *err);
void wipe_list_free(struct wipe_list *list);

/* To be typed before it: a word, not a letter, as nobody types it by chance. */
#define WIPE_WORD "wipe"

/* What stands above the list, the key of the kernel in it, and what no list can reach: static texts. */
const char *wipe_head(void);
const char *wipe_key(void);
const char *wipe_reach(void);

/* Removes what the list says. What can't be removed stays, with the rest gone: ERR_IO names the first of it. */
MUST_USE bool app_wipe(struct app *app, const struct wipe_list *list, struct err *err);

#endif
