/* SPDX-License-Identifier: MIT */
#include "ranges.h"

/* Some seconds of looking for what is not there. */
enum { TROUBLE_MAX = 2000000 };

/*
 * Reads until the end or an error. A damaged tree may lead round in a circle, so keys that go back
 * are an error too. *next is where to go on: at the last key again, for it may have several rows.
 */
static bool read_run(struct range_read *read, int64_t high, int64_t *next)
{
	int result;

	sqlite3_bind_int64(read->stmt, 1, *next);
	sqlite3_bind_int64(read->stmt, 2, high);
	while ((result = sqlite3_step(read->stmt)) == SQLITE_ROW) {
		int64_t key = sqlite3_column_int64(read->stmt, 0);

		if (key < *next || key > high)
			break;
		*next = key;
		if (!read->row(read->context, read->stmt)) {
			read->stopped = true;
			break;
		}
	}
	sqlite3_reset(read->stmt);
	return result == SQLITE_DONE;
}

void range_read(struct range_read *read, int64_t low, int64_t high)
{
	while (!read->stopped && low <= high && !read_run(read, high, &low)) {
		int64_t middle = low + (high - low) / 2;

		if (++read->trouble > TROUBLE_MAX)
			read->stopped = true;
		if (low == high)
			return;
		range_read(read, low, middle);
		low = middle + 1;
	}
}
