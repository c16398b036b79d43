/* SPDX-License-Identifier: MIT */
/*
 * What the tests of changes to a plan share: starting one, changing it, and looking at its days.
 */
#ifndef TESTS_REVISE_KIT_H
#define TESTS_REVISE_KIT_H

#include "engine/revise.h"
#include "support.h"

struct revise_ask revise_ask_of(enum revision_kind kind, struct day today, bool begun);

/* In nano-units; -1 where no plan was in use. */
int64_t revise_target_on(const struct course *course, struct day day);

void revise_add_start(struct course *course, const struct plan *plan, int64_t from_milli,
		      struct day first);

/* Makes a change and fails the test where it is refused. */
void revise_made(struct course *course, const struct plan *plan, const struct revise_ask *ask);

/* A hold made on a day that has begun; 0 days until resumed. */
void revise_hold(struct course *course, const struct plan *plan, struct day today, int32_t days);

/* The plan of that day as a whole, to be freed. */
struct schedule revise_whole_of(const struct course *course, struct day day);

#endif
