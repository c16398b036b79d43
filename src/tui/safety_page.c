/* SPDX-License-Identifier: MIT */
#include "safety_page.h"

#include <stdio.h>

#include "bar.h"
#include "base/utf8.h"
#include "key_words.h"
#include "prose.h"
#include "safety_text.h"
#include "words.h"

enum { TEXT_COLUMNS = 76, ROOMY_ROWS = 14, WIDE_COLUMNS = 60, GOES_ON_COLUMNS = 45 };

void safety_page_free(struct safety_page *page)
{
	str_free(&page->numbers);
	str_free(&page->text);
}

static void go(struct safety_page *page, enum safety_step step)
{
	page->step = step;
	page->top = 0;
	str_reset(&page->text);
	safety_text_write(page, &page->text);
}

void safety_page_begin(struct safety_page *page)
{
	page->given = (struct safety_answers){.agrees = false};
	page->at = 0;
	go(page, SAFETY_TELL);
}

void safety_page_show(struct safety_page *page)
{
	go(page, SAFETY_DONE);
}

struct parts {
	struct rect title, bar, text, answers;
};

static struct parts parts_of(const struct safety_page *page, struct rect area)
{
	bool roomy = area.rows >= ROOMY_ROWS;
	bool asks = page->step != SAFETY_DONE && page->step != SAFETY_TELL;
	struct rect rest = rect_inset(area, roomy ? 1 : 0, area.columns >= WIDE_COLUMNS ? 2 : 1);
	struct parts parts;

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	parts.title = rect_take_top(&rest, 1);
	parts.bar = rect_take_top(&rest, roomy && asks ? 1 : 0);
	rect_take_top(&rest, roomy ? 1 : 0);
	parts.answers = rect_take_bottom(&rest, 1);
	rect_take_bottom(&rest, roomy ? 1 : 0);
	parts.text = rest;
	return parts;
}

/* The answers stand right below a short text, where the eye is. */
static struct rect answers_place(const struct parts *parts, int rows)
{
	struct rect place = parts->answers;

	if (rows + 1 < parts->text.rows)
		place.row = parts->text.row + rows + 1;
	return place;
}

static bool any_asks(const struct safety_page *page)
{
	for (size_t i = 0; i < page->asked.book.count; i++) {
		if (page->given.yes[i] && page->asked.book.questions[i].gate == SAFETY_ASK)
			return true;
	}
	return false;
}

/* After the last question: the clinician where that matters, else the end. */
static enum safety_moved next(struct safety_page *page)
{
	if (page->at + 1 < page->asked.book.count) {
		page->at++;
		go(page, SAFETY_ANSWER);
		return SAFETY_MOVED;
	}
	if (!any_asks(page))
		return SAFETY_ANSWERED;
	go(page, SAFETY_AGREE);
	return SAFETY_MOVED;
}

static enum safety_moved answer(struct safety_page *page, bool yes)
{
	if (page->step == SAFETY_AGREE) {
		page->given.agrees = yes;
		return SAFETY_ANSWERED;
	}
	page->given.yes[page->at] = yes;
	if (!yes)
		return next(page);
	go(page, SAFETY_HEED);
	return SAFETY_MOVED;
}

/* To the question that was answered last. */
static void back(struct safety_page *page)
{
	if (page->step == SAFETY_ANSWER && page->at == 0) {
		go(page, SAFETY_TELL);
		return;
	}
	if (page->step == SAFETY_ANSWER)
		page->at--;
	go(page, SAFETY_ANSWER);
}

bool safety_page_can(const struct safety_page *page, enum action action)
{
	bool asks = page->step == SAFETY_ANSWER || page->step == SAFETY_AGREE;

	if (action == ACTION_ANSWER_YES || action == ACTION_ANSWER_NO)
		return asks;
	if (action == ACTION_ANSWER_BACK)
		return asks || page->step == SAFETY_HEED;
	if (action == ACTION_ANSWER_GO)
		return !asks;
	if (action == ACTION_ANSWER_ANEW)
		return page->step == SAFETY_DONE;
	if (action == ACTION_ANSWER_AGREES)
		return page->step == SAFETY_DONE && page->asked.stand == SAFETY_CLINICIAN;
	return true;
}

static enum safety_moved go_on(struct safety_page *page)
{
	if (page->step == SAFETY_HEED)
		return next(page);
	if (page->step != SAFETY_TELL)
		return SAFETY_IGNORED;
	page->at = 0;
	go(page, SAFETY_ANSWER);
	return SAFETY_MOVED;
}

static enum safety_moved scroll(struct safety_page *page, enum action action, struct rect area)
{
	struct rect text = parts_of(page, area).text;
	int by = text.rows > 1 ? text.rows - 1 : 1;

	if (action == ACTION_UP || action == ACTION_DOWN)
		by = 1;
	else if (action != ACTION_PAGE_UP && action != ACTION_PAGE_DOWN)
		return SAFETY_IGNORED;
	page->top += action == ACTION_UP || action == ACTION_PAGE_UP ? -by : by;
	safety_page_place(page, area);
	return SAFETY_MOVED;
}

enum safety_moved safety_page_act(struct safety_page *page, enum action action, struct rect area)
{
	if (!safety_page_can(page, action))
		return SAFETY_IGNORED;
	if (action == ACTION_ANSWER_YES || action == ACTION_ANSWER_NO)
		return answer(page, action == ACTION_ANSWER_YES);
	if (action == ACTION_ANSWER_GO)
		return go_on(page);
	if (action == ACTION_ANSWER_BACK)
		back(page);
	else if (action == ACTION_ANSWER_ANEW)
		safety_page_begin(page);
	else
		return scroll(page, action, area);
	return SAFETY_MOVED;
}

size_t safety_page_flags(const struct safety_page *page, const char **flags)
{
	size_t count = 0;

	for (size_t i = 0; i < page->asked.book.count; i++) {
		if (page->given.yes[i])
			flags[count++] = page->asked.book.questions[i].id;
	}
	return count;
}

void safety_page_place(struct safety_page *page, struct rect area)
{
	struct rect text = parts_of(page, area).text;

	page->top = prose_top(page->top, prose_draw(NULL, text, 0, page->text.data), text.rows);
}

enum { TITLE_COLUMNS = 30 };

static const char *title_of(enum safety_step step, int columns)
{
	switch (step) {
	case SAFETY_TELL:
		return "What taper is, and is not";
	case SAFETY_ANSWER:
	case SAFETY_HEED:
	case SAFETY_AGREE:
		return columns < TITLE_COLUMNS ? "Before a plan" : "Before a plan: some questions";
	case SAFETY_DONE:
		return "What your answers mean";
	}
	return "";
}

static void draw_head(const struct safety_page *page, struct canvas *canvas,
		      const struct parts *parts)
{
	struct rect title = parts->title;
	char where[WORDS_SIZE];
	size_t count = page->asked.book.count;

	if (page->step == SAFETY_ANSWER || page->step == SAFETY_HEED) {
		snprintf(where, sizeof(where), "%zu of %zu", page->at + 1, count);
		canvas_text_right(canvas, title, ROLE_DIM, where);
		rect_take_right(&title, 10);
		bar_draw(canvas, parts->bar, ROLE_ACCENT, (int64_t)page->at + 1, (int64_t)count);
	} else if (page->step == SAFETY_AGREE) {
		bar_draw(canvas, parts->bar, ROLE_ACCENT, 1, 1);
	}
	canvas_text(canvas, title, INK_TITLE, title_of(page->step, title.columns));
}

/* The keys that answer, where the eye is when the question is read. */
static void draw_answers(const struct safety_page *page, struct canvas *canvas, struct rect place)
{
	bool asks = safety_page_can(page, ACTION_ANSWER_YES);

	canvas_cursor(canvas, place.row, place.column, false);
	if (asks) {
		key_words_answers(page->keys, canvas, place);
		return;
	}
	rect_take_left(&place, 1 + key_words_key(page->keys, canvas, place, ACTION_ANSWER_GO));
	if (page->step == SAFETY_TELL && place.columns >= GOES_ON_COLUMNS)
		canvas_textf(canvas, place, ROLE_TEXT,
			     "goes on to %zu short questions, one key each",
			     page->asked.book.count);
	else
		canvas_text(canvas, place, ROLE_TEXT, "goes on");
}

void safety_page_draw(const struct safety_page *page, struct canvas *canvas, struct rect area)
{
	struct parts parts = parts_of(page, area);
	int rows = prose_draw(canvas, parts.text, page->top, page->text.data);
	struct rect answers = answers_place(&parts, rows);

	draw_head(page, canvas, &parts);
	if (page->top + parts.text.rows < rows) {
		struct str more = STR_INIT;

		key_words_add(page->keys, "more below: {page-down}", &more);
		canvas_text_right(canvas, answers, ROLE_DIM, more.data);
		rect_take_right(&answers, utf8_width(more.data) + 1);
		str_free(&more);
	}
	draw_answers(page, canvas, answers);
}
