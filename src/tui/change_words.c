/* SPDX-License-Identifier: MIT */
#include "change_words.h"

#include <inttypes.h>
#include <string.h>

static const char *first_amount(const struct revision *revision, char *buf)
{
	const struct schedule *schedule = &revision->schedule;

	return amount_fixed_with_unit(schedule->levels[0].target,
				      amount_decimals(schedule->measure), schedule->unit, buf);
}

void change_brief(const struct revision *revision, struct str *out)
{
	const struct schedule *schedule = &revision->schedule;
	struct amount factor = {.nano = revision->factor * (AMOUNT_UNIT / FACTOR_ONE)};
	char text[AMOUNT_TEXT_SIZE];

	switch (revision->kind) {
	case REVISION_START:
		str_add(out, "start");
		break;
	case REVISION_STOP:
		str_add(out, "the plan ends");
		break;
	case REVISION_HOLD:
		str_add(out, "hold");
		if (revision->days > 0)
			str_addf(out, " +%" PRId32 " d", revision->days);
		break;
	case REVISION_RESUME:
		str_add(out, "go on");
		break;
	case REVISION_SLOW:
		str_addf(out, "slower × %s", amount_text(factor, text));
		break;
	case REVISION_BACK:
		str_addf(out, "step back to %s", first_amount(revision, text));
		break;
	case REVISION_REPLAN:
		str_addf(out, "plan anew from %s",
			 amount_fixed_with_unit(schedule->start, amount_decimals(schedule->measure),
						schedule->unit, text));
		break;
	case REVISION_KIND_COUNT:
		break;
	}
}

/* Changed again before its first day. */
static bool is_replaced(const struct course *course, size_t index, size_t end)
{
	for (size_t i = index + 1; i < end; i++) {
		if (course->revisions[i].from.n <= course->revisions[index].from.n)
			return true;
	}
	return false;
}

size_t changes_of(const struct plan_now *now, const struct revision **changes)
{
	const struct course *course = &now->course;
	struct course_part part =
		course_part_of(course, (size_t)(now->current - course->revisions));
	size_t end = part.end + (now->stops ? 1 : 0), count = 0;

	for (size_t i = part.first + 1; i < end && i < course->count; i++) {
		if (is_replaced(course, i, end))
			continue;
		if (count == CHANGES_SHOWN)
			memmove(changes, changes + 1, --count * sizeof(struct revision *));
		changes[count++] = &course->revisions[i];
	}
	return count;
}
