/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void commas_and_colons_come_out_right(void **state)
{
	struct json json = JSON_INIT;

	(void)state;
	json_open_object(&json, NULL);
	json_open_list(&json, "empty");
	json_close_list(&json);
	json_open_list(&json, "numbers");
	json_int(&json, NULL, 0);
	json_int(&json, NULL, INT64_MAX);
	json_int(&json, NULL, INT64_MIN);
	json_number(&json, NULL, "2.50");
	json_close_list(&json);
	json_bool(&json, "yes", true);
	json_null(&json, "none");
	json_text(&json, "text", NULL);
	json_open_object(&json, "inner");
	json_text(&json, "a", "");
	json_close_object(&json);
	json_close_object(&json);
	assert_string_equal(json.out.data,
			    "{\"empty\": [], \"numbers\": [0, 9223372036854775807, "
			    "-9223372036854775808, 2.50], \"yes\": true, \"none\": null, "
			    "\"text\": null, \"inner\": {\"a\": \"\"}}");
	json_free(&json);
}

/* What one text comes out as, without its quotes. */
static void comes_out_as(const char *text, const char *expected)
{
	struct json json = JSON_INIT;

	json_text(&json, NULL, text);
	assert_int_equal(json.out.len, strlen(json.out.data));
	assert_int_equal(json.out.data[0], '"');
	assert_int_equal(json.out.data[json.out.len - 1], '"');
	str_cut(&json.out, json.out.len - 1);
	assert_string_equal(json.out.data + 1, expected);
	json_free(&json);
}

static void text_is_valid_whatever_it_holds(void **state)
{
	(void)state;
	comes_out_as("plain ~ text", "plain ~ text");
	comes_out_as("\"", "\\\"");
	comes_out_as("a\\b\n\tc", "a\\\\b\\n\\tc");
	comes_out_as("\x1b[31m\x7f", "\\u001b[31m\\u007f");
	comes_out_as("Kräuter 日本", "Kräuter 日本");
	comes_out_as("\xff", "\xef\xbf\xbd");
	comes_out_as("end\xe2\x82", "end\xef\xbf\xbd\xef\xbf\xbd");
	comes_out_as("\xe2\x80\xae", "\\u202e");
	comes_out_as("\xf3\xa0\x81\x81", "\\udb40\\udc41");
}

static void long_texts_grow_the_room(void **state)
{
	struct json json = JSON_INIT;
	char text[1000];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	json_open_list(&json, NULL);
	for (int i = 0; i < 100; i++)
		json_text(&json, NULL, text);
	json_close_list(&json);
	assert_int_equal(json.out.len, 100 * (sizeof(text) - 1 + 4));
	assert_int_equal(strlen(json.out.data), json.out.len);
	json_free(&json);
}

static void room_is_written_to_by_hand(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_wrote(&str, (size_t)(stpcpy(str_room(&str, 5), "hello") - str.data));
	assert_string_equal(str.data, "hello");
	memcpy(str_room(&str, 3), "!!!", 3);
	str_wrote(&str, 1);
	assert_string_equal(str.data, "hello!");
	assert_int_equal(str.len, 6);
	str_free(&str);
}

static void one_string_is_added_to_another(void **state)
{
	struct str str = STR_INIT, rest = STR_INIT;
	char *data;

	(void)state;
	str_append(&str, &rest);
	assert_string_equal(str.data, "");
	str_add(&rest, "first");
	data = rest.data;
	str_append(&str, &rest);
	assert_ptr_equal(str.data, data);
	assert_string_equal(rest.data, "");
	str_add(&rest, " second");
	str_append(&str, &rest);
	assert_string_equal(str.data, "first second");
	assert_int_equal(rest.cap, 0);
	str_free(&str);
}

static void a_string_begins_in_lent_room(void **state)
{
	char room[8] = "old";
	struct str str = str_in(room, sizeof(room)), taken = STR_INIT;
	char *copy;

	(void)state;
	assert_string_equal(str.data, "");
	str_addf(&str, "%d", 1234567);
	assert_ptr_equal(str.data, room);
	str_add_char(&str, '8');
	assert_ptr_not_equal(str.data, room);
	assert_string_equal(str.data, "12345678");
	str_free(&str);
	str_add(&str, "own");
	assert_ptr_not_equal(str.data, room);
	str_free(&str);

	str = str_in(room, sizeof(room));
	str_add(&str, "lent");
	str_append(&taken, &str);
	assert_ptr_not_equal(taken.data, room);
	assert_string_equal(taken.data, "lent");
	assert_string_equal(str.data, "");
	str_free(&taken);

	str = str_in(room, sizeof(room));
	str_add(&str, "taken");
	copy = str_take(&str);
	assert_ptr_not_equal(copy, room);
	assert_string_equal(copy, "taken");
	free(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_and_colons_come_out_right),
		cmocka_unit_test(text_is_valid_whatever_it_holds),
		cmocka_unit_test(long_texts_grow_the_room),
		cmocka_unit_test(room_is_written_to_by_hand),
		cmocka_unit_test(one_string_is_added_to_another),
		cmocka_unit_test(a_string_begins_in_lent_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
