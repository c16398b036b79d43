/* SPDX-License-Identifier: MIT */
#include "changes_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "move.h"
#include "words.h"

enum {
	MARGIN_COLUMNS = 60,
	TALL_ROWS = 14,
	PAGE_COLUMNS = 88,
	MARK_COLUMNS = 2,
	NUMBER_COLUMNS = 3,
	DAY_COLUMNS = 13,
	ABOUT_ROWS = 3,
	CELL_SIZE = 96
};

struct parts {
	struct rect title, head, list, about;
};

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);

	rect_take_top(&page, area.rows > TALL_ROWS ? 1 : 0);
	return rect_take_left(&page, PAGE_COLUMNS);
}

static struct parts parts_of(const struct changes_page *page, struct rect area)
{
	struct parts parts = {.title = {.rows = 0}};
	struct rect rest = page_of(area);
	bool tall = area.rows > TALL_ROWS;

	parts.title = rect_take_top(&rest, 1);
	rect_take_top(&rest, tall ? 1 : 0);
	parts.head = rect_take_top(&rest, 1);
	parts.about = rest;
	parts.list = rect_take_top(&parts.about, page->list.count < rest.rows - ABOUT_ROWS
							 ? page->list.count
							 : rest.rows - ABOUT_ROWS);
	rect_take_top(&parts.about, tall ? 1 : 0);
	return parts;
}

struct rect changes_page_list(const struct changes_page *page, struct rect area)
{
	return parts_of(page, area).list;
}

static void last_text(const struct plan_event *event, char *buf)
{
	if (event->has_last)
		day_long(event->last, buf);
	else
		snprintf(buf, DAY_TEXT_SIZE, "%s", event->open ? "open" : "–");
}

static void draw_line(struct canvas *canvas, struct rect line, int ink, const char *const texts[5])
{
	canvas_text(canvas, rect_take_left(&line, MARK_COLUMNS), ROLE_ACCENT, texts[0]);
	canvas_text_right(canvas, rect_take_left(&line, NUMBER_COLUMNS), ink, texts[1]);
	rect_take_left(&line, 2);
	canvas_text(canvas, rect_take_left(&line, DAY_COLUMNS), ink, texts[2]);
	if (line.columns >= 2 * DAY_COLUMNS + 10)
		canvas_text_right(canvas, rect_take_right(&line, DAY_COLUMNS), ink, texts[4]);
	canvas_text(canvas, line, ink, texts[3]);
}

/* More of the change under the cursor than its line has room for. */
static void draw_about(const struct changes_page *page, struct canvas *canvas, struct rect place)
{
	const struct plan_event *event = &page->events.events[page->list.cursor];
	char day[DAY_TEXT_SIZE];
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	words_sentence(event->what, &text);
	if (event->has_last)
		str_addf(&text, " As planned then, the last day was %s.",
			 day_full(event->last, day));
	if (!event->in_force)
		str_add(&text, " It was changed again before it began.");
	rect_take_top(&place, canvas_wrap(canvas, place, ROLE_TEXT, text.data));
	if (event->revision->reason[0] != '\0') {
		str_reset(&text);
		str_addf(&text, "Why: %s", event->revision->reason);
		canvas_wrap(canvas, place, ROLE_DIM, text.data);
	}
	str_free(&text);
}

static void draw_event(const struct changes_page *page, int item, struct canvas *canvas,
		       struct rect line)
{
	const struct plan_event *event = &page->events.events[item];
	char number[16], from[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	const char *texts[5] = {item == page->marked ? (canvas->plain ? "m" : "●") : "", number,
				day_long(event->revision->from, from), event->what, last};

	snprintf(number, sizeof(number), "%zu", event->number);
	last_text(event, last);
	draw_line(canvas, line, event->in_force ? ROLE_TEXT : ROLE_DIM, texts);
	if (item == page->list.cursor) {
		canvas_select_row(canvas, line);
		canvas_cursor(canvas, line.row, line.column, false);
	}
}

void changes_page_draw(const struct changes_page *page, struct canvas *canvas, struct rect area)
{
	static const char *const heads[5] = {"", "", "From", "Change", "Last day"};
	struct parts parts = parts_of(page, area);

	canvas_text(canvas, parts.title, INK_TITLE, "Changes of the plan");
	draw_line(canvas, parts.head, ROLE_DIM, heads);
	for (int i = 0; i < parts.list.rows && page->list.top + i < page->list.count; i++)
		draw_event(page, page->list.top + i, canvas, rect_line(parts.list, i, 0));
	if (!list_waits(&page->list) || canvas->plain)
		draw_about(page, canvas, parts.about);
}

void changes_page_line(const struct changes_page *page, int item, struct str *out)
{
	const struct plan_event *event = &page->events.events[item];

	move_day_words(event->revision->from, out);
	str_addf(out, "%zu %s %s", event->number, event->what, event->revision->reason);
}
