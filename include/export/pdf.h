/* SPDX-License-Identifier: MIT */
/*
 * A sheet or a report as the document that taper-pdf makes a PDF of: JSON, what is on paper but not where
 * (data/schema/taper-document.json has every key). Knows no type, no page and no PDF; the same input always gives the same bytes.
 */
#ifndef EXPORT_PDF_H
#define EXPORT_PDF_H

#include "export/report.h"
#include "export/sheet.h"

struct pdf_options {
	bool letter;     /* else A4 */
	struct day made; /* the day it is written on */
};

/* Adds the document to out. */
void pdf_sheet(const struct sheet *sheet, struct pdf_options options, struct str *out);

/* With pages above 0 its type gets smaller, within reason, to need no more. */
void pdf_report(const struct report *report, struct pdf_options options, int pages,
		struct str *out);

#endif
