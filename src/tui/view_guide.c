/* SPDX-License-Identifier: MIT */
#include "view_guide.h"

#include <stdlib.h>
#include <string.h>

#include "app/guide.h"
#include "base/mem.h"
#include "base/plural.h"
#include "base/utf8.h"
#include "blocks.h"
#include "guide_text.h"
#include "key_words.h"
#include "move.h"
#include "views.h"

enum { INDENT = 1, LIST_COLUMNS = 36, BESIDE_LEAST = 76, MARGIN_LEAST = 60, TIGHT_ROWS = 14 };

struct view_guide {
	struct view view;
	struct guide guide; /* owned; empty where it can't be read */
	struct str trouble; /* why not */
	struct blocks list;
	int at;                   /* the page, or the place found, under the cursor */
	int beside;               /* the one whose page is beside the list */
	char *words;              /* owned; what is looked for; NULL for nothing */
	struct guide_hits hits;   /* owned; where it is */
	struct guide_lines lines; /* owned; of the page beside the list, where there is room */
	int lines_columns;        /* they were laid out for; 0 for not at all */
	const struct guide_page *lines_page;
};

/* The shipped pages do not change while taper runs: they are read once. */
static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_guide *self = (struct view_guide *)view;
	struct err trouble;

	(void)err;
	if (self->guide.count > 0)
		return true;
	str_reset(&self->trouble);
	if (!app_guide(app, &self->guide, &trouble))
		str_add(&self->trouble, trouble.msg);
	else if (self->guide.count == 0)
		str_add(&self->trouble, "the guide has no pages");
	return true;
}

static const struct guide_page *page_of(const struct view_guide *self, int at)
{
	if (self->words != NULL)
		return at < (int)self->hits.count ? self->hits.items[at].page : NULL;
	return at < (int)self->guide.count ? &self->guide.pages[at] : NULL;
}

static const struct guide_page *page_at(const struct view_guide *self)
{
	return page_of(self, self->at);
}

struct parts {
	struct rect head, list, page; /* page without columns where there is no room */
};

static struct parts parts_of(struct rect area)
{
	struct parts parts = {.list = rect_inset(area, 0, area.columns >= MARGIN_LEAST ? 1 : 0)};

	parts.head = rect_take_top(&parts.list, 1);
	rect_take_top(&parts.list, area.rows > TIGHT_ROWS ? 1 : 0);
	if (area.columns < BESIDE_LEAST)
		return parts;
	parts.page = parts.list;
	parts.list = rect_take_left(&parts.page, LIST_COLUMNS);
	rect_take_left(&parts.page, 3);
	rect_take_right(&parts.page, 1);
	return parts;
}

static void add_pages(struct view_guide *self, struct rect place)
{
	for (size_t i = 0; i < self->guide.count; i++)
		blocks_item(&self->list, (struct block){.columns = place.columns,
							.column = INDENT,
							.ink = ROLE_TEXT,
							.text = self->guide.pages[i].title});
}

/* The places found, under the pages they are in; two lines of each are enough to see what it is. */
static void add_hits(struct view_guide *self, struct rect place)
{
	const struct guide_page *page = NULL;
	struct block block = {.columns = place.columns, .column = INDENT};

	for (size_t i = 0; i < self->hits.count; i++) {
		const struct guide_hit *hit = &self->hits.items[i];

		if (hit->page != page) {
			if (page != NULL)
				blocks_words(&self->list, (struct block){.columns = place.columns});
			block.ink = ROLE_ACCENT;
			block.column = INDENT;
			block.text = hit->page->title;
			blocks_words(&self->list, block);
		}
		page = hit->page;
		block.ink = ROLE_TEXT;
		block.column = INDENT + 2;
		block.text = hit->text;
		blocks_item(&self->list, block);
	}
}

/* The page beside the list begins where the words were found. */
static void lay_page(struct view_guide *self, int columns)
{
	const struct guide_page *page = page_of(self, self->beside);

	if (page == self->lines_page && columns == self->lines_columns)
		return;
	guide_lines_free(&self->lines);
	self->lines_page = page;
	self->lines_columns = columns;
	if (page != NULL && columns > 0)
		guide_text_lay(page, columns, &self->lines);
}

static void place(struct view *view, struct rect area)
{
	struct view_guide *self = (struct view_guide *)view;
	struct parts parts = parts_of(area);

	blocks_begin(&self->list);
	if (self->words != NULL)
		add_hits(self, parts.list);
	else
		add_pages(self, parts.list);
	blocks_go(&self->list, self->at);
	self->at = self->list.cursor < 0 ? 0 : self->list.cursor;
	blocks_place(&self->list, parts.list.rows);
	lay_page(self, parts.page.columns);
}

static void draw_head(const struct view_guide *self, struct canvas *canvas, struct rect head)
{
	char text_room[TEXT_ROOM];
	struct str text = str_in(text_room, sizeof(text_room));
	struct rect line = rect_inset(head, 0, 1);
	char hint_room[TEXT_ROOM];
	struct str hint = str_in(hint_room, sizeof(hint_room));

	key_words_add(self->view.keys,
		      self->words != NULL ? "{back} shows all pages"
					  : "{search} looks in all of them",
		      &hint);

	if (self->words != NULL && self->hits.count == 0)
		str_addf(&text, "No place has '%s'", self->words);
	else if (self->words != NULL)
		str_addf(&text,
			 plural_of((int64_t)self->hits.count, "%zu place has '%s'",
				   "%zu places have '%s'"),
			 self->hits.count, self->words);
	else
		str_add(&text, "Short pages, each with its sources");
	canvas_text(canvas, line, INK_TITLE, text.data);
	rect_take_left(&line, utf8_width(text.data) + 2);
	if (utf8_width(hint.data) <= line.columns)
		canvas_text_right(canvas, line, ROLE_DIM, hint.data);
	str_free(&hint);
	str_free(&text);
}

/* A line found is marked in the page beside the list, and in sight. */
static void draw_page(const struct view_guide *self, struct canvas *canvas, struct rect area)
{
	int at = -1, top = 0, last = (int)self->lines.count - area.rows;

	if (area.columns == 0)
		return;
	if (self->words != NULL && self->beside < (int)self->hits.count) {
		at = guide_text_find(&self->lines, self->hits.items[self->beside].text,
				     self->words);
		if (at + guide_text_height(&self->lines, at) > area.rows - 2)
			top = at - area.rows / 3;
		top = top > last && last > 0 ? last : top;
	}
	guide_text_draw(&self->lines, top, at, canvas, area);
	if (top + area.rows < (int)self->lines.count) {
		struct rect more = rect_line(area, area.rows - 1, 0);

		canvas_fill(canvas, more, ROLE_TEXT, ' ');
		key_words_wrap(self->view.keys, canvas, more, ROLE_DIM,
			       "{open-page} shows the whole page");
	}
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_guide *self = (const struct view_guide *)view;
	struct parts parts = parts_of(area);

	if (self->guide.count == 0) {
		canvas_wrap(canvas, rect_inset(area, 1, 1), ROLE_WARN, self->trouble.data);
		return;
	}
	draw_head(self, canvas, parts.head);
	blocks_draw(&self->list, canvas, parts.list);
	if (self->words != NULL && self->hits.count == 0)
		canvas_wrap(canvas, rect_inset(parts.list, 0, 1), ROLE_DIM,
			    "No page has all of these words. Fewer or shorter words find more.");
	draw_page(self, canvas, parts.page);
}

static void forget_words(struct view_guide *self)
{
	free(self->words);
	self->words = NULL;
	guide_hits_free(&self->hits);
}

/* Back from what was found to the list of pages, on the page of the place one was at. */
static enum reply all_pages(struct view_guide *self)
{
	const struct guide_page *page = page_at(self);

	if (self->words == NULL)
		return REPLY_IGNORED;
	self->at = self->beside = page != NULL ? (int)(page - self->guide.pages) : 0;
	forget_words(self);
	return REPLY_DONE;
}

static enum reply open_page(const struct view_guide *self, struct outcome *outcome)
{
	const struct guide_page *page = page_at(self);
	const char *text = NULL;

	if (page == NULL)
		return REPLY_DONE;
	if (self->words != NULL)
		text = self->hits.items[self->at].text;
	outcome->open = view_guide_page_new(page->name, text, self->words);
	return REPLY_DONE;
}

static enum reply show_sources(const struct view_guide *self, struct app *app,
			       struct outcome *outcome, struct err *err)
{
	const struct guide_page *page = page_at(self);

	return page == NULL ? REPLY_DONE : guide_text_open_sources(app, page, outcome, err);
}

static bool move(struct view_guide *self, enum action action)
{
	int page = self->list.height > 1 ? self->list.height - 1 : 1, by, to;

	if (!move_by(action, page, self->list.items, &by))
		return false;
	to = self->at + by;
	if (to >= self->list.items)
		to = self->list.items - 1;
	self->at = to < 0 ? 0 : to;
	return true;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_guide *self = (struct view_guide *)view;

	if (move(self, action))
		return REPLY_DONE;
	if (action == ACTION_OPEN_PAGE)
		return open_page(self, outcome);
	if (action == ACTION_SOURCES)
		return show_sources(self, app, outcome, err);
	if (action == ACTION_BACK)
		return all_pages(self);
	return REPLY_IGNORED;
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_guide *self = (struct view_guide *)view;

	(void)app;
	(void)by;
	(void)outcome;
	(void)err;
	if (words[strspn(words, " ")] == '\0') {
		all_pages(self);
		return REPLY_DONE;
	}
	forget_words(self);
	self->words = mem_dup(words);
	guide_search(&self->guide, words, &self->hits);
	self->at = self->beside = 0;
	self->list.top = 0;
	return REPLY_DONE;
}

/* Half a screen of text is not written for each title that the cursor passes. */
static bool waits(const struct view *view)
{
	const struct view_guide *self = (const struct view_guide *)view;

	return (self->beside != self->at && parts_of(view->area).page.columns > 0) ||
	       blocks_waits(&self->list);
}

static void rest(struct view *view)
{
	struct view_guide *self = (struct view_guide *)view;

	self->beside = self->at;
	blocks_rest(&self->list);
}

static const char *sought(const struct view *view)
{
	const char *words = ((const struct view_guide *)view)->words;

	return words != NULL ? words : "";
}

static bool can(const struct view *view, enum action action)
{
	return (action != ACTION_OPEN_PAGE && action != ACTION_SOURCES) ||
	       page_at((const struct view_guide *)view) != NULL;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_guide *self = (struct view_guide *)view;
	struct rect list = parts_of(view->area).list;
	int item = blocks_at_row(&self->list, row - list.row);

	if (!rect_has(list, row, column) || item < 0)
		return REPLY_IGNORED;
	self->at = item;
	return REPLY_DONE;
}

static void free_guide(struct view *view)
{
	struct view_guide *self = (struct view_guide *)view;

	forget_words(self);
	guide_lines_free(&self->lines);
	blocks_free(&self->list);
	guide_free(&self->guide);
	str_free(&self->trouble);
}

static const enum action first[] = {ACTION_OPEN_PAGE, ACTION_SEARCH, ACTION_SOURCES, ACTION_NONE};

static const struct view_class class = {
	.title = "Guide",
	.scope = SCOPE_GUIDE,
	.first = first,
	.size = sizeof(struct view_guide),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = waits,
	.rest = rest,
	.can = can,
	.find = find,
	.sought = sought,
	.find_title = "Find",
	.find_hint = "words, in all pages; nothing shows the list of pages",
	.free = free_guide,
};

struct view *view_guide_new(void)
{
	struct view_guide *self = view_new(&class);

	self->trouble = (struct str)STR_INIT;
	self->list = (struct blocks)BLOCKS_INIT;
	return &self->view;
}
