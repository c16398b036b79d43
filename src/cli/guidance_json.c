/* SPDX-License-Identifier: MIT */
#include "guidance_json.h"

#include "format.h"

static void add_sign(struct json *json, const struct readiness_sign *sign)
{
	bool yes = sign->value[0] == 't' || sign->value[0] == 'f';

	json_open_object(json, NULL);
	json_text(json, "signal", sign->name);
	json_day(json, "day", sign->day);
	if (yes)
		json_bool(json, "value", sign->value[0] == 't');
	else
		json_number(json, "value", sign->value);
	json_bool(json, "met", sign->met);
	json_close_object(json);
}

static void add_reason(struct json *json, const struct readiness_reason *reason)
{
	json_open_object(json, NULL);
	json_text(json, "id", reason->id);
	json_text(json, "says", verdict_name(reason->say));
	json_text(json, "because", reason->because);
	json_text(json, "rule", reason->rule);
	json_words(json, "sources", reason->sources);
	json_open_list(json, "signals");
	for (size_t i = 0; i < reason->sign_count; i++)
		add_sign(json, &reason->signs[i]);
	json_close_list(json);
	json_close_object(json);
}

void json_readiness(struct json *json, const char *key, const struct readiness *readiness)
{
	json_open_object(json, key);
	json_bool(json, "applies", readiness->applies);
	json_text(json, "verdict", verdict_name(readiness->verdict));
	json_bool(json, "speaks", readiness->speaks);
	json_day(json, "day", readiness->day);
	if (readiness->has_step)
		json_day(json, "next_step", readiness->step);
	else
		json_null(json, "next_step");
	json_bool(json, "on_hold", readiness->on_hold);
	json_int(json, "check_ins", readiness->check_ins);
	json_int(json, "check_ins_needed", readiness->needs);
	json_int(json, "check_ins_of_days", readiness->needs_of);
	json_text(json, "say", readiness->say);
	json_open_list(json, "reasons");
	for (size_t i = 0; i < readiness->reason_count; i++)
		add_reason(json, &readiness->reasons[i]);
	json_close_list(json);
	json_close_object(json);
}

static void add_rule(struct json *json, const struct rule *rule)
{
	struct str words = STR_INIT;

	rule_describe(rule, &words);
	json_open_object(json, NULL);
	json_text(json, "id", rule->id);
	json_text(json, "says", verdict_name(rule->say));
	json_text(json, "rule", words.data);
	json_text(json, "because", rule->because);
	json_open_list(json, "sources");
	for (size_t i = 0; i < rule->source_count; i++)
		json_text(json, NULL, rule->sources[i]);
	json_close_list(json);
	json_close_object(json);
	str_free(&words);
}

void json_guidance(struct json *json, const char *key, const struct guidance *guidance)
{
	json_open_object(json, key);
	json_text(json, "file", guidance->path);
	json_bool(json, "own", guidance->own);
	json_text(json, "note", guidance->rules.note);
	json_int(json, "check_ins_needed", guidance->rules.needs);
	json_int(json, "check_ins_of_days", guidance->rules.needs_of);
	json_open_list(json, "rules");
	for (size_t i = 0; i < guidance->rules.count; i++)
		add_rule(json, &guidance->rules.items[i]);
	json_close_list(json);
	json_close_object(json);
}

static void add_week(struct json *json, const char *key, const struct backtest_week *week)
{
	json_open_object(json, key);
	json_int(json, "days_above", week->above);
	json_int(json, "days_counted", week->counted);
	if (week->has_mean)
		json_ratio(json, "symptom_mean", week->mean, 100);
	else
		json_null(json, "symptom_mean");
	json_close_object(json);
}

static void add_step(struct json *json, const struct backtest_step *step)
{
	json_open_object(json, NULL);
	json_day(json, "day", step->day);
	json_amount(json, "from", step->from);
	json_amount(json, "to", step->to);
	json_text(json, "verdict", verdict_name(step->verdict));
	json_words(json, "rules", step->rules);
	add_week(json, "week_before", &step->before);
	add_week(json, "week_after", &step->after);
	json_bool(json, "week_after_over", step->whole);
	json_close_object(json);
}

static void add_spell(struct json *json, const struct backtest_spell *spell)
{
	json_open_object(json, NULL);
	json_day(json, "first", spell->first);
	json_day(json, "last", spell->last);
	json_words(json, "rules", spell->rules);
	json_bool(json, "held", spell->held);
	add_week(json, "week_before", &spell->before);
	add_week(json, "week_after", &spell->after);
	json_bool(json, "week_after_over", spell->whole);
	json_close_object(json);
}

void json_backtest(struct json *json, const char *key, const struct backtest *backtest)
{
	json_open_object(json, key);
	json_day(json, "first", backtest->first);
	json_day(json, "last", backtest->last);
	json_text(json, "unit", unit_name(backtest->unit));
	json_int(json, "days", backtest->days);
	json_open_object(json, "said");
	for (int i = 0; i < VERDICT_COUNT; i++)
		json_int(json, verdict_name((enum verdict)i), backtest->said[i]);
	json_close_object(json);
	json_open_list(json, "steps");
	for (size_t i = 0; i < backtest->step_count; i++)
		add_step(json, &backtest->steps[i]);
	json_close_list(json);
	json_open_list(json, "spells");
	for (size_t i = 0; i < backtest->spell_count; i++)
		add_spell(json, &backtest->spells[i]);
	json_close_list(json);
	json_close_object(json);
}
