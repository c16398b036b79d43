/* SPDX-License-Identifier: MIT */
#include "engine/selfcheck.h"

#include <string.h>

#include "base/plural.h"

bool selfcheck_read(const struct selfcheck_book *book, const char *text, bool *yes, struct err *err)
{
	bool read[SELFCHECK_MAX] = {false};
	size_t count = 0;

	for (const char *at = text; *at != '\0'; at++) {
		if (strchr(" ,", *at) != NULL)
			continue;
		if (strchr("yYnN", *at) == NULL)
			return err_set(err, ERR_USAGE,
				       "'%.40s' is not a row of answers; write y or n for each of "
				       "the %zu questions",
				       text, book->count);
		if (count < book->count)
			read[count] = *at == 'y' || *at == 'Y';
		count++;
	}
	if (count != book->count)
		return err_set(
			err, ERR_USAGE,
			plural_of((int64_t)count,
				  "there is %zu answer; write y or n for each of the %zu questions",
				  "there are %zu answers; write y or n for each of the %zu "
				  "questions"),
			count, book->count);
	memcpy(yes, read, book->count * sizeof(*yes));
	return true;
}

struct selfcheck_result selfcheck_of(const struct selfcheck_book *book, const bool *yes)
{
	struct selfcheck_result result = {.says = ""};
	int32_t bodily = 0;

	for (size_t i = 0; i < book->count; i++) {
		result.yes += yes[i];
		bodily += yes[i] && book->questions[i].bodily;
	}
	result.only_bodily = result.yes > 0 && bodily == result.yes;
	/* Tolerance and withdrawal alone are a state of the body, so no band is named for them. */
	for (size_t i = 0; i < book->band_count; i++) {
		if (result.yes >= book->bands[i].least && result.yes <= book->bands[i].most)
			result.says = book->bands[i].says;
	}
	if (result.only_bodily)
		result.says = book->bodily;
	return result;
}
