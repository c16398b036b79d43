/* SPDX-License-Identifier: MIT */
/*
 * What the last days say about the next step: rules over named signals, on so many of the last days. A pure function of days
 * and rules; it proposes to hold or to go gently, never more, faster, or anything by itself. Knows neither the log nor
 * the file the rules stand in.
 */
#ifndef ENGINE_READINESS_H
#define ENGINE_READINESS_H

#include "engine/sign.h"

enum {
	RULE_ID_SIZE = 32,
	RULE_TEXT_SIZE = 240,
	RULE_SOURCE_MAX = 4,
	RULE_TEST_MAX = 8,
	RULE_TERM_MAX = 8,
	RULE_DAYS_MAX = 28,
	RULES_MAX = 32,
	RULES_NOTE_SIZE = 640,
};

enum comparison { COMPARE_AT_LEAST, COMPARE_AT_MOST, COMPARE_ABOVE, COMPARE_BELOW };

struct rule_test {
	enum sign_kind kind;
	enum comparison comparison;
	int32_t value;
};

/* All its tests, or any, on so many of the last days. Today counts as one of them as soon as it is known. */
struct rule_term {
	struct rule_test tests[RULE_TEST_MAX];
	size_t test_count;
	bool any;
	int32_t days, of;
};

enum verdict { VERDICT_UNKNOWN, VERDICT_READY, VERDICT_GENTLY, VERDICT_HOLD, VERDICT_COUNT };

/* "unknown", "ready", "go-gently", "consider-holding": stable words for JSON. */
const char *verdict_name(enum verdict verdict);

/* "Not enough to say", "Ready", "Go gently", "Consider holding". */
const char *verdict_title(enum verdict verdict);

struct rule {
	char id[RULE_ID_SIZE];
	enum verdict say;             /* VERDICT_GENTLY or VERDICT_HOLD */
	char because[RULE_TEXT_SIZE]; /* a sentence for a person */
	char sources[RULE_SOURCE_MAX][SYMPTOM_SOURCE_SIZE];
	size_t source_count;
	struct rule_term terms[RULE_TERM_MAX];
	size_t term_count;
	bool any; /* of its terms; else all */
};

struct rules {
	struct rule *items; /* owned; in the order of the file */
	size_t count, cap;
	int32_t needs, needs_of;    /* check-ins, of so many last days, before "ready" is said */
	char note[RULES_NOTE_SIZE]; /* what the rules rest on; "" for nothing */
};

#define RULES_INIT                                                                                 \
	{                                                                                          \
		.items = NULL                                                                      \
	}

void rules_free(struct rules *rules);

/* Adds a copy. False where RULES_MAX are there or one has its id. */
MUST_USE bool rules_add(struct rules *rules, const struct rule *rule);

/* The place of the rule of that id; false where there is none. */
MUST_USE bool rules_find(const struct rules *rules, const char *id, size_t *at);

void rules_remove(struct rules *rules, size_t at);

/* "symptoms against the week before the last cut at least 1 on 3 of 4 days": added to out. */
void rule_describe(const struct rule *rule, struct str *out);

/* One value a rule that speaks rests on: of one test on one day. */
struct sign {
	size_t term, test;
	struct day day;
	size_t at; /* the day's index */
	int32_t value;
	bool met;
};

/* A rule that speaks, with what is known of the days it looked at. */
struct finding {
	size_t rule;
	struct sign *signs; /* owned; by term, test and day; only of terms that hold */
	size_t count, cap;
};

struct judgement {
	enum verdict verdict;
	int32_t check_ins;        /* in the days the rules need some of */
	struct finding *findings; /* owned; in the order of the rules */
	size_t count, cap;
};

#define JUDGEMENT_INIT                                                                             \
	{                                                                                          \
		.findings = NULL                                                                   \
	}

void judgement_free(struct judgement *judgement);

/* What the rules say on the day of that index, from it and the days before; *judgement is to be freed. */
void judge(const struct signs *signs, const struct rules *rules, size_t at,
	   struct judgement *judgement);

#endif
