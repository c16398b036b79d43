/* SPDX-License-Identifier: MIT */
/*
 * Which days a person asks for: --from, --to, --last. Knows the options' texts; nothing of what is looked up.
 */
#ifndef PERIOD_H
#define PERIOD_H

#include "engine/day.h"

struct period {
	struct day first, last;
	bool open;  /* nothing says where it begins */
	bool whole; /* said in weeks or months */
};

/*
 * Texts as typed, or NULL; without any of them the last 30 days to today. last is "30d", "8w", "6m". ERR_USAGE or
 * ERR_INVALID names what can't be.
 */
MUST_USE bool period_read(const char *from, const char *to, const char *last, struct day today,
			  struct period *period, struct err *err);

#endif
