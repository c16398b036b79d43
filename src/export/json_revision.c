/* SPDX-License-Identifier: MIT */
#include "json_values.h"

#include "engine/moment.h"

static void add_days(struct json *json, int32_t days)
{
	if (days == LEVEL_OPEN)
		json_null(json, "days");
	else
		json_int(json, "days", days);
}

/* Phases are counted from 1; null is the goal after the last of them. */
static void add_phase(struct json *json, int16_t phase)
{
	if (phase < 0)
		json_null(json, "phase");
	else
		json_int(json, "phase", phase + 1);
}

static void add_slots(struct json *json, const struct schedule *schedule)
{
	json_open_list(json, "slots");
	for (size_t i = 0; i < schedule->slot_count; i++) {
		const struct slot *slot = &schedule->slots[i];
		char text[MOMENT_TEXT_SIZE];

		json_open_object(json, NULL);
		json_text(json, "at", slot->minute < 0 ? NULL : minute_text(slot->minute, text));
		json_text(json, "name", slot->name);
		json_nano(json, "share", slot->share.nano);
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_levels(struct json *json, const struct schedule *schedule)
{
	json_open_list(json, "levels");
	for (size_t i = 0; i < schedule->level_count; i++) {
		const struct level *level = &schedule->levels[i];
		const struct amount *doses = schedule_doses(schedule, level);

		json_open_object(json, NULL);
		json_date(json, "from", level->first);
		add_days(json, level->days);
		json_nano(json, "target", level->target.nano);
		json_open_list(json, "doses");
		for (size_t slot = 0; slot < schedule->slot_count; slot++)
			json_nano(json, NULL, doses[slot].nano);
		json_close_list(json);
		json_nano(json, "ideal", level->ideal.nano);
		json_nano(json, "asked", level->asked.nano);
		json_basis_points(json, "asked_part", level->asked_rate.bp);
		json_nano(json, "cut", level->cut.nano);
		add_phase(json, level->phase);
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_steps(struct json *json, const struct schedule *schedule)
{
	json_open_list(json, "steps");
	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];

		json_open_object(json, NULL);
		json_date(json, "from", step->first);
		add_days(json, step->days);
		add_phase(json, step->phase);
		if (step->turn == TURN_UNKNOWN)
			json_null(json, "turn");
		else
			json_int(json, "turn", step->turn);
		json_nano(json, "phase_start", step->phase_start.nano);
		json_nano(json, "before", step->before.nano);
		json_nano(json, "asked", step->asked.nano);
		json_nano(json, "ideal", step->ideal.nano);
		json_nano(json, "target", step->target.nano);
		json_close_object(json);
	}
	json_close_list(json);
}

void json_add_revision(struct json *json, const struct revision *revision)
{
	const struct schedule *schedule = &revision->schedule;
	bool empty = schedule->unit == UNIT_NONE;

	json_int(json, "id", revision->id);
	json_text(json, "kind", revision_kind_name(revision->kind));
	json_date(json, "from", revision->from);
	json_int(json, "days", revision->days);
	json_time(json, "made", revision->made_utc, 0);
	json_text(json, "plan", revision->name);
	json_text(json, "title", revision->title);
	json_text(json, "reason", revision->reason);
	json_text(json, "acknowledged", revision->acknowledged);
	json_basis_points(json, "factor", revision->factor);
	json_text(json, "unit", empty ? NULL : unit_name(schedule->unit));
	json_nano(json, "measure", schedule->measure.nano);
	json_nano(json, "amount", schedule->from.nano);
	json_nano(json, "start", schedule->start.nano);
	json_nano(json, "goal", schedule->goal.nano);
	add_slots(json, schedule);
	add_levels(json, schedule);
	add_steps(json, schedule);
	json_text(json, "plan_text", revision->plan_text);
}
