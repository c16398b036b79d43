/* SPDX-License-Identifier: MIT */
#include "urge_page.h"

#include <stdio.h>

#include "bar.h"
#include "base/plural.h"
#include "base/utf8.h"
#include "digits.h"
#include "key_words.h"
#include "pacer_draw.h"
#include "prose.h"

#include "app/urge.h"

enum {
	ROOMY_ROWS = 14,
	ROOMY_COLUMNS = 60,
	SIDE_GAP = 5,
	TEXT_COLUMNS = 76,
	MINUTE = 60,
	TIME_SIZE = 16
};

static const char *time_left(const struct urge_page *page, char *buf)
{
	int32_t left = page->whole - page->seconds;

	if (left < 0)
		left = 0;
	snprintf(buf, TIME_SIZE, "%d:%02d", (int)(left / MINUTE), (int)(left % MINUTE));
	return buf;
}

static void add_lasted(const struct urge_page *page, struct str *out)
{
	if (page->seconds > 0) {
		str_add(out, ", after ");
		urge_tell_lasted(page->seconds, out);
	}
	str_add_char(out, '.');
}

/* What is said once it is over or answered; "" while it runs. */
static void add_end(const struct urge_page *page, struct str *out)
{
	switch (page->stage) {
	case STAGE_RUNS:
		return;
	case STAGE_OVER:
		str_addf(out,
			 plural_of((int64_t)page->whole / MINUTE,
				   "# %d minute is over. How did it end?\n\n",
				   "# %d minutes are over. How did it end?\n\n"),
			 (int)(page->whole / MINUTE));
		key_words_add(page->keys,
			      "{rode-it-out}\tI rode it out\n{took-some}\tI took some\n"
			      "{wait-more}\tit is still there: 15 minutes more\n"
			      "\n~ {close} leaves it open; nothing is lost.\n",
			      out);
		return;
	case STAGE_ANSWERED:
		break;
	}
	str_add(out, page->outcome == URGE_RODE_OUT ? "# You rode it out" : "# You took some");
	add_lasted(page, out);
	str_add(out, "\n\n");
	if (page->outcome == URGE_TOOK)
		key_words_add(page->keys,
			      "That is noted, and nothing else changes: the plan stays as it is. "
			      "{log-dose} logs the dose.\n",
			      out);
	if (page->passed[0] != '\0')
		str_addf(out, "So far %s.\n", page->passed);
	key_words_add(page->keys, "\n~ {close} goes back to where you were.\n", out);
}

static void draw_countdown(const struct urge_page *page, struct canvas *canvas, struct rect place)
{
	struct rect beside = place;
	char left[TIME_SIZE];

	/* The words may use the row of air below. */
	beside.rows++;
	time_left(page, left);
	if (canvas->ascii) {
		rect_take_left(&beside, canvas_text(canvas, rect_line(place, 0, 0),
						    ROLE_ACCENT | INK_BOLD, left) +
						SIDE_GAP);
	} else {
		digits_draw(canvas, place, ROLE_ACCENT | INK_BOLD, left);
		rect_take_left(&beside, digits_width(left) + SIDE_GAP);
	}
	if (page->wait != NULL && page->wait->step_count > 0)
		canvas_wrap(canvas, rect_take_top(&beside, 1), ROLE_STRONG,
			    page->wait->steps[0].say);
	if (page->wait != NULL)
		canvas_wrap(canvas, beside, ROLE_DIM, page->wait->about);
}

/* Returns the rows it took. */
static int draw_clock(const struct urge_page *page, bool roomy, struct canvas *canvas,
		      struct rect place)
{
	struct rect rest = place;
	char left[TIME_SIZE];

	if (canvas->plain) {
		int32_t minutes = (page->whole - page->seconds + MINUTE - 1) / MINUTE;

		canvas_textf(
			canvas, rect_take_top(&rest, 1), ROLE_STRONG,
			plural_of(minutes, "%d minute left, until %s", "%d minutes left, until %s"),
			(int)minutes, page->until);
		if (page->wait != NULL)
			rect_take_top(&rest,
				      canvas_wrap(canvas, rest, ROLE_TEXT, page->wait->about));
		return place.rows - rest.rows;
	}
	if (!roomy) {
		canvas_textf(canvas, rect_take_top(&rest, 1), ROLE_ACCENT | INK_BOLD,
			     "%s left, until %s", time_left(page, left), page->until);
	} else {
		draw_countdown(page, canvas, rect_take_top(&rest, DIGITS_ROWS));
		rect_take_top(&rest, 1);
	}
	bar_draw(canvas, rect_take_top(&rest, 1), ROLE_ACCENT,
		 page->seconds < page->whole ? page->seconds : page->whole, page->whole);
	return place.rows - rest.rows;
}

static void draw_head(const struct urge_page *page, struct canvas *canvas, struct rect line)
{
	char room[TEXT_ROOM];
	struct str when = str_in(room, sizeof(room));

	str_addf(&when, "%s – %s", page->since, page->until);
	canvas_text_right(canvas, line, ROLE_DIM, when.data);
	rect_take_right(&line, utf8_width(when.data) + 1);
	canvas_text(canvas, line, INK_TITLE, "Wait it out");
	str_free(&when);
}

/* The person's own words: beside the clock where there is room, else below it. */
static void draw_words(const struct urge_page *page, struct canvas *canvas, struct rect place)
{
	prose_draw(canvas, place, 0, page->words);
}

void urge_page_draw(const struct urge_page *page, struct canvas *canvas, struct rect area)
{
	bool roomy = area.rows >= ROOMY_ROWS && area.columns >= ROOMY_COLUMNS && !canvas->plain;
	bool side = area.columns >= PANEL_COLUMNS && !canvas->plain;
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? 2 : 1), words;
	char room[TEXT_ROOM];
	struct str end = str_in(room, sizeof(room));
	int air = roomy ? 1 : 0;

	rect_take_top(&rest, air);
	if (side) {
		words = rest;
		rest = rect_take_left(&words, (words.columns - SIDE_GAP) * 3 / 5);
		rect_take_left(&words, SIDE_GAP);
	} else if (rest.columns > TEXT_COLUMNS) {
		rest.columns = TEXT_COLUMNS;
	}
	if (roomy || canvas->plain) {
		draw_head(page, canvas, rect_take_top(&rest, 1));
		rect_take_top(&rest, air);
	}
	canvas_cursor(canvas, rest.row, rest.column, false);
	add_end(page, &end);
	if (page->stage == STAGE_RUNS) {
		rect_take_top(&rest, draw_clock(page, roomy, canvas, rest) + air);
		rect_take_top(&rest,
			      pacer_draw(page->tool, page->tool_seconds, roomy, canvas, rest) +
				      air);
	} else {
		rect_take_top(&rest, prose_draw(canvas, rest, 0, end.data) + air);
	}
	draw_words(page, canvas, side ? words : rest);
	str_free(&end);
}
