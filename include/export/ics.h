/* SPDX-License-Identifier: MIT */
/*
 * A schedule as a calendar (RFC 5545): one all-day event a step, and on request one timed event with an alarm a dose. Times are
 * floating: those on the wall, wherever one is. What was in a calendar before and is no more is cancelled. Knows no clock; the
 * same calendar always gives the same bytes.
 */
#ifndef EXPORT_ICS_H
#define EXPORT_ICS_H

#include "engine/course.h"
#include "export/sheet.h"

/* A schedule as some change left it. */
struct ics_state {
	int64_t plan_utc;         /* when its plan was begun: by it a step's event is known again */
	struct day ends;          /* the first day its plan no longer counts for, else DAY_NEVER */
	struct schedule schedule; /* borrowed for the writing */
};

/* What a change that was undone may have put into a calendar, at most. */
struct ics_undone {
	int64_t plan_utc;
	size_t steps, slots;
	struct day end;
};

struct ics_calendar {
	const struct sheet *sheet; /* its schedule, notes, and the days wanted */
	int64_t plan_utc;          /* as in its states */
	int64_t made_utc;          /* of the newest change */
	int32_t sequence;          /* a later writing of the same events has a larger one */
	const struct ics_state
		*before; /* all earlier states, this plan's and those of others, oldest first */
	size_t before_count;
	const struct ics_undone *undone; /* oldest first */
	size_t undone_count;
	struct day from, to; /* what was there before is cancelled on these days */
	struct day ends;     /* the first day without the plan, after a stop; else DAY_NEVER */
	int16_t day_starts; /* minutes after midnight: an earlier dose is on the next calendar day */
	bool doses;
};

/* ERR_INVALID, with out untouched, where an event is wanted for a dose that has no time. */
MUST_USE bool ics_write(const struct ics_calendar *calendar, struct str *out, struct err *err);

#endif
