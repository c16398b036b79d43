/* SPDX-License-Identifier: MIT */
/*
 * How a person likes days and decimals written. Chosen once by the face that writes for them, as a locale is, and asked by
 * the few functions that turn a day or an amount into words; what other programs read never goes by it.
 */
#ifndef BASE_STYLE_H
#define BASE_STYLE_H

#include <stdbool.h>

#include "base/style.h"

enum date_style {
	DATES_DAY_MONTH, /* "Tue 24 Nov 2026", which is the usual */
	DATES_MONTH_DAY, /* "Tue Nov 24 2026" */
	DATES_ISO,       /* "Tue 2026-11-24" */
	DATES_COUNT
};

struct style {
	enum date_style dates;
	bool comma; /* "2,5" */
};

/* From now on; before it is called all is as usual. */
void style_choose(struct style style);

struct style style_chosen(void);

/* The decimal mark of it: '.' or ','. */
char style_mark(void);

#endif
