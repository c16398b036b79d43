/* SPDX-License-Identifier: MIT */
#include "period.h"
#include "engine/day_typed.h"

#include <string.h>

enum { LAST_USUAL = 30, LAST_MOST = 40000, WEEK = 7, MONTHS_A_YEAR = 12, MONTHS_MOST = 1300 };

/* The day after the same day of a month so many months ago, or after its last one where it has no such day. */
static struct day after_months_ago(struct day day, int32_t months)
{
	struct civil civil = day_to_civil(day);
	int32_t month = civil.year * MONTHS_A_YEAR + civil.month - 1 - months;

	civil.year = month / MONTHS_A_YEAR;
	civil.month = month % MONTHS_A_YEAR + 1;
	while (!civil_valid(civil))
		civil.mday--;
	return day_add(day_from_civil(civil), 1);
}

/* "30d", "8w", "6m" or "30": gives the first of so many days, at least one, up to last. */
static bool read_last(const char *text, struct day last, struct day *first, bool *whole,
		      struct err *err)
{
	size_t len = strspn(text, "0123456789");
	const char *unit = text + len;
	int32_t number = 0;

	for (size_t i = 0; i < len && number <= LAST_MOST; i++)
		number = number * 10 + (text[i] - '0');
	*whole = strcmp(unit, "w") == 0 || strcmp(unit, "m") == 0;
	if (len > 0 && strcmp(unit, "m") == 0 && number >= 1 && number <= MONTHS_MOST) {
		*first = after_months_ago(last, number);
		return true;
	}
	if (strcmp(unit, "w") == 0 && number <= LAST_MOST)
		number *= WEEK;
	else if (unit[0] != '\0' && strcmp(unit, "d") != 0)
		number = 0;
	if (number < 1 || number > LAST_MOST)
		return err_set(err, ERR_INVALID,
			       "'%s' is not a number of days; write 30d, 8w or 6m, up to %dd", text,
			       LAST_MOST);
	*first = day_add(last, 1 - number);
	return true;
}

bool period_read(const char *from, const char *to, const char *last, struct day today,
		 struct period *period, struct err *err)
{
	struct period read = {.last = today, .open = from == NULL && last == NULL};
	char first_text[DAY_TEXT_SIZE], last_text[DAY_TEXT_SIZE];

	if (from != NULL && last != NULL)
		return err_set(err, ERR_USAGE,
			       "--from and --last both say the first day; leave one of them out");
	if (to != NULL && !day_read(to, today, &read.last, err))
		return false;
	read.first = day_add(read.last, 1 - LAST_USUAL);
	if (last != NULL && !read_last(last, read.last, &read.first, &read.whole, err))
		return false;
	if (from != NULL && !day_read(from, today, &read.first, err))
		return false;
	if (read.first.n > read.last.n)
		return err_set(err, ERR_INVALID, "%s is after %s; the first day comes first",
			       day_iso(read.first, first_text), day_iso(read.last, last_text));
	*period = read;
	return true;
}
