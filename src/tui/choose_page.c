/* SPDX-License-Identifier: MIT */
#include "choose_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/aftercare.h"
#include "base/plural.h"
#include "base/utf8.h"
#include "key_words.h"
#include "plan_ask.h"
#include "prose.h"
#include "words.h"

enum {
	LABEL_COLUMNS = 20,
	MARGIN_COLUMNS = 60,
	SIDE_COLUMNS = 36,
	ROOMY_ROWS = 16,
	CARD_LEAST = 5,
	CAUTION_LEAST = 3,
	CELL_SIZE = 128
};

enum { NAME, LAST_DAY, DAYS, PACE, TOTAL, SIGNS, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
	[NAME] = {.title = "Plan", .width = 17},
	[LAST_DAY] = {.title = "Last day", .width = 11},
	[DAYS] = {.title = "Days", .width = 5, .fold = 4, .right = true},
	[PACE] = {.title = "4 weeks", .width = 7, .fold = 1, .right = true},
	[TOTAL] = {.title = "In all", .width = 9, .fold = 3, .right = true},
	[SIGNS] = {.title = "", .width = 5, .fold = 2},
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
	struct rect title, from, head, list, card;
};

/* "your last 7 days, 12.0 g to 16.5 g": where all the plans begin, as the first that is laid out tells it. */
static const struct preview *first_preview(const struct choose_page *page)
{
	for (size_t i = 0; i < page->cards.count; i++) {
		if (page->choices[i].laid_out)
			return &page->choices[i].preview;
	}
	return NULL;
}

static void add_baseline(const struct preview *preview, struct str *out)
{
	const struct baseline *baseline = &preview->baseline;
	int decimals = amount_decimals(preview->schedule.measure);
	char low[AMOUNT_TEXT_SIZE], high[AMOUNT_TEXT_SIZE], count[WORDS_SIZE];

	str_addf(out, "the mean of %s, %s to %s.",
		 words_count(baseline->days, "logged day", "logged days", count),
		 amount_fixed(baseline->lowest, decimals, low),
		 amount_fixed_with_unit(baseline->highest, decimals, preview->schedule.unit, high));
	if (!baseline->enough)
		str_add(out, " After seven it says more.");
	if (!baseline->steady)
		str_add(out, " Your days vary by more than 20 %: two weeks at one steady amount "
			     "make the first cut easier to feel.");
}

static void write_from(const struct choose_page *page, struct str *out)
{
	const struct preview *preview = first_preview(page);
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE], measure[AMOUNT_TEXT_SIZE];

	if (preview == NULL)
		return;
	str_addf(out, "From %s a day on %s, scale %s: ",
		 amount_fixed_with_unit(preview->schedule.start,
					amount_decimals(preview->schedule.measure),
					preview->schedule.unit, amount),
		 day_short(schedule_first_day(&preview->schedule), day),
		 amount_with_unit(preview->schedule.measure, preview->schedule.unit, measure));
	if (preview->from_baseline)
		add_baseline(preview, out);
	else if (preview->recent > 0)
		str_addf(out, "what you took a day, on %d of the last %d days.",
			 (int)preview->recent, (int)AFTERCARE_RECENT_DAYS);
	else
		str_add(out, "an amount of your own.");
}

static struct parts parts_of(const struct choose_page *page, struct rect area)
{
	bool roomy = area.rows >= ROOMY_ROWS;
	struct rect rest = rect_inset(area, area.rows > 2 * ROOMY_ROWS ? 1 : 0,
				      area.columns >= MARGIN_COLUMNS ? 2 : 1);
	int count = (int)page->cards.count, room;
	char from_room[TEXT_ROOM];
	struct str from = str_in(from_room, sizeof(from_room));
	struct parts parts;

	write_from(page, &from);
	parts.title = rect_take_top(&rest, 1);
	parts.from = rect_take_top(&rest, roomy ? text_rows(from.data, rest.columns) : 0);
	rect_take_top(&rest, area.rows > ROOMY_ROWS + 4 ? 1 : 0);
	str_free(&from);
	parts.card = rest;
	if (area.columns >= PANEL_COLUMNS) {
		parts.card = rect_take_right(&rest, SIDE_COLUMNS);
		rect_take_right(&rest, 3);
	}
	parts.head = rect_take_top(&rest, roomy ? 1 : 0);
	room = area.columns >= PANEL_COLUMNS ? rest.rows : rest.rows - 1 - (roomy ? CARD_LEAST : 3);
	parts.list = rect_take_top(&rest, count < room ? count : room);
	if (area.columns < PANEL_COLUMNS)
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
	int32_t later = day_between(schedule_last_day(&now->schedule), schedule_last_day(schedule));
	char count[WORDS_SIZE];

	if (later == 0)
		snprintf(buf, WORDS_SIZE, "the same last day");
	else
		snprintf(buf, WORDS_SIZE, "%s %s",
			 words_count(later < 0 ? -later : later, "day", "days", count),
			 later < 0 ? "earlier" : "later");
	return buf;
}

/* What the table has no room for. */
static void draw_figures(const struct choose_page *page, const struct preview *preview,
			 const int *at, struct canvas *canvas, struct rect *rest)
{
	const struct schedule *schedule = &preview->schedule;
	struct amount all = schedule_total(schedule, schedule_first_day(schedule));
	char text[CELL_SIZE], amount[AMOUNT_TEXT_SIZE], percent[WORDS_SIZE];
	char room[TEXT_ROOM];
	struct str end = str_in(room, sizeof(room));
	bool same = page->now != NULL &&
		    schedule_last_day(schedule).n == schedule_last_day(&page->now->schedule).n;
	size_t len;

	if (at[DAYS] < 0)
		str_addf(&end,
			 plural_of(schedule_days(schedule), "%" PRId32 " day", "%" PRId32 " days"),
			 schedule_days(schedule));
	if (at[TOTAL] < 0)
		str_addf(&end, ", %s", amount_fixed_with_unit(all, 0, schedule->unit, amount));
	len = end.len;
	if (page->now != NULL)
		str_addf(&end, "%s%s%s", len > 0 ? "; " : "", against(page->now, schedule, percent),
			 same ? "" : " than now");
	/* In little room the comparison has a line of its own. */
	if (utf8_width(end.data) > rest->columns - LABEL_COLUMNS) {
		figure(canvas, rest, "Against now", against(page->now, schedule, percent));
		str_cut(&end, len);
	}
	if (end.len > 0)
		figure(canvas, rest, len > 0 ? "To the end" : "Last day", end.data);
	str_free(&end);
	if (at[PACE] < 0 && preview->pace.steepest.bp > 0) {
		snprintf(text, sizeof(text), "−%s", words_percent(preview->pace.steepest, percent));
		figure(canvas, rest, "Fastest four weeks", text);
	}
}

static void add_caution(const struct caution *caution, struct str *out)
{
	str_add_char(out, '\n');
	words_sentence(caution->text, out);
	str_add_char(out, '\n');
}

/* A text with a line of air before it; where it does not fit whole, a word about where it is instead. */
static void paragraph(const struct choose_page *page, struct canvas *canvas, struct rect *rest,
		      int ink, const char *text)
{
	if (text[0] == '\0' || rest->rows < 2)
		return;
	rect_take_top(rest, 1);
	if (text_rows(text, rest->columns) <= rest->rows)
		rect_take_top(rest, canvas_wrap(canvas, *rest, ink, text));
	else
		key_words_wrap(page->keys, canvas, rect_take_top(rest, rest->rows), ROLE_DIM,
			       "{about-plan} shows all about it");
}

/* Below the list a line of air comes first, unless what has to be read needs it. */
static int air_above(const struct plan_card *card, const struct choice *choice,
		     const char *cautions, struct rect rest)
{
	int need = choice->laid_out ? 1 + text_rows(cautions, rest.columns)
				    : text_rows(choice->why, rest.columns) + 1 +
					      text_rows(card->plan.suits, rest.columns);

	return rest.columns > SIDE_COLUMNS && rest.rows > CARD_LEAST && rest.rows > need ? 1 : 0;
}

static void draw_card(const struct choose_page *page, int item, const int *at,
		      struct canvas *canvas, struct rect rest)
{
	const struct plan_card *card = &page->cards.cards[item];
	const struct choice *choice = &page->choices[item];
	char room[TEXT_ROOM];
	struct str cautions = str_in(room, sizeof(room));

	if (card->broken) {
		key_words_wrap(page->keys, canvas, rest, ROLE_WARN,
			       "This file has mistakes. {about-plan} names them.");
		return;
	}
	for (size_t i = 0; i < choice->preview.pace.caution_count; i++)
		add_caution(&choice->preview.pace.cautions[i], &cautions);
	rect_take_top(&rest, air_above(card, choice, cautions.data, rest));
	if (choice->laid_out)
		draw_figures(page, &choice->preview, at, canvas, &rest);
	else
		rect_take_top(&rest,
			      canvas_wrap(canvas, rest, choice->no_baseline ? ROLE_TEXT : ROLE_WARN,
					  choice->why));
	if (cautions.len > 0 && rest.rows < CAUTION_LEAST)
		key_words_wrap(page->keys, canvas, rect_take_top(&rest, 1), ROLE_WARN,
			       "A caution: {about-plan} shows it");
	else
		rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_WARN, cautions.data));
	str_free(&cautions);
	paragraph(page, canvas, &rest, ROLE_TEXT, card->plan.suits);
	paragraph(page, canvas, &rest, ROLE_DIM, card->plan.summary);
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

/* The widest name, whole or before its comma. */
static int names_width(const struct choose_page *page, bool whole)
{
	int widest = columns[NAME].width;

	for (size_t i = 0; i < page->cards.count; i++) {
		char name[WORDS_TITLE_SIZE];
		int width = utf8_width(
			words_title(title_of(&page->cards.cards[i]), whole ? CELL_SIZE : 0, name));

		widest = width > widest ? width : widest;
	}
	return widest;
}

static void cell_text(const struct choose_page *page, int item, int which, int width, char *text)
{
	const struct choice *choice = &page->choices[item];
	const struct schedule *schedule = &choice->preview.schedule;
	const struct pace *pace = &choice->preview.pace;
	char buf[WORDS_SIZE], title[WORDS_TITLE_SIZE];

	text[0] = '\0';
	if (which == NAME)
		snprintf(text, CELL_SIZE, "%.*s", CELL_SIZE - 1,
			 words_title(title_of(&page->cards.cards[item]),
				     names_width(page, true) <= width ? width : 0, title));
	else if (!choice->laid_out)
		snprintf(text, CELL_SIZE, "%s", which == LAST_DAY ? "–" : "");
	else if (which == LAST_DAY)
		day_long(schedule_last_day(schedule), text);
	else if (which == DAYS)
		snprintf(text, CELL_SIZE, "%" PRId32, schedule_days(schedule));
	else if (which == PACE && pace->steepest.bp > 0)
		snprintf(text, CELL_SIZE, "−%s", words_percent_fixed(pace->steepest, buf));
	else if (which == PACE)
		snprintf(text, CELL_SIZE, "–");
	else if (which == TOTAL)
		amount_fixed_with_unit(schedule_total(schedule, schedule_first_day(schedule)), 0,
				       schedule->unit, text);
	else if (pace->caution_count > 0)
		snprintf(text, CELL_SIZE, "▲");
}

/* What a plan is besides its figures: in use now, or the person's own. */
static void draw_signs(const struct choose_page *page, int item, struct canvas *canvas,
		       struct rect place)
{
	char text[CELL_SIZE];

	cell_text(page, item, SIGNS, place.columns, text);
	canvas_text(canvas, rect_take_left(&place, 2), ROLE_WARN, text);
	if (is_now(page, item))
		canvas_text(canvas, place, ROLE_ACCENT, "now");
	else if (page->cards.cards[item].own)
		canvas_text(canvas, place, ROLE_DIM, "own");
}

/* The head where item is -1. */
static void draw_row(const struct choose_page *page, int item, const struct column *fitted,
		     const int *at, struct canvas *canvas, struct rect line)
{
	bool here = item == page->list.cursor;

	for (int i = 0; i < COLUMN_COUNT; i++) {
		struct rect cell = line;
		char text[CELL_SIZE];

		if (at[i] < 0)
			continue;
		rect_take_left(&cell, at[i]);
		cell = rect_take_left(&cell, fitted[i].width);
		if (item >= 0 && i == SIGNS) {
			draw_signs(page, item, canvas, cell);
			continue;
		}
		if (item < 0)
			snprintf(text, sizeof(text), "%s", fitted[i].title);
		else
			cell_text(page, item, i, cell.columns, text);
		(fitted[i].right ? canvas_text_right : canvas_text)(canvas, cell,
								    item < 0    ? ROLE_DIM
								    : i != NAME ? ROLE_TEXT
								    : here      ? ROLE_STRONG
										: ROLE_TEXT,
								    text);
	}
}

/*
 * Names are whole where they and the last day have room; the figures fold for them, and the name has what is left. Where nothing is
 * laid out there are no figures.
 */
static void fit(const struct choose_page *page, struct rect place, bool figures,
		struct column *fitted, int *at)
{
	int width, whole = names_width(page, true), beside = COLUMN_GAP + columns[LAST_DAY].width;

	memcpy(fitted, columns, sizeof(columns));
	fitted[NAME].width = whole + beside <= place.columns ? whole : names_width(page, false);
	for (int i = LAST_DAY; i < SIGNS && !figures; i++)
		fitted[i] = (struct column){.title = "", .width = place.columns, .fold = SIGNS};
	width = columns_fit(fitted, COLUMN_COUNT, place.columns, at);
	if (place.columns > width)
		fitted[NAME].width += place.columns - width;
	columns_fit(fitted, COLUMN_COUNT, place.columns, at);
}

void choose_page_draw(const struct choose_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area);
	struct column fitted[COLUMN_COUNT];
	struct rect inside = rect_inset(parts.list, 0, 1);
	char room[TEXT_ROOM];
	struct str from = str_in(room, sizeof(room));
	int at[COLUMN_COUNT];

	write_from(page, &from);
	fit(page, inside, from.len > 0, fitted, at);
	prose_draw_where(canvas, parts.title, page->list.top, page->list.count, parts.list.rows);
	canvas_text(canvas, parts.title, INK_TITLE,
		    from.len > 0 ? "Plans side by side" : "Plans there are");
	canvas_wrap(canvas, parts.from, ROLE_DIM, from.data);
	str_free(&from);
	if (parts.head.rows > 0)
		draw_row(page, -1, fitted, at, canvas, rect_inset(parts.head, 0, 1));
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++) {
		int item = page->list.top + i;
		struct rect line = rect_line(parts.list, i, 0);

		draw_row(page, item, fitted, at, canvas, rect_line(inside, i, 0));
		if (item + 1 == page->marked)
			canvas_put(canvas, line.row, line.column, ROLE_ACCENT,
				   canvas->plain ? 'm' : U'●');
		if (item != page->list.cursor)
			continue;
		canvas_select_row(canvas, line);
		canvas_cursor(canvas, line.row, line.column + 1, false);
		if (!list_waits(&page->list) || canvas->plain)
			draw_card(page, item, at, canvas, parts.card);
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
		str_add(out, "# From where you are\n");
		plan_ask_describe(&choice->preview, page->now, out);
	} else {
		str_addf(out, "%s\n", choice->why);
	}
}
