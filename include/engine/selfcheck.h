/* SPDX-License-Identifier: MIT */
/*
 * Eleven questions that a person answers about themselves, and how many were a yes. A count and a sentence for it; never a
 * diagnosis, which only a professional can make.
 */
#ifndef ENGINE_SELFCHECK_H
#define ENGINE_SELFCHECK_H

#include "engine/safety.h"

enum { SELFCHECK_MAX = 16, SELFCHECK_BAND_MAX = 6, SELFCHECK_TEXT_SIZE = 480 };

struct selfcheck_question {
	char id[SAFETY_ID_SIZE];
	char ask[SAFETY_ASK_SIZE];
	bool bodily; /* the body being used to kratom: tolerance or withdrawal */
};

/* What is said for so many yeses. */
struct selfcheck_band {
	int32_t least, most;
	char says[SELFCHECK_TEXT_SIZE];
};

struct selfcheck_book {
	char intro[SELFCHECK_TEXT_SIZE];
	struct selfcheck_question questions[SELFCHECK_MAX];
	size_t count;
	struct selfcheck_band bands[SELFCHECK_BAND_MAX];
	size_t band_count;
	char bodily[SELFCHECK_TEXT_SIZE]; /* said where only bodily ones are a yes */
	char always[SELFCHECK_TEXT_SIZE]; /* said in any case */
	char sources[SAFETY_SOURCE_MAX][SAFETY_SOURCE_SIZE];
	size_t source_count;
};

struct selfcheck_result {
	int32_t yes;
	bool only_bodily; /* at least one yes, all of them bodily */
	const char *
		says; /* borrowed from the book: of the band, or bodily; "" where no band is for so many */
};

/* Reads "yyn…", one letter a question, blanks and commas passed over. ERR_USAGE says how many are wanted. */
MUST_USE bool selfcheck_read(const struct selfcheck_book *book, const char *text, bool *yes,
			     struct err *err);

/* yes holds one answer a question. */
struct selfcheck_result selfcheck_of(const struct selfcheck_book *book, const bool *yes);

#endif
