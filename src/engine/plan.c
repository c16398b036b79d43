/* SPDX-License-Identifier: MIT */
#include "engine/plan.h"

#include <stdlib.h>
#include <string.h>

#include "phase.h"

void plan_free(struct plan *plan)
{
	for (size_t i = 0; i < plan->phase_count; i++)
		free(plan->phases[i].levels);
	*plan = (struct plan)PLAN_INIT;
}

void plan_move(struct plan *to, struct plan *from)
{
	*to = *from;
	*from = (struct plan)PLAN_INIT;
}

/* Twice the distance from the middle of the row of slots, to stay in whole numbers. */
static int off_middle(size_t slot, size_t count)
{
	return abs(2 * (int)slot - ((int)count - 1));
}

void plan_default_shrink(struct plan *plan)
{
	size_t count = plan->slot_count;
	size_t filled = 0;

	for (int distance = 0; filled + 1 < count; distance++) {
		for (size_t slot = 0; slot + 1 < count; slot++) {
			if (off_middle(slot, count) == distance)
				plan->shrink[filled++] = (uint8_t)slot;
		}
	}
	if (count > 0)
		plan->shrink[count - 1] = (uint8_t)(count - 1);
}

void plan_default_slot(struct plan *plan)
{
	plan->slots[0] = (struct slot){.minute = -1, .share = {.nano = AMOUNT_UNIT}};
	plan->slot_count = 1;
	plan->shrink[0] = 0;
}

static bool whole_milli(struct amount amount)
{
	return amount.nano >= 0 && amount.nano <= AMOUNT_MAX && amount.nano % AMOUNT_MILLI == 0;
}

static bool amounts_valid(const struct plan *plan, struct err *err)
{
	if (plan->unit <= UNIT_NONE || plan->unit >= UNIT_COUNT)
		return err_set(err, ERR_INVALID, "'unit' is missing");
	if (plan->measure.nano <= 0 || !whole_milli(plan->measure))
		return err_set(err, ERR_INVALID, "'measure' is not above 0");
	if (!whole_milli(plan->goal) || plan->goal.nano % plan->measure.nano != 0)
		return err_set(err, ERR_INVALID, "'goal' is no multiple of 'measure'");
	if (!whole_milli(plan->smallest))
		return err_set(err, ERR_INVALID, "'smallest' is out of range");
	return true;
}

static bool slots_valid(const struct plan *plan, struct err *err)
{
	bool seen[PLAN_SLOT_MAX] = {false};

	if (plan->slot_count < 1 || plan->slot_count > PLAN_SLOT_MAX)
		return err_set(err, ERR_INVALID, "'doses' has %zu entries; 1 to %d are allowed",
			       plan->slot_count, PLAN_SLOT_MAX);
	for (size_t i = 0; i < plan->slot_count; i++) {
		const struct slot *slot = &plan->slots[i];

		if (slot->minute < -1 || slot->minute >= 1440)
			return err_set(err, ERR_INVALID, "'at' is not a time of day");
		if (slot->share.nano <= 0 || !whole_milli(slot->share))
			return err_set(err, ERR_INVALID, "'share' is not above 0");
		if (plan->shrink[i] >= plan->slot_count || seen[plan->shrink[i]])
			return err_set(err, ERR_INVALID, "'shrink' does not name each dose once");
		seen[plan->shrink[i]] = true;
	}
	return true;
}

bool plan_valid(const struct plan *plan, struct err *err)
{
	if (!amounts_valid(plan, err) || !slots_valid(plan, err))
		return false;
	if (plan->phase_count < 1 || plan->phase_count > PLAN_PHASE_MAX)
		return err_set(err, ERR_INVALID, "'phases' has %zu entries; 1 to %d are allowed",
			       plan->phase_count, PLAN_PHASE_MAX);
	for (size_t i = 0; i < plan->phase_count; i++) {
		if (!phase_class_of(plan->phases[i].kind)->valid(&plan->phases[i], plan, err))
			return err_wrap(err, "phase %zu", i + 1);
	}
	return true;
}
