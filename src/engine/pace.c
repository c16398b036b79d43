/* SPDX-License-Identifier: MIT */
#include "engine/pace.h"

#include <assert.h>
#include <stdio.h>

#include "base/plural.h"

enum {
	WINDOW_DAYS = 28,
	SHORTEST_LEVEL_DAYS = 7,
	PACE_NOTICE_BP = 2000,
	PACE_ACKNOWLEDGE_BP = 3000,
	CUT_NOTICE_BP = 1000,
	CUT_ACKNOWLEDGE_BP = 2500,
	TAIL_PART = 20, /* in units other than grams the tail is a twentieth of A0, 5 % */
};

struct caution_words {
	const char *name;
	const char *source;
};

static const struct caution_words words[] = {
	[CAUTION_PACE] = {"pace", "tapering-rate-2024"},
	[CAUTION_CUT] = {"cut", "asam-2025"},
	[CAUTION_LAST_STEP] = {"last-step", "dtb-taper-end"},
	[CAUTION_SHORT_LEVELS] = {"short-levels", "huestis-2024"},
};

static_assert(sizeof(words) / sizeof(words[0]) == CAUTION_COUNT, "every caution has its words");

/* A fall from one amount to another, in nano-units. */
struct fall {
	int64_t before, after;
	struct day on;
};

static struct fall fall_between(struct amount before, struct amount after, struct day on)
{
	return (struct fall){.before = before.nano, .after = after.nano, .on = on};
}

static int64_t fall_size(struct fall fall)
{
	return fall.before - fall.after;
}

/* One nano-unit is left to the rounding of unrounded amounts: a cut of exactly 10 % is not above 10 %. */
static bool fall_above(struct fall fall, int32_t bp)
{
	return (fall_size(fall) - 1) * RATE_WHOLE > fall.before * bp;
}

static struct rate fall_rate(struct fall fall)
{
	struct amount size = {.nano = fall_size(fall)}, before = {.nano = fall.before};

	return amount_ratio(size, before);
}

/* One decimal is enough to be told. */
static struct rate shown(struct rate rate)
{
	return (struct rate){.bp = (rate.bp + 5) / 10 * 10};
}

/* In parts of 100 000, which is finer than any figure that is shown. */
static bool fall_steeper(struct fall a, struct fall b)
{
	return fall_size(a) * 100000 / a.before > fall_size(b) * 100000 / b.before;
}

/* What a window may drop without having a pace. */
static int64_t tail_limit(const struct schedule *schedule)
{
	return schedule->unit == UNIT_GRAM ? AMOUNT_UNIT : schedule->start.nano / TAIL_PART;
}

static struct caution *add(struct pace *pace, enum caution_id id, enum caution_level level,
			   struct day on)
{
	struct caution *caution = &pace->cautions[pace->caution_count++];

	*caution = (struct caution){.id = id, .level = level, .on = on};
	return caution;
}

static void say_pace(const struct schedule *schedule, struct fall worst, struct pace *pace)
{
	struct amount before = {.nano = worst.before}, after = {.nano = worst.after};
	int decimals = amount_decimals(schedule->measure);
	char rate[AMOUNT_TEXT_SIZE], from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE];
	char day[DAY_TEXT_SIZE];
	bool strong = fall_above(worst, PACE_ACKNOWLEDGE_BP);
	struct caution *caution =
		add(pace, CAUTION_PACE, strong ? CAUTION_ACKNOWLEDGE : CAUTION_NOTICE, worst.on);

	snprintf(caution->text, sizeof(caution->text),
		 "the four weeks to %s take off %s (%s to %s); %s", day_long(worst.on, day),
		 rate_text(shown(pace->steepest), rate), amount_fixed(before, decimals, from),
		 amount_fixed_with_unit(after, decimals, schedule->unit, to),
		 strong ? "in a study of prescribed opioids more than 30 % a month went with more "
			  "overdoses, and slower did not"
			: "guidance for prescribed opioids keeps to 20 % in four weeks or less");
}

static void say_cut(const struct schedule *schedule, struct fall worst, bool strong,
		    struct pace *pace)
{
	struct amount cut = {.nano = fall_size(worst)}, before = {.nano = worst.before};
	char rate[AMOUNT_TEXT_SIZE], size[AMOUNT_TEXT_SIZE], from[AMOUNT_TEXT_SIZE];
	int decimals = amount_decimals(schedule->measure);
	char day[DAY_TEXT_SIZE];
	struct caution *caution =
		add(pace, CAUTION_CUT, strong ? CAUTION_ACKNOWLEDGE : CAUTION_NOTICE, worst.on);

	snprintf(caution->text, sizeof(caution->text),
		 "the cut on %s is %s, %s of the %s before it; cuts of 5 to 10 %% are the gentle "
		 "ones",
		 day_long(worst.on, day), amount_with_unit(cut, schedule->unit, size),
		 rate_text(shown(fall_rate(worst)), rate),
		 amount_fixed_with_unit(before, decimals, schedule->unit, from));
}

/*
 * The step to 0 has a line of its own, whatever its size in percent. It asks for a yes where it takes more than a quarter
 * of what the plan began with, as any other cut of a quarter does.
 */
static void check_last_step(const struct schedule *schedule, struct pace *pace)
{
	const struct level *goal = &schedule->levels[schedule->level_count - 1];
	struct fall of_start = {.before = schedule->start.nano,
				.after = schedule->start.nano - goal->cut.nano};
	char text[AMOUNT_TEXT_SIZE];
	struct caution *caution;

	if (goal->target.nano > 0 || goal->cut.nano <= tail_limit(schedule))
		return;
	caution =
		add(pace, CAUTION_LAST_STEP,
		    fall_above(of_start, CUT_ACKNOWLEDGE_BP) ? CAUTION_ACKNOWLEDGE : CAUTION_NOTICE,
		    goal->first);
	snprintf(caution->text, sizeof(caution->text),
		 "the last level before 0 is %s a day, so the final step would be larger than the "
		 "ones before it",
		 amount_with_unit(goal->cut, schedule->unit, text));
}

static void check_short_levels(const struct schedule *schedule, struct day since, struct pace *pace)
{
	size_t count = 0;
	struct day first = {0};
	struct caution *caution;
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];

		if (level->first.n < since.n || level->days == LEVEL_OPEN ||
		    level->days >= SHORTEST_LEVEL_DAYS)
			continue;
		if (count++ == 0)
			first = level->first;
	}
	if (count == 0)
		return;
	caution = add(pace, CAUTION_SHORT_LEVELS, CAUTION_NOTICE, first);
	snprintf(caution->text, sizeof(caution->text),
		 plural_of((int64_t)count,
			   "%zu level is shorter than 7 days, the first on %s; mitragynine takes 8 "
			   "to 9"
			   " days to settle, so the next cut comes before this one is fully felt",
			   "%zu levels are shorter than 7 days, the first on %s; mitragynine takes "
			   "8 to 9"
			   " days to settle, so the next cut comes before this one is fully felt"),
		 count, day_long(first, day));
}

/* A step to 0 is not counted with the others; one to an amount to stay at is a cut like any. */
static size_t counted_levels(const struct schedule *schedule)
{
	return schedule->level_count - (schedule->goal.nano == 0 ? 1 : 0);
}

/*
 * A cut counts as the smaller of what is really taken off and what the unrounded amounts fall by: rounding alone makes
 * no cut large, and a coarse scale that does shows in both. A quarter of the tail is never large.
 */
static bool cut_counts(const struct schedule *schedule, struct fall real, struct fall unrounded,
		       int32_t above_bp)
{
	int64_t quarter = tail_limit(schedule) / 4;

	return fall_size(real) > quarter && fall_size(unrounded) > quarter &&
	       fall_above(real, above_bp) && fall_above(unrounded, above_bp);
}

static void find_cuts(const struct schedule *schedule, struct day since, struct pace *pace)
{
	struct fall worst = {.before = 1, .after = 1};
	struct amount before = schedule->start, ideal = schedule->start;
	bool any = false, strong = false;

	for (size_t i = 0; i < counted_levels(schedule); i++) {
		const struct level *level = &schedule->levels[i];
		struct fall real = fall_between(before, level->target, level->first);
		struct fall unrounded = fall_between(ideal, level->ideal, level->first);
		bool now_strong = cut_counts(schedule, real, unrounded, CUT_ACKNOWLEDGE_BP);

		before = level->target;
		ideal = level->ideal;
		if (level->first.n < since.n)
			continue;
		if (cut_counts(schedule, real, unrounded, 0) &&
		    fall_rate(real).bp > pace->largest_cut.bp)
			pace->largest_cut = fall_rate(real);
		if (cut_counts(schedule, real, unrounded, CUT_NOTICE_BP) && now_strong >= strong &&
		    (!any || now_strong > strong || fall_steeper(real, worst))) {
			worst = real;
			any = true;
			strong = now_strong;
		}
	}
	if (any)
		say_cut(schedule, worst, strong, pace);
}

/* Within a level only the amount 28 days earlier changes, and it falls: the first day is the steepest. */
static void find_pace(const struct schedule *schedule, struct day since, struct pace *pace)
{
	struct fall worst = {.before = 1, .after = 1};
	struct amount earlier = schedule->start;
	const struct level *next = schedule->levels;

	for (size_t i = 0; i < counted_levels(schedule); i++) {
		const struct level *level = &schedule->levels[i];
		struct fall month;

		for (; day_between(next->first, level->first) >= WINDOW_DAYS; next++)
			earlier = next->target;
		month = fall_between(earlier, level->target, level->first);

		if (level->first.n >= since.n && fall_size(month) > tail_limit(schedule) &&
		    fall_steeper(month, worst))
			worst = month;
	}
	pace->steepest = fall_rate(worst);
	pace->on = worst.on;
	if (fall_above(worst, PACE_NOTICE_BP))
		say_pace(schedule, worst, pace);
}

struct pace pace_since(const struct schedule *schedule, struct day since)
{
	struct pace pace = {.caution_count = 0};

	find_pace(schedule, since, &pace);
	find_cuts(schedule, since, &pace);
	check_last_step(schedule, &pace);
	check_short_levels(schedule, since, &pace);
	return pace;
}

struct pace pace_of(const struct schedule *schedule)
{
	return pace_since(schedule, schedule_first_day(schedule));
}

bool pace_needs_acknowledgement(const struct pace *pace)
{
	for (size_t i = 0; i < pace->caution_count; i++) {
		if (pace->cautions[i].level == CAUTION_ACKNOWLEDGE)
			return true;
	}
	return false;
}

const char *caution_name(enum caution_id id)
{
	return words[id].name;
}

const char *caution_level_name(enum caution_level level)
{
	return level == CAUTION_ACKNOWLEDGE ? "acknowledge" : "notice";
}

const char *caution_source(enum caution_id id)
{
	return words[id].source;
}
