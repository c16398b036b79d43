/* SPDX-License-Identifier: MIT */
#include "phase.h"

#include <assert.h>

#include "base/plural.h"
#include "engine/schedule.h"

/* amount × (10 000 - bp) / 10 000, rounded half up to a nano-unit. */
static struct amount less_percent(struct amount amount, struct rate rate)
{
	return (struct amount){.nano = (amount.nano * (RATE_WHOLE - rate.bp) + RATE_WHOLE / 2) /
				       RATE_WHOLE};
}

static struct amount larger(struct amount a, struct amount b)
{
	return a.nano > b.nano ? a : b;
}

struct amount phase_until(const struct phase *phase, struct amount start)
{
	struct rate rest = {.bp = RATE_WHOLE - phase->until_part.bp};

	return phase->until_part.bp > 0 ? less_percent(start, rest) : phase->until;
}

/* amount × factor / 10 000, rounded half up; in two parts, since the product may not fit 64 bits. */
static int64_t times_factor(int64_t amount, int32_t factor)
{
	int64_t rest = amount % FACTOR_ONE * factor;

	return amount / FACTOR_ONE * factor + (rest + FACTOR_ONE / 2) / FACTOR_ONE;
}

/* The present amount less the rule's cut, which factor scales and least and until bound. */
static struct phase_turn cut_by(const struct phase *phase, const struct phase_walk *walk,
				int64_t cut)
{
	struct phase_turn turn = {.days = phase->every_days};
	int64_t asked = cut > phase->least.nano ? cut : phase->least.nano;

	if (walk->factor != FACTOR_ONE)
		asked = times_factor(asked, walk->factor);
	if (asked > walk->ideal.nano)
		asked = walk->ideal.nano;
	turn.asked.nano = asked;
	turn.ideal.nano = walk->ideal.nano - asked;
	turn.ideal = larger(turn.ideal, phase_until(phase, walk->start));
	return turn;
}

static bool cut_over(const struct phase *phase, const struct phase_walk *walk)
{
	return walk->ideal.nano <= phase_until(phase, walk->start).nano;
}

static struct phase_turn cut_current_turn(const struct phase *phase, const struct phase_walk *walk)
{
	return cut_by(phase, walk,
		      walk->ideal.nano - less_percent(walk->ideal, phase->cut_rate).nano);
}

static struct phase_turn cut_start_turn(const struct phase *phase, const struct phase_walk *walk)
{
	return cut_by(phase, walk,
		      walk->phase_start.nano -
			      less_percent(walk->phase_start, phase->cut_rate).nano);
}

static struct phase_turn cut_fixed_turn(const struct phase *phase, const struct phase_walk *walk)
{
	return cut_by(phase, walk, phase->cut_amount.nano);
}

/*
 * Equal steps of D/(D+K): large cuts of a large amount, small cuts of a small one. A shape only: no such constant is
 * known for kratom. The one place where doubles are used; the result is rounded to the nearest nano-unit.
 */
static struct phase_turn curve_turn(const struct phase *phase, const struct phase_walk *walk)
{
	double start = (double)walk->start.nano;
	double ideal = (double)walk->ideal.nano;
	double k = start * (double)phase->half.bp / RATE_WHOLE;
	double occupied = ideal / (ideal + k) - start / (start + k) / (double)phase->steps;
	int64_t next = occupied > 0.0 ? (int64_t)(k * occupied / (1.0 - occupied) + 0.5) : 0;
	int64_t capped = less_percent(walk->ideal, phase->cap).nano;

	return cut_by(phase, walk, walk->ideal.nano - (next > capped ? next : capped));
}

static bool stay_over(const struct phase *phase, const struct phase_walk *walk)
{
	(void)phase;
	return walk->turn > 0;
}

static struct phase_turn stay_turn(const struct phase *phase, const struct phase_walk *walk)
{
	return (struct phase_turn){.ideal = walk->ideal, .days = phase->every_days};
}

static bool levels_over(const struct phase *phase, const struct phase_walk *walk)
{
	return walk->turn >= phase->level_count;
}

static struct phase_turn levels_turn(const struct phase *phase, const struct phase_walk *walk)
{
	const struct written_level *level = &phase->levels[walk->turn];
	struct phase_turn turn = {.ideal = level->amount, .days = level->days};

	if (level->amount.nano < walk->ideal.nano)
		turn.asked.nano = walk->ideal.nano - level->amount.nano;
	return turn;
}

static bool days_valid(const char *key, int32_t days, struct err *err)
{
	if (days < 1 || days > PLAN_DAY_MAX)
		return err_set(err, ERR_INVALID, "'%s' is %d days; 1 to %d are allowed", key, days,
			       PLAN_DAY_MAX);
	return true;
}

static bool amount_valid(const char *key, struct amount amount, struct err *err)
{
	if (amount.nano < 0 || amount.nano > AMOUNT_MAX)
		return err_set(err, ERR_INVALID, "'%s' is out of range", key);
	return true;
}

static bool stay_valid(const struct phase *phase, const struct plan *plan, struct err *err)
{
	(void)plan;
	return days_valid("stay", phase->every_days, err);
}

static bool cut_valid(const struct phase *phase, const struct plan *plan, struct err *err)
{
	(void)plan;
	if (!days_valid("every", phase->every_days, err) ||
	    !amount_valid("cut", phase->cut_amount, err) ||
	    !amount_valid("least", phase->least, err) || !amount_valid("until", phase->until, err))
		return false;
	if (phase->kind == PHASE_CUT_FIXED ? phase->cut_amount.nano <= 0 : phase->cut_rate.bp <= 0)
		return err_set(err, ERR_INVALID, "'cut' is 0; a cut takes something off");
	if (phase->kind != PHASE_CUT_FIXED && phase->cut_rate.bp > RATE_WHOLE)
		return err_set(err, ERR_INVALID, "'cut' is more than 100 %%");
	if (phase->kind == PHASE_CUT_CURRENT && phase->until.nano == 0 &&
	    phase->until_part.bp == 0 && phase->least.nano == 0)
		return err_set(
			err, ERR_INVALID,
			"'until' is 0, which a percentage of the current amount never reaches; "
			"name an amount above 0, or 'least'");
	return true;
}

static bool curve_valid(const struct phase *phase, const struct plan *plan, struct err *err)
{
	(void)plan;
	if (!days_valid("every", phase->every_days, err) ||
	    !amount_valid("least", phase->least, err) || !amount_valid("until", phase->until, err))
		return false;
	if (phase->half.bp < 1 || phase->half.bp > RATE_WHOLE)
		return err_set(err, ERR_INVALID, "'half' is not above 0 and at most 100 %%");
	if (phase->cap.bp < 1 || phase->cap.bp > RATE_WHOLE)
		return err_set(err, ERR_INVALID, "'cap' is not above 0 and at most 100 %%");
	if (phase->steps < 1 || phase->steps > PLAN_LEVEL_MAX)
		return err_set(err, ERR_INVALID, "'steps' is %d; 1 to %d are allowed", phase->steps,
			       PLAN_LEVEL_MAX);
	if (phase->until.nano == 0 && phase->until_part.bp == 0)
		return err_set(err, ERR_INVALID,
			       "'until' is 0, which a capped curve may never reach; name an amount "
			       "above 0");
	return true;
}

static bool doses_valid(const struct written_level *level, const struct plan *plan, struct err *err)
{
	char whole[AMOUNT_TEXT_SIZE], parts[AMOUNT_TEXT_SIZE];
	struct amount sum = {0};

	for (size_t i = 0; i < plan->slot_count; i++) {
		if (level->doses[i].nano % plan->measure.nano != 0)
			return err_set(err, ERR_INVALID,
				       "a dose of %s is no multiple of 'measure', %s",
				       amount_with_unit(level->doses[i], plan->unit, parts),
				       amount_with_unit(plan->measure, plan->unit, whole));
		sum.nano += level->doses[i].nano;
	}
	if (sum.nano != level->amount.nano)
		return err_set(err, ERR_INVALID, "the doses add up to %s, not to the level's %s",
			       amount_text(sum, parts),
			       amount_with_unit(level->amount, plan->unit, whole));
	return true;
}

static bool levels_valid(const struct phase *phase, const struct plan *plan, struct err *err)
{
	char text[AMOUNT_TEXT_SIZE], before[AMOUNT_TEXT_SIZE];

	if (phase->level_count == 0)
		return err_set(err, ERR_INVALID, "'levels' is empty");
	for (size_t i = 0; i < phase->level_count; i++) {
		const struct written_level *level = &phase->levels[i];

		if (!days_valid("days", level->days, err) ||
		    !amount_valid("amount", level->amount, err))
			return false;
		if (level->amount.nano % plan->measure.nano != 0)
			return err_set(err, ERR_INVALID,
				       "the level of %s is no multiple of 'measure', %s",
				       amount_with_unit(level->amount, plan->unit, text),
				       amount_with_unit(plan->measure, plan->unit, before));
		if (i > 0 && level->amount.nano > phase->levels[i - 1].amount.nano)
			return err_set(
				err, ERR_INVALID, "the level of %s is above the one before it, %s",
				amount_with_unit(level->amount, plan->unit, text),
				amount_with_unit(phase->levels[i - 1].amount, plan->unit, before));
		if (level->has_doses && !doses_valid(level, plan, err))
			return false;
	}
	return true;
}

static void describe_until(const struct phase *phase, enum unit unit, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	if (phase->least.nano > 0)
		str_addf(out, ", at least %s", amount_with_unit(phase->least, unit, text));
	str_addf(out,
		 plural_of(phase->every_days, " every %d day, until ", " every %d days, until "),
		 phase->every_days);
	if (phase->until_part.bp > 0)
		str_addf(out, "%s of the starting amount", rate_text(phase->until_part, text));
	else
		str_add(out, amount_with_unit(phase->until, unit, text));
}

static void cut_describe(const struct phase *phase, enum unit unit, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	if (phase->kind == PHASE_CUT_FIXED)
		str_addf(out, "cut %s", amount_with_unit(phase->cut_amount, unit, text));
	else
		str_addf(out,
			 phase->kind == PHASE_CUT_CURRENT
				 ? "cut %s of the current amount"
				 : "cut %s of the amount this phase began at",
			 rate_text(phase->cut_rate, text));
	describe_until(phase, unit, out);
}

static void stay_describe(const struct phase *phase, enum unit unit, struct str *out)
{
	(void)unit;
	str_addf(out, plural_of(phase->every_days, "stay %d day", "stay %d days"),
		 phase->every_days);
}

static void curve_describe(const struct phase *phase, enum unit unit, struct str *out)
{
	char half[AMOUNT_TEXT_SIZE], cap[AMOUNT_TEXT_SIZE];

	str_addf(out,
		 "curve in %d steps (half %s; a shape, not a measured constant), each cut at most "
		 "%s",
		 phase->steps, rate_text(phase->half, half), rate_text(phase->cap, cap));
	describe_until(phase, unit, out);
}

static void levels_describe(const struct phase *phase, enum unit unit, struct str *out)
{
	(void)unit;
	str_addf(out,
		 plural_of((int64_t)phase->level_count, "%zu level as written",
			   "%zu levels as written"),
		 phase->level_count);
}

static const struct phase_class classes[] = {
	[PHASE_STAY] = {"stay", stay_over, stay_turn, stay_valid, stay_describe},
	[PHASE_CUT_CURRENT] = {"cut", cut_over, cut_current_turn, cut_valid, cut_describe},
	[PHASE_CUT_START] = {"cut", cut_over, cut_start_turn, cut_valid, cut_describe},
	[PHASE_CUT_FIXED] = {"cut", cut_over, cut_fixed_turn, cut_valid, cut_describe},
	[PHASE_CURVE] = {"curve", cut_over, curve_turn, curve_valid, curve_describe},
	[PHASE_LEVELS] = {"levels", levels_over, levels_turn, levels_valid, levels_describe},
};

static_assert(sizeof(classes) / sizeof(classes[0]) == PHASE_KIND_COUNT, "every kind has its row");

const struct phase_class *phase_class_of(enum phase_kind kind)
{
	return &classes[kind];
}

void phase_describe(const struct phase *phase, enum unit unit, struct str *out)
{
	classes[phase->kind].describe(phase, unit, out);
}
