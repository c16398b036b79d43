/* SPDX-License-Identifier: MIT */
/* The answer to "how much may I still take today, and when?", as words in order of weight. */
#ifndef ANSWER_H
#define ANSWER_H

#include "canvas.h"

#include "app/today.h"

enum { ANSWER_TEXT_SIZE = 128 };

struct answer {
	char number[AMOUNT_TEXT_SIZE];
	enum role role;
	char of[ANSWER_TEXT_SIZE];   /* what the number is: "g left of 12.0 g" */
	char next[ANSWER_TEXT_SIZE]; /* what comes next */
	char then[ANSWER_TEXT_SIZE]; /* what was */
	int64_t part, whole;         /* of the bar; whole 0 for none */
};

struct answer answer_of(const struct today *today);

#endif
