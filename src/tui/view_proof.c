/* SPDX-License-Identifier: MIT */
#include "view_care.h"

#include "app/file.h"
#include "app/history.h"
#include "app/planning.h"
#include "app/receipts.h"
#include "base/plural.h"
#include "words.h"

static void add_range(const struct verified *verified, struct str *out)
{
	char from[AMOUNT_TEXT_SIZE];

	str_addf(out, "from %s a day, in the plan in use",
		 amount_with_unit(verified->from, verified->unit, from));
	if (verified->changes > 0)
		str_addf(out,
			 plural_of(verified->changes, " and its %d change", " and its %d changes"),
			 verified->changes);
	if (verified->stepped_back)
		str_add(out, "; a step back begins at the level before, as was asked for");
}

enum reply view_verify_open(struct app *app, struct outcome *outcome, struct err *err)
{
	struct preview_request request = {.plan = NULL};
	struct problems problems = PROBLEMS_INIT;
	struct verified verified;
	struct str text = STR_INIT, rest = STR_INIT;
	int held = 0;
	bool done = app_plan_verify(app, &request, &verified, &problems, err);

	problems_free(&problems);
	if (!done)
		return REPLY_FAILED;
	for (int i = 0; i < PROOF_COUNT; i++) {
		const struct proof *proof = &verified.proofs[i];

		held += proof->holds ? 1 : 0;
		str_addf(&rest, "%s\t%s%s%s\n", proof->holds ? "ok" : "no",
			 proof_text((enum proof_id)i), proof->holds ? "" : ": ",
			 proof->holds ? "" : proof->detail);
	}
	str_addf(&text, "%d of %d true, ", held, PROOF_COUNT);
	add_range(&verified, &text);
	str_addf(&text, ".\n\n%s", rest.data);
	str_free(&rest);
	outcome->open = view_read_new("The plan proved from its numbers", &text);
	return REPLY_DONE;
}

enum reply view_mistakes_open(struct app *app, const char *path, struct outcome *outcome,
			      struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct str text = STR_INIT;
	struct plan plan;

	if (app_plan_load(app, path, &plan, NULL, &problems, err))
		plan_free(&plan);
	app_file_short(path, &text);
	str_add(&text, "\n\n");
	for (size_t i = 0; i < problems.count; i++) {
		const struct problem *problem = &problems.items[i];

		if (problem->line > 0)
			str_addf(&text, "line %d\t", problem->line);
		str_addf(&text, "%s\n", problem->text);
	}
	if (problems.count == 0)
		str_add(&text, "It has no mistakes now.\n");
	problems_free(&problems);
	outcome->open = view_read_new("Mistakes in this file", &text);
	return REPLY_DONE;
}

static void add_times(const struct baseline *baseline, struct str *out)
{
	char time[MOMENT_TEXT_SIZE];

	str_addf(out, "Doses\t%d a day", baseline->doses_a_day);
	for (int32_t i = 0; i < baseline->doses_a_day && i < PLAN_SLOT_MAX; i++)
		str_addf(out, "%s%s", i == 0 ? ", usually at " : ", ",
			 minute_text(baseline->usual_minutes[i], time));
	str_add_char(out, '\n');
}

static void write_baseline(const struct baseline *baseline, enum unit unit, struct str *out)
{
	char amount[AMOUNT_TEXT_SIZE], high[AMOUNT_TEXT_SIZE], percent[WORDS_SIZE];
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], count[WORDS_SIZE];

	str_addf(out, "Mean\t%s a day, of %s from %s to %s\n",
		 amount_fixed_with_unit(baseline->mean, 1, unit, amount),
		 words_count(baseline->days, "day", "days", count),
		 day_full(baseline->first, first), day_full(baseline->last, last));
	str_addf(out, "Median\t%s\n", amount_fixed_with_unit(baseline->median, 1, unit, amount));
	str_addf(out, "Range\t%s to %s\n", amount_fixed(baseline->lowest, 1, amount),
		 amount_fixed_with_unit(baseline->highest, 1, unit, high));
	str_addf(out, "Spread\t%s around the mean\n", words_percent(baseline->spread, percent));
	add_times(baseline, out);
	if (!baseline->enough)
		str_add(out, "\nAfter seven days it says more. You can start a plan now, or log "
			     "on first.\n");
	if (!baseline->steady)
		str_add(out, "\nYour days differ by more than 20 %. Two weeks at one steady amount "
			     "before the first cut make the start easier to feel.\n");
}

enum reply view_baseline_open(struct app *app, struct outcome *outcome, struct err *err)
{
	struct baseline baseline;
	struct str text = STR_INIT;
	enum unit unit;

	if (!app_baseline(app, &baseline, &unit, err))
		return REPLY_FAILED;
	write_baseline(&baseline, unit, &text);
	outcome->open = view_read_new("Your last days", &text);
	return REPLY_DONE;
}
