/* SPDX-License-Identifier: MIT */
#include "ics_event.h"

enum { NOON = 12 * 60 };

static void add_cancelled(const struct ics_writing *writing, struct ics_event *event,
			  struct str *uid)
{
	event->cancelled = true;
	ics_begin_event(writing, event, uid, writing->out);
	ics_text_line("SUMMARY:", "No longer planned", writing->out);
	str_add(writing->out, "END:VEVENT\r\n");
}

/* True where that step of that plan is in the calendar as it stands. */
static bool step_stands(const struct ics_writing *writing, const struct ics_state *state,
			size_t index)
{
	const struct ics_calendar *calendar = writing->calendar;

	if (state->plan_utc != calendar->plan_utc)
		return state->schedule.levels[index].first.n < state->ends.n;
	return index < writing->schedule->level_count &&
	       writing->schedule->levels[index].first.n < calendar->ends.n;
}

/* A later state of the same plan has as many of the steps too, and tells of them. */
static size_t steps_later(const struct ics_calendar *calendar, size_t at)
{
	const struct ics_state *state = &calendar->before[at];
	size_t most = 0;

	for (size_t i = at + 1; i < calendar->before_count; i++) {
		const struct ics_state *later = &calendar->before[i];

		if (later->plan_utc == state->plan_utc && later->schedule.level_count > most)
			most = later->schedule.level_count;
	}
	return most;
}

/* Steps of a plan that are told of already, as they stand or as taken back. */
static size_t steps_told(const struct ics_writing *writing, int64_t plan_utc)
{
	const struct ics_calendar *calendar = writing->calendar;
	size_t most = plan_utc == calendar->plan_utc ? writing->schedule->level_count : 0;

	for (size_t i = 0; i < calendar->before_count; i++) {
		const struct ics_state *state = &calendar->before[i];

		if (state->plan_utc == plan_utc && state->schedule.level_count > most)
			most = state->schedule.level_count;
	}
	return most;
}

/* True where a later undone change of the same plan had as many steps. */
static bool undone_later(const struct ics_calendar *calendar, size_t at)
{
	for (size_t i = at + 1; i < calendar->undone_count; i++) {
		if (calendar->undone[i].plan_utc == calendar->undone[at].plan_utc &&
		    calendar->undone[i].steps >= calendar->undone[at].steps)
			return true;
	}
	return false;
}

/* A change may have added its steps to those before it. */
static void cancel_undone(const struct ics_writing *writing)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct str uid = STR_INIT;

	for (size_t i = 0; i < calendar->undone_count; i++) {
		const struct ics_undone *undone = &calendar->undone[i];
		size_t told = steps_told(writing, undone->plan_utc);

		for (size_t index = told; index < told + undone->steps; index++) {
			struct ics_event event = {.first = calendar->from,
						  .end = day_add(calendar->from, 1),
						  .minute = -1};

			if (undone_later(calendar, i))
				break;
			ics_step_uid(undone->plan_utc, index, &uid);
			add_cancelled(writing, &event, &uid);
		}
	}
	str_free(&uid);
}

static void cancel_told(const struct ics_writing *writing)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct str uid = STR_INIT;

	for (size_t i = 0; i < calendar->before_count; i++) {
		const struct ics_state *state = &calendar->before[i];

		for (size_t index = steps_later(calendar, i); index < state->schedule.level_count;
		     index++) {
			const struct level *level = &state->schedule.levels[index];
			struct ics_event event = {
				.first = level->first,
				.end = ics_end_of(&state->schedule, level, DAY_NEVER),
				.minute = -1};

			if (step_stands(writing, state, index))
				continue;
			ics_step_uid(state->plan_utc, index, &uid);
			add_cancelled(writing, &event, &uid);
		}
	}
	str_free(&uid);
}

void ics_cancel_steps(const struct ics_writing *writing)
{
	cancel_told(writing);
	cancel_undone(writing);
}

/* The dose of a day and place, 0 where the schedule has none there. */
static struct amount dose_at(const struct schedule *schedule, struct day day, size_t slot)
{
	const struct level *level = slot < schedule->slot_count ? schedule_at(schedule, day) : NULL;

	if (level == NULL)
		return (struct amount){0};
	return schedule_doses(schedule, level)[slot];
}

/* True where a day has doses that are not known: they were at other times, and stay as they were. */
static bool is_unknown(const struct schedule *schedule, struct day day)
{
	const struct level *level = schedule_at(schedule, day);
	int64_t sum = 0;

	for (size_t slot = 0; level != NULL && slot < schedule->slot_count; slot++)
		sum += schedule_doses(schedule, level)[slot].nano;
	return level != NULL && sum != level->target.nano;
}

/* Any time will do for what is taken back: only its name is looked at. */
static int16_t minute_undone(const struct ics_calendar *calendar, struct day day, size_t slot)
{
	for (size_t i = 0; i < calendar->undone_count; i++) {
		if (slot < calendar->undone[i].slots && day.n < calendar->undone[i].end.n)
			return NOON;
	}
	return -1;
}

/* The time a dose had in the newest earlier state that had one there, or -1. */
static int16_t minute_before(const struct ics_calendar *calendar, struct day day, size_t slot)
{
	for (size_t i = calendar->before_count; i > 0; i--) {
		const struct schedule *schedule = &calendar->before[i - 1].schedule;

		if (dose_at(schedule, day, slot).nano > 0)
			return schedule->slots[slot].minute;
	}
	return minute_undone(calendar, day, slot);
}

/* The last day an earlier state has doses on, of those asked for. */
static struct day last_before(const struct ics_calendar *calendar)
{
	struct day last = calendar->from;

	for (size_t i = 0; i < calendar->before_count; i++) {
		struct day end = schedule_last_day(&calendar->before[i].schedule);

		if (end.n > last.n)
			last = end;
	}
	for (size_t i = 0; i < calendar->undone_count; i++) {
		struct day end = day_add(calendar->undone[i].end, -1);

		if (end.n > last.n)
			last = end;
	}
	return last.n < calendar->to.n ? last : calendar->to;
}

/* No earlier state had more doses a day. */
static size_t most_slots(const struct ics_calendar *calendar)
{
	size_t most = 0;

	for (size_t i = 0; i < calendar->before_count; i++) {
		if (calendar->before[i].schedule.slot_count > most)
			most = calendar->before[i].schedule.slot_count;
	}
	for (size_t i = 0; i < calendar->undone_count; i++) {
		if (calendar->undone[i].slots > most)
			most = calendar->undone[i].slots;
	}
	return most;
}

static void cancel_dose(const struct ics_writing *writing, struct day day, size_t slot,
			struct str *uid)
{
	const struct ics_calendar *calendar = writing->calendar;
	bool stands = day.n < calendar->ends.n && dose_at(writing->schedule, day, slot).nano > 0;
	int16_t minute = stands ? -1 : minute_before(calendar, day, slot);
	struct ics_event event = ics_dose_event(calendar, day, minute);

	if (minute < 0)
		return;
	ics_dose_uid(day, slot, uid);
	add_cancelled(writing, &event, uid);
}

void ics_cancel_doses(const struct ics_writing *writing)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct day last = last_before(calendar);
	size_t slots = most_slots(calendar);
	struct str uid = STR_INIT;

	for (struct day day = calendar->from; day.n <= last.n; day = day_add(day, 1)) {
		if (day.n < calendar->ends.n && is_unknown(writing->schedule, day))
			continue;
		for (size_t slot = 0; slot < slots; slot++)
			cancel_dose(writing, day, slot, &uid);
	}
	str_free(&uid);
}
