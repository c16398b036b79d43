/* SPDX-License-Identifier: MIT */
/*
 * What the documents for taper-pdf are made of.
 */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "base/json.h"
#include "export/pdf.h"

/* The head of a document, up to its blocks; footer may be NULL. */
void pdf_begin(struct json *json, const char *title, const char *footer, struct pdf_options options,
	       int pages);
void pdf_end(struct json *json, struct str *out);

/* Text without what taper-pdf refuses: controls, and what turns text round. */
void pdf_text(struct json *json, const char *key, const char *text);

/* One block each. */
void pdf_heading(struct json *json, const char *text, bool turn);
void pdf_paragraph(struct json *json, const char *text, bool bullet);
void pdf_add_chart(struct json *json, const struct sheet *sheet);
void pdf_add_weeks(struct json *json, const struct sheet *sheet);

/* Facts are added between these two. */
void pdf_open_facts(struct json *json);
void pdf_fact(struct json *json, const char *name, const char *text);
void pdf_close_facts(struct json *json);

/* A column of a table; below may be NULL. kind: "text", "figure", "strong", "box" or "blank". */
void pdf_column(struct json *json, const char *head, const char *below, const char *kind);

#endif
