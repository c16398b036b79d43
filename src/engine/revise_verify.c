/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "engine/revise.h"

/* Days that were held are more of the turn they belong to. */
static bool is_more_of(const struct step *step, const struct step *last)
{
	return step->phase == last->phase && step->turn == last->turn &&
	       step->ideal.nano == last->ideal.nano && step->before.nano == last->before.nano;
}

/*
 * The schedule as if it had begun on its own: from the amount of the day before, and with the first turn's cut from it. A
 * step back is the one change that begins above that.
 */
static struct schedule on_its_own(const struct revision *revision, struct amount before)
{
	const struct schedule *schedule = &revision->schedule;
	struct schedule own = course_without_days(schedule);

	own.start = before;
	if (revision->kind == REVISION_BACK)
		own.start = schedule->levels[0].target;
	else if (revision->kind == REVISION_REPLAN)
		own.start = schedule->start;
	for (size_t i = 0; i < schedule->step_count; i++) {
		struct step step = schedule->steps[i];
		const struct level *level = schedule_at(schedule, step.first);

		if (i == 0) {
			step.before = own.start;
			step.asked.nano = own.start.nano - step.ideal.nano;
		} else if (is_more_of(&step, &schedule->steps[i - 1])) {
			step.before = step.ideal;
			step.asked.nano = 0;
		}
		schedule_append(&own, &step, schedule_doses(schedule, level));
	}
	return own;
}

/* What was planned for the day before; or, where a step back was just made that counts from the same day, for that day. */
static struct amount amount_before(const struct course *course, size_t index)
{
	const struct revision *revision = &course->revisions[index];
	struct course earlier = {.revisions = course->revisions, .count = index};
	const struct level *before = course_level_at(&earlier, day_add(revision->from, -1));
	const struct level *then = course_level_at(&earlier, revision->from);

	if (then != NULL && (before == NULL || then->target.nano > before->target.nano))
		before = then;
	return before != NULL ? before->target : revision->schedule.start;
}

static bool is_hold_until_resumed(const struct revision *revision)
{
	return revision->kind == REVISION_HOLD && revision->days == 0;
}

bool revise_verify(const struct course *course, size_t index, const struct plan *plan,
		   struct proof *proofs)
{
	const struct revision *revision = &course->revisions[index];
	struct revision again;
	struct schedule own;
	bool all = true;

	if (revision->kind == REVISION_START)
		return schedule_verify(plan, &revision->schedule, revision->factor, proofs);
	own = on_its_own(revision, amount_before(course, index));
	(void)schedule_verify(plan, &own, revision->factor, proofs);
	schedule_free(&own);
	proofs[PROOF_SAME].holds = revise_again(course, index, plan, &again);
	if (proofs[PROOF_SAME].holds)
		revision_free(&again);
	snprintf(proofs[PROOF_SAME].detail, sizeof(proofs[PROOF_SAME].detail), "%s",
		 proofs[PROOF_SAME].holds ? "" : "a change made once more gives other days");
	if (is_hold_until_resumed(revision))
		proofs[PROOF_GOAL] = (struct proof){.holds = true};
	for (int i = 0; i < PROOF_COUNT; i++)
		all = all && proofs[i].holds;
	return all;
}
