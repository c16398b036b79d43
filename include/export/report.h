/* SPDX-License-Identifier: MIT */
/*
 * A report on two pages, as a document: headed parts of facts, tables and paragraphs. What is on it, not how it looks; one
 * writer a format draws it. Knows nothing of plans or days; the same report always gives the same bytes.
 */
#ifndef EXPORT_REPORT_H
#define EXPORT_REPORT_H

#include "base/json.h"
#include "base/str.h"
#include "export/txt.h"

enum { REPORT_COLUMN_MAX = 10, REPORT_PAGES = 2 };

struct report_fact {
	char *name,
		*text; /* owned; an empty text is a blank to be filled in by hand; without a name, a line */
};

struct report_column {
	const char *head;
	bool right; /* figures */
};

/* Facts come first, then the table, then the paragraphs; each may be missing. */
struct report_part {
	char *title;               /* owned */
	bool list;                 /* its paragraphs are short ones, one of many */
	struct report_fact *facts; /* owned */
	size_t fact_count, fact_cap;
	const struct report_column *columns; /* borrowed for the report's life */
	size_t column_count;
	char **cells; /* owned; row by row */
	size_t cell_count, cell_cap;
	char **paragraphs; /* owned */
	size_t paragraph_count, paragraph_cap;
};

struct report_page {
	struct report_part *parts; /* owned */
	size_t count, cap;
};

struct report {
	char *title;  /* owned */
	char *footer; /* owned; on each page; no wider than a line */
	struct report_page pages[REPORT_PAGES];
};

#define REPORT_INIT                                                                                \
	{                                                                                          \
		.title = NULL                                                                      \
	}

void report_free(struct report *report);

/* A new part at the end of a page (0 or 1). Borrowed until the next is added to that page. */
struct report_part *report_add_part(struct report *report, int page, const char *title);

void report_add_fact(struct report_part *part, const char *name, const char *text);

/* The part's table; rows are then filled cell by cell. */
void report_set_columns(struct report_part *part, const struct report_column *columns,
			size_t count);
void report_add_cell(struct report_part *part, const char *text);
void report_add_cellf(struct report_part *part, const char *fmt, ...) PRINTF_LIKE(2, 3);

void report_add_paragraph(struct report_part *part, const char *text);

/*
 * Adds the report as plain text, 80 columns, two pages parted by a form feed. What does not fit on a page leaves out rows of its longest
 * table, the oldest (first) ones, and says how many; then lines at its end.
 */
void report_txt(const struct report *report, struct txt_options options, struct str *out);

/* The same with all of it, on as many pages as that takes. */
void report_txt_whole(const struct report *report, struct txt_options options, struct str *out);

/* Adds all of it as Markdown; and as one page for a browser or paper, of a size or (NULL) any. */
void report_md(const struct report *report, struct str *out);
void report_html(const struct report *report, const char *paper, struct str *out);

/* Adds the report as one object: all of it, whatever fits on paper. */
void report_json(const struct report *report, struct json *json);

#endif
