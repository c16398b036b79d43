/* SPDX-License-Identifier: MIT */
/*
 * How a person likes days and decimals written. Chosen once by the face that writes for them, as a locale is, and asked by
 * the few functions that turn a day or an amount into words; what other programs read never goes by it.
 */
#ifndef BASE_STYLE_H
#define BASE_STYLE_H

#include <stdbool.h>

enum date_style {
	DATES_DAY_MONTH, /* "Tue 24 Nov 2026", which is the usual */
	DATES_MONTH_DAY, /* "Tue Nov 24 2026" */
	DATES_ISO,       /* "Tue 2026-11-24" */
	DATES_COUNT
};

/* How a date typed in is meant: 11/12, say. */
enum typed_style {
	TYPED_CLEAR, /* not said: only what can be meant in one way is read */
	TYPED_DAY_MONTH,
	TYPED_MONTH_DAY,
	TYPED_ISO /* as 2026-11-24 only */
};

struct style {
	enum date_style dates;
	enum typed_style typed;
	bool comma; /* "2,5" */
};

/* From now on; before it is called all is as usual. */
void style_choose(struct style style);

struct style style_chosen(void);

/* The decimal mark of it: '.' or ','. */
char style_mark(void);

#endif
