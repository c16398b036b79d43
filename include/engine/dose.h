/* SPDX-License-Identifier: MIT */
/*
 * One entry of the dose log. Stored as UTC seconds with the offset of that moment, so that totals use the time on
 * the wall and "hours since" is right across clock changes and travel.
 */
#ifndef ENGINE_DOSE_H
#define ENGINE_DOSE_H

#include "engine/amount.h"
#include "engine/moment.h"

enum { DOSE_PRODUCT_SIZE = 48, DOSE_TAGS_MAX = 200, DOSE_NOTE_MAX = 2000 };

struct dose {
	int64_t id;           /* short and stable; 0 before it is stored */
	int64_t utc;          /* seconds */
	int16_t utc_offset;   /* minutes east */
	struct amount amount; /* whole milli-units; 0 says "none today" */
	enum unit unit;
	char product[DOSE_PRODUCT_SIZE]; /* "leaf" */
	char *tags; /* owned; words parted by one blank; never NULL in a stored dose, "" for none */
	char *note; /* owned; likewise */
};

#define DOSE_INIT                                                                                  \
	{                                                                                          \
		.tags = NULL                                                                       \
	}
#define DOSE_DEFAULT_PRODUCT "leaf"

void dose_free(struct dose *dose);

/* A copy that owns its own texts; *to is overwritten, not freed. */
void dose_copy(struct dose *to, const struct dose *from);

/* Minutes on the wall since 1970-01-01 00:00. */
int64_t dose_wall(const struct dose *dose);

/* The time on the wall. */
struct moment dose_moment(const struct dose *dose);

/* Same moment, amount, unit and product: the same entry, as import sees it. */
bool dose_same(const struct dose *a, const struct dose *b);

/*
 * Proves ranges, lengths and valid UTF-8, and makes tags one blank apart ("stress, work" -> "stress work").
 * ERR_INVALID names the field.
 */
MUST_USE bool dose_valid(struct dose *dose, struct err *err);

#endif
