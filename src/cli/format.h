/* SPDX-License-Identifier: MIT */
/*
 * Values as the command line writes them: amounts with enough decimals, waits, the same values for JSON. Knows words and
 * figures; nothing of commands.
 */
#ifndef FORMAT_H
#define FORMAT_H

#include "app/clock.h"
#include "base/json.h"
#include "engine/amount.h"
#include "engine/day.h"
#include "engine/dose.h"

/*
 * "2.50 g" and "2.50" with at least so many decimals, never rounded; a dose with those its unit is usually told
 * with. buf holds AMOUNT_TEXT_SIZE. Returns buf.
 */
const char *format_amount(struct amount amount, int least, enum unit unit, char *buf);
const char *format_dose(struct amount amount, enum unit unit, char *buf);
const char *format_figure(struct amount amount, int least, char *buf);

/* "4.7 %": to a tenth, for reading. buf holds AMOUNT_TEXT_SIZE. Returns buf. */
const char *format_rate(struct rate rate, char *buf);

/* "19 %": to a whole percent; to a tenth where that would hide that it is above 20 or 30 %, where a caution begins. buf as above. */
const char *format_whole_rate(struct rate rate, char *buf);

/* "1.23": what all cuts are multiplied by, never rounded to 1. buf as above. */
const char *format_factor(int32_t factor, char *buf);

/* "4 868 g": from 100 units on to a whole one, a half to the even one; below that with so many decimals. buf as above. */
const char *format_grouped(struct amount amount, int decimals, enum unit unit, char *buf);

/* "3.9": part/whole to so many decimals, rounded half up; whole above zero. buf as above. */
const char *format_ratio(int64_t part, int64_t whole, int decimals, char *buf);

/* Adds "2 h 50 min", "1 day 3 h"; minutes is not negative. */
void format_wait(int64_t minutes, struct str *out);

/* A number for JSON: 19.0, 2.25, 0; -0.7 where a cut is a step back. */
void json_amount(struct json *json, const char *key, struct amount amount);

/* A part as a number for JSON: 5 % is 0.05. */
void json_part(struct json *json, const char *key, struct rate rate);

/* The same to three decimals: a figure that is compared, not reckoned with. */
void json_shown_part(struct json *json, const char *key, struct rate rate);

void json_day(struct json *json, const char *key, struct day day);

/* part/whole to two decimals; whole above zero. */
void json_ratio(struct json *json, const char *key, int64_t part, int64_t whole);

/* A factor on all cuts as a number: 1.2345. */
void json_factor(struct json *json, const char *key, int32_t factor);

/* A time on the wall as RFC 3339; null where it is negative. */
void json_wall(struct json *json, const char *key, const struct clock *clock, int64_t wall);

/* Words parted by blanks as a list. */
void json_words(struct json *json, const char *key, const char *words);

/* One dose as an object, with the day it counts for. */
void json_dose(struct json *json, const char *key, const struct dose *dose, struct day day);

#endif
