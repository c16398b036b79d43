/* SPDX-License-Identifier: MIT */
#include "ics_event.h"

#define SLOT_MINUTES "15"

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

/* No line of it can be too long. */
void ics_begin_event(const struct ics_writing *writing, const struct ics_event *event,
		     const struct str *uid, struct str *out)
{
	str_add(out, ICS_EVENT "UID:");
	str_add_bytes(out, uid->data, uid->len);
	str_add(out, "\r\n");
	str_add_bytes(out, writing->stamp.data, writing->stamp.len);
	if (event->minute < 0) {
		add_day(out, "DTSTART;VALUE=DATE:", event->first);
		add_day(out, "\r\nDTEND;VALUE=DATE:", event->end);
		str_add(out, "\r\n");
	} else {
		add_day(out, ICS_START, event->first);
		str_add_char(out, 'T');
		add_two(out, event->minute / 60);
		add_two(out, event->minute % 60);
		str_add(out, "00\r\nDURATION:PT" SLOT_MINUTES "M\r\n");
	}
	if (event->cancelled)
		str_add(out, "STATUS:CANCELLED\r\n");
}

void ics_add_stamp(const struct ics_calendar *calendar, struct str *stamp)
{
	char utc[ICS_TIME_SIZE];

	str_addf(stamp, "DTSTAMP:%s\r\nSEQUENCE:%d\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n",
		 ics_utc(calendar->made_utc, utc), calendar->sequence);
}

void ics_text_line(const char *name, const char *text, struct str *out)
{
	size_t begin = out->len;

	str_add(out, name);
	ics_add_text(out, text);
	ics_end_line(out, begin);
}

void ics_step_uid(int64_t plan_utc, size_t index, struct str *uid)
{
	char utc[ICS_TIME_SIZE];

	str_reset(uid);
	str_add(uid, "step-");
	str_add_number(uid, (int64_t)index + 1);
	str_add_char(uid, '-');
	str_add(uid, ics_utc(plan_utc, utc));
	str_add(uid, "@taper");
}

void ics_dose_uid(struct day day, size_t slot, struct str *uid)
{
	str_reset(uid);
	add_day(uid, ICS_DOSE, day);
	str_add_char(uid, '-');
	str_add_number(uid, (int64_t)slot + 1);
	str_add(uid, "@taper");
}

struct ics_event ics_dose_event(const struct ics_calendar *calendar, struct day day, int16_t minute)
{
	bool next_day = minute < calendar->day_starts;

	return (struct ics_event){.first = day_add(day, next_day ? 1 : 0), .minute = minute};
}

struct day ics_end_of(const struct schedule *schedule, const struct level *level, struct day ends)
{
	const struct level *next = schedule_next(schedule, level);
	struct day end = next != NULL ? next->first : day_add(level->first, 1);

	return end.n < ends.n ? end : ends;
}
