/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "export/csv.h"

static bool here(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	(void)context;
	(void)wall;
	(void)err;
	*utc_offset = 60;
	return true;
}

/* What is read of a table, laid out in words: its doses, and how many lines are bad. */
struct found {
	struct dose doses[4];
	size_t count, bad;
	bool opened;
	struct err err;
};

static void read_table(const char *table, struct csv_layout_words words, enum unit unit,
		       struct found *found)
{
	struct feed_text text = {.text = table, .len = strlen(table)};
	struct problems problems = PROBLEMS_INIT;
	struct csv_layout layout;
	struct csv_source source = {.feed = feed_of_text(&text),
				    .default_unit = unit,
				    .layout = &layout,
				    .local_time = here};
	struct csv_log *log = NULL;
	struct dose dose;
	int line;

	*found = (struct found){.count = 0};
	found->opened = csv_layout_read(&words, &layout, &found->err) &&
			csv_log_open(&source, &problems, &log, &found->err);
	while (found->opened && csv_log_next(log, &dose, &line, &found->err))
		dose_copy(&found->doses[found->count++], &dose);
	found->bad = problems.count;
	csv_log_close(log);
	problems_free(&problems);
}

static void forget(struct found *found)
{
	for (size_t i = 0; i < found->count; i++)
		dose_free(&found->doses[i]);
}

static void columns_are_found_by_number_and_name(void **state)
{
	static const char table[] = "Datum|Uhr|Menge|Wort\n20/11/2026|8:05|2,5|a\n";
	const struct csv_layout_words words = {.columns = "date=1,time=UHR,amount=menge,note=4",
					       .dates = "dmy"};
	struct found found;

	(void)state;
	read_table(table, words, UNIT_GRAM, &found);
	assert_true(found.opened);
	assert_int_equal(found.count, 1);
	assert_int_equal(amount_milli(found.doses[0].amount), 2500);
	assert_string_equal(found.doses[0].note, "a");
	/* 2026-11-20 08:05 +01:00 */
	assert_int_equal(found.doses[0].utc, 1795158300);
	forget(&found);
}

static void the_order_of_a_date_is_what_was_said(void **state)
{
	static const char table[] = "03-04-2026 10:00,1\n";
	struct csv_layout_words words = {
		.columns = "when=1,amount=2", .dates = "dmy", .no_header = true};
	struct found day_first, month_first, unsaid;

	(void)state;
	read_table(table, words, UNIT_GRAM, &day_first);
	words.dates = "mdy";
	read_table(table, words, UNIT_GRAM, &month_first);
	words.dates = NULL;
	read_table(table, words, UNIT_GRAM, &unsaid);
	assert_int_equal(day_first.count, 1);
	assert_int_equal(month_first.count, 1);
	/* 3 April and 4 March */
	assert_int_equal(day_first.doses[0].utc - month_first.doses[0].utc, 30 * 24 * 60 * 60);
	assert_int_equal(unsaid.count, 0);
	assert_int_equal(unsaid.bad, 1);
	forget(&day_first);
	forget(&month_first);
}

static void a_unit_is_never_guessed(void **state)
{
	static const char table[] = "t,a\n2026-11-20 08:00,2\n2026-11-20 09:00,2 g\n";
	const struct csv_layout_words words = {.columns = "when=t,amount=a"};
	struct found found;

	(void)state;
	read_table(table, words, UNIT_NONE, &found);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.bad, 1);
	assert_int_equal(found.doses[0].unit, UNIT_GRAM);
	forget(&found);
}

static void the_other_mark_is_no_decimal_mark(void **state)
{
	static const char table[] = "t;a\n2026-11-20 08:00;1.250\n2026-11-20 09:00;1,25\n";
	const struct csv_layout_words words = {.columns = "when=t,amount=a", .decimal = "comma"};
	struct found found;

	(void)state;
	read_table(table, words, UNIT_GRAM, &found);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.bad, 1);
	assert_int_equal(amount_milli(found.doses[0].amount), 1250);
	forget(&found);
}

static void what_can_not_be_a_layout_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"amount=2",
		"date=1,amount=2",
		"when=1,time=2,amount=3",
		"when=1,amount=0",
		"when=1,amount=",
		"when=1,amount",
		"when=1,amount=2,amount=3",
		"when=1,weight=2",
		"when=1,amount=x2",
	};
	static const char table[] = "t,a\n2026-11-20 08:00,2\n";

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const struct csv_layout_words words = {.columns = bad[i]};
		struct found found;

		read_table(table, words, UNIT_GRAM, &found);
		if (found.opened)
			fail_msg("'%s' was taken", bad[i]);
	}
}

static void without_columns_names_still_say_which_is_which(void **state)
{
	static const char table[] = "date,time,amount\n11/20/2026,08:05,2\n";
	const struct csv_layout_words words = {.dates = "mdy"};
	struct found found;

	(void)state;
	read_table(table, words, UNIT_GRAM, &found);
	assert_true(found.opened);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.doses[0].utc, 1795158300);
	forget(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_found_by_number_and_name),
		cmocka_unit_test(the_order_of_a_date_is_what_was_said),
		cmocka_unit_test(a_unit_is_never_guessed),
		cmocka_unit_test(the_other_mark_is_no_decimal_mark),
		cmocka_unit_test(what_can_not_be_a_layout_is_refused),
		cmocka_unit_test(without_columns_names_still_say_which_is_which),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
