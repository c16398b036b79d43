/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <string.h>

#include "base/utf8.h"

void json_free(struct json *json)
{
	str_free(&json->out);
	json->comma = false;
}

/* Beyond the first 65 536 characters JSON wants two halves. */
static void add_escaped(struct str *out, uint32_t code)
{
	if (code < 0x10000)
		str_addf(out, "\\u%04x", (unsigned)code);
	else
		str_addf(out, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((code - 0x10000) >> 10)),
			 (unsigned)(0xDC00 + ((code - 0x10000) & 0x3FF)));
}

static bool is_plain(char c)
{
	return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/* A text that needs no escapes, as nearly all do. */
static void add_plain(struct str *out, const char *text, size_t len)
{
	char *room = str_room(out, len + 2);

	room[0] = '"';
	memcpy(room + 1, text, len);
	room[len + 1] = '"';
	str_wrote(out, len + 2);
}

static void add_quoted(struct str *out, const char *text)
{
	size_t len = 0;

	while (is_plain(text[len]))
		len++;
	if (text[len] == '\0') {
		add_plain(out, text, len);
		return;
	}
	str_add_char(out, '"');
	while (*text != '\0') {
		size_t plain = 0;
		uint32_t code;

		while (is_plain(text[plain]))
			plain++;
		str_add_bytes(out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		text += utf8_decode(text, &code);
		if (code == '"' || code == '\\')
			str_addf(out, "\\%c", (int)code);
		else if (code == '\n')
			str_add(out, "\\n");
		else if (code == '\t')
			str_add(out, "\\t");
		else if (utf8_is_harmful(code))
			add_escaped(out, code);
		else
			utf8_add(out, code);
	}
	str_add_char(out, '"');
}

static void begin_item(struct json *json, const char *key)
{
	size_t len = key != NULL ? strlen(key) : 0;
	char *room = str_room(&json->out, len + 6);
	char *end = room;

	if (json->comma) {
		*end++ = ',';
		*end++ = ' ';
	}
	json->comma = true;
	if (key != NULL) {
		*end++ = '"';
		memcpy(end, key, len);
		end += len;
		*end++ = '"';
		*end++ = ':';
		*end++ = ' ';
	}
	str_wrote(&json->out, (size_t)(end - room));
}

static void open_with(struct json *json, const char *key, char bracket)
{
	begin_item(json, key);
	str_add_char(&json->out, bracket);
	json->comma = false;
}

static void close_with(struct json *json, char bracket)
{
	str_add_char(&json->out, bracket);
	json->comma = true;
}

void json_open_object(struct json *json, const char *key)
{
	open_with(json, key, '{');
}

void json_close_object(struct json *json)
{
	close_with(json, '}');
}

void json_open_list(struct json *json, const char *key)
{
	open_with(json, key, '[');
}

void json_close_list(struct json *json)
{
	close_with(json, ']');
}

void json_text(struct json *json, const char *key, const char *text)
{
	if (text == NULL) {
		json_null(json, key);
		return;
	}
	begin_item(json, key);
	add_quoted(&json->out, text);
}

void json_known(struct json *json, const char *key, const char *text)
{
	json_text(json, key, text[0] != '\0' ? text : NULL);
}

void json_int(struct json *json, const char *key, int64_t number)
{
	begin_item(json, key);
	str_add_number(&json->out, number);
}

void json_bool(struct json *json, const char *key, bool value)
{
	begin_item(json, key);
	str_add(&json->out, value ? "true" : "false");
}

void json_null(struct json *json, const char *key)
{
	begin_item(json, key);
	str_add(&json->out, "null");
}

void json_number(struct json *json, const char *key, const char *decimal)
{
	begin_item(json, key);
	str_add(&json->out, decimal);
}
