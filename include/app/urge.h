/* SPDX-License-Identifier: MIT */
/*
 * Urges: what became of them, what set them off, what helped.
 */
#ifndef APP_URGE_H
#define APP_URGE_H

#include "app/app.h"
#include "engine/urges.h"

/* Text as typed; NULL where nothing was said. */
struct urge_request {
	const char *outcome; /* "rode-it-out", "took", "open" */
	const char *when;    /* when it began, as for a dose; else so long ago as it lasted */
	const char *minutes; /* "11"; how long it lasted */
	int32_t seconds;     /* the same from a timer, where minutes is NULL; 0 for nothing */
	const char *tags;    /* what set it off */
	const char *helped;
	const char *note;
};

struct urge_logged {
	struct urge urge; /* to be freed; with its id */
	char said[160];   /* as in struct logged */
};

/* Adds one. ERR_USAGE or ERR_INVALID names the text. */
MUST_USE bool app_urge_log(struct app *app, const struct urge_request *request,
			   struct urge_logged *logged, struct err *err);

/* Replaces what is not NULL. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_urge_edit(struct app *app, int64_t id, const struct urge_request *request,
			    struct urge_logged *logged, struct err *err);

/* One to look at, to be freed. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_urge_get(struct app *app, int64_t id, struct urge *urge, struct err *err);

struct urges {
	struct urge *items; /* owned; by time */
	size_t count, cap;
};

#define URGES_INIT                                                                                 \
	{                                                                                          \
		.items = NULL                                                                      \
	}

/* Those that count for the days from first to last, to be freed. */
MUST_USE bool app_urges(struct app *app, struct day first, struct day last, struct urges *urges,
			struct err *err);
void urges_free(struct urges *urges);

/* The same counted up, to be freed with urge_stats_free. */
MUST_USE bool app_urge_stats(struct app *app, struct day first, struct day last,
			     struct urge_stats *stats, struct err *err);

/* Adds "27 of 34 passed, median 11 min, most between 15 and 17 h (9 of 34)": what there is enough for. */
void urge_stats_tell(const struct urge_stats *stats, struct str *out);

/* "rode it out", "took some": how it ended, for a person; static. */
const char *urge_outcome_words(enum urge_outcome outcome);

/* Adds all of an urge: "urge, rode it out, 11 min; set off by stress; helped: a walk; NOTE". */
void urge_tell(const struct urge *urge, struct str *out);

/* Adds "11 min", "1 h 5 min": how long, to the minute, at least one. */
void urge_tell_lasted(int32_t seconds, struct str *out);

#endif
