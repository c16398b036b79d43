/* SPDX-License-Identifier: MIT */
/*
 * Looking back: days and doses as they were, against the targets of their time.
 */
#ifndef APP_HISTORY_H
#define APP_HISTORY_H

#include "app/app.h"
#include "engine/baseline.h"
#include "engine/dose.h"

/* Doses of a day in another unit, which no total counts. */
struct history_other {
	char product[DOSE_PRODUCT_SIZE];
	enum unit unit;
	struct amount taken;
	int32_t doses; /* those of 0 too */
};

struct history_day {
	struct day_total total; /* of the plan's unit, or the usual one */
	struct amount target;
	enum day_status status;
	int16_t checkin; /* mean of its check-in in hundredths of a point; -1 for none */
	bool has_target;
	size_t tags;                  /* where they begin, 0 for none: see history_tags */
	struct history_other *others; /* owned; in the order they came */
	size_t other_count;
};

struct history_days {
	struct history_day *days; /* owned; oldest first, days without an entry included */
	struct str tags;          /* of all the days, parted by zeros */
	size_t count;
	enum unit unit;
	int decimals;
	size_t left_out; /* doses of another unit, which are not added up */
};

#define HISTORY_DAYS_INIT                                                                          \
	{                                                                                          \
		.days = NULL, .tags = STR_INIT                                                     \
	}

/* Every day from first to last, to be freed. */
MUST_USE bool app_history_days(struct app *app, struct day first, struct day last,
			       struct history_days *history, struct err *err);

void history_days_free(struct history_days *history);

/* Every tag of one of the days once, "" for none. Borrowed. */
const char *history_tags(const struct history_days *history, const struct history_day *day);

struct history_doses {
	struct dose *doses; /* owned; by time */
	size_t count;
};

#define HISTORY_DOSES_INIT                                                                         \
	{                                                                                          \
		.doses = NULL                                                                      \
	}

/* Every dose that counts for the days from first to last, to be freed. */
MUST_USE bool app_history_doses(struct app *app, struct day first, struct day last,
				struct history_doses *history, struct err *err);

void history_doses_free(struct history_doses *history);

/*
 * Which doses to look for: words as typed, all of which have to fit. tag:stress, product:leaf, note:call; >3g, >=3, <1g,
 * <=1, =2.5, over:3g, under:1g; oct, "oct 2026", 2026-10; anything else is looked for in notes and tags. A minus
 * sign before it (-tag:work) leaves out what fits.
 */
struct history_request {
	struct day first, last;
	const char *const *words; /* borrowed for the call */
	size_t word_count;
};

/* What is done with each dose, borrowed until it returns. false ends it: with err filled it did not work, without it did. */
typedef bool history_visit(void *context, const struct dose *dose, struct err *err);

/*
 * Visits the doses that fit, however many, by time; no more than a part of them is in memory. visit is quick (other programs wait
 * for it), or may take its time where at_leisure is set; then what is changed meanwhile may be met twice or not at all.
 * ERR_USAGE or ERR_INVALID names the word that can't be read.
 */
MUST_USE bool app_history_each(struct app *app, const struct history_request *request,
			       bool at_leisure, history_visit *visit, void *context,
			       struct err *err);

/* The doses that fit, to be freed. ERR_USAGE or ERR_INVALID names the word that can't be read. */
MUST_USE bool app_history_find(struct app *app, const struct history_request *request,
			       struct history_doses *history, struct err *err);

/*
 * The same by day, to be freed: only days with such a dose, only these doses added up, no targets. In the usual unit, or
 * where no dose has it in that of the first.
 */
MUST_USE bool app_history_find_days(struct app *app, const struct history_request *request,
				    struct history_days *history, struct err *err);

enum history_by { HISTORY_BY_WEEK, HISTORY_BY_MONTH };

/* The first day of the week (a Monday) or month a day lies in, and of the one after it. */
struct day history_span_begins(enum history_by by, struct day day);
struct day history_span_after(enum history_by by, struct day day);

/* A week or a month, or the part of it that was asked for. */
struct history_span {
	struct day first, last;
	struct amount total; /* with today's, which no figure below counts */
	int32_t doses;       /* likewise */
	int32_t days;        /* complete ones with an entry */
	struct amount mean;  /* of these, rounded half up to a milli-unit; 0 where there are none */
	int32_t day_doses;   /* in these */
	int32_t at_or_below; /* of counted, complete days with an entry and a target */
	int32_t counted;
};

struct history_spans {
	struct history_span
		*spans; /* owned; oldest first; where doses were looked for only those with one */
	size_t count;
	enum unit unit;
	int decimals;
	size_t left_out; /* as in struct history_days */
	bool has_today;  /* the last one holds today, which has an entry */
};

#define HISTORY_SPANS_INIT                                                                         \
	{                                                                                          \
		.spans = NULL                                                                      \
	}

/* The days, or with words the doses that fit, by week or month; to be freed. */
MUST_USE bool app_history_spans(struct app *app, const struct history_request *request,
				enum history_by by, struct history_spans *history, struct err *err);
void history_spans_free(struct history_spans *history);

/* First and last day that has an entry; *any false where there is none. */
MUST_USE bool app_history_range(struct app *app, bool *any, struct day *first, struct day *last,
				struct err *err);

/* What the log says of the last days, in the usual unit. */
MUST_USE bool app_baseline(struct app *app, struct baseline *baseline, enum unit *unit,
			   struct err *err);

#endif
