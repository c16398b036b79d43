/* SPDX-License-Identifier: MIT */
/*
 * Where help is: the help lines of a country, and groups of people who help one another. Values and looking them up;
 * does not know where they are kept, nor which country a person is in.
 */
#ifndef ENGINE_SUPPORT_H
#define ENGINE_SUPPORT_H

#include "base/str.h"

#include <stddef.h>

enum {
	SUPPORT_ID_SIZE = 48,
	SUPPORT_NAME_SIZE = 80,
	SUPPORT_NUMBER_SIZE = 48,
	SUPPORT_TEXT_SIZE = 240,
	SUPPORT_ALSO_SIZE = 1000,
	SUPPORT_CODE_SIZE = 4,
	SUPPORT_LINE_MAX = 40,
	SUPPORT_COUNTRY_MAX = 100,
	SUPPORT_GROUP_MAX = 40,
};

/* The code of the entry that serves where no country is known. */
#define SUPPORT_ANYWHERE "ANY"

enum line_kind {
	LINE_EMERGENCY, /* the first of every country */
	LINE_CRISIS,    /* somebody to talk to, now */
	LINE_DRUGS,     /* about kratom and other substances */
	LINE_POISON,
	LINE_ALONE, /* stays on the line while somebody takes something */
	LINE_FIND,  /* finds treatment, or other lines */
	LINE_KIND_COUNT
};

/* All texts are one line; "" for what is not known. */
struct help_line {
	char id[SUPPORT_ID_SIZE]; /* "us-988" */
	enum line_kind kind;
	char name[SUPPORT_NAME_SIZE];
	char region[SUPPORT_NAME_SIZE];    /* the part of the country it serves; "" for all of it */
	char number[SUPPORT_NUMBER_SIZE];  /* as a person dials it */
	char text[SUPPORT_NAME_SIZE];      /* how to write: "HOME to 741741" */
	char web[SUPPORT_NAME_SIZE];       /* "findtreatment.gov" */
	char hours[SUPPORT_NAME_SIZE];     /* "24 hours, every day" */
	char cost[SUPPORT_NAME_SIZE];      /* "free" */
	char about[SUPPORT_TEXT_SIZE];     /* what it is */
	char source[SUPPORT_ID_SIZE];      /* an id of data/sources.yaml */
	char checked[SUPPORT_NUMBER_SIZE]; /* when the source looked: "2026-10-05", "2026-06" */
};

struct help_country {
	char code[SUPPORT_CODE_SIZE]; /* ISO 3166, two letters; or "EU", or SUPPORT_ANYWHERE */
	char name[SUPPORT_NAME_SIZE];
	char also[SUPPORT_ALSO_SIZE]; /* other names and codes it serves, parted by commas */
	struct help_line *lines;      /* owned */
	size_t line_count;
};

struct peer_group {
	char id[SUPPORT_ID_SIZE];
	char name[SUPPORT_NAME_SIZE];
	char web[SUPPORT_NAME_SIZE];
	char country[SUPPORT_CODE_SIZE]; /* "" for anywhere */
	char about[SUPPORT_TEXT_SIZE];
	char source[SUPPORT_ID_SIZE];
	char checked[SUPPORT_NUMBER_SIZE];
};

struct help_lines {
	struct help_country *countries; /* owned; in the order of the file */
	size_t country_count;
	struct peer_group *groups; /* owned */
	size_t group_count;
};

#define HELP_LINES_INIT                                                                            \
	{                                                                                          \
		.countries = NULL                                                                  \
	}

void help_lines_free(struct help_lines *lines);

/* "crisis": the word of a kind in files and JSON. */
const char *line_kind_word(enum line_kind kind);

/* "For a crisis": the kind as a person reads it. */
const char *line_kind_title(enum line_kind kind);

/*
 * The country of a code or a name, whatever its capitals ("de", "Germany", "uk"), or NULL. A code or name that another
 * entry serves finds that entry. Borrowed from lines.
 */
const struct help_country *help_country_find(const struct help_lines *lines, const char *text);

/* The name most like text, or NULL. Borrowed from lines. */
const char *help_country_nearest(const struct help_lines *lines, const char *text);

/* How a person reaches a line: its number, or else what to write, or where to look. Borrowed from the line. */
const char *help_line_reach(const struct help_line *line);

/* Adds its name: "Bavaria: Crisis line, a text message". */
void help_line_add_name(const struct help_line *line, struct str *out);

/* Adds what there is to say of it beside its name, how to reach it and what it is about: "24 hours, every day; free". */
void help_line_add_facts(const struct help_line *line, struct str *out);

/* True where the group meets in that country, or anywhere. */
bool peer_group_serves(const struct peer_group *group, const char *code);

#endif
