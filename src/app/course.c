/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "yaml/planfile.h"

bool revision_plan(const struct revision *revision, struct plan *plan, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	bool read = planfile_parse(revision->plan_text, strlen(revision->plan_text), plan,
				   &problems, err);

	problems_free(&problems);
	return read;
}

/* The arithmetic that was not stored is that of the plan text, as long as it gives the stored levels. */
static bool lay_out_again(struct revision *revision)
{
	struct schedule *stored = &revision->schedule, again = SCHEDULE_INIT;
	struct plan plan = PLAN_INIT;
	struct err ignored;
	bool same = false;

	if (revision_plan(revision, &plan, &ignored) && revision->factor > 0 &&
	    stored->from.nano <= AMOUNT_MAX &&
	    schedule_build(&plan, stored->from, revision->from, revision->factor, &again, &ignored))
		same = schedule_same(&again, stored);
	if (same) {
		stored->steps = again.steps;
		stored->step_count = again.step_count;
		stored->step_cap = again.step_cap;
		again.steps = NULL;
		again.step_count = again.step_cap = 0;
	}
	schedule_free(&again);
	plan_free(&plan);
	return same;
}

static void add_unknown_steps(struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];

		schedule->steps = mem_grow(schedule->steps, &schedule->step_cap,
					   schedule->step_count + 1, sizeof(*schedule->steps));
		schedule->steps[schedule->step_count++] = (struct step){
			.first = level->first,
			.days = level->days,
			.before = {.nano = level->ideal.nano + level->asked.nano},
			.asked = level->asked,
			.ideal = level->ideal,
			.target = level->target,
			.phase = level->phase,
			.turn = TURN_UNKNOWN,
		};
	}
}

static void add_steps(struct course *course)
{
	for (size_t i = 0; i < course->count; i++) {
		struct revision *revision = &course->revisions[i];

		if (revision->schedule.level_count == 0 || revision->schedule.step_count > 0)
			continue;
		if (!lay_out_again(revision))
			add_unknown_steps(&revision->schedule);
	}
}

bool app_course(struct store *store, struct course *course, struct err *err)
{
	struct course read;

	if (!store_course(store, &read, err))
		return false;
	add_steps(&read);
	*course = read;
	return true;
}

bool app_course_followed(struct store *store, struct course *course, struct err *err)
{
	static const struct course_reach all = {
		.first = {.n = INT32_MIN}, .last = {.n = INT32_MAX}, .doses = true, .steps = true};
	struct course read;

	if (!store_course_reach(store, all, &read, err))
		return false;
	add_steps(&read);
	*course = read;
	return true;
}
