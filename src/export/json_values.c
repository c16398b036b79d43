/* SPDX-License-Identifier: MIT */
#include "json_values.h"

#include <string.h>

#include "base/decimal.h"
#include "engine/moment.h"

enum { NANO_PLACES = 9, BASIS_POINT_PLACES = 4 };

void json_time(struct json *json, const char *key, int64_t utc, int16_t utc_offset)
{
	char text[MOMENT_TEXT_SIZE];

	json_text(json, key, moment_rfc3339(utc, utc_offset, text));
}

void json_date(struct json *json, const char *key, struct day day)
{
	char text[DAY_TEXT_SIZE];

	json_text(json, key, day_iso(day, text));
}

void json_nano(struct json *json, const char *key, int64_t nano)
{
	char text[DECIMAL_TEXT_SIZE];

	json_number(json, key, decimal_text(nano, NANO_PLACES, text));
}

void json_basis_points(struct json *json, const char *key, int32_t bp)
{
	char text[DECIMAL_TEXT_SIZE];

	json_number(json, key, decimal_text(bp, BASIS_POINT_PLACES, text));
}

void json_word_list(struct json *json, const char *key, const char *words)
{
	struct str word = STR_INIT;

	json_open_list(json, key);
	while (*words != '\0') {
		size_t len = strcspn(words, " ");

		str_reset(&word);
		str_add_bytes(&word, words, len);
		json_text(json, NULL, word.data);
		words += len + (words[len] == ' ' ? 1 : 0);
	}
	json_close_list(json);
	str_free(&word);
}
