/* SPDX-License-Identifier: MIT */
/*
 * The sources behind every figure that is shown (data/sources.yaml, format taper-sources/1). Plans, cautions and pages
 * name them by id. Does not know where the file is kept.
 */
#ifndef YAML_CONTENT_H
#define YAML_CONTENT_H

#include "base/problems.h"

#include <stdint.h>

enum { SOURCE_ID_SIZE = 48, SOURCE_TEXT_SIZE = 240, SOURCE_MAX = 200 };

/* How the source was seen by whoever wrote the entry. */
enum source_mark {
	SOURCE_READ,     /* in the source itself */
	SOURCE_REPORTED, /* in another text that reports it */
};

struct source {
	char id[SOURCE_ID_SIZE];      /* "cdc-2022" */
	char title[SOURCE_TEXT_SIZE]; /* who and what */
	char where[SOURCE_TEXT_SIZE]; /* journal, DOI, PMC number or address */
	int32_t year;                 /* 0 where none is known */
	enum source_mark mark;
};

struct sources {
	struct source *items; /* owned; in the order of the file */
	size_t count;
};

#define SOURCES_INIT                                                                               \
	{                                                                                          \
		.count = 0                                                                         \
	}

void sources_free(struct sources *sources);

/*
 * Reads the file. ERR_FORMAT with all mistakes in problems, none where it can't be opened. On success
 * *sources (which is overwritten) is to be freed.
 */
MUST_USE bool sources_read(const char *path, struct sources *sources, struct problems *problems,
			   struct err *err);

/* The source of that id, or NULL. Borrowed until sources_free. */
const struct source *sources_find(const struct sources *sources, const char *id);

#endif
