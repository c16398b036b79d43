/* SPDX-License-Identifier: MIT */
#include "ics_line.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum { LINE_OCTETS = 75, DAY_SECONDS = 24 * 60 * 60 };

static void add_escaped(struct str *line, const char *text, size_t len)
{
	while (len > 0) {
		size_t plain = strcspn(text, "\\;,");

		if (plain >= len) {
			str_add_bytes(line, text, len);
			return;
		}
		str_add_bytes(line, text, plain);
		str_add_char(line, '\\');
		str_add_char(line, text[plain]);
		text += plain + 1;
		len -= plain + 1;
	}
}

static void add_cleaned(struct str *line, const char *text, size_t len)
{
	struct str piece = STR_INIT, clean = STR_INIT;

	str_add_bytes(&piece, text, len);
	utf8_add_clean(&clean, piece.data);
	add_escaped(line, clean.data, clean.len);
	str_free(&piece);
	str_free(&clean);
}

/* A line break is the only control that has a meaning here; all others are made harmless. */
void ics_add_text(struct str *line, const char *text)
{
	for (;;) {
		size_t len = utf8_plain(text);

		if (text[len] == '\0' || text[len] == '\n') {
			add_escaped(line, text, len);
		} else {
			len = strcspn(text, "\n");
			add_cleaned(line, text, len);
		}
		if (text[len] == '\0')
			return;
		str_add(line, "\\n");
		text += len + 1;
	}
}

static bool is_inside(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* No character is parted. A line that goes on begins with a blank, which counts. */
void ics_end_line(struct str *line, struct str *out)
{
	size_t at = 0, room = LINE_OCTETS;

	while (line->len - at > room) {
		size_t len = room;

		while (len > 1 && is_inside(line->data[at + len]))
			len--;
		str_add_bytes(out, line->data + at, len);
		str_add(out, "\r\n ");
		at += len;
		room = LINE_OCTETS - 1;
	}
	str_add_bytes(out, line->data + at, line->len - at);
	str_add(out, "\r\n");
	str_reset(line);
}

const char *ics_date(struct day day, char *buf)
{
	struct civil civil = day_to_civil(day);
	int32_t digits = civil.year * 10000 + civil.month * 100 + civil.mday;

	for (int i = ICS_DATE_LEN - 1; i >= 0; i--) {
		buf[i] = (char)('0' + digits % 10);
		digits /= 10;
	}
	buf[ICS_DATE_LEN] = '\0';
	return buf;
}

const char *ics_utc(int64_t utc, char *buf)
{
	int64_t days = utc / DAY_SECONDS - (utc % DAY_SECONDS < 0 ? 1 : 0);
	int second = (int)(utc - days * DAY_SECONDS);
	char date[ICS_TIME_SIZE];

	snprintf(buf, ICS_TIME_SIZE, "%.8sT%02d%02d%02dZ",
		 ics_date((struct day){.n = (int32_t)days}, date), second / 3600, second / 60 % 60,
		 second % 60);
	return buf;
}
