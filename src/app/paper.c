/* SPDX-License-Identifier: MIT */
#include "paper.h"

#include <stdio.h>
#include <string.h>

#include "app/planning.h"
#include "app_private.h"
#include "base/mem.h"
#include "export/txt.h"
#include "yaml/planfile.h"

enum { PAGE_LINES = 64 };

/* Speed in words at the top and sources at the end, both from the plan file that is kept with the plan in use. */
static void add_speed(const struct plan *plan, struct sheet *sheet)
{
	struct str words = STR_INIT;

	for (size_t i = 0; i < plan->phase_count; i++) {
		str_add(&words, i > 0 ? "; then " : "");
		phase_describe(&plan->phases[i], plan->unit, &words);
	}
	sheet_add_fact(sheet, "Speed", words.data);
	str_free(&words);
}

static void add_sources(const struct plan *plan, struct sheet *sheet)
{
	struct str words = STR_INIT;

	str_add(&words,
		"taper is a calculator and diary. This is not medical advice, and no clinician "
		"has checked this plan.");
	for (size_t i = 0; i < plan->source_count; i++)
		str_addf(&words, "%s%s", i > 0 ? ", " : " Sources: ", plan->sources[i]);
	str_add(&words, plan->source_count > 0 ? "." : "");
	sheet_add_note(sheet, words.data);
	str_free(&words);
}

static bool read_plan(const struct revision *revision, struct plan *plan, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	bool read = planfile_parse(revision->plan_text, strlen(revision->plan_text), plan,
				   &problems, err);

	problems_free(&problems);
	return read;
}

static void add_facts(const struct app *app, const struct revision *revision,
		      const struct plan *plan, struct sheet *sheet)
{
	const struct schedule *schedule = &revision->schedule;
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];
	char goal[AMOUNT_TEXT_SIZE], text[160];

	sheet_add_fact(sheet, "For", "");
	sheet_add_fact(sheet, "Plan", revision->title);
	add_speed(plan, sheet);
	snprintf(text, sizeof(text), "%s to %s, %d days",
		 day_full(schedule_first_day(schedule), first),
		 day_full(schedule_last_day(schedule), last), schedule_days(schedule));
	sheet_add_fact(sheet, "Days", text);
	snprintf(text, sizeof(text), "from %s a day to %s",
		 amount_with_unit(schedule->start, schedule->unit, amount),
		 amount_with_unit(schedule->goal, schedule->unit, goal));
	sheet_add_fact(sheet, "Amount", text);
	sheet_add_fact(sheet, "Scale", amount_with_unit(schedule->measure, schedule->unit, amount));
	sheet_add_fact(sheet, "Product", app->settings.product);
	if (revision->factor != FACTOR_ONE) {
		snprintf(text, sizeof(text), "all cuts at %d.%02d of what the plan file says",
			 revision->factor / FACTOR_ONE, revision->factor % FACTOR_ONE / 100);
		sheet_add_fact(sheet, "Pace", text);
	}
}

static void add_cautions(const struct plan_now *now, struct sheet *sheet)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < now->pace.caution_count; i++) {
		const struct caution *caution = &now->pace.cautions[i];

		str_reset(&text);
		str_addf(&text, "Caution: %s (%s).", caution->text, caution_source(caution->id));
		if (caution->level == CAUTION_ACKNOWLEDGE)
			str_add(&text, " Acknowledged when the plan was started.");
		sheet_add_caution(sheet, text.data);
	}
	str_free(&text);
}

static void add_notes(struct sheet *sheet)
{
	static const char *const notes[] = {
		"In an emergency call your local emergency number. This is not medical advice.",
		"Weigh every dose, and keep to one product and batch; treat a new batch as a "
		"change of "
		"dose.",
		"An extra dose is noted, and nothing on this sheet changes. If a step is too much, "
		"stay "
		"at the amount before it for some days.",
		"After some time with less, an old dose can hit much harder: never go back to it. "
		"No "
		"alcohol, benzodiazepines, opioids or 7-OH products with kratom.",
		"Signs of an emergency: someone cannot be woken, slow or no breathing, blue or "
		"grey lips, "
		"a seizure, thoughts of suicide. Help lines of your country: findahelpline.com",
	};

	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
		sheet_add_note(sheet, notes[i]);
}

static bool add_days(struct app *app, const struct export_request *request,
		     const struct schedule *schedule, struct sheet *sheet, struct err *err)
{
	struct day today = app_today_day(app);
	struct day first = schedule_first_day(schedule);
	struct day last = day_add(schedule_last_day(schedule), 1);
	struct history_days history;

	if (request->from != NULL && !day_read(request->from, today, &first, err))
		return err_wrap(err, "--from");
	if (request->to != NULL && !day_read(request->to, today, &last, err))
		return err_wrap(err, "--to");
	if (first.n < schedule_first_day(schedule).n)
		first = schedule_first_day(schedule);
	if (last.n < first.n)
		return err_set(err, ERR_USAGE, "the last day to print is before the first");
	if (day_between(first, last) > PLAN_DAY_MAX)
		return err_set(err, ERR_USAGE, "more than %d days can't be printed", PLAN_DAY_MAX);
	sheet_add_days(sheet, first, last);
	if (!history_read(app, first, last, false, &history, err))
		return false;
	for (size_t i = 0; i < history.count; i++) {
		const struct day_total *total = &history.days[i].total;

		if (total->entries > 0 && total->day.n < today.n)
			sheet_set_taken(sheet, total->day, total->taken);
	}
	history_days_free(&history);
	return true;
}

bool paper_txt(struct app *app, const struct export_request *request, struct str *out,
	       struct err *err)
{
	struct sheet sheet = SHEET_INIT;
	struct plan plan = PLAN_INIT;
	struct plan_now now;
	bool made;

	if (!app_plan_now(app, &now, err))
		return false;
	made = read_plan(now.current, &plan, err);
	if (made) {
		sheet.schedule = &now.current->schedule;
		sheet.title = mem_dup("Reduction schedule");
		add_facts(app, now.current, &plan, &sheet);
		add_cautions(&now, &sheet);
		add_notes(&sheet);
		add_sources(&plan, &sheet);
		made = add_days(app, request, sheet.schedule, &sheet, err);
	}
	if (made)
		txt_write(&sheet,
			  (struct txt_options){.page_lines = PAGE_LINES, .ascii = request->ascii},
			  out);
	sheet_free(&sheet);
	plan_free(&plan);
	plan_now_free(&now);
	return made;
}
