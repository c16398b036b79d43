/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/history.h"
#include "base/plural.h"
#include "engine/plan.h"

#include "format.h"

static void add_json(struct session *session, const struct baseline *baseline, enum unit unit)
{
	struct json json = JSON_INIT;
	char text[MOMENT_TEXT_SIZE];

	json_open_object(&json, NULL);
	json_text(&json, "unit", unit_name(unit));
	json_int(&json, "days", baseline->days);
	json_day(&json, "first", baseline->first);
	json_day(&json, "last", baseline->last);
	json_amount(&json, "mean", baseline->mean);
	json_amount(&json, "median", baseline->median);
	json_amount(&json, "lowest", baseline->lowest);
	json_amount(&json, "highest", baseline->highest);
	json_part(&json, "spread", baseline->spread);
	json_bool(&json, "enough", baseline->enough);
	json_bool(&json, "steady", baseline->steady);
	json_int(&json, "doses_a_day", baseline->doses_a_day);
	json_open_list(&json, "usual_times");
	for (int32_t i = 0; i < baseline->doses_a_day && i < PLAN_SLOT_MAX; i++)
		json_text(&json, NULL, minute_text(baseline->usual_minutes[i], text));
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_head(struct session *session, const struct baseline *baseline, enum unit unit)
{
	char mean[AMOUNT_TEXT_SIZE], first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%s a day", format_amount(baseline->mean, 1, unit, mean));
	looks_ink(&session->looks, INK_HEAD, line.data, &session->out);
	str_addf(&session->out,
		 plural_of((int64_t)baseline->days, ", the mean of %d day from %s to %s\n",
			   ", the mean of %d days from %s to %s\n"),
		 baseline->days, day_full(baseline->first, first), day_full(baseline->last, last));
	str_free(&line);
}

static void add_facts(struct session *session, const struct baseline *baseline, enum unit unit)
{
	char text[AMOUNT_TEXT_SIZE], high[AMOUNT_TEXT_SIZE];
	struct str *out = &session->out;
	struct str line = STR_INIT;

	looks_fact(&session->looks, "Median", format_amount(baseline->median, 1, unit, text), out);
	str_addf(&line, "%s to %s", format_amount(baseline->lowest, 1, unit, text),
		 format_amount(baseline->highest, 1, unit, high));
	looks_fact(&session->looks, "Range", line.data, out);
	str_reset(&line);
	str_addf(&line, "%s around the mean", format_rate(baseline->spread, text));
	looks_fact(&session->looks, "Spread", line.data, out);
	str_reset(&line);
	str_addf(&line, "%d a day", baseline->doses_a_day);
	for (int32_t i = 0; i < baseline->doses_a_day && i < PLAN_SLOT_MAX; i++)
		str_addf(&line, "%s%s", i == 0 ? ", usually at " : ", ",
			 minute_text(baseline->usual_minutes[i], text));
	looks_fact(&session->looks, "Doses", line.data, out);
	str_free(&line);
}

/* What the figures are worth. */
static void add_honest_word(struct session *session, const struct baseline *baseline)
{
	struct str line = STR_INIT;

	if (!baseline->enough)
		str_addf(&line,
			 plural_of((int64_t)baseline->days,
				   "This rests on %d day; after 7 days it says more. You can "
				   "start a plan now, or log on first.",
				   "This rests on %d days; after 7 days it says more. You can "
				   "start a plan now, or log on first."),
			 baseline->days);
	if (!baseline->steady)
		str_addf(&line,
			 "%sYour days differ by more than 20 %%. Two weeks at one steady amount "
			 "before the first cut make the start easier to feel.",
			 line.len > 0 ? " " : "");
	if (line.len > 0) {
		str_add_char(&session->out, '\n');
		looks_wrap(&session->looks, 0, line.data, &session->out);
	}
	str_free(&line);
}

static bool run(struct session *session, struct err *err)
{
	struct baseline baseline;
	enum unit unit;

	if (!app_baseline(session->app, &baseline, &unit, err))
		return false;
	if (baseline.days == 0)
		return err_set(err, ERR_NOT_FOUND,
			       "no complete day is logged yet; log what you take with 'taper log "
			       "AMOUNT', and look again tomorrow");
	if (session->json) {
		add_json(session, &baseline, unit);
		return true;
	}
	add_head(session, &baseline, unit);
	add_facts(session, &baseline, unit);
	add_honest_word(session, &baseline);
	return true;
}

const struct command command_baseline = {
	.name = "baseline",
	.usage = "",
	.summary = "what your log says of the last 7 complete days: mean, spread, usual times",
	.examples = {{"taper baseline", "the amount a plan would begin from"},
		     {"taper baseline --json", "the same for a program"}},
	.run = run,
};
