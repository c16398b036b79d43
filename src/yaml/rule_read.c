/* SPDX-License-Identifier: MIT */
#include "rule_read.h"

#include <stdlib.h>
#include <string.h>

#include "engine/amount.h"

/* A comparison a test may make, and the text the file has for it. */
struct said {
	const char *key;
	enum comparison comparison;
	const char *text;
};

enum { SAID_COUNT = 4 };

static bool read_kind(struct reading *reading, struct value value, enum sign_kind *kind)
{
	const char *names[SIGN_KIND_COUNT], *nearest;

	if (value.text == NULL)
		return false;
	for (size_t i = 0; i < SIGN_KIND_COUNT; i++) {
		names[i] = sign_info((enum sign_kind)i)->name;
		if (strcmp(names[i], value.text) == 0) {
			*kind = (enum sign_kind)i;
			return true;
		}
	}
	nearest = str_nearest(value.text, names, SIGN_KIND_COUNT);
	if (nearest != NULL)
		value_wrong(reading, value.node, "there is no signal '%.40s'; did you mean '%s'?",
			    value.text, nearest);
	else
		value_wrong(reading, value.node,
			    "there is no signal '%.40s'; 'taper guidance signals' lists them",
			    value.text);
	return false;
}

/* How many of the smallest part there are in 1 as it is written. */
static int32_t parts_of(enum sign_measure measure)
{
	switch (measure) {
	case SIGN_POINTS:
		return 100;
	case SIGN_HOURS:
		return 60;
	case SIGN_DAYS:
	case SIGN_TIMES:
	case SIGN_YES:
		return 1;
	}
	return 1;
}

static void read_number(struct reading *reading, struct value value, enum sign_kind kind,
			int32_t *number)
{
	const struct sign_info *info = sign_info(kind);
	int32_t parts = parts_of(info->measure);
	struct amount amount;
	enum unit unit;
	struct err ignored;
	int64_t whole;

	if (!amount_read(value.text, &amount, &unit, &ignored) || unit != UNIT_NONE) {
		value_wrong(reading, value.node, "'%.40s' is not a number, such as 1 or 0.5",
			    value.text);
		return;
	}
	whole = amount.nano * parts / AMOUNT_UNIT;
	if (amount.nano * parts % AMOUNT_UNIT != 0)
		value_wrong(reading, value.node, "'%s' is too fine for '%s'; it is counted in %s",
			    value.text, info->name,
			    info->measure == SIGN_POINTS  ? "hundredths"
			    : info->measure == SIGN_HOURS ? "hours and tenths of one"
							  : "whole numbers");
	else if (whole > info->most)
		value_wrong(reading, value.node, "'%s' is more than '%s' can be, which is %d",
			    value.text, info->name, info->most / parts);
	else
		*number = (int32_t)whole;
}

static void read_yes(struct reading *reading, struct value value, struct rule_test *test)
{
	bool yes = true;

	value_bool(reading, value, &yes);
	test->comparison = yes ? COMPARE_AT_LEAST : COMPARE_AT_MOST;
	test->value = yes ? 1 : 0;
}

static void read_test(struct reading *reading, const struct node *map, const struct wire_test *wire,
		      struct rule_test *test)
{
	const struct said all[SAID_COUNT] = {{"at_least", COMPARE_AT_LEAST, wire->at_least},
					     {"at_most", COMPARE_AT_MOST, wire->at_most},
					     {"above", COMPARE_ABOVE, wire->above},
					     {"below", COMPARE_BELOW, wire->below}};
	struct value is = value_of(reading, map, "is", wire->is);
	const struct said *said = NULL;
	int count = is.text != NULL ? 1 : 0;
	bool yes;

	if (!read_kind(reading, value_of(reading, map, "signal", wire->signal), &test->kind))
		return;
	for (size_t i = 0; i < SAID_COUNT; i++) {
		if (value_of(reading, map, all[i].key, all[i].text).text == NULL)
			continue;
		said = &all[i];
		count++;
	}
	yes = sign_info(test->kind)->measure == SIGN_YES;
	if (count != 1 || (is.text != NULL) != yes) {
		value_wrong(reading, map,
			    yes ? "'%s' needs one comparison: is: yes, or is: no"
				: "'%s' needs one comparison: at_least, at_most, above or below",
			    sign_info(test->kind)->name);
	} else if (yes) {
		read_yes(reading, is, test);
	} else {
		test->comparison = said->comparison;
		read_number(reading, value_of(reading, map, said->key, said->text), test->kind,
			    &test->value);
	}
}

void rule_read_days(struct reading *reading, struct value days, struct value of, int32_t *days_out,
		    int32_t *of_out)
{
	int32_t some = *days_out, all = *of_out;

	if (days.text != NULL && of.text == NULL) {
		value_wrong(reading, days.node,
			    "'days' needs an 'of': on so many of how many days");
		return;
	}
	if (of.text != NULL && days.text == NULL) {
		value_wrong(reading, of.node, "'of' needs a 'days': on how many of so many days");
		return;
	}
	if (!value_whole(reading, days, 1, RULE_DAYS_MAX, &some) ||
	    !value_whole(reading, of, 1, RULE_DAYS_MAX, &all))
		return;
	if (some > all) {
		value_wrong(reading, days.node, "%d of %d days is more than there are", some, all);
		return;
	}
	*days_out = some;
	*of_out = all;
}

static bool has(const struct reading *reading, const struct node *map, const char *key)
{
	return tree_get(reading->tree, map, key) != NULL;
}

/* Its tests, where the term is a list of them. */
static void read_tests(struct reading *reading, const struct node *map,
		       const struct wire_term *wire, struct rule_term *term)
{
	const struct node *list = tree_get(reading->tree, map, term->any ? "any" : "all");
	const struct wire_test *tests = term->any ? wire->any : wire->all;
	size_t count = term->any ? wire->any_count : wire->all_count;
	const struct node *item = tree_first(reading->tree, list);

	for (size_t i = 0; item != NULL && i < count && i < RULE_TEST_MAX; i++) {
		read_test(reading, item, &tests[i], &term->tests[term->test_count++]);
		item = tree_next(reading->tree, item);
	}
}

static void read_term(struct reading *reading, const struct node *map, const struct wire_term *wire,
		      struct rule_term *term)
{
	int kinds =
		has(reading, map, "signal") + has(reading, map, "all") + has(reading, map, "any");

	term->days = 1;
	term->of = 1;
	term->any = has(reading, map, "any");
	if (kinds != 1)
		value_wrong(reading, map, "one of 'signal', 'all' and 'any' is wanted here");
	else if (has(reading, map, "signal"))
		read_test(reading, map, &wire->test, &term->tests[term->test_count++]);
	else
		read_tests(reading, map, wire, term);
	rule_read_days(reading, value_of(reading, map, "days", wire->days),
		       value_of(reading, map, "of", wire->of), &term->days, &term->of);
}

static void read_terms(struct reading *reading, const struct node *map,
		       const struct wire_rule *wire, struct rule *rule)
{
	const struct node *list = tree_get(reading->tree, map, rule->any ? "any" : "all");
	const struct wire_term *terms = rule->any ? wire->any : wire->all;
	size_t count = rule->any ? wire->any_count : wire->all_count;
	const struct node *item = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; item != NULL && i < count && i < RULE_TERM_MAX; i++) {
		read_term(reading, item, &terms[i], &rule->terms[rule->term_count++]);
		item = tree_next(reading->tree, item);
	}
}

static void read_sources(struct reading *reading, const struct node *map,
			 const struct wire_rule *wire, struct rule *rule)
{
	const struct node *list = tree_get(reading->tree, map, "sources");
	const struct node *item = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; item != NULL && i < wire->sources_count && i < RULE_SOURCE_MAX; i++) {
		value_word(reading, value_item(item, wire->sources[i]), rule->sources[i],
			   sizeof(rule->sources[i]));
		rule->source_count++;
		item = tree_next(reading->tree, item);
	}
}

void rule_read(struct reading *reading, const struct node *map, const struct wire_rule *wire,
	       struct rule *rule)
{
	static const char *const says[] = {"gently", "hold"};
	size_t say = 0;

	value_word(reading, value_of(reading, map, "id", wire->id), rule->id, sizeof(rule->id));
	value_text(reading, value_of(reading, map, "because", wire->because), rule->because,
		   sizeof(rule->because));
	value_choice(reading, value_of(reading, map, "say", wire->say), says, 2, &say);
	rule->say = say == 0 ? VERDICT_GENTLY : VERDICT_HOLD;
	read_sources(reading, map, wire, rule);
	rule->any = has(reading, map, "any");
	if (has(reading, map, "all") == rule->any)
		value_wrong(reading, map, "a rule needs either 'all' or 'any'");
	else
		read_terms(reading, map, wire, rule);
}
