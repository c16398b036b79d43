/* SPDX-License-Identifier: MIT */
/*
 * What a person does a little of each day, counted: on how many of the last days, never as a streak. Pure arithmetic; does
 * not know where the days are kept.
 */
#ifndef ENGINE_PRACTICE_H
#define ENGINE_PRACTICE_H

#include "engine/day.h"
#include "engine/own.h"

enum { PRACTICE_DAYS = 14 };

struct practice {
	char name[OWN_HEAD_SIZE];
	char note[OWN_TEXT_SIZE];
	bool done[PRACTICE_DAYS]; /* the last one is today */
};

struct practices {
	struct practice *items; /* owned; in the person's order */
	size_t count;
};

#define PRACTICES_INIT                                                                             \
	{                                                                                          \
		.items = NULL                                                                      \
	}

/* One of each practice of the plan, with nothing done. To be freed. */
void practices_of(const struct own_plan *plan, struct practices *practices);
void practices_free(struct practices *practices);

/* Marks a day on which it was done; a name that is none, and days before the last ones, are passed over. */
void practices_mark(struct practices *practices, const char *name, struct day day,
		    struct day today);

/* By its name whatever its capitals, or the number it stands at; NULL where there is none. Borrowed. */
const struct practice *practices_find(const struct practices *practices, const char *text);

bool practice_today(const struct practice *practice);

/* On how many of the last days. */
int practice_count(const struct practice *practice);

/* Adds "9 of the last 14 days". */
void practice_tell(const struct practice *practice, struct str *out);

#endif
