/* SPDX-License-Identifier: MIT */
/*
 * The mistakes found in one file, each with its place, so that all of them are told at once.
 */
#ifndef BASE_PROBLEMS_H
#define BASE_PROBLEMS_H

#include "base/err.h"

#include <stddef.h>

struct problem {
	int line;   /* from 1; 0 where there is no place */
	int column; /* from 1; 0 where only the line is known */
	char text[320];
};

enum { PROBLEMS_MAX = 100 };

struct problems {
	struct problem *items; /* owned; in the order of the file after problems_sort */
	size_t count;
	size_t cap;
	size_t more; /* found beyond PROBLEMS_MAX and not kept */
};

#define PROBLEMS_INIT                                                                              \
	{                                                                                          \
		.items = NULL                                                                      \
	}

void problems_free(struct problems *problems);

/* Adds one; the text is made harmless for a terminal. */
void problems_add(struct problems *problems, int line, int column, const char *fmt, ...)
	PRINTF_LIKE(4, 5);

/* In the order of their places; equal ones once. */
void problems_sort(struct problems *problems);

#endif
