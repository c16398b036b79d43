/* SPDX-License-Identifier: MIT */
#include "format.h"

#include <string.h>

#include "base/plural.h"
#include "engine/schedule.h"

enum { MINUTES_AN_HOUR = 60 };

const char *format_amount(struct amount amount, int least, enum unit unit, char *buf)
{
	return amount_fixed_with_unit(amount, amount_decimals_for(least, amount), unit, buf);
}

const char *format_dose(struct amount amount, enum unit unit, char *buf)
{
	return format_amount(amount, unit == UNIT_GRAM ? 1 : 0, unit, buf);
}

const char *format_figure(struct amount amount, int least, char *buf)
{
	return amount_fixed(amount, amount_decimals_for(least, amount), buf);
}

const char *format_rate(struct rate rate, char *buf)
{
	return rate_text((struct rate){.bp = (rate.bp + 5) / 10 * 10}, buf);
}

const char *format_whole_rate(struct rate rate, char *buf)
{
	int32_t whole = (rate.bp + 50) / 100;
	bool hides_a_line = (whole == 20 || whole == 30) && rate.bp > whole * 100;

	if (hides_a_line)
		return format_rate(rate, buf);
	return rate_text((struct rate){.bp = whole * 100}, buf);
}

const char *format_factor(int32_t factor, char *buf)
{
	struct amount number = {.nano = factor * (AMOUNT_UNIT / FACTOR_ONE)};
	int32_t hundredths = (factor + 50) / 100;
	bool fine = factor < FACTOR_ONE / 10 || (hundredths == 100 && factor != FACTOR_ONE);

	return amount_fixed(number, fine ? 4 : 2, buf);
}

const char *format_grouped(struct amount amount, int decimals, enum unit unit, char *buf)
{
	char plain[AMOUNT_TEXT_SIZE];
	size_t digits, at = 0;
	bool small = amount.nano < 100 * AMOUNT_UNIT;
	bool even_half = amount.nano % (2 * AMOUNT_UNIT) == AMOUNT_UNIT / 2;

	if (!small && even_half)
		amount.nano -= AMOUNT_UNIT / 2;
	amount_fixed_with_unit(amount, small ? decimals : 0, unit, plain);
	digits = strspn(plain, "0123456789");
	for (size_t i = 0; plain[i] != '\0' && at + 2 < AMOUNT_TEXT_SIZE; i++) {
		if (i > 0 && i < digits && (digits - i) % 3 == 0)
			buf[at++] = ' ';
		buf[at++] = plain[i];
	}
	buf[at] = '\0';
	return buf;
}

/* To nine decimals, of which far fewer are shown. */
static struct amount ratio(int64_t part, int64_t whole)
{
	return (struct amount){.nano = (part * AMOUNT_UNIT + whole / 2) / whole};
}

const char *format_ratio(int64_t part, int64_t whole, int decimals, char *buf)
{
	return amount_fixed(ratio(part, whole), decimals, buf);
}

void format_wait(int64_t minutes, struct str *out)
{
	long long days = minutes / MINUTES_A_DAY;
	long long hours = minutes % MINUTES_A_DAY / MINUTES_AN_HOUR;
	long long rest = minutes % MINUTES_AN_HOUR;

	if (days > 0)
		str_addf(out, plural_of((int64_t)days, "%lld day %lld h", "%lld days %lld h"), days,
			 hours);
	else if (hours > 0)
		str_addf(out, "%lld h %lld min", hours, rest);
	else
		str_addf(out, "%lld min", rest);
}

void json_amount(struct json *json, const char *key, struct amount amount)
{
	bool below = amount.nano < 0;
	struct amount size = {.nano = below ? -amount.nano : amount.nano};
	char text[sizeof("-") + AMOUNT_TEXT_SIZE + sizeof(".0")] = "-";

	amount_plain(size, text + 1);
	if (size.nano > 0 && size.nano % AMOUNT_UNIT == 0)
		memcpy(text + strlen(text), ".0", sizeof(".0"));
	json_number(json, key, below ? text : text + 1);
}

void json_part(struct json *json, const char *key, struct rate rate)
{
	struct amount part = {.nano = rate.bp * (AMOUNT_UNIT / RATE_WHOLE)};

	json_amount(json, key, part);
}

void json_shown_part(struct json *json, const char *key, struct rate rate)
{
	json_part(json, key, (struct rate){.bp = (rate.bp + 5) / 10 * 10});
}

void json_factor(struct json *json, const char *key, int32_t factor)
{
	json_amount(json, key, (struct amount){.nano = factor * (AMOUNT_UNIT / FACTOR_ONE)});
}

void json_ratio(struct json *json, const char *key, int64_t part, int64_t whole)
{
	char text[AMOUNT_TEXT_SIZE];

	json_number(json, key, amount_fixed(ratio(part, whole), 2, text));
}

void json_day(struct json *json, const char *key, struct day day)
{
	char text[DAY_TEXT_SIZE];

	json_text(json, key, day_iso(day, text));
}

void json_wall(struct json *json, const char *key, const struct clock *clock, int64_t wall)
{
	char text[MOMENT_TEXT_SIZE];
	int64_t utc;
	int16_t utc_offset;

	if (wall < 0) {
		json_null(json, key);
		return;
	}
	clock_from_wall(clock, wall, &utc, &utc_offset);
	json_text(json, key, moment_rfc3339(utc, utc_offset, text));
}

void json_words(struct json *json, const char *key, const char *words)
{
	struct str word = STR_INIT;

	json_open_list(json, key);
	for (const char *at = words; *at != '\0';) {
		size_t len = strcspn(at, " ");

		str_reset(&word);
		str_add_bytes(&word, at, len);
		if (len > 0)
			json_text(json, NULL, word.data);
		at += len;
		at += strspn(at, " ");
	}
	json_close_list(json);
	str_free(&word);
}

void json_dose(struct json *json, const char *key, const struct dose *dose, struct day day)
{
	char text[MOMENT_TEXT_SIZE];

	json_open_object(json, key);
	json_int(json, "id", dose->id);
	json_day(json, "date", day);
	json_text(json, "at", moment_rfc3339(dose->utc, dose->utc_offset, text));
	json_amount(json, "amount", dose->amount);
	json_text(json, "unit", unit_name(dose->unit));
	json_text(json, "product", dose->product);
	json_words(json, "tags", dose->tags);
	json_text(json, "note", dose->note);
	json_close_object(json);
}
