/* SPDX-License-Identifier: MIT */
/*
 * Bringing many doses into the log at once, wherever they were read from: all as one change, or none. They are read twice: to
 * look at them all before anything is changed, and to add them; never are all of them in memory.
 */
#ifndef APP_BRING_H
#define APP_BRING_H

#include "app/transfer.h"
#include "app_private.h"

/* Reading from the beginning: begin, next until it is false, end (also where begin was false). */
struct bring_from {
	/* Entries that can't be read go to problems, borrowed until end. */
	bool (*begin)(void *context, struct problems *problems, struct err *err);
	/* A valid entry, borrowed until the next call, and its line; false at the end, or with err filled. */
	bool (*next)(void *context, struct record *record, int *line, struct err *err);
	void (*end)(void *context);
	/* Adds where the last entry stands beyond its line; NULL where the line says it. */
	void (*place)(void *context, struct str *out);
	/* How many entries could not be read; NULL where they are the lines of the problems. */
	int64_t (*bad)(void *context);
	void *context;
};

struct bring {
	struct bring_from from;
	const char *verb;    /* "import": how the change is told */
	const char *way_out; /* what can be done about bad lines besides mending, or "" */
	bool dry_run;        /* only count */
	bool skip_bad;       /* add what can be read even where some lines can't */
	bool exact; /* the log of another taper, in which days may hold what log refuses; set by begin at the latest */
};

/*
 * Adds the entries that are not there yet; fills what result counts of them, first, last and the products. ERR_FORMAT where a
 * line is bad (can't be read, is in the future, says "none" of a day with doses): each is in problems.
 */
MUST_USE bool bring_all(struct app *app, const struct bring *bring, struct import_result *result,
			struct problems *problems, struct err *err);

#endif
