/* SPDX-License-Identifier: MIT */
/*
 * The screens a scenario is to show: named blocks of lines in NAME.golden. Knows only text.
 */
#ifndef TUI_GOLDEN_H
#define TUI_GOLDEN_H

#include <stdbool.h>
#include <stdio.h>

struct golden {
	char *text; /* the whole file; "" where there is none */
};

void golden_read(struct golden *golden, const char *path);
void golden_free(struct golden *golden);

/* The lines after "== NAME" and before the next "== ", ended by a newline; NULL when there is no such block. Free it. */
char *golden_block(const struct golden *golden, const char *name);

/* Writes where two blocks differ, row by row, each line behind a '#'. */
void golden_differences(FILE *out, const char *wanted, const char *shown);

#endif
