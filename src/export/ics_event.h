/* SPDX-License-Identifier: MIT */
/*
 * Events of a calendar file: what begins them all, the names they are known again by, and those that take back what an earlier
 * writing told of.
 */
#ifndef ICS_EVENT_H
#define ICS_EVENT_H

#include "export/ics.h"

#include "ics_line.h"

#define ICS_EVENT "BEGIN:VEVENT\r\n"
#define ICS_START "DTSTART:" /* of an event with a time */
#define ICS_DOSE "dose-"     /* then the date */

struct ics_writing {
	const struct ics_calendar *calendar;
	const struct schedule *schedule; /* as it stands */
	int decimals;
	struct str stamp; /* the lines every event has alike */
	struct str *out;
};

/* What parts one event from another. */
struct ics_event {
	struct day first;
	struct day end; /* all-day: the first day after it */
	int16_t minute; /* -1 for all day */
	bool cancelled;
};

/* Adds to out the first lines of an event of that name. */
void ics_begin_event(const struct ics_writing *writing, const struct ics_event *event,
		     const struct str *uid, struct str *out);

/* Adds the lines every event has alike. */
void ics_add_stamp(const struct ics_calendar *calendar, struct str *stamp);

/* Adds "NAME:text", escaped and folded. name has the colon. */
void ics_text_line(const char *name, const char *text, struct str *out);

/* What a step is known by: its plan and place. */
void ics_step_uid(int64_t plan_utc, size_t index, struct str *uid);

/* By its day and place alone: a new plan's doses take the place of an old one's. */
void ics_dose_uid(struct day day, size_t slot, struct str *uid);

/* The event of a dose on that day of the plan: one before the day's start is on the next calendar day. */
struct ics_event ics_dose_event(const struct ics_calendar *calendar, struct day day,
				int16_t minute);

/* The first day after a step, at most ends. */
struct day ics_end_of(const struct schedule *schedule, const struct level *level, struct day ends);

/* Cancels what earlier states told of and the calendar has no more: steps, and doses. */
void ics_cancel_steps(const struct ics_writing *writing);
void ics_cancel_doses(const struct ics_writing *writing);

#endif
