/* SPDX-License-Identifier: MIT */
/* What all Markdown is written with. */
#ifndef MD_PARTS_H
#define MD_PARTS_H

#include "base/str.h"

/* Adds text as itself: no mark of it is one of Markdown's or HTML's, and no cell of it a spreadsheet's formula. */
void md_add_text(struct str *out, const char *text);

#endif
