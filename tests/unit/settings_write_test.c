/* SPDX-License-Identifier: MIT */
/*
 * Every setting read, written and read again; a file a person wrote, changed in one line and nowhere else.
 */
#include "yaml/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "file_kit.h"

#define FORMAT "format: taper-config/1\n"

/* A file of that text; NULL for a path where there is none. */
static void make_file(const char *text, struct str *path)
{
	kit_temp(text != NULL ? text : "", path);
	if (text == NULL)
		assert_int_equal(unlink(path->data), 0);
}

static bool edit_text(const char *text, const char *key, const char *value,
		      struct settings_edit *edit, struct err *err)
{
	struct str path = STR_INIT;
	enum setting setting;
	bool ok;

	assert_true(setting_find(key, &setting, err));
	make_file(text, &path);
	ok = settings_edit(path.data, setting, value, edit, err);
	if (text != NULL)
		assert_int_equal(unlink(path.data), 0);
	str_free(&path);
	return ok;
}

static void every_example_is_taken_and_comes_back(void **state)
{
	(void)state;
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		const struct setting_info *info = setting_info(i);
		struct settings_edit once = SETTINGS_EDIT_INIT, again = SETTINGS_EDIT_INIT;
		struct str shown = STR_INIT, shown_again = STR_INIT;
		struct err err;

		assert_true(edit_text(NULL, info->key, info->example, &once, &err));
		assert_true(once.settings.said[i]);
		setting_show(&once.settings, i, &shown);
		assert_true(shown.len > 0);
		assert_true(edit_text(once.text.data, info->key, shown.data, &again, &err));
		assert_string_equal(again.text.data, once.text.data);
		setting_show(&again.settings, i, &shown_again);
		assert_string_equal(shown_again.data, shown.data);
		assert_false(again.loses);
		settings_edit_free(&once);
		settings_edit_free(&again);
		str_free(&shown);
		str_free(&shown_again);
	}
}

static void what_is_told_as_usual_is_the_default(void **state)
{
	const struct settings settings = settings_default();

	(void)state;
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		struct str shown = STR_INIT;

		assert_false(settings.said[i]);
		setting_show(&settings, i, &shown);
		if (shown.len > 0)
			assert_string_equal(shown.data, setting_info(i)->usual);
		str_free(&shown);
	}
}

static void choices_are_all_taken(void **state)
{
	(void)state;
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		const char *at = setting_info(i)->choices;

		while (at != NULL && *at != '\0') {
			size_t len = strcspn(at, " ");
			struct settings_edit edit = SETTINGS_EDIT_INIT;
			struct str word = STR_INIT;
			struct err err;

			str_add_bytes(&word, at, len);
			assert_true(edit_text(NULL, setting_info(i)->key, word.data, &edit, &err));
			settings_edit_free(&edit);
			str_free(&word);
			at += len + (at[len] == ' ');
		}
	}
}

static void the_manual_names_every_key_and_default(void **state)
{
	struct str manual = kit_bytes("data/man/taper-config.5");

	(void)state;
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		struct str line = STR_INIT;

		str_addf(&line, "\n.It Ic %s\n", setting_info(i)->key);
		if (strstr(manual.data, line.data) == NULL)
			fail_msg("taper-config(5) does not tell of '%s'", setting_info(i)->key);
		str_free(&line);
	}
	str_free(&manual);
}

/* A file as it was, one change, and the file as it is to be. */
struct edit_case {
	const char *was, *key, *value, *wanted;
	bool loses;
};

static const struct edit_case edits[] = {
	{"# mine\n" FORMAT "\n# how exact\nmeasure:   0.1 g  # my scale\nlight: yes\n", "measure",
	 "0,25", "# mine\n" FORMAT "\n# how exact\nmeasure: 0.25 g  # my scale\nlight: yes\n",
	 false},
	{FORMAT "light: yes # here\r\n# end", "country", "de",
	 FORMAT "light: yes # here\r\n# end\ncountry: DE\n", false},
	{FORMAT "light: yes\r\nplain: no\n", "light", "no", FORMAT "light: no\r\nplain: no\n",
	 false},
	{FORMAT "light: yes\nplain: no\n", "light", NULL, FORMAT "plain: no\n", false},
	{FORMAT "light: yes # why\nplain: no\n", "light", NULL, FORMAT "plain: no\n", true},
	{FORMAT "product: 'it # is'  # hash\n", "product", "a # b",
	 FORMAT "product: \"a # b\"  # hash\n", false},
	{FORMAT "product: it's # hash\n", "product", "leaf", FORMAT "product: leaf # hash\n",
	 false},
	{FORMAT "products:\n  - name: a\n    unit: ml\n  - {name: b, unit: g}\nlight: yes\n",
	 "products", "[{name: c, unit: mg}]",
	 FORMAT "products: [{name: c, unit: mg}]\nlight: yes\n", false},
	{FORMAT "products:\n  # one\n  - {name: b, unit: g}\nlight: yes\n", "products", NULL,
	 FORMAT "light: yes\n", true},
	{FORMAT "product: >\n  over\n  lines\nlight: yes\n", "product", "leaf",
	 FORMAT "product: leaf\nlight: yes\n", true},
	{"{format: taper-config/1, light: yes} # x\n", "plain", "yes",
	 FORMAT "plain: yes\nlight: yes\n", true},
	{"\xEF\xBB\xBF" FORMAT "light: yes\n", "light", "no", "\xEF\xBB\xBF" FORMAT "light: no\n",
	 false},
	{NULL, "times", "22:00 8:00,13:00", FORMAT "times: [\"08:00\", \"13:00\", \"22:00\"]\n",
	 false},
	{NULL, "times", "1:00, 8:00", FORMAT "times: [\"08:00\", \"01:00\"]\n", false},
	{NULL, "price", "$0.125", FORMAT "price: \"0.125 $\"\n", false},
	{NULL, "price", "\xE2\x82\xAC 0,12", FORMAT "price: \"0.12 \xE2\x82\xAC\"\n", false},
	{NULL, "country", "uk", FORMAT "country: GB\n", false},
	{NULL, "country", "NO", FORMAT "country: \"NO\"\n", false},
};

static void one_line_changes_and_nothing_else(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(edits) / sizeof(edits[0]); i++) {
		struct settings_edit edit = SETTINGS_EDIT_INIT;
		struct err err;

		assert_true(edit_text(edits[i].was, edits[i].key, edits[i].value, &edit, &err));
		assert_string_equal(edit.text.data, edits[i].wanted);
		assert_int_equal(edit.loses, edits[i].loses);
		assert_string_equal(edit.was.data, edits[i].was != NULL ? edits[i].was : "");
		settings_edit_free(&edit);
	}
}

struct refusal {
	const char *was, *key, *value;
	enum err_code code;
	const char *says;
};

static const struct refusal refusals[] = {
	{FORMAT, "measure", "0", ERR_INVALID, "measure: 'measure' is 0"},
	{FORMAT, "measure", "1 ml", ERR_INVALID, "measure: '1 ml' is in ml"},
	{FORMAT "measure: 0.1 g\n", "unit", "ml", ERR_INVALID,
	 "unit: that does not go with the rest: '0.1 g' is in g"},
	{FORMAT, "product", "a\nlight: yes", ERR_INVALID, "product: a value is one line"},
	{FORMAT, "product", "\x1b[2J", ERR_INVALID, "product: a text with a control character"},
	{FORMAT, "product", "  ", ERR_INVALID, "product: there is nothing but blanks"},
	{FORMAT, "times", ",", ERR_INVALID, "times: 'times' is empty"},
	{FORMAT, "times", "08:00, 8:00", ERR_INVALID, "times: 08:00 is there twice"},
	{FORMAT, "times", "noon", ERR_INVALID, "times: 'noon' is not a time of day"},
	{FORMAT, "country", "USA", ERR_INVALID, "country: 'USA' is not a country's two letters"},
	{FORMAT, "country", "\xC3\xA9", ERR_INVALID, "country: "},
	{FORMAT, "price", "5", ERR_INVALID, "price: the price '5' names no currency"},
	{FORMAT, "price", "0 USD", ERR_INVALID, "price: 'price' is 0"},
	{FORMAT, "price", "-1 USD", ERR_INVALID, "price: "},
	{FORMAT, "price", "USD", ERR_INVALID, "price: 'USD' is not a price"},
	{FORMAT, "price", "1 a;b", ERR_INVALID, "price: 'a;b' is not a currency"},
	{FORMAT, "price", "99999999999999999999 USD", ERR_INVALID, "price: "},
	{FORMAT, "keys", "h", ERR_INVALID, "keys: 'keys' is a group of actions"},
	{FORMAT, "keys", "{Log dose: a}", ERR_INVALID, "keys: 'Log dose' is not the name"},
	{FORMAT, "keys", "{hold: [a]}", ERR_INVALID, "keys: 'hold' wants its keys as one text"},
	{FORMAT, "products", "[{name: x}]", ERR_INVALID, "products: 'unit' is missing"},
	{FORMAT, "products", "[", ERR_INVALID, "products: "},
	{FORMAT, "light", "on", ERR_INVALID, "light: 'light' is 'on'"},
	{FORMAT "lght: yes\n", "light", "no", ERR_FORMAT, "has a mistake to mend first: line 2"},
};

static void wrong_values_are_refused_by_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		struct settings_edit edit = SETTINGS_EDIT_INIT;
		struct err err;

		assert_false(edit_text(refusals[i].was, refusals[i].key, refusals[i].value, &edit,
				       &err));
		assert_int_equal(err.code, refusals[i].code);
		if (strstr(err.msg, refusals[i].says) == NULL)
			fail_msg("'%s' has no '%s'", err.msg, refusals[i].says);
		assert_int_equal(edit.text.len, 0);
	}
}

static void unknown_keys_get_the_nearest(void **state)
{
	enum setting setting;
	struct err err;

	(void)state;
	assert_false(setting_find("mesure", &setting, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.msg, "did you mean 'measure'?"));
	assert_false(setting_find("colour of the sky", &setting, &err));
	assert_non_null(strstr(err.msg, "'taper config' lists them"));
}

static uint64_t roll(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *seed >> 33;
}

/* Bytes that mean something in YAML take the place of others, or lines are doubled and dropped. */
static void bend(struct str *text, uint64_t *seed)
{
	static const char bytes[] = "#:-'\"[]{}, \n\r\t>|&*!%@\\ayn0\x80\xC3";

	for (uint64_t times = 1 + roll(seed) % 3; times > 0 && text->len > 0; times--) {
		size_t at = roll(seed) % text->len;

		text->data[at] = bytes[roll(seed) % (sizeof(bytes) - 1)];
	}
}

static const char bent[] = FORMAT "# mine\nday_starts: \"05:00\"  # early\nproduct: 'it''s'\n"
				  "times: [\"08:00\",\n  \"13:00\"]  # two\nprice: 0.12 USD\n"
				  "products:\n  - {name: a, unit: ml}\n  # more\n  - name: b\n"
				  "    unit: g\nlight: yes\nkeys:\n  hold: \"h\"\n# end\n";

/* What a file of that text says, or false where it can't be read. */
static bool read_text(const char *text, struct settings *settings)
{
	struct problems problems = PROBLEMS_INIT;
	struct str path = STR_INIT;
	struct err err;
	bool ok;

	make_file(text, &path);
	ok = settings_read(path.data, settings, &problems, &err);
	assert_int_equal(unlink(path.data), 0);
	problems_free(&problems);
	str_free(&path);
	return ok;
}

static void assert_same_but(const struct settings *a, const struct settings *b, enum setting but)
{
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		struct str one = STR_INIT, other = STR_INIT;

		setting_show(a, i, &one);
		setting_show(b, i, &other);
		if (i != but) {
			assert_string_equal(one.data, other.data);
			assert_int_equal(a->said[i], b->said[i]);
		}
		str_free(&one);
		str_free(&other);
	}
}

static void no_readable_file_loses_a_setting(void **state)
{
	uint64_t seed = 20261121;
	int readable = 0;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		enum setting setting = (enum setting)(roll(&seed) % SETTING_COUNT);
		const char *value = roll(&seed) % 3 == 0 ? NULL : setting_info(setting)->example;
		struct settings_edit edit = SETTINGS_EDIT_INIT;
		struct settings before, after;
		struct str text = STR_INIT;
		struct err err;

		str_add(&text, bent);
		bend(&text, &seed);
		if (read_text(text.data, &before) &&
		    edit_text(text.data, setting_info(setting)->key, value, &edit, &err)) {
			readable++;
			assert_true(read_text(edit.text.data, &after));
			assert_same_but(&before, &after, setting);
			assert_same_but(&edit.settings, &after, SETTING_COUNT);
			assert_int_equal(after.said[setting], value != NULL);
		}
		settings_edit_free(&edit);
		str_free(&text);
	}
	assert_true(readable > 150);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_example_is_taken_and_comes_back),
		cmocka_unit_test(what_is_told_as_usual_is_the_default),
		cmocka_unit_test(choices_are_all_taken),
		cmocka_unit_test(the_manual_names_every_key_and_default),
		cmocka_unit_test(one_line_changes_and_nothing_else),
		cmocka_unit_test(wrong_values_are_refused_by_name),
		cmocka_unit_test(unknown_keys_get_the_nearest),
		cmocka_unit_test(no_readable_file_loses_a_setting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
