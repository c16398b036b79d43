/* SPDX-License-Identifier: MIT */
#include "view_self_check.h"

#include <inttypes.h>
#include <stdio.h>

#include "app/guide.h"
#include "app/selfcheck.h"
#include "bar.h"
#include "key_words.h"
#include "prose.h"
#include "words.h"

enum { TEXT_COLUMNS = 76, ROOMY_ROWS = 14, WIDE_COLUMNS = 60, WHERE_COLUMNS = 10 };

enum stage { STAGE_TELL, STAGE_ASK, STAGE_RESULT };

struct view_self_check {
	struct view view;
	bool begun;
	struct selfcheck_book book;
	struct str sources; /* owned; their titles */
	struct str before;  /* owned; what was kept the last time; "" for nothing */
	enum stage stage;
	size_t at;
	bool yes[SELFCHECK_MAX];
	bool kept;
	int top;
	struct str text; /* owned; of the stage, see prose.h */
};

static void read_sources(struct view_self_check *self, struct app *app)
{
	const char *ids[SAFETY_SOURCE_MAX];
	struct source_notes notes = {.items = NULL};
	struct err none;

	for (size_t i = 0; i < self->book.source_count; i++)
		ids[i] = self->book.sources[i];
	if (!app_sources(app, ids, self->book.source_count, &notes, &none))
		return;
	for (size_t i = 0; i < notes.count; i++)
		str_addf(&self->sources, "%s%s", i > 0 ? "; " : "", notes.items[i].title);
	source_notes_free(&notes);
}

static void read_before(struct view_self_check *self, struct app *app)
{
	bool yes[SELFCHECK_MAX] = {false};
	char text[DAY_TEXT_SIZE];
	struct day day;
	struct err none;

	if (app_selfcheck_last(app, &self->book, yes, &day, &none))
		str_addf(&self->before, "On %s you kept answers: %" PRId32 " of %zu were a yes.",
			 day_full(day, text), selfcheck_of(&self->book, yes).yes, self->book.count);
}

static void write_result(struct view_self_check *self)
{
	struct selfcheck_result result = selfcheck_of(&self->book, self->yes);

	str_addf(&self->text, "# %" PRId32 " of %zu were a yes\n\n%s\n\n%s\n\n", result.yes,
		 self->book.count, result.says, self->book.always);
	if (self->kept)
		str_add(&self->text, "~ Your answers are kept, and only they.\n");
	else
		key_words_add(self->view.keys,
			      "{keep-answers} keeps your answers in your log, and only them; "
			      "{close} keeps nothing.\n",
			      &self->text);
	if (self->sources.len > 0)
		str_addf(&self->text, "\n~ Sources: %s\n", self->sources.data);
}

static void go(struct view_self_check *self, enum stage stage)
{
	self->stage = stage;
	self->top = 0;
	str_reset(&self->text);
	switch (stage) {
	case STAGE_TELL:
		str_addf(&self->text, "%s\n\n", self->book.intro);
		key_words_add(self->view.keys,
			      "One key each: {answer-yes} or {answer-no}. At the end you see what "
			      "the answers say. Nothing is kept unless you ask for it then.\n",
			      &self->text);
		if (self->before.len > 0)
			str_addf(&self->text, "\n~ %s\n", self->before.data);
		return;
	case STAGE_ASK:
		str_addf(&self->text, "# %s\n\n~ In the last 12 months.\n",
			 self->book.questions[self->at].ask);
		return;
	case STAGE_RESULT:
		write_result(self);
		return;
	}
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_self_check *self = (struct view_self_check *)view;

	if (self->begun)
		return true;
	if (!app_selfcheck(app, &self->book, err))
		return false;
	self->begun = true;
	read_sources(self, app);
	read_before(self, app);
	go(self, STAGE_TELL);
	return true;
}

struct parts {
	struct rect title, bar, text, answers;
};

static struct parts parts_of(const struct view_self_check *self, struct rect area)
{
	bool roomy = area.rows >= ROOMY_ROWS;
	struct rect rest = rect_inset(area, roomy ? 1 : 0, area.columns >= WIDE_COLUMNS ? 2 : 1);
	struct parts parts;

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	parts.title = rect_take_top(&rest, 1);
	parts.bar = rect_take_top(&rest, roomy && self->stage == STAGE_ASK ? 1 : 0);
	rect_take_top(&rest, roomy ? 1 : 0);
	parts.answers = rect_take_bottom(&rest, self->stage == STAGE_ASK ? 1 : 0);
	rect_take_bottom(&rest, roomy && self->stage == STAGE_ASK ? 1 : 0);
	parts.text = rest;
	return parts;
}

static int text_height(const struct view_self_check *self, struct rect place)
{
	return prose_draw(NULL, place, 0, self->text.data);
}

static void place(struct view *view, struct rect area)
{
	struct view_self_check *self = (struct view_self_check *)view;
	struct rect text = parts_of(self, area).text;

	self->top = prose_top(self->top, text_height(self, text), text.rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_self_check *self = (const struct view_self_check *)view;
	struct parts parts = parts_of(self, area);
	struct rect title = parts.title, answers = parts.answers;
	int rows = text_height(self, parts.text);
	char where[WORDS_SIZE];

	if (self->stage == STAGE_ASK) {
		snprintf(where, sizeof(where), "%zu of %zu", self->at + 1, self->book.count);
		canvas_text_right(canvas, title, ROLE_DIM, where);
		rect_take_right(&title, WHERE_COLUMNS);
		bar_draw(canvas, parts.bar, ROLE_ACCENT, (int64_t)self->at + 1,
			 (int64_t)self->book.count);
		/* Right below a short text, where the eye is. */
		if (rows + 1 < parts.text.rows)
			answers.row = parts.text.row + rows + 1;
		key_words_answers(view->keys, canvas, answers);
	}
	canvas_text(canvas, title, INK_TITLE, "Self-check");
	prose_draw(canvas, parts.text, self->top, self->text.data);
	canvas_cursor(canvas, parts.text.row, parts.text.column, false);
}

static bool can(const struct view *view, enum action action)
{
	const struct view_self_check *self = (const struct view_self_check *)view;
	enum stage stage = self->stage;

	if (action == ACTION_ANSWER_GO)
		return stage == STAGE_TELL;
	if (action == ACTION_ANSWER_YES || action == ACTION_ANSWER_NO)
		return stage == STAGE_ASK;
	if (action == ACTION_ANSWER_BACK)
		return stage != STAGE_TELL;
	if (action == ACTION_ANSWER_KEEP)
		return stage == STAGE_RESULT && !self->kept;
	return action != ACTION_ANSWER_ANEW && action != ACTION_ANSWER_AGREES;
}

static void answer(struct view_self_check *self, bool yes)
{
	self->yes[self->at] = yes;
	self->kept = false;
	if (self->at + 1 < self->book.count)
		self->at++;
	else
		self->stage = STAGE_RESULT;
	go(self, self->stage);
}

static void back(struct view_self_check *self)
{
	if (self->stage == STAGE_ASK && self->at == 0)
		self->stage = STAGE_TELL;
	else if (self->stage == STAGE_ASK)
		self->at--;
	else
		self->stage = STAGE_ASK;
	go(self, self->stage);
}

static enum reply keep(struct view_self_check *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	if (!app_selfcheck_store(app, &self->book, self->yes, err))
		return REPLY_FAILED;
	self->kept = true;
	go(self, STAGE_RESULT);
	key_words_say(self->view.keys, outcome,
		      "Your answers are kept; {undo} on Today takes them out again");
	return REPLY_RELOAD;
}

static bool scroll(struct view_self_check *self, enum action action)
{
	int page = parts_of(self, self->view.area).text.rows - 1;

	if (action == ACTION_UP || action == ACTION_DOWN)
		self->top += action == ACTION_UP ? -1 : 1;
	else if (action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN)
		self->top += action == ACTION_PAGE_UP ? -page : page;
	else
		return false;
	place(&self->view, self->view.area);
	return true;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_self_check *self = (struct view_self_check *)view;

	if (scroll(self, action))
		return REPLY_DONE;
	if (!can(view, action))
		return REPLY_IGNORED;
	if (action == ACTION_ANSWER_KEEP)
		return keep(self, app, outcome, err);
	if (action == ACTION_ANSWER_BACK)
		back(self);
	else if (action == ACTION_ANSWER_YES || action == ACTION_ANSWER_NO)
		answer(self, action == ACTION_ANSWER_YES);
	else if (action == ACTION_ANSWER_GO)
		go(self, STAGE_ASK);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
}

static void free_self_check(struct view *view)
{
	struct view_self_check *self = (struct view_self_check *)view;

	str_free(&self->sources);
	str_free(&self->before);
	str_free(&self->text);
}

static const struct view_class class = {
	.title = "Self-check",
	.scope = SCOPE_QUESTIONS,
	.size = sizeof(struct view_self_check),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.can = can,
	.free = free_self_check,
};

struct view *view_self_check_new(void)
{
	struct view_self_check *self = view_new(&class);

	self->sources = self->before = self->text = (struct str)STR_INIT;
	return &self->view;
}
