/* SPDX-License-Identifier: MIT */
/*
 * Rows and columns of text fitted to a width. Knows widths on a terminal; does not know what the cells mean. A column without any
 * text is left out; where the rest is too wide, columns that may shrink are cut with "…", then spare ones go, the last first.
 */
#ifndef TABLE_H
#define TABLE_H

#include "looks.h"

enum { TABLE_COLUMN_MAX = 12, TABLE_SHRUNK = 8 };

struct table_column {
	const char *head;
	bool right;   /* figures: aligned to the right and never cut */
	bool shrinks; /* may be cut down to TABLE_SHRUNK columns */
	bool spare;   /* may be left out */
};

/* Small, because a plan can have a hundred thousand of them. */
struct table_cell {
	uint32_t at; /* its text, harmless, in the table's texts */
	int32_t width;
	uint8_t ink;
	bool plain; /* a byte a column */
};

struct table {
	const struct table_column *columns; /* borrowed for the table's life */
	size_t column_count;
	struct table_cell *cells; /* owned; row by row */
	size_t cell_count, cell_cap;
	struct str texts; /* of all cells, each with its end; then what is added for the next */
	size_t ended;     /* so much of them is in cells */
	int widest[TABLE_COLUMN_MAX]; /* of the rows that were measured */
};

/* An empty table of up to TABLE_COLUMN_MAX columns. */
struct table table_of(const struct table_column *columns, size_t count);
void table_free(struct table *table);

/* Adds the next cell; a row is full when all its columns have one. The text is made harmless. */
void table_add(struct table *table, enum ink ink, const char *text);
void table_add_number(struct table *table, int64_t number);
void table_addf(struct table *table, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Makes what was added to table->texts by hand, harmless, the next cell; plain, where it is printable ASCII for certain. */
void table_end(struct table *table, enum ink ink);
void table_end_plain(struct table *table);

/* Adds the heads and the rows to out, each line after so many blanks. */
void table_draw(const struct table *table, const struct looks *looks, int indent, struct str *out);

/*
 * For more rows than are to be in memory: first each is measured and forgotten, then the heads are drawn, then each row.
 */
void table_measure(struct table *table);
void table_draw_heads(const struct table *table, const struct looks *looks, int indent,
		      struct str *out);
void table_draw_rows(struct table *table, const struct looks *looks, int indent, struct str *out);

#endif
