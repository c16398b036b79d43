/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/pace.h"
#include "plan_kit.h"
#include "support.h"

#define ORACLES "tests/data/oracle"
#define FIRST ymd(2026, 12, 1)

enum { ROWS_MAX = 64, COLUMNS_MAX = 8 };

/* A table of decimal numbers; cells in nano-units, -1 where one is empty. */
struct table {
	int64_t cell[ROWS_MAX][COLUMNS_MAX];
	size_t rows;
};

static int64_t nano_of(const char *text)
{
	int64_t nano = 0, part = AMOUNT_UNIT;
	bool fraction = false;

	if (*text == '\0')
		return -1;
	for (; *text != '\0'; text++) {
		if (*text == '.') {
			assert_false(fraction);
			fraction = true;
			continue;
		}
		assert_in_range(*text, '0', '9');
		if (fraction)
			part /= 10;
		nano = fraction ? nano + (*text - '0') * part
				: nano * 10 + (*text - '0') * AMOUNT_UNIT;
	}
	return nano;
}

/* The comment lines and the header are skipped, the header has to be the expected one. */
static struct table read_table(const char *name, const char *header)
{
	struct table table = {.rows = 0};
	char path[256], line[512];
	bool headed = false;

	snprintf(path, sizeof path, ORACLES "/%s", name);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		if (!headed) {
			assert_string_equal(line, header);
			headed = true;
			continue;
		}
		assert_true(table.rows < ROWS_MAX);
		char *at = line;
		for (size_t column = 0; at && column < COLUMNS_MAX; column++) {
			char *comma = strchr(at, ',');
			if (comma)
				*comma = '\0';
			table.cell[table.rows][column] = nano_of(at);
			at = comma ? comma + 1 : NULL;
		}
		table.rows++;
	}
	fclose(file);
	assert_true(table.rows > 0);
	return table;
}

/* Morning, noon, evening with equal shares: noon shrinks first, then morning, as the default has it. */
static struct plan three_doses_of_15_mg(void)
{
	struct plan plan = plan_with(UNIT_MG, 15000, 3);

	assert_int_equal(plan.shrink[0], 1);
	assert_int_equal(plan.shrink[1], 0);
	assert_int_equal(plan.shrink[2], 2);
	return plan;
}

/* Row by row: from a day (counted from 1) to another, doses where the table has them, and the total. */
static void check_level(const struct schedule *schedule, int64_t from, int64_t to,
			const int64_t *doses, int64_t total)
{
	for (int64_t number = from; number <= to; number++) {
		const struct level *level =
			schedule_at(schedule, day_add(FIRST, (int32_t)number - 1));

		assert_non_null(level);
		assert_int_equal(level->target.nano, total);
		for (size_t i = 0; doses && i < schedule->slot_count; i++)
			assert_int_equal(schedule_doses(schedule, level)[i].nano, doses[i]);
	}
}

static void va_slowest_a_step_a_month(void **state)
{
	struct table table =
		read_table("va-opioid-slowest.csv", "month,morning,noon,evening,total");
	struct plan plan = three_doses_of_15_mg();

	(void)state;
	plan_cut_fixed(&plan, 15000, 30, 135000);
	struct schedule schedule = laid_out(&plan, 270000, FIRST);
	assert_int_equal(table.rows, 9);
	for (size_t row = 0; row < table.rows; row++) {
		const int64_t *cell = table.cell[row];
		int64_t month = cell[0] / AMOUNT_UNIT;

		assert_int_equal(cell[1] + cell[2] + cell[3], cell[4]);
		check_level(&schedule, 30 * (month - 1) + 1, 30 * month, cell + 1, cell[4]);
	}
	assert_int_equal(schedule_days(&schedule), 270);
	schedule_free(&schedule);
}

static void va_patient_a_step_in_ten_days(void **state)
{
	struct table table =
		read_table("va-opioid-patient.csv", "from_day,to_day,morning,noon,evening,total");
	struct plan plan = three_doses_of_15_mg();

	(void)state;
	plan_cut_fixed(&plan, 15000, 10, 30000);
	struct schedule schedule = laid_out(&plan, 180000, FIRST);
	for (size_t row = 0; row < table.rows; row++) {
		const int64_t *cell = table.cell[row];
		check_level(&schedule, cell[0] / AMOUNT_UNIT, cell[1] / AMOUNT_UNIT, cell + 2,
			    cell[5]);
	}
	schedule_free(&schedule);
}

static void va_rapid_as_written(void **state)
{
	struct table table = read_table("va-opioid-rapid.csv", "from_day,to_day,total");
	struct plan plan = three_doses_of_15_mg();
	struct rung rungs[ROWS_MAX];

	(void)state;
	for (size_t row = 0; row < table.rows; row++)
		rungs[row] = (struct rung){
			.milli = table.cell[row][2] / AMOUNT_MILLI,
			.days = (int32_t)((table.cell[row][1] - table.cell[row][0]) / AMOUNT_UNIT) +
				1};
	plan_levels(&plan, rungs, table.rows);
	struct schedule schedule = laid_out(&plan, 270000, FIRST);
	for (size_t row = 0; row < table.rows; row++)
		check_level(&schedule, table.cell[row][0] / AMOUNT_UNIT,
			    table.cell[row][1] / AMOUNT_UNIT, NULL, table.cell[row][2]);
	assert_int_equal(schedule_days(&schedule), 11);
	schedule_free(&schedule);
	plan_free(&plan);
}

static void ten_percent_of_the_current_amount_without_carried_rounding(void **state)
{
	struct table table = read_table("percent-of-current-10.csv", "step,ideal");
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_current(&plan, 1000, 7, 500);
	struct schedule schedule = laid_out(&plan, 10000, FIRST);
	assert_int_equal(table.rows, 21);
	for (size_t row = 0; row < table.rows; row++) {
		struct day day = day_add(FIRST, 7 * (int32_t)row);
		int64_t ideal = schedule_step_at(&schedule, day)->ideal.nano;

		assert_int_equal((ideal + 50000) / 100000 * 100000, table.cell[row][1]);
	}
	schedule_free(&schedule);
}

static void cdc_for_weeks_to_months_of_use(void **state)
{
	struct table table = read_table("cdc-2022-short-use.csv", "first_day,target,days");
	struct plan plan = plan_with(UNIT_GRAM, 100, 1);

	(void)state;
	plan_cut_start(&plan, 1000, 7, 6000);
	plan_cut_current(&plan, 1000, 7, 1000);
	plan_cut_fixed(&plan, 250, 7, 500);
	struct schedule schedule = laid_out(&plan, 20000, FIRST);
	assert_int_equal(schedule.level_count, table.rows);
	for (size_t row = 0; row < table.rows; row++) {
		const struct level *level = &schedule.levels[row];
		const int64_t *cell = table.cell[row];

		assert_int_equal(day_between(FIRST, level->first) + 1, cell[0] / AMOUNT_UNIT);
		assert_int_equal(level->target.nano, cell[1]);
		assert_int_equal(level->days, cell[2] < 0 ? LEVEL_OPEN : cell[2] / AMOUNT_UNIT);
	}
	schedule_free(&schedule);
}

/* The shipped plans from 20.0 g with a 0.1 g scale, first day 1 Dec 2026, as they stand side by side. */
struct side {
	const char *file;
	struct civil last;
	int32_t days;
	int64_t total; /* milligrams: whole weeks on a 0.1 g scale come in steps of 0.7 g */
	int32_t pace_percent;
	bool notice;
};

static const struct side sides[] = {
	{"gentle.yaml", {2028, 10, 2}, 672, 4868500, 10, false},
	{"steady.yaml", {2027, 11, 22}, 357, 2458400, 19, false},
	{"brisk.yaml", {2027, 8, 9}, 252, 1619800, 28, true},
	{"bands.yaml", {2027, 8, 23}, 266, 1856400, 29, true},
};

static void check_side(const struct side *side)
{
	struct plan plan = PLAN_INIT;

	plan_kit_read(PLANS_SHIPPED, side->file, &plan);
	struct schedule schedule = laid_out(&plan, 20000, FIRST);
	struct pace pace = pace_of(&schedule);
	assert_int_equal(schedule_last_day(&schedule).n, day_from_civil(side->last).n);
	assert_int_equal(schedule_days(&schedule), side->days);
	assert_int_equal(amount_milli(schedule_total(&schedule, FIRST)), side->total);
	assert_int_equal((pace.steepest.bp + 50) / 100, side->pace_percent);
	assert_int_equal(pace.caution_count, side->notice ? 1 : 0);
	if (side->notice) {
		assert_int_equal(pace.cautions[0].id, CAUTION_PACE);
		assert_int_equal(pace.cautions[0].level, CAUTION_NOTICE);
	}
	schedule_free(&schedule);
	plan_free(&plan);
}

static void shipped_plans_side_by_side(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
		check_side(&sides[i]);
}

static void steady_from_twenty_grams(void **state)
{
	static const int64_t head[] = {19000, 18100, 17200, 16300, 15500, 14800, 14000};
	static const int64_t tail[] = {2000, 1800, 1500, 1300, 1000, 800, 500, 0};
	struct plan plan = PLAN_INIT;

	(void)state;
	plan_kit_read(PLANS_SHIPPED, "steady.yaml", &plan);
	struct schedule schedule = laid_out(&plan, 20000, FIRST);
	size_t count = schedule.level_count, tails = sizeof tail / sizeof tail[0];

	for (size_t i = 0; i < sizeof head / sizeof head[0]; i++)
		assert_int_equal(amount_milli(schedule.levels[i].target), head[i]);
	for (size_t i = 0; i < tails; i++)
		assert_int_equal(amount_milli(schedule.levels[count - tails + i].target), tail[i]);
	assert_int_equal((pace_of(&schedule).steepest.bp + 5) / 10, 191);
	static const int64_t doses[] = {4800, 4700, 4700, 4800};
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(amount_milli(schedule.doses[i]), doses[i]);
	schedule_free(&schedule);
	plan_free(&plan);
}

/* The day that the page on screens explains: 13.9667 g (14.0 g planned) less 5 % is 13.2684 g, which is 13.3 g. */
static void the_receipt_of_one_step(void **state)
{
	static const int64_t doses[] = {3300, 3300, 3300, 3400};
	struct plan plan = plan_with(UNIT_GRAM, 100, 4);
	char text[AMOUNT_TEXT_SIZE];

	(void)state;
	plan_cut_current(&plan, 500, 7, 2000);
	plan_cut_fixed(&plan, 250, 7, 500);
	struct schedule schedule = laid_out(&plan, 20000, FIRST);
	const struct step *step = &schedule.steps[7];
	assert_string_equal(amount_fixed(step->before, 4, text), "13.9667");
	assert_string_equal(amount_fixed(step->ideal, 4, text), "13.2684");
	assert_string_equal(amount_text(step->target, text), "13.3");
	assert_int_equal(amount_milli(schedule.levels[7].cut), 700);
	assert_int_equal(schedule.levels[7].asked_rate.bp, 500);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(amount_milli(schedule_doses(&schedule, &schedule.levels[7])[i]),
				 doses[i]);
	schedule_free(&schedule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(va_slowest_a_step_a_month),
		cmocka_unit_test(va_patient_a_step_in_ten_days),
		cmocka_unit_test(va_rapid_as_written),
		cmocka_unit_test(ten_percent_of_the_current_amount_without_carried_rounding),
		cmocka_unit_test(cdc_for_weeks_to_months_of_use),
		cmocka_unit_test(shipped_plans_side_by_side),
		cmocka_unit_test(steady_from_twenty_grams),
		cmocka_unit_test(the_receipt_of_one_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
