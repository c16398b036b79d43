/* SPDX-License-Identifier: MIT */
/* What the settings say of the whole screen: drawing, colours and keys. */
#ifndef SCREEN_LOOKS_H
#define SCREEN_LOOKS_H

#include "canvas.h"
#include "keymap.h"
#include "term.h"

#include "app/app.h"

/* What was asked for when taper was called. */
struct looks_wanted {
	bool plain, ascii;
};

/* The settings' looks as they are now, or what was asked for, put to the canvas and the terminal (NULL: there is none yet, and only texts follow). */
void screen_looks(const struct app *app, struct looks_wanted wanted, struct canvas *canvas,
		  struct term *term);

/* The person's keys over the list's. ERR_INVALID says the first that can't be; the others are bound. */
MUST_USE bool screen_keys(const struct app *app, struct keymap *keys, struct err *err);

#endif
