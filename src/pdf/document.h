/* SPDX-License-Identifier: MIT */
/*
 * The document that taper-pdf is fed: what is on paper, without pages, as JSON (data/schema/taper-document.json has every key). Read
 * whole, strictly and within bounds: who feeds it is not trusted. Knows nothing of plans, fonts or PDF.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "base/feed.h"
#include "base/json_tree.h"

#define DOCUMENT_FORMAT "taper-document/1"

enum {
	DOCUMENT_BLOCKS_MAX = 4096,
	DOCUMENT_COLUMNS_MAX = 24,
	DOCUMENT_ITEMS_MAX = 16384, /* of any other list */
	DOCUMENT_TEXT_MAX = 8192    /* bytes of one text */
};

/* All texts are valid, without controls, and borrowed from the document's tree. A text that is left out is "". */

struct document_fact {
	const char *name;
	const char *text; /* "": a blank to be filled in by hand */
};

enum column_kind {
	COLUMN_TEXT,
	COLUMN_FIGURE, /* to the right */
	COLUMN_STRONG, /* a figure that counts more */
	COLUMN_BOX,    /* a box to tick and a figure; no box where there is no figure */
	COLUMN_BLANK,  /* to be filled in by hand where it is "" */
	COLUMN_KINDS
};

struct document_column {
	const char *head, *below; /* two lines */
	enum column_kind kind;
};

enum row_mark { MARK_NONE, MARK_STEP, MARK_GOAL, MARK_BACK, MARK_CHANGE, MARK_COUNT };

/* Cells, one a column; or a line of text across all of them, with a mark. */
struct document_row {
	const char *const *cells; /* borrowed from the table; NULL for a line */
	const char *over;         /* stands in the place of all boxes where it is not "" */
	bool strong;
	enum row_mark mark;
	const char *text;
};

/* Rows that stay on one page where they can. */
struct document_group {
	const char *title,
		*note; /* to the left and to the right, above its rows; without a title there is no line */
	const char *under;         /* what it stands under in the bookmarks: "December 2026" */
	struct document_row *rows; /* owned */
	size_t row_count;
};

struct document_table {
	struct document_column columns[DOCUMENT_COLUMNS_MAX];
	size_t column_count;
	struct document_group *groups; /* owned */
	size_t group_count;
	const char **cells; /* owned; of all rows */
	int64_t most;       /* groups on one page; 0: as many as fit */
	const char *mark;   /* a bookmark to its beginning */
};

struct document_tick {
	int64_t at;
	const char *text, *below;
};

struct document_point {
	int64_t day, amount;
};

/* Amounts in a small unit of the writer's choice, days from 0. */
struct document_chart {
	const char *caption;
	int64_t days, top;             /* above 0 */
	struct document_tick *amounts; /* owned; below days and top, in order */
	struct document_tick *dates;   /* owned; likewise */
	struct document_point *way;    /* owned; stairs: an amount from a day on */
	struct document_point *taken;  /* owned */
	size_t amount_count, date_count, way_count, taken_count;
};

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_FACTS,
	BLOCK_CHART,
	BLOCK_TABLE,
	BLOCK_KINDS
};

struct document_block {
	enum block_kind kind;
	bool turn;                   /* begins a new page */
	bool bullet;                 /* of a paragraph */
	const char *text;            /* of a heading or paragraph */
	struct document_fact *facts; /* owned */
	size_t fact_count;
	struct document_chart chart;
	struct document_table table;
};

enum document_paper { PAPER_A4, PAPER_LETTER };

struct document {
	const char *title, *footer;
	const char *made;    /* "2026-11-21" */
	const char *program; /* that wrote it */
	enum document_paper paper;
	int64_t pages; /* its type gets smaller, within reason, to need no more; 0: as many as it takes */
	struct document_block *blocks; /* owned */
	size_t block_count;
	struct json_tree tree; /* owned; all texts */
};

#define DOCUMENT_INIT                                                                              \
	{                                                                                          \
		.blocks = NULL, .tree = JSON_TREE_INIT                                             \
	}

/* Fills in *document, to be freed. ERR_FORMAT names the line and what is wrong there. */
MUST_USE bool document_read(struct feed feed, struct document *document, struct err *err);
void document_free(struct document *document);

#endif
