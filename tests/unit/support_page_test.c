/* SPDX-License-Identifier: MIT */
/*
 * The Support screen on a canvas: the number to call first at every size, the own plan beside the lines or above them, what comes
 * first after the last step, and what stands there when a file can't be read.
 */
#include "tui/support_page.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "dump_kit.h"
#include "tui/blocks.h"

static void put(struct support_shown *shown, enum own_part part, const char *head,
		const char *detail, const char *text)
{
	struct own_entry entry = {.part = part};
	struct err err;

	assert_true(str_copy(entry.head, sizeof(entry.head), head));
	assert_true(str_copy(entry.detail, sizeof(entry.detail), detail));
	assert_true(str_copy(entry.text, sizeof(entry.text), text));
	assert_true(own_plan_add(&shown->support.mine.plan, &entry, &err));
}

static struct support_shown shown_of(void)
{
	static const struct help_line lines[] = {
		{.id = "x-emergency", .kind = LINE_EMERGENCY, .name = "Ambulance", .number = "112"},
		{.id = "x-crisis",
		 .kind = LINE_CRISIS,
		 .name = "Listening line",
		 .number = "0800 111",
		 .hours = "24 hours, every day",
		 .cost = "free",
		 .about = "Somebody to talk to"},
	};
	struct support_shown shown = {.trouble = STR_INIT, .safety = STR_INIT};
	struct help_country *country = mem_alloc(1, sizeof(*country));
	struct peer_group *group = mem_alloc(1, sizeof(*group));

	*country = (struct help_country){.code = "DE", .name = "Germany", .line_count = 2};
	country->lines = mem_alloc(2, sizeof(*country->lines));
	memcpy(country->lines, lines, sizeof(lines));
	*group = (struct peer_group){.name = "A group", .web = "group.org", .about = "Meets"};
	shown.support.lines = (struct help_lines){
		.countries = country, .country_count = 1, .groups = group, .group_count = 1};
	shown.support.country = country;
	shown.support.from = COUNTRY_SETTINGS;
	str_add(&shown.safety, "answered");
	put(&shown, OWN_REASON, "", "", "Evenings awake");
	put(&shown, OWN_PERSON, "Anna", "0170", "after six");
	put(&shown, OWN_IF_THEN, "stress", "a call goes badly", "walk");
	put(&shown, OWN_AFTER, "", "", "Call Anna and go on");
	return shown;
}

static struct str drawn(const struct support_shown *shown, int rows, int columns, int cursor)
{
	struct support_page page = {.items = NULL};
	struct canvas canvas = CANVAS_INIT;
	struct str dump = STR_INIT;

	canvas_resize(&canvas, rows, columns);
	support_page_lay(&page, shown, canvas_area(&canvas), cursor);
	support_page_draw(&page, shown, &canvas);
	canvas_dump(&canvas, &dump);
	canvas_free(&canvas);
	support_page_free(&page);
	return dump;
}

static void the_plan_stands_beside_the_lines_where_there_is_room(void **state)
{
	struct support_shown shown = shown_of();
	struct str dump = drawn(&shown, 35, 120, 0);

	(void)state;
	dump_has(&dump, " In an emergency, call 112\n");
	dump_has(&dump, "Help: Germany\n");
	dump_has(&dump, "   Evenings awake");
	dump_has(&dump, "   Anna  0170  after six");
	dump_has(&dump, "   stress  a call goes badly: walk");
	dump_has(&dump, "Places and times to stay away from      nothing yet");
	dump_has(&dump, "   0800 111  Listening line\n");
	dump_has(&dump, "24 hours, every day; free\n");
	dump_has(&dump, "A group  group.org\n");
	dump_has_not(&dump, "further down");
	str_free(&dump);
	support_shown_free(&shown);
}

static void one_column_has_all_of_it_and_the_number_stays_on_top(void **state)
{
	struct support_shown shown = shown_of();
	struct str top = drawn(&shown, 18, 80, 0), end = drawn(&shown, 18, 80, 22);

	(void)state;
	dump_has(&top, " In an emergency, call 112");
	dump_has(&top, "further down: help lines, groups");
	dump_has_not(&top, "Help: Germany");
	dump_has(&end, " In an emergency, call 112");
	dump_has(&end, "A group  group.org");
	str_free(&top);
	str_free(&end);
	top = drawn(&shown, 9, 40, 0);
	dump_has(&top, " In an emergency, call 112");
	dump_has(&top, "   Evenings awake");
	str_free(&top);
	support_shown_free(&shown);
}

static void after_the_last_step_the_way_back_comes_first(void **state)
{
	struct support_shown shown = shown_of();
	struct str dump = drawn(&shown, 60, 80, 0);

	(void)state;
	dump_has_above(&dump, "Evenings awake", "Call Anna and go on");
	dump_has_not(&dump, "Your last step is behind you");
	str_free(&dump);
	shown.after = true;
	dump = drawn(&shown, 60, 80, 0);
	dump_has(&dump, "Your last step is behind you");
	dump_has_above(&dump, "Call Anna and go on", "Early signs that it gets hard");
	dump_has_above(&dump, "Early signs that it gets hard", "Evenings awake");
	str_free(&dump);
	support_shown_free(&shown);
}

static void mistakes_and_missing_files_are_said_in_their_place(void **state)
{
	struct support_shown shown = shown_of();
	struct str dump;

	(void)state;
	own_plan_free(&shown.support.mine.plan);
	shown.support.mine.path = mem_dup("/home/me/support.yaml");
	problems_add(&shown.support.mine.problems, 3, 1, "'reason' is not a key");
	dump = drawn(&shown, 40, 80, 0);
	dump_has(&dump, "is left out until its file is mended: /home/me/support.yaml\n");
	dump_has(&dump, "   line 3: 'reason' is not a key\n");
	dump_has(&dump, "Help: Germany");
	dump_has_not(&dump, "nothing yet");
	str_free(&dump);
	help_lines_free(&shown.support.lines);
	shown.support.country = NULL;
	str_add(&shown.trouble, "lines.yaml: is not there");
	dump = drawn(&shown, 40, 80, 0);
	dump_has(&dump, " In an emergency, call your local emergency number\n");
	dump_has(&dump, " lines.yaml: is not there\n");
	str_free(&dump);
	support_shown_free(&shown);
}

/* An item of three lines is brought into sight whole, and so is the heading above the first. */
static void a_block_is_in_sight_as_a_whole(void **state)
{
	struct blocks blocks = BLOCKS_INIT;
	struct block head = {.columns = 20, .text = "Head"};
	struct block item = {
		.columns = 20, .column = 2, .text = "twelve words go into three lines"};

	(void)state;
	blocks_words(&blocks, head);
	for (int i = 0; i < 5; i++)
		blocks_item(&blocks, item);
	assert_int_equal(blocks.count, 11);
	blocks_go(&blocks, 3);
	blocks_place(&blocks, 4);
	assert_int_equal(blocks.top, 5);
	assert_int_equal(blocks_at_row(&blocks, 0), 2);
	assert_int_equal(blocks_at_row(&blocks, 3), 3);
	assert_int_equal(blocks_at_row(&blocks, 4), -1);
	blocks_go(&blocks, 0);
	blocks_place(&blocks, 4);
	assert_int_equal(blocks.top, 0);
	assert_int_equal(blocks_at_row(&blocks, 0), -1);
	blocks_go(&blocks, 99);
	assert_int_equal(blocks.cursor, 4);
	blocks_place(&blocks, 40);
	assert_int_equal(blocks.top, 0);
	blocks_free(&blocks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_plan_stands_beside_the_lines_where_there_is_room),
		cmocka_unit_test(one_column_has_all_of_it_and_the_number_stays_on_top),
		cmocka_unit_test(after_the_last_step_the_way_back_comes_first),
		cmocka_unit_test(mistakes_and_missing_files_are_said_in_their_place),
		cmocka_unit_test(a_block_is_in_sight_as_a_whole),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
