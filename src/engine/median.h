/* SPDX-License-Identifier: MIT */
/*
 * The one in the middle.
 */
#ifndef MEDIAN_H
#define MEDIAN_H

#include <stddef.h>
#include <stdint.h>

/* Of at least one number, which are put in order; between two in the middle, rounded half up to a step. */
int64_t median(int64_t *numbers, size_t count, int64_t step);

#endif
