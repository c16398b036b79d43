/* SPDX-License-Identifier: MIT */
#include "period.h"

#include <string.h>

enum { LAST_USUAL = 30, LAST_MOST = 40000, WEEK = 7 };

/* "30d", "4w" or "30" into days, at least one. */
static bool read_last(const char *text, int32_t *days, struct err *err)
{
	size_t len = strspn(text, "0123456789");
	const char *unit = text + len;
	int32_t number = 0;

	for (size_t i = 0; i < len && number <= LAST_MOST; i++)
		number = number * 10 + (text[i] - '0');
	if (strcmp(unit, "w") == 0 && number <= LAST_MOST)
		number *= WEEK;
	else if (unit[0] != '\0' && strcmp(unit, "d") != 0)
		number = 0;
	if (number < 1 || number > LAST_MOST)
		return err_set(err, ERR_INVALID,
			       "'%s' is not a number of days; write 30d or 4w, up to %dd", text,
			       LAST_MOST);
	*days = number;
	return true;
}

bool period_read(const char *from, const char *to, const char *last, struct day today,
		 struct period *period, struct err *err)
{
	struct period read = {.last = today, .open = from == NULL && last == NULL};
	char first_text[DAY_TEXT_SIZE], last_text[DAY_TEXT_SIZE];
	int32_t days = LAST_USUAL;

	if (from != NULL && last != NULL)
		return err_set(err, ERR_USAGE,
			       "--from and --last both say the first day; leave one of them out");
	if (to != NULL && !day_read(to, today, &read.last, err))
		return false;
	if (last != NULL && !read_last(last, &days, err))
		return false;
	read.first = day_add(read.last, 1 - days);
	if (from != NULL && !day_read(from, today, &read.first, err))
		return false;
	if (read.first.n > read.last.n)
		return err_set(err, ERR_INVALID, "%s is after %s; the first day comes first",
			       day_iso(read.first, first_text), day_iso(read.last, last_text));
	*period = read;
	return true;
}
