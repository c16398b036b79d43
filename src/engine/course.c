/* SPDX-License-Identifier: MIT */
#include "engine/course.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char *const kind_names[] = {
	[REVISION_START] = "start",   [REVISION_STOP] = "stop", [REVISION_HOLD] = "hold",
	[REVISION_RESUME] = "resume", [REVISION_SLOW] = "slow", [REVISION_BACK] = "back",
	[REVISION_REPLAN] = "replan",
};

static_assert(sizeof(kind_names) / sizeof(kind_names[0]) == REVISION_KIND_COUNT,
	      "every kind has its word");

void revision_free(struct revision *revision)
{
	free(revision->plan_text);
	free(revision->reason);
	free(revision->acknowledged);
	schedule_free(&revision->schedule);
	*revision = (struct revision)REVISION_INIT;
}

void course_free(struct course *course)
{
	for (size_t i = 0; i < course->count; i++)
		revision_free(&course->revisions[i]);
	free(course->revisions);
	*course = (struct course)COURSE_INIT;
}

void course_add(struct course *course, struct revision *revision)
{
	course->revisions = mem_grow(course->revisions, &course->cap, course->count + 1,
				     sizeof(*course->revisions));
	course->revisions[course->count++] = *revision;
	*revision = (struct revision)REVISION_INIT;
}

/*
 * The newest revision that starts on or before day. A newer one may start earlier than an older one that still lay
 * ahead when it was made; from its first day on the newer one counts.
 */
static const struct revision *newest_at(const struct course *course, struct day day)
{
	for (size_t i = course->count; i > 0; i--) {
		const struct revision *revision = &course->revisions[i - 1];

		if (revision->from.n <= day.n)
			return revision;
	}
	return NULL;
}

const struct revision *course_revision_at(const struct course *course, struct day day)
{
	const struct revision *revision = newest_at(course, day);

	return revision == NULL || revision->kind == REVISION_STOP ? NULL : revision;
}

const struct level *course_level_at(const struct course *course, struct day day)
{
	const struct revision *revision = course_revision_at(course, day);

	return revision == NULL ? NULL : schedule_at(&revision->schedule, day);
}

const struct revision *course_current(const struct course *course, struct day day)
{
	const struct revision *newest;

	if (course->count == 0)
		return NULL;
	newest = &course->revisions[course->count - 1];
	if (newest->kind != REVISION_STOP)
		return newest;
	return newest->from.n > day.n ? course_revision_at(course, day) : NULL;
}

const char *revision_kind_name(enum revision_kind kind)
{
	return kind_names[kind];
}

bool revision_kind_read(const char *word, enum revision_kind *kind)
{
	for (int i = 0; i < REVISION_KIND_COUNT; i++) {
		if (strcmp(word, kind_names[i]) == 0) {
			*kind = (enum revision_kind)i;
			return true;
		}
	}
	return false;
}
