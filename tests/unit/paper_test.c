/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "export/html.h"
#include "export/ics.h"
#include "export/md.h"

enum { OCTETS = 75 };

static const char hostile[] =
	"  =cmd|' /C calc'!A0 </style><script>alert(1)</script> \"&amp; \x1B[31m\r\n"
	"日本, שלום; \\n `x` [y](z) *b* \xFF";

/* Two doses, the second after midnight; 10 % a week from 8 g. */
static struct schedule schedule_from(struct day first, int16_t second_minute)
{
	struct plan plan = {.unit = UNIT_GRAM,
			    .measure = amount_from_milli(100),
			    .slot_count = 2,
			    .phase_count = 1};
	struct schedule schedule = SCHEDULE_INIT;
	struct err err;

	plan.slots[0] = (struct slot){.minute = 480, .share = {.nano = AMOUNT_UNIT}};
	plan.slots[1] = (struct slot){.minute = second_minute, .share = {.nano = AMOUNT_UNIT}};
	snprintf(plan.slots[0].name, sizeof(plan.slots[0].name), "<b>|=1;,");
	plan_default_shrink(&plan);
	plan.phases[0] = (struct phase){.kind = PHASE_CUT_CURRENT,
					.every_days = 7,
					.cut_rate = {.bp = 1000},
					.until = amount_from_milli(2000)};
	if (!schedule_build(&plan, amount_from_milli(8000), first, FACTOR_ONE, &schedule, &err))
		fail_msg("%s", err.msg);
	return schedule;
}

static struct day day_one(void)
{
	return day_from_civil((struct civil){2026, 12, 1});
}

static struct sheet sheet_of(const struct schedule *schedule)
{
	struct sheet sheet = {.title = mem_dup(hostile), .schedule = schedule};

	sheet_add_fact(&sheet, "For", "");
	sheet_add_fact(&sheet, "+1", hostile);
	sheet_add_caution(&sheet, hostile);
	sheet_add_note(&sheet, hostile);
	sheet_add_note(&sheet, "12. of twelve");
	sheet_add_days(&sheet, schedule_first_day(schedule),
		       day_add(schedule_last_day(schedule), 1));
	return sheet;
}

static bool has(const struct str *text, const char *words)
{
	return strstr(text->data, words) != NULL;
}

static size_t count_of(const struct str *text, const char *words)
{
	size_t count = 0;

	for (const char *at = strstr(text->data, words); at != NULL; at = strstr(at + 1, words))
		count++;
	return count;
}

static void nothing_in_a_page_is_a_tag_or_a_formula(void **state)
{
	struct schedule schedule = schedule_from(day_one(), 60);
	struct sheet sheet = sheet_of(&schedule);
	struct str out = STR_INIT, again = STR_INIT;

	(void)state;
	html_write(&sheet, (struct html_options){.paper = "A4"}, &out);
	html_write(&sheet, (struct html_options){.paper = "A4"}, &again);
	assert_string_equal(out.data, again.data);
	assert_true(utf8_valid(out.data, out.len));
	assert_false(has(&out, "<script"));
	assert_false(has(&out, "\x1B"));
	assert_false(has(&out, "<b>"));
	assert_int_equal(count_of(&out, "</style>"), 1);
	assert_int_equal(count_of(&out, "<style>"), 1);
	assert_true(
		has(&out, "<title>&#39;=cmd|&#39; /C calc&#39;!A0 &lt;/style&gt;&lt;script&gt;"));
	assert_true(has(&out, "<dt>&#39;+1</dt>"));
	assert_true(has(&out, "&quot;&amp;amp;"));
	assert_true(has(&out, "size:A4;"));
	assert_true(has(&out, "content:\"  \\00003d cmd"));
	assert_false(has(&out, ">="));
	assert_false(has(&out, "> ="));
	str_free(&out);
	str_free(&again);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void nothing_in_notes_is_a_mark(void **state)
{
	struct schedule schedule = schedule_from(day_one(), 60);
	struct sheet sheet = sheet_of(&schedule);
	struct str out = STR_INIT;

	(void)state;
	md_write(&sheet, &out);
	assert_false(has(&out, "<"));
	assert_false(has(&out, "\x1B"));
	assert_true(has(&out, "# \\'=cmd\\|' /C calc'!A0 &lt;/style\\>"));
	assert_true(has(&out, "\\`x\\` \\[y\\](z) \\*b\\*"));
	assert_true(has(&out, "\n- 12\\. of twelve\n"));
	assert_true(has(&out, "| 08:00 &lt;b\\>\\|=1;, | 01:00 |"));
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void a_week_is_the_sum_of_its_days(void **state)
{
	struct schedule schedule = schedule_from(day_one(), 60);
	struct sheet sheet = sheet_of(&schedule);
	struct sheet_portion portions[SHEET_PORTION_MAX];
	struct sheet_week week = {.end = 0};
	int64_t all = 0;

	(void)state;
	while (week.end < sheet.day_count) {
		int64_t days = 0, weighed = 0;
		size_t count;

		week = sheet_week_at(&sheet, week.end);
		for (size_t i = week.first; i < week.end; i++)
			days += sheet.days[i].level->target.nano;
		count = sheet_portions(&sheet, &week, portions);
		for (size_t i = 0; i < count; i++) {
			weighed += portions[i].amount.nano * portions[i].count;
			assert_true(i == 0 ||
				    portions[i].amount.nano < portions[i - 1].amount.nano);
		}
		assert_int_equal(week.total.nano, days);
		assert_int_equal(weighed, days);
		assert_int_equal(week.slots[0].nano + week.slots[1].nano, days);
		all += days;
	}
	assert_int_equal(all, schedule_total(&schedule, day_one()).nano);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

/* No line is longer than the standard has it, none ends within a character, and put together they are what was meant. */
static void check_lines(const struct str *text)
{
	const char *line = text->data;

	assert_true(text->len > 2);
	while (*line != '\0') {
		const char *end = strstr(line, "\r\n");

		assert_non_null(end);
		assert_true(end - line <= OCTETS);
		assert_true(utf8_valid(line, (size_t)(end - line)));
		for (const char *at = line; at < end; at++)
			assert_true((unsigned char)*at >= 0x20);
		line = end + 2;
	}
}

static struct str write_calendar(const struct ics_calendar *calendar)
{
	struct str out = STR_INIT;
	struct err err;

	if (!ics_write(calendar, &out, &err))
		fail_msg("%s", err.msg);
	check_lines(&out);
	return out;
}

static struct ics_calendar calendar_of(const struct sheet *sheet)
{
	return (struct ics_calendar){.sheet = sheet,
				     .plan_utc = 1795267800,
				     .made_utc = 1795354200,
				     .sequence = 3,
				     .from = sheet->days[0].day,
				     .to = DAY_NEVER,
				     .ends = DAY_NEVER,
				     .day_starts = 240};
}

static void a_calendar_has_each_step_and_each_dose(void **state)
{
	struct schedule schedule = schedule_from(day_one(), 60);
	struct sheet sheet = sheet_of(&schedule);
	struct ics_calendar calendar = calendar_of(&sheet);
	struct str out = write_calendar(&calendar);

	(void)state;
	assert_int_equal(count_of(&out, "BEGIN:VEVENT\r\n"), schedule.level_count);
	assert_true(has(&out, "UID:step-1-20261121T133000Z@taper\r\nDTSTAMP:20261122T133000Z\r\n"
			      "SEQUENCE:3\r\n"));
	assert_true(has(&out, "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261208\r\n"));
	assert_true(has(&out, "SUMMARY:7.2 g a day\r\n"));
	assert_true(has(&out, "SUMMARY:Goal: 0.0 g a day\r\n"));
	assert_true(has(&out, "08:00 <b>|=1\\;\\,: 3.6 g\\n"));
	assert_false(has(&out, "VALARM"));
	str_free(&out);

	calendar.doses = true;
	out = write_calendar(&calendar);
	assert_int_equal(count_of(&out, "BEGIN:VALARM\r\n"), 2 * (size_t)schedule_days(&schedule));
	assert_true(has(&out, "UID:dose-20261201-1@taper\r\n"));
	assert_true(has(&out, "DTSTART:20261201T080000\r\nDURATION:PT15M\r\n"));
	/* Past midnight it is the same day of the plan, and the next one of the calendar. */
	assert_true(has(&out, "UID:dose-20261201-2@taper\r\n"));
	assert_true(has(&out, "DTSTART:20261202T010000\r\n"));
	assert_false(has(&out, "CANCELLED"));
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void what_is_no_more_is_cancelled(void **state)
{
	struct schedule schedule = schedule_from(day_one(), 60);
	struct sheet sheet = sheet_of(&schedule);
	struct ics_calendar calendar = calendar_of(&sheet);
	struct ics_state before[] = {
		{.plan_utc = 100, .ends = day_add(day_one(), 3)},
		{.plan_utc = calendar.plan_utc, .ends = DAY_NEVER},
	};
	struct str out;

	(void)state;
	before[0].schedule = schedule_from(day_add(day_one(), -10), 60);
	before[1].schedule = schedule_from(day_add(day_one(), 21), 60);
	calendar.before = before;
	calendar.before_count = 2;
	out = write_calendar(&calendar);
	/* The other plan's first two steps began before it ended; all of this plan's are there still, on other days. */
	assert_int_equal(count_of(&out, "STATUS:CANCELLED\r\n"),
			 before[0].schedule.level_count - 2);
	assert_true(has(&out, "UID:step-3-19700101T000140Z@taper\r\n"));
	assert_int_equal(count_of(&out, "UID:step-2-20261121T133000Z@taper\r\n"), 1);
	str_free(&out);

	calendar.doses = true;
	out = write_calendar(&calendar);
	/* Three weeks of doses more than there are now. */
	assert_int_equal(count_of(&out, "STATUS:CANCELLED\r\n"),
			 before[0].schedule.level_count - 2 + (size_t)2 * 21);
	str_free(&out);
	schedule_free(&before[0].schedule);
	schedule_free(&before[1].schedule);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

static void a_dose_without_a_time_has_no_place_in_a_calendar(void **state)
{
	struct schedule schedule = schedule_from(day_one(), -1);
	struct sheet sheet = sheet_of(&schedule);
	struct ics_calendar calendar = calendar_of(&sheet);
	struct str out = STR_INIT;
	struct err err;

	(void)state;
	calendar.doses = true;
	assert_false(ics_write(&calendar, &out, &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_int_equal(out.len, 0);
	calendar.doses = false;
	out = write_calendar(&calendar);
	assert_true(has(&out, "dose 2: 3.6 g\\n"));
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

/* A day that is over may have been planned for a finer scale, and with other doses. */
static void days_of_another_scale_stay_exact(void **state)
{
	struct schedule schedule = schedule_from(day_one(), 60);
	struct sheet sheet;
	struct str out = STR_INIT;

	(void)state;
	schedule.levels[0].target = amount_from_milli(7225);
	sheet = sheet_of(&schedule);
	assert_false(sheet.days[0].split);
	assert_true(sheet.days[7].split);
	assert_int_equal(sheet_decimals(&sheet), 3);
	md_write(&sheet, &out);
	assert_true(has(&out, "| Tue 1 Dec | 1 | \u2013 | \u2013 | **7.225** |"));
	assert_true(has(&out, "| Tue 8 Dec | 8 | \u2610 3.200 | \u2610 3.300 | **6.500** |"));
	str_free(&out);
	sheet_free(&sheet);
	schedule_free(&schedule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_in_a_page_is_a_tag_or_a_formula),
		cmocka_unit_test(nothing_in_notes_is_a_mark),
		cmocka_unit_test(a_week_is_the_sum_of_its_days),
		cmocka_unit_test(a_calendar_has_each_step_and_each_dose),
		cmocka_unit_test(what_is_no_more_is_cancelled),
		cmocka_unit_test(a_dose_without_a_time_has_no_place_in_a_calendar),
		cmocka_unit_test(days_of_another_scale_stay_exact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
