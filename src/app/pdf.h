/* SPDX-License-Identifier: MIT */
/*
 * Documents as PDF, by the program taper-pdf.
 */
#ifndef APP_PDF_H
#define APP_PDF_H

#include "app/transfer.h"
#include "export/pdf.h"

/* Of a size as named ("a4", "letter"), or NULL: the one that is usual where the person is. As of today. */
struct pdf_options pdf_options_of(const struct app *app, const char *paper);

/*
 * Makes the PDF of a document of export/pdf.h and adds it to out. ERR_IO where taper-pdf is not there, with what to do, or does not
 * take it. What it has to say otherwise, such as characters that no font has, becomes the app's warning.
 */
MUST_USE bool pdf_make(struct app *app, const struct str *document, struct str *out,
		       struct err *err);

#endif
