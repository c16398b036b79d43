/* SPDX-License-Identifier: MIT */
/*
 * Check-ins, urges, notes and answers as values; what they say together.
 */
#include "engine/diary.h"
#include "engine/trend.h"
#include "engine/urges.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

enum { UTC = 1795600800, NOON_UTC = 20778 * 86400 + 12 * 3600 };

static void refused(bool ok, const struct err *err, const char *words)
{
	if (ok)
		fail_msg("this was to be refused: %s", words);
	if (err->code != ERR_INVALID || strstr(err->msg, words) == NULL)
		fail_msg("'%s', wanted '%s'", err->msg, words);
}

static char *text_of(size_t len)
{
	char *text = mem_alloc(len + 1, 1);

	memset(text, 'a', len);
	return text;
}

static void replace(char **text, char *with)
{
	free(*text);
	*text = with;
}

static struct checkin rated(void)
{
	struct checkin checkin = {.utc = UTC, .utc_offset = 60, .sleep_minutes = SLEEP_UNKNOWN};

	checkin_set(&checkin, "craving", 2);
	checkin_set(&checkin, "aches", 1);
	return checkin;
}

static void test_a_check_in_keeps_each_item_once(void **state)
{
	struct checkin checkin = rated(), copy;
	struct err err;

	(void)state;
	checkin_set(&checkin, "craving", 4);
	assert_int_equal(checkin.count, 2);
	assert_int_equal(checkin_score(&checkin, "craving"), 4);
	assert_int_equal(checkin_score(&checkin, "aches"), 1);
	assert_int_equal(checkin_score(&checkin, "sleep"), -1);
	assert_int_equal(checkin_mean(&checkin), 250);
	checkin_set(&checkin, "tense", 3);
	assert_int_equal(checkin_mean(&checkin), 267);
	assert_true(checkin_valid(&checkin, &err));
	assert_string_equal(checkin.note, "");
	checkin_copy(&copy, &checkin);
	checkin_set(&copy, "aches", 0);
	checkin_set(&copy, "cold", 0);
	assert_int_equal(checkin_score(&checkin, "aches"), 1);
	assert_int_equal(copy.count, 4);
	checkin_free(&copy);
	checkin_free(&checkin);
	assert_int_equal(checkin_mean(&checkin), -1);
}

static void test_a_check_in_out_of_range_is_refused(void **state)
{
	struct checkin checkin = rated();
	struct checkin empty = {.utc = UTC, .sleep_minutes = SLEEP_UNKNOWN};
	struct err err;

	(void)state;
	checkin_set(&checkin, "aches", 5);
	refused(checkin_valid(&checkin, &err), &err, "'aches' is rated 5, not 0 to 4");
	checkin_set(&checkin, "aches", -1);
	refused(checkin_valid(&checkin, &err), &err, "rated -1");
	checkin_set(&checkin, "aches", 0);
	checkin.sleep_minutes = 1441;
	refused(checkin_valid(&checkin, &err), &err, "sleep");
	checkin.sleep_minutes = 1440;
	assert_true(checkin_valid(&checkin, &err));
	replace(&checkin.note, text_of(CHECKIN_NOTE_MAX + 1));
	refused(checkin_valid(&checkin, &err), &err, "'note' is longer than 2000 bytes");
	replace(&checkin.note, mem_dup("\xFF"));
	refused(checkin_valid(&checkin, &err), &err, "'note' is not valid UTF-8");
	replace(&checkin.note, mem_dup(""));
	checkin.utc = INT64_C(253402300800);
	refused(checkin_valid(&checkin, &err), &err, "time");
	checkin.utc = UTC;
	memcpy(checkin.scores[0].item, "aches", sizeof("aches"));
	refused(checkin_valid(&checkin, &err), &err, "'aches' is rated twice");
	refused(checkin_valid(&empty, &err), &err, "says nothing");
	checkin_free(&checkin);
	checkin_free(&empty);
}

static void test_urges_notes_and_answers_prove_themselves(void **state)
{
	struct urge urge = {.utc = UTC, .seconds = 660, .outcome = URGE_RODE_OUT};
	struct note note = {.utc = UTC};
	struct answers answers = {.utc = UTC, .kind = "safety"};
	enum urge_outcome outcome;
	struct err err;

	(void)state;
	urge.tags = mem_dup("stress,  work;");
	assert_true(urge_valid(&urge, &err));
	assert_string_equal(urge.tags, "stress work");
	assert_string_equal(urge.helped, "");
	urge.seconds = URGE_SECONDS_MAX + 1;
	refused(urge_valid(&urge, &err), &err, "24 hours");
	urge.seconds = 0;
	replace(&urge.helped, text_of(URGE_HELPED_MAX + 1));
	refused(urge_valid(&urge, &err), &err, "'helped' is longer");
	for (int i = 0; i < URGE_OUTCOME_COUNT; i++) {
		assert_true(urge_outcome_read(urge_outcome_name((enum urge_outcome)i), &outcome));
		assert_int_equal(outcome, i);
	}
	assert_false(urge_outcome_read("Took", &outcome));
	note.text = mem_dup("two\nlines \n\n");
	assert_true(note_valid(&note, &err));
	assert_string_equal(note.text, "two\nlines");
	replace(&note.text, mem_dup(" \n"));
	refused(note_valid(&note, &err), &err, "empty");
	replace(&note.text, text_of(NOTE_TEXT_MAX + 1));
	refused(note_valid(&note, &err), &err, "longer than 20000 bytes");
	assert_true(answers_valid(&answers, &err));
	replace(&answers.body, text_of(ANSWERS_BODY_MAX + 1));
	refused(answers_valid(&answers, &err), &err, "longer than 8000 bytes");
	answers.kind[0] = '\0';
	refused(answers_valid(&answers, &err), &err, "kind");
	urge_free(&urge);
	note_free(&note);
	answers_free(&answers);
}

static void test_a_cut_is_told_only_with_enough_days_around_it(void **state)
{
	static const struct {
		const char *days; /* a digit is a rating, '.' none */
		int cut, next;
		bool known;
		int before, after;
	} blocks[] = {
		{"1112222222", 3, 10, true, 100, 200}, {"1112222222999", 3, 10, true, 100, 200},
		{"11.2222", 3, 7, true, 100, 200},     {"1..2222222", 3, 10, false, 0, 0},
		{"111222", 3, 6, false, 0, 0},         {"1112.2.2.2", 3, 10, true, 100, 200},
		{"1112.2.2..", 3, 10, false, 0, 0},    {"1112224444", 3, 6, false, 0, 0},
		{"1112222444", 3, 7, true, 100, 200},  {"112222222", 2, 9, false, 0, 0},
		{"011444433", 3, 9, true, 67, 367},    {"1111", 4, 4, false, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
		int16_t values[16];
		int32_t count = (int32_t)strlen(blocks[i].days);
		struct trend trend = {0};

		for (int32_t n = 0; n < count; n++)
			values[n] = blocks[i].days[n] == '.'
					    ? TREND_NONE
					    : (int16_t)((blocks[i].days[n] - '0') * 100);
		assert_int_equal(trend_at_cut(values, count, blocks[i].cut, blocks[i].next, &trend),
				 blocks[i].known);
		assert_int_equal(trend.before, blocks[i].before);
		assert_int_equal(trend.after, blocks[i].after);
		assert_int_equal(trend.change, blocks[i].after - blocks[i].before);
	}
}

static struct urge urge_at(int hour, int32_t seconds, enum urge_outcome outcome)
{
	static char stress[] = "stress", both[] = "stress work", walk[] = "a walk",
		    loud[] = "A Walk", none[] = "";

	return (struct urge){
		.utc = NOON_UTC + (hour - 12) * 3600 + seconds % 3600,
		.seconds = seconds,
		.outcome = outcome,
		.tags = hour % 2 == 0 ? both : stress,
		.helped = outcome != URGE_RODE_OUT ? none
			  : hour % 2 == 0          ? loud
						   : walk,
		.note = none,
	};
}

static void test_few_urges_say_little(void **state)
{
	struct urge urges[URGES_MEDIAN_LEAST];
	struct urge_stats stats;

	(void)state;
	for (int i = 0; i < URGES_MEDIAN_LEAST; i++)
		urges[i] = urge_at(15, 60 * (i + 1), URGE_RODE_OUT);
	urge_stats_of(urges, URGES_MEDIAN_LEAST - 1, &stats);
	assert_int_equal(stats.passed, 4);
	assert_int_equal(stats.median_seconds, 0);
	assert_int_equal(stats.worst_hour, -1);
	urge_stats_free(&stats);
	urge_stats_of(urges, URGES_MEDIAN_LEAST, &stats);
	assert_int_equal(stats.median_seconds, 180);
	urge_stats_free(&stats);
	urge_stats_of(NULL, 0, &stats);
	assert_int_equal(stats.total, 0);
	assert_int_equal(stats.triggers.count, 0);
	urge_stats_free(&stats);
}

static void test_urges_counted_up(void **state)
{
	enum { COUNT = 14 };
	struct urge urges[COUNT];
	struct urge_stats stats;

	(void)state;
	for (int i = 0; i < COUNT; i++)
		urges[i] = urge_at(i, 60 * (COUNT - i), URGE_RODE_OUT);
	urge_stats_of(urges, COUNT, &stats);
	assert_int_equal(stats.worst_hour, -1);
	urge_stats_free(&stats);
	for (int i = 0; i < 4; i++)
		urges[i] = urge_at(23, 0, i == 0 ? URGE_OPEN : URGE_TOOK);
	urges[4] = urge_at(0, 0, URGE_TOOK);
	urge_stats_of(urges, COUNT, &stats);
	assert_int_equal(stats.total, COUNT);
	assert_int_equal(stats.answered, COUNT - 1);
	assert_int_equal(stats.passed, COUNT - 5);
	assert_int_equal(stats.timed, COUNT - 5);
	assert_int_equal(stats.median_seconds, 300);
	assert_int_equal(stats.worst_hour, 23);
	assert_int_equal(stats.worst_count, 5);
	assert_int_equal(stats.triggers.count, 2);
	assert_string_equal(stats.triggers.items[0].word, "stress");
	assert_int_equal(stats.triggers.items[0].count, COUNT);
	assert_int_equal(stats.triggers.items[0].answered, COUNT - 1);
	assert_int_equal(stats.triggers.items[0].passed, COUNT - 5);
	assert_string_equal(stats.triggers.items[1].word, "work");
	assert_int_equal(stats.helped.count, 1);
	assert_int_equal(stats.helped.items[0].count, COUNT - 5);
	urge_stats_free(&stats);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_check_in_keeps_each_item_once),
		cmocka_unit_test(test_a_check_in_out_of_range_is_refused),
		cmocka_unit_test(test_urges_notes_and_answers_prove_themselves),
		cmocka_unit_test(test_a_cut_is_told_only_with_enough_days_around_it),
		cmocka_unit_test(test_few_urges_say_little),
		cmocka_unit_test(test_urges_counted_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
