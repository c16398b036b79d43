/* SPDX-License-Identifier: MIT */
#include "view_guide.h"

#include <stdlib.h>
#include <string.h>

#include "app/guide.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "guide_text.h"
#include "key_words.h"
#include "move.h"
#include "prose.h"

enum { MARGIN = 2 };

struct view_guide_page {
	struct view view;
	char *name, *text, *words; /* owned; what was asked for; NULL for none */
	struct guide guide;        /* owned */
	const struct guide_page *page;
	struct guide_lines lines; /* owned; of the page at the present width */
	int columns;              /* they were laid out for */
	int top;
	int at; /* the line found last; -1 for none */
};

/* The shipped pages do not change while taper runs: they are read once. */
static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_guide_page *self = (struct view_guide_page *)view;

	if (self->page != NULL)
		return true;
	if (!app_guide(app, &self->guide, err))
		return false;
	if (self->guide.count == 0)
		return err_set(err, ERR_NOT_FOUND, "the guide has no pages");
	self->page = self->name != NULL ? guide_find(&self->guide, self->name) : NULL;
	if (self->page == NULL)
		self->page = &self->guide.pages[0];
	return true;
}

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, area.columns >= 60 ? MARGIN : 1);

	rect_take_top(&page, 1);
	return page;
}

static void scroll(struct view_guide_page *self, int by)
{
	struct rect page = page_of(self->view.area);

	self->top = prose_top(self->top + by, (int)self->lines.count, page.rows);
}

static void lay(struct view_guide_page *self, int columns)
{
	guide_lines_free(&self->lines);
	guide_text_lay(self->page, columns, &self->lines);
	self->columns = columns;
	if (self->text != NULL) {
		self->at = guide_text_find(&self->lines, self->text,
					   self->words != NULL ? self->words : "");
		self->top = self->at - 2;
	}
	scroll(self, 0);
}

static void place(struct view *view, struct rect area)
{
	struct view_guide_page *self = (struct view_guide_page *)view;
	int columns = page_of(area).columns;

	if (columns != self->columns)
		lay(self, columns);
	scroll(self, 0);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_guide_page *self = (const struct view_guide_page *)view;
	struct rect page = page_of(area), head = rect_line(area, 0, page.column - area.column);
	char room[TEXT_ROOM];
	struct str where = str_in(room, sizeof(room));
	int rows = (int)self->lines.count;

	rect_take_right(&head, area.columns - page.columns - (page.column - area.column));
	str_addf(&where, "page %d of %zu", (int)(self->page - self->guide.pages) + 1,
		 self->guide.count);
	if (rows > page.rows) {
		str_add(&where, ", lines ");
		prose_where(self->top, rows, page.rows, &where);
	}
	/* Beside the title while that is in sight. */
	if (self->top == 0 &&
	    utf8_width(where.data) + utf8_width(self->page->title) + 2 <= head.columns)
		head.row = page.row;
	canvas_text_right(canvas, head, ROLE_DIM, where.data);
	guide_text_draw(&self->lines, self->top, self->at, canvas, page);
	canvas_cursor(canvas, page.row + (self->at >= self->top ? self->at - self->top : 0),
		      page.column, false);
	str_free(&where);
}

static void turn(struct view_guide_page *self, int by)
{
	int count = (int)self->guide.count;
	int at = (int)(self->page - self->guide.pages);

	self->page = &self->guide.pages[(at + count + by) % count];
	free(self->text);
	self->text = NULL;
	self->at = -1;
	self->top = 0;
	lay(self, self->columns);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_guide_page *self = (struct view_guide_page *)view;
	int rows = page_of(view->area).rows - 1, by;

	if (action == ACTION_SOURCES)
		return guide_text_open_sources(app, self->page, outcome, err);
	if (action == ACTION_NEXT_PAGE || action == ACTION_PREVIOUS_PAGE)
		turn(self, action == ACTION_NEXT_PAGE ? 1 : -1);
	else if (move_by(action, rows, (int)self->lines.count, &by))
		scroll(self, by);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
}

/* Where a text found is: its page, and its line once that is laid out. */
static int line_of(const struct guide_hit *hit, int columns, const char *words)
{
	struct guide_lines lines;
	int line;

	guide_text_lay(hit->page, columns, &lines);
	line = guide_text_find(&lines, hit->text, words);
	guide_lines_free(&lines);
	return line;
}

/* The next text after where one is, through all pages and round. */
static size_t next_hit(const struct view_guide_page *self, const struct guide_hits *hits,
		       const char *words, int by)
{
	size_t found = by > 0 ? 0 : hits->count - 1;

	for (size_t k = 0; k < hits->count; k++) {
		size_t i = by > 0 ? k : hits->count - 1 - k;
		const struct guide_hit *hit = &hits->items[i];
		int line = hit->page == self->page ? line_of(hit, self->columns, words) : 0;
		int here = self->at >= 0 ? self->at : self->top - (by > 0);

		if (by > 0 ? hit->page > self->page || (hit->page == self->page && line > here)
			   : hit->page < self->page || (hit->page == self->page && line < here))
			return i;
	}
	return found;
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_guide_page *self = (struct view_guide_page *)view;
	struct guide_hits hits;
	struct str keys = STR_INIT;
	size_t i;

	(void)app;
	guide_search(&self->guide, words, &hits);
	if (hits.count == 0) {
		guide_hits_free(&hits);
		err_set(err, ERR_NOT_FOUND, "no page has '%.60s'", words);
		return REPLY_FAILED;
	}
	i = next_hit(self, &hits, words, by);
	self->page = hits.items[i].page;
	free(self->text);
	free(self->words);
	self->text = mem_dup(hits.items[i].text);
	self->words = mem_dup(words);
	lay(self, self->columns);
	key_words_add(view->keys, "{find-next} goes on, {find-previous} goes back", &keys);
	outcome_say(outcome, "%zu of %zu places with '%.60s'; %s", i + 1, hits.count, words,
		    keys.data);
	str_free(&keys);
	guide_hits_free(&hits);
	return REPLY_DONE;
}

static void free_page(struct view *view)
{
	struct view_guide_page *self = (struct view_guide_page *)view;

	free(self->name);
	free(self->text);
	free(self->words);
	guide_lines_free(&self->lines);
	guide_free(&self->guide);
}

static const enum action first[] = {ACTION_NEXT_PAGE, ACTION_SOURCES, ACTION_SEARCH, ACTION_NONE};

static const struct view_class class = {
	.title = "Guide",
	.scope = SCOPE_GUIDE_PAGE,
	.first = first,
	.size = sizeof(struct view_guide_page),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.find = find,
	.find_title = "Find",
	.find_hint = "words, in all pages; {find-next} goes on, {find-previous} goes back",
	.free = free_page,
};

struct view *view_guide_page_new(const char *name, const char *text, const char *words)
{
	struct view_guide_page *self = view_new(&class);

	self->name = mem_dup(name);
	self->text = mem_dup(text);
	self->words = mem_dup(words);
	self->at = -1;
	return &self->view;
}
