/* SPDX-License-Identifier: MIT */
#include "engine/split.h"

#include <assert.h>
#include <string.h>

/* The slots that stay open, the one that shrinks last at the front: ties go to the front. */
struct open_slots {
	uint8_t slot[PLAN_SLOT_MAX];
	int64_t share[PLAN_SLOT_MAX]; /* milli-units, so that products stay within 64 bits */
	int64_t parts[PLAN_SLOT_MAX];
	size_t count;
	int64_t share_sum;
};

/* At most as many slots as smallest goes into the target, and at least one. */
static size_t most_open(const struct plan *plan, struct amount target)
{
	int64_t most;

	if (plan->smallest.nano <= 0)
		return plan->slot_count;
	most = target.nano / plan->smallest.nano;
	if (most < 1)
		return 1;
	return most < (int64_t)plan->slot_count ? (size_t)most : plan->slot_count;
}

static struct open_slots open_first(const struct plan *plan, size_t count)
{
	struct open_slots open = {.count = count};

	for (size_t i = 0; i < open.count; i++) {
		open.slot[i] = plan->shrink[plan->slot_count - 1 - i];
		open.share[i] = amount_milli(plan->slots[open.slot[i]].share);
		open.share_sum += open.share[i];
	}
	return open;
}

/* True where a's next part comes before b's: share/(2 × parts + 1) is larger. */
static bool comes_first(const struct open_slots *open, size_t a, size_t b)
{
	return open->share[a] * (2 * open->parts[b] + 1) >
	       open->share[b] * (2 * open->parts[a] + 1);
}

static void give_one(struct open_slots *open)
{
	size_t best = 0;

	for (size_t i = 1; i < open->count; i++) {
		if (comes_first(open, i, best))
			best = i;
	}
	open->parts[best]++;
}

/*
 * Every part with a quotient of at least share_sum/(2 × sure) is among the first ones given, whatever the order of the
 * rest, so they need no loop; at most 2 × count are left for it.
 */
static void share_out(struct open_slots *open, int64_t parts)
{
	int64_t sure = parts - (int64_t)open->count;
	int64_t given = 0;

	for (size_t i = 0; sure > 0 && i < open->count; i++) {
		open->parts[i] =
			(2 * open->share[i] * sure + open->share_sum) / (2 * open->share_sum);
		given += open->parts[i];
	}
	for (; given < parts; given++)
		give_one(open);
}

static bool any_below(const struct open_slots *open, const struct plan *plan)
{
	for (size_t i = 0; i < open->count; i++) {
		if (open->parts[i] * plan->measure.nano < plan->smallest.nano)
			return true;
	}
	return false;
}

/*
 * Unequal shares, or a smallest dose that is no multiple of the measure, can leave a dose too small still: one more slot
 * closes then. A dose that is too small at one total is so at every lower one, so slots never open again.
 */
void split_target(const struct plan *plan, struct amount target, struct amount doses[])
{
	struct open_slots open;
	size_t count = most_open(plan, target);

	assert(target.nano % plan->measure.nano == 0);
	do {
		open = open_first(plan, count);
		share_out(&open, target.nano / plan->measure.nano);
	} while (any_below(&open, plan) && --count > 0);
	memset(doses, 0, plan->slot_count * sizeof(doses[0]));
	for (size_t i = 0; i < open.count; i++)
		doses[open.slot[i]].nano = open.parts[i] * plan->measure.nano;
}
