/* SPDX-License-Identifier: MIT */
#include "plan_view.h"

#include <stdlib.h>

#include "base/mem.h"

void plan_view_free(struct plan_view *view)
{
	free(view->rows);
	view->rows = NULL;
	view->row_count = view->row_cap = 0;
}

static struct plan_row *add_row(struct plan_view *view)
{
	view->rows = mem_grow(view->rows, &view->row_cap, view->row_count + 1, sizeof(*view->rows));
	return &view->rows[view->row_count++];
}

void plan_view_add_levels(struct plan_view *view)
{
	view->rows = mem_grow(view->rows, &view->row_cap,
			      view->row_count + view->schedule->level_count, sizeof(*view->rows));
	for (size_t i = 0; i < view->schedule->level_count; i++) {
		const struct level *level = &view->schedule->levels[i];

		*add_row(view) = (struct plan_row){.first = level->first,
						   .days = level->days,
						   .level = level,
						   .schedule = view->schedule};
	}
}

static void add_past_day(struct plan_view *view, const struct course *course, struct day day)
{
	const struct revision *revision = course_revision_at(course, day);
	const struct level *level = course_level_at(course, day);
	struct plan_row *last = view->row_count > 0 ? &view->rows[view->row_count - 1] : NULL;

	if (revision == NULL || level == NULL)
		return;
	if (last != NULL && last->level == level && day_add(last->first, last->days).n == day.n) {
		last->days++;
		return;
	}
	*add_row(view) = (struct plan_row){
		.first = day, .days = 1, .level = level, .schedule = &revision->schedule};
}

void plan_view_add_past(struct plan_view *view, const struct course *course)
{
	struct day end = schedule_first_day(view->schedule), day = end;

	for (size_t i = 0; i < course->count; i++) {
		if (course->revisions[i].from.n < day.n)
			day = course->revisions[i].from;
	}
	for (; day.n < end.n; day = day_add(day, 1))
		add_past_day(view, course, day);
}

bool plan_row_has_doses(const struct plan_row *row)
{
	const struct amount *doses = schedule_doses(row->schedule, row->level);
	int64_t sum = 0;

	for (size_t i = 0; i < row->schedule->slot_count; i++)
		sum += doses[i].nano;
	return sum == row->level->target.nano;
}
