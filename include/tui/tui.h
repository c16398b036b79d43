/* SPDX-License-Identifier: MIT */
/*
 * The face for a terminal: screens of cells drawn by views, keys turned into actions. Holds no rules of its own.
 */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include "app/clock.h"

struct tui_options {
	bool plain; /* no drawing characters, one thing a line */
	bool ascii; /* draw in ASCII whatever the locale */
	bool no_colour;
};

/* True where standard input and output are a terminal that can place its cursor. */
bool tui_possible(void);

/* Runs the planner until it is left; returns the exit status. */
int tui_run(struct clock clock, struct tui_options options);

#endif
