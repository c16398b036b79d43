/* SPDX-License-Identifier: MIT */
#include "stats_view.h"

#include "format.h"

#include "app/aftercare.h"
#include "app/support.h"

static void add_minute(struct json *json, const char *key, int16_t minute)
{
	char text[MOMENT_TEXT_SIZE];

	json_text(json, key, minute_text((int16_t)(minute % MINUTES_A_DAY), text));
}

/* Figures that rest on too little are null. */
static void add_week(struct json *json, const char *key, const struct stats_week *week,
		     struct stats_gaps gaps)
{
	json_open_object(json, key);
	json_day(json, "from", week->first);
	json_day(json, "to", week->last);
	json_int(json, "days", week->days);
	if (week->enough) {
		json_amount(json, "mean", week->mean);
		json_amount(json, "median", week->median);
		json_ratio(json, "doses_a_day", week->doses, week->days);
	} else {
		json_null(json, "mean");
		json_null(json, "median");
		json_null(json, "doses_a_day");
	}
	if (week->first_enough)
		add_minute(json, "first_dose", week->first_dose);
	else
		json_null(json, "first_dose");
	if (gaps.enough)
		json_int(json, "gap_minutes", gaps.minutes);
	else
		json_null(json, "gap_minutes");
	json_close_object(json);
}

static void add_hours(struct json *json, const struct stats *stats)
{
	json_open_list(json, "hours");
	for (size_t i = 0; i < STATS_HOURS; i++)
		json_int(json, NULL, stats->hours.doses[i]);
	json_close_list(json);
}

static void add_weekdays(struct json *json, const struct stats *stats)
{
	json_open_list(json, "weekdays");
	for (int i = 0; i < STATS_WEEKDAYS; i++) {
		const struct stats_weekday *weekday = &stats->weekdays.weekday[i];

		json_open_object(json, NULL);
		json_text(json, "weekday", weekday_short(i));
		json_int(json, "days", weekday->days);
		if (weekday->days > 0)
			json_amount(json, "mean", weekday->mean);
		else
			json_null(json, "mean");
		json_close_object(json);
	}
	json_close_list(json);
}

/* What was taken less is below zero where more was. */
static void add_saved(struct json *json, const struct stats_saved *saved)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str number = STR_INIT;

	str_addf(&number, "%s%s", saved->more ? "-" : "",
		 format_figure(saved->amount, saved->amount.nano > 0 ? 1 : 0, text));
	json_number(json, "not_taken", number.data);
	str_free(&number);
}

/* What was not spent is below zero where more was. */
static void add_money(struct json *json, const char *key, const struct stats *stats, bool below,
		      int64_t milli)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str number = STR_INIT;

	if (!stats->has_price) {
		json_null(json, key);
		return;
	}
	str_addf(&number, "%s%s", below && milli > 0 ? "-" : "",
		 amount_text(amount_from_milli(milli), text));
	json_number(json, key, number.data);
	str_free(&number);
}

/* What the money is for; null where nothing is set down, or more was spent than before. */
static void add_goal(struct session *session, struct json *json, const struct stats *stats)
{
	const struct money_kept kept = {stats->saved_milli, stats->currency};
	char cost[AMOUNT_TEXT_SIZE];
	struct money_goal goal;

	if (!stats->has_plan || !stats->has_price || stats->saved.more ||
	    !app_money_goal(session->app, &kept, &goal)) {
		json_null(json, "goal");
		return;
	}
	json_open_object(json, "goal");
	json_text(json, "for", goal.entry.text);
	json_text(json, "said", goal.entry.detail[0] != '\0' ? goal.entry.detail : NULL);
	if (goal.percent < 0) {
		json_null(json, "cost");
		json_null(json, "percent");
	} else {
		json_number(json, "cost", amount_text(amount_from_milli(goal.cost_milli), cost));
		json_int(json, "percent", goal.percent);
	}
	json_close_object(json);
}

static void add_plan(struct json *json, const struct stats *stats)
{
	if (!stats->has_plan) {
		json_null(json, "plan");
		return;
	}
	json_open_object(json, "plan");
	json_text(json, "name", stats->plan_name);
	json_day(json, "began", stats->plan_began);
	json_amount(json, "from", stats->plan_from);
	json_int(json, "at_or_below", stats->at_or_below);
	json_int(json, "counted", stats->counted);
	add_saved(json, &stats->saved);
	add_money(json, "not_spent", stats, stats->saved.more, stats->saved_milli);
	json_close_object(json);
}

static void add_behind(struct session *session, struct json *json)
{
	struct aftercare_times times = {.items = NULL};
	struct err ignored;

	if (!app_aftercare_times(session->app, &times, &ignored))
		times.count = 0;
	json_open_list(json, "times_without");
	for (size_t i = 0; i < times.count; i++) {
		const struct aftercare_time *time = &times.items[i];

		json_open_object(json, NULL);
		json_day(json, "since", time->since);
		json_int(json, "days", time->days);
		json_open_list(json, "milestones");
		for (int32_t each = 0; each < time->reached; each++) {
			struct str name = STR_INIT;

			aftercare_milestone_name(each, &name);
			json_text(json, NULL, name.data);
			str_free(&name);
		}
		json_close_list(json);
		json_close_object(json);
	}
	json_close_list(json);
	aftercare_times_free(&times);
}

void stats_view_json(struct session *session, const struct stats *stats)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_day(&json, "from", stats->first);
	json_day(&json, "to", stats->last);
	json_text(&json, "unit", unit_name(stats->unit));
	json_int(&json, "days", stats->days);
	json_amount(&json, "taken", stats->taken);
	add_money(&json, "spent", stats, false, stats->spent_milli);
	json_text(&json, "currency", stats->has_price ? stats->currency : NULL);
	add_week(&json, "week", &stats->now, stats->gaps_now);
	add_week(&json, "week_before", &stats->before, stats->gaps_before);
	json_text(&json, "gaps", stats_trend_name(stats->gaps_trend));
	add_hours(&json, stats);
	add_weekdays(&json, stats);
	add_plan(&json, stats);
	add_goal(session, &json, stats);
	add_behind(session, &json);
	json_close_object(&json);
	session_take_json(session, &json);
}
