/* SPDX-License-Identifier: MIT */
/*
 * A sheet as one HTML page that needs nothing else: no script, nothing fetched. For a browser, light or dark, a phone,
 * and paper.
 */
#ifndef EXPORT_HTML_H
#define EXPORT_HTML_H

#include "export/sheet.h"

struct html_options {
	const char *
		paper; /* a size as style sheets name it, "A4" or "letter"; NULL: the printer's own */
};

void html_write(const struct sheet *sheet, struct html_options options, struct str *out);

#endif
