/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "app/support.h"
#include "blocks.h"
#include "key_words.h"
#include "move.h"

enum { ROOMY_ROWS = 14, ROOMY_COLUMNS = 60, MARGIN = 2, TEXT_COLUMNS = 78, BOX_COLUMNS = 4 };

/* Ticks live as long as the screen does: an answer to oneself, and nothing that is kept. */
struct view_signs {
	struct view view;
	bool loaded;
	struct help_now help;
	bool ticked[HELP_SIGN_MAX];
	size_t order[HELP_SIGN_MAX]; /* the sign of each item */
	struct blocks blocks;
};

static struct rect list_of(struct rect area, struct rect *head)
{
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? MARGIN : 1);

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	*head = rect_take_top(&rest, area.columns >= ROOMY_COLUMNS ? 2 : 3);
	rect_take_top(&rest, area.rows >= ROOMY_ROWS ? 1 : 0);
	return rest;
}

static void lay(struct view_signs *self, struct rect area)
{
	struct rect head, list = list_of(area, &head);
	const struct help_texts *texts = &self->help.texts;
	size_t items = 0;

	blocks_begin(&self->blocks);
	for (int when = 0; when < SIGN_WHEN_COUNT; when++) {
		struct block block = {.columns = list.columns, .ink = ROLE_STRONG};

		block.text = sign_when_title((enum sign_when)when);
		block.ink = when == SIGN_EMERGENCY ? ROLE_SAFETY | INK_BOLD : ROLE_STRONG;
		blocks_words(&self->blocks, block);
		for (size_t i = 0; i < texts->sign_count && i < HELP_SIGN_MAX; i++) {
			if ((int)texts->signs[i].when != when)
				continue;
			self->order[items++] = i;
			blocks_item(&self->blocks,
				    (struct block){.columns = list.columns,
						   .column = 1,
						   .width = BOX_COLUMNS,
						   .lead_ink = ROLE_ACCENT,
						   .ink = ROLE_TEXT,
						   .lead = self->ticked[i] ? "[x]" : "[ ]",
						   .text = texts->signs[i].say});
		}
	}
	if (self->blocks.cursor < 0)
		self->blocks.cursor = 0;
	blocks_place(&self->blocks, list.rows);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_signs *self = (struct view_signs *)view;

	(void)err;
	if (self->loaded)
		help_now_free(&self->help);
	app_help_now(app, &self->help);
	self->loaded = true;
	return true;
}

static void place(struct view *view, struct rect area)
{
	lay((struct view_signs *)view, area);
}

/* The most urgent of what is ticked; SIGN_WHEN_COUNT for nothing. */
static enum sign_when worst(const struct view_signs *self)
{
	enum sign_when found = SIGN_WHEN_COUNT;

	for (size_t i = 0; i < self->help.texts.sign_count && i < HELP_SIGN_MAX; i++) {
		if (self->ticked[i] && self->help.texts.signs[i].when < found)
			found = self->help.texts.signs[i].when;
	}
	return found;
}

static void draw_head(const struct view_signs *self, struct canvas *canvas, struct rect head)
{
	const char *number = help_line_reach(&self->help.support.country->lines[0]);
	struct rect line = rect_take_top(&head, 1);

	canvas_text(canvas, line, ROLE_ACCENT | INK_BOLD, "Is one of these there now?");
	switch (worst(self)) {
	case SIGN_EMERGENCY:
		canvas_textf(canvas, head, ROLE_SAFETY | INK_BOLD, "Call %s now.", number);
		return;
	case SIGN_SAME_DAY:
		canvas_wrap(canvas, head, ROLE_STRONG,
			    "See a doctor today, and hold the plan meanwhile.");
		return;
	case SIGN_SOON:
		canvas_wrap(canvas, head, ROLE_STRONG,
			    "Talk to a professional in the next days; a hold is always there.");
		return;
	case SIGN_WHEN_COUNT:
		break;
	}
	key_words_wrap(
		self->view.keys, canvas, head, ROLE_DIM,
		"{tick-sign} ticks what is. Nothing is kept. In doubt, ask a doctor or a help "
		"line.");
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_signs *self = (const struct view_signs *)view;
	struct rect head, list = list_of(area, &head);

	if (!self->loaded)
		return;
	draw_head(self, canvas, head);
	blocks_draw(&self->blocks, canvas, list);
}

static enum reply tick(struct view_signs *self)
{
	int at = self->blocks.cursor;

	if (at >= 0 && at < self->blocks.items) {
		self->ticked[self->order[at]] = !self->ticked[self->order[at]];
		lay(self, self->view.area);
	}
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_signs *self = (struct view_signs *)view;
	int by;

	(void)app;
	(void)outcome;
	(void)err;
	if (action == ACTION_SIGN_TICK)
		return tick(self);
	if (!move_by(action, self->blocks.height - 1, self->blocks.items, &by))
		return REPLY_IGNORED;
	blocks_go(&self->blocks, self->blocks.cursor + by);
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_signs *self = (struct view_signs *)view;
	struct rect head, list = list_of(view->area, &head);
	int item = rect_has(list, row, column) ? blocks_at_row(&self->blocks, row - list.row) : -1;

	if (item < 0)
		return REPLY_IGNORED;
	blocks_go(&self->blocks, item);
	return tick(self);
}

static void free_signs(struct view *view)
{
	struct view_signs *self = (struct view_signs *)view;

	if (self->loaded)
		help_now_free(&self->help);
	blocks_free(&self->blocks);
}

static const struct view_class class = {
	.title = "Signs",
	.scope = SCOPE_SIGNS,
	.size = sizeof(struct view_signs),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.free = free_signs,
};

struct view *view_signs_new(void)
{
	struct view_signs *self = view_new(&class);

	self->blocks = (struct blocks)BLOCKS_INIT;
	return &self->view;
}
