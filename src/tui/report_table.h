/* SPDX-License-Identifier: MIT */
/* A table of any texts put into lines: its columns as wide as they need where there is room, broken in their cells where there is less, else each row in words. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "report_page.h"

/* Adds the table whose heads are that piece; rows follow it. Returns how many pieces it is. In words where it is plain. */
size_t report_table_add(struct blocks *lines, const struct report_piece *heads, size_t pieces,
			int columns, bool plain);

#endif
