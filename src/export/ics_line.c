/* SPDX-License-Identifier: MIT */
#include "ics_line.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

enum { LINE_OCTETS = 75, DAY_SECONDS = 24 * 60 * 60 };

static void add_escaped(struct str *line, const char *text, size_t len)
{
	size_t done = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] != '\\' && text[i] != ';' && text[i] != ',')
			continue;
		str_add_bytes(line, text + done, i - done);
		str_add_char(line, '\\');
		done = i;
	}
	str_add_bytes(line, text + done, len - done);
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
static void add_folded(const struct str *line, struct str *out)
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
}

void ics_end_line(struct str *out, size_t begin)
{
	struct str line = STR_INIT;

	if (out->len - begin > LINE_OCTETS) {
		str_add_bytes(&line, out->data + begin, out->len - begin);
		str_cut(out, begin);
		add_folded(&line, out);
		str_free(&line);
	}
	str_add(out, "\r\n");
}

static char *put_two(char *at, int number)
{
	at[0] = (char)('0' + number / 10);
	at[1] = (char)('0' + number % 10);
	return at + 2;
}

const char *ics_date(struct day day, char *buf)
{
	struct civil civil = day_to_civil(day);
	char *at = put_two(put_two(buf, civil.year / 100), civil.year % 100);

	at = put_two(put_two(at, civil.month), civil.mday);
	assert(at == buf + ICS_DATE_LEN);
	*at = '\0';
	return buf;
}

const char *ics_utc(int64_t utc, char *buf)
{
	int64_t days = utc / DAY_SECONDS - (utc % DAY_SECONDS < 0 ? 1 : 0);
	int second = (int)(utc - days * DAY_SECONDS);
	char *at = buf + ICS_DATE_LEN;

	ics_date((struct day){.n = (int32_t)days}, buf);
	*at++ = 'T';
	at = put_two(put_two(put_two(at, second / 3600), second / 60 % 60), second % 60);
	memcpy(at, "Z", sizeof("Z"));
	return buf;
}
