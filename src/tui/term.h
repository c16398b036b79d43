/* SPDX-License-Identifier: MIT */
/*
 * The terminal: keys come from it, a canvas goes to it. The only module that knows curses; whatever ends the program, the
 * terminal is left as it was found.
 */
#ifndef TERM_H
#define TERM_H

#include "canvas.h"
#include "key.h"

#include "base/err.h"

struct term;

struct term_options {
	bool no_colour;
	bool light;
	bool plain; /* the cursor stays visible, for screen readers */
};

/* True where standard input and output are a terminal that can place its cursor. */
bool term_possible(void);

/* Takes the terminal over. ERR_IO where it can't be. Close with term_close. */
MUST_USE bool term_open(struct term_options options, struct term **term, struct err *err);

/* Gives it back; NULL is fine. */
void term_close(struct term *term);

/* True where the locale or the terminal can show ASCII only. */
bool term_ascii(const struct term *term);

/* Other colours, or another cursor, from the next term_show on. */
void term_look(struct term *term, bool light, bool plain);

/* What should be told once about this terminal, or NULL. */
const char *term_notice(const struct term *term);

void term_size(const struct term *term, int *rows, int *columns);

/* Shows the canvas, which has the terminal's size: only cells that differ from the last one are written. */
void term_show(struct term *term, const struct canvas *canvas);

/* The next key; PRESS_NONE after so many milliseconds, PRESS_NEWS as soon as another descriptor (-1 for none) has something to read. */
struct key term_read(struct term *term, int timeout_ms, int other_fd);

/* Draws everything again with the next term_show. */
void term_redraw(struct term *term);

/* Stops the program until the shell continues it. */
void term_suspend(struct term *term);

/* The signal that asked the program to end, or 0. */
int term_ended_by(const struct term *term);

#endif
