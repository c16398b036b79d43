/* SPDX-License-Identifier: MIT */
#include "export/csv_looks.h"

#include <string.h>

#include "csv_when.h"
#include "engine/amount.h"

enum { CELL_SIZE = 64 };

static bool is_time(const char *text)
{
	int32_t seconds;
	struct err none;

	return csv_time_read(text, &seconds, &none);
}

/* A date that can be read without an order has none to be said; one that can be read in two is left to the person. */
static bool is_date(const char *text, struct csv_look *look)
{
	static const enum csv_dates orders[] = {CSV_DATES_YMD, CSV_DATES_DMY, CSV_DATES_MDY};
	struct day day;
	struct err none;
	int count = 0;

	if (csv_date_read(text, CSV_DATES_CLEAR, &day, &none))
		return true;
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		if (!csv_date_read(text, orders[i], &day, &none))
			continue;
		look->dates = count == 0 ? orders[i] : CSV_DATES_CLEAR;
		count++;
	}
	look->open = count > 1;
	return count > 0;
}

static bool is_when(const char *text, struct csv_look *look)
{
	char date[CELL_SIZE];
	size_t len = strcspn(text, " ,Tt");
	const char *time = text + len + strspn(text + len, " ,Tt");
	int64_t utc;
	int16_t offset;
	struct err none;

	if (moment_read_rfc3339(text, &utc, &offset, &none))
		return true;
	if (text[len] == '\0' || len >= sizeof(date) || !is_time(time))
		return false;
	memcpy(date, text, len);
	date[len] = '\0';
	return is_date(date, look);
}

static bool is_amount(const char *text)
{
	struct amount amount;
	enum unit unit;
	struct err none;

	return amount_read(text, &amount, &unit, &none);
}

struct csv_look csv_look_at(const char *cell)
{
	struct csv_look look = {.looks = CSV_LOOKS_TEXT};

	if (is_when(cell, &look))
		look.looks = CSV_LOOKS_WHEN;
	else if (is_date(cell, &look))
		look.looks = CSV_LOOKS_DATE;
	else if (is_time(cell))
		look.looks = CSV_LOOKS_TIME;
	else if (is_amount(cell))
		look.looks = CSV_LOOKS_AMOUNT;
	return look;
}
