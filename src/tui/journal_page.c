/* SPDX-License-Identifier: MIT */
#include "journal_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "key_words.h"

enum {
	MARGIN = 2,
	MARGIN_COLUMNS = 60,
	AIR_ROWS = 14,
	DAY_COLUMNS = 12,
	TIME_COLUMNS = 7,
	TIME_LEAST = 40
};
enum { YEARS_DAYS = 40000 };

/* Both are by time; the newer of the two that are left comes next, a note before an urge of its second. */
static void merge(struct journal_page *page)
{
	size_t notes = page->notes.count, urges = page->urges.count, count = notes + urges;

	page->items = mem_alloc(count + 1, sizeof(*page->items));
	for (size_t i = 0; i < count; i++) {
		const struct note *note = notes > 0 ? &page->notes.items[notes - 1] : NULL;
		const struct urge *urge = urges > 0 ? &page->urges.items[urges - 1] : NULL;

		if (urge == NULL || (note != NULL && note->utc >= urge->utc)) {
			page->items[i] = (struct journal_item){.note = note};
			notes--;
		} else {
			page->items[i] = (struct journal_item){.urge = urge};
			urges--;
		}
	}
	list_resize(&page->list, (int)count);
}

bool journal_page_load(struct journal_page *page, struct app *app, struct err *err)
{
	struct day today = app_today_day(app), first = day_add(today, -YEARS_DAYS);
	struct notes notes;
	struct urges urges;

	if (!app_journal(app, first, today, &notes, err))
		return false;
	if (!app_urges(app, first, today, &urges, err)) {
		notes_free(&notes);
		return false;
	}
	journal_page_free(page);
	page->notes = notes;
	page->urges = urges;
	merge(page);
	return true;
}

void journal_page_free(struct journal_page *page)
{
	notes_free(&page->notes);
	urges_free(&page->urges);
	free(page->items);
	page->items = NULL;
}

struct journal_item journal_page_selected(const struct journal_page *page)
{
	if (page->list.cursor < 0 || page->list.cursor >= page->list.count)
		return (struct journal_item){.note = NULL};
	return page->items[page->list.cursor];
}

int64_t journal_item_id(const struct journal_item *item)
{
	return item->note != NULL ? item->note->id : item->urge->id;
}

struct moment journal_item_moment(const struct journal_item *item)
{
	return item->note != NULL ? moment_from_utc(item->note->utc, item->note->utc_offset)
				  : moment_from_utc(item->urge->utc, item->urge->utc_offset);
}

void journal_item_words(const struct journal_item *item, struct str *out)
{
	if (item->note != NULL)
		str_add(out, item->note->text);
	else
		urge_tell(item->urge, out);
}

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? MARGIN : 1);

	rect_take_top(&page, area.rows > AIR_ROWS ? 1 : 0);
	return page;
}

struct rect journal_page_list(struct rect area)
{
	struct rect page = page_of(area);

	rect_take_top(&page, area.rows > AIR_ROWS ? 2 : 1);
	return page;
}

/* What has several lines shows its first. */
static void draw_item(const struct journal_item *item, struct canvas *canvas, struct rect line)
{
	struct moment moment = journal_item_moment(item);
	char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));
	size_t len;

	journal_item_words(item, &words);
	len = strcspn(words.data, "\n");
	if (words.data[len] != '\0') {
		str_cut(&words, len);
		str_add(&words, " …");
	}
	canvas_text(canvas, rect_take_left(&line, DAY_COLUMNS), ROLE_ACCENT,
		    day_short(moment.day, day));
	if (line.columns >= TIME_LEAST)
		canvas_text(canvas, rect_take_left(&line, TIME_COLUMNS), ROLE_DIM,
			    minute_text(moment.minute, time));
	canvas_text(canvas, line, item->note != NULL ? ROLE_TEXT : ROLE_DIM, words.data);
	str_free(&words);
}

void journal_page_draw(const struct journal_page *page, const struct keymap *keys,
		       struct canvas *canvas, struct rect area)
{
	struct rect head = page_of(area), rows = journal_page_list(area);

	canvas_text(canvas, head, INK_TITLE, "Journal");
	if (page->list.count == 0)
		key_words_wrap(keys, canvas, rows, ROLE_DIM,
			       "Nothing is written yet. {write-note} writes a note.");
	for (int i = 0; i < rows.rows && page->list.top + i < page->list.count; i++) {
		struct rect line = rect_line(rows, i, 0);

		draw_item(&page->items[page->list.top + i], canvas, line);
		if (page->list.top + i == page->list.cursor) {
			canvas_select_row(canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
}
