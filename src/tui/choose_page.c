/* SPDX-License-Identifier: MIT */
#include "choose_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan_ask.h"
#include "words.h"

enum {
	TWO_COLUMNS = 72,
	LIST_COLUMNS = 32,
	LIST_COLUMNS_WIDE = 42,
	LABEL_COLUMNS = 20,
	FIGURE_COLUMNS = 41,
	MARGIN_COLUMNS = 60,
	SIGN_COLUMNS = 4
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

/* "120 days later than now": against the plan in use. */
static const char *against(const struct plan_now *now, const struct schedule *schedule, char *buf)
{
	int32_t later = day_between(schedule_last_day(&now->current->schedule),
				    schedule_last_day(schedule));
	char count[WORDS_SIZE];

	if (later == 0)
		snprintf(buf, WORDS_SIZE, "the same last day");
	else
		snprintf(buf, WORDS_SIZE, "%s %s",
			 words_count(later < 0 ? -later : later, "day", "days", count),
			 later < 0 ? "earlier" : "later");
	return buf;
}

static void draw_figures(const struct choose_page *page, const struct preview *preview,
			 struct canvas *canvas, struct rect *rest)
{
	const struct schedule *schedule = &preview->schedule;
	int decimals = amount_decimals(schedule->measure);
	char text[96], amount[AMOUNT_TEXT_SIZE], goal[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	char percent[WORDS_SIZE];

	day_long(schedule_last_day(schedule), day);
	if (rest->columns < FIGURE_COLUMNS)
		snprintf(text, sizeof(text), "%s", day);
	else
		snprintf(text, sizeof(text), "%s, %" PRId32 " days", day, schedule_days(schedule));
	figure(canvas, rest, "Last day", text);
	if (page->now != NULL)
		figure(canvas, rest, "Against now", against(page->now, schedule, percent));
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

/* A text with a line of air before it; where it does not fit whole, a word about where it is instead. */
static void paragraph(struct canvas *canvas, struct rect *rest, int ink, const char *text)
{
	if (text[0] == '\0' || rest->rows < 2)
		return;
	rect_take_top(rest, 1);
	if (text_rows(text, rest->columns) <= rest->rows)
		rect_take_top(rest, canvas_wrap(canvas, *rest, ink, text));
	else
		canvas_text(canvas, rect_take_top(rest, rest->rows), ROLE_DIM,
			    "x shows all about it");
}

static void draw_card(const struct choose_page *page, int item, struct canvas *canvas,
		      struct rect rest)
{
	const struct plan_card *card = &page->cards.cards[item];
	const struct choice *choice = &page->choices[item];
	struct str cautions = STR_INIT;

	if (card->broken) {
		canvas_wrap(canvas, rest, ROLE_WARN,
			    "This file has mistakes. The command taper plan check names them.");
		return;
	}
	if (choice->laid_out)
		draw_figures(page, &choice->preview, canvas, &rest);
	else
		rect_take_top(&rest,
			      canvas_wrap(canvas, rest, choice->no_baseline ? ROLE_TEXT : ROLE_WARN,
					  choice->why));
	for (size_t i = 0; i < choice->preview.pace.caution_count; i++)
		add_caution(&choice->preview.pace.cautions[i], &cautions);
	rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_WARN, cautions.data));
	str_free(&cautions);
	paragraph(canvas, &rest, ROLE_TEXT, card->plan.suits);
	paragraph(canvas, &rest, ROLE_DIM, card->plan.summary);
}

static const char *title_of(const struct plan_card *card)
{
	return card->plan.title[0] != '\0' ? card->plan.title : card->plan.name;
}

static bool is_now(const struct choose_page *page, int item)
{
	return page->now != NULL &&
	       strcmp(page->now->current->name, page->cards.cards[item].plan.name) == 0;
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
		if (is_now(page, item) || page->cards.cards[item].own)
			rect_take_right(&name, SIGN_COLUMNS);
		canvas_text(canvas, name, here ? ROLE_STRONG : ROLE_TEXT,
			    title_of(&page->cards.cards[item]));
		name.columns = parts.list.columns - 2;
		if (is_now(page, item))
			canvas_text_right(canvas, name, ROLE_ACCENT, "now");
		else if (page->cards.cards[item].own)
			canvas_text_right(canvas, name, ROLE_DIM, "own");
		if (!here)
			continue;
		canvas_select(canvas, line);
		canvas_cursor(canvas, name.row, name.column, false);
		draw_card(page, item, canvas, parts.card);
	}
}

void choose_page_describe(const struct choose_page *page, struct str *out)
{
	const struct plan_card *card = &page->cards.cards[page->list.cursor];
	const struct choice *choice = &page->choices[page->list.cursor];

	if (card->plan.suits[0] != '\0')
		str_addf(out, "# For whom\n%s\n\n", card->plan.suits);
	str_addf(out, "# What it does\n%s\n\n", card->plan.summary);
	if (choice->laid_out) {
		str_add(out, "# From your baseline\n");
		plan_ask_describe(&choice->preview, page->now, out);
	} else {
		str_addf(out, "%s\n", choice->why);
	}
}
