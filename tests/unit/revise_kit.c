/* SPDX-License-Identifier: MIT */
#include "revise_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"

struct revise_ask revise_ask_of(enum revision_kind kind, struct day today, bool begun)
{
	return (struct revise_ask){.kind = kind, .today = today, .begun = begun};
}

int64_t revise_target_on(const struct course *course, struct day day)
{
	const struct level *level = course_level_at(course, day);

	return level != NULL ? level->target.nano : -1;
}

void revise_add_start(struct course *course, const struct plan *plan, int64_t from_milli,
		      struct day first)
{
	struct revision revision = {
		.kind = REVISION_START,
		.from = first,
		.factor = FACTOR_ONE,
		.plan_text = mem_dup(""),
		.reason = mem_dup(""),
		.acknowledged = mem_dup(""),
		.schedule = laid_out(plan, from_milli, first),
	};

	course_add(course, &revision);
}

void revise_made(struct course *course, const struct plan *plan, const struct revise_ask *ask)
{
	struct revision revision;
	struct err err = {.code = ERR_NONE};

	if (!revise_build(course, plan, ask, &revision, &err))
		fail_msg("%s: %s", revision_kind_name(ask->kind), err.msg);
	course_add(course, &revision);
}

void revise_hold(struct course *course, const struct plan *plan, struct day today, int32_t days)
{
	struct revise_ask ask = revise_ask_of(REVISION_HOLD, today, true);

	ask.days = days;
	revise_made(course, plan, &ask);
}

struct schedule revise_whole_of(const struct course *course, struct day day)
{
	struct schedule whole;

	assert_true(course_whole(course, day, &whole));
	return whole;
}
