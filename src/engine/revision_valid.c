/* SPDX-License-Identifier: MIT */
#include "engine/record.h"

#include <string.h>

#include "base/utf8.h"
#include "valid.h"

enum { LONG_TEXT_MAX = 1048576, FIRST_DAY = -135140, LAST_DAY = 2932896 };

static bool day_fits(int64_t n)
{
	return n >= FIRST_DAY && n <= LAST_DAY;
}

static bool amount_fits(struct amount amount)
{
	return amount.nano >= 0 && amount.nano <= AMOUNT_MAX;
}

/* A cut may be a rise, in a step back. */
static bool cut_fits(struct amount amount)
{
	return amount.nano >= -AMOUNT_MAX && amount.nano <= AMOUNT_MAX;
}

static bool name_fits(const char *name)
{
	return utf8_valid(name, strlen(name));
}

static bool texts_fit(const struct revision *revision, struct err *err)
{
	char *texts[] = {revision->plan_text, revision->reason, revision->acknowledged};
	static const char *const fields[] = {"plan_text", "reason", "acknowledged"};

	if (!name_fits(revision->name) || !name_fits(revision->title))
		return err_set(err, ERR_INVALID, "the plan's name or title is not valid UTF-8");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (texts[i] == NULL)
			return err_set(err, ERR_INVALID, "'%s' is missing", fields[i]);
		if (!valid_text(fields[i], &texts[i], LONG_TEXT_MAX, err))
			return false;
	}
	return true;
}

static bool slots_fit(const struct schedule *schedule, struct err *err)
{
	if (schedule->slot_count < 1 || schedule->slot_count > PLAN_SLOT_MAX)
		return err_set(err, ERR_INVALID, "'slots' are not 1 to %d", PLAN_SLOT_MAX);
	for (size_t i = 0; i < schedule->slot_count; i++) {
		const struct slot *slot = &schedule->slots[i];

		if (slot->minute < -1 || slot->minute >= MINUTES_A_DAY || slot->share.nano <= 0 ||
		    !amount_fits(slot->share) || !name_fits(slot->name))
			return err_set(err, ERR_INVALID,
				       "slots[%zu] has a time, share or name there can't be", i);
	}
	return true;
}

static bool level_fits(const struct schedule *schedule, const struct level *level)
{
	const struct amount *doses = schedule_doses(schedule, level);
	int64_t sum = 0;

	for (size_t i = 0; i < schedule->slot_count; i++) {
		if (!amount_fits(doses[i]))
			return false;
		sum += doses[i].nano;
	}
	return amount_fits(level->target) && sum == level->target.nano &&
	       amount_fits(level->ideal) && cut_fits(level->asked) && cut_fits(level->cut) &&
	       level->phase >= -1 && level->phase < PLAN_PHASE_MAX && level->days >= 0;
}

/* One after the other from the first day on, the last without an end. */
static bool levels_fit(const struct revision *revision, struct err *err)
{
	const struct schedule *schedule = &revision->schedule;
	int64_t next = revision->from.n;

	if (schedule->level_count == 0 || schedule->level_count > PLAN_LEVEL_MAX)
		return err_set(err, ERR_INVALID, "'levels' are not 1 to %d", PLAN_LEVEL_MAX);
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		bool last = i + 1 == schedule->level_count;

		if (level->first.n != next || (level->days == LEVEL_OPEN) != last)
			return err_set(err, ERR_INVALID,
				       "levels[%zu] does not follow the days before it", i);
		if (!level_fits(schedule, level))
			return err_set(err, ERR_INVALID,
				       "levels[%zu] has amounts there can't be, or doses that are "
				       "not its target",
				       i);
		next += level->days;
		if (!day_fits(next))
			return err_set(err, ERR_INVALID, "levels[%zu] ends too late", i);
	}
	return true;
}

static bool step_fits(const struct schedule *schedule, const struct step *step)
{
	const struct level *level = schedule_at(schedule, step->first);

	return level != NULL && level->target.nano == step->target.nano && step->days >= 0 &&
	       amount_fits(step->before) && cut_fits(step->asked) && amount_fits(step->ideal) &&
	       amount_fits(step->phase_start) && step->phase >= -1 &&
	       step->phase < PLAN_PHASE_MAX && step->turn >= TURN_UNKNOWN;
}

/* The same days with the same amounts as the levels, where they are known. */
static bool steps_fit(const struct revision *revision, struct err *err)
{
	const struct schedule *schedule = &revision->schedule;
	int64_t next = revision->from.n;

	if (schedule->step_count > 2 * (size_t)PLAN_DAY_MAX)
		return err_set(err, ERR_INVALID, "'steps' are more than %d", 2 * PLAN_DAY_MAX);
	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];
		bool last = i + 1 == schedule->step_count;

		if (step->first.n != next || (step->days == LEVEL_OPEN) != last ||
		    !step_fits(schedule, step))
			return err_set(err, ERR_INVALID,
				       "steps[%zu] does not go with the days and levels", i);
		next += step->days;
		if (!day_fits(next))
			return err_set(err, ERR_INVALID, "steps[%zu] ends too late", i);
	}
	return true;
}

static bool frame_fits(const struct revision *revision, struct err *err)
{
	const struct schedule *schedule = &revision->schedule;

	if (!day_fits(revision->from.n) || revision->days < 0 || revision->factor < 0)
		return err_set(err, ERR_INVALID, "'from', 'days' or 'factor' can't be");
	if (schedule->unit <= UNIT_NONE || schedule->unit >= UNIT_COUNT ||
	    schedule->measure.nano <= 0 || !amount_fits(schedule->measure) ||
	    !amount_fits(schedule->from) || !amount_fits(schedule->start) ||
	    !amount_fits(schedule->goal))
		return err_set(err, ERR_INVALID,
			       "'unit', 'measure', 'amount', 'start' or 'goal' can't be");
	return true;
}

bool revision_valid(const struct revision *revision, struct err *err)
{
	if ((unsigned)revision->kind >= REVISION_KIND_COUNT)
		return err_set(err, ERR_INVALID, "'kind' is none there is");
	if (!texts_fit(revision, err))
		return false;
	if (revision->kind == REVISION_STOP && revision->schedule.level_count == 0)
		return day_fits(revision->from.n) ||
		       err_set(err, ERR_INVALID, "'from' is not a day there can be");
	return frame_fits(revision, err) && slots_fit(&revision->schedule, err) &&
	       levels_fit(revision, err) && steps_fit(revision, err);
}
