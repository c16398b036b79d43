/* SPDX-License-Identifier: MIT */
/*
 * A schedule on paper, as a document: what is on it, not how it looks. One writer a format draws it. Knows no
 * clock, store or settings; the same sheet always gives the same bytes.
 */
#ifndef EXPORT_SHEET_H
#define EXPORT_SHEET_H

#include "base/str.h"
#include "engine/schedule.h"

struct sheet_fact {
	char *name; /* owned: "Speed" */
	char *text; /* owned: "cut 5 % of the current amount every 7 days" */
};

struct sheet_day {
	struct day day;
	int32_t number;            /* day of the plan, from 1 */
	const struct level *level; /* borrowed from the schedule */
	bool step;                 /* first day of a level */
	bool split; /* its doses are known; else only its total, as of days with other dose times */
	bool has_taken;
	struct amount taken;
	char *change; /* owned: what was changed in the plan from this day on; NULL for nothing */
};

struct sheet {
	char *title;              /* owned */
	struct sheet_fact *facts; /* owned */
	size_t fact_count, fact_cap;
	const struct schedule *schedule; /* borrowed for the sheet's life: slots, unit, chart */
	struct sheet_day *days;          /* owned */
	size_t day_count, day_cap;
	char **cautions; /* owned: paragraphs before the table */
	size_t caution_count, caution_cap;
	char **notes; /* owned: paragraphs at the end: numbers to call, sources, what this is not */
	size_t note_count, note_cap;
	bool weigh; /* for weighing ahead: nothing to fill in, and what each week takes */
};

#define SHEET_INIT                                                                                 \
	{                                                                                          \
		.title = NULL                                                                      \
	}

void sheet_free(struct sheet *sheet);

/* A line of the head; an empty text is a blank to be filled in by hand. */
void sheet_add_fact(struct sheet *sheet, const char *name, const char *text);
void sheet_add_caution(struct sheet *sheet, const char *text);

/* The first one (whom to call) is repeated on every page where it fits on one line. */
void sheet_add_note(struct sheet *sheet, const char *text);

/* Adds one row a day from first to last, both within the schedule or after it. */
void sheet_add_days(struct sheet *sheet, struct day first, struct day last);

/* What was really taken on one of its days; others are left alone. */
void sheet_set_taken(struct sheet *sheet, struct day day, struct amount taken);

/* What was changed in the plan from one of its days on, in words; others are left alone. More than one a day are told together. */
void sheet_add_change(struct sheet *sheet, struct day day, const char *text);

/* Days of the sheet that stand together: a week of the plan, or what is on the sheet of it. */
struct sheet_week {
	size_t first, end;                  /* days[first] to days[end - 1] */
	int32_t number;                     /* from 1 */
	struct amount total;                /* for weighing: of the days that are split */
	struct amount slots[PLAN_SLOT_MAX]; /* of those days */
};

/* The week that begins with days[first]; the next one begins with days[end]. */
struct sheet_week sheet_week_at(const struct sheet *sheet, size_t first);

/* So many doses of one size. */
struct sheet_portion {
	struct amount amount;
	int count;
};

enum { SHEET_PORTION_MAX = PLAN_SLOT_MAX * 7 };

/* What a week takes, one entry a size, the largest first. Returns how many there are. */
size_t sheet_portions(const struct sheet *sheet, const struct sheet_week *week,
		      struct sheet_portion portions[SHEET_PORTION_MAX]);

/* Decimals with which every planned amount on the sheet is exact. */
int sheet_decimals(const struct sheet *sheet);

#endif
