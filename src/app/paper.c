/* SPDX-License-Identifier: MIT */
#include "paper.h"

#include <stdio.h>
#include <string.h>

#include "app/revising.h"
#include "app/safety.h"
#include "app_private.h"
#include "base/mem.h"
#include "base/plural.h"
#include "base/style.h"
#include "engine/day_typed.h"
#include "export/html.h"
#include "export/md.h"
#include "export/txt.h"

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

static void add_sources(const struct plan *plan, bool agrees, struct sheet *sheet)
{
	struct str words = STR_INIT;

	str_add(&words, "taper is a calculator and diary. This is not medical advice");
	str_add(&words, agrees ? "." : ", and no clinician has checked this plan.");
	for (size_t i = 0; i < plan->source_count; i++)
		str_addf(&words, "%s%s", i > 0 ? ", " : " Sources: ", plan->sources[i]);
	str_add(&words, plan->source_count > 0 ? "." : "");
	sheet_add_note(sheet, words.data);
	str_free(&words);
}

/* What a person has to know to read the days below. */
static void add_changes(const struct plan_now *now, struct sheet *sheet)
{
	char day[DAY_TEXT_SIZE], text[160];

	if (now->current->kind != REVISION_START) {
		struct str words = STR_INIT;

		revision_describe(now->current, &words);
		snprintf(text, sizeof(text), "%s, from %s", words.data,
			 day_full(now->current->from, day));
		sheet_add_fact(sheet, "Changed", text);
		str_free(&words);
	}
	if (now->hold.on && now->hold.open)
		sheet_add_fact(sheet, "On hold",
			       "until you go on; the days are those of going on tomorrow");
	if (now->stops) {
		snprintf(text, sizeof(text),
			 "on %s, as you decided; no day is planned from then on",
			 day_full(now->stops_on, day));
		sheet_add_fact(sheet, "Ends", text);
	}
}

/* Counted things are not weighed. */
static bool is_counted(enum unit unit)
{
	return unit == UNIT_CAPSULE || unit == UNIT_TABLET;
}

static void add_facts(const struct app *app, const struct plan_now *now, const struct plan *plan,
		      struct sheet *sheet)
{
	const struct revision *revision = now->current;
	const struct schedule *schedule = &now->schedule;
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];
	char goal[AMOUNT_TEXT_SIZE], text[160];

	sheet_add_fact(sheet, "For", "");
	sheet_add_fact(sheet, "Plan", revision->title);
	if (!sheet->weigh)
		add_speed(plan, sheet);
	snprintf(text, sizeof(text),
		 plural_of(schedule_days(schedule), "%s to %s, %d day", "%s to %s, %d days"),
		 day_full(schedule_first_day(schedule), first),
		 day_full(schedule_last_day(schedule), last), schedule_days(schedule));
	sheet_add_fact(sheet, "Days", text);
	snprintf(text, sizeof(text), "from %s a day to %s",
		 amount_with_unit(schedule->start, schedule->unit, amount),
		 amount_with_unit(schedule->goal, schedule->unit, goal));
	sheet_add_fact(sheet, "Amount", text);
	sheet_add_fact(sheet, is_counted(schedule->unit) ? "Smallest" : "Scale",
		       amount_with_unit(schedule->measure, schedule->unit, amount));
	sheet_add_fact(sheet, "Product", app->settings.product);
	if (revision->factor != FACTOR_ONE) {
		snprintf(text, sizeof(text), "all cuts at %d%c%02d of what the plan file says",
			 revision->factor / FACTOR_ONE, style_mark(),
			 revision->factor % FACTOR_ONE / 100);
		sheet_add_fact(sheet, "Pace", text);
	}
	add_changes(now, sheet);
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

/* What was answered before the plan began, one caution a line. */
static bool add_safety(struct app *app, struct sheet *sheet, bool *agrees, struct err *err)
{
	struct str lines = STR_INIT;
	char *at;

	if (!app_safety_paper(app, &lines, agrees, err))
		return false;
	at = lines.data;
	while (*at != '\0') {
		char *end = at + strcspn(at, "\n");
		bool more = *end == '\n';

		*end = '\0';
		sheet_add_caution(sheet, at);
		at = end + more;
	}
	str_free(&lines);
	return true;
}

static void add_notes(struct sheet *sheet)
{
	enum unit unit = sheet->schedule->unit;
	bool leaf = unit == UNIT_GRAM || unit == UNIT_CAPSULE;
	struct str words = STR_INIT;

	str_addf(&words,
		 "%s every dose, and keep to one product and batch; treat a new batch as a change "
		 "of dose.",
		 is_counted(unit)  ? "Count"
		 : unit == UNIT_ML ? "Measure"
				   : "Weigh");
	sheet_add_note(sheet, words.data);
	sheet_add_note(sheet, "An extra dose is noted, and nothing on this sheet changes. If a "
			      "step is too much, stay at the amount before it for some days.");
	str_reset(&words);
	str_addf(&words,
		 "After some time with less, an old dose can hit much harder: never go back to it. "
		 "No alcohol, benzodiazepines, opioids or %s.",
		 leaf ? "7-OH products with kratom" : "other sedatives with it");
	sheet_add_note(sheet, words.data);
	sheet_add_note(sheet, "Signs of an emergency: someone cannot be woken, slow or no "
			      "breathing, blue or grey lips, a seizure, thoughts of suicide. Help "
			      "lines of your country: findahelpline.com");
	str_free(&words);
}

/* From the plan's first day to the first at the goal, unless it ends before, or other days are asked for. */
static bool read_range(struct app *app, const struct export_request *request,
		       const struct paper *paper, struct day *first, struct day *last,
		       struct err *err)
{
	const struct schedule *schedule = &paper->now.schedule;
	struct day today = app_today_day(app);

	*first = schedule_first_day(schedule);
	*last = day_add(schedule_last_day(schedule), 1);
	/* What is over need not be weighed. */
	if (request->weigh && first->n < today.n)
		*first = today;
	if (request->from != NULL &&
	    !day_read_in(request->from, today, DAY_YEAR_NEAREST, first, err))
		return err_wrap(err, "--from");
	if (request->to != NULL && !day_read_in(request->to, today, DAY_YEAR_AHEAD, last, err))
		return err_wrap(err, "--to");
	if (first->n < schedule_first_day(schedule).n)
		*first = schedule_first_day(schedule);
	if (paper->now.stops && last->n >= paper->now.stops_on.n)
		*last = day_add(paper->now.stops_on, -1);
	if (last->n < first->n)
		return err_set(err, ERR_USAGE, "the last day to print is before the first");
	if (day_between(*first, *last) > PLAN_DAY_MAX)
		return err_set(err, ERR_USAGE, "more than %d days can't be printed", PLAN_DAY_MAX);
	return true;
}

static void add_unknown(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->day_count; i++) {
		if (sheet->days[i].split)
			continue;
		sheet_add_fact(sheet, "Before", "days with other dose times show only their total");
		return;
	}
}

/* A revision none of whose days came to count is not told: a later one begins as early. */
static bool took_effect(const struct course *course, struct course_part part, size_t index)
{
	for (size_t i = index + 1; i < part.end; i++) {
		if (course->revisions[i].from.n <= course->revisions[index].from.n)
			return false;
	}
	return true;
}

static void mark_changes(const struct plan_now *now, struct sheet *sheet)
{
	const struct course *course = &now->course;
	struct course_part part =
		course_part_of(course, (size_t)(now->current - course->revisions));
	struct str words = STR_INIT;

	for (size_t i = part.first + 1; i < part.end; i++) {
		if (!took_effect(course, part, i))
			continue;
		str_reset(&words);
		revision_describe(&course->revisions[i], &words);
		sheet_add_change(sheet, course->revisions[i].from, words.data);
	}
	str_free(&words);
}

static bool add_days(struct app *app, const struct export_request *request, struct paper *paper,
		     struct err *err)
{
	struct day today = app_today_day(app), first, last;
	struct sheet *sheet = &paper->sheet;
	struct history_days history;

	if (!read_range(app, request, paper, &first, &last, err))
		return false;
	sheet_add_days(sheet, first, last);
	add_unknown(sheet);
	mark_changes(&paper->now, sheet);
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

static const char *title_of(const struct export_request *request, enum unit unit)
{
	if (!request->weigh)
		return PAPER_TITLE;
	if (is_counted(unit))
		return "Setting out ahead";
	return unit == UNIT_ML ? "Measuring ahead" : "Weighing ahead";
}

static bool add_all(struct app *app, const struct export_request *request, struct paper *paper,
		    struct err *err)
{
	struct sheet *sheet = &paper->sheet;
	bool agrees = false;

	sheet->schedule = &paper->now.schedule;
	sheet->weigh = request->weigh;
	sheet->title = mem_dup(title_of(request, paper->now.schedule.unit));
	add_facts(app, &paper->now, &paper->plan, sheet);
	if (!request->weigh)
		add_cautions(&paper->now, sheet);
	paper_add_numbers(app, sheet);
	add_notes(sheet);
	if (!add_safety(app, sheet, &agrees, err))
		return false;
	add_sources(&paper->plan, agrees, sheet);
	return add_days(app, request, paper, err);
}

void paper_end(struct paper *paper)
{
	sheet_free(&paper->sheet);
	plan_free(&paper->plan);
	plan_now_free(&paper->now);
}

bool paper_begin(struct app *app, const struct export_request *request, struct paper *paper,
		 struct err *err)
{
	*paper = (struct paper){.plan = PLAN_INIT, .sheet = SHEET_INIT};
	if (!plan_now_followed(app, &paper->now, err))
		return false;
	if (revision_plan(paper->now.current, &paper->plan, err) &&
	    add_all(app, request, paper, err))
		return true;
	paper_end(paper);
	return false;
}

/* The first note is the number to call. */
bool paper_begin_calendar(struct app *app, const struct export_request *request,
			  struct paper *paper, struct err *err)
{
	struct sheet *sheet = &paper->sheet;
	struct day first, last;

	*paper = (struct paper){.plan = PLAN_INIT, .sheet = SHEET_INIT};
	if (!app_plan_now(app, &paper->now, err))
		return false;
	sheet->schedule = &paper->now.schedule;
	sheet->title = mem_dup(title_of(request, paper->now.schedule.unit));
	paper_add_numbers(app, sheet);
	if (read_range(app, request, paper, &first, &last, err)) {
		sheet_add_days(sheet, first, last);
		return true;
	}
	paper_end(paper);
	return false;
}

static bool on_letter(const struct export_request *request)
{
	return request->paper != NULL && strcmp(request->paper, "letter") == 0;
}

int paper_lines(const struct export_request *request)
{
	return on_letter(request) ? 60 : 64;
}

const char *paper_size(const struct export_request *request)
{
	if (request->paper == NULL)
		return NULL;
	return on_letter(request) ? "letter" : "A4";
}

bool paper_txt(struct app *app, const struct export_request *request, struct str *out,
	       struct err *err)
{
	struct txt_options options = {
		.page_lines = paper_lines(request),
		.ascii = request->ascii,
	};
	struct paper paper;

	if (!paper_begin(app, request, &paper, err))
		return false;
	txt_write(&paper.sheet, options, out);
	paper_end(&paper);
	return true;
}

bool paper_html(struct app *app, const struct export_request *request, struct str *out,
		struct err *err)
{
	struct html_options options = {.paper = paper_size(request)};
	struct paper paper;

	if (!paper_begin(app, request, &paper, err))
		return false;
	html_write(&paper.sheet, options, out);
	paper_end(&paper);
	return true;
}

bool paper_md(struct app *app, const struct export_request *request, struct str *out,
	      struct err *err)
{
	struct paper paper;

	if (!paper_begin(app, request, &paper, err))
		return false;
	md_write(&paper.sheet, out);
	paper_end(&paper);
	return true;
}
