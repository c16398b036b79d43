/* SPDX-License-Identifier: MIT */
#include "engine/verify.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

static void fails(struct proof *proof, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The first place where it does not hold is the one that is told. */
static void fails(struct proof *proof, const char *fmt, ...)
{
	va_list args;

	if (!proof->holds)
		return;
	proof->holds = false;
	va_start(args, fmt);
	vsnprintf(proof->detail, sizeof(proof->detail), fmt, args);
	va_end(args);
}

static const char *on(const struct level *level, char *buf)
{
	return day_long(level->first, buf);
}

static void prove_falls(const struct schedule *schedule, struct proof *proof)
{
	struct amount before = schedule->start;
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];

		if (level->target.nano > before.nano)
			fails(proof, "the target rises on %s", on(level, day));
		if (level->cut.nano != before.nano - level->target.nano)
			fails(proof, "the cut shown for %s is not the difference", on(level, day));
		before = level->target;
	}
}

static bool same_slots_open(const struct schedule *schedule, const struct level *a,
			    const struct level *b)
{
	const struct amount *left = schedule_doses(schedule, a),
			    *right = schedule_doses(schedule, b);

	for (size_t i = 0; i < schedule->slot_count; i++) {
		if ((left[i].nano > 0) != (right[i].nano > 0))
			return false;
	}
	return true;
}

static bool is_written(const struct plan *plan, const struct level *level)
{
	return level->phase >= 0 && plan->phases[level->phase].kind == PHASE_LEVELS;
}

/* Doses a person wrote out themselves are theirs to arrange. */
static void prove_doses_fall(const struct plan *plan, const struct schedule *schedule,
			     struct proof *proof)
{
	char day[DAY_TEXT_SIZE];

	for (size_t i = 1; i < schedule->level_count; i++) {
		const struct level *before = &schedule->levels[i - 1],
				   *level = &schedule->levels[i];
		const struct amount *doses = schedule_doses(schedule, level);

		if (is_written(plan, before) || is_written(plan, level) ||
		    !same_slots_open(schedule, before, level))
			continue;
		for (size_t slot = 0; slot < schedule->slot_count; slot++) {
			if (doses[slot].nano > schedule_doses(schedule, before)[slot].nano)
				fails(proof, "dose %zu rises on %s", slot + 1, on(level, day));
		}
	}
}

static void prove_rounding(const struct schedule *schedule, struct proof *proof)
{
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];

		if (step->target.nano % schedule->measure.nano != 0 ||
		    step->target.nano < step->ideal.nano ||
		    step->target.nano - step->ideal.nano >= schedule->measure.nano)
			fails(proof, "the step of %s is not rounded up to the measure",
			      day_long(step->first, day));
	}
}

static void prove_parts(const struct schedule *schedule, struct proof *proof)
{
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		const struct amount *doses = schedule_doses(schedule, level);
		int64_t sum = 0;

		for (size_t slot = 0; slot < schedule->slot_count; slot++) {
			sum += doses[slot].nano;
			if (doses[slot].nano % schedule->measure.nano != 0)
				fails(proof, "a dose of %s can't be measured", on(level, day));
		}
		if (sum != level->target.nano)
			fails(proof, "the doses of %s do not add up", on(level, day));
	}
}

static void prove_cuts(const struct schedule *schedule, struct proof *proof)
{
	char day[DAY_TEXT_SIZE];
	struct amount before = schedule->start;

	for (size_t i = 0; i + 1 < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];

		if (step->before.nano != before.nano)
			fails(proof, "the chain breaks on %s", day_long(step->first, day));
		if (step->ideal.nano < step->before.nano - step->asked.nano ||
		    step->target.nano < step->ideal.nano)
			fails(proof, "the cut of %s is deeper than asked",
			      day_long(step->first, day));
		before = step->ideal;
	}
}

static void prove_days(const struct schedule *schedule, struct proof *proof)
{
	struct day next = schedule_first_day(schedule);
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		bool last = i + 1 == schedule->level_count;

		if (level->first.n != next.n || (level->days == LEVEL_OPEN) != last ||
		    level->days < 0)
			fails(proof, "the level of %s does not follow the one before",
			      on(level, day));
		next = day_add(level->first, level->days);
	}
}

static void prove_goal(const struct schedule *schedule, struct proof *proof)
{
	const struct level *last = &schedule->levels[schedule->level_count - 1];
	char day[DAY_TEXT_SIZE];

	if (last->target.nano != schedule->goal.nano || last->days != LEVEL_OPEN)
		fails(proof, "the last level, of %s, is not the goal", on(last, day));
}

static bool same_levels(const struct schedule *a, const struct schedule *b)
{
	if (a->level_count != b->level_count || a->slot_count != b->slot_count)
		return false;
	for (size_t i = 0; i < a->level_count; i++) {
		const struct level *left = &a->levels[i], *right = &b->levels[i];
		size_t doses_size = a->slot_count * sizeof(a->doses[0]);

		if (left->first.n != right->first.n || left->days != right->days ||
		    left->target.nano != right->target.nano ||
		    left->ideal.nano != right->ideal.nano)
			return false;
		if (memcmp(schedule_doses(a, left), schedule_doses(b, right), doses_size) != 0)
			return false;
	}
	return true;
}

static void prove_same(const struct plan *plan, const struct schedule *schedule, int32_t factor,
		       struct proof *proof)
{
	struct schedule again;
	struct err err;

	if (!schedule_build(plan, schedule->from, schedule_first_day(schedule), factor, &again,
			    &err)) {
		fails(proof, "%.120s", err.msg);
		return;
	}
	if (!same_levels(schedule, &again))
		fails(proof, "the levels differ");
	schedule_free(&again);
}

bool schedule_verify(const struct plan *plan, const struct schedule *schedule, int32_t factor,
		     struct proof *proofs)
{
	bool all = true;

	for (int i = 0; i < PROOF_COUNT; i++)
		proofs[i] = (struct proof){.holds = true};
	prove_falls(schedule, &proofs[PROOF_FALLS]);
	prove_doses_fall(plan, schedule, &proofs[PROOF_DOSES_FALL]);
	prove_rounding(schedule, &proofs[PROOF_ROUNDING]);
	prove_parts(schedule, &proofs[PROOF_PARTS]);
	prove_cuts(schedule, &proofs[PROOF_CUTS]);
	prove_days(schedule, &proofs[PROOF_DAYS]);
	prove_goal(schedule, &proofs[PROOF_GOAL]);
	prove_same(plan, schedule, factor, &proofs[PROOF_SAME]);
	for (int i = 0; i < PROOF_COUNT; i++)
		all = all && proofs[i].holds;
	return all;
}

struct proof_words {
	const char *name;
	const char *text;
};

static const struct proof_words words[] = {
	[PROOF_FALLS] = {"falls", "no day's amount is above the day before"},
	[PROOF_DOSES_FALL] = {"doses-fall", "no dose rises while the same doses are open"},
	[PROOF_ROUNDING] = {"rounding", "every amount can be measured and is less than one measure "
					"above the exact one"},
	[PROOF_PARTS] = {"parts", "the doses of every day add up to its total"},
	[PROOF_CUTS] = {"cuts", "no cut is deeper than its rule asks"},
	[PROOF_DAYS] = {"days", "the levels follow one another, day by day, without a gap"},
	[PROOF_GOAL] = {"goal", "the plan ends at its goal and stays there"},
	[PROOF_SAME] = {"same", "laid out again, the plan gives the same days"},
};

static_assert(sizeof(words) / sizeof(words[0]) == PROOF_COUNT, "every proof has its words");

const char *proof_name(enum proof_id id)
{
	return words[id].name;
}

const char *proof_text(enum proof_id id)
{
	return words[id].text;
}
