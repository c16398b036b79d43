/* SPDX-License-Identifier: MIT */
/*
 * A report on paper: exactly two pages whatever is on it, no line too wide, nothing that could harm a printer or a terminal.
 */
#include "export/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { PAGE_LINES = 64, WIDTH = 80 };

static const struct report_column columns[] = {{"Day", false}, {"Amount", true}, {"Why", false}};

static struct report report_with(size_t rows, size_t paragraphs, const char *text)
{
	struct report report = REPORT_INIT;

	report.title = mem_dup("A report");
	report.footer = mem_dup("Not medical advice.");
	for (int page = 0; page < REPORT_PAGES; page++) {
		struct report_part *part = report_add_part(&report, page, "Facts");

		report_add_fact(part, "Name", "");
		report_add_fact(part, "Note", text);
		part = report_add_part(&report, page, "Rows");
		report_set_columns(part, columns, sizeof(columns) / sizeof(columns[0]));
		for (size_t i = 0; i < rows; i++) {
			report_add_cellf(part, "day %zu", i);
			report_add_cellf(part, "%zu.0", i);
			report_add_cell(part, text);
		}
		for (size_t i = 0; i < paragraphs; i++)
			report_add_paragraph(part, text);
	}
	return report;
}

static struct str written(const struct report *report, bool ascii)
{
	struct str out = STR_INIT;

	report_txt(report, (struct txt_options){.page_lines = PAGE_LINES, .ascii = ascii}, &out);
	return out;
}

/* Two pages, each within its lines, each line within its columns. */
static void assert_fits(const struct str *text)
{
	int pages = 1, lines = 0;
	const char *line = text->data;

	while (*line != '\0') {
		size_t len = strcspn(line, "\n");
		struct str one = STR_INIT;

		if (*line == '\f') {
			pages++;
			lines = 0;
			line++;
			len--;
		}
		str_add_bytes(&one, line, len);
		assert_true(utf8_width(one.data) <= WIDTH);
		assert_true(len == 0 || line[len - 1] != ' ');
		str_free(&one);
		lines++;
		assert_true(lines <= PAGE_LINES);
		line += len + 1;
	}
	assert_int_equal(pages, REPORT_PAGES);
}

static void a_short_one_is_whole(void **state)
{
	struct report report = report_with(10, 2, "a few words");
	struct str text = written(&report, false);

	(void)state;
	assert_fits(&text);
	assert_null(strstr(text.data, "left out"));
	assert_non_null(strstr(text.data, "page 2 of 2"));
	assert_non_null(strstr(text.data, "Name          ____"));
	str_free(&text);
	report_free(&report);
}

/* The newest rows stay, and how many are missing is said. */
static void a_long_table_leaves_out_its_oldest_rows(void **state)
{
	struct report report = report_with(500, 1, "a few words");
	struct str text = written(&report, false);

	(void)state;
	assert_fits(&text);
	assert_non_null(strstr(text.data, "earlier rows are left out here)"));
	assert_non_null(strstr(text.data, "day 499"));
	assert_null(strstr(text.data, "day 17 "));
	str_free(&text);
	report_free(&report);
}

static void nothing_makes_a_third_page(void **state)
{
	struct str words = STR_INIT;
	struct report report;
	struct str text;

	(void)state;
	str_add_repeat(&words, "words and ", 600);
	for (size_t rows = 0; rows < 40; rows += 13) {
		report = report_with(rows, 3, words.data);
		text = written(&report, false);
		assert_fits(&text);
		str_free(&text);
		report_free(&report);
	}
	report = (struct report)REPORT_INIT;
	report_add_paragraph(report_add_part(&report, 0, "One"), "here");
	report_add_paragraph(report_add_part(&report, 1, words.data), "there");
	text = written(&report, false);
	assert_fits(&text);
	str_free(&text);
	report_free(&report);
	str_free(&words);
}

static void what_is_printed_is_harmless(void **state)
{
	struct report report = report_with(3, 1, "caf\xC3\xA9 \x1b[31m \xE2\x86\x92 \f \xff");
	struct str text = written(&report, true);

	(void)state;
	assert_fits(&text);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];

		assert_true(c == '\n' || c == '\f' || (c >= ' ' && c < 0x7F));
	}
	assert_non_null(strstr(text.data, "cafe ?[31m -> "));
	str_free(&text);
	report_free(&report);
}

static void json_has_all_of_it(void **state)
{
	struct report report = report_with(2, 1, "a \"word\"");
	struct json json = JSON_INIT;

	(void)state;
	report_json(&report, &json);
	assert_non_null(strstr(json.out.data, "\"columns\": [\"Day\", \"Amount\", \"Why\"]"));
	assert_non_null(strstr(json.out.data, "[\"day 1\", \"1.0\", \"a \\\"word\\\"\"]"));
	json_free(&json);
	report_free(&report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_short_one_is_whole),
		cmocka_unit_test(a_long_table_leaves_out_its_oldest_rows),
		cmocka_unit_test(nothing_makes_a_third_page),
		cmocka_unit_test(what_is_printed_is_harmless),
		cmocka_unit_test(json_has_all_of_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
