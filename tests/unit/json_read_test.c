/* SPDX-License-Identifier: MIT */
#include "base/json_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json_tree.h"

/* Hands out so many bytes at once, so that every token is cut everywhere. */
struct drops {
	const char *text;
	size_t len, at, size;
};

static bool read_drop(void *context, char *buffer, size_t cap, size_t *len, struct err *err)
{
	struct drops *drops = context;
	size_t left = drops->len - drops->at;

	(void)err;
	*len = left < drops->size ? left : drops->size;
	assert_true(*len <= cap);
	memcpy(buffer, drops->text + drops->at, *len);
	drops->at += *len;
	return true;
}

/* All tokens as "key=kind:text" words, or the error. */
static void tell(const char *text, size_t len, size_t size, struct str *out)
{
	struct drops drops = {.text = text, .len = len, .size = size};
	struct json_reader reader;
	struct json_token token = {.kind = JSON_NULL};
	struct err err = {.code = ERR_NONE};

	json_read_begin(&reader, (struct feed){.read = read_drop, .context = &drops});
	while (token.kind != JSON_END) {
		static const char *const marks[] = {"END", "{", "}",    "[",     "]",
						    "t",   "n", "true", "false", "null"};

		if (!json_next(&reader, &token, &err)) {
			str_reset(out);
			str_addf(out, "error: %s", err.msg);
			break;
		}
		if (token.key != NULL)
			str_addf(out, "%s=", token.key);
		str_add(out, marks[token.kind]);
		if (token.kind == JSON_TEXT || token.kind == JSON_NUMBER)
			str_addf(out, ":%s", token.text);
		str_add_char(out, ' ');
	}
	json_read_free(&reader);
}

static void becomes(const char *text, const char *expected)
{
	for (size_t size = 1; size < 40; size += 3) {
		struct str got = STR_INIT;

		tell(text, strlen(text), size, &got);
		assert_string_equal(got.data, expected);
		str_free(&got);
	}
}

static void tokens_come_in_order_however_they_are_cut(void **state)
{
	(void)state;
	becomes("{\"a\": [1, -2.5e3, {}], \"b\":\"x\", \"c\" : null,\n\"d\": [true,false]}",
		"{ a=[ n:1 n:-2.5e3 { } ] b=t:x c=null d=[ true false ] } END ");
	becomes(" \"only\" ", "t:only END ");
	becomes("[]", "[ ] END ");
	becomes("\xEF\xBB\xBF[]", "[ ] END ");
	becomes("[\"\\u00e9\\n\\\"\\\\\\/\\ud83c\\udf3f\"]",
		"[ t:\xC3\xA9\n\"\\/\xF0\x9F\x8C\xBF ] END ");
}

static void what_is_no_json_is_refused_with_its_place(void **state)
{
	(void)state;
	becomes("", "error: line 1, column 1: a value is wanted: a text in quotes, a number, true, "
		    "false, null, a list or an object");
	becomes("[1 2]", "error: line 1, column 4: a comma or ] is wanted");
	becomes("{\"a\":1,\n 2}", "error: line 2, column 2: a key in quotes is wanted");
	becomes("{\"a\" 1}", "error: line 1, column 6: a colon is wanted after a key");
	becomes("[] []", "error: line 1, column 4: something follows the end of the document");
	becomes("[1,]", "error: line 1, column 4: a value is wanted: a text in quotes, a number, "
			"true, false, null, a list or an object");
	becomes("[01]", "error: line 1, column 4: a value is wanted: a text in quotes, a number, "
			"true, false, null, a list or an object");
	becomes("[NaN]", "error: line 1, column 5: a value is wanted: a text in quotes, a number, "
			 "true, false, null, a list or an object");
	becomes("[\"a\nb\"]", "error: line 1, column 5: a text goes over the end of its line, or "
			      "holds a control character");
	becomes("[\"a", "error: line 1, column 4: a text that was opened is never closed");
	becomes("[\"\\x\"]", "error: line 1, column 5: there is no such escape");
	becomes("[\"\\u12g4\"]",
		"error: line 1, column 8: after \\u four hexadecimal digits are wanted");
	becomes("[\"\\u0000\"]", "error: line 1, column 9: a text can't hold the character 0");
	becomes("[\"\\udc00\"]", "error: line 1, column 9: half a character is escaped");
	becomes("[\"\\ud800x\"]", "error: line 1, column 10: half a character is escaped");
	becomes("[\"\xff\"]", "error: line 1, column 5: a text is not valid UTF-8");
	becomes("[\"\xed\xa0\x80\"]", "error: line 1, column 7: a text is not valid UTF-8");
	becomes("\xEF\xBB[]", "error: line 1, column 3: this is not text in UTF-8");
}

static void depth_and_length_are_bounded(void **state)
{
	struct str text = STR_INIT;

	(void)state;
	str_add_repeat(&text, "[", 100000);
	becomes(text.data, "error: line 1, column 33: it is nested more than 32 deep");
	str_reset(&text);
	str_add_repeat(&text, "[", JSON_DEPTH_MAX);
	str_add_repeat(&text, "]", JSON_DEPTH_MAX);
	becomes(text.data, "[ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ "
			   "] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] END ");
	str_reset(&text);
	str_add_repeat(&text, "1", 65);
	becomes(text.data, "error: line 1, column 65: a number is longer than taper can hold");
	str_reset(&text);
	str_add(&text, "{\"");
	str_add_repeat(&text, "k", JSON_KEY_MAX + 1);
	str_add(&text, "\": 1}");
	becomes(text.data, "error: line 1, column 131: a text is longer than taper can hold");
	str_free(&text);
}

static void zero_bytes_are_no_text(void **state)
{
	static const char text[] = "[\"a\0b\"]";
	struct str got = STR_INIT;

	(void)state;
	tell(text, sizeof(text) - 1, 3, &got);
	assert_string_equal(got.data, "error: line 1, column 5: a text goes over the end of its "
				      "line, or holds a control character");
	str_free(&got);
}

static void values_are_found_by_their_place(void **state)
{
	static const char *const places[] = {"a[].b[]", "c.d"};
	static const char text[] = "{\"a\": [{\"x\": [0], \"b\": [1, {\"b\": [9]}]}, {\"b\": [2]}],"
				   "\"c\": {\"e\": 5, \"d\": 3}, \"a.b\": [7], \"b\": [8]}";
	struct feed_text from = {.text = text, .len = strlen(text)};
	struct json_reader reader;
	struct json_token token;
	struct str place = STR_INIT;
	struct err err;
	size_t which;

	(void)state;
	json_read_begin(&reader, feed_of_text(&from));
	while (json_find(&reader, places, 2, &which, &token, &err) && token.kind != JSON_END) {
		json_add_place(&reader, &place);
		str_addf(&place, "(%zu) ", which);
	}
	assert_int_equal(token.kind, JSON_END);
	assert_string_equal(place.data, "a[0].b[0](0) a[0].b[1](0) a[1].b[0](0) c.d(1) ");
	str_free(&place);
	json_read_free(&reader);
}

static bool read_tree(const char *text, struct json_tree *tree, struct err *err)
{
	struct feed_text from = {.text = text, .len = strlen(text)};
	struct json_reader reader;
	struct json_token token;
	bool read;

	json_read_begin(&reader, feed_of_text(&from));
	read = json_next(&reader, &token, err) && json_tree_read(&reader, &token, tree, err);
	json_read_free(&reader);
	return read;
}

static void a_tree_is_looked_into(void **state)
{
	struct json_tree tree = JSON_TREE_INIT;
	const struct json_node *list, *node;
	struct err err;

	(void)state;
	assert_true(
		read_tree("{\"a\": [1, [2, 3], \"x\"], \"b\": {}, \"c\": \"end\"}", &tree, &err));
	list = json_get(&tree, json_root(&tree), "a");
	node = json_first(&tree, list);
	assert_string_equal(json_node_text(&tree, node), "1");
	node = json_after(&tree, list, node);
	assert_int_equal(node->kind, JSON_LIST);
	node = json_after(&tree, list, node);
	assert_string_equal(json_node_text(&tree, node), "x");
	assert_null(json_after(&tree, list, node));
	assert_null(json_first(&tree, json_get(&tree, json_root(&tree), "b")));
	assert_null(json_get(&tree, list, "a"));
	assert_null(json_get(&tree, json_root(&tree), "d"));
	assert_string_equal(json_node_text(&tree, json_get(&tree, json_root(&tree), "c")), "end");
	assert_false(read_tree("{\"a\": 1,\n\"b\": 2, \"a\": 3}", &tree, &err));
	assert_string_equal(err.msg, "line 2: an object has the key 'a' twice");
	json_tree_free(&tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_come_in_order_however_they_are_cut),
		cmocka_unit_test(what_is_no_json_is_refused_with_its_place),
		cmocka_unit_test(depth_and_length_are_bounded),
		cmocka_unit_test(zero_bytes_are_no_text),
		cmocka_unit_test(values_are_found_by_their_place),
		cmocka_unit_test(a_tree_is_looked_into),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
