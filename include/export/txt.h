/* SPDX-License-Identifier: MIT */
/*
 * A sheet as plain text for a printer: 80 columns, pages of a fixed number of lines parted by form feeds. No
 * line ends in a blank.
 */
#ifndef EXPORT_TXT_H
#define EXPORT_TXT_H

#include "export/sheet.h"

struct txt_options {
	int page_lines; /* 64 suits A4 and Letter */
	bool ascii;     /* nothing beyond ASCII */
};

/* Adds the sheet to out. A page takes at least 24 lines. */
void txt_write(const struct sheet *sheet, struct txt_options options, struct str *out);

#endif
