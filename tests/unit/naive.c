/* SPDX-License-Identifier: MIT */
#include "naive.h"

#include <string.h>

__extension__ typedef __int128 wide;

struct walk {
	const struct plan *plan;
	struct naive *out;
	int32_t factor;
	int phase;
	int64_t ideal;
	bool done;
	int levels;
};

static int64_t half_up(wide over, wide under)
{
	return (int64_t)((2 * over + under) / (2 * under));
}

/* One day after the other at an amount, with the arithmetic that led to it. */
static void live(struct walk *walk, const struct naive_day *like, int days)
{
	struct naive *out = walk->out;

	for (int i = 0; i < days && !out->refused; i++) {
		if (out->days == PLAN_DAY_MAX) {
			out->refused = true;
			return;
		}
		if (out->days == 0 || out->day[out->days - 1].target != like->target)
			walk->levels++;
		out->day[out->days++] = *like;
	}
}

static void arrive(struct walk *walk, int64_t asked, int64_t ideal, int days,
		   const struct written_level *written)
{
	int64_t measure = walk->plan->measure.nano;
	struct naive_day like = {.before = walk->ideal,
				 .asked = asked,
				 .ideal = ideal,
				 .phase = walk->phase,
				 .written = written};

	if (ideal <= walk->plan->goal.nano) {
		walk->done = true;
		return;
	}
	while (like.target < ideal)
		like.target = (ideal / measure + (ideal % measure ? 1 : 0)) * measure;
	walk->ideal = ideal;
	live(walk, &like, days);
}

static int64_t less_percent(int64_t amount, int32_t bp)
{
	return (int64_t)(((wide)amount * (10000 - bp) + 5000) / 10000);
}

static int64_t rule_of(const struct phase *phase, int64_t ideal, int64_t began)
{
	if (phase->kind == PHASE_CUT_CURRENT)
		return ideal - less_percent(ideal, phase->cut_rate.bp);
	if (phase->kind == PHASE_CUT_START)
		return began - less_percent(began, phase->cut_rate.bp);
	return phase->cut_amount.nano;
}

static int64_t until_of(const struct walk *walk, const struct phase *phase)
{
	if (phase->until_part.bp == 0)
		return phase->until.nano;
	return half_up((wide)walk->out->start * phase->until_part.bp, 10000);
}

static void cut(struct walk *walk, const struct phase *phase)
{
	int64_t began = walk->ideal, until = until_of(walk, phase);

	while (walk->ideal > until && !walk->done && !walk->out->refused) {
		int64_t asked = rule_of(phase, walk->ideal, began);

		if (asked < phase->least.nano)
			asked = phase->least.nano;
		if (walk->factor != 10000)
			asked = half_up((wide)asked * walk->factor, 10000);
		if (asked <= 0) {
			walk->out->refused = true;
			return;
		}
		int64_t next = walk->ideal - asked;
		arrive(walk, asked < walk->ideal ? asked : walk->ideal, next < until ? until : next,
		       phase->every_days, NULL);
	}
}

/* The shape as the page writes it, in IEEE doubles; the plan's own starting amount gives K and the size of a step. */
static int64_t curve_next(const struct walk *walk, const struct phase *phase)
{
	double start = (double)walk->out->start, ideal = (double)walk->ideal;
	double k = start * phase->half.bp / 10000;
	double occ = ideal / (ideal + k) - start / (start + k) / phase->steps;
	double next = k * occ / (1 - occ);
	double capped = ideal - ideal * phase->cap.bp / 10000;

	double best = next > capped ? next : capped;
	int64_t whole = (int64_t)best;

	while ((double)whole > best)
		whole--;
	return best - (double)whole >= 0.5 ? whole + 1 : whole;
}

static void curve(struct walk *walk, const struct phase *phase)
{
	int64_t until = until_of(walk, phase);

	while (walk->ideal > until && !walk->done && !walk->out->refused) {
		int64_t asked = walk->ideal - curve_next(walk, phase);

		if (walk->factor != 10000)
			asked = half_up((wide)asked * walk->factor, 10000);
		if (asked <= 0) {
			walk->out->refused = true;
			return;
		}
		int64_t next = walk->ideal - asked;
		arrive(walk, asked < walk->ideal ? asked : walk->ideal, next < until ? until : next,
		       phase->every_days, NULL);
	}
}

static void written(struct walk *walk, const struct phase *phase)
{
	for (size_t i = 0; i < phase->level_count && !walk->done && !walk->out->refused; i++) {
		const struct written_level *level = &phase->levels[i];
		const struct naive *out = walk->out;
		int64_t fall = walk->ideal - level->amount.nano;
		int64_t last = out->days > 0 ? out->day[out->days - 1].target : out->start;

		if (level->amount.nano > last) {
			walk->out->refused = true;
			return;
		}
		arrive(walk, fall > 0 ? fall : 0, level->amount.nano, level->days, level);
	}
}

void naive_lay_out(const struct plan *plan, int64_t from, int32_t factor, struct naive *naive)
{
	struct walk walk = {.plan = plan, .out = naive, .factor = factor};

	naive->refused = false;
	naive->days = 0;
	naive->start = from - from % plan->measure.nano;
	walk.ideal = naive->start;
	if (naive->start <= plan->goal.nano) {
		naive->refused = true;
		return;
	}
	for (size_t i = 0; i < plan->phase_count && !walk.done && !naive->refused; i++) {
		const struct phase *phase = &plan->phases[i];

		walk.phase = (int)i;
		switch (phase->kind) {
		case PHASE_STAY:
			arrive(&walk, 0, walk.ideal, phase->every_days, NULL);
			break;
		case PHASE_CUT_CURRENT:
		case PHASE_CUT_START:
		case PHASE_CUT_FIXED:
			cut(&walk, phase);
			break;
		case PHASE_CURVE:
			curve(&walk, phase);
			break;
		case PHASE_LEVELS:
			written(&walk, phase);
			break;
		case PHASE_KIND_COUNT:
			break;
		}
	}
	if (walk.levels + 1 > PLAN_LEVEL_MAX)
		naive->refused = true;
	/* A plan in which no phase has anything to do would jump to its goal on the first day. */
	if (naive->days == 0 && !walk.done)
		naive->refused = true;
}

/* Gives unit after unit to the open slot with the largest share/(2 × its units + 1); later in shrink order wins a tie. */
static void give(const struct plan *plan, int64_t units, const bool open[PLAN_SLOT_MAX],
		 int64_t got[PLAN_SLOT_MAX])
{
	memset(got, 0, PLAN_SLOT_MAX * sizeof got[0]);
	for (int64_t unit = 0; unit < units; unit++) {
		int best = -1;

		for (size_t turn = 0; turn < plan->slot_count; turn++) {
			int slot = plan->shrink[turn];

			if (!open[slot])
				continue;
			if (best < 0 ||
			    (wide)plan->slots[slot].share.nano * (2 * got[best] + 1) >=
				    (wide)plan->slots[best].share.nano * (2 * got[slot] + 1))
				best = slot;
		}
		got[best]++;
	}
}

static bool too_small(const struct plan *plan, const bool open[PLAN_SLOT_MAX],
		      const int64_t got[PLAN_SLOT_MAX])
{
	for (size_t i = 0; i < plan->slot_count; i++) {
		if (open[i] && got[i] * plan->measure.nano < plan->smallest.nano)
			return true;
	}
	return false;
}

/* All slots first; then one after the other closes in shrink order, until few enough are open and no dose is too small. */
void naive_split(const struct plan *plan, int64_t target, int64_t doses[PLAN_SLOT_MAX])
{
	bool open[PLAN_SLOT_MAX] = {false};
	int64_t left = (int64_t)plan->slot_count;

	for (size_t i = 0; i < plan->slot_count; i++)
		open[i] = true;
	give(plan, target / plan->measure.nano, open, doses);
	for (size_t turn = 0; left > 1; turn++, left--) {
		if (left * plan->smallest.nano <= target && !too_small(plan, open, doses))
			break;
		open[plan->shrink[turn]] = false;
		give(plan, target / plan->measure.nano, open, doses);
	}
	for (size_t i = 0; i < plan->slot_count; i++)
		doses[i] *= plan->measure.nano;
}

static int64_t tail_of(const struct plan *plan, const struct naive *naive)
{
	return plan->unit == UNIT_GRAM ? INT64_C(1000000000) : naive->start / 20;
}

/* One day of it; the day after the last is the goal. */
static struct naive_day day_of(const struct plan *plan, const struct naive *naive, int day)
{
	if (day < naive->days)
		return naive->day[day];
	return (struct naive_day){.target = plan->goal.nano, .ideal = plan->goal.nano};
}

/* The step to 0 is not counted, the one to an amount to stay at is. */
static int counted_days(const struct plan *plan, const struct naive *naive)
{
	return naive->days + (plan->goal.nano > 0 ? 1 : 0);
}

int32_t naive_pace(const struct plan *plan, const struct naive *naive)
{
	int32_t steepest = 0;

	for (int day = 0; day < counted_days(plan, naive); day++) {
		int64_t then = day < 28 ? naive->start : naive->day[day - 28].target;
		int64_t fall = then - day_of(plan, naive, day).target;

		if (fall <= tail_of(plan, naive))
			continue;
		int32_t bp = (int32_t)half_up((wide)fall * 10000, then);
		steepest = bp > steepest ? bp : steepest;
	}
	return steepest;
}

int32_t naive_largest_cut(const struct plan *plan, const struct naive *naive)
{
	int32_t largest = 0;
	int64_t before = naive->start, ideal = naive->start;

	for (int day = 0; day < counted_days(plan, naive); day++) {
		int64_t fall = before - day_of(plan, naive, day).target;
		int64_t unrounded = ideal - day_of(plan, naive, day).ideal;

		if (day > 0 && fall == 0)
			continue;
		if (4 * fall > tail_of(plan, naive) && 4 * unrounded > tail_of(plan, naive)) {
			int32_t bp = (int32_t)half_up((wide)fall * 10000, before);
			largest = bp > largest ? bp : largest;
		}
		before = day_of(plan, naive, day).target;
		ideal = day_of(plan, naive, day).ideal;
	}
	return largest;
}

int64_t naive_total(const struct naive *naive)
{
	int64_t total = 0;

	for (int day = 0; day < naive->days; day++)
		total += naive->day[day].target;
	return total;
}
