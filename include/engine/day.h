/* SPDX-License-Identifier: MIT */
/*
 * Calendar days: counted in whole days since 1970-01-01 in the proleptic Gregorian calendar, never in hours.
 * Knows the calendar and its words; does not know what day it is, nor time zones.
 */
#ifndef ENGINE_DAY_H
#define ENGINE_DAY_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct day {
	int32_t n;
};

struct civil {
	int32_t year;  /* 1600 to 9999 */
	int32_t month; /* 1 to 12 */
	int32_t mday;  /* 1 to 31 */
};

enum { DAY_TEXT_SIZE = 24 };

/* The day of a civil date that is in the calendar (see civil_valid). */
struct day day_from_civil(struct civil civil);

/* The civil date of a day. */
struct civil day_to_civil(struct day day);

/* True where the date exists and its year is 1600 to 9999. */
bool civil_valid(struct civil civil);

/* 0 is Monday, 6 is Sunday. */
int day_weekday(struct day day);

struct day day_add(struct day day, int32_t days);

/* Days from a to b: 0 for the same day, negative where b is earlier. */
int32_t day_between(struct day a, struct day b);

/* Reads 2026-11-24 only. */
MUST_USE bool day_read_iso(const char *text, struct day *day, struct err *err);

/* "2026-11-24"; buf holds DAY_TEXT_SIZE. Returns buf. */
const char *day_iso(struct day day, char *buf);

/* "Tue 24 Nov", or as base/style.h says, as the others below; buf holds DAY_TEXT_SIZE. Returns buf. */
const char *day_short(struct day day, char *buf);

/* "Tue  3 Nov": the same in ten columns always. buf holds DAY_TEXT_SIZE. Returns buf. */
const char *day_cell(struct day day, char *buf);

/* "24 Nov 2026"; buf holds DAY_TEXT_SIZE. Returns buf. */
const char *day_long(struct day day, char *buf);

/* "Tue 24 Nov 2026"; buf holds DAY_TEXT_SIZE. Returns buf. */
const char *day_full(struct day day, char *buf);

/* "Nov"; month is 1 to 12. */
const char *month_short(int month);

/* "November"; month is 1 to 12. */
const char *month_long(int month);

/* "Mon"; weekday as from day_weekday. */
const char *weekday_short(int weekday);

#endif
