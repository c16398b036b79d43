/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app/revising.h"
#include "app_private.h"
#include "base/mem.h"

void plan_events_free(struct plan_events *events)
{
	for (size_t i = 0; i < events->count; i++)
		free(events->events[i].what);
	free(events->events);
	course_free(&events->course);
	*events = (struct plan_events)PLAN_EVENTS_INIT;
}

/* A later change that begins no later takes all its days. */
static bool has_days(const struct course *course, size_t index)
{
	for (size_t i = index + 1; i < course->count; i++) {
		if (course->revisions[i].from.n <= course->revisions[index].from.n)
			return false;
	}
	return true;
}

static void fill_last(const struct course *course, struct plan_event *event)
{
	struct course until = {.revisions = course->revisions, .count = event->number};
	struct schedule whole;

	event->open = course_hold_at(&until, event->revision->from).open;
	if (event->open || !course_whole(&until, event->revision->from, &whole))
		return;
	event->has_last = true;
	event->last = schedule_last_day(&whole);
	schedule_free(&whole);
}

bool app_plan_events(struct app *app, struct plan_events *events, struct err *err)
{
	struct plan_events read = PLAN_EVENTS_INIT;
	struct store *store;

	if (!app_store_read(app, &store, err) || !app_course(store, &read.course, err))
		return false;
	if (read.course.count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       "no plan was begun yet; 'taper plan list' shows the ones there are");
	read.events = mem_alloc(read.course.count, sizeof(*read.events));
	for (size_t i = 0; i < read.course.count; i++) {
		struct plan_event *event = &read.events[read.count++];
		struct str what = STR_INIT;

		*event = (struct plan_event){.number = i + 1,
					     .revision = &read.course.revisions[i],
					     .in_force = has_days(&read.course, i)};
		revision_describe(event->revision, &what);
		event->what = str_take(&what);
		fill_last(&read.course, event);
	}
	*events = read;
	return true;
}
