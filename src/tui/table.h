/* SPDX-License-Identifier: MIT */
/* Rows of a table below its heads, in columns that fold away where there is no room. Knows texts only. */
#ifndef TABLE_H
#define TABLE_H

#include "canvas.h"

struct table {
	const struct column *columns; /* borrowed */
	size_t count;
	int at[COLUMNS_MAX]; /* as columns_fit says */
	int width;           /* that they take */
};

/* The columns that fit a width. */
struct table table_fit(const struct column *columns, size_t count, int width);

/* The heads, and a row: a text and an ink for each column, folded or not. In the first row of a place. */
void table_head(const struct table *table, struct canvas *canvas, struct rect line);
void table_row(const struct table *table, struct canvas *canvas, struct rect line,
	       const char *const *texts, const int *inks);

#endif
