/* SPDX-License-Identifier: MIT */
#include "plan_view.h"

#include "engine/stock.h"

#include "format.h"

/* About as long as a step with four doses, so that the room for all of them is asked for once. */
enum { STEP_BYTES = 176 };

void plan_view_cautions_json(const struct pace *pace, struct json *json)
{
	json_open_list(json, "cautions");
	for (size_t i = 0; i < pace->caution_count; i++) {
		const struct caution *caution = &pace->cautions[i];

		json_open_object(json, NULL);
		json_text(json, "id", caution_name(caution->id));
		json_text(json, "level", caution_level_name(caution->level));
		json_text(json, "text", caution->text);
		json_text(json, "source", caution_source(caution->id));
		json_day(json, "on", caution->on);
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_doses(const struct plan_row *row, struct json *json)
{
	const struct amount *doses = schedule_doses(row->schedule, row->level);

	json_open_list(json, "doses");
	for (size_t i = 0; i < row->schedule->slot_count && plan_row_has_doses(row); i++)
		json_amount(json, NULL, doses[i]);
	json_close_list(json);
}

static void add_step(const struct plan_row *row, size_t number, struct json *json)
{
	json_open_object(json, NULL);
	json_int(json, "step", (int64_t)number);
	json_day(json, "from", row->first);
	if (row->days == LEVEL_OPEN)
		json_null(json, "days");
	else
		json_int(json, "days", row->days);
	json_amount(json, "target", row->level->target);
	json_amount(json, "ideal", row->level->ideal);
	json_part(json, "asked", row->level->asked_rate);
	json_amount(json, "cut", row->level->cut);
	add_doses(row, json);
	if (row->level->phase < 0)
		json_null(json, "phase");
	else
		json_int(json, "phase", row->level->phase + 1);
	json_close_object(json);
}

static void add_slots(const struct schedule *schedule, struct json *json)
{
	char text[MOMENT_TEXT_SIZE];

	json_open_list(json, "slots");
	for (size_t i = 0; i < schedule->slot_count; i++) {
		const struct slot *slot = &schedule->slots[i];

		json_open_object(json, NULL);
		json_text(json, "at", slot->minute < 0 ? NULL : minute_text(slot->minute, text));
		json_text(json, "name", slot->name);
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_days(const struct plan_view *view, struct json *json)
{
	json_open_list(json, "each_day");
	for (size_t i = 0; i < view->row_count; i++) {
		const struct plan_row *row = &view->rows[i];

		for (int32_t n = 0; n < row->days; n++) {
			struct day day = day_add(row->first, n);

			json_open_object(json, NULL);
			json_day(json, "date", day);
			json_int(json, "day", day_between(view->rows[0].first, day) + 1);
			json_amount(json, "target", row->level->target);
			add_doses(row, json);
			json_close_object(json);
		}
	}
	json_close_list(json);
}

void plan_view_bydate_json(int32_t factor, const struct bydate *bydate, struct day by,
			   struct json *json)
{
	json_factor(json, "factor", factor);
	if (bydate != NULL)
		json_day(json, "by", by);
	else
		json_null(json, "by");
	if (bydate != NULL && bydate->has_gentle) {
		json_day(json, "gentle_goal", bydate->gentle_goal);
		json_factor(json, "gentle_factor", bydate->gentle_factor);
	} else {
		json_null(json, "gentle_goal");
		json_null(json, "gentle_factor");
	}
}

static void add_stash(const struct plan_view *view, struct json *json)
{
	struct stock stock = stock_of(view->schedule, view->stash_from, view->stash);

	json_open_object(json, "stash");
	json_amount(json, "have", view->stash);
	json_day(json, "from", view->stash_from);
	json_amount(json, "needed", stock.needed);
	json_bool(json, "enough", stock.enough);
	json_amount(json, "missing", stock.short_by);
	if (stock.enough) {
		json_null(json, "lasts_through");
		json_null(json, "order_before");
	} else {
		json_day(json, "lasts_through", stock.lasts_to);
		json_day(json, "order_before", day_add(stock.lasts_to, 1));
	}
	json_close_object(json);
}

void plan_view_json(const struct plan_view *view, bool days, struct json *json)
{
	const struct schedule *schedule = view->schedule;
	struct day first = schedule_first_day(schedule);

	json_text(json, "plan", view->name);
	json_text(json, "unit", unit_name(schedule->unit));
	json_amount(json, "measure", schedule->measure);
	json_amount(json, "from", schedule->from);
	json_day(json, "start", first);
	json_day(json, "last_day", schedule_last_day(schedule));
	json_amount(json, "goal", schedule->goal);
	json_int(json, "days", schedule_days(schedule));
	json_amount(json, "total", schedule_total(schedule, first));
	json_shown_part(json, "pace_28d", view->pace->steepest);
	plan_view_cautions_json(view->pace, json);
	json_open_list(json, "steps");
	str_room(&json->out, view->row_count * STEP_BYTES);
	for (size_t i = 0; i < view->row_count; i++)
		add_step(&view->rows[i], i + 1, json);
	json_close_list(json);
	json_text(json, "title", view->title);
	json_amount(json, "start_amount", schedule->start);
	add_slots(schedule, json);
	plan_view_bydate_json(view->factor, view->bydate, view->by, json);
	if (view->preview != NULL && view->preview->above_use)
		json_amount(json, "plan_in_use", view->preview->in_use);
	else if (view->preview != NULL && view->preview->compared)
		json_null(json, "plan_in_use");
	if (view->has_stash)
		add_stash(view, json);
	if (days)
		add_days(view, json);
}
