/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/guidance.h"
#include "base/plural.h"

#include "format.h"
#include "guidance_json.h"
#include "table.h"

/* Steps of one kind below which nothing can be read from how they went. */
enum { STEPS_FEW = 10 };

static const struct option_spec options[] = {
	{OPTION_FROM, 'f', "from", "DATE", "first day"},
	{OPTION_TO, 't', "to", "DATE", "last day"},
	{.name = NULL},
};

static const struct table_column step_columns[] = {
	{.head = "Step"},
	{.head = "A day", .spare = true},
	{.head = "The day before"},
	{.head = "Rules", .shrinks = true, .spare = true},
	{.head = "Days above", .right = true},
	{.head = "Symptoms", .right = true, .spare = true},
};

static const struct table_column spell_columns[] = {
	{.head = "From"},
	{.head = "To"},
	{.head = "Rules", .shrinks = true},
	{.head = "Held"},
	{.head = "Days above", .right = true},
	{.head = "Symptoms", .right = true, .spare = true},
};

static const struct table_column sum_columns[] = {
	{.head = "The day before a step", .shrinks = true},
	{.head = "Steps", .right = true},
	{.head = "Days above after", .right = true},
};

/* "2 of 7", or "2 of 3 so far". */
static void add_above(struct table *table, const struct backtest_week *week, bool whole)
{
	if (week->counted == 0)
		table_add(table, INK_DIM, "no entry");
	else
		table_addf(table, "%d of %d%s", week->above, week->counted, whole ? "" : " so far");
}

/* "1.2 -> 1.9": the mean of the week before and the one after. */
static void add_means(struct session *session, struct table *table,
		      const struct backtest_week *before, const struct backtest_week *after)
{
	char from[AMOUNT_TEXT_SIZE] = "?", to[AMOUNT_TEXT_SIZE] = "?";

	if (!before->has_mean && !after->has_mean) {
		table_add(table, INK_DIM, "no check-in");
		return;
	}
	if (before->has_mean)
		format_ratio(before->mean, 100, 1, from);
	if (after->has_mean)
		format_ratio(after->mean, 100, 1, to);
	table_addf(table, "%s %s %s", from, looks_symbol(&session->looks, SYMBOL_ARROW), to);
}

static void add_steps(struct session *session, const struct backtest *backtest)
{
	struct table table = table_of(step_columns, sizeof(step_columns) / sizeof(step_columns[0]));
	char from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < backtest->step_count; i++) {
		const struct backtest_step *step = &backtest->steps[i];

		table_add(&table, INK_NONE, day_short(step->day, day));
		table_addf(&table, "%s %s %s", format_figure(step->from, backtest->decimals, from),
			   looks_symbol(&session->looks, SYMBOL_ARROW),
			   format_amount(step->to, backtest->decimals, backtest->unit, to));
		table_add(&table, step->verdict >= VERDICT_GENTLY ? INK_WARN : INK_NONE,
			  verdict_title(step->verdict));
		table_add(&table, INK_NONE, step->rules);
		add_above(&table, &step->after, step->whole);
		add_means(session, &table, &step->before, &step->after);
	}
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, "Steps that were taken, and the week after each",
		   &session->out);
	table_draw(&table, &session->looks, 2, &session->out);
	table_free(&table);
}

static void add_spells(struct session *session, const struct backtest *backtest)
{
	struct table table =
		table_of(spell_columns, sizeof(spell_columns) / sizeof(spell_columns[0]));
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < backtest->spell_count; i++) {
		const struct backtest_spell *spell = &backtest->spells[i];

		table_add(&table, INK_NONE, day_short(spell->first, day));
		table_add(&table, INK_NONE, day_short(spell->last, day));
		table_add(&table, INK_NONE, spell->rules);
		table_add(&table, INK_NONE, spell->held ? "yes" : "no");
		add_above(&table, &spell->after, spell->whole);
		add_means(session, &table, &spell->before, &spell->after);
	}
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0,
		   "When holding would have been proposed, and the week after its first day",
		   &session->out);
	table_draw(&table, &session->looks, 2, &session->out);
	table_free(&table);
}

struct sum {
	int32_t steps, above, counted;
};

static void sum_up(const struct backtest *backtest, struct sum *sums)
{
	for (size_t i = 0; i < backtest->step_count; i++) {
		const struct backtest_step *step = &backtest->steps[i];

		sums[step->verdict].steps++;
		sums[step->verdict].above += step->after.above;
		sums[step->verdict].counted += step->after.counted;
	}
}

static void add_sums(struct session *session, const struct sum *sums)
{
	struct table table = table_of(sum_columns, sizeof(sum_columns) / sizeof(sum_columns[0]));

	for (int i = 0; i < VERDICT_COUNT; i++) {
		if (sums[i].steps == 0)
			continue;
		table_add(&table, INK_NONE, verdict_title((enum verdict)i));
		table_addf(&table, "%d", sums[i].steps);
		table_addf(&table, "%d of %d", sums[i].above, sums[i].counted);
	}
	str_add_char(&session->out, '\n');
	table_draw(&table, &session->looks, 2, &session->out);
	table_free(&table);
}

static void add_honest_word(struct session *session, const struct sum *sums)
{
	struct str text = STR_INIT;
	bool few = false;

	for (int i = 0; i < VERDICT_COUNT; i++)
		few = few || (sums[i].steps > 0 && sums[i].steps < STEPS_FEW);
	if (few)
		str_addf(&text,
			 "With fewer than %d steps of a kind, differences between them may well be "
			 "chance. ",
			 STEPS_FEW);
	str_add(&text,
		"What followed need not come from the step: the rules look at the same days you "
		"felt. Symptoms are the mean of your check-ins in the week before and the week "
		"after.");
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, text.data, &session->out);
	str_free(&text);
}

static void show(struct session *session, const struct backtest *backtest)
{
	struct sum sums[VERDICT_COUNT] = {{0}};
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line,
		 plural_of(backtest->days, "%s to %s: %d day with a plan.",
			   "%s to %s: %d days with a plan."),
		 day_full(backtest->first, first), day_full(backtest->last, last), backtest->days);
	str_addf(&line,
		 plural_of((int64_t)backtest->spell_count,
			   " Holding would have been proposed on %d of them, in %zu stretch; going "
			   "gently on %d; on %d there was not enough to say.",
			   " Holding would have been proposed on %d of them, in %zu stretches; "
			   "going gently on %d; on %d there was not enough to say."),
		 backtest->said[VERDICT_HOLD], backtest->spell_count,
		 backtest->said[VERDICT_GENTLY], backtest->said[VERDICT_UNKNOWN]);
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
	if (backtest->spell_count > 0)
		add_spells(session, backtest);
	if (backtest->step_count == 0)
		return;
	add_steps(session, backtest);
	sum_up(backtest, sums);
	add_sums(session, sums);
	add_honest_word(session, sums);
}

static bool run(struct session *session, struct err *err)
{
	struct backtest backtest;
	struct json json = JSON_INIT;

	if (!app_guidance_backtest(session->app, session_option(session, OPTION_FROM),
				   session_option(session, OPTION_TO), &backtest, err))
		return false;
	if (session->json) {
		json_backtest(&json, NULL, &backtest);
		session_take_json(session, &json);
	} else {
		show(session, &backtest);
	}
	backtest_free(&backtest);
	return true;
}

const struct command command_guidance_backtest = {
	.name = "guidance backtest",
	.usage = "[--from DATE] [--to DATE]",
	.summary = "plays the rules over your own log: when they would have spoken, and what "
		   "followed; changes nothing",
	.examples = {{"taper guidance backtest", "since your first plan"},
		     {"taper guidance backtest --from -8w", "the last eight weeks"}},
	.options = options,
	.takes_time = true,
	.run = run,
};
