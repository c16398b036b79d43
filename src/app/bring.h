/* SPDX-License-Identifier: MIT */
/*
 * Bringing many doses into the log at once, wherever they were read from: all as one change, or none.
 */
#ifndef APP_BRING_H
#define APP_BRING_H

#include "app/transfer.h"
#include "app_private.h"

struct bring {
	struct dose *doses; /* owned */
	size_t count;
	size_t cap;
	const char *what; /* "import": how the change is told */
	bool dry_run;     /* only count */
};

void bring_free(struct bring *bring);

/*
 * Makes each dose fit for the store and adds those that are not there yet; fills read, added, skipped, first and last.
 * ERR_INVALID names the first dose that does not fit (a time in the future among others).
 */
MUST_USE bool bring_all(struct app *app, struct bring *bring, struct import_result *result,
			struct err *err);

#endif
