/* SPDX-License-Identifier: MIT */
#include "chooser.h"

#include <inttypes.h>
#include <stdio.h>

#include "app/history.h"
#include "app/receipts.h"
#include "base/mem.h"
#include "key_words.h"
#include "move.h"
#include "seek.h"
#include "view_care.h"
#include "view_diff.h"
#include "view_preview.h"

static const char no_baseline[] =
	"The log has no complete day to start from yet. Log for some days first, or press "
	"{show-plan} to start from an amount you know.";

void chooser_free(struct chooser *chooser)
{
	choose_page_free(&chooser->page);
	start_texts_free(&chooser->texts);
}

void chooser_begin(struct chooser *chooser)
{
	start_texts_free(&chooser->texts);
	chooser->texts = (struct start_texts)START_TEXTS_INIT;
	list_go(&chooser->page.list, 0);
	chooser->page.marked = 0;
}

static bool any_today(struct app *app, bool *any, struct err *err)
{
	struct history_doses doses;

	if (!app_history_doses(app, app_today_day(app), app_today_day(app), &doses, err))
		return false;
	*any = doses.count > 0;
	history_doses_free(&doses);
	return true;
}

static void lay_out(struct chooser *chooser, struct app *app, size_t item)
{
	const struct plan_card *card = &chooser->page.cards.cards[item];
	struct choice *choice = &chooser->page.choices[item];
	struct preview_request request = start_texts_request(&chooser->texts, card->plan.name);
	struct problems problems = PROBLEMS_INIT;
	struct err why = {.code = ERR_NONE};
	struct str say = STR_INIT;

	choice->laid_out =
		!card->broken && app_plan_preview(app, &request, &choice->preview, &problems, &why);
	choice->no_baseline = !choice->laid_out && why.code == ERR_USAGE && request.from == NULL;
	if (choice->no_baseline)
		key_words_add(chooser->page.keys, no_baseline, &say);
	else
		str_add(&say, why.msg);
	snprintf(choice->why, sizeof(choice->why), "%.*s", (int)sizeof(choice->why) - 1, say.data);
	str_free(&say);
	problems_free(&problems);
}

bool chooser_load(struct chooser *chooser, struct app *app, const struct plan_now *now,
		  struct err *err)
{
	struct choose_page *page = &chooser->page;
	struct plan_cards cards;

	if (!any_today(app, &chooser->any_today, err) || !app_plan_cards(app, &cards, err))
		return false;
	page->now = now;
	choose_page_free(page);
	page->cards = cards;
	page->choices = mem_alloc(cards.count, sizeof(*page->choices));
	for (size_t i = 0; i < cards.count; i++)
		lay_out(chooser, app, i);
	list_resize(&page->list, (int)cards.count);
	if (page->marked > page->list.count)
		page->marked = 0;
	return true;
}

static void open_form(struct chooser *chooser, int item, struct outcome *outcome)
{
	const struct choice *choice = &chooser->page.choices[item];
	struct start_offer offer = {.plan = &chooser->page.cards.cards[item].plan};

	snprintf(offer.day, sizeof(offer.day), chooser->any_today ? "tomorrow" : "today");
	if (choice->laid_out) {
		amount_with_unit(choice->preview.schedule.start, choice->preview.schedule.unit,
				 offer.amount);
		day_iso(schedule_first_day(&choice->preview.schedule), offer.day);
	}
	outcome->open = view_start_new(&chooser->texts, &offer);
}

static enum reply open_plan(struct chooser *chooser, enum action action, struct outcome *outcome,
			    struct err *err)
{
	int item = chooser->page.list.cursor;
	const struct plan_card *card = &chooser->page.cards.cards[item];
	const struct choice *choice = &chooser->page.choices[item];

	if (card->broken ||
	    (!choice->laid_out && !choice->no_baseline && action != ACTION_START_OTHER)) {
		err_set(err, ERR_INVALID, "%s", choice->why);
		return REPLY_FAILED;
	}
	if (choice->laid_out && action == ACTION_SHOW_PLAN)
		outcome->open = view_preview_new(&chooser->texts, card->plan.name);
	else
		open_form(chooser, item, outcome);
	return REPLY_DONE;
}

/* As if it had been begun where the log begins: where it would stand, and how often more was taken. */
static void add_replay(const struct chooser *chooser, struct app *app, struct str *out)
{
	int item = chooser->page.list.cursor;
	const struct schedule *schedule = &chooser->page.choices[item].preview.schedule;
	const char *name = chooser->page.cards.cards[item].plan.name;
	struct preview_request request = start_texts_request(&chooser->texts, name);
	char first[DAY_TEXT_SIZE], goal[DAY_TEXT_SIZE], from[AMOUNT_TEXT_SIZE],
		now[AMOUNT_TEXT_SIZE];
	int decimals = amount_decimals(schedule->measure);
	struct problems problems = PROBLEMS_INIT;
	struct replay replay;
	struct err why;

	if (app_plan_replay(app, &request, &replay, &problems, &why))
		str_addf(out,
			 "\n\n# Laid over your log\nBegun on %s from %s a day, it would be at %s "
			 "today "
			 "and end on %s. More was taken than it plans on %" PRId32 " of %" PRId32
			 " days.\n",
			 day_long(replay.first, first),
			 amount_fixed_with_unit(replay.from, decimals, schedule->unit, from),
			 amount_fixed_with_unit(replay.target_now, decimals, schedule->unit, now),
			 day_long(day_add(replay.goal_day, -1), goal), replay.above, replay.days);
	problems_free(&problems);
}

static enum reply about(const struct chooser *chooser, struct app *app, struct outcome *outcome,
			struct err *err)
{
	const struct plan_card *card = &chooser->page.cards.cards[chooser->page.list.cursor];
	const struct choice *choice = &chooser->page.choices[chooser->page.list.cursor];
	const struct plan *plan = &card->plan;
	struct str text = STR_INIT;

	if (card->broken)
		return view_mistakes_open(app, card->path, outcome, err);
	choose_page_describe(&chooser->page, &text);
	if (choice->laid_out)
		add_replay(chooser, app, &text);
	outcome->open = view_read_new(plan->title[0] != '\0' ? plan->title : plan->name, &text);
	return REPLY_DONE;
}

/* With the marked plan, or the one in use as it stands now; without any there is nothing to compare with. */
static enum reply compare(const struct chooser *chooser, struct outcome *outcome)
{
	const struct choose_page *page = &chooser->page;
	const struct plan_card *cards = page->cards.cards;
	char newest[24];

	if (page->marked > 0 && page->marked - 1 != page->list.cursor) {
		outcome->open =
			view_diff_new("Two plans compared", cards[page->marked - 1].plan.name,
				      cards[page->list.cursor].plan.name, &chooser->texts);
	} else if (page->now != NULL) {
		snprintf(newest, sizeof(newest), "%zu", page->now->course.count);
		outcome->open = view_diff_new("The plan in use, and another", newest,
					      cards[page->list.cursor].plan.name, &chooser->texts);
	} else {
		key_words_say(page->keys, outcome, "{mark} marks a plan to compare another with.");
	}
	return REPLY_DONE;
}

enum reply chooser_act(struct chooser *chooser, struct app *app, enum action action,
		       struct outcome *outcome, struct err *err)
{
	const struct choice *choice;

	if (chooser->page.list.cursor < 0)
		return REPLY_IGNORED;
	choice = &chooser->page.choices[chooser->page.list.cursor];
	if (action == ACTION_SHOW_PLAN || action == ACTION_START_OTHER)
		return open_plan(chooser, action, outcome, err);
	if ((action == ACTION_COMPARE_PLANS || action == ACTION_MARK) && !choice->laid_out) {
		outcome_say(outcome, "%s", choice->why);
		return REPLY_DONE;
	}
	if (action == ACTION_ABOUT_PLAN)
		return about(chooser, app, outcome, err);
	if (action == ACTION_COMPARE_PLANS)
		return compare(chooser, outcome);
	if (action == ACTION_MARK) {
		int here = chooser->page.list.cursor + 1;

		chooser->page.marked = chooser->page.marked == here ? 0 : here;
		return REPLY_DONE;
	}
	return move_list(&chooser->page.list, action);
}

bool chooser_can(const struct chooser *chooser, enum action action)
{
	const struct choose_page *page = &chooser->page;
	const struct choice *choice;

	/* The same on every line of the list: where there is nothing to compare it is said. */
	if (action == ACTION_COMPARE_PLANS || action == ACTION_MARK)
		return page->list.cursor >= 0;
	if (action != ACTION_SHOW_PLAN && action != ACTION_START_OTHER)
		return true;
	if (page->list.cursor < 0)
		return false;
	choice = &page->choices[page->list.cursor];
	if (page->cards.cards[page->list.cursor].broken)
		return false;
	return action == ACTION_START_OTHER || choice->laid_out || choice->no_baseline;
}

static void choice_line(const void *context, int i, struct str *out)
{
	const struct plan *plan = &((const struct choose_page *)context)->cards.cards[i].plan;

	str_addf(out, "%s %s %s", plan->name, plan->title, plan->summary);
}

enum reply chooser_find(struct chooser *chooser, const char *words, int by, struct err *err)
{
	struct choose_page *page = &chooser->page;
	int item = seek_item(words, page->list.count, page->list.cursor, by, choice_line, page);

	if (item < 0) {
		err_set(err, ERR_NOT_FOUND, "no plan has '%.60s'", words);
		return REPLY_FAILED;
	}
	list_go(&page->list, item);
	return REPLY_DONE;
}

enum reply chooser_click(struct chooser *chooser, struct rect area, int row, int column)
{
	return move_list_to(&chooser->page.list, choose_page_list(&chooser->page, area), row,
			    column);
}
