/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app/guidance.h"
#include "base/mem.h"
#include "engine/day_typed.h"
#include "guidance_signs.h"

enum { WEEK = 7, HELD_SOON = 2 };

void backtest_free(struct backtest *backtest)
{
	for (size_t i = 0; i < backtest->step_count; i++)
		free(backtest->steps[i].rules);
	for (size_t i = 0; i < backtest->spell_count; i++)
		free(backtest->spells[i].rules);
	free(backtest->steps);
	free(backtest->spells);
	*backtest = (struct backtest)BACKTEST_INIT;
}

/* What is known while the days are walked. */
struct replay {
	struct gathered gathered;
	struct rules rules;
	struct day today;
	struct backtest *backtest;
	enum verdict before; /* of the day before */
	char *before_rules;  /* owned; those that spoke then */
};

/* Adds ids that are not there yet. */
static void add_rules(const struct rules *rules, const struct judgement *judgement,
		      enum verdict least, char **ids)
{
	struct str text = STR_INIT;

	str_add(&text, *ids);
	for (size_t i = 0; i < judgement->count; i++) {
		const struct rule *rule = &rules->items[judgement->findings[i].rule];
		const char *there = strstr(text.data, rule->id);

		if (rule->say < least)
			continue;
		while (there != NULL &&
		       ((there > text.data && there[-1] != ' ') ||
			(there[strlen(rule->id)] != ' ' && there[strlen(rule->id)] != '\0')))
			there = strstr(there + 1, rule->id);
		if (there == NULL)
			str_addf(&text, "%s%s", text.len > 0 ? " " : "", rule->id);
	}
	free(*ids);
	*ids = str_take(&text);
}

/* The days from first to the one before end, as far as there are any. */
static struct backtest_week week_of(const struct replay *replay, int64_t first, int64_t end)
{
	struct signs signs = gathered_signs(&replay->gathered);
	struct backtest_week week = {.above = 0};
	int32_t sum = 0, days = 0, value;

	for (int64_t i = first > 0 ? first : 0; i < end && i < (int64_t)signs.count; i++) {
		enum day_status status = signs.days[i].status;

		week.counted += status == DAY_ABOVE || status == DAY_AT_OR_BELOW ? 1 : 0;
		week.above += status == DAY_ABOVE ? 1 : 0;
		if (sign_value(&signs, SIGN_SYMPTOM_MEAN, (size_t)i, &value)) {
			sum += value;
			days++;
		}
	}
	week.has_mean = days > 0;
	week.mean = days > 0 ? (sum + days / 2) / days : 0;
	return week;
}

static bool week_is_over(const struct replay *replay, struct day first)
{
	return day_add(first, WEEK).n <= replay->today.n;
}

static void add_step(struct replay *replay, size_t at)
{
	struct backtest *backtest = replay->backtest;
	const struct course *course = &replay->gathered.course;
	struct day day = replay->gathered.days[at].day;
	const struct level *level = course_level_at(course, day);
	const struct level *before = course_level_at(course, day_add(day, -1));
	struct backtest_step *step;

	backtest->steps = mem_grow(backtest->steps, &backtest->step_cap, backtest->step_count + 1,
				   sizeof(*backtest->steps));
	step = &backtest->steps[backtest->step_count++];
	*step = (struct backtest_step){
		.day = day,
		.to = level->target,
		.from = before != NULL ? before->target
				       : (struct amount){level->target.nano + level->cut.nano},
		.verdict = replay->before,
		.rules = mem_dup(replay->before_rules),
		.before = week_of(replay, (int64_t)at - WEEK, (int64_t)at),
		.after = week_of(replay, (int64_t)at, (int64_t)at + WEEK),
		.whole = week_is_over(replay, day),
	};
}

static bool held_soon(const struct replay *replay, size_t first, size_t last)
{
	for (size_t i = first; i <= last + HELD_SOON && i < replay->gathered.count; i++) {
		if (replay->gathered.days[i].held)
			return true;
	}
	return false;
}

static void add_to_spell(struct replay *replay, size_t at, const struct judgement *judgement)
{
	struct backtest *backtest = replay->backtest;
	struct day day = replay->gathered.days[at].day;
	struct backtest_spell *spell;

	if (replay->before != VERDICT_HOLD || backtest->spell_count == 0) {
		backtest->spells = mem_grow(backtest->spells, &backtest->spell_cap,
					    backtest->spell_count + 1, sizeof(*backtest->spells));
		backtest->spells[backtest->spell_count++] = (struct backtest_spell){
			.first = day,
			.rules = mem_dup(""),
			.before = week_of(replay, (int64_t)at - WEEK, (int64_t)at),
			.after = week_of(replay, (int64_t)at + 1, (int64_t)at + 1 + WEEK),
			.whole = week_is_over(replay, day_add(day, 1)),
		};
	}
	spell = &backtest->spells[backtest->spell_count - 1];
	spell->last = day;
	spell->held = held_soon(replay, at - (size_t)day_between(spell->first, day), at);
	add_rules(&replay->rules, judgement, VERDICT_HOLD, &spell->rules);
}

/* As it was that evening: whether the day itself was above plan is known only when it is over. */
static void judge_evening(struct replay *replay, size_t at, struct judgement *judgement)
{
	struct signs signs = gathered_signs(&replay->gathered);
	enum day_status status = replay->gathered.days[at].status;

	replay->gathered.days[at].status = DAY_TODAY;
	judge(&signs, &replay->rules, at, judgement);
	replay->gathered.days[at].status = status;
}

static void replay_day(struct replay *replay, size_t at, bool asked)
{
	const struct sign_day *day = &replay->gathered.days[at];
	struct judgement judgement = JUDGEMENT_INIT;
	enum verdict verdict = VERDICT_UNKNOWN;

	judge_evening(replay, at, &judgement);
	if (course_level_at(&replay->gathered.course, day->day) != NULL)
		verdict = judgement.verdict;
	if (asked && course_level_at(&replay->gathered.course, day->day) != NULL) {
		replay->backtest->days++;
		replay->backtest->said[verdict]++;
		if (day->cut)
			add_step(replay, at);
		if (verdict == VERDICT_HOLD)
			add_to_spell(replay, at, &judgement);
	}
	replay->before = verdict;
	free(replay->before_rules);
	replay->before_rules = mem_dup("");
	add_rules(&replay->rules, &judgement, VERDICT_GENTLY, &replay->before_rules);
	judgement_free(&judgement);
}

static void replay_days(struct replay *replay)
{
	struct day first = replay->backtest->first, last = replay->backtest->last;

	replay->before_rules = mem_dup("");
	for (size_t i = 0; i < replay->gathered.count; i++) {
		struct day day = replay->gathered.days[i].day;

		if (day.n >= first.n - 1 && day.n <= last.n)
			replay_day(replay, i, day.n >= first.n);
	}
	free(replay->before_rules);
}

static bool find_days(struct app *app, const char *from, const char *to, struct backtest *backtest,
		      struct err *err)
{
	struct day today = app_today_day(app);
	struct course course;
	struct store *store;
	bool any;

	if (!app_store_read(app, &store, err) || !app_course(store, &course, err))
		return false;
	any = course.count > 0;
	if (any)
		backtest->first = course.revisions[0].from;
	for (size_t i = 1; i < course.count; i++) {
		if (course.revisions[i].from.n < backtest->first.n)
			backtest->first = course.revisions[i].from;
	}
	course_free(&course);
	backtest->last = day_add(today, -1);
	if (from != NULL && !day_read(from, today, &backtest->first, err))
		return err_wrap(err, "--from");
	if (to != NULL && !day_read(to, today, &backtest->last, err))
		return err_wrap(err, "--to");
	if (backtest->last.n >= today.n)
		backtest->last = day_add(today, -1);
	if (!any || backtest->first.n > backtest->last.n)
		return err_set(err, ERR_NOT_FOUND,
			       "no plan was in use on a day that is over, so there is nothing to "
			       "play the rules over");
	return true;
}

bool app_guidance_backtest(struct app *app, const char *from, const char *to,
			   struct backtest *backtest, struct err *err)
{
	struct backtest read = BACKTEST_INIT;
	struct replay replay = {.today = app_today_day(app), .backtest = &read};

	if (!find_days(app, from, to, &read, err) || !guidance_rules(app, &replay.rules, err))
		return false;
	if (!guidance_gather(app, gather_days_to_judge(read.first, day_add(replay.today, -1)),
			     &replay.gathered, err)) {
		rules_free(&replay.rules);
		return false;
	}
	read.unit = replay.gathered.unit;
	read.decimals = replay.gathered.decimals;
	replay_days(&replay);
	rules_free(&replay.rules);
	gathered_free(&replay.gathered);
	if (read.days == 0) {
		backtest_free(&read);
		return err_set(err, ERR_NOT_FOUND,
			       "no plan was in use on these days, so there is nothing to play the "
			       "rules over");
	}
	*backtest = read;
	return true;
}
