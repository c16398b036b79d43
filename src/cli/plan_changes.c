/* SPDX-License-Identifier: MIT */
#include "plan_view.h"

#include "app/revising.h"

#include "format.h"

enum { CHANGES_SHOWN = 3 };

static struct course_part part_of(const struct plan_now *now)
{
	return course_part_of(&now->course, (size_t)(now->current - now->course.revisions));
}

/* A later change that begins no later takes all its days. */
static bool in_force(const struct plan_now *now, struct course_part part, size_t index)
{
	for (size_t i = index + 1; i < part.end; i++) {
		if (now->course.revisions[i].from.n <= now->course.revisions[index].from.n)
			return false;
	}
	return true;
}

static void add_change(const struct plan_now *now, size_t index, const struct looks *looks,
		       struct str *out)
{
	const struct revision *revision = &now->course.revisions[index];
	char day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%s: ", day_full(revision->from, day));
	revision_describe(revision, &line);
	looks_fact(looks, "Changed", line.data, out);
	str_free(&line);
}

void plan_view_changes(const struct plan_view *view, const struct looks *looks, struct str *out)
{
	const struct plan_now *now = view->now;
	struct course_part part;
	size_t first;
	char day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	if (now == NULL)
		return;
	part = part_of(now);
	first = part.end - part.first > CHANGES_SHOWN + 1 ? part.end - CHANGES_SHOWN
							  : part.first + 1;
	if (first > part.first + 1)
		looks_fact(looks, "Changed", "earlier too: 'taper plan history' has all", out);
	for (size_t i = first; i < part.end; i++)
		add_change(now, i, looks, out);
	if (now->hold.on && now->hold.open)
		looks_fact(looks, "On hold",
			   "until you go on; the dates here are those of going on tomorrow", out);
	if (now->stops) {
		str_addf(&line, "with %s, as you chose", day_full(day_add(now->stops_on, -1), day));
		looks_fact(looks, "Ends", line.data, out);
	}
	str_free(&line);
}

void plan_row_changes(const struct plan_view *view, const struct plan_row *row, struct str *out)
{
	const struct revision *last = NULL;
	const struct plan_now *now = view->now;
	struct course_part part;
	char day[DAY_TEXT_SIZE];

	if (now == NULL)
		return;
	part = part_of(now);
	for (size_t i = part.first + 1; i < part.end; i++) {
		const struct revision *revision = &now->course.revisions[i];
		bool before = revision->from.n < row->first.n;
		bool after =
			row->days != LEVEL_OPEN && revision->from.n >= row->first.n + row->days;

		if (!before && !after && in_force(now, part, i))
			last = revision;
	}
	if (last != NULL)
		str_addf(out, "%s %s", revision_kind_name(last->kind), day_short(last->from, day));
}

static void add_hold_json(const struct plan_now *now, struct json *json)
{
	if (!now->hold.on) {
		json_null(json, "on_hold");
		return;
	}
	json_open_object(json, "on_hold");
	json_day(json, "since", now->hold.since);
	if (now->hold.open)
		json_null(json, "goes_on");
	else
		json_day(json, "goes_on", now->hold.until);
	json_close_object(json);
}

void plan_view_changes_json(const struct plan_now *now, struct json *json)
{
	json_open_list(json, "revisions");
	for (size_t i = 0; i < now->course.count; i++) {
		const struct revision *revision = &now->course.revisions[i];

		json_open_object(json, NULL);
		json_int(json, "id", revision->id);
		json_text(json, "kind", revision_kind_name(revision->kind));
		json_day(json, "from", revision->from);
		json_text(json, "plan", revision->name);
		json_int(json, "days", revision->days);
		json_text(json, "reason", revision->reason);
		json_close_object(json);
	}
	json_close_list(json);
	add_hold_json(now, json);
	if (now->stops)
		json_day(json, "stops_on", now->stops_on);
	else
		json_null(json, "stops_on");
}
