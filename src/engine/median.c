/* SPDX-License-Identifier: MIT */
#include "median.h"

#include <stdlib.h>

static int compare_int64(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

int64_t median(int64_t *numbers, size_t count, int64_t step)
{
	int64_t sum;

	qsort(numbers, count, sizeof(*numbers), compare_int64);
	if (count % 2 == 1)
		return numbers[count / 2];
	sum = numbers[count / 2 - 1] + numbers[count / 2];
	return (sum + step) / (2 * step) * step;
}
