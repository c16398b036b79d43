/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/plural.h"
#include "taper_read.h"

enum { DAYS_MAX = 10000000, TURN_MAX = 32767, BASIS_POINT_PLACES = 4 };

/* A look into one object of a list. */
static struct pick within(const struct pick *pick, const char *list, size_t i,
			  const struct json_node *node)
{
	struct pick inner = *pick;

	inner.in = node;
	inner.good = true;
	snprintf(inner.where, sizeof(inner.where), "%s[%zu]", list, i);
	if (node->kind != JSON_OBJECT)
		pick_refuse(&inner, NULL, "is no object");
	return inner;
}

static int32_t days_of(struct pick *pick)
{
	return (int32_t)pick_whole(pick, "days", 0, DAYS_MAX, LEVEL_OPEN);
}

static int16_t phase_of(struct pick *pick)
{
	return (int16_t)(pick_whole(pick, "phase", 0, PLAN_PHASE_MAX, 0) - 1);
}

static struct slot read_slot(struct pick *pick)
{
	struct slot slot = {.minute = -1, .share = pick_amount(pick, "share")};
	const char *at = pick_text(pick, "at");
	struct err err;

	pick_text_into(pick, "name", slot.name, sizeof(slot.name));
	if (*at != '\0' && !minute_read(at, &slot.minute, &err))
		pick_refuse_err(pick, "at", &err);
	return slot;
}

static void read_slots(struct pick *pick, struct schedule *schedule)
{
	const struct json_node *list = pick_list(pick, "slots");
	const struct json_node *node = json_first(pick->tree, list);

	for (; node != NULL; node = json_after(pick->tree, list, node)) {
		struct pick inner = within(pick, "slots", schedule->slot_count, node);

		if (schedule->slot_count == PLAN_SLOT_MAX) {
			pick_refuse(pick, "slots", "are more than %d", PLAN_SLOT_MAX);
			return;
		}
		schedule->slots[schedule->slot_count++] = read_slot(&inner);
		pick->good = pick->good && inner.good;
	}
}

/* Exactly one amount for each slot. */
static void read_doses(struct pick *pick, struct schedule *schedule)
{
	struct amount *doses = schedule->doses + (schedule->level_count - 1) * schedule->slot_count;
	const struct json_node *list = pick_list(pick, "doses");
	const struct json_node *node = json_first(pick->tree, list);
	size_t count = 0;

	for (; node != NULL; node = json_after(pick->tree, list, node), count++) {
		int64_t nano = 0;

		if (!pick_item(pick, "doses", node, &nano))
			return;
		if (count < schedule->slot_count)
			doses[count].nano = nano;
	}
	if (list != NULL && count != schedule->slot_count)
		pick_refuse(pick, "doses",
			    plural_of((int64_t)schedule->slot_count,
				      "are %zu, where the plan has %zu slot",
				      "are %zu, where the plan has %zu slots"),
			    count, schedule->slot_count);
}

static struct level read_level(struct pick *pick)
{
	return (struct level){
		.first = pick_day(pick, "from"),
		.days = days_of(pick),
		.target = pick_amount(pick, "target"),
		.ideal = pick_amount(pick, "ideal"),
		.asked = pick_amount(pick, "asked"),
		.cut = pick_amount(pick, "cut"),
		.asked_rate = {.bp = (int32_t)pick_scaled(pick, "asked_part", BASIS_POINT_PLACES)},
		.phase = phase_of(pick),
	};
}

static void read_levels(struct pick *pick, struct schedule *schedule)
{
	const struct json_node *list = pick_list(pick, "levels");
	const struct json_node *node = json_first(pick->tree, list);

	for (; node != NULL; node = json_after(pick->tree, list, node)) {
		struct pick inner = within(pick, "levels", schedule->level_count, node);
		size_t count = schedule->level_count + 1;

		if (count > PLAN_LEVEL_MAX) {
			pick_refuse(pick, "levels", "are more than %d", PLAN_LEVEL_MAX);
			return;
		}
		schedule->levels = mem_grow(schedule->levels, &schedule->level_cap, count,
					    sizeof(*schedule->levels));
		schedule->doses =
			mem_grow(schedule->doses, &schedule->dose_cap,
				 count * schedule->slot_count + 1, sizeof(*schedule->doses));
		schedule->levels[schedule->level_count++] = read_level(&inner);
		read_doses(&inner, schedule);
		pick->good = pick->good && inner.good;
	}
}

static struct step read_step(struct pick *pick)
{
	return (struct step){
		.first = pick_day(pick, "from"),
		.days = days_of(pick),
		.phase = phase_of(pick),
		.turn = (int16_t)pick_whole(pick, "turn", TURN_UNKNOWN, TURN_MAX, TURN_UNKNOWN),
		.phase_start = pick_amount(pick, "phase_start"),
		.before = pick_amount(pick, "before"),
		.asked = pick_amount(pick, "asked"),
		.ideal = pick_amount(pick, "ideal"),
		.target = pick_amount(pick, "target"),
	};
}

static void read_steps(struct pick *pick, struct schedule *schedule)
{
	const struct json_node *list = pick_list(pick, "steps");
	const struct json_node *node = json_first(pick->tree, list);

	for (; node != NULL; node = json_after(pick->tree, list, node)) {
		struct pick inner = within(pick, "steps", schedule->step_count, node);

		if (schedule->step_count == 2 * (size_t)PLAN_DAY_MAX) {
			pick_refuse(pick, "steps", "are more than %d", 2 * PLAN_DAY_MAX);
			return;
		}
		schedule->steps = mem_grow(schedule->steps, &schedule->step_cap,
					   schedule->step_count + 1, sizeof(*schedule->steps));
		schedule->steps[schedule->step_count++] = read_step(&inner);
		pick->good = pick->good && inner.good;
	}
}

static void read_schedule(struct pick *pick, struct schedule *schedule)
{
	const char *unit = pick_text(pick, "unit");

	schedule->unit = unit_from_text(unit);
	if (*unit != '\0' && schedule->unit == UNIT_NONE)
		pick_refuse(pick, "unit", "'%.60s' is not a unit; g, capsule, ml, tablet, mg are",
			    unit);
	schedule->measure = pick_amount(pick, "measure");
	schedule->from = pick_amount(pick, "amount");
	schedule->start = pick_amount(pick, "start");
	schedule->goal = pick_amount(pick, "goal");
	read_slots(pick, schedule);
	if (!pick->good)
		return;
	read_levels(pick, schedule);
	read_steps(pick, schedule);
}

void taper_read_revision(struct pick *pick, struct revision *revision)
{
	const char *kind = pick_text(pick, "kind");
	int16_t made_offset = 0;

	revision->id = pick_whole(pick, "id", 0, INT64_MAX, 0);
	if (!revision_kind_read(kind, &revision->kind))
		pick_refuse(pick, "kind", "'%.60s' is no kind of revision", kind);
	revision->from = pick_day(pick, "from");
	revision->days = days_of(pick);
	pick_time(pick, "made", &revision->made_utc, &made_offset);
	pick_text_into(pick, "plan", revision->name, sizeof(revision->name));
	pick_text_into(pick, "title", revision->title, sizeof(revision->title));
	revision->reason = mem_dup(pick_text(pick, "reason"));
	revision->acknowledged = mem_dup(pick_text(pick, "acknowledged"));
	revision->plan_text = mem_dup(pick_text(pick, "plan_text"));
	revision->factor = (int32_t)pick_scaled(pick, "factor", BASIS_POINT_PLACES);
	read_schedule(pick, &revision->schedule);
}
