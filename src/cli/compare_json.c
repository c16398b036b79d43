/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <string.h>

#include "format.h"
#include "plan_view.h"

static void add_replay(const struct candidate *candidate, struct json *json)
{
	const struct replay *replay = &candidate->replay;

	if (!candidate->replayed) {
		json_null(json, "replay");
		json_text(json, "replay_error", candidate->replay_err.msg);
		return;
	}
	json_open_object(json, "replay");
	json_day(json, "start", replay->first);
	json_amount(json, "from", replay->from);
	json_int(json, "days", replay->days);
	json_int(json, "days_above", replay->above);
	json_amount(json, "target_now", replay->target_now);
	json_day(json, "last_day", day_add(replay->goal_day, -1));
	json_close_object(json);
	json_null(json, "replay_error");
}

static void add_lines(const char *key, const char *lines, struct json *json)
{
	struct str line = STR_INIT, plain = STR_INIT;

	json_open_list(json, key);
	while (*lines != '\0') {
		size_t len = strcspn(lines, "\n");

		str_reset(&line);
		str_add_bytes(&line, lines, len);
		str_reset(&plain);
		compare_add_plain(line.data, &plain);
		json_text(json, NULL, plain.data);
		lines += len;
		lines += *lines == '\n';
	}
	json_close_list(json);
	str_free(&line);
	str_free(&plain);
}

static void add_laid_out(const struct compare *compare, const struct candidate *candidate,
			 struct json *json)
{
	const struct preview *preview = &candidate->preview;
	const struct schedule *schedule = &preview->schedule;
	struct day first = schedule_first_day(schedule);
	struct str speed = STR_INIT;

	compare_speed(preview, false, &speed);
	json_text(json, "title", preview->plan.title);
	json_text(json, "unit", unit_name(schedule->unit));
	json_amount(json, "measure", schedule->measure);
	json_amount(json, "from", schedule->from);
	json_bool(json, "from_baseline", preview->from_baseline);
	json_amount(json, "start_amount", schedule->start);
	json_day(json, "start", first);
	json_day(json, "last_day", schedule_last_day(schedule));
	json_amount(json, "goal", schedule->goal);
	json_int(json, "days", schedule_days(schedule));
	json_amount(json, "total", schedule_total(schedule, first));
	json_shown_part(json, "pace_28d", preview->pace.steepest);
	json_shown_part(json, "largest_cut", preview->pace.largest_cut);
	add_lines("speed", speed.data, json);
	plan_view_cautions_json(&preview->pace, json);
	json_bool(json, "needs_acknowledgement", pace_needs_acknowledgement(&preview->pace));
	plan_view_bydate_json(preview->factor, preview->has_bydate ? &preview->bydate : NULL,
			      compare->by, json);
	if (compare->with_replay)
		add_replay(candidate, json);
	str_free(&speed);
}

void compare_json(const struct compare *compare, struct json *json)
{
	json_open_list(json, NULL);
	for (size_t i = 0; i < compare->count; i++) {
		const struct candidate *candidate = &compare->items[i];

		json_open_object(json, NULL);
		json_text(json, "plan",
			  candidate->laid_out ? candidate->preview.plan.name : candidate->word);
		json_text(json, "error", candidate->laid_out ? NULL : candidate->err.msg);
		if (candidate->laid_out)
			add_laid_out(compare, candidate, json);
		json_close_object(json);
	}
	json_close_list(json);
}
