/* SPDX-License-Identifier: MIT */
/*
 * The pages of the guide as values: finding one, searching their text, and laying one out as lines of a given width, so
 * that the shell, the screen and paper show the same page. Does not know files, colours or terminals.
 */
#ifndef ENGINE_GUIDE_H
#define ENGINE_GUIDE_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

enum {
	GUIDE_NAME_SIZE = 32,
	GUIDE_TITLE_SIZE = 80,
	GUIDE_TEXT_SIZE = 800,
	GUIDE_SECTION_MAX = 16,
	GUIDE_POINT_MAX = 16,
	GUIDE_SOURCE_MAX = 12,
	GUIDE_PAGE_MAX = 60,
};

/* The source id of what is taper's own setting or advice. */
#define GUIDE_OWN_SOURCE "taper"

/* One row of a table of options. */
struct guide_option {
	char *name, *is, *good, *bad; /* owned */
};

struct guide_section {
	char head[GUIDE_TITLE_SIZE]; /* "" for none */
	char *text;                  /* a paragraph; owned; "" for none */
	char **points;               /* owned */
	size_t point_count;
	struct guide_option *options; /* owned */
	size_t option_count;
	char sources[GUIDE_SOURCE_MAX][GUIDE_NAME_SIZE]; /* of all that the section says */
	size_t source_count;
};

struct guide_page {
	char name[GUIDE_NAME_SIZE];
	char title[GUIDE_TITLE_SIZE];
	int32_t place; /* among the pages, from 1 */
	char *summary; /* owned; one sentence */
	char *words;   /* owned; other words it is found by, parted by blanks; "" for none */
	struct guide_section *sections; /* owned */
	size_t section_count;
};

struct guide {
	struct guide_page *pages; /* owned; by their places */
	size_t count, cap;
};

#define GUIDE_INIT                                                                                 \
	{                                                                                          \
		.pages = NULL                                                                      \
	}

void guide_page_free(struct guide_page *page);
void guide_free(struct guide *guide);

/* The page of that name or title or that has the word among its words, whatever its capitals; NULL where there is none. */
const struct guide_page *guide_find(const struct guide *guide, const char *topic);

/* The page name most like topic, or NULL. */
const char *guide_nearest(const struct guide *guide, const char *topic);

/* A text of a page that has all the words looked for. */
struct guide_hit {
	const struct guide_page *page; /* borrowed from the guide */
	const char *head;              /* of its section; borrowed */
	const char *text;              /* the paragraph or point; borrowed */
};

struct guide_hits {
	struct guide_hit *items; /* owned */
	size_t count, cap;
};

/* All texts in which each word (parted by blanks) occurs, whatever its capitals; in the order of the pages. To be freed. */
void guide_search(const struct guide *guide, const char *words, struct guide_hits *hits);
void guide_hits_free(struct guide_hits *hits);

enum guide_look {
	GUIDE_BLANK,
	GUIDE_TITLE,
	GUIDE_HEAD,
	GUIDE_TEXT,
	GUIDE_POINT, /* the first or a further line of a point */
	GUIDE_TABLE_HEAD,
	GUIDE_TABLE,
	GUIDE_LOOK_COUNT
};

struct guide_line {
	enum guide_look look;
	char *text; /* owned; at most so many columns as were asked for */
};

struct guide_lines {
	struct guide_line *items; /* owned */
	size_t count, cap;
};

/* The whole page as lines of at most that many columns (at least 24), the title first. To be freed. */
void guide_lay_out(const struct guide_page *page, int columns, struct guide_lines *lines);
void guide_lines_free(struct guide_lines *lines);

/* Columns of the names in a table of options laid out for so many; 0 where the options stand one after the other. */
int guide_name_columns(int columns);

#endif
