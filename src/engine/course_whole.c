/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "engine/course.h"

struct schedule course_without_days(const struct schedule *schedule)
{
	struct schedule bare = *schedule;

	bare.levels = NULL;
	bare.doses = NULL;
	bare.steps = NULL;
	bare.level_count = bare.level_cap = bare.dose_cap = 0;
	bare.step_count = bare.step_cap = 0;
	return bare;
}

static bool same_slots(const struct schedule *a, const struct schedule *b)
{
	if (a->slot_count != b->slot_count)
		return false;
	for (size_t i = 0; i < a->slot_count; i++) {
		if (a->slots[i].minute != b->slots[i].minute ||
		    strcmp(a->slots[i].name, b->slots[i].name) != 0)
			return false;
	}
	return true;
}

void course_add_span(const struct schedule *from, struct schedule_span span, struct schedule *to)
{
	static const struct amount none[PLAN_SLOT_MAX] = {{0}};
	bool same = same_slots(from, to);

	for (size_t i = 0; i < from->step_count && from->steps[i].first.n < span.end.n; i++) {
		struct step step = from->steps[i];
		int32_t first = step.first.n > span.first.n ? step.first.n : span.first.n;
		bool open = step.days == LEVEL_OPEN;
		int32_t end = open ? span.end.n : step.first.n + step.days;
		const struct level *level;

		if (end > span.end.n)
			end = span.end.n;
		if (end <= first)
			continue;
		level = schedule_at(from, (struct day){.n = first});
		step.first.n = first + span.shift;
		step.days = open && end == DAY_NEVER.n ? LEVEL_OPEN : end - first;
		schedule_append(to, &step, same ? schedule_doses(from, level) : none);
	}
}

struct course_part course_part_of(const struct course *course, size_t index)
{
	struct course_part part = {.first = index, .end = index + 1};

	while (part.first > 0 && course->revisions[part.first].kind != REVISION_START)
		part.first--;
	while (part.end < course->count && course->revisions[part.end].kind != REVISION_START &&
	       course->revisions[part.end].kind != REVISION_STOP)
		part.end++;
	return part;
}

/* Each revision counts until the first of those made after it begins. */
static struct day ends_on(const struct course *course, struct course_part part, size_t index)
{
	struct day end = DAY_NEVER;

	for (size_t i = index + 1; i < part.end; i++) {
		if (course->revisions[i].from.n < end.n)
			end = course->revisions[i].from;
	}
	return end;
}

/* All of it, up to end. */
static void compose(const struct course *course, struct course_part part, struct day end,
		    struct schedule *whole)
{
	const struct schedule *begun = &course->revisions[part.first].schedule;

	*whole = course_without_days(&course->revisions[part.end - 1].schedule);
	whole->from = begun->from;
	whole->start = begun->start;
	for (size_t i = part.first; i < part.end; i++) {
		const struct revision *revision = &course->revisions[i];
		struct schedule_span span = {.first = revision->from,
					     .end = ends_on(course, part, i)};

		if (span.end.n > end.n)
			span.end = end;
		course_add_span(&revision->schedule, span, whole);
	}
}

/* A step back or a new plan ends a hold, as going on does; going slower ends one without an end. */
static void fold(const struct revision *revision, struct course_hold *hold)
{
	struct day from = revision->from;
	bool goes_on = hold->on && (hold->open || hold->until.n >= from.n);
	bool over = !hold->on || hold->open || hold->until.n < from.n;

	switch (revision->kind) {
	case REVISION_HOLD:
		hold->since = goes_on ? hold->since : from;
		hold->until = day_add(over ? from : hold->until, revision->days);
		hold->open = revision->days == 0;
		hold->on = true;
		break;
	case REVISION_SLOW:
		hold->on = hold->on && !hold->open;
		break;
	case REVISION_START:
	case REVISION_STOP:
	case REVISION_RESUME:
	case REVISION_BACK:
	case REVISION_REPLAN:
	case REVISION_KIND_COUNT:
		*hold = (struct course_hold){.on = false};
		break;
	}
}

static struct course_hold hold_of(const struct course *course, struct course_part part)
{
	struct course_hold hold = {.on = false};

	for (size_t i = part.first; i < part.end; i++)
		fold(&course->revisions[i], &hold);
	return hold;
}

struct day course_day_in(const struct course *course, struct day day)
{
	const struct revision *current = course_current(course, day);
	struct day first;

	if (current == NULL)
		return day;
	first = course->revisions[course_part_of(course, (size_t)(current - course->revisions))
					  .first]
			.from;
	return first.n > day.n ? first : day;
}

static bool part_at(const struct course *course, struct day day, struct course_part *part)
{
	const struct revision *revision = course_revision_at(course, day);

	if (revision == NULL)
		return false;
	*part = course_part_of(course, (size_t)(revision - course->revisions));
	return true;
}

bool course_begins(const struct course *course, struct day day, struct day *first)
{
	struct course_part part;

	if (!part_at(course, day, &part))
		return false;
	*first = course->revisions[part.first].from;
	for (size_t i = part.first + 1; i < part.end; i++) {
		if (course->revisions[i].from.n < first->n)
			*first = course->revisions[i].from;
	}
	return true;
}

struct course_hold course_hold_at(const struct course *course, struct day day)
{
	struct course_hold hold = {.on = false};
	struct course_part part;

	if (!part_at(course, day, &part))
		return hold;
	hold = hold_of(course, part);
	if (!hold.on || (!hold.open && hold.until.n <= day.n))
		return (struct course_hold){.on = false};
	return hold;
}

void course_going(const struct course *course, struct course_part part, struct day day,
		  struct schedule *going)
{
	const struct revision *last = &course->revisions[part.end - 1];
	struct course_hold hold = hold_of(course, part);
	struct schedule_span span = {.first = day, .end = DAY_NEVER};
	struct schedule before = SCHEDULE_INIT;

	*going = course_without_days(&last->schedule);
	if (hold.on && hold.open && part.end - part.first > 1) {
		part.end--;
		course_going(course, part, last->from, &before);
		span.first = last->from;
	} else {
		compose(course, part, DAY_NEVER, &before);
		if (hold.on && hold.until.n > day.n)
			span.first = hold.until;
	}
	span.shift = day_between(span.first, day);
	course_add_span(&before, span, going);
	schedule_free(&before);
}

bool course_whole(const struct course *course, struct day day, struct schedule *whole)
{
	struct course_part part;

	if (!part_at(course, day, &part))
		return false;
	compose(course, part, DAY_NEVER, whole);
	return true;
}

bool course_projected(const struct course *course, struct day today, struct schedule *projected)
{
	struct schedule_span span = {.first = day_add(today, 1), .end = DAY_NEVER};
	struct schedule going = SCHEDULE_INIT;
	struct course_part part;
	struct course_hold hold;

	if (!part_at(course, today, &part))
		return false;
	hold = hold_of(course, part);
	if (!hold.on || !hold.open) {
		compose(course, part, DAY_NEVER, projected);
		return true;
	}
	if (span.first.n < course->revisions[part.end - 1].from.n)
		span.first = course->revisions[part.end - 1].from;
	compose(course, part, span.first, projected);
	course_going(course, part, span.first, &going);
	course_add_span(&going, span, projected);
	schedule_free(&going);
	return true;
}
