/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any words as what says which doses are meant, a word a line. What is taken fits or does not fit any dose, and the
 * store is never told to pass over one that fits.
 */
#include "app/filter.h"

#include <stdlib.h>

#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MAX = 40 };

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static void look(const struct filter *filter, struct dose *dose, struct day day)
{
	struct filter_texts texts;
	struct sift sift = {.most_milli = INT64_MAX};
	struct day first = {.n = -100000}, last = {.n = 100000};
	int64_t milli = amount_milli(dose->amount);

	filter_sift(filter, &texts, &sift);
	filter_narrow(filter, &first, &last);
	if (!filter_fits(filter, dose, day))
		return;
	insist(first.n <= day.n && day.n <= last.n);
	insist(sift.least_milli <= milli && milli <= sift.most_milli);
	insist(sift.tag == NULL || has(dose->tags, sift.tag));
	insist(sift.product == NULL || has(dose->product, sift.product));
	insist(sift.other_than == UNIT_NONE || dose->unit != sift.other_than);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size), *at = text, tags[] = "stress work",
	     note[] = "a long day";
	struct dose dose = {.amount = amount_from_milli(2500),
			    .unit = UNIT_GRAM,
			    .product = "leaf",
			    .tags = tags,
			    .note = note};
	const char *words[WORDS_MAX];
	struct filter filter;
	struct err err = {.code = ERR_NONE};
	size_t count = 0;

	while (at != NULL && count < WORDS_MAX) {
		char *end = strchr(at, '\n');

		if (end != NULL)
			*end++ = '\0';
		words[count++] = at;
		at = end;
	}
	if (filter_read(words, count, &filter, &err)) {
		insist(filter.count <= FILTER_MAX);
		for (int32_t i = 0; i < 800; i += 61) {
			dose.amount = amount_from_milli(i * 10);
			dose.unit = i % 2 == 0 ? UNIT_GRAM : UNIT_CAPSULE;
			look(&filter, &dose, (struct day){.n = 20000 + i});
		}
	} else {
		insist((err.code == ERR_USAGE || err.code == ERR_INVALID) && err.msg[0] != '\0');
	}
	free(text);
	return 0;
}
