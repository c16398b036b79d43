/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/guidance.h"
#include "base/mem.h"
#include "base/plural.h"
#include "base/style.h"
#include "guidance_signs.h"

static void free_reason(struct readiness_reason *reason)
{
	free(reason->id);
	free(reason->because);
	free(reason->rule);
	free(reason->figures);
	free(reason->sources);
	free(reason->signs);
}

void readiness_free(struct readiness *readiness)
{
	for (size_t i = 0; i < readiness->reason_count; i++)
		free_reason(&readiness->reasons[i]);
	free(readiness->reasons);
	*readiness = (struct readiness)READINESS_INIT;
}

/* "restless legs, craving": what was rated highest that day. */
static void add_worst(const struct gathered *gathered, const struct sign *sign, struct str *out)
{
	size_t count = 0;

	for (size_t i = 0; i < gathered->symptoms.count; i++) {
		int8_t rating = gathered->days[sign->at].ratings[i];

		if (rating > 0 && rating * 100 == sign->value)
			str_addf(out, "%s%s", count++ == 0 ? " (" : ", ",
				 gathered->symptoms.items[i].name);
	}
	str_add(out, count > 0 ? ")" : "");
}

static void add_figures(const struct gathered *gathered, const struct rule *rule,
			const struct finding *finding, struct str *out)
{
	const struct sign *before = NULL;
	char day[DAY_TEXT_SIZE];

	for (size_t i = 0; i < finding->count; i++) {
		const struct sign *sign = &finding->signs[i];
		enum sign_kind kind = rule->terms[sign->term].tests[sign->test].kind;

		if (before == NULL || before->term != sign->term || before->test != sign->test)
			str_addf(out, "%s%s: ", before == NULL ? "" : "; ", sign_info(kind)->says);
		else
			str_add(out, ", ");
		sign_text(kind, sign->value, out);
		if (kind == SIGN_SYMPTOM_WORST)
			add_worst(gathered, sign, out);
		str_addf(out, " on %s", day_short(sign->day, day));
		before = sign;
	}
}

static void write_value(enum sign_kind kind, int32_t value, char *buf, size_t size)
{
	switch (sign_info(kind)->measure) {
	case SIGN_POINTS:
		snprintf(buf, size, "%s%d%c%02d", value < 0 ? "-" : "", abs(value) / 100,
			 style_mark(), abs(value) % 100);
		return;
	case SIGN_HOURS:
		snprintf(buf, size, "%d%c%02d", value / 60, style_mark(), value % 60 * 100 / 60);
		return;
	case SIGN_DAYS:
	case SIGN_TIMES:
		snprintf(buf, size, "%" PRId32, value);
		return;
	case SIGN_YES:
		snprintf(buf, size, "%s", value != 0 ? "true" : "false");
		return;
	}
}

static void fill_signs(const struct rule *rule, const struct finding *finding,
		       struct readiness_reason *reason)
{
	reason->signs = mem_alloc(finding->count, sizeof(*reason->signs));
	for (size_t i = 0; i < finding->count; i++) {
		const struct sign *sign = &finding->signs[i];
		struct readiness_sign *shown = &reason->signs[reason->sign_count++];
		enum sign_kind kind = rule->terms[sign->term].tests[sign->test].kind;

		shown->name = sign_info(kind)->name;
		shown->day = sign->day;
		shown->met = sign->met;
		write_value(kind, sign->value, shown->value, sizeof(shown->value));
	}
}

static void fill_reason(const struct gathered *gathered, const struct rule *rule,
			const struct finding *finding, struct readiness_reason *reason)
{
	struct str text = STR_INIT;

	reason->say = rule->say;
	reason->id = mem_dup(rule->id);
	reason->because = mem_dup(rule->because);
	rule_describe(rule, &text);
	reason->rule = str_take(&text);
	add_figures(gathered, rule, finding, &text);
	reason->figures = str_take(&text);
	for (size_t i = 0; i < rule->source_count; i++)
		str_addf(&text, "%s%s", i > 0 ? " " : "", rule->sources[i]);
	reason->sources = str_take(&text);
	fill_signs(rule, finding, reason);
}

/* A weaker rule on the same figures says nothing new. */
static void mark_again(struct readiness *readiness, size_t at)
{
	struct readiness_reason *reason = &readiness->reasons[at];

	for (size_t i = 0; i < at; i++)
		reason->again = reason->again ||
				strcmp(readiness->reasons[i].figures, reason->figures) == 0;
}

static void fill_reasons(const struct gathered *gathered, const struct rules *rules,
			 const struct judgement *judgement, struct readiness *readiness)
{
	static const enum verdict order[] = {VERDICT_HOLD, VERDICT_GENTLY};

	readiness->reasons = mem_alloc(judgement->count, sizeof(*readiness->reasons));
	for (size_t o = 0; o < sizeof(order) / sizeof(order[0]); o++) {
		for (size_t i = 0; i < judgement->count; i++) {
			const struct finding *finding = &judgement->findings[i];
			const struct rule *rule = &rules->items[finding->rule];

			if (rule->say != order[o])
				continue;
			fill_reason(gathered, rule, finding,
				    &readiness->reasons[readiness->reason_count]);
			mark_again(readiness, readiness->reason_count++);
		}
	}
}

/* "the step to 11.4 g on Tue 24 Nov" */
static void step_words(const struct gathered *gathered, const struct readiness *readiness,
		       char *buf, size_t size)
{
	const struct level *level = course_level_at(&gathered->course, readiness->step);
	const struct revision *revision = course_revision_at(&gathered->course, readiness->step);
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	if (!readiness->has_step || level == NULL)
		snprintf(buf, size, "the next step");
	else
		snprintf(buf, size, "the step to %s on %s",
			 amount_fixed_with_unit(level->target, gathered->decimals,
						revision->schedule.unit, amount),
			 day_short(readiness->step, day));
}

static void fill_say(const struct gathered *gathered, struct readiness *readiness)
{
	size_t size = sizeof(readiness->say);
	char step[96];

	step_words(gathered, readiness, step, sizeof(step));
	switch (readiness->verdict) {
	case VERDICT_HOLD:
		if (readiness->on_hold)
			snprintf(readiness->say, size,
				 "You are on hold already, and can stay so as long as you like.");
		else
			snprintf(readiness->say, size,
				 "A hold keeps today's amount for some days, and every later date "
				 "moves by as many. It is your choice; so is going on.");
		return;
	case VERDICT_GENTLY:
		snprintf(readiness->say, size,
			 "You can take %s as planned, hold before it, or go on slower. All three "
			 "are fine.",
			 step);
		return;
	case VERDICT_READY:
		snprintf(readiness->say, size,
			 "Nothing in the last days speaks against %s. It is still your choice.",
			 step);
		return;
	case VERDICT_UNKNOWN:
	case VERDICT_COUNT:
		snprintf(readiness->say, size,
			 plural_of(readiness->check_ins,
				   "%d of the last %d days has a check-in; %d are needed to "
				   "say more. You know best how %s looks to you.",
				   "%d of the last %d days have a check-in; %d are needed to "
				   "say more. You know best how %s looks to you."),
			 readiness->check_ins, readiness->needs_of, readiness->needs, step);
		return;
	}
}

/* What there is to say where no step lies ahead; false where one does. */
static bool nothing_ahead(const struct course *course, struct readiness *readiness)
{
	const struct revision *now = course_revision_at(course, readiness->day);
	const struct revision *waiting = course_current(course, readiness->day);
	char day[DAY_TEXT_SIZE];

	if (now == NULL && waiting != NULL)
		snprintf(readiness->say, sizeof(readiness->say),
			 "The plan begins on %s; from then on there is something to say.",
			 day_short(waiting->from, day));
	else if (now == NULL)
		snprintf(readiness->say, sizeof(readiness->say),
			 "No plan is in use, so there is no step to be ready for.");
	else if (!readiness->has_step && !readiness->on_hold)
		snprintf(readiness->say, sizeof(readiness->say), "No lower step lies ahead.");
	return readiness->say[0] != '\0';
}

/* Someone who makes no check-ins is not reminded of them before every step. */
static bool speaks(const struct readiness *readiness)
{
	bool day_before = readiness->has_step && day_between(readiness->day, readiness->step) <= 1;

	switch (readiness->verdict) {
	case VERDICT_HOLD:
		return !readiness->on_hold || day_before;
	case VERDICT_GENTLY:
		return day_before || readiness->on_hold;
	case VERDICT_READY:
		return day_before;
	case VERDICT_UNKNOWN:
		return day_before && readiness->check_ins > 0;
	case VERDICT_COUNT:
		return false;
	}
	return false;
}

static void fill(const struct gathered *gathered, const struct rules *rules,
		 struct readiness *readiness)
{
	const struct sign_day *today = &gathered->days[gathered->count - 1];
	struct signs signs = gathered_signs(gathered);
	struct judgement judgement;

	readiness->day = today->day;
	readiness->needs = rules->needs;
	readiness->needs_of = rules->needs_of;
	readiness->on_hold = course_hold_at(&gathered->course, today->day).on;
	readiness->has_step = today->to_step > 0;
	readiness->step = day_add(today->day, today->to_step);
	judge(&signs, rules, gathered->count - 1, &judgement);
	readiness->check_ins = judgement.check_ins;
	if (!nothing_ahead(&gathered->course, readiness)) {
		readiness->applies = true;
		readiness->verdict = judgement.verdict;
		fill_reasons(gathered, rules, &judgement, readiness);
		fill_say(gathered, readiness);
		readiness->speaks = speaks(readiness);
	}
	judgement_free(&judgement);
}

bool app_readiness(struct app *app, struct readiness *readiness, struct err *err)
{
	struct day today = app_today_day(app);
	struct readiness read = READINESS_INIT;
	struct gathered gathered;
	struct rules rules;

	if (!guidance_rules(app, &rules, err))
		return false;
	if (!guidance_gather(app, gather_days_to_judge(today, today), &gathered, err)) {
		rules_free(&rules);
		return false;
	}
	fill(&gathered, &rules, &read);
	rules_free(&rules);
	gathered_free(&gathered);
	*readiness = read;
	return true;
}
