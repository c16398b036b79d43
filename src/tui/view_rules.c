/* SPDX-License-Identifier: MIT */
#include "view_care.h"

#include "app/guidance.h"
#include "words.h"

/* Steps below which nothing can be read from how they went. */
enum { STEPS_FEW = 10 };

static void add_rules(const struct guidance *guidance, struct str *out)
{
	const struct rules *rules = &guidance->rules;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *rule = &rules->items[i];

		str_addf(out, "%s\tIf ", verdict_title(rule->say));
		rule_describe(rule, out);
		str_addf(out, ". %s\n", rule->because);
	}
	str_addf(out,
		 "\nWhere no rule speaks it is \"Ready\", once %d of the last %d days have a "
		 "check-in. %s\n",
		 rules->needs, rules->needs_of, rules->note);
	if (guidance->own)
		str_addf(out, "They are your own, from %s\n", guidance->path);
}

static void add_week(const struct backtest_week *week, bool whole, struct str *out)
{
	if (week->counted == 0)
		str_add(out, "no entry in the week after");
	else
		str_addf(out, "%d of %d days after it above plan%s", week->above, week->counted,
			 whole ? "" : ", so far");
}

static void add_steps(const struct backtest *backtest, struct str *out)
{
	char from[AMOUNT_TEXT_SIZE], to[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	if (backtest->step_count > 0)
		str_add(out, "\n# Steps that were taken\n");
	for (size_t i = 0; i < backtest->step_count; i++) {
		const struct backtest_step *step = &backtest->steps[i];

		str_addf(out, "%s\t%s → %s: %s the day before; ", day_short(step->day, day),
			 amount_fixed(step->from, backtest->decimals, from),
			 amount_fixed_with_unit(step->to, backtest->decimals, backtest->unit, to),
			 verdict_title(step->verdict));
		add_week(&step->after, step->whole, out);
		str_add_char(out, '\n');
	}
}

static void add_spells(const struct backtest *backtest, struct str *out)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

	if (backtest->spell_count > 0)
		str_add(out, "\n# When holding would have been proposed\n");
	for (size_t i = 0; i < backtest->spell_count; i++) {
		const struct backtest_spell *spell = &backtest->spells[i];

		str_addf(out, "%s\tto %s; %s; ", day_short(spell->first, first),
			 day_short(spell->last, last),
			 spell->held ? "there was a hold" : "there was no hold");
		add_week(&spell->after, spell->whole, out);
		str_add_char(out, '\n');
	}
}

static void add_backtest(const struct backtest *backtest, struct str *out)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], days[WORDS_SIZE];

	str_addf(out, "%s to %s, %s with a plan: holding would have been proposed on %d of them, ",
		 day_full(backtest->first, first), day_full(backtest->last, last),
		 words_count(backtest->days, "day", "days", days), backtest->said[VERDICT_HOLD]);
	str_addf(out, "going gently on %d; on %d there was not enough to say.\n",
		 backtest->said[VERDICT_GENTLY], backtest->said[VERDICT_UNKNOWN]);
	add_spells(backtest, out);
	add_steps(backtest, out);
	str_add_char(out, '\n');
	if (backtest->step_count > 0 && backtest->step_count < STEPS_FEW)
		str_addf(out, "These are few steps: differences between them may be chance. ");
	str_add(out, "What followed need not come from the step: the rules look at the same days "
		     "you felt.\n");
}

enum reply view_rules_open(struct app *app, struct outcome *outcome, struct err *err)
{
	struct guidance guidance = GUIDANCE_INIT;
	struct backtest backtest = BACKTEST_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct str text = STR_INIT;
	struct err none;
	bool read = app_guidance(app, NULL, &guidance, &problems, err);

	problems_free(&problems);
	if (!read) {
		guidance_free(&guidance);
		return REPLY_FAILED;
	}
	str_add(&text, "The rules propose and never act.\n\n");
	add_rules(&guidance, &text);
	str_add(&text, "\n# What they would have said so far\n");
	if (app_guidance_backtest(app, NULL, NULL, &backtest, &none))
		add_backtest(&backtest, &text);
	else
		str_addf(&text, "Nothing yet: %s.\n", none.msg);
	backtest_free(&backtest);
	guidance_free(&guidance);
	outcome->open = view_read_new("Rules for the next step", &text);
	return REPLY_DONE;
}
