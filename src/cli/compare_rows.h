/* SPDX-License-Identifier: MIT */
/*
 * What is told of each plan, a row each: a table that the drawing walks. A new row is one line in it.
 */
#ifndef COMPARE_ROWS_H
#define COMPARE_ROWS_H

#include "compare.h"

struct compare_row {
	const char *name;
	bool (*shown)(const struct compare *compare);

	/* Adds the cell; lines are parted by line breaks, nothing stands for a dash. */
	void (*cell)(const struct candidate *candidate, const struct looks *looks, struct str *out);
	bool replay; /* belongs to the second half, over the log */
};

/* Ends with a name of NULL. */
extern const struct compare_row compare_rows[];

/* True where it can't be said once for all plans that are laid out (at least one). */
bool compare_starts_differ(const struct compare *compare);
bool compare_measures_differ(const struct compare *compare);
bool compare_replays_differ(const struct compare *compare);

#endif
