/* SPDX-License-Identifier: MIT */
#include "plan_ask.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/plural.h"

#include "view_start.h"
#include "words.h"

/* What a title has room for in a small window. */
enum { TITLE_LEAST = 26 };

static void add_now(const struct plan_now *now, struct str *out)
{
	const struct schedule *schedule = &now->schedule;
	const struct level *level = course_level_at(&now->course, now->today);
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	str_addf(out, "Now: %s, ", now->current->title);
	if (level != NULL)
		str_addf(out, "%s today, ",
			 amount_fixed_with_unit(level->target, amount_decimals(schedule->measure),
						schedule->unit, amount));
	str_addf(out, "last day %s.\n\nThen: ", day_long(schedule_last_day(schedule), day));
}

static void add_difference(const struct plan_now *now, const struct schedule *after,
			   struct str *out)
{
	int32_t later = day_between(schedule_last_day(&now->schedule), schedule_last_day(after));
	char count[WORDS_SIZE];

	if (later == 0)
		str_add(out, "The last day stays the same.\n");
	else
		str_addf(out, "That is %s %s than now.\n",
			 words_count(later < 0 ? -later : later, "day", "days", count),
			 later < 0 ? "earlier" : "later");
}

static void add_caution(const struct caution *caution, struct str *out)
{
	str_add_char(out, '\n');
	words_sentence(caution->text, out);
	str_add_char(out, '\n');
}

void plan_ask_describe(const struct preview *preview, const struct plan_now *now, struct str *out)
{
	const struct schedule *schedule = &preview->schedule;
	int decimals = amount_decimals(schedule->measure);
	char amount[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

	if (now != NULL)
		add_now(now, out);
	str_addf(out, "%s %s a day down to %s, ", now != NULL ? "from" : "From",
		 amount_fixed_with_unit(schedule->start, decimals, schedule->unit, amount),
		 amount_text(schedule->goal, goal));
	str_addf(out,
		 plural_of(schedule_days(schedule), "from %s to %s, %" PRId32 " day.\n",
			   "from %s to %s, %" PRId32 " days.\n"),
		 day_full(schedule_first_day(schedule), first),
		 day_full(schedule_last_day(schedule), last), schedule_days(schedule));
	if (now != NULL)
		add_difference(now, schedule, out);
	str_add(out, preview->above_use ? "\n" : "");
	plan_start_above(preview, out);
	str_add(out, preview->above_use ? "\n" : "");
	for (size_t i = 0; i < preview->pace.caution_count; i++)
		add_caution(&preview->pace.cautions[i], out);
	str_addf(out, "\n%s\n%s", plan_start_notice(), plan_start_mind());
	str_add(out, pace_needs_acknowledgement(&preview->pace)
			     ? "\nA yes says that you have read this and want it so."
			     : "\nIt can be undone.");
}

/* Amount and day are those that were shown, even where the question stays open past midnight. */
static bool start_plan(struct app *app, const struct question *question, struct outcome *outcome,
		       struct err *err)
{
	struct preview_request request = start_texts_request(question->context, question->name);
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	char day[DAY_TEXT_SIZE];
	bool started;

	request.acknowledge = true;
	request.start = question->start;
	if (question->from[0] != '\0')
		request.from = question->from;
	started = app_plan_start(app, &request, &preview, &problems, err);
	if (started)
		outcome_say(outcome, "%s begins on %s", preview.plan.title,
			    day_short(schedule_first_day(&preview.schedule), day));
	outcome_hint(outcome, ACTION_UNDO, started ? "undoes it" : NULL);
	preview_free(&preview);
	problems_free(&problems);
	return started;
}

struct view *plan_ask_new(const struct start_texts *texts, const struct preview *preview,
			  const struct plan_now *now)
{
	struct question question = {.yes = start_plan, .text = STR_INIT, .context = texts};
	char title[WORDS_TITLE_SIZE];

	snprintf(question.title, sizeof(question.title), "Start %.50s?",
		 words_title(preview->plan.title, TITLE_LEAST, title));
	snprintf(question.name, sizeof(question.name), "%s", preview->plan.name);
	if (texts->from.len > 0)
		amount_with_unit(preview->schedule.start, preview->schedule.unit, question.from);
	day_iso(schedule_first_day(&preview->schedule), question.start);
	plan_ask_describe(preview, now, &question.text);
	return view_confirm_new(&question);
}
