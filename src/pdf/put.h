/* SPDX-License-Identifier: MIT */
/*
 * The blocks of a document, each put on the pages from where the press stands.
 */
#ifndef PUT_H
#define PUT_H

#include "press.h"

/* The whole document, title and all: once to count its pages, once to draw them. */
void put_document(struct press *press);

void put_chart(struct press *press, const struct document_chart *chart);
void put_table(struct press *press, const struct document_table *table);

/* A small sign for a row, in a square whose lower left corner is at x and y. */
void put_mark(const struct press *press, enum row_mark mark, double x, double y, double side);

#endif
