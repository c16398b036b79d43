/* SPDX-License-Identifier: MIT */
/* A first proposal of which column of a table is which, from the names and the line below them. For a person to look at. */
#ifndef TABLE_GUESS_H
#define TABLE_GUESS_H

#include "app/table.h"

/* Fills parts, dates and no_header of a table whose names and samples are there. */
void table_guess(struct table *table);

#endif
