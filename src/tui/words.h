/* SPDX-License-Identifier: MIT */
/* Small pieces of text that several screens show the same way. */
#ifndef WORDS_H
#define WORDS_H

#include "base/str.h"
#include "engine/amount.h"
#include "engine/day.h"
#include "engine/moment.h"

enum { WORDS_SIZE = 48 };

/* "5 %", "7.5 %": at most one decimal. buf holds WORDS_SIZE. Returns buf. */
const char *words_percent(struct rate rate, char *buf);

/* The same with its tenths in any case, for a column. */
const char *words_percent_fixed(struct rate rate, char *buf);

/* "in 2 h 50 min", "now", "since 12:00": a wall time seen from now. buf holds WORDS_SIZE. Returns buf. */
const char *words_ahead(int64_t wall, int64_t now_wall, char *buf);

/* A text with its decimals as the settings write them: "such as 0,1 g"; dates keep their dots. Added to out. */
void words_decimals(const char *text, struct str *out);

/* "24 Nov": a day without its weekday and its year. buf holds DAY_TEXT_SIZE. Returns a part of buf. */
const char *words_day(struct day day, char *buf);

/* "18:00" of a wall time, "" where it is -1. buf holds WORDS_SIZE. Returns buf. */
const char *words_time(int64_t wall, char *buf);

/* "grams", "g": how the unit reads after an amount. buf holds AMOUNT_TEXT_SIZE. Returns a part of buf. */
const char *words_unit(struct amount amount, enum unit unit, char *buf);

/* What the app said, without the option of a shell before it: "--times: '9' is not ...". Returns a part of text. */
const char *words_said(const char *text);

/* The text as a sentence of its own: a large first letter and a full stop, added to out. */
void words_sentence(const char *text, struct str *out);

/* "1 dose", "3 doses". buf holds WORDS_SIZE. Returns buf. */
const char *words_count(int64_t count, const char *one, const char *many, char *buf);

/* A title where it fits so many columns, else the part before its first comma. buf holds WORDS_TITLE_SIZE. Returns buf. */
enum { WORDS_TITLE_SIZE = 160 };
const char *words_title(const char *title, int columns, char *buf);

#endif
