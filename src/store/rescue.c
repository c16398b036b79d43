/* SPDX-License-Identifier: MIT */
#include "store/care.h"

#include <stdlib.h>

#include "place.h"
#include "rescue_locked.h"
#include "rescue_plain.h"
#include "sealed_at.h"

bool store_rescue(const struct store_rescue *asked, struct store_rescued *rescued, struct err *err)
{
	struct salvaged best = {.doses = 0};
	char *resolved = NULL, *aside = NULL;
	bool lock = false, ok = place_find(asked->path, &resolved, err);

	if (ok && (sealed_is(resolved) || sealed_was(resolved)))
		ok = rescue_locked(asked, resolved, &best, &lock, &aside, err);
	else if (ok)
		ok = rescue_plain(asked, resolved, &best, &aside, err);
	free(resolved);
	if (ok)
		*rescued = (struct store_rescued){
			.aside = aside,
			.lock = lock,
			.doses = best.doses,
			.partial = best.partial,
			.plans = best.plans,
			.diary = best.diary,
			.changes = best.changes,
			.lost = best.lost,
		};
	return ok;
}
