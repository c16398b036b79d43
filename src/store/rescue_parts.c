/* SPDX-License-Identifier: MIT */
#include "rescue_parts.h"

#include "swap.h"

const struct rescue_model rescue_models[FIRST_COUNT] = {
	[FIRST_MADE] = {0, false},
	[FIRST_COPIED] = {0, true},
	[FIRST_OLD_MADE] = {1, false},
	[FIRST_OLD_COPIED] = {1, true},
};

bool rescue_put(const struct store_rescue *asked, const char *path, const struct stat *seen,
		const char *part, char **aside, struct err *err)
{
	const struct swap swap = {.path = path,
				  .part = part,
				  .backups = asked->backups,
				  .word = "damaged",
				  .today = asked->today,
				  .seen = seen};

	return swap_in(&swap, aside, err);
}
