/* SPDX-License-Identifier: MIT */
/*
 * Exact amounts and percentages. An amount is a whole number of nano-units (10^-9 of the plan's unit); doses
 * and targets are whole milli-units. There is no conversion between units, and nothing here is ever a float.
 */
#ifndef ENGINE_AMOUNT_H
#define ENGINE_AMOUNT_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct amount {
	int64_t nano;
};

struct rate {
	int32_t bp; /* basis points: 5 % is 500 */
};

enum unit { UNIT_NONE, UNIT_GRAM, UNIT_CAPSULE, UNIT_ML, UNIT_TABLET, UNIT_MG, UNIT_COUNT };

enum { AMOUNT_TEXT_SIZE = 32, RATE_WHOLE = 10000 };

#define AMOUNT_UNIT INT64_C(1000000000)
#define AMOUNT_MILLI INT64_C(1000000)
#define AMOUNT_MAX (10000 * AMOUNT_UNIT)

/* Whole milli-units (0 to 10 000 000) to an amount and back; the way back expects a whole number of them. */
struct amount amount_from_milli(int64_t milli);
int64_t amount_milli(struct amount amount);

/*
 * Reads "2.5 g", "2,5g", "2.5", "5 caps": both decimal marks whatever the locale, no thousands marks, no sign, at
 * most three decimals, 0 to 10 000. *unit is UNIT_NONE where none is named. ERR_INVALID names the text and what was expected.
 */
MUST_USE bool amount_read(const char *text, struct amount *amount, enum unit *unit,
			  struct err *err);

/* The same, where a unit that is named has to be the expected one. */
MUST_USE bool amount_read_in(const char *text, enum unit expected, struct amount *amount,
			     struct err *err);

/* Reads "5 %", "7.5%", "0,25 %": up to two decimals, above 0 to 100 %. The sign is required. */
MUST_USE bool rate_read(const char *text, struct rate *rate, struct err *err);

/* "2.5", as many decimals as are needed, at most nine. buf holds AMOUNT_TEXT_SIZE. Returns buf. These go by base/style.h. */
const char *amount_text(struct amount amount, char *buf);

/* "2.50": exactly so many decimals (0 to 9), the rest rounded half up. buf holds AMOUNT_TEXT_SIZE. Returns buf. */
const char *amount_fixed(struct amount amount, int decimals, char *buf);

/* "2.5 g", "5 capsules". buf holds AMOUNT_TEXT_SIZE. Returns buf. */
const char *amount_with_unit(struct amount amount, enum unit unit, char *buf);

/* "2.50 g": amount_fixed with its unit. buf holds AMOUNT_TEXT_SIZE. Returns buf. */
const char *amount_fixed_with_unit(struct amount amount, int decimals, enum unit unit, char *buf);

/* The same at the end of a text: with a unit, or UNIT_NONE; without one at the right of so many columns, or wider. */
void amount_add_fixed(struct str *out, struct amount amount, int decimals, enum unit unit);
void amount_add_right(struct str *out, struct amount amount, int decimals, size_t columns);

/* The same for files and other programs: a dot always, whatever a person likes. */
const char *amount_plain(struct amount amount, char *buf);
const char *amount_plain_with_unit(struct amount amount, enum unit unit, char *buf);
const char *rate_plain(struct rate rate, char *buf);

/* "7.5 %". buf holds AMOUNT_TEXT_SIZE. Returns buf. */
const char *rate_text(struct rate rate, char *buf);

/* Decimals a column of multiples of measure needs: 0.1 -> 1, 0.25 -> 2, 15 -> 0. */
int amount_decimals(struct amount measure);

/* At least so many decimals, more (up to three) where the amount would be rounded otherwise. */
int amount_decimals_for(int least, struct amount amount);

/* To the multiple of measure (above zero) at or below, at or above. */
struct amount amount_round_down(struct amount amount, struct amount measure);
struct amount amount_round_up(struct amount amount, struct amount measure);

/* part/whole in basis points, rounded half up; whole above zero. */
struct rate amount_ratio(struct amount part, struct amount whole);

/* The unit a word names ("g", "grams", "caps", "ml", "tablet", "mg"), or UNIT_NONE. */
enum unit unit_from_text(const char *text);

/* The word plan files, CSV and JSON use: "g", "capsule", "ml", "tablet", "mg". */
const char *unit_name(enum unit unit);

/* The word a person reads for more than one: "g", "capsules", "ml", "tablets", "mg". */
const char *unit_many(enum unit unit);

/* What follows a number where room is short: "g", " caps", "ml", " tabs", "mg". */
const char *unit_short(enum unit unit);

#endif
