/* SPDX-License-Identifier: MIT */
#include "engine/readiness.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum known { KNOWN_NOT, KNOWN_FALSE, KNOWN_TRUE };

static const struct {
	const char *name, *title;
} verdicts[] = {
	[VERDICT_UNKNOWN] = {"unknown", "Not enough to say"},
	[VERDICT_READY] = {"ready", "Ready"},
	[VERDICT_GENTLY] = {"go-gently", "Go gently"},
	[VERDICT_HOLD] = {"consider-holding", "Consider holding"},
};

static_assert(sizeof(verdicts) / sizeof(verdicts[0]) == VERDICT_COUNT, "a row for each verdict");

const char *verdict_name(enum verdict verdict)
{
	return verdicts[verdict].name;
}

const char *verdict_title(enum verdict verdict)
{
	return verdicts[verdict].title;
}

void rules_free(struct rules *rules)
{
	free(rules->items);
	*rules = (struct rules)RULES_INIT;
}

bool rules_find(const struct rules *rules, const char *id, size_t *at)
{
	for (size_t i = 0; i < rules->count; i++) {
		if (strcmp(rules->items[i].id, id) == 0) {
			*at = i;
			return true;
		}
	}
	return false;
}

bool rules_add(struct rules *rules, const struct rule *rule)
{
	size_t at;

	if (rules->count >= RULES_MAX || rules_find(rules, rule->id, &at))
		return false;
	rules->items = mem_grow(rules->items, &rules->cap, rules->count + 1, sizeof(*rules->items));
	rules->items[rules->count++] = *rule;
	return true;
}

void rules_remove(struct rules *rules, size_t at)
{
	assert(at < rules->count);
	rules->count--;
	memmove(&rules->items[at], &rules->items[at + 1],
		(rules->count - at) * sizeof(*rules->items));
}

void judgement_free(struct judgement *judgement)
{
	for (size_t i = 0; i < judgement->count; i++)
		free(judgement->findings[i].signs);
	free(judgement->findings);
	*judgement = (struct judgement)JUDGEMENT_INIT;
}

static bool compares(const struct rule_test *test, int32_t value)
{
	switch (test->comparison) {
	case COMPARE_AT_LEAST:
		return value >= test->value;
	case COMPARE_AT_MOST:
		return value <= test->value;
	case COMPARE_ABOVE:
		return value > test->value;
	case COMPARE_BELOW:
		return value < test->value;
	}
	return false;
}

static enum known test_on(const struct signs *signs, const struct rule_test *test, size_t at)
{
	int32_t value;

	if (!sign_value(signs, test->kind, at, &value))
		return KNOWN_NOT;
	return compares(test, value) ? KNOWN_TRUE : KNOWN_FALSE;
}

/* What is not known leaves open what it could still decide. */
static enum known term_on(const struct signs *signs, const struct rule_term *term, size_t at)
{
	enum known deciding = term->any ? KNOWN_TRUE : KNOWN_FALSE;
	bool open = false;

	for (size_t i = 0; i < term->test_count; i++) {
		enum known known = test_on(signs, &term->tests[i], at);

		if (known == deciding)
			return deciding;
		open = open || known == KNOWN_NOT;
	}
	if (open)
		return KNOWN_NOT;
	return term->any ? KNOWN_FALSE : KNOWN_TRUE;
}

/* The days a term looks at: they end the day before where today is not known yet. */
struct stretch {
	size_t first, end;
};

static struct stretch stretch_of(const struct signs *signs, const struct rule_term *term, size_t at)
{
	size_t end = at + 1, of = (size_t)term->of;

	if (term_on(signs, term, at) == KNOWN_NOT)
		end = at;
	return (struct stretch){.first = end > of ? end - of : 0, .end = end};
}

static bool term_holds(const struct signs *signs, const struct rule_term *term, size_t at)
{
	struct stretch stretch = stretch_of(signs, term, at);
	int32_t days = 0;

	for (size_t i = stretch.first; i < stretch.end; i++)
		days += term_on(signs, term, i) == KNOWN_TRUE ? 1 : 0;
	return days >= term->days;
}

static bool rule_holds(const struct signs *signs, const struct rule *rule, size_t at)
{
	for (size_t i = 0; i < rule->term_count; i++) {
		if (term_holds(signs, &rule->terms[i], at) == rule->any)
			return rule->any;
	}
	return !rule->any;
}

static void add_signs(const struct signs *signs, const struct rule *rule, size_t term_index,
		      size_t at, struct finding *finding)
{
	const struct rule_term *term = &rule->terms[term_index];
	struct stretch stretch = stretch_of(signs, term, at);

	for (size_t test = 0; test < term->test_count; test++) {
		for (size_t i = stretch.first; i < stretch.end; i++) {
			struct sign sign = {.term = term_index,
					    .test = test,
					    .day = signs->days[i].day,
					    .at = i};

			if (!sign_value(signs, term->tests[test].kind, i, &sign.value))
				continue;
			sign.met = compares(&term->tests[test], sign.value);
			finding->signs = mem_grow(finding->signs, &finding->cap, finding->count + 1,
						  sizeof(*finding->signs));
			finding->signs[finding->count++] = sign;
		}
	}
}

static void add_finding(const struct signs *signs, const struct rules *rules, size_t index,
			size_t at, struct judgement *judgement)
{
	const struct rule *rule = &rules->items[index];
	struct finding finding = {.rule = index};

	for (size_t i = 0; i < rule->term_count; i++) {
		if (term_holds(signs, &rule->terms[i], at))
			add_signs(signs, rule, i, at, &finding);
	}
	judgement->findings = mem_grow(judgement->findings, &judgement->cap, judgement->count + 1,
				       sizeof(*judgement->findings));
	judgement->findings[judgement->count++] = finding;
}

static int32_t check_ins(const struct signs *signs, int32_t of, size_t at)
{
	size_t first = at + 1 > (size_t)of ? at + 1 - (size_t)of : 0;
	int32_t count = 0, ignored;

	for (size_t i = first; i <= at; i++)
		count += sign_value(signs, SIGN_SYMPTOM_MEAN, i, &ignored) ? 1 : 0;
	return count;
}

void judge(const struct signs *signs, const struct rules *rules, size_t at,
	   struct judgement *judgement)
{
	struct judgement made = JUDGEMENT_INIT;

	assert(at < signs->count);
	made.check_ins = check_ins(signs, rules->needs_of, at);
	made.verdict = made.check_ins >= rules->needs ? VERDICT_READY : VERDICT_UNKNOWN;
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *rule = &rules->items[i];

		if (!rule_holds(signs, rule, at))
			continue;
		add_finding(signs, rules, i, at, &made);
		if (rule->say > made.verdict)
			made.verdict = rule->say;
	}
	*judgement = made;
}
