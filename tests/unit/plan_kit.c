/* SPDX-License-Identifier: MIT */
#include "plan_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "yaml/planfile.h"

void plan_kit_add_problems(const struct problems *problems, struct str *out)
{
	for (size_t i = 0; i < problems->count; i++)
		str_addf(out, "%d:%d: %s\n", problems->items[i].line, problems->items[i].column,
			 problems->items[i].text);
}

static void assert_same_phase(const struct phase *a, const struct phase *b, size_t slot_count)
{
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->every_days, b->every_days);
	assert_int_equal(a->cut_rate.bp, b->cut_rate.bp);
	assert_int_equal(a->cut_amount.nano, b->cut_amount.nano);
	assert_int_equal(a->least.nano, b->least.nano);
	assert_int_equal(a->until.nano, b->until.nano);
	assert_int_equal(a->until_part.bp, b->until_part.bp);
	assert_int_equal(a->half.bp, b->half.bp);
	assert_int_equal(a->cap.bp, b->cap.bp);
	assert_int_equal(a->steps, b->steps);
	assert_int_equal(a->level_count, b->level_count);
	for (size_t i = 0; i < a->level_count; i++) {
		assert_int_equal(a->levels[i].amount.nano, b->levels[i].amount.nano);
		assert_int_equal(a->levels[i].days, b->levels[i].days);
		assert_int_equal(a->levels[i].has_doses, b->levels[i].has_doses);
		for (size_t k = 0; k < slot_count; k++)
			assert_int_equal(a->levels[i].doses[k].nano, b->levels[i].doses[k].nano);
	}
}

static void assert_same_slots(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->slot_count, b->slot_count);
	for (size_t i = 0; i < a->slot_count; i++) {
		assert_int_equal(a->slots[i].minute, b->slots[i].minute);
		assert_string_equal(a->slots[i].name, b->slots[i].name);
		assert_int_equal(a->slots[i].share.nano, b->slots[i].share.nano);
		assert_int_equal(a->shrink[i], b->shrink[i]);
	}
}

static void assert_same_plan(const struct plan *a, const struct plan *b)
{
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->summary, b->summary);
	assert_string_equal(a->suits, b->suits);
	assert_int_equal(a->source_count, b->source_count);
	for (size_t i = 0; i < a->source_count; i++)
		assert_string_equal(a->sources[i], b->sources[i]);
	assert_int_equal(a->unit, b->unit);
	assert_int_equal(a->measure.nano, b->measure.nano);
	assert_int_equal(a->smallest.nano, b->smallest.nano);
	assert_int_equal(a->goal.nano, b->goal.nano);
	assert_same_slots(a, b);
	assert_int_equal(a->phase_count, b->phase_count);
	for (size_t i = 0; i < a->phase_count; i++)
		assert_same_phase(&a->phases[i], &b->phases[i], a->slot_count);
}

/* The plan written as a file and read again is the same plan. */
void plan_kit_round_trip(const struct plan *plan)
{
	struct plan again = PLAN_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct str text = STR_INIT, found = STR_INIT;
	struct err err;

	planfile_write(plan, &text);
	if (!planfile_parse(text.data, text.len, &again, &problems, &err)) {
		plan_kit_add_problems(&problems, &found);
		fail_msg("%s%s", text.data, found.data);
	}
	assert_same_plan(plan, &again);
	plan_free(&again);
	problems_free(&problems);
	str_free(&text);
	str_free(&found);
}

void plan_kit_read(const char *folder, const char *name, struct plan *plan)
{
	struct problems problems = PROBLEMS_INIT;
	struct str path = STR_INIT, found = STR_INIT;
	struct err err;

	str_addf(&path, "%s/%s", folder, name);
	if (!planfile_read(path.data, plan, &problems, &err)) {
		plan_kit_add_problems(&problems, &found);
		fail_msg("%s\n%s", err.msg, found.data);
	}
	assert_int_equal(problems.count, 0);
	assert_true(plan_valid(plan, &err));
	str_free(&path);
	str_free(&found);
}
