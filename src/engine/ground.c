/* SPDX-License-Identifier: MIT */
#include "ground.h"

bool ground_no_plan(struct err *err)
{
	return err_set(err, ERR_NOT_FOUND,
		       "no plan is in use; 'taper plan list' shows the ones there are");
}

struct day ground_soonest(const struct revise_ask *ask)
{
	return day_add(ask->today, ask->begun ? 1 : 0);
}

static bool find_part(const struct course *course, const struct revise_ask *ask,
		      struct ground *ground, struct err *err)
{
	const struct revision *newest;
	char day[DAY_TEXT_SIZE];

	if (course_current(course, ask->today) == NULL)
		return ground_no_plan(err);
	newest = &course->revisions[course->count - 1];
	if (newest->kind == REVISION_STOP)
		return err_set(err, ERR_INVALID,
			       "the plan ends with today, as was asked; 'taper undo' takes that "
			       "back");
	ground->last = newest;
	ground->part = course_part_of(course, course->count - 1);
	for (size_t i = ground->part.first; i < ground->part.end; i++) {
		enum revision_kind kind = course->revisions[i].kind;

		if (kind == REVISION_START || kind == REVISION_REPLAN)
			ground->begun = &course->revisions[i];
	}
	if (ground->begun == NULL)
		return ground_no_plan(err);
	if (ground->begun->from.n > ask->today.n)
		return err_set(err, ERR_INVALID,
			       "'%s' begins on %s and can be changed from then on; 'taper undo' "
			       "takes it back",
			       ground->begun->name, day_full(ground->begun->from, day));
	return true;
}

/*
 * What is taken now is today's amount; where a step back was made a moment ago that counts from tomorrow, it is tomorrow's,
 * so that a second change does not take the first one back.
 */
static const struct step *find_present(const struct ground *ground, struct day today)
{
	const struct step *now = schedule_step_at(&ground->whole, today);
	const struct step *soon = schedule_step_at(&ground->whole, ground->first);

	return soon->target.nano > now->target.nano ? soon : now;
}

void ground_leave(struct ground *ground)
{
	schedule_free(&ground->whole);
}

/* A change made earlier today may count from tomorrow; this one does not go behind it. */
bool ground_stand(const struct course *course, const struct revise_ask *ask, struct ground *ground,
		  struct err *err)
{
	char day[DAY_TEXT_SIZE];

	*ground = (struct ground){.begun = NULL};
	if (!find_part(course, ask, ground, err))
		return false;
	ground->first = ground_soonest(ask);
	if (ground->last->from.n > day_add(ask->today, 1).n)
		return err_set(err, ERR_INVALID,
			       "a change waits that begins on %s; 'taper undo' takes it back",
			       day_full(ground->last->from, day));
	if (ground->first.n < ground->last->from.n)
		ground->first = ground->last->from;
	if (!course_whole(course, ask->today, &ground->whole))
		return ground_no_plan(err);
	ground->whole.from = ground->begun->schedule.from;
	ground->whole.start = ground->begun->schedule.start;
	ground->hold = course_hold_at(course, ask->today);
	ground->present = find_present(ground, ask->today);
	ground->at_goal =
		ground->present->days == LEVEL_OPEN && !(ground->hold.on && ground->hold.open);
	return true;
}

void ground_going(const struct course *course, const struct ground *ground, struct schedule *going)
{
	course_going(course, ground->part, ground->first, going);
	going->from = ground->whole.from;
	going->start = ground->whole.start;
}

int32_t ground_held_days(const struct ground *ground)
{
	if (!ground->hold.on || ground->hold.open || ground->hold.until.n <= ground->first.n)
		return 0;
	return day_between(ground->first, ground->hold.until);
}

struct amount ground_limit(const struct ground *ground, const struct revise_ask *ask)
{
	struct day before = day_add(ask->start, -1);
	struct amount now = schedule_at(&ground->whole, ask->today)->target, then;

	if (before.n < ask->today.n)
		before = ask->today;
	then = schedule_at(&ground->whole, before)->target;
	return then.nano < now.nano ? then : now;
}
