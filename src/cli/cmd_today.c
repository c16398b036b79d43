/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#include "app/aftercare.h"
#include "app/guidance.h"
#include "app/safety.h"
#include "app/today.h"
#include "base/plural.h"
#include "base/utf8.h"

#include "aftercare_view.h"
#include "format.h"
#include "table.h"
#include "today_json.h"

static const struct option_spec today_options[] = {
	{OPTION_SHORT, 's', "short", NULL, "one line, for a prompt or a status bar"},
	{OPTION_FORMAT, 0, "format", "TEXT", "the line in a form of your own: '{left} {next}'"},
	{.name = NULL},
};

/* "7.5 g taken, 4.5 g left of 12.0 g" */
static void add_answer(const struct today *today, const struct looks *looks, struct str *out)
{
	char taken[AMOUNT_TEXT_SIZE], part[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;
	bool above = today->above.nano > 0;

	format_amount(today->taken, today->decimals, today->unit, taken);
	format_amount(above ? today->above : today->left, today->decimals, today->unit, part);
	format_amount(today->target, today->decimals, today->unit, target);
	if (!today->has_plan)
		str_addf(&line, "%s taken%s today", today->doses_taken > 0 ? taken : "none",
			 today->doses_taken > 0 ? "" : " yet");
	else if (above)
		str_addf(&line, "%s taken, %s above the %s of today", taken, part, target);
	else if (today->target.nano == 0)
		str_add(&line, "none taken, none planned");
	else if (today->doses_taken == 0)
		str_addf(&line, "none taken yet, %s for today", target);
	else
		str_addf(&line, "%s taken, %s left of %s", taken, part, target);
	looks_ink(looks, above ? INK_WARN : INK_HEAD, line.data, out);
	str_add_char(out, '\n');
	str_free(&line);
}

/* Adds "today 18:00", "18:00" or "Sun 22 Nov 08:00", and how long until then. */
static void add_time(const struct today *today, int64_t wall, struct str *out)
{
	struct day day = {.n = (int32_t)(wall / MINUTES_A_DAY)};
	char text[MOMENT_TEXT_SIZE];

	if (wall / MINUTES_A_DAY != today->now_wall / MINUTES_A_DAY)
		str_addf(out, "%s ", day_short(day, text));
	str_add(out, minute_text((int16_t)(wall % MINUTES_A_DAY), text));
}

static void add_next_dose(const struct today *today, const struct looks *looks, struct str *out)
{
	char amount[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!today->has_next_dose)
		return;
	str_add(&line, format_amount(today->next_amount, today->decimals, today->unit, amount));
	if (today->next_wall >= 0) {
		str_add(&line, " at ");
		add_time(today, today->next_wall, &line);
	}
	if (today->next_wall > today->now_wall) {
		str_add(&line, ", in ");
		format_wait(today->next_wall - today->now_wall, &line);
	} else if (today->next_wall >= 0 && today->next_wall < today->now_wall) {
		str_add(&line, ", ");
		format_wait(today->now_wall - today->next_wall, &line);
		str_add(&line, " ago");
	}
	looks_fact(looks, "Next dose", line.data, out);
	str_free(&line);
}

static void add_next_step(const struct today *today, const struct looks *looks, struct str *out)
{
	char day[DAY_TEXT_SIZE], from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE];
	char cut[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!today->has_next_step)
		return;
	str_addf(&line, "%s: %s %s %s", day_full(today->next_step, day),
		 format_figure(today->target, today->decimals, from),
		 looks_symbol(looks, SYMBOL_ARROW),
		 format_amount(today->next_target, today->decimals, today->unit, to));
	if (today->next_target.nano <= today->target.nano)
		str_addf(&line, ", %s%s", looks_symbol(looks, SYMBOL_MINUS),
			 format_rate(today->next_cut, cut));
	looks_fact(looks, "Next step", line.data, out);
	str_free(&line);
}

static void add_plan(const struct today *today, const struct looks *looks, struct str *out)
{
	char from[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!today->has_plan && !today->plan_waits)
		return;
	str_addf(&line, "%s: ", today->plan_title);
	if (!today->has_plan)
		str_addf(&line, "begins %s", day_full(today->plan_begins, day));
	if (today->has_plan && !today->at_goal)
		str_addf(&line, "day %d of %d, ", today->plan_day, today->plan_days);
	if (today->has_plan)
		str_addf(&line, "%s %s %s", format_figure(today->start, today->decimals, from),
			 looks_symbol(looks, SYMBOL_ARROW),
			 format_amount(today->goal, 0, today->unit, goal));
	looks_fact(looks, "Plan", line.data, out);
	str_reset(&line);
	if (today->has_plan && today->days_counted > 0) {
		str_addf(&line,
			 plural_of((int64_t)today->days_counted, "%d of %d day at or below plan",
				   "%d of %d days at or below plan"),
			 today->days_at_or_below, today->days_counted);
		looks_fact(looks, "So far", line.data, out);
	}
	str_free(&line);
}

/* The plan goes on; the questions are worth a look once a year, and after a change. */
static void add_safety(const struct session *session, const struct today *today, struct str *out)
{
	struct str line = STR_INIT;
	const char *why = NULL;
	struct err ignored;

	if (!today->has_plan || !app_safety_again(session->app, &why, &ignored) || why == NULL)
		return;
	str_addf(&line, "the questions come again, %s: 'taper safety'", why);
	looks_fact(&session->looks, "Safety", line.data, out);
	str_free(&line);
}

/* What a person can choose now, as commands; what it means was said in words. */
static void add_choices(const struct today *today, const struct looks *looks, struct str *out)
{
	if (today->on_hold && today->hold_days > 0)
		looks_fact(looks, "To choose",
			   "'taper plan resume' goes on, 'taper plan slow' goes on slower", out);
	if (today->below_offers)
		looks_fact(looks, "To choose",
			   "'taper plan replan --dry-run' shows going on from less", out);
}

/* Where there is no plan yet: what leads to one. */
static void add_baseline(const struct today *today, const struct looks *looks, struct str *out)
{
	struct str line = STR_INIT;

	if (today->has_plan || today->plan_waits)
		return;
	if (!today->any_dose_ever) {
		looks_wrap(looks, 0,
			   "Nothing is logged yet. 'taper log 2.5g' logs a dose. After some days "
			   "'taper baseline' says what you take, and 'taper plan list' shows the "
			   "plans there are.",
			   out);
		return;
	}
	if (today->baseline_days < BASELINE_DAYS)
		str_addf(&line, "%d of %d complete days logged", today->baseline_days,
			 BASELINE_DAYS);
	else
		str_add(&line, "known: 'taper baseline' says it, 'taper plan list' goes on");
	looks_fact(looks, "Baseline", line.data, out);
	str_free(&line);
}

static void add_dose_cells(const struct today *today, const struct today_dose *dose,
			   const struct looks *looks, struct table *table)
{
	char text[MOMENT_TEXT_SIZE];

	table_add(table, dose->taken ? INK_GOOD : INK_NONE,
		  looks_symbol(looks, dose->taken ? SYMBOL_TAKEN : SYMBOL_OPEN));
	if (dose->wall >= 0)
		table_add(table, INK_NONE,
			  minute_text((int16_t)(dose->wall % MINUTES_A_DAY), text));
	else
		table_add(table, INK_NONE, "");
	table_add(table, INK_NONE,
		  format_amount(dose->amount, dose->unit == today->unit ? today->decimals : 0,
				dose->unit, text));
	table_add(table, INK_NONE, dose->taken ? "taken" : "open");
	table_add(table, INK_NONE, dose->name);
	table_add(table, INK_NONE, dose->tags);
	table_add(table, INK_DIM, dose->note);
}

static void add_doses(const struct today *today, const struct looks *looks, struct str *out)
{
	static const struct table_column columns[] = {
		{.head = ""},
		{.head = "Time"},
		{.head = "Amount", .right = true},
		{.head = ""},
		{.head = "Dose", .spare = true},
		{.head = "Tags", .shrinks = true, .spare = true},
		{.head = "Note", .shrinks = true, .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	if (today->dose_count == 0)
		return;
	for (size_t i = 0; i < today->dose_count; i++)
		add_dose_cells(today, &today->doses[i], looks, &table);
	str_add_char(out, '\n');
	table_draw(&table, looks, 2, out);
	table_free(&table);
}

/* Only where there is a reason to say it unasked: the day before a step, or after hard days. */
static void add_readiness(const struct readiness *readiness, const struct looks *looks,
			  struct str *out)
{
	struct str line = STR_INIT;

	if (!readiness->speaks)
		return;
	if (readiness->applies)
		str_add(&line, verdict_title(readiness->verdict));
	for (size_t i = 0; i < readiness->reason_count; i++) {
		if (!readiness->reasons[i].again)
			str_addf(&line, "%s %s", i == 0 ? ":" : "", readiness->reasons[i].because);
	}
	if (readiness->reason_count == 0)
		str_addf(&line, "%s%s", line.len > 0 ? ". " : "", readiness->say);
	else
		str_add(&line, " 'taper guidance' has the figures.");
	looks_fact(looks, "Readiness", line.data, out);
	str_free(&line);
}

static void add_all(const struct session *session, const struct today *today,
		    const struct readiness *readiness, const struct app_aftercare *after,
		    struct str *out)
{
	const struct looks *looks = &session->looks;
	struct str say = STR_INIT;

	if (today->any_dose_ever || today->has_plan)
		add_answer(today, looks, out);
	add_next_dose(today, looks, out);
	add_next_step(today, looks, out);
	add_plan(today, looks, out);
	add_safety(session, today, out);
	aftercare_text(session, after, out);
	add_readiness(readiness, looks, out);
	add_choices(today, looks, out);
	add_baseline(today, looks, out);
	add_doses(today, looks, out);
	/* Where somebody stays at an amount, what the day has to say comes first. */
	if (after->on && (after->care.goal.nano == 0 || today->say[0] == '\0'))
		app_aftercare_say(after, &say);
	else
		str_add(&say, today->say);
	if (say.len > 0) {
		if (out->len > 0)
			str_add_char(out, '\n');
		looks_wrap(looks, 0, say.data, out);
	}
	str_free(&say);
}

/* A file of rules with mistakes is told, and takes nothing else away. */
static bool read_readiness(struct session *session, struct readiness *readiness, struct err *err)
{
	struct err trouble;

	if (app_readiness(session->app, readiness, &trouble))
		return true;
	if (trouble.code != ERR_FORMAT) {
		*err = trouble;
		return false;
	}
	readiness->day = app_today_day(session->app);
	readiness->speaks = true;
	snprintf(readiness->say, sizeof(readiness->say), "can't be told: %.280s", trouble.msg);
	return true;
}

static bool add_line(struct session *session, const struct today *today,
		     const struct app_aftercare *after, struct err *err)
{
	const char *format = session_option(session, OPTION_FORMAT);
	struct str line = STR_INIT;
	bool done = true;

	if (format == NULL && after->on && after->care.goal.nano == 0)
		app_aftercare_short(today, after, &line);
	else if (format == NULL)
		today_short(today, &line);
	else
		done = today_format(today, format, &line, err);
	if (done) {
		utf8_add_clean(&session->out, line.data);
		str_add_char(&session->out, '\n');
	}
	str_free(&line);
	return done;
}

/* A target of 0 may be the last step: that takes all there is to know. */
static bool read_today(struct session *session, bool brief, struct today *today,
		       struct app_aftercare *after, struct err *err)
{
	if (brief && !app_today_brief(session->app, today, err))
		return false;
	if (brief && (!today->has_plan || today->target.nano > 0)) {
		*after = (struct app_aftercare){.on = false};
		return true;
	}
	if (brief)
		today_free(today);
	if (!app_today(session->app, today, err))
		return false;
	if (app_aftercare(session->app, today, after, err))
		return true;
	today_free(today);
	return false;
}

static bool run(struct session *session, struct err *err)
{
	bool formed = session_has(session, OPTION_FORMAT);
	bool brief = (session_has(session, OPTION_SHORT) || formed) && !session->json;
	struct today today = TODAY_INIT;
	struct readiness readiness = READINESS_INIT;
	struct app_aftercare after;
	bool done = true;

	if (!read_today(session, brief && !formed, &today, &after, err))
		return false;
	if (!brief && !read_readiness(session, &readiness, err)) {
		today_free(&today);
		return false;
	}
	if (session->json) {
		today_add_json(session, &today, &readiness, &after);
	} else if (brief) {
		done = add_line(session, &today, &after, err);
	} else {
		add_all(session, &today, &readiness, &after, &session->out);
	}
	today_free(&today);
	readiness_free(&readiness);
	return done;
}

const struct command command_today = {
	.name = "today",
	.usage = "[--short] [--format TEXT]",
	.summary = "says what is taken and left today, the next dose and the next step",
	.more = "--format puts values into a text: {taken} {target} {left} and {above} of today, "
		"{unit}, {percent} taken of the target, {doses} taken; {next}, {amount} and "
		"{wait}, "
		"the time of the next dose, how much, and the minutes until then; {step}, the day "
		"of the next step; {day} of {days} of the {plan}; {state}: below, all-taken, above "
		"or no-plan. What is not known is empty.",
	.examples = {{"taper today --short", "one line: 7.5/12.0g next 18:00 d18"},
		     {"taper today --format '{left} {unit} left, next {next}'",
		      "a line of your own, for a prompt or a status bar"}},
	.options = today_options,
	.run = run,
};
