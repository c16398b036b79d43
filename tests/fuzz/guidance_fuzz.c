/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any bytes as a file of rules. What is refused has mistakes to show; what is taken stays within its
 * bounds, reads as words and can be played over days. Seeds: tests/data/guidance and data/guidance.yaml.
 */
#include "yaml/guidance.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 40 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static void fill(struct sign_day *days)
{
	for (int32_t i = 0; i < DAYS; i++) {
		days[i] = sign_day_of((struct day){.n = 20000 + i});
		days[i].ratings[0] = (int8_t)(i % 6 - 1);
		days[i].ratings[1] = (int8_t)(i % 5);
		days[i].sleep_minutes = (int16_t)(i % 7 == 0 ? -1 : 60 * (i % 10));
		days[i].urges = i % 6;
		days[i].logged = i % 3 != 0;
		days[i].status = i % 2 == 0 ? DAY_ABOVE : DAY_AT_OR_BELOW;
		days[i].cut = i % 9 == 0;
		days[i].held = i % 11 > 6;
		days[i].to_step = 9 - i % 9;
	}
	signs_settle(days, DAYS);
}

static void play(const struct rules *rules)
{
	static const struct symptom asked[] = {{.id = "aches", .group = SYMPTOM_BODY},
					       {.id = "craving", .group = SYMPTOM_CRAVING}};
	struct symptoms symptoms = SYMPTOMS_INIT;
	struct sign_day days[DAYS];
	struct signs signs = {.days = days, .count = DAYS, .symptoms = &symptoms};
	struct judgement judgement;

	insist(symptoms_add(&symptoms, &asked[0]) && symptoms_add(&symptoms, &asked[1]));
	fill(days);
	for (size_t i = 0; i < DAYS; i++) {
		judge(&signs, rules, i, &judgement);
		insist(judgement.count <= rules->count);
		judgement_free(&judgement);
	}
	symptoms_free(&symptoms);
}

static void check(const struct rules *rules)
{
	struct str words = STR_INIT;

	insist(rules->count <= RULES_MAX && rules->needs <= rules->needs_of);
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *rule = &rules->items[i];

		insist(rule->say == VERDICT_GENTLY || rule->say == VERDICT_HOLD);
		insist(rule->id[0] != '\0' && rule->because[0] != '\0' && rule->term_count > 0);
		for (size_t t = 0; t < rule->term_count; t++)
			insist(rule->terms[t].test_count > 0 && rule->terms[t].days >= 1 &&
			       rule->terms[t].days <= rule->terms[t].of &&
			       rule->terms[t].of <= RULE_DAYS_MAX);
		rule_describe(rule, &words);
	}
	play(rules);
	str_free(&words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct problems problems = PROBLEMS_INIT;
	struct rules rules = RULES_INIT;
	struct err err = {.code = ERR_NONE};

	if (guidance_parse((const char *)data, size, NULL, &rules, &problems, &err)) {
		insist(problems.count == 0);
		check(&rules);
	} else {
		insist(err.code == ERR_FORMAT && err.msg[0] != '\0' && problems.count > 0);
	}
	rules_free(&rules);
	problems_free(&problems);
	return 0;
}
