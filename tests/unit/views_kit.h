/* SPDX-License-Identifier: MIT */
/* Every screen and dialog there is, made: the table that what holds for all of them walks. */
#ifndef VIEWS_KIT_H
#define VIEWS_KIT_H

#include "app/app.h"

struct keymap;
struct view;

/* A word it has with a log, and one it has in a new home; NULL where it does not open there. */
struct every {
	const char *name;
	struct view *(*make)(struct app *app);
	const char *full, *empty;
	const char *enter; /* what the footer says of Enter; NULL where that is not looked at */
};

extern const struct every views_kit[];
extern const size_t views_kit_count;

/* The usual keys; borrowed. */
const struct keymap *views_kit_keys(void);

/* Once all are freed: what they shared. */
void views_kit_end(void);

#endif
