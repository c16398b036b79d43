/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/mouse.h"

static void a_press_is_a_click_where_it_was(void **state)
{
	struct key key = mouse_read("0;12;3M");

	(void)state;
	assert_int_equal(key.kind, PRESS_CLICK);
	assert_int_equal(key.column, 11);
	assert_int_equal(key.row, 2);
	assert_int_equal(mouse_read("16;1;1M").kind, PRESS_CLICK);
}

static void the_wheel_turns_both_ways(void **state)
{
	(void)state;
	assert_int_equal(mouse_read("64;1;1M").kind, PRESS_WHEEL);
	assert_int_equal(mouse_read("64;1;1M").code, NAMED_UP);
	assert_int_equal(mouse_read("65;1;1M").code, NAMED_DOWN);
}

static void releases_other_buttons_and_rubbish_are_nothing(void **state)
{
	static const char *const texts[] = {
		"0;12;3m", "2;1;1M",  "66;1;1M", "",       "M",    "0;1M",
		"0;1;1",   "0;1;1M;", "0;-1;1M", "a;b;cM", "0;;M", "0;99999999999999999999;1M"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_equal(mouse_read(texts[i]).kind, PRESS_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_press_is_a_click_where_it_was),
		cmocka_unit_test(the_wheel_turns_both_ways),
		cmocka_unit_test(releases_other_buttons_and_rubbish_are_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
