/* SPDX-License-Identifier: MIT */
/*
 * The two large parts of a schedule as plain text.
 */
#ifndef TXT_PARTS_H
#define TXT_PARTS_H

#include "export/sheet.h"
#include "txt_body.h"

/* Adds one block: the whole way, from the first day to the goal. */
void txt_add_chart(struct txt_body *body, const struct schedule *schedule);

/* Adds one block a week of the plan, and sets the table's head. */
void txt_add_table(struct txt_body *body, const struct sheet *sheet);

#endif
