/* SPDX-License-Identifier: MIT */
/*
 * The table of phase kinds: one row each, with what is different about it. schedule.c walks it; a new kind is a new
 * row, a new function here, and a new form in yaml/planfile.
 */
#ifndef ENGINE_PHASE_H
#define ENGINE_PHASE_H

#include "engine/plan.h"

/* Where a schedule stands while it is laid out. */
struct phase_walk {
	struct amount start;       /* A0 */
	struct amount phase_start; /* unrounded amount at which this phase began */
	struct amount ideal;       /* unrounded present amount */
	size_t turn;               /* turns of this phase so far */
	int32_t factor;            /* all cuts × factor/10 000 */
};

/* What one turn of a phase makes of it. */
struct phase_turn {
	struct amount asked; /* what the rule takes off */
	struct amount ideal;
	int32_t days;
};

struct phase_class {
	const char *key;                                               /* as in a plan file */
	bool (*over)(const struct phase *, const struct phase_walk *); /* nothing more to do */
	struct phase_turn (*turn)(const struct phase *, const struct phase_walk *);
	bool (*valid)(const struct phase *, const struct plan *, struct err *);
	void (*describe)(const struct phase *, enum unit, struct str *);
};

/* The row of a kind; static. */
const struct phase_class *phase_class_of(enum phase_kind kind);

/* Where the phase ends, for a starting amount. */
struct amount phase_until(const struct phase *phase, struct amount start);

#endif
