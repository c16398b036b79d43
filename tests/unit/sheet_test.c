/* SPDX-License-Identifier: MIT */
#include "export/txt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { PAGE_LINES = 64, WIDTH = 80, LEFT = 15 };

static const struct txt_options ascii = {.page_lines = PAGE_LINES, .ascii = true};
static const struct txt_options unicode = {.page_lines = PAGE_LINES, .ascii = false};

/* Cuts of 5 % a week down to a tenth, then to nothing in fixed cuts. */
static struct schedule schedule_of(enum unit unit, int64_t measure_milli, size_t slots,
				   int64_t from_milli)
{
	struct plan plan = {.unit = unit,
			    .measure = amount_from_milli(measure_milli),
			    .slot_count = slots,
			    .phase_count = 2};
	struct schedule schedule = SCHEDULE_INIT;
	struct day first = day_from_civil((struct civil){2026, 12, 1});
	struct err err;

	for (size_t i = 0; i < slots; i++)
		plan.slots[i] = (struct slot){.minute = (int16_t)(360 + 75 * i),
					      .share = {.nano = AMOUNT_UNIT}};
	plan_default_shrink(&plan);
	plan.phases[0] = (struct phase){.kind = PHASE_CUT_CURRENT,
					.every_days = 7,
					.cut_rate = {.bp = 500},
					.until = amount_from_milli(from_milli / 10)};
	plan.phases[1] = (struct phase){.kind = PHASE_CUT_FIXED,
					.every_days = 7,
					.cut_amount = amount_from_milli(from_milli / 80),
					.until = amount_from_milli(from_milli / 40)};
	if (!plan_valid(&plan, &err) || !schedule_build(&plan, amount_from_milli(from_milli), first,
							FACTOR_ONE, &schedule, &err))
		fail_msg("%s", err.msg);
	return schedule;
}

static struct sheet sheet_of(const struct schedule *schedule)
{
	struct sheet sheet = {.title = mem_dup("Steady, 5 % a week"), .schedule = schedule};

	sheet_add_fact(&sheet, "For", "");
	sheet_add_fact(&sheet, "Speed", "cut 5 % of the current amount every 7 days");
	sheet_add_note(&sheet, "Emergency: call 112.");
	sheet_add_note(&sheet, "This is not medical advice.");
	sheet_add_days(&sheet, schedule_first_day(schedule),
		       day_add(schedule_last_day(schedule), 1));
	return sheet;
}

static struct str print(const struct sheet *sheet, struct txt_options options)
{
	struct str out = STR_INIT;

	txt_write(sheet, options, &out);
	return out;
}

/* The next line into buf, a form feed before it dropped; false at the end. */
static bool next_line(const char **text, char buf[512])
{
	size_t len;

	if (**text == '\f')
		++*text;
	if (**text == '\0')
		return false;
	len = strcspn(*text, "\n");
	assert_true(len < 512);
	memcpy(buf, *text, len);
	buf[len] = '\0';
	*text += len + ((*text)[len] == '\n' ? 1 : 0);
	return true;
}

/* Milli-units of a number in text; the number ends at a blank. */
static int64_t milli_at(const char *text)
{
	char word[32];
	size_t len = strcspn(text, " ");
	struct amount amount;
	enum unit unit;
	struct err err;

	assert_true(len < sizeof(word));
	memcpy(word, text, len);
	word[len] = '\0';
	if (!amount_read(word, &amount, &unit, &err))
		fail_msg("%s", err.msg);
	return amount_milli(amount);
}

/* Adds up what stands behind the boxes of a line; *rest is where the line goes on after the last slot. */
static int64_t sum_boxes(const char *line, int *boxes, const char **rest)
{
	int64_t sum = 0;

	*rest = line;
	for (const char *box = strstr(line, "[ ]"); box != NULL; box = strstr(*rest, "[ ]")) {
		const char *number = box + 3 + strspn(box + 3, " ");

		sum += milli_at(number);
		++*boxes;
		*rest = number + strcspn(number, " ");
	}
	while (strspn(*rest, " ") > 0 && (*rest)[strspn(*rest, " ")] == '-')
		*rest += strspn(*rest, " ") + 1;
	return sum;
}

static bool is_row(const char *line)
{
	for (int weekday = 0; weekday < 7; weekday++) {
		if (str_starts(line, weekday_short(weekday)) && line[3] == ' ')
			return true;
	}
	return false;
}

static bool is_second_row(const char *line)
{
	return strspn(line, " ") >= LEFT &&
	       (strstr(line, "[ ]") != NULL || strstr(line, " -") != NULL);
}

/* Every row on paper against the schedule it was printed from. */
static void check_rows(const struct schedule *schedule, const char *text)
{
	char line[512] = "", expected[64], iso[DAY_TEXT_SIZE];
	int32_t rows = 0;
	bool more = next_line(&text, line);

	while (more) {
		struct day day = day_add(schedule_first_day(schedule), rows);
		struct civil civil = day_to_civil(day);
		const struct level *level = schedule_at(schedule, day);
		int boxes = 0, open = 0;
		int64_t sum, total;
		const char *rest;

		if (!is_row(line)) {
			more = next_line(&text, line);
			continue;
		}
		snprintf(expected, sizeof(expected), "%s %2d %s %4d",
			 weekday_short(day_weekday(day)), civil.mday, month_short(civil.month),
			 rows + 1);
		if (strncmp(line, expected, strlen(expected)) != 0)
			fail_msg("'%s' wanted, '%s' printed", expected, line);
		sum = sum_boxes(line + LEFT, &boxes, &rest);
		total = milli_at(rest + strspn(rest, " "));
		while ((more = next_line(&text, line)) && is_second_row(line))
			sum += sum_boxes(line, &boxes, &rest);
		for (size_t i = 0; i < schedule->slot_count; i++)
			open += schedule_doses(schedule, level)[i].nano > 0 ? 1 : 0;
		if (sum != total || total != amount_milli(level->target) || boxes != open)
			fail_msg("%s: doses add up to %d, total printed %d, planned %d",
				 day_iso(day, iso), (int)sum, (int)total,
				 (int)amount_milli(level->target));
		rows++;
	}
	assert_int_equal(rows, schedule_days(schedule) + 1);
}

/* Pages as the head counts them, none too long, no line too wide or with a blank at its end. */
static void check_pages(const char *text, bool only_ascii)
{
	int pages = 1, page = 0, of = 0, lines = 0;
	char line[512];

	for (const char *c = text; *c != '\0'; c++)
		pages += *c == '\f' ? 1 : 0;
	while (*text != '\0') {
		bool fresh = page == 0 || *text == '\f';
		const char *count;

		assert_true(next_line(&text, line));
		lines = fresh ? 1 : lines + 1;
		assert_true(lines <= PAGE_LINES);
		assert_true(utf8_width(line) <= WIDTH);
		assert_true(line[0] == '\0' || line[strlen(line) - 1] != ' ');
		for (const char *c = line; only_ascii && *c != '\0'; c++)
			assert_in_range(*c, 0x20, 0x7E);
		if (!fresh)
			continue;
		count = strstr(line, "  page ");
		assert_non_null(count);
		page++;
		assert_int_equal(milli_at(count + strlen("  page ")), page * 1000);
		count = strstr(count, " of ");
		assert_non_null(count);
		of = (int)(milli_at(count + strlen(" of ")) / 1000);
		assert_int_equal(of, pages);
	}
	assert_int_equal(page, pages);
}

static void check_plan(enum unit unit, int64_t measure_milli, size_t slots, int64_t from_milli)
{
	struct schedule schedule = schedule_of(unit, measure_milli, slots, from_milli);
	struct sheet sheet = sheet_of(&schedule);
	struct str out = print(&sheet, ascii), again = print(&sheet, ascii), weigh;

	check_rows(&schedule, out.data);
	check_pages(out.data, true);
	assert_string_equal(out.data, again.data);
	sheet.weigh = true;
	weigh = print(&sheet, ascii);
	check_rows(&schedule, weigh.data);
	check_pages(weigh.data, true);
	str_free(&out);
	str_free(&again);
	str_free(&weigh);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void test_steady_from_twenty_grams(void **state)
{
	(void)state;
	check_plan(UNIT_GRAM, 100, 4, 20000);
}

static void test_capsules(void **state)
{
	(void)state;
	check_plan(UNIT_CAPSULE, 1000, 3, 40000);
	check_plan(UNIT_CAPSULE, 1000, 7, 16000);
}

static void test_twelve_slots(void **state)
{
	(void)state;
	check_plan(UNIT_GRAM, 100, 12, 20000);
	check_plan(UNIT_GRAM, 50, 12, 96000);
}

static void test_every_count_of_slots_and_width_of_number(void **state)
{
	(void)state;
	for (size_t slots = 1; slots <= PLAN_SLOT_MAX; slots++) {
		check_plan(UNIT_GRAM, 10, slots, 30000);
		check_plan(UNIT_MG, 1, slots, 9999999);
	}
}

static bool has(const struct str *text, const char *words)
{
	return strstr(text->data, words) != NULL;
}

static void test_what_is_on_it(void **state)
{
	struct schedule schedule = schedule_of(UNIT_GRAM, 100, 4, 20000);
	struct sheet sheet = sheet_of(&schedule);
	struct day first = schedule_first_day(&schedule);
	struct str out;
	int steps = 0;

	(void)state;
	sheet_add_caution(&sheet, "The last step is larger than the ones before it.");
	sheet_set_taken(&sheet, first, amount_from_milli(18250));
	sheet_set_taken(&sheet, day_add(first, 1), amount_from_milli(21000));
	sheet_set_taken(&sheet, day_add(first, -1), amount_from_milli(99000));
	out = print(&sheet, ascii);
	assert_true(str_starts(out.data, "Steady, 5 % a week "));
	assert_true(has(&out, "\nFor    ____________"));
	assert_true(has(&out, "\nSpeed  cut 5 % of the current amount every 7 days\n"));
	assert_true(has(&out, "* The last step is larger than the ones before it.\n"));
	assert_true(has(&out, "  >> step: -5 %, 20.0 -> 19.0 g a day\nTue  1 Dec    1  [ ] 4.8"));
	assert_true(has(&out, "  >> step: -4.7 %, 19.0 -> 18.1 g a day\nTue  8 Dec    8  [ ]"));
	assert_true(has(&out, "  >> goal: 0.5 -> 0.0 g a day\n"));
	assert_true(has(&out, "Week 1   1 Dec 2026 - 7 Dec 2026  "));
	assert_true(has(&out, "133.0 g in all\n"));
	assert_true(has(&out, "  19.0  18.25  _____  _____\n"));
	assert_true(has(&out, "  19.0   21.0  _____  _____\n"));
	assert_false(has(&out, "99.0"));
	assert_true(has(&out, "\nThis is not medical advice.\n"));
	assert_true(has(&out, "\n\nEmergency: call 112.\n\f"));
	for (const char *c = strstr(out.data, ">> step"); c != NULL; c = strstr(c + 1, ">> step"))
		steps++;
	assert_int_equal(steps, schedule.level_count - 1);
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void test_other_letters(void **state)
{
	struct schedule schedule = schedule_of(UNIT_GRAM, 100, 4, 20000);
	struct sheet sheet = sheet_of(&schedule);
	struct str out;

	(void)state;
	sheet_add_caution(&sheet, "Łódź – “½ g”, 5 → 4 \x1B[31m\f日");
	sheet_add_note(&sheet, "A\x1B]0;x\x07 note\nof two lines \xFF");
	out = print(&sheet, ascii);
	check_pages(out.data, true);
	assert_true(has(&out, "* Lodz - \"1/2 g\", 5 -> 4 ?[31m??\n"));
	assert_true(has(&out, "A?]0;x? note of two lines ?\n"));
	str_free(&out);
	out = print(&sheet, unicode);
	check_pages(out.data, false);
	assert_true(has(&out, "* Łódź – “½ g”, 5 → 4 ?[31m?日\n"));
	assert_false(has(&out, "\x1B"));
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

/* Far more text than a page holds, and words longer than a line. */
static void test_long_texts(void **state)
{
	struct schedule schedule = schedule_of(UNIT_GRAM, 100, 2, 8000);
	struct sheet sheet = sheet_of(&schedule);
	struct str text = STR_INIT, out;
	size_t letters = 0;

	(void)state;
	str_add_repeat(&text, "x", 300);
	for (int i = 0; i < 1500; i++)
		str_add(&text, " word");
	sheet_add_caution(&sheet, text.data);
	sheet_add_note(&sheet, text.data);
	out = print(&sheet, ascii);
	check_pages(out.data, true);
	check_rows(&schedule, out.data);
	for (const char *c = out.data; *c != '\0'; c++)
		letters += *c == 'x' ? 1 : 0;
	assert_true(letters >= 600);
	str_free(&out);
	str_free(&text);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void test_part_of_the_way(void **state)
{
	struct schedule schedule = schedule_of(UNIT_GRAM, 100, 4, 20000);
	struct sheet sheet = {.schedule = &schedule};
	struct day first = day_add(schedule_first_day(&schedule), 9);
	struct str out;

	(void)state;
	sheet_add_days(&sheet, first, day_add(first, 5));
	assert_int_equal(sheet.day_count, 6);
	assert_int_equal(sheet.days[0].number, 10);
	assert_false(sheet.days[0].step);
	assert_true(sheet.days[5].step);
	out = print(&sheet, (struct txt_options){.page_lines = 0, .ascii = true});
	check_pages(out.data, true);
	assert_true(has(&out, "Week 2   10 Dec 2026 - 14 Dec 2026  "));
	assert_true(has(&out, "Week 3   15 Dec 2026  "));
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steady_from_twenty_grams),
		cmocka_unit_test(test_capsules),
		cmocka_unit_test(test_twelve_slots),
		cmocka_unit_test(test_every_count_of_slots_and_width_of_number),
		cmocka_unit_test(test_what_is_on_it),
		cmocka_unit_test(test_other_letters),
		cmocka_unit_test(test_long_texts),
		cmocka_unit_test(test_part_of_the_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
