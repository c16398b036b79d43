/* SPDX-License-Identifier: MIT */
#include "today_draw.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "answer.h"
#include "bar.h"
#include "base/utf8.h"
#include "chart.h"
#include "digits.h"
#include "key_words.h"
#include "today_doses.h"
#include "today_facts.h"
#include "words.h"

enum {
	ROOMY_ROWS = 16,
	ROOMY_COLUMNS = 60,
	TWO_COLUMNS = 72,
	CHART_LEAST = 4,
	CHART_ROWS_MAX = 14,
	DOSES_LEAST = 3,
	READY_ROWS_SMALL = 2
};

static bool is_new(const struct today *today)
{
	return !today->any_dose_ever && !today->has_plan && !today->plan_waits;
}

static void split_middle(const struct today_page *page, struct rect middle,
			 struct today_layout *layout)
{
	struct rect side = middle;
	int facts = today_facts_rows(page);

	if (middle.columns >= TWO_COLUMNS) {
		layout->doses = rect_take_left(&side, (middle.columns - 3) * 12 / 25);
		rect_take_left(&side, 3);
		layout->facts = rect_take_top(&side, facts);
		if (side.rows > CHART_LEAST)
			rect_take_top(&side, 1);
		layout->chart = side;
		return;
	}
	layout->facts = rect_take_bottom(&middle, facts);
	rect_take_bottom(&middle, 1);
	layout->doses = middle;
}

/* What the doses, the facts and the chart need, at most what there is: the sentence follows them, not the bottom. */
static int middle_rows(const struct today_page *page, int room)
{
	const struct today *today = page->today;
	int rows = today_facts_rows(page) + 1 + CHART_ROWS_MAX + 1;

	if ((int)today->dose_count + 1 > rows)
		rows = (int)today->dose_count + 1;
	return rows < room ? rows : room;
}

enum ready_length { READY_WHOLE, READY_REASON, READY_SHORT };

static void add_why(const struct today_page *page, struct str *out)
{
	key_words_add(page->keys, " {readiness} shows why.", out);
}

static void ready_text(const struct today_page *page, enum ready_length length, struct str *out)
{
	const struct readiness *ready = page->readiness;

	/* A hold that is chosen and begins tomorrow is not proposed again. */
	if (ready == NULL || !ready->speaks ||
	    (page->today->on_hold && ready->verdict == VERDICT_HOLD))
		return;
	str_addf(out, "%s.", verdict_title(ready->verdict));
	if (length != READY_SHORT)
		str_addf(out, " %s",
			 ready->reason_count > 0 ? ready->reasons[0].because : ready->say);
	if (length != READY_REASON)
		add_why(page, out);
}

static int ready_rows(const struct today_page *page, int columns)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));
	int rows;

	ready_text(page, READY_WHOLE, &text);
	rows = text_rows(text.data, columns);
	str_free(&text);
	return rows;
}

/* The verdict stands out; the rest says what led there. */
static void draw_ready(const struct today_page *page, struct canvas *canvas, struct rect place)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	for (enum ready_length length = READY_WHOLE; length <= READY_SHORT; length++) {
		str_reset(&text);
		ready_text(page, length, &text);
		if (text_rows(text.data, place.columns) <= place.rows)
			break;
	}
	if (text.len > 0 && place.rows > 0) {
		canvas_wrap(canvas, place, ROLE_TEXT, text.data);
		canvas_textf(canvas, rect_line(place, 0, 0), ROLE_ACCENT | INK_BOLD, "%s.",
			     verdict_title(page->readiness->verdict));
	}
	str_free(&text);
}

/* Of a line that is too long, what stands behind two blanks is left out. */
static void add_fitting(const char *text, int columns, struct str *out)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "\n"), begin = out->len;
		const char *blanks;

		str_add_bytes(out, text, len);
		blanks = strstr(out->data + begin, "  ");
		if (utf8_width(out->data + begin) > columns && blanks != NULL)
			str_cut(out, (size_t)(blanks - out->data));
		str_add_char(out, '\n');
		text += len + (text[len] == '\n');
	}
}

/* One thing a line. */
static void plain_text(const struct today_page *page, int columns, struct str *out)
{
	char room[TEXT_ROOM];
	struct str facts = str_in(room, sizeof(room));
	struct answer answer = answer_of(page->today);

	str_addf(out, "%s %s\n%s\n", answer.number, answer.of, answer.next);
	if (answer.then[0] != '\0')
		str_addf(out, "%s\n", answer.then);
	today_facts_plain(page, &facts);
	add_fitting(facts.data, columns, out);
	str_free(&facts);
}

/* They never wrap: what is longer is cut at the edge of the place. */
static int plain_rows(const struct today_page *page, int columns)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));
	int rows = 1;

	plain_text(page, columns, &text);
	for (size_t i = 0; i < text.len; i++)
		rows += text.data[i] == '\n' ? 1 : 0;
	str_free(&text);
	return rows;
}

/* The doses keep their place in little room. */
static int plain_room(const struct today_page *page, int columns, int room)
{
	int rows = plain_rows(page, columns), most = room - DOSES_LEAST - 1;

	return rows > most && most > 2 ? most : rows;
}

struct today_layout today_layout(const struct today_page *page, struct rect area, bool plain)
{
	const struct today *today = page->today;
	struct today_layout layout = {.roomy = area.rows >= ROOMY_ROWS &&
					       area.columns >= ROOMY_COLUMNS && !plain};
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? 2 : 1);
	int say = text_rows(today->say, rest.columns), ready = ready_rows(page, rest.columns);
	int below = (say > 0 ? say + 1 : 0) + (ready > 0 ? ready + 1 : 0);
	struct rect middle;

	if (page->after != NULL) {
		layout.roomy = false;
		layout.doses = aftercare_doses(page->after, today->dose_count, area, plain);
		return layout;
	}
	if (layout.roomy) {
		rect_take_top(&rest, area.rows > ROOMY_ROWS ? 1 : 0);
		layout.answer = rect_take_top(&rest, DIGITS_ROWS);
		rect_take_top(&rest, 1);
		layout.bar = rect_take_top(&rest, 1);
		rect_take_top(&rest, 1);
		middle = rect_take_top(&rest, middle_rows(page, rest.rows - below));
		rect_take_top(&rest, 1);
		layout.ready = rect_take_top(&rest, ready);
		rect_take_top(&rest, ready > 0 ? 1 : 0);
		layout.say = rect_take_top(&rest, say);
		split_middle(page, middle, &layout);
		return layout;
	}
	layout.answer = rect_take_top(&rest, plain ? plain_room(page, rest.columns, rest.rows) : 2);
	layout.bar = rect_take_top(&rest, plain ? 0 : 1);
	if (rest.rows - say - 1 >= DOSES_LEAST) {
		layout.say = rect_take_bottom(&rest, say);
		rect_take_bottom(&rest, say > 0 ? 1 : 0);
	}
	if (ready > 0 && rest.rows - READY_ROWS_SMALL >= DOSES_LEAST) {
		ready = ready < rest.rows - DOSES_LEAST ? ready : READY_ROWS_SMALL;
		layout.ready = rect_take_bottom(&rest, ready);
	}
	layout.doses = rest;
	return layout;
}

static void draw_answer(const struct today *today, const struct today_layout *layout,
			struct canvas *canvas)
{
	struct answer answer = answer_of(today);
	struct rect place = layout->answer;
	int width = digits_width(answer.number);

	if (!layout->roomy) {
		canvas_textf(canvas, rect_line(place, 0, 0), (int)answer.role | INK_BOLD, "%s %s",
			     answer.number, answer.of);
		canvas_text(canvas, rect_line(place, 1, 0), ROLE_TEXT, answer.next);
	} else {
		if (canvas->ascii) {
			width = canvas_text(canvas, rect_line(place, 0, 0),
					    (int)answer.role | INK_BOLD, answer.number) -
				2;
		} else {
			digits_draw(canvas, place, (int)answer.role | INK_BOLD, answer.number);
		}
		rect_take_left(&place, width + 3);
		canvas_text(canvas, rect_line(place, 0, 0), ROLE_STRONG, answer.of);
		canvas_text(canvas, rect_line(place, 1, 0), ROLE_TEXT, answer.next);
		canvas_text(canvas, rect_line(place, 2, 0), ROLE_DIM, answer.then);
	}
	if (answer.whole > 0)
		bar_draw(canvas, layout->bar, answer.role == ROLE_STRONG ? ROLE_ACCENT : ROLE_GOOD,
			 answer.part, answer.whole);
}

static void draw_legend(const struct today *today, struct rect line, struct canvas *canvas)
{
	canvas_textf(canvas, line, ROLE_STRONG, "Last 14 days, %s", unit_name(today->unit));
	if (!today->has_plan || line.columns < 34)
		return;
	canvas_text_right(canvas, line, ROLE_WARN, "▒ above plan");
	rect_take_right(&line, 14);
	if (line.columns > 30)
		canvas_text_right(canvas, line, ROLE_GOOD, "█ at or below");
}

static enum bar_kind kind_of(const struct today *today, size_t i)
{
	if (today->last[i].entries == 0)
		return BAR_NONE;
	switch (today->last_status[i]) {
	case DAY_AT_OR_BELOW:
		return BAR_BELOW;
	case DAY_ABOVE:
		return BAR_ABOVE;
	case DAY_NO_DATA:
	case DAY_NO_PLAN:
	case DAY_TODAY:
		break;
	}
	return BAR_PLAIN;
}

static void draw_last_days(const struct today *today, struct rect place, struct canvas *canvas)
{
	int64_t taken[TODAY_LAST_DAYS], plan[TODAY_LAST_DAYS], most = 1;
	enum bar_kind kinds[TODAY_LAST_DAYS];
	struct bars bars = {.values = taken,
			    .limits = plan,
			    .kinds = kinds,
			    .days = today->last_count,
			    .scale = 1000};
	bool any = false;

	for (size_t i = 0; i < today->last_count; i++) {
		kinds[i] = kind_of(today, i);
		taken[i] = amount_milli(today->last[i].taken);
		plan[i] = today->last_has_target[i] ? amount_milli(today->last_target[i])
						    : CHART_NO_DATA;
		most = taken[i] > most ? taken[i] : most;
		most = plan[i] > most ? plan[i] : most;
		any = any || kinds[i] != BAR_NONE;
	}
	if (!any || canvas->plain)
		return;
	if (place.rows < CHART_LEAST) {
		canvas_text(canvas, rect_line(place, 0, 0), ROLE_DIM, "Last 14 days");
		chart_signs(canvas, rect_line(place, 0, TODAY_FACT_LABEL), kinds,
			    today->last_count);
		return;
	}
	bars.first = today->last[0].day;
	bars.top = chart_top(most, bars.scale);
	draw_legend(today, rect_take_top(&place, 1), canvas);
	chart_bars(canvas, place, &bars);
}

static void draw_plain(const struct today_page *page, struct rect place, struct canvas *canvas)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	plain_text(page, place.columns, &text);
	canvas_text(canvas, rect_line(place, 0, 0), ROLE_STRONG, "");
	canvas_wrap(canvas, place, ROLE_TEXT, text.data);
	str_free(&text);
}

static void draw_welcome(const struct today_page *page, struct canvas *canvas, struct rect area)
{
	static const struct {
		enum action action;
		const char *text;
	} ways[] = {
		{ACTION_LOG_DOSE, "log a dose, now or earlier today"},
		{ACTION_SETUP, "set up: safety questions, product, times, country"},
		{ACTION_GO_PLAN, "look at the plans there are"},
		{ACTION_KEYS, "see all keys"},
		{ACTION_HELP_NOW, "help now"},
	};
	struct rect place = rect_inset(area, area.rows >= ROOMY_ROWS ? 2 : 0,
				       area.columns >= ROOMY_COLUMNS ? 4 : 1);
	int width = place.columns < 64 ? place.columns : 64, columns = 4;
	char buf[KEY_TEXT_SIZE];

	place.columns = width;
	canvas_text(canvas, rect_take_top(&place, 1), INK_TITLE, "Welcome to taper.");
	rect_take_top(&place, area.rows >= ROOMY_ROWS ? 1 : 0);
	rect_take_top(&place, canvas_wrap(canvas, place, ROLE_TEXT,
					  "It keeps a log of what you take, and lays out plans to "
					  "take less at your own pace. Everything stays in one "
					  "file on this machine."));
	rect_take_top(&place, area.rows >= ROOMY_ROWS ? 1 : 0);
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		int key = utf8_width(key_words_of(page->keys, ways[i].action, buf)) + 1;

		columns = key > columns ? key : columns;
	}
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct rect line = rect_take_top(&place, 1);

		key_words_key(page->keys, canvas, rect_take_left(&line, columns), ways[i].action);
		canvas_text(canvas, line, ROLE_TEXT, ways[i].text);
	}
	rect_take_top(&place, 1);
	key_words_wrap(page->keys, canvas, place, ROLE_DIM,
		       "Seven days of logging make a baseline. A log you already have is read from "
		       "a file with {import} on the History screen.");
}

/* Where the rest may still take rows, nothing below it has its place yet. */
static void hold_back(const struct today_page *page, struct today_layout *layout)
{
	if (!page->waits || !layout->roomy)
		return;
	if (layout->facts.column == layout->doses.column)
		layout->facts.rows = 0;
	layout->chart.rows = 0;
	layout->say.rows = 0;
}

void today_draw(const struct today_page *page, const struct list *doses, struct canvas *canvas,
		struct rect area)
{
	const struct today *today = page->today;
	struct today_layout layout = today_layout(page, area, canvas->plain);

	if (is_new(today)) {
		draw_welcome(page, canvas, area);
		return;
	}
	if (page->after != NULL) {
		aftercare_draw(page->after, today->dose_count, canvas, area);
		if (layout.doses.rows > 0)
			today_doses_draw(page, doses, layout.roomy, canvas, layout.doses);
		return;
	}
	if (canvas->plain)
		draw_plain(page, layout.answer, canvas);
	else
		draw_answer(today, &layout, canvas);
	today_doses_draw(page, doses, layout.roomy, canvas, layout.doses);
	hold_back(page, &layout);
	if (layout.facts.rows > 0)
		today_facts_draw(page, layout.facts, canvas);
	if (layout.chart.rows > 0)
		draw_last_days(today, layout.chart, canvas);
	draw_ready(page, canvas, layout.ready);
	canvas_wrap(canvas, layout.say, ROLE_TEXT, today->say);
}
