/* SPDX-License-Identifier: MIT */
/*
 * A plan laid out, ready to be shown: one row a step, those of the past as they were. Knows schedules and courses; does not
 * know where they came from.
 */
#ifndef PLAN_VIEW_H
#define PLAN_VIEW_H

#include "looks.h"

#include "app/planning.h"
#include "base/json.h"
#include "engine/bydate.h"
#include "engine/course.h"
#include "engine/pace.h"

struct plan_row {
	struct day first;
	int32_t days;                    /* LEVEL_OPEN for the goal */
	const struct level *level;       /* borrowed */
	const struct schedule *schedule; /* borrowed; the one the level belongs to */
};

struct plan_view {
	const char *name, *title;        /* borrowed, as the rest */
	const char *reason;              /* NULL or "" for none */
	bool agreed;                     /* a person has said yes to the cautions */
	const struct schedule *schedule; /* as it stands now */
	const struct pace *pace;
	int32_t factor;              /* on all cuts; FACTOR_ONE is the plan as written */
	const struct bydate *bydate; /* NULL where no date to end by was asked for */
	struct day by;               /* that date */
	bool has_stash;              /* how far it goes is told */
	struct amount stash;         /* in the plan's unit */
	struct day stash_from;       /* the first day it is for */
	bool has_today;
	struct day today;           /* its row is marked */
	const struct plan_now *now; /* the plan in use, whose changes are marked; NULL for others */
	const struct preview *preview; /* a plan that is not in use yet; NULL for others */
	struct plan_row *rows;         /* owned */
	size_t row_count, row_cap;
};

void plan_view_free(struct plan_view *view);

/* Adds a row for each level of view->schedule. */
void plan_view_add_levels(struct plan_view *view);

/* Adds the steps of plans that came before the one in view->schedule. */
void plan_view_add_past(struct plan_view *view, const struct course *course);

/* False for a step of a plan with other doses, of which only the day's amount is shown. */
bool plan_row_has_doses(const struct plan_row *row);

/* Adds as facts the last changes of the plan in use, and a hold; nothing where it is as it began. */
void plan_view_changes(const struct plan_view *view, const struct looks *looks, struct str *out);

/* Adds "hold Sun 22 Nov": the last change while a row lasts; nothing where there is none and for other plans. */
void plan_row_changes(const struct plan_view *view, const struct plan_row *row, struct str *out);

/* Adds "revisions" and "on_hold" of the plan in use into an open object. */
void plan_view_changes_json(const struct plan_now *now, struct json *json);

/* Adds the title, the facts and the cautions. */
void plan_view_head(const struct plan_view *view, const struct looks *looks, struct str *out);

/* Adds the cautions, each as a paragraph; agreed where a person has said yes to them. */
void plan_view_cautions(const struct pace *pace, bool agreed, const struct looks *looks,
			struct str *out);

/* Adds, as a paragraph, that it begins with more than the plan in use; nothing where it does not. */
void plan_view_above(const struct preview *preview, const struct looks *looks, struct str *out);

/* Adds "the earliest day to reach 0 g within 20 % ...": what would be gentler than the date asked for; nothing where the pace needs no caution. */
void plan_view_gentler(const struct bydate *bydate, const struct schedule *schedule,
		       const struct looks *looks, struct str *out);

/* Adds "all cuts × 1.23, to reach 0 g by ..."; nothing for a plan as it is written. */
void plan_view_factor(const struct plan_view *view, const struct looks *looks, struct str *out);

/* Adds as facts what is still needed and how far the stash goes. */
void plan_view_stash(const struct plan_view *view, const struct looks *looks, struct str *out);

/* "note", "needs your agreement", "agreed to". */
const char *plan_view_caution_name(const struct caution *caution, bool agreed);

/* Adds the table of steps; or of days, to the last one above the goal. */
void plan_view_steps(const struct plan_view *view, const struct looks *looks, struct str *out);
void plan_view_days(const struct plan_view *view, const struct looks *looks, struct str *out);

/* Adds the list "cautions", and the members that tell what a date to end by came to, into an open object. */
void plan_view_cautions_json(const struct pace *pace, struct json *json);
void plan_view_bydate_json(int32_t factor, const struct bydate *bydate, struct day by,
			   struct json *json);

/* Adds the members of the document into an open object, a list of days too where they are asked for. */
void plan_view_json(const struct plan_view *view, bool days, struct json *json);

#endif
