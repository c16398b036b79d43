/* SPDX-License-Identifier: MIT */
#include "export/ics.h"

#include <inttypes.h>

#include "engine/moment.h"

#include "ics_line.h"
#include "sheet_words.h"

#define SLOT_MINUTES "15"
enum { NOON = 12 * 60 };

struct writing {
	const struct ics_calendar *calendar;
	const struct schedule *schedule; /* as it stands */
	int decimals;
	struct str stamp; /* the lines every event has alike */
	struct str *out;
};

/* What parts one event from another. */
struct event {
	struct day first;
	struct day end; /* all-day: the first day after it */
	int16_t minute; /* -1 for all day */
	bool cancelled;
};

static void add_two(struct str *out, int number)
{
	str_add_char(out, (char)('0' + number / 10));
	str_add_char(out, (char)('0' + number % 10));
}

static void add_day(struct str *out, const char *before, struct day day)
{
	char date[ICS_TIME_SIZE];

	str_add(out, before);
	str_add(out, ics_date(day, date));
}

/* No line of it can be too long. Put together by hand: a year has a thousand of them. */
static void begin_event(const struct writing *writing, const struct event *event,
			const struct str *uid)
{
	struct str *out = writing->out;

	str_add(out, "BEGIN:VEVENT\r\nUID:");
	str_add_bytes(out, uid->data, uid->len);
	str_add(out, "\r\n");
	str_add_bytes(out, writing->stamp.data, writing->stamp.len);
	if (event->minute < 0) {
		add_day(out, "DTSTART;VALUE=DATE:", event->first);
		add_day(out, "\r\nDTEND;VALUE=DATE:", event->end);
		str_add(out, "\r\n");
	} else {
		add_day(out, "DTSTART:", event->first);
		str_add_char(out, 'T');
		add_two(out, event->minute / 60);
		add_two(out, event->minute % 60);
		str_add(out, "00\r\nDURATION:PT" SLOT_MINUTES "M\r\n");
	}
	if (event->cancelled)
		str_add(out, "STATUS:CANCELLED\r\n");
}

static void add_stamp(const struct ics_calendar *calendar, struct str *stamp)
{
	char utc[ICS_TIME_SIZE];

	str_addf(stamp, "DTSTAMP:%s\r\nSEQUENCE:%d\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n",
		 ics_utc(calendar->made_utc, utc), calendar->sequence);
}

static void add_text_line(struct str *out, const char *name, const char *text)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s:", name);
	ics_add_text(&line, text);
	ics_end_line(&line, out);
	str_free(&line);
}

static void step_uid(int64_t plan_utc, size_t index, struct str *uid)
{
	char utc[ICS_TIME_SIZE];

	str_reset(uid);
	str_addf(uid, "step-%zu-%s@taper", index + 1, ics_utc(plan_utc, utc));
}

/* By its day and place alone: a new plan's doses take the place of an old one's. */
static void dose_uid(struct day day, size_t slot, struct str *uid)
{
	str_reset(uid);
	add_day(uid, "dose-", day);
	str_add_char(uid, '-');
	str_add_number(uid, (int64_t)slot + 1);
	str_add(uid, "@taper");
}

static struct day end_of(const struct schedule *schedule, const struct level *level,
			 struct day ends)
{
	const struct level *next = schedule_next(schedule, level);
	struct day end = next != NULL ? next->first : day_add(level->first, 1);

	return end.n < ends.n ? end : ends;
}

static void say_step(const struct writing *writing, const struct level *level, struct str *words)
{
	const struct sheet *sheet = writing->calendar->sheet;
	const struct amount *doses = schedule_doses(writing->schedule, level);
	char text[AMOUNT_TEXT_SIZE];

	for (size_t i = 0; i < writing->schedule->slot_count; i++) {
		if (doses[i].nano == 0)
			continue;
		sheet_say_slot(sheet, i, words);
		str_addf(words, ": %s\n",
			 amount_fixed_with_unit(doses[i], writing->decimals,
						writing->schedule->unit, text));
	}
	if (level->cut.nano > 0) {
		sheet_say_step(sheet, level, writing->decimals, words);
		str_add_char(words, '\n');
	}
	if (sheet->note_count > 0)
		str_add(words, sheet->notes[0]);
}

static void add_step(const struct writing *writing, const struct level *level)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct event event = {.first = level->first,
			      .end = end_of(writing->schedule, level, calendar->ends),
			      .minute = -1};
	struct str text = STR_INIT;
	char amount[AMOUNT_TEXT_SIZE];

	step_uid(calendar->plan_utc, (size_t)(level - writing->schedule->levels), &text);
	begin_event(writing, &event, &text);
	str_reset(&text);
	str_addf(&text, "%s%s a day", level->days == LEVEL_OPEN ? "Goal: " : "",
		 amount_fixed_with_unit(level->target, writing->decimals, writing->schedule->unit,
					amount));
	add_text_line(writing->out, "SUMMARY", text.data);
	str_reset(&text);
	say_step(writing, level, &text);
	add_text_line(writing->out, "DESCRIPTION", text.data);
	str_add(writing->out, "END:VEVENT\r\n");
	str_free(&text);
}

static void add_steps(const struct writing *writing)
{
	const struct sheet *sheet = writing->calendar->sheet;
	const struct level *last = NULL;

	for (size_t i = 0; i < sheet->day_count; i++) {
		if (sheet->days[i].level != last)
			add_step(writing, sheet->days[i].level);
		last = sheet->days[i].level;
	}
}

static void add_cancelled(const struct writing *writing, struct event *event, struct str *uid)
{
	event->cancelled = true;
	begin_event(writing, event, uid);
	add_text_line(writing->out, "SUMMARY", "No longer planned");
	str_add(writing->out, "END:VEVENT\r\n");
}

/* True where that step of that plan is in the calendar as it stands. */
static bool step_stands(const struct writing *writing, const struct ics_state *state, size_t index)
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
static size_t steps_told(const struct writing *writing, int64_t plan_utc)
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
static void cancel_undone(const struct writing *writing)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct str uid = STR_INIT;

	for (size_t i = 0; i < calendar->undone_count; i++) {
		const struct ics_undone *undone = &calendar->undone[i];
		size_t told = steps_told(writing, undone->plan_utc);

		for (size_t index = told; index < told + undone->steps; index++) {
			struct event event = {.first = calendar->from,
					      .end = day_add(calendar->from, 1),
					      .minute = -1};

			if (undone_later(calendar, i))
				break;
			step_uid(undone->plan_utc, index, &uid);
			add_cancelled(writing, &event, &uid);
		}
	}
	str_free(&uid);
}

static void cancel_steps(const struct writing *writing)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct str uid = STR_INIT;

	for (size_t i = 0; i < calendar->before_count; i++) {
		const struct ics_state *state = &calendar->before[i];

		for (size_t index = steps_later(calendar, i); index < state->schedule.level_count;
		     index++) {
			const struct level *level = &state->schedule.levels[index];
			struct event event = {.first = level->first,
					      .end = end_of(&state->schedule, level, DAY_NEVER),
					      .minute = -1};

			if (step_stands(writing, state, index))
				continue;
			step_uid(state->plan_utc, index, &uid);
			add_cancelled(writing, &event, &uid);
		}
	}
	str_free(&uid);
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

static struct event dose_event(const struct writing *writing, struct day day, int16_t minute)
{
	bool next_day = minute < writing->calendar->day_starts;

	return (struct event){.first = day_add(day, next_day ? 1 : 0), .minute = minute};
}

/* What an event says and how it rings: the same on every day of a level. */
static void say_dose(const struct writing *writing, const struct slot *slot, struct amount dose,
		     struct str *tail)
{
	struct str text = STR_INIT;
	char amount[AMOUNT_TEXT_SIZE];

	str_addf(&text, "%s%s%s",
		 amount_fixed_with_unit(dose, writing->decimals, writing->schedule->unit, amount),
		 slot->name[0] == '\0' ? "" : ", ", slot->name);
	add_text_line(tail, "SUMMARY", text.data);
	str_add(tail, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\n");
	add_text_line(tail, "DESCRIPTION", text.data);
	str_add(tail, "END:VALARM\r\nEND:VEVENT\r\n");
	str_free(&text);
}

static void add_slot(const struct writing *writing, size_t slot)
{
	const struct sheet *sheet = writing->calendar->sheet;
	const struct slot *place = &writing->schedule->slots[slot];
	struct str uid = STR_INIT, tail = STR_INIT;
	const struct level *last = NULL;

	for (size_t i = 0; i < sheet->day_count; i++) {
		const struct sheet_day *day = &sheet->days[i];
		struct amount dose = schedule_doses(writing->schedule, day->level)[slot];
		struct event event = dose_event(writing, day->day, place->minute);

		if (dose.nano == 0)
			continue;
		if (day->level != last) {
			str_reset(&tail);
			say_dose(writing, place, dose, &tail);
			last = day->level;
		}
		dose_uid(day->day, slot, &uid);
		begin_event(writing, &event, &uid);
		str_add_bytes(writing->out, tail.data, tail.len);
	}
	str_free(&uid);
	str_free(&tail);
}

static void add_doses(const struct writing *writing)
{
	for (size_t slot = 0; slot < writing->schedule->slot_count; slot++)
		add_slot(writing, slot);
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

static void cancel_dose(const struct writing *writing, struct day day, size_t slot, struct str *uid)
{
	const struct ics_calendar *calendar = writing->calendar;
	bool stands = day.n < calendar->ends.n && dose_at(writing->schedule, day, slot).nano > 0;
	int16_t minute = stands ? -1 : minute_before(calendar, day, slot);
	struct event event = dose_event(writing, day, minute);

	if (minute < 0)
		return;
	dose_uid(day, slot, uid);
	add_cancelled(writing, &event, uid);
}

static void cancel_doses(const struct writing *writing)
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

static bool have_times(const struct schedule *schedule, struct err *err)
{
	for (size_t i = 0; i < schedule->slot_count; i++) {
		if (schedule->slots[i].minute < 0)
			return err_set(
				err, ERR_INVALID,
				"the plan's doses have no times, so there is no place for "
				"them in a calendar; leave --doses out, or set your times "
				"with 'taper config times 08:00,20:00' before a plan begins");
	}
	return true;
}

bool ics_write(const struct ics_calendar *calendar, struct str *out, struct err *err)
{
	const struct sheet *sheet = calendar->sheet;
	struct writing writing = {.calendar = calendar,
				  .schedule = sheet->schedule,
				  .decimals = sheet_decimals(sheet),
				  .stamp = STR_INIT,
				  .out = out};

	if (calendar->doses && !have_times(sheet->schedule, err))
		return false;
	add_stamp(calendar, &writing.stamp);
	str_add(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//taper//schedule//EN\r\n"
		     "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
	add_text_line(out, "X-WR-CALNAME", sheet->title == NULL ? "" : sheet->title);
	add_steps(&writing);
	cancel_steps(&writing);
	cancel_undone(&writing);
	if (calendar->doses) {
		add_doses(&writing);
		cancel_doses(&writing);
	}
	str_add(out, "END:VCALENDAR\r\n");
	str_free(&writing.stamp);
	return true;
}
