/* SPDX-License-Identifier: MIT */
/*
 * Writing plan files: whatever a plan holds, it reads back as the same plan, and nothing in it gets out of its quotes.
 */
#include "yaml/planfile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "plan_kit.h"

enum { ROUNDS = 400 };

static void hostile_titles_survive_writing(void **state)
{
	static const char *const titles[] = {
		"\"",      "\\",     "'",        "a: b", "# no comment", "- item",     "{a: b}",
		"[1]",     "*alias", "&anchor",  "!",    "%TAG",         "@",          "`",
		"| block", "> fold", "null",     "~",    "TRUE",         "no",         "12",
		"0x10",    "a\\nb",  "x: \"y\"", "é",    "\u65e5",       "\U0001F33F", "---",
		"...",     "a #b",   "key:",     "?",    "a, b",         "} goal: 1",  "5 %",
		"=",
	};
	struct plan plan = PLAN_INIT;

	(void)state;
	plan_kit_read(PLANS_SHIPPED, "steady.yaml", &plan);
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		assert_true(str_copy(plan.title, sizeof(plan.title), titles[i]));
		assert_true(str_copy(plan.summary, sizeof(plan.summary), titles[i]));
		assert_true(str_copy(plan.slots[0].name, sizeof(plan.slots[0].name), titles[i]));
		plan_kit_round_trip(&plan);
	}
	plan_free(&plan);
}

/* What can't come from a file, but could from a store that was tampered with, is made harmless, not written. */
static void controls_are_never_written(void **state)
{
	struct plan plan = PLAN_INIT;
	struct str text = STR_INIT;

	(void)state;
	plan_kit_read(PLANS_SHIPPED, "steady.yaml", &plan);
	assert_true(str_copy(plan.title, sizeof(plan.title), "\033[2J\r\ngoal: 9 g"));
	planfile_write(&plan, &text);
	assert_null(strchr(text.data, '\033'));
	assert_null(strchr(text.data, '\r'));
	assert_null(strstr(text.data, "\ngoal: 9 g"));
	str_free(&text);
	plan_free(&plan);
}

/* A small generator of its own, so that a round that fails fails again. */
static uint32_t draw(uint64_t *seed, uint32_t below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*seed >> 33) % below;
}

static struct amount draw_amount(uint64_t *seed, uint32_t least, uint32_t below)
{
	return amount_from_milli((int64_t)(least + draw(seed, below)) * 100);
}

static void draw_text(uint64_t *seed, char *buf, size_t size)
{
	static const char letters[] = "abcXYZ:#-'\"\\{}[],&*!%@`|>?= 09~";
	size_t len = 1 + draw(seed, (uint32_t)size - 2);

	for (size_t i = 0; i < len; i++)
		buf[i] = letters[draw(seed, sizeof(letters) - 1)];
	buf[0] = 'q';
	buf[len - 1] = 'p';
	buf[len] = '\0';
}

static void draw_slots(uint64_t *seed, struct plan *plan)
{
	size_t count = 1 + draw(seed, PLAN_SLOT_MAX);

	for (size_t i = 0; i < count; i++) {
		struct slot *slot = &plan->slots[i];

		slot->minute = draw(seed, 3) == 0 ? -1 : (int16_t)(i * 100 + draw(seed, 100));
		if (slot->minute < 0 || draw(seed, 2) == 0)
			snprintf(slot->name, sizeof(slot->name), "n%zu %c", i, "'\"#:,]"[i % 6]);
		slot->share = draw_amount(seed, 1, 50);
	}
	plan->slot_count = count;
	plan_default_shrink(plan);
	for (size_t i = count - 1; draw(seed, 2) == 0 && i > 0; i--) {
		size_t other = draw(seed, (uint32_t)i + 1);
		uint8_t kept = plan->shrink[i];

		plan->shrink[i] = plan->shrink[other];
		plan->shrink[other] = kept;
	}
}

static void draw_levels(uint64_t *seed, const struct plan *plan, struct phase *phase)
{
	phase->level_count = 1 + draw(seed, 6);
	phase->levels = mem_alloc(phase->level_count, sizeof(*phase->levels));
	for (size_t i = 0; i < phase->level_count; i++) {
		struct written_level *level = &phase->levels[i];

		level->days = 1 + (int32_t)draw(seed, 30);
		level->has_doses = draw(seed, 2) == 0;
		level->amount.nano = (int64_t)plan->slot_count * (30 - (int64_t)i) * AMOUNT_UNIT;
		for (size_t k = 0; level->has_doses && k < plan->slot_count; k++)
			level->doses[k].nano = (30 - (int64_t)i) * AMOUNT_UNIT;
	}
}

static void draw_phase(uint64_t *seed, const struct plan *plan, struct phase *phase, uint32_t index)
{
	phase->kind = (enum phase_kind)draw(seed, PHASE_KIND_COUNT);
	if (phase->kind == PHASE_LEVELS) {
		draw_levels(seed, plan, phase);
		return;
	}
	phase->every_days = 1 + (int32_t)draw(seed, PLAN_DAY_MAX);
	if (phase->kind == PHASE_STAY)
		return;
	if (phase->kind == PHASE_CUT_FIXED)
		phase->cut_amount = draw_amount(seed, 1, 100);
	else if (phase->kind != PHASE_CURVE)
		phase->cut_rate.bp = 1 + (int32_t)draw(seed, RATE_WHOLE);
	if (phase->kind == PHASE_CURVE) {
		phase->half.bp = 1 + (int32_t)draw(seed, RATE_WHOLE);
		phase->cap.bp = 1 + (int32_t)draw(seed, RATE_WHOLE);
		phase->steps = 1 + (int32_t)draw(seed, 100);
	}
	if (draw(seed, 2) == 0)
		phase->least = draw_amount(seed, 1, 20);
	if (draw(seed, 4) == 0)
		phase->until_part.bp = 1 + (int32_t)draw(seed, RATE_WHOLE);
	else
		phase->until = draw_amount(seed, (10 - index) * 20 + 1, 20);
}

static void draw_plan(uint64_t *seed, struct plan *plan)
{
	snprintf(plan->name, sizeof(plan->name), "p-%u", (unsigned)draw(seed, 1000000));
	draw_text(seed, plan->title, sizeof(plan->title));
	draw_text(seed, plan->summary, sizeof(plan->summary));
	plan->source_count = draw(seed, PLAN_SOURCE_MAX + 1);
	for (size_t i = 0; i < plan->source_count; i++)
		snprintf(plan->sources[i], sizeof(plan->sources[i]), "s%u",
			 (unsigned)draw(seed, 100));
	plan->unit = (enum unit)(1 + draw(seed, UNIT_COUNT - 1));
	plan->measure = draw_amount(seed, 1, 1);
	plan->goal = draw_amount(seed, 0, 30);
	plan->smallest = draw_amount(seed, 0, 10);
	draw_slots(seed, plan);
	plan->phase_count = 1 + draw(seed, 8);
	for (uint32_t i = 0; i < plan->phase_count; i++)
		draw_phase(seed, plan, &plan->phases[i], i);
}

static void random_plans_survive_writing(void **state)
{
	(void)state;
	for (uint64_t round = 1; round <= ROUNDS; round++) {
		uint64_t seed = round;
		struct plan plan = PLAN_INIT;
		struct err err;

		draw_plan(&seed, &plan);
		if (!plan_valid(&plan, &err))
			fail_msg("round %u: %s", (unsigned)round, err.msg);
		plan_kit_round_trip(&plan);
		plan_free(&plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_titles_survive_writing),
		cmocka_unit_test(controls_are_never_written),
		cmocka_unit_test(random_plans_survive_writing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
