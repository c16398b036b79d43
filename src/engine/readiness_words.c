/* SPDX-License-Identifier: MIT */
#include "engine/readiness.h"

static const char *const words[] = {
	[COMPARE_AT_LEAST] = "at least",
	[COMPARE_AT_MOST] = "at most",
	[COMPARE_ABOVE] = "more than",
	[COMPARE_BELOW] = "less than",
};

static bool asks_for_yes(const struct rule_test *test)
{
	return test->comparison == COMPARE_AT_LEAST || test->comparison == COMPARE_ABOVE;
}

static void add_test(const struct rule_test *test, struct str *out)
{
	const struct sign_info *info = sign_info(test->kind);

	if (info->measure == SIGN_YES) {
		str_addf(out, "%s%s", asks_for_yes(test) ? "" : "not ", info->says);
		return;
	}
	str_addf(out, "%s %s ", info->says, words[test->comparison]);
	sign_text(test->kind, test->value, out);
}

static void add_days(const struct rule_term *term, struct str *out)
{
	if (term->of == 1)
		return;
	if (term->days == term->of)
		str_addf(out, " on %d days running", term->of);
	else
		str_addf(out, " on %d of the last %d days", term->days, term->of);
}

void rule_describe(const struct rule *rule, struct str *out)
{
	for (size_t i = 0; i < rule->term_count; i++) {
		const struct rule_term *term = &rule->terms[i];

		if (i > 0)
			str_add(out, rule->any ? "; or " : "; and ");
		for (size_t t = 0; t < term->test_count; t++) {
			if (t > 0)
				str_add(out, term->any ? " or " : " and ");
			add_test(&term->tests[t], out);
		}
		add_days(term, out);
	}
}
