/* SPDX-License-Identifier: MIT */
#include "engine/split.h"

#include <assert.h>

/* The slots that stay open: the first count of the split's. */
struct open_slots {
	const struct split *split;
	size_t count;
	int64_t parts[PLAN_SLOT_MAX]; /* in measures */
};

/* In milli-units, so that products stay within 64 bits. */
static int64_t share_of(const struct open_slots *open, size_t i)
{
	return open->split->shares[i];
}

/* At most as many slots as smallest goes into the target, and at least one. */
static size_t most_open(const struct split *split, struct amount target)
{
	int64_t most;

	if (split->smallest.nano <= 0)
		return split->count;
	most = target.nano / split->smallest.nano;
	if (most < 1)
		return 1;
	return most < (int64_t)split->count ? (size_t)most : split->count;
}

/* True where a's next part comes before b's: share/(2 × parts + 1) is larger. */
static bool comes_first(const struct open_slots *open, size_t a, size_t b)
{
	return share_of(open, a) * (2 * open->parts[b] + 1) >
	       share_of(open, b) * (2 * open->parts[a] + 1);
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
 * Every part with a quotient of at least sum/(2 × sure) is among the first ones given, whatever the order of the rest, so
 * they need no loop; at most 2 × count are left for it.
 */
static void share_by_quotient(struct open_slots *open, int64_t parts)
{
	int64_t sure = parts - (int64_t)open->count;
	int64_t sum = 0, given = 0;

	for (size_t i = 0; i < open->count; i++)
		sum += share_of(open, i);
	for (size_t i = 0; i < open->count; i++) {
		open->parts[i] = sure > 0 ? (2 * share_of(open, i) * sure + sum) / (2 * sum) : 0;
		given += open->parts[i];
	}
	for (; given < parts; given++)
		give_one(open);
}

/* With equal shares everyone gets as much, and those at the front one of the rest: the same as by quotient, at once. */
static void share_equally(struct open_slots *open, int64_t parts)
{
	int64_t each = parts / (int64_t)open->count;
	size_t rest = (size_t)(parts - each * (int64_t)open->count);

	for (size_t i = 0; i < open->count; i++)
		open->parts[i] = each + (i < rest ? 1 : 0);
}

static bool any_below(const struct open_slots *open)
{
	for (size_t i = 0; i < open->count; i++) {
		if (open->parts[i] * open->split->measure.nano < open->split->smallest.nano)
			return true;
	}
	return false;
}

struct split split_of(const struct plan *plan)
{
	struct split split = {
		.count = plan->slot_count, .measure = plan->measure, .smallest = plan->smallest};

	for (size_t i = 0; i < split.count; i++) {
		split.slots[i] = plan->shrink[split.count - 1 - i];
		split.shares[i] = amount_milli(plan->slots[split.slots[i]].share);
		if (split.equal == i && split.shares[i] == split.shares[0])
			split.equal++;
	}
	return split;
}

/* The same at once where no slot ever closes and all have the same share, as in most plans. */
static void split_equally(const struct split *split, struct amount target, struct amount doses[])
{
	int64_t measure = split->measure.nano, row = measure * (int64_t)split->count;
	int64_t each = target.nano / row, rest = target.nano - each * row;

	for (size_t i = 0; i < split->count; i++) {
		int64_t more = rest > 0 ? measure : 0;

		doses[split->slots[i]].nano = each * measure + more;
		rest -= more;
	}
	assert(rest == 0);
}

/*
 * Unequal shares, or a smallest dose that is no multiple of the measure, can leave a dose too small still: one more slot
 * closes then. A dose that is too small at one total is so at every lower one, so slots never open again.
 */
static void split_with_care(const struct split *split, struct amount target, struct amount doses[])
{
	int64_t parts = target.nano / split->measure.nano;
	struct open_slots open;

	assert(parts * split->measure.nano == target.nano);
	open.split = split;
	open.count = most_open(split, target);
	for (;;) {
		if (open.count <= split->equal)
			share_equally(&open, parts);
		else
			share_by_quotient(&open, parts);
		if (open.count == 1 || split->smallest.nano == 0 || !any_below(&open))
			break;
		open.count--;
	}
	for (size_t i = 0; i < split->count; i++)
		doses[split->slots[i]].nano =
			i < open.count ? open.parts[i] * split->measure.nano : 0;
}

void split_target(const struct split *split, struct amount target, struct amount doses[])
{
	if (split->equal == split->count && split->smallest.nano == 0)
		split_equally(split, target, doses);
	else
		split_with_care(split, target, doses);
}
