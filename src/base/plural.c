/* SPDX-License-Identifier: MIT */
#include "base/plural.h"

const char *plural_of(int64_t count, const char *one, const char *many)
{
	return count == 1 ? one : many;
}
