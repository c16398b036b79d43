/* SPDX-License-Identifier: MIT */
/* Which column of a table is which part of a dose, as a list to choose from, and the first lines as they would be read. */
#ifndef COLUMNS_PAGE_H
#define COLUMNS_PAGE_H

#include "canvas.h"
#include "keymap.h"
#include "list.h"

#include "app/table.h"

/* The rows after those of the parts. */
enum columns_row {
	COLUMNS_UNIT = IMPORT_PARTS,
	COLUMNS_SEPARATOR,
	COLUMNS_DECIMAL,
	COLUMNS_DATES,
	COLUMNS_HEADER,
	COLUMNS_BAD,
	COLUMNS_ROWS
};

enum { COLUMNS_LINES = 12 };

struct columns_page {
	struct table table;
	int chosen[COLUMNS_ROWS]; /* a column from 1, 0 for none; or the place of a word */
	struct list list;
	struct table_line lines[COLUMNS_LINES];
	size_t line_count;
	char said[sizeof(((struct err *)NULL)->msg)]; /* why nothing can be read; "" where it can */
	const struct keymap *keys;                    /* borrowed */
};

/* How many values a row has, and the word a request wants for the one that is chosen; NULL where nothing is said. */
int columns_values(const struct columns_page *page, int row);
const char *columns_word(const struct columns_page *page, int row);

/* "date=1,time=2,amount=3", added to out. */
void columns_text(const struct columns_page *page, struct str *out);

/* The rows of the list in an area. */
struct rect columns_page_list(const struct columns_page *page, struct rect area);

void columns_page_draw(const struct columns_page *page, struct canvas *canvas, struct rect area);

#endif
