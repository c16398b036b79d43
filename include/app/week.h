/* SPDX-License-Identifier: MIT */
/*
 * A week of a sheet from paper: its days by the plan's doses, what is in the log of them already, and what a person types in,
 * to be logged as one change.
 */
#ifndef APP_WEEK_H
#define APP_WEEK_H

#include "app/transfer.h"
#include "engine/plan.h"

enum { WEEK_DAYS = 7, WEEK_COLUMNS = PLAN_SLOT_MAX + 1, WEEK_CELL_SIZE = 64 };

/* A dose of the day, or the last column, in which each dose brings its own time. */
struct week_column {
	int16_t minute; /* of the day; -1 for the last column */
	char name[PLAN_NAME_SIZE];
};

struct week_cell {
	struct amount planned; /* 0: nothing is */
	struct amount logged;  /* 0: nothing is in the log here */
};

struct week_day {
	struct day day;
	bool has_target;
	struct amount target;
	struct amount taken; /* in the log, all of the day */
	bool none;           /* the log says that there was none */
	struct week_cell cells[WEEK_COLUMNS];
};

/* Holds nothing to be freed. */
struct week {
	struct day first;
	struct day today;
	enum unit unit;
	int decimals;
	struct week_column columns[WEEK_COLUMNS];
	size_t column_count; /* the last one included */
	struct week_day days[WEEK_DAYS];
};

/*
 * The week of a day as the sheet has it: counted from the plan's first day, or, without a plan, from Monday with the person's usual
 * times.
 */
MUST_USE bool app_week(struct app *app, struct day day, struct week *week, struct err *err);

/* What stands in the cells, as typed; "" for nothing. */
struct week_cells {
	char text[WEEK_DAYS][WEEK_COLUMNS][WEEK_CELL_SIZE];
};

/* A cell: its day and its column, from 0. */
struct week_place {
	size_t day, column;
};

/* What one cell says. */
struct week_typed {
	struct amount sum;
	int doses;
	bool none; /* "0" or "-": nothing was taken */
};

/*
 * Reads a cell: "x" as planned, "2.5", "2.5@8:40", "-" or "0" for not taken; several parted by blanks. ERR_INVALID says what is
 * wrong: the text, an amount that is there already, a time that is still to come.
 */
MUST_USE bool app_week_read(struct app *app, const struct week *week, struct week_place place,
			    const char *text, struct week_typed *typed, struct err *err);

/*
 * Logs all of it as one change, or (dry_run) only says what it would add; what is there already is skipped. A day on which
 * every dose is said not to have been taken becomes "none". ERR_INVALID names the cell that can't be read.
 */
MUST_USE bool app_week_log(struct app *app, const struct week *week, const struct week_cells *cells,
			   bool dry_run, struct import_result *result, struct err *err);

#endif
