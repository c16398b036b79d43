/* SPDX-License-Identifier: MIT */
#include "report_parts.h"

#include <stdio.h>
#include <string.h>

#include "app/revising.h"
#include "app/safety.h"
#include "base/plural.h"

static void add_intake_now(const struct reporting *reporting, const struct baseline *baseline,
			   enum unit unit, struct report_part *part)
{
	char mean[AMOUNT_TEXT_SIZE], low[AMOUNT_TEXT_SIZE], high[AMOUNT_TEXT_SIZE];
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	int decimals = reporting->history.decimals;
	struct str text = STR_INIT;

	str_addf(&text,
		 plural_of(baseline->days, "%s a day, mean of %d day from %s to %s (%s to %s)",
			   "%s a day, mean of %d days from %s to %s (%s to %s)"),
		 amount_fixed_with_unit(baseline->mean, decimals, unit, mean), baseline->days,
		 day_long(baseline->first, first), day_long(baseline->last, last),
		 amount_fixed(baseline->lowest, decimals, low),
		 amount_fixed(baseline->highest, decimals, high));
	report_add_fact(part, "Last intake", text.data);
	str_reset(&text);
	str_addf(&text, "%d a day", baseline->doses_a_day);
	for (int32_t i = 0; i < baseline->doses_a_day && i < PLAN_SLOT_MAX; i++)
		str_addf(&text, "%s%s", i == 0 ? ", usually at " : ", ",
			 minute_text(baseline->usual_minutes[i], time));
	report_add_fact(part, "Last doses", text.data);
	str_free(&text);
}

static void add_speed(const struct revision *revision, struct report_part *part)
{
	struct plan plan = PLAN_INIT;
	struct str text = STR_INIT;
	struct err ignored;

	if (revision_plan(revision, &plan, &ignored)) {
		for (size_t i = 0; i < plan.phase_count; i++) {
			str_add(&text, i > 0 ? "; then " : "");
			phase_describe(&plan.phases[i], plan.unit, &text);
		}
		report_add_fact(part, "Speed", text.data);
	}
	plan_free(&plan);
	str_free(&text);
}

static void add_plan(const struct reporting *reporting, const struct plan_now *now,
		     struct report_part *part)
{
	const struct schedule *schedule = &now->schedule;
	const struct level *level = course_level_at(&now->course, now->today);
	char from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE], share[AMOUNT_TEXT_SIZE];
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	int decimals = reporting->history.decimals;
	struct str text = STR_INIT;

	report_add_fact(part, "Plan", now->current->title);
	add_speed(now->current, part);
	if (schedule->level_count == 0)
		return;
	str_addf(&text, "from %s a day on %s to %s",
		 amount_fixed_with_unit(schedule->from, decimals, schedule->unit, from),
		 day_long(schedule_first_day(schedule), first),
		 amount_fixed_with_unit(schedule->goal, decimals, schedule->unit, to));
	str_addf(&text, "; last day above that %s%s", day_long(schedule_last_day(schedule), last),
		 now->hold.open ? ", if the hold ended today" : "");
	report_add_fact(part, "From and to", text.data);
	str_reset(&text);
	if (level != NULL) {
		struct rate left = amount_ratio(level->target, schedule->from);

		str_addf(&text, "%s a day, %s of the amount it began from",
			 amount_fixed_with_unit(level->target, decimals, schedule->unit, to),
			 rate_text((struct rate){.bp = (left.bp + 5) / 10 * 10}, share));
		if (now->hold.on)
			str_addf(&text, "; on hold since %s", day_long(now->hold.since, first));
		report_add_fact(part, "Target today", text.data);
	}
	str_free(&text);
}

static bool add_baseline(struct reporting *reporting, struct report_part *part, struct err *err)
{
	struct baseline baseline;
	enum unit unit = reporting->history.unit;

	if (!app_baseline_in(reporting->app, unit, &baseline, err))
		return false;
	if (baseline.days > 0)
		add_intake_now(reporting, &baseline, unit, part);
	return true;
}

bool report_add_facts(struct reporting *reporting, struct err *err)
{
	struct report_part *part = report_add_part(&reporting->report, 0, "Overview");
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], text[160];
	int32_t days = day_between(reporting->first, reporting->last) + 1;
	struct plan_now now = PLAN_NOW_INIT;
	struct err none;

	report_add_fact(part, "Name", "");
	snprintf(text, sizeof(text), plural_of(days, "%s to %s, %d day", "%s to %s, %d days"),
		 day_long(reporting->first, first), day_long(reporting->last, last), days);
	report_add_fact(part, "Days", text);
	report_add_fact(part, "Written", day_long(app_today_day(reporting->app), first));
	snprintf(text, sizeof(text), "%s, counted in %s, as the person logs it",
		 reporting->app->settings.product, unit_name(reporting->history.unit));
	report_add_fact(part, "Product", text);
	if (!add_baseline(reporting, part, err))
		return false;
	if (plan_now_followed(reporting->app, &now, &none)) {
		add_plan(reporting, &now, part);
		plan_now_free(&now);
	} else if (none.code == ERR_NOT_FOUND) {
		report_add_fact(part, "Plan", "none in use");
	} else {
		*err = none;
		return false;
	}
	return true;
}

static const struct report_column change_columns[] = {
	{"From", false}, {"Change", false}, {"Last day then", false}, {"Reason given", false}};

static void add_event(const struct plan_event *event, struct report_part *part)
{
	char day[DAY_TEXT_SIZE];

	report_add_cell(part, day_long(event->revision->from, day));
	report_add_cellf(part, "%.200s%s", event->what, event->in_force ? "" : ", never in force");
	report_add_cell(part, event->has_last ? day_long(event->last, day) : "-");
	report_add_cell(part, event->revision->reason[0] != '\0' ? event->revision->reason : "-");
}

/* Lines, one paragraph each. */
static void add_lines(struct report_part *part, const char *lead, const char *lines)
{
	struct str text = STR_INIT;

	while (*lines != '\0') {
		size_t len = strcspn(lines, "\n");

		str_reset(&text);
		str_add(&text, lead);
		str_add_bytes(&text, lines, len);
		if (len > 0)
			report_add_paragraph(part, text.data);
		lines += len + (lines[len] == '\n' ? 1 : 0);
	}
	str_free(&text);
}

static bool add_safety(struct reporting *reporting, struct report_part *part, struct err *err)
{
	struct str lines = STR_INIT;
	bool agrees, done = app_safety_paper(reporting->app, &lines, &agrees, err);

	if (done)
		add_lines(part, "", lines.data);
	str_free(&lines);
	return done;
}

bool report_add_changes(struct reporting *reporting, struct err *err)
{
	struct report_part *part;
	struct plan_events events = PLAN_EVENTS_INIT;
	struct err none;

	if (!app_plan_events(reporting->app, &events, &none)) {
		if (none.code == ERR_NOT_FOUND)
			return true;
		*err = none;
		return false;
	}
	part = report_add_part(&reporting->report, 0, "Plans and changes");
	report_set_columns(part, change_columns,
			   sizeof(change_columns) / sizeof(change_columns[0]));
	for (size_t i = 0; i < events.count; i++)
		add_event(&events.events[i], part);
	for (size_t i = 0; i < events.count; i++) {
		const char *agreed = events.events[i].revision->acknowledged;

		/* A hold carries on what its plan was begun with. */
		if (i > 0 && strcmp(agreed, events.events[i - 1].revision->acknowledged) == 0)
			continue;
		if (events.events[i].in_force)
			add_lines(part, "Caution agreed to: ", agreed);
	}
	plan_events_free(&events);
	return add_safety(reporting, part, err);
}
