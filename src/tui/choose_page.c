/* SPDX-License-Identifier: MIT */
#include "choose_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "words.h"

enum {
	TWO_COLUMNS = 72,
	LIST_COLUMNS = 32,
	LIST_COLUMNS_WIDE = 42,
	LABEL_COLUMNS = 20,
	MARGIN_COLUMNS = 60
};

void choose_page_free(struct choose_page *page)
{
	for (size_t i = 0; i < page->cards.count && page->choices != NULL; i++) {
		if (page->choices[i].laid_out)
			preview_free(&page->choices[i].preview);
	}
	free(page->choices);
	page->choices = NULL;
	plan_cards_free(&page->cards);
}

struct parts {
	struct rect title, list, card;
};

static struct parts parts_of(const struct choose_page *page, struct rect area)
{
	struct parts parts;
	struct rect rest =
		rect_inset(area, area.rows >= 16 ? 1 : 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);

	parts.title = rect_take_top(&rest, 1);
	if (area.rows >= 16)
		rect_take_top(&rest, 1);
	if (area.columns >= TWO_COLUMNS) {
		parts.list = rect_take_left(&rest, area.columns >= PANEL_COLUMNS ? LIST_COLUMNS_WIDE
										 : LIST_COLUMNS);
		rect_take_left(&rest, 3);
	} else {
		int rows = (int)page->cards.count;

		parts.list = rect_take_top(&rest, rows < rest.rows / 2 ? rows : rest.rows / 2);
		rect_take_top(&rest, rest.rows > 6 ? 1 : 0);
	}
	parts.card = rest;
	return parts;
}

struct rect choose_page_list(const struct choose_page *page, struct rect area)
{
	return parts_of(page, area).list;
}

static void figure(struct canvas *canvas, struct rect *rest, const char *label, const char *value)
{
	struct rect line = rect_take_top(rest, 1);

	canvas_text(canvas, rect_take_left(&line, LABEL_COLUMNS), ROLE_DIM, label);
	canvas_text(canvas, line, ROLE_TEXT, value);
}

static void draw_figures(const struct preview *preview, struct canvas *canvas, struct rect *rest)
{
	const struct schedule *schedule = &preview->schedule;
	int decimals = amount_decimals(schedule->measure);
	char text[96], amount[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	char percent[WORDS_SIZE];

	snprintf(text, sizeof(text), "%s, %" PRId32 " days",
		 day_long(schedule_last_day(schedule), day), schedule_days(schedule));
	figure(canvas, rest, "Last day", text);
	snprintf(text, sizeof(text), "−%s", words_percent(preview->pace.steepest, percent));
	figure(canvas, rest, "Fastest four weeks", preview->pace.steepest.bp > 0 ? text : "–");
	amount_fixed_with_unit(schedule_total(schedule, schedule_first_day(schedule)), 0,
			       schedule->unit, amount);
	figure(canvas, rest, "In all, to the end", amount);
	figure(canvas, rest, "First day", day_long(schedule_first_day(schedule), day));
	snprintf(text, sizeof(text), "%s → %s",
		 amount_fixed_with_unit(schedule->start, decimals, schedule->unit, amount),
		 amount_text(schedule->goal, goal));
	figure(canvas, rest, "A day", text);
}

static void add_caution(const struct caution *caution, struct str *out)
{
	str_add_char(out, '\n');
	words_sentence(caution->text, out);
	str_add_char(out, '\n');
}

static void draw_card(const struct plan_card *card, const struct choice *choice,
		      struct canvas *canvas, struct rect rest)
{
	struct str cautions = STR_INIT;

	if (card->broken) {
		canvas_wrap(canvas, rest, ROLE_WARN,
			    "This file has mistakes. The command taper plan check names them.");
		return;
	}
	if (choice->laid_out)
		draw_figures(&choice->preview, canvas, &rest);
	else
		rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_WARN, choice->why));
	for (size_t i = 0; i < choice->preview.pace.caution_count; i++)
		add_caution(&choice->preview.pace.cautions[i], &cautions);
	rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_WARN, cautions.data));
	str_free(&cautions);
	rect_take_top(&rest, 1);
	rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_TEXT, card->plan.summary));
	if (rest.rows > 2 && card->plan.suits[0] != '\0') {
		rect_take_top(&rest, 1);
		canvas_wrap(canvas, rest, ROLE_DIM, card->plan.suits);
	}
}

static const char *title_of(const struct plan_card *card)
{
	return card->plan.title[0] != '\0' ? card->plan.title : card->plan.name;
}

void choose_page_draw(const struct choose_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area);

	canvas_text(canvas, parts.title, ROLE_STRONG,
		    page->list.cursor >= 0 && page->choices[page->list.cursor].laid_out
			    ? "Plans, laid out from your own baseline"
			    : "Plans there are");
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++) {
		int item = page->list.top + i;
		struct rect line = rect_line(parts.list, i, 0), name = rect_inset(line, 0, 1);
		bool here = item == page->list.cursor;

		line.columns = parts.list.columns;
		canvas_text(canvas, name, here ? ROLE_STRONG : ROLE_TEXT,
			    title_of(&page->cards.cards[item]));
		if (page->cards.cards[item].own)
			canvas_text_right(canvas, name, ROLE_DIM, "own");
		if (!here)
			continue;
		canvas_select(canvas, line);
		canvas_cursor(canvas, name.row, name.column, false);
		draw_card(&page->cards.cards[item], &page->choices[item], canvas, parts.card);
	}
}

void choose_page_describe(const struct preview *preview, struct str *out)
{
	const struct schedule *schedule = &preview->schedule;
	int decimals = amount_decimals(schedule->measure);
	char amount[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE];
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

	str_addf(out, "From %s a day down to %s, ",
		 amount_fixed_with_unit(schedule->start, decimals, schedule->unit, amount),
		 amount_text(schedule->goal, goal));
	str_addf(out, "from %s to %s, %" PRId32 " days.\n",
		 day_full(schedule_first_day(schedule), first),
		 day_full(schedule_last_day(schedule), last), schedule_days(schedule));
	for (size_t i = 0; i < preview->pace.caution_count; i++)
		add_caution(&preview->pace.cautions[i], out);
	str_add(out, pace_needs_acknowledgement(&preview->pace)
			     ? "\nA yes says that you have read this and want it so."
			     : "\nIt can be undone with u.");
}
