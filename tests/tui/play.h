/* SPDX-License-Identifier: MIT */
/*
 * One scenario: the lines of a script, each an act on a program in a terminal or a look at its screen. Knows no files but the
 * script it is handed; what is to be seen comes in `golden`, what was seen goes to `update`.
 */
#ifndef TUI_PLAY_H
#define TUI_PLAY_H

#include "golden.h"
#include "screen.h"

struct play {
	const char *binary, *tests;
	struct golden golden;
	char *fresh; /* what UPDATE=1 has seen so far */
	size_t fresh_size;
	FILE *update;        /* NULL: compare */
	const char *gallery; /* a folder where each screen expected is drawn, or NULL */
	const char *script;  /* its path: the names there begin with its own */
	struct screen *screen;
	int cols, rows;
	int patience;
	char home[256];
	char *why; /* the first thing that was not as written */
	size_t why_size;
};

/* Keeps the first thing that was not as written; always false. */
bool play_trouble(struct play *play, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Obeys the script to its end, or to the first line that does not come true, which is told on standard output. */
bool play_lines(struct play *play, FILE *script);

#endif
