/* SPDX-License-Identifier: MIT */
#include "today_facts.h"

#include <inttypes.h>
#include <stdio.h>

#include "answer.h"
#include "base/utf8.h"
#include "checkin_words.h"
#include "key_words.h"
#include "words.h"

enum { FACTS_MAX = 10, FACTS_LEAST = 5, WHOLE_PERCENT_FROM_BP = 1000 };

struct fact {
	const char *label;
	char value[ANSWER_TEXT_SIZE];
};

struct facts {
	struct fact items[FACTS_MAX];
	int count;
};

static char *add(struct facts *facts, const char *label)
{
	struct fact *fact = &facts->items[facts->count++];

	fact->label = label;
	return fact->value;
}

/* From 10 % on a decimal says nothing more; a step up has no percentage. */
static void way_text(const struct today *today, struct amount from, struct amount to, char *out)
{
	char before[AMOUNT_TEXT_SIZE], after[AMOUNT_TEXT_SIZE], percent[WORDS_SIZE];
	struct amount fall = {.nano = from.nano - to.nano};
	struct rate rate = {.bp = 0};

	if (fall.nano > 0 && from.nano > 0)
		rate = amount_ratio(fall, from);
	if (rate.bp >= WHOLE_PERCENT_FROM_BP)
		rate.bp = (rate.bp + 50) / 100 * 100;
	snprintf(out, ANSWER_TEXT_SIZE, "%s → %s%s%s", amount_fixed(from, today->decimals, before),
		 amount_fixed_with_unit(to, today->decimals, today->unit, after),
		 fall.nano > 0 ? "  −" : "", fall.nano > 0 ? words_percent(rate, percent) : "");
}

static void add_hold(const struct today *today, struct facts *facts)
{
	char day[DAY_TEXT_SIZE], count[WORDS_SIZE];
	int32_t days = day_between(today->hold_since, today->goes_on);
	bool ahead = today->hold_since.n > today->day.n;

	if (!today->on_hold)
		return;
	if (!ahead && !today->hold_open)
		snprintf(add(facts, "On hold until"), ANSWER_TEXT_SIZE, "%s",
			 day_short(day_add(today->goes_on, -1), day));
	else
		snprintf(add(facts, ahead ? "On hold from" : "On hold since"), ANSWER_TEXT_SIZE,
			 "%s%s%s", day_short(today->hold_since, day), today->hold_open ? "" : ", ",
			 today->hold_open ? "" : words_count(days, "day", "days", count));
}

/* The amount chosen to stay at has its days and its marks too. */
static void add_staying(const struct app_aftercare *staying, struct facts *facts)
{
	char room[TEXT_ROOM];
	struct str next = str_in(room, sizeof(room));
	char count[WORDS_SIZE], day[DAY_TEXT_SIZE];

	if (staying == NULL)
		return;
	snprintf(add(facts, "At this amount"), ANSWER_TEXT_SIZE, "%s",
		 words_count(staying->care.days, "day", "days", count));
	aftercare_milestone_name(staying->care.reached, &next);
	snprintf(add(facts, "Next mark"), ANSWER_TEXT_SIZE, "%s, %s", next.data,
		 day_long(day_add(staying->care.since, staying->care.next_days), day));
	str_free(&next);
}

/* On the first day of a step: what it was until yesterday. */
static void add_step(const struct today *today, struct facts *facts)
{
	size_t last = today->last_count;

	if (last < 2 || !today->last_has_target[last - 2] ||
	    today->last_target[last - 2].nano <= today->target.nano)
		return;
	way_text(today, today->last_target[last - 2], today->target, add(facts, "A step today"));
}

static struct facts facts_of(const struct today_page *page)
{
	const struct today *today = page->today;
	struct facts facts = {.count = 0};
	char day[DAY_TEXT_SIZE], count[WORDS_SIZE];

	add_hold(today, &facts);
	add_staying(page->staying, &facts);
	add_step(today, &facts);
	if (today->has_next_step) {
		snprintf(add(&facts, "Next step"), ANSWER_TEXT_SIZE, "%s",
			 day_short(today->next_step, day));
		way_text(today, today->target, today->next_target, add(&facts, ""));
	}
	if (today->target.nano < today->start.nano)
		way_text(today, today->start, today->target, add(&facts, "Since the start"));
	if (today->days_counted > 0)
		snprintf(add(&facts, "At or below plan"), ANSWER_TEXT_SIZE, "%" PRId32 " of %s",
			 today->days_at_or_below,
			 words_count(today->days_counted, "day", "days", count));
	if (page->not_spent != NULL)
		snprintf(add(&facts, "Not spent"), ANSWER_TEXT_SIZE, "%s%s", page->not_spent,
			 page->goal != NULL ? page->goal : "");
	if (page->safety != NULL)
		snprintf(add(&facts, "Safety questions"), ANSWER_TEXT_SIZE, "come again: Support");
	return facts;
}

static bool has_week(const struct today_page *page)
{
	return page->week != NULL && page->week->checked > 0;
}

int today_facts_rows(const struct today_page *page)
{
	struct facts facts = facts_of(page);

	int rows = facts.count + 1 + has_week(page);

	return rows > FACTS_LEAST ? rows : FACTS_LEAST;
}

static void draw_fact(struct canvas *canvas, struct rect line, const struct fact *fact)
{
	canvas_text(canvas, rect_take_left(&line, TODAY_FACT_LABEL), ROLE_DIM, fact->label);
	canvas_text(canvas, line, ROLE_TEXT, fact->value);
}

static void draw_planned(const struct today_page *page, struct rect place, struct canvas *canvas)
{
	const struct today *today = page->today;
	struct facts facts = facts_of(page);
	struct rect line = rect_line(place, 0, 0);
	char at[WORDS_SIZE], title[WORDS_TITLE_SIZE];

	if (today->at_goal)
		snprintf(at, sizeof(at), "at goal");
	else
		snprintf(at, sizeof(at), "day %" PRId32 " of %" PRId32, today->plan_day,
			 today->plan_days);
	words_title(today->plan_title, line.columns - 2 - utf8_width(at), title);
	rect_take_left(&line, canvas_text(canvas, line, ROLE_STRONG, title) + 2);
	canvas_text(canvas, line, ROLE_DIM, at);
	for (int i = 0; i < facts.count; i++)
		draw_fact(canvas, rect_line(place, i + 1, 0), &facts.items[i]);
	if (has_week(page))
		checkin_week_draw(page->week, canvas, rect_line(place, facts.count + 1, 0),
				  TODAY_FACT_LABEL);
}

void today_facts_draw(const struct today_page *page, struct rect place, struct canvas *canvas)
{
	const struct today *today = page->today;
	const char *title = "A baseline first";
	const char *text = "Log what you take for seven days and change nothing yet. A plan then "
			   "begins from what is real. The plans are on {plan}.";

	if (today->has_plan) {
		draw_planned(page, place, canvas);
		return;
	}
	if (today->plan_waits) {
		title = "A plan is chosen";
		text = "Until it begins, nothing changes: log what you take.";
	} else if (today->baseline_days >= BASELINE_DAYS) {
		title = "Ready for a plan";
		text = "Seven days are logged. {new-plan} shows the plans there are, each laid out "
		       "from your own baseline.";
	}
	canvas_text(canvas, rect_take_top(&place, 1), ROLE_STRONG, title);
	key_words_wrap(page->keys, canvas, place, ROLE_DIM, text);
}

void today_facts_plain(const struct today_page *page, struct str *out)
{
	const struct today *today = page->today;
	struct facts facts = facts_of(page);

	if (!today->has_plan)
		return;
	if (today->at_goal)
		str_addf(out, "%s, at goal\n", today->plan_title);
	else
		str_addf(out, "%s, day %" PRId32 " of %" PRId32 "\n", today->plan_title,
			 today->plan_day, today->plan_days);
	for (int i = 0; i < facts.count; i++) {
		bool more = i + 1 < facts.count && facts.items[i + 1].label[0] == '\0';

		str_addf(out, "%s %s", facts.items[i].label, facts.items[i].value);
		if (more)
			str_addf(out, ", %s", facts.items[++i].value);
		str_add_char(out, '\n');
	}
	if (has_week(page))
		str_addf(out, "Check-in %s\n", checkin_words_week(page->week));
}
