/* SPDX-License-Identifier: MIT */
#include "words.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/style.h"
#include "base/utf8.h"

const char *words_percent_fixed(struct rate rate, char *buf)
{
	int tenths = (rate.bp + 5) / 10;

	snprintf(buf, WORDS_SIZE, "%d%c%d %%", tenths / 10, style_mark(), tenths % 10);
	return buf;
}

const char *words_percent(struct rate rate, char *buf)
{
	int tenths = (rate.bp + 5) / 10;

	if (tenths % 10 != 0)
		return words_percent_fixed(rate, buf);
	snprintf(buf, WORDS_SIZE, "%d %%", tenths / 10);
	return buf;
}

/* Digits that text begins with. */
static size_t digits(const char *text)
{
	return strspn(text, "0123456789");
}

void words_decimals(const char *text, struct str *out)
{
	while (*text != '\0') {
		size_t whole = digits(text), part;

		if (whole == 0) {
			str_add_char(out, *text++);
			continue;
		}
		str_add_bytes(out, text, whole);
		text += whole;
		part = *text == '.' ? digits(text + 1) : 0;
		if (part == 0)
			continue;
		if (text[1 + part] != '.') {
			str_add_char(out, style_mark());
			text++;
		}
		/* All of a date, which has dots in it too, goes as it is. */
		part = strspn(text, "0123456789.");
		str_add_bytes(out, text, part);
		text += part;
	}
}

const char *words_day(struct day day, char *buf)
{
	return strchr(day_short(day, buf), ' ') + 1;
}

const char *words_time(int64_t wall, char *buf)
{
	char text[MOMENT_TEXT_SIZE];

	buf[0] = '\0';
	if (wall >= 0)
		snprintf(buf, WORDS_SIZE, "%s", minute_text((int16_t)(wall % MINUTES_A_DAY), text));
	return buf;
}

const char *words_ahead(int64_t wall, int64_t now_wall, char *buf)
{
	int64_t minutes = wall - now_wall;
	char time[WORDS_SIZE];

	buf[0] = '\0';
	if (wall < 0)
		return buf;
	if (minutes < 0)
		snprintf(buf, WORDS_SIZE, "since %s", words_time(wall, time));
	else if (minutes == 0)
		snprintf(buf, WORDS_SIZE, "now");
	else if (minutes < 60)
		snprintf(buf, WORDS_SIZE, "in %" PRId64 " min", minutes);
	else if (minutes % 60 == 0)
		snprintf(buf, WORDS_SIZE, "in %" PRId64 " h", minutes / 60);
	else
		snprintf(buf, WORDS_SIZE, "in %" PRId64 " h %" PRId64 " min", minutes / 60,
			 minutes % 60);
	return buf;
}

const char *words_unit(struct amount amount, enum unit unit, char *buf)
{
	const char *blank;

	amount_with_unit(amount, unit, buf);
	blank = strchr(buf, ' ');
	return blank != NULL ? blank + 1 : "";
}

const char *words_count(int64_t count, const char *one, const char *many, char *buf)
{
	snprintf(buf, WORDS_SIZE, "%" PRId64 " %s", count, count == 1 ? one : many);
	return buf;
}

const char *words_said(const char *text)
{
	const char *end = str_starts(text, "--") ? strstr(text, ": ") : NULL;

	return end != NULL && strcspn(text, " ") > (size_t)(end - text) ? end + 2 : text;
}

void words_sentence(const char *text, struct str *out)
{
	size_t len = strlen(text);

	if (len == 0)
		return;
	str_add_char(out, (char)toupper((unsigned char)text[0]));
	str_add(out, text + 1);
	str_add(out, text[len - 1] == '.' ? "" : ".");
}

const char *words_title(const char *title, int columns, char *buf)
{
	size_t len = utf8_width(title) <= columns ? strlen(title) : strcspn(title, ",");

	snprintf(buf, WORDS_TITLE_SIZE, "%.*s", (int)len, title);
	return buf;
}
