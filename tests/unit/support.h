/* SPDX-License-Identifier: MIT */
/*
 * What the tests of the engine share: short ways to write dates, amounts and plans, and a seeded generator, so that a
 * run that found something can be run again. Knows no expected result.
 */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include "engine/schedule.h"

#include <stdint.h>

struct random {
	uint64_t state;
};

/* SEED from the environment, else fallback; printed, so that a failing run can be repeated. */
struct random random_seeded(const char *what, uint64_t fallback);

uint64_t random_next(struct random *random);

/* low to high, both included. */
int64_t random_between(struct random *random, int64_t low, int64_t high);

/* True about once in so many times. */
bool random_once_in(struct random *random, int64_t times);

struct day ymd(int32_t year, int32_t month, int32_t mday);
struct amount milli(int64_t milli);

/* An empty plan in a unit with a measure in milli-units, of so many nameless doses with equal shares, goal 0. */
struct plan plan_with(enum unit unit, int64_t measure, size_t slots);

/* Each adds one phase; amounts in milli-units, rates in basis points. */
void plan_stay(struct plan *plan, int32_t days);
void plan_cut_current(struct plan *plan, int32_t bp, int32_t every, int64_t until);
void plan_cut_start(struct plan *plan, int32_t bp, int32_t every, int64_t until);
void plan_cut_fixed(struct plan *plan, int64_t cut, int32_t every, int64_t until);
void plan_curve(struct plan *plan, int32_t half, int32_t steps, int32_t cap, int32_t every,
		int64_t until);

/* A written level: an amount in milli-units and its days. */
struct rung {
	int64_t milli;
	int32_t days;
};

/* One phase of written levels without doses. */
void plan_levels(struct plan *plan, const struct rung *rungs, size_t count);

/* Lays the plan out from an amount in milli-units and fails the test where that does not work. */
struct schedule laid_out(const struct plan *plan, int64_t from, struct day first);

#endif
