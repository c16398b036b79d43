/* SPDX-License-Identifier: MIT */
#include "revise_view.h"

#include <string.h>

#include "format.h"
#include "plan_view.h"
#include "table.h"

static void add_step(const struct revise_preview *preview, const struct revise_side *side,
		     struct table *table)
{
	enum unit unit = side->schedule.unit;
	char day[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	if (side->open)
		table_add(table, INK_NONE, "none while on hold");
	else if (!side->has_step)
		table_add(table, INK_NONE, "none");
	else
		table_addf(table, "%s, %s", day_long(side->step, day),
			   format_amount(side->step_target, preview->decimals, unit, amount));
}

/* "7 days later", "12 days earlier", or "" */
static void add_moved(const struct revise_preview *preview, struct table *table)
{
	int32_t later;

	if (!preview->has_after) {
		table_add(table, INK_NONE, "");
		return;
	}
	later = day_between(preview->before.last, preview->after.last);
	if (later == 0)
		table_add(table, INK_NONE, "the same day");
	else
		table_addf(table, "%d day%s %s", later < 0 ? -later : later,
			   later == 1 || later == -1 ? "" : "s", later > 0 ? "later" : "earlier");
}

static void add_last(const struct revise_side *side, struct table *table)
{
	char day[DAY_TEXT_SIZE];

	day_long(side->last, day);
	table_addf(table, "%s%s", day, side->open ? " *" : "");
}

static void add_needed(const struct revise_preview *preview, const struct revise_side *side,
		       struct table *table)
{
	char amount[AMOUNT_TEXT_SIZE];

	table_add(table, INK_NONE,
		  format_amount(side->needed, preview->decimals, side->schedule.unit, amount));
}

static void add_more(const struct revise_preview *preview, struct table *table)
{
	int64_t more = preview->after.needed.nano - preview->before.needed.nano;
	struct amount size = {.nano = more < 0 ? -more : more};
	char amount[AMOUNT_TEXT_SIZE];

	if (!preview->has_after || more == 0) {
		table_add(table, INK_NONE, "");
		return;
	}
	format_amount(size, preview->decimals, preview->after.schedule.unit, amount);
	table_addf(table, "%s %s", amount, more > 0 ? "more" : "less");
}

static void add_sides(const struct revise_preview *preview, const struct looks *looks,
		      struct str *out)
{
	static const struct table_column columns[] = {
		{.head = ""},
		{.head = "Before"},
		{.head = "After"},
		{.head = "", .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	table_add(&table, INK_NONE, "Next step");
	add_step(preview, &preview->before, &table);
	if (preview->has_after)
		add_step(preview, &preview->after, &table);
	else
		table_add(&table, INK_NONE, "none");
	table_add(&table, INK_NONE, "");
	table_add(&table, INK_NONE, "Last day");
	add_last(&preview->before, &table);
	if (preview->has_after)
		add_last(&preview->after, &table);
	else
		table_add(&table, INK_NONE, "none");
	add_moved(preview, &table);
	table_add(&table, INK_NONE, "Still needed");
	add_needed(preview, &preview->before, &table);
	if (preview->has_after)
		add_needed(preview, &preview->after, &table);
	else
		table_add(&table, INK_NONE, "none");
	add_more(preview, &table);
	table_draw(&table, looks, 2, out);
	if (preview->before.open || preview->after.open)
		looks_wrap(looks, 2, "* if you go on tomorrow", out);
	table_free(&table);
}

/* The first letter of the words of a change, as a title. */
static void add_title(const struct revise_preview *preview, const struct looks *looks,
		      struct str *out)
{
	struct str title = STR_INIT;
	char day[DAY_TEXT_SIZE];

	revision_describe(&preview->revision, &title);
	if (title.data[0] >= 'a' && title.data[0] <= 'z')
		title.data[0] = (char)(title.data[0] - 'a' + 'A');
	str_addf(&title, ", from %s", day_full(preview->revision.from, day));
	looks_ink(looks, INK_HEAD, title.data, out);
	str_add_char(out, '\n');
	str_free(&title);
}

static void add_said(const struct revise_preview *preview, const struct looks *looks,
		     struct str *out)
{
	const char *at = preview->said;

	while (*at != '\0') {
		const char *end = strchr(at, '\n');
		size_t len = end != NULL ? (size_t)(end - at) : strlen(at);
		struct str line = STR_INIT;

		str_add_bytes(&line, at, len);
		str_add_char(out, '\n');
		looks_wrap(looks, 0, line.data, out);
		str_free(&line);
		at += len + (end != NULL ? 1 : 0);
	}
}

void revise_view_text(const struct revise_preview *preview, bool made, const struct looks *looks,
		      struct str *out)
{
	add_title(preview, looks, out);
	add_sides(preview, looks, out);
	add_said(preview, looks, out);
	if (preview->revision.kind == REVISION_REPLAN) {
		plan_view_cautions(&preview->pace, made, looks, out);
		if (preview->has_bydate)
			plan_view_gentler(&preview->bydate, &preview->revision.schedule, looks,
					  out);
	}
	str_add_char(out, '\n');
	looks_wrap(looks, 0,
		   made ? "'taper plan show' has every step, 'taper undo' takes it back."
			: "Nothing was changed. Without --dry-run it is made.",
		   out);
}

static void add_side_json(const struct revise_side *side, const char *key, bool any,
			  struct json *json)
{
	if (!any) {
		json_null(json, key);
		return;
	}
	json_open_object(json, key);
	json_day(json, "last_day", side->last);
	json_amount(json, "needed", side->needed);
	json_bool(json, "on_hold", side->open);
	if (side->has_step) {
		json_open_object(json, "next_step");
		json_day(json, "date", side->step);
		json_amount(json, "target", side->step_target);
		json_close_object(json);
	} else {
		json_null(json, "next_step");
	}
	json_close_object(json);
}

static void add_said_json(const struct revise_preview *preview, struct json *json)
{
	const char *at = preview->said;

	json_open_list(json, "said");
	while (*at != '\0') {
		const char *end = strchr(at, '\n');
		size_t len = end != NULL ? (size_t)(end - at) : strlen(at);
		struct str line = STR_INIT;

		str_add_bytes(&line, at, len);
		json_text(json, NULL, line.data);
		str_free(&line);
		at += len + (end != NULL ? 1 : 0);
	}
	json_close_list(json);
}

void revise_view_json(const struct revise_preview *preview, bool made, struct json *json)
{
	const struct revision *revision = &preview->revision;
	struct str what = STR_INIT;

	revision_describe(revision, &what);
	json_open_object(json, NULL);
	json_text(json, "kind", revision_kind_name(revision->kind));
	json_text(json, "what", what.data);
	json_bool(json, "made", made);
	json_day(json, "from", revision->from);
	if (revision->days > 0)
		json_int(json, "days", revision->days);
	else
		json_null(json, "days");
	if (revision->factor > 0)
		json_factor(json, "factor", revision->factor);
	else
		json_null(json, "factor");
	json_text(json, "plan", revision->name);
	json_text(json, "unit", unit_name(preview->before.schedule.unit));
	json_amount(json, "present", preview->present);
	if (revision->schedule.level_count > 0)
		json_amount(json, "target", revision->schedule.levels[0].target);
	else
		json_null(json, "target");
	add_side_json(&preview->before, "before", true, json);
	add_side_json(&preview->after, "after", preview->has_after, json);
	if (preview->has_after)
		json_int(json, "later_days",
			 day_between(preview->before.last, preview->after.last));
	else
		json_null(json, "later_days");
	plan_view_cautions_json(&preview->pace, json);
	json_bool(json, "asks", preview->asks);
	add_said_json(preview, json);
	json_text(json, "reason", revision->reason);
	json_close_object(json);
	str_free(&what);
}
