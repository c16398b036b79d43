/* SPDX-License-Identifier: MIT */
#include "export/ics.h"

#include <string.h>

#include "ics_event.h"
#include "sheet_words.h"

/* The event of a dose at one place of the day, whole but for the date, which stands in it twice; from tail on it is that of a level. */
struct pattern {
	struct str text;
	size_t named, starts, tail;
};

static void say_step(const struct ics_writing *writing, const struct level *level,
		     struct str *words)
{
	const struct sheet *sheet = writing->calendar->sheet;
	const struct amount *doses = schedule_doses(writing->schedule, level);

	for (size_t i = 0; i < writing->schedule->slot_count; i++) {
		if (doses[i].nano == 0)
			continue;
		sheet_say_slot(sheet, i, words);
		str_add(words, ": ");
		amount_add_fixed(words, doses[i], writing->decimals, writing->schedule->unit);
		str_add_char(words, '\n');
	}
	if (level->cut.nano > 0) {
		sheet_say_step(sheet, level, writing->decimals, words);
		str_add_char(words, '\n');
	}
	if (sheet->note_count > 0)
		str_add(words, sheet->notes[0]);
}

static void add_step(const struct ics_writing *writing, const struct level *level)
{
	const struct ics_calendar *calendar = writing->calendar;
	struct ics_event event = {.first = level->first,
				  .end = ics_end_of(writing->schedule, level, calendar->ends),
				  .minute = -1};
	struct str text = STR_INIT;

	ics_step_uid(calendar->plan_utc, (size_t)(level - writing->schedule->levels), &text);
	ics_begin_event(writing, &event, &text, writing->out);
	str_reset(&text);
	str_add(&text, level->days == LEVEL_OPEN ? "Goal: " : "");
	amount_add_fixed(&text, level->target, writing->decimals, writing->schedule->unit);
	str_add(&text, " a day");
	ics_text_line("SUMMARY:", text.data, writing->out);
	str_reset(&text);
	say_step(writing, level, &text);
	ics_text_line("DESCRIPTION:", text.data, writing->out);
	str_add(writing->out, "END:VEVENT\r\n");
	str_free(&text);
}

static void add_steps(const struct ics_writing *writing)
{
	const struct sheet *sheet = writing->calendar->sheet;
	const struct level *last = NULL;

	for (size_t i = 0; i < sheet->day_count; i++) {
		if (sheet->days[i].level != last)
			add_step(writing, sheet->days[i].level);
		last = sheet->days[i].level;
	}
}

/* What an event says and how it rings. */
static void say_dose(const struct ics_writing *writing, const struct slot *slot, struct amount dose,
		     struct str *tail)
{
	struct str text = STR_INIT;

	amount_add_fixed(&text, dose, writing->decimals, writing->schedule->unit);
	str_add(&text, slot->name[0] == '\0' ? "" : ", ");
	str_add(&text, slot->name);
	ics_text_line("SUMMARY:", text.data, tail);
	str_add(tail, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\n");
	ics_text_line("DESCRIPTION:", text.data, tail);
	str_add(tail, "END:VALARM\r\nEND:VEVENT\r\n");
	str_free(&text);
}

static void begin_pattern(const struct ics_writing *writing, size_t slot, struct pattern *pattern)
{
	struct ics_event event = ics_dose_event(writing->calendar, writing->calendar->from,
						writing->schedule->slots[slot].minute);
	struct str uid = STR_INIT;

	ics_dose_uid(event.first, slot, &uid);
	ics_begin_event(writing, &event, &uid, &pattern->text);
	pattern->named = strlen(ICS_EVENT "UID:" ICS_DOSE);
	pattern->starts =
		(size_t)(strstr(pattern->text.data, "\n" ICS_START) - pattern->text.data) +
		strlen("\n" ICS_START);
	pattern->tail = pattern->text.len;
	str_free(&uid);
}

static void add_dose(const struct pattern *pattern, const char *named, const char *starts,
		     struct str *out)
{
	char *event = str_room(out, pattern->text.len);

	memcpy(event, pattern->text.data, pattern->text.len);
	memcpy(event + pattern->named, named, ICS_DATE_LEN);
	memcpy(event + pattern->starts, starts, ICS_DATE_LEN);
	str_wrote(out, pattern->text.len);
}

/* dates has those of all the sheet's days, one after the other. */
static void add_slot(const struct ics_writing *writing, size_t slot, const char *dates)
{
	const struct sheet *sheet = writing->calendar->sheet;
	int16_t minute = writing->schedule->slots[slot].minute;
	struct pattern pattern = {.text = STR_INIT};
	const struct level *last = NULL;
	char next[ICS_TIME_SIZE];

	begin_pattern(writing, slot, &pattern);
	for (size_t i = 0; i < sheet->day_count; i++) {
		const struct sheet_day *day = &sheet->days[i];
		struct day first = ics_dose_event(writing->calendar, day->day, minute).first;
		struct amount dose = schedule_doses(writing->schedule, day->level)[slot];
		const char *date = dates + i * ICS_DATE_LEN;

		if (dose.nano == 0)
			continue;
		if (day->level != last) {
			str_cut(&pattern.text, pattern.tail);
			say_dose(writing, &writing->schedule->slots[slot], dose, &pattern.text);
		}
		last = day->level;
		add_dose(&pattern, date, first.n == day->day.n ? date : ics_date(first, next),
			 writing->out);
	}
	str_free(&pattern.text);
}

static void add_doses(const struct ics_writing *writing)
{
	const struct sheet *sheet = writing->calendar->sheet;
	struct str dates = STR_INIT;
	char date[ICS_TIME_SIZE];

	for (size_t i = 0; i < sheet->day_count; i++)
		str_add(&dates, ics_date(sheet->days[i].day, date));
	for (size_t slot = 0; slot < writing->schedule->slot_count; slot++)
		add_slot(writing, slot, dates.data);
	str_free(&dates);
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
	struct ics_writing writing = {.calendar = calendar,
				      .schedule = sheet->schedule,
				      .decimals = sheet_decimals(sheet),
				      .stamp = STR_INIT,
				      .out = out};

	if (calendar->doses && !have_times(sheet->schedule, err))
		return false;
	ics_add_stamp(calendar, &writing.stamp);
	str_add(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//taper//schedule//EN\r\n"
		     "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
	ics_text_line("X-WR-CALNAME:", sheet->title == NULL ? "" : sheet->title, out);
	add_steps(&writing);
	ics_cancel_steps(&writing);
	if (calendar->doses) {
		add_doses(&writing);
		ics_cancel_doses(&writing);
	}
	str_add(out, "END:VCALENDAR\r\n");
	str_free(&writing.stamp);
	return true;
}
