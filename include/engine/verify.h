/* SPDX-License-Identifier: MIT */
/*
 * Proofs of a schedule: each thing that must hold of every one, checked on this one from its numbers alone.
 */
#ifndef ENGINE_VERIFY_H
#define ENGINE_VERIFY_H

#include "engine/schedule.h"

enum proof_id {
	PROOF_FALLS,      /* no target is above the one before */
	PROOF_DOSES_FALL, /* no dose rises while the same slots are open */
	PROOF_ROUNDING, /* target is a multiple of the measure, ideal <= target < ideal + measure */
	PROOF_PARTS,    /* doses add up to the target and are whole measures */
	PROOF_CUTS,     /* no cut takes the amount below what was asked for */
	PROOF_DAYS,     /* levels follow one another without a gap */
	PROOF_GOAL,     /* the last level is the goal and has no end */
	PROOF_SAME,     /* laying the plan out again gives the same levels */
	PROOF_COUNT
};

struct proof {
	bool holds;
	char detail[160]; /* where it does not: what and when; else a figure worth knowing, or "" */
};

/* Fills proofs (PROOF_COUNT of them); returns true where all hold. The schedule has its steps and was laid out from plan with factor. */
bool schedule_verify(const struct plan *plan, const struct schedule *schedule, int32_t factor,
		     struct proof *proofs);

/* "falls", "doses-fall" …: stable words for JSON. */
const char *proof_name(enum proof_id id);

/* One sentence that says what is proved. */
const char *proof_text(enum proof_id id);

#endif
