/* SPDX-License-Identifier: MIT */
#include "today_json.h"

#include "aftercare_view.h"
#include "format.h"
#include "guidance_json.h"

static void amount_or_null(struct json *json, const char *key, bool any, struct amount amount)
{
	if (any)
		json_amount(json, key, amount);
	else
		json_null(json, key);
}

static void add_plan(struct json *json, const struct today *today)
{
	if (!today->has_plan && !today->plan_waits) {
		json_null(json, "plan");
		return;
	}
	json_open_object(json, "plan");
	json_text(json, "name", today->plan_name);
	json_text(json, "title", today->plan_title);
	if (today->has_plan) {
		json_int(json, "day", today->plan_day);
		json_int(json, "days", today->plan_days);
		json_amount(json, "start", today->start);
		json_amount(json, "goal", today->goal);
		json_null(json, "begins");
	} else {
		json_null(json, "day");
		json_null(json, "days");
		json_null(json, "start");
		json_null(json, "goal");
		json_day(json, "begins", today->plan_begins);
	}
	json_close_object(json);
}

static void add_next(struct json *json, const struct session *session, const struct today *today)
{
	struct amount cut = {.nano = today->target.nano - today->next_target.nano};

	if (today->has_next_dose) {
		json_open_object(json, "next_dose");
		json_wall(json, "at", &session->clock, today->next_wall);
		json_amount(json, "amount", today->next_amount);
		json_close_object(json);
	} else {
		json_null(json, "next_dose");
	}
	if (today->has_next_step) {
		json_open_object(json, "next_step");
		json_day(json, "date", today->next_step);
		json_amount(json, "target", today->next_target);
		json_amount(json, "cut", cut);
		json_part(json, "part", today->next_cut);
		json_close_object(json);
	} else {
		json_null(json, "next_step");
	}
}

static void add_hold(struct json *json, const struct today *today)
{
	if (!today->on_hold) {
		json_null(json, "on_hold");
		return;
	}
	json_open_object(json, "on_hold");
	json_day(json, "since", today->hold_since);
	if (today->hold_open)
		json_null(json, "goes_on");
	else
		json_day(json, "goes_on", today->goes_on);
	json_int(json, "days", today->hold_days);
	json_bool(json, "asks", today->hold_asks);
	json_close_object(json);
}

static void add_below(struct json *json, const struct today *today)
{
	if (!today->below_offers) {
		json_null(json, "below_plan");
		return;
	}
	json_open_object(json, "below_plan");
	json_int(json, "days", today->below_days);
	json_amount(json, "mean", today->below_mean);
	json_text(json, "offer", "replan");
	json_close_object(json);
}

static void add_dose(struct json *json, const struct session *session,
		     const struct today_dose *dose)
{
	json_open_object(json, NULL);
	json_bool(json, "taken", dose->taken);
	if (dose->taken)
		json_int(json, "id", dose->id);
	else
		json_null(json, "id");
	json_wall(json, "at", &session->clock, dose->wall);
	json_amount(json, "amount", dose->amount);
	amount_or_null(json, "planned", dose->slot >= 0, dose->planned);
	json_text(json, "unit", unit_name(dose->unit));
	json_bool(json, "counts", dose->counts);
	json_text(json, "name", dose->name);
	json_words(json, "tags", dose->tags);
	json_text(json, "note", dose->note);
	json_close_object(json);
}

void today_add_json(struct session *session, const struct today *today,
		    const struct readiness *readiness, const struct app_aftercare *after)
{
	struct json json = JSON_INIT;
	char now[MOMENT_TEXT_SIZE];
	int64_t utc;
	int16_t utc_offset;

	clock_now(&session->clock, &utc, &utc_offset);
	json_open_object(&json, NULL);
	json_day(&json, "date", today->day);
	json_text(&json, "now", moment_rfc3339(utc, utc_offset, now));
	json_text(&json, "unit", unit_name(today->unit));
	json_amount(&json, "taken", today->taken);
	amount_or_null(&json, "target", today->has_plan, today->target);
	amount_or_null(&json, "left", today->has_plan, today->left);
	amount_or_null(&json, "above", today->has_plan, today->above);
	add_plan(&json, today);
	add_next(&json, session, today);
	add_hold(&json, today);
	add_below(&json, today);
	aftercare_json(&json, "aftercare", after);
	json_readiness(&json, "readiness", readiness);
	json_open_list(&json, "doses");
	for (size_t i = 0; i < today->dose_count; i++)
		add_dose(&json, session, &today->doses[i]);
	json_close_list(&json);
	json_int(&json, "days_at_or_below", today->days_at_or_below);
	json_int(&json, "days_counted", today->days_counted);
	json_int(&json, "baseline_days", today->baseline_days);
	json_text(&json, "say", today->say);
	json_close_object(&json);
	session_take_json(session, &json);
}
