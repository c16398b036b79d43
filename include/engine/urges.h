/* SPDX-License-Identifier: MIT */
/*
 * What the urges of a time say together: how many passed, how long they took, when they come, what set them off and
 * what helped. Where there are too few it says nothing rather than something weak. Every bound here is taper's own setting.
 */
#ifndef ENGINE_URGES_H
#define ENGINE_URGES_H

#include "engine/diary.h"

enum {
	URGES_MEDIAN_LEAST = 5, /* timed ones that passed, before a median is told */
	URGES_WORST_LEAST = 10, /* urges, before the hours they come at are told */
	URGES_WORD_LEAST = 3,   /* urges with one trigger, before it is counted up */
	URGES_WORST_HOURS = 2,
};

/* Urges with one trigger, or one thing that helped. */
struct urge_word {
	char *word; /* owned */
	int32_t count, passed, answered;
};

struct urge_words {
	struct urge_word *items; /* owned; the most frequent first */
	size_t count, cap;
};

struct urge_stats {
	int32_t total;
	int32_t answered;       /* whose outcome is known */
	int32_t passed;         /* ridden out */
	int32_t timed;          /* that passed and were timed */
	int32_t median_seconds; /* of these; 0 where they are too few */
	int worst_hour; /* from this hour on the wall for URGES_WORST_HOURS; -1 where none stands out */
	int32_t worst_count;
	struct urge_words triggers; /* every tag on its own */
	struct urge_words helped;   /* of those that passed */
};

#define URGE_STATS_INIT                                                                            \
	{                                                                                          \
		.worst_hour = -1                                                                   \
	}

/* To be freed. */
void urge_stats_of(const struct urge *urges, size_t count, struct urge_stats *stats);
/* Counts once more something that helped, beside an urge or without one. */
void urge_stats_helped(struct urge_stats *stats, const char *what);

void urge_stats_free(struct urge_stats *stats);

#endif
