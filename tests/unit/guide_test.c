/* SPDX-License-Identifier: MIT */
/*
 * The pages of the guide: each is read, fits two screens, is easy to read and names sources that exist; and the same page
 * laid out at any width.
 */
#include "yaml/guide.h"

#include <ctype.h>
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "reading_kit.h"
#include "yaml/content.h"

/* Two screens of 24 rows without their heads and feet; a page's text is 76 columns wide. */
enum { TWO_SCREENS = 40, PAGE_COLUMNS = 76, PAGES_LEAST = 14 };

static struct guide guide;

static int compare(const void *a, const void *b)
{
	const struct guide_page *left = a, *right = b;

	return left->place - right->place;
}

static int read_pages(void **state)
{
	DIR *dir = opendir("data/guide");
	const struct dirent *entry;
	bool read = dir != NULL;

	(void)state;
	while (read && (entry = readdir(dir)) != NULL) {
		struct problems problems = PROBLEMS_INIT;
		struct str path = STR_INIT, name = STR_INIT;
		struct err err;

		if (entry->d_name[0] == '.')
			continue;
		guide.pages =
			mem_grow(guide.pages, &guide.cap, guide.count + 1, sizeof(*guide.pages));
		str_addf(&path, "data/guide/%s", entry->d_name);
		read = guide_page_read(path.data, &guide.pages[guide.count], &problems, &err);
		if (!read)
			print_error("%s\n", err.msg);
		guide.count += read;
		str_addf(&name, "%s.yaml", read ? guide.pages[guide.count - 1].name : "?");
		read = read && strcmp(name.data, entry->d_name) == 0;
		problems_free(&problems);
		str_free(&path);
		str_free(&name);
	}
	if (dir != NULL)
		closedir(dir);
	if (guide.count > 0)
		qsort(guide.pages, guide.count, sizeof(*guide.pages), compare);
	return read ? 0 : 1;
}

static int free_pages(void **state)
{
	(void)state;
	guide_free(&guide);
	return 0;
}

static void each_page_has_its_place(void **state)
{
	(void)state;
	assert_true(guide.count >= PAGES_LEAST);
	for (size_t i = 0; i < guide.count; i++)
		assert_int_equal(guide.pages[i].place, i + 1);
}

static void each_page_fits_two_screens(void **state)
{
	(void)state;
	for (size_t i = 0; i < guide.count; i++) {
		struct guide_lines lines;

		guide_lay_out(&guide.pages[i], PAGE_COLUMNS, &lines);
		if (lines.count > TWO_SCREENS)
			fail_msg("%s: %zu lines", guide.pages[i].name, lines.count);
		assert_true(lines.count > 15);
		guide_lines_free(&lines);
	}
}

static void no_line_is_wider_than_asked(void **state)
{
	static const int widths[] = {1, 24, 38, 63, 64, 76, 200};

	(void)state;
	for (size_t i = 0; i < guide.count; i++) {
		for (size_t k = 0; k < sizeof(widths) / sizeof(widths[0]); k++) {
			struct guide_lines lines;

			guide_lay_out(&guide.pages[i], widths[k], &lines);
			for (size_t j = 0; j < lines.count; j++)
				assert_true(utf8_width(lines.items[j].text) <=
					    (widths[k] > 24 ? widths[k] : 24));
			guide_lines_free(&lines);
		}
	}
}

/* Letters that stay on paper in any order of columns: nothing of a page is lost at any width. */
static size_t letters_of_lines(const struct guide_lines *lines)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->count; i++) {
		for (const char *c = lines->items[i].text; *c != '\0'; c++)
			count += isalnum((unsigned char)*c) != 0;
	}
	return count;
}

static void nothing_is_lost_in_a_table(void **state)
{
	const struct guide_page *page = guide_find(&guide, "treatment");
	struct guide_lines wide, wider;

	(void)state;
	assert_non_null(page);
	guide_lay_out(page, 76, &wide);
	guide_lay_out(page, 300, &wider);
	assert_int_equal(letters_of_lines(&wide), letters_of_lines(&wider));
	assert_true(wide.count > wider.count);
	guide_lines_free(&wide);
	guide_lines_free(&wider);
}

static double grade_of_page(const struct guide_page *page)
{
	struct reading_ease ease = {0};

	for (size_t i = 0; i < page->section_count; i++) {
		const struct guide_section *section = &page->sections[i];

		reading_measure(section->text, &ease);
		for (size_t k = 0; k < section->point_count; k++)
			reading_measure(section->points[k], &ease);
	}
	return reading_grade(&ease);
}

static void pages_are_easy_to_read(void **state)
{
	struct reading_ease hard = {0}, easy = {0};

	(void)state;
	reading_measure("Pharmacokinetic considerations necessitate individualised discontinuation "
			"methodologies incorporating multidisciplinary evaluation.",
			&hard);
	reading_measure("You can wait. Sit down and breathe out. It will pass.", &easy);
	assert_true(reading_grade(&hard) > 20);
	assert_true(reading_grade(&easy) < 3);
	for (size_t i = 0; i < guide.count; i++) {
		double found = grade_of_page(&guide.pages[i]);

		if (found > 8.5)
			fail_msg("%s: grade %.1f", guide.pages[i].name, found);
	}
}

static void section_has_sources(const struct guide_section *section, const struct sources *sources,
				const char *page)
{
	assert_true(section->source_count > 0);
	for (size_t j = 0; j < section->source_count; j++) {
		if (sources_find(sources, section->sources[j]) == NULL)
			fail_msg("%s: no source %s", page, section->sources[j]);
	}
}

static void every_source_exists(void **state)
{
	struct problems problems = PROBLEMS_INIT;
	struct sources sources;
	struct err err;

	(void)state;
	assert_true(sources_read("data/sources.yaml", &sources, &problems, &err));
	for (size_t i = 0; i < guide.count; i++) {
		for (size_t k = 0; k < guide.pages[i].section_count; k++)
			section_has_sources(&guide.pages[i].sections[k], &sources,
					    guide.pages[i].name);
	}
	sources_free(&sources);
}

/* Old terminals and printers show every page. */
static void pages_are_plain_ascii(void **state)
{
	(void)state;
	for (size_t i = 0; i < guide.count; i++) {
		struct guide_lines lines;

		guide_lay_out(&guide.pages[i], PAGE_COLUMNS, &lines);
		for (size_t k = 0; k < lines.count; k++) {
			for (const char *c = lines.items[k].text; *c != '\0'; c++)
				assert_true(*c >= ' ' && *c <= '~');
		}
		guide_lines_free(&lines);
	}
}

static void a_page_is_found_by_name_title_or_word(void **state)
{
	(void)state;
	assert_string_equal(guide_find(&guide, "sleep")->name, "sleep");
	assert_string_equal(guide_find(&guide, "SLEEP")->name, "sleep");
	assert_string_equal(guide_find(&guide, "What not to mix")->name, "mixing");
	assert_string_equal(guide_find(&guide, "insomnia")->name, "sleep");
	assert_string_equal(guide_find(&guide, "naloxone")->name, "overdose");
	assert_null(guide_find(&guide, "slee"));
	assert_null(guide_find(&guide, ""));
	assert_null(guide_find(&guide, " "));
	assert_string_equal(guide_nearest(&guide, "slep"), "sleep");
}

static void a_search_finds_texts_with_all_the_words(void **state)
{
	struct guide_hits hits;

	(void)state;
	guide_search(&guide, "legs RESTLESS", &hits);
	assert_true(hits.count >= 3);
	for (size_t i = 0; i < hits.count; i++)
		assert_non_null(strstr(hits.items[i].text, "estless"));
	guide_hits_free(&hits);
	guide_search(&guide, "buprenorphine ward", &hits);
	assert_int_equal(hits.count, 0);
	guide_hits_free(&hits);
	guide_search(&guide, "   ", &hits);
	assert_int_equal(hits.count, 0);
	guide_hits_free(&hits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_page_has_its_place),
		cmocka_unit_test(each_page_fits_two_screens),
		cmocka_unit_test(no_line_is_wider_than_asked),
		cmocka_unit_test(nothing_is_lost_in_a_table),
		cmocka_unit_test(pages_are_easy_to_read),
		cmocka_unit_test(every_source_exists),
		cmocka_unit_test(pages_are_plain_ascii),
		cmocka_unit_test(a_page_is_found_by_name_title_or_word),
		cmocka_unit_test(a_search_finds_texts_with_all_the_words),
	};

	return cmocka_run_group_tests(tests, read_pages, free_pages);
}
