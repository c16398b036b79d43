/* SPDX-License-Identifier: MIT */
/* What the columns of strangers' tables seem to be: proposed from names and the first line, left open where it could be two things. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/table.h"
#include "export/csv_looks.h"
#include "file_kit.h"

enum { WHEN, DATE, TIME, AMOUNT };

/* A table, and which of its columns are the time and the amount. */
static const struct shape {
	const char *text;
	int parts[AMOUNT + 1];
	enum table_dates dates;
	bool no_header;
} shapes[] = {
	{"date,time,dose\n2026-11-20,08:05,2.5\n", {0, 1, 2, 3}, TABLE_DATES_CLEAR, false},
	{"dose,time,date\n2.5,08:05,20.11.2026\n", {0, 3, 2, 1}, TABLE_DATES_CLEAR, false},
	{"time,dose\n2026-11-20 08:05,2.5\n", {1, 0, 0, 2}, TABLE_DATES_CLEAR, false},
	{"date,dose\n20.11.2026 8:05,2.5\n", {1, 0, 0, 2}, TABLE_DATES_CLEAR, false},
	{"date,time,dose\n2026-11-20,2026-11-20 08:05,2.5\n",
	 {2, 0, 0, 3},
	 TABLE_DATES_CLEAR,
	 false},
	{"timestamp,time,dose\n2026-11-20 08:05,08:05,2.5\n",
	 {1, 0, 0, 3},
	 TABLE_DATES_CLEAR,
	 false},
	{"when,time,dose\n2026-11-20,08:05,2.5\n", {0, 1, 2, 3}, TABLE_DATES_CLEAR, false},
	{"date,time,dose\n11/20/2026,8:05 PM,2.5\n", {0, 1, 2, 3}, TABLE_DATES_MDY, false},
	{"date,time,dose\n20/11/2026,8 p.m.,2.5\n", {0, 1, 2, 3}, TABLE_DATES_DMY, false},
	{"date,time,dose\n10/11/2026,8:05,2.5\n", {0, 1, 2, 3}, TABLE_DATES_CLEAR, false},
	{"Datum;Uhrzeit;Menge\n20.11.2026;08:05;2,5\n", {0, 1, 2, 3}, TABLE_DATES_CLEAR, false},
	{"Zeitpunkt\tMenge\n2026-11-20T08:05:00+01:00\t2,5 g\n",
	 {1, 0, 0, 2},
	 TABLE_DATES_CLEAR,
	 false},
	{"20.11.2026 08:05;2,5\n20.11.2026 13:00;3\n", {1, 0, 0, 2}, TABLE_DATES_CLEAR, true},
	{"2026/11/20|08:05|2.5|leaf\n", {0, 1, 2, 3}, TABLE_DATES_YMD, true},
	{"Wort;Menge\nhallo;2,5\n", {0, 0, 0, 2}, TABLE_DATES_CLEAR, false},
	{"hello\n", {0, 0, 0, 0}, TABLE_DATES_CLEAR, false},
};

static void columns_are_proposed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		const struct shape *shape = &shapes[i];
		struct str path = STR_INIT;
		struct table table;
		struct err err;
		bool same;

		kit_temp(shape->text, &path);
		if (!app_table(path.data, NULL, &table, &err))
			fail_msg("%s: %s", shape->text, err.msg);
		same = table.dates == shape->dates && table.no_header == shape->no_header;
		for (int part = WHEN; part <= AMOUNT; part++)
			same = same && table.parts[part] == shape->parts[part];
		if (!same)
			fail_msg("%s: when %d, date %d, time %d, amount %d, dates %d, header %d",
				 shape->text, table.parts[WHEN], table.parts[DATE],
				 table.parts[TIME], table.parts[AMOUNT], (int)table.dates,
				 !table.no_header);
		unlink(path.data);
		str_free(&path);
	}
}

static void a_cell_is_what_it_can_only_be(void **state)
{
	static const struct {
		const char *cell;
		enum csv_looks looks;
		enum csv_dates dates;
		bool open;
	} cells[] = {
		{"", CSV_LOOKS_TEXT, CSV_DATES_CLEAR, false},
		{"leaf", CSV_LOOKS_TEXT, CSV_DATES_CLEAR, false},
		{"2.5", CSV_LOOKS_AMOUNT, CSV_DATES_CLEAR, false},
		{"2,5 g", CSV_LOOKS_AMOUNT, CSV_DATES_CLEAR, false},
		{"8:05", CSV_LOOKS_TIME, CSV_DATES_CLEAR, false},
		{"12 am", CSV_LOOKS_TIME, CSV_DATES_CLEAR, false},
		{"13 pm", CSV_LOOKS_TEXT, CSV_DATES_CLEAR, false},
		{"2026-11-20", CSV_LOOKS_DATE, CSV_DATES_CLEAR, false},
		{"20.11.2026", CSV_LOOKS_DATE, CSV_DATES_CLEAR, false},
		{"31/12/2026", CSV_LOOKS_DATE, CSV_DATES_DMY, false},
		{"12/31/2026", CSV_LOOKS_DATE, CSV_DATES_MDY, false},
		{"12/11/2026", CSV_LOOKS_DATE, CSV_DATES_CLEAR, true},
		{"12-11-2026 8:05", CSV_LOOKS_WHEN, CSV_DATES_CLEAR, true},
		{"31/31/2026", CSV_LOOKS_TEXT, CSV_DATES_CLEAR, false},
		{"12/31/2026, 8:05 PM", CSV_LOOKS_WHEN, CSV_DATES_MDY, false},
		{"2026-11-20T08:05:00Z", CSV_LOOKS_WHEN, CSV_DATES_CLEAR, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		struct csv_look look = csv_look_at(cells[i].cell);

		if (look.looks != cells[i].looks || look.dates != cells[i].dates ||
		    look.open != cells[i].open)
			fail_msg("'%s' looks like %d, in order %d, open %d", cells[i].cell,
				 (int)look.looks, (int)look.dates, look.open);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_proposed),
		cmocka_unit_test(a_cell_is_what_it_can_only_be),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
