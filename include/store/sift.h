/* SPDX-License-Identifier: MIT */
/*
 * Walks over some of the doses: those that fit are found by the indexes, and a walk can be taken in parts, so that whoever looks
 * at them may take their time.
 */
#ifndef STORE_SIFT_H
#define STORE_SIFT_H

#include "store/store.h"

/* Which doses are looked at: all that fit are among them, others may be too. */
struct sift {
	struct span span;
	int64_t least_milli, most_milli; /* the amount */
	const char *tag;                 /* part of its tags, in lower case; NULL: any */
	const char *product;             /* in lower case; NULL: any */
	enum unit other_than;            /* not of this unit; UNIT_NONE: of any */
};

/* All doses of a span. */
struct sift sift_all(struct span span);

/*
 * As store_dose_walk. In parts, nothing is held while visit is at work: other programs write meanwhile, and what they move may
 * be met twice or not at all.
 */
MUST_USE bool store_dose_sift(struct store *store, const struct sift *sift, bool in_parts,
			      dose_visit *visit, void *context, struct err *err);

#endif
