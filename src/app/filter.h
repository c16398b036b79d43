/* SPDX-License-Identifier: MIT */
/*
 * Words that say which doses are meant. Knows how they are written and whether a dose fits; does not know the log.
 */
#ifndef APP_FILTER_H
#define APP_FILTER_H

#include "engine/dose.h"
#include "store/sift.h"

enum { FILTER_MAX = 32 };

enum filter_kind {
	FILTER_TAG,
	FILTER_PRODUCT,
	FILTER_NOTE,
	FILTER_TEXT,
	FILTER_AMOUNT,
	FILTER_MONTH
};
enum filter_compare {
	COMPARE_ABOVE,
	COMPARE_AT_LEAST,
	COMPARE_BELOW,
	COMPARE_AT_MOST,
	COMPARE_EQUAL
};

struct filter_term {
	enum filter_kind kind;
	bool out;         /* what fits is left out */
	const char *text; /* borrowed from the words */
	enum filter_compare compare;
	struct amount amount;
	enum unit unit;      /* UNIT_NONE: any */
	int32_t month, year; /* 1 to 12; a year of 0 is any */
};

struct filter {
	struct filter_term terms[FILTER_MAX];
	size_t count;
};

/* Reads words (see struct history_request) without keeping a copy of them. ERR_USAGE or ERR_INVALID names the word. */
MUST_USE bool filter_read(const char *const *words, size_t count, struct filter *filter,
			  struct err *err);

/* Brings the days asked for closer together where a month of one year is named. */
void filter_narrow(const struct filter *filter, struct day *first, struct day *last);

/* Says in sift what the store can pass over without a look at the whole dose; its texts are borrowed from texts. */
struct filter_texts {
	char tag[DOSE_TAGS_MAX + 1], product[DOSE_PRODUCT_SIZE];
};
void filter_sift(const struct filter *filter, struct filter_texts *texts, struct sift *sift);

/* True where the dose, which counts for a day, fits all of it. */
bool filter_fits(const struct filter *filter, const struct dose *dose, struct day day);

#endif
