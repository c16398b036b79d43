/* SPDX-License-Identifier: MIT */
/*
 * Logs of taper and of other programs, read entry by entry: one reader a format, found by its name or by what is in the file.
 * Nothing is guessed: an amount whose unit is named nowhere, and a medicine nobody asked for, are no entries. Knows the
 * formats; does not know the store, the clock or files.
 */
#ifndef EXPORT_ENTRIES_H
#define EXPORT_ENTRIES_H

#include "base/feed.h"
#include "base/problems.h"
#include "engine/record.h"

struct csv_layout;

enum { ENTRIES_OTHERS_MAX = 8, ENTRIES_NAME_SIZE = 64 };

/* What is read from, all borrowed as long as it is read. */
struct entries_source {
	/* Gives a feed from the beginning; the one before is not used any more. */
	bool (*begin)(void *context, struct feed *feed, struct err *err);
	/* Of amounts whose unit is named nowhere, as a person said; UNIT_NONE: nobody did. */
	enum unit unit;
	enum unit usual_unit;      /* of a table of taper's own kind */
	const char *usual_product; /* where none is named; NULL: leaf */
	const struct csv_layout
		*layout;  /* of a table, as a person said it; NULL: as its header says */
	const char *only; /* the medicine or substance that is meant; NULL: kratom */
	/* Places a local time, in minutes on the wall: gives the offset. */
	bool (*local_time)(void *context, int64_t wall, int16_t *utc_offset, struct err *err);
	/* The offset here at a moment. */
	int16_t (*offset_at)(void *context, int64_t utc);
	/* Takes a file of the person's own that is beside the entries; NULL: they are passed over. */
	bool (*file)(void *context, const char *name, const char *text, struct err *err);
	void *context; /* handed to all of them */
};

/* A name that was passed over, and how often. */
struct entries_other {
	char name[ENTRIES_NAME_SIZE];
	int64_t count;
};

/* What was left aside on purpose. */
struct entries_aside {
	struct entries_other others[ENTRIES_OTHERS_MAX]; /* other substances; the rest of them in */
	size_t other_count;
	int64_t more;      /* entries of others beyond these */
	int64_t not_taken; /* reminders that were skipped, doses of other people */
	int64_t rounded;   /* amounts taken, with more than three decimals */
};

struct entries_format;

struct entries {
	const struct entries_format *format;
	struct entries_source source;
	struct problems *problems;  /* borrowed */
	struct entries_aside aside; /* so far */
	int64_t bad;                /* entries that can't be read, so far */
	bool own;                   /* taper wrote it */
	void *state;                /* the format's own */
};

/* One way of writing a log. */
struct entries_format {
	const char *name;  /* "herbal-tracker" */
	const char *title; /* "Herbal Tracker+" */
	bool json;         /* the document begins as JSON does */
	bool (*open)(struct entries *entries, struct err *err);
	/* Valid, its texts borrowed until the next; false at the end, or with err filled. */
	bool (*next)(struct entries *entries, struct record *record, int *line, struct err *err);
	/* Adds where the entry last read stands beyond its line: "doses[3]"; NULL where the line says it all. */
	void (*place)(const struct entries *entries, struct str *out);
	void (*close)(struct entries *entries);
};

/* The format of that name for a document that begins so; ERR_USAGE names those there are. */
MUST_USE bool entries_named(const char *name, bool json, const struct entries_format **format,
			    struct err *err);

/* Whether a document, from its beginning, begins as JSON does. */
MUST_USE bool entries_is_json(struct feed feed, bool *json, struct err *err);

/* What a document is, from its beginning. ERR_FORMAT where it is JSON of no format known; a table that is nothing else is csv. */
MUST_USE bool entries_detect(struct feed feed, bool json, const struct entries_format **format,
			     struct err *err);

/* Begins; every entry that can't be read goes to problems. To be closed, also where it failed. */
MUST_USE bool entries_open(const struct entries_format *format, const struct entries_source *source,
			   struct problems *problems, struct entries *entries, struct err *err);
void entries_close(struct entries *entries);

/* As entries_format's next. */
MUST_USE bool entries_next(struct entries *entries, struct record *record, int *line,
			   struct err *err);

#endif
