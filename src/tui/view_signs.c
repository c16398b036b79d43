/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "help_list.h"
#include "key_words.h"

enum { ROOMY_COLUMNS = 60, BOX_COLUMNS = 4 };

/* Ticks live as long as the screen does: an answer to oneself, and nothing that is kept. */
struct view_signs {
	struct help_list base;
	bool ticked[HELP_SIGN_MAX];
	size_t order[HELP_SIGN_MAX]; /* the sign of each item */
};

static struct rect list_of(struct rect area, struct rect *head)
{
	return help_list_place(area, area.columns >= ROOMY_COLUMNS ? 2 : 3, head);
}

static void lay(struct view_signs *self, struct rect area)
{
	struct rect head, list = list_of(area, &head);
	const struct help_texts *texts = &self->base.help.texts;
	size_t items = 0;

	blocks_begin(&self->base.blocks);
	for (int when = 0; when < SIGN_WHEN_COUNT; when++) {
		struct block block = {.columns = list.columns, .ink = ROLE_STRONG};

		block.text = sign_when_title((enum sign_when)when);
		block.ink = when == SIGN_EMERGENCY ? ROLE_SAFETY | INK_BOLD : ROLE_STRONG;
		blocks_words(&self->base.blocks, block);
		for (size_t i = 0; i < texts->sign_count && i < HELP_SIGN_MAX; i++) {
			if ((int)texts->signs[i].when != when)
				continue;
			self->order[items++] = i;
			blocks_item(&self->base.blocks,
				    (struct block){.columns = list.columns,
						   .column = 1,
						   .width = BOX_COLUMNS,
						   .lead_ink = ROLE_ACCENT,
						   .ink = ROLE_TEXT,
						   .lead = self->ticked[i] ? "[x]" : "[ ]",
						   .text = texts->signs[i].say});
		}
	}
	help_list_laid(&self->base, list);
}

static void place(struct view *view, struct rect area)
{
	lay((struct view_signs *)view, area);
}

/* The most urgent of what is ticked; SIGN_WHEN_COUNT for nothing. */
static enum sign_when worst(const struct view_signs *self)
{
	enum sign_when found = SIGN_WHEN_COUNT;

	for (size_t i = 0; i < self->base.help.texts.sign_count && i < HELP_SIGN_MAX; i++) {
		if (self->ticked[i] && self->base.help.texts.signs[i].when < found)
			found = self->base.help.texts.signs[i].when;
	}
	return found;
}

static void draw_head(const struct view_signs *self, struct canvas *canvas, struct rect head)
{
	const char *number = help_line_reach(&self->base.help.support.country->lines[0]);
	struct rect line = rect_take_top(&head, 1);

	help_list_title(&self->base, canvas, line, "Is one of these there now?");
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
		self->base.view.keys, canvas, head, ROLE_DIM,
		"{tick-sign} ticks what is. Nothing is kept. In doubt, ask a doctor or a help "
		"line.");
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_signs *self = (const struct view_signs *)view;
	struct rect head, list = list_of(area, &head);

	if (!self->base.loaded)
		return;
	draw_head(self, canvas, head);
	blocks_draw(&self->base.blocks, canvas, list);
}

static enum reply tick(struct view_signs *self)
{
	int at = self->base.blocks.cursor;

	if (at >= 0 && at < self->base.blocks.items) {
		self->ticked[self->order[at]] = !self->ticked[self->order[at]];
		lay(self, self->base.view.area);
	}
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_signs *self = (struct view_signs *)view;

	(void)app;
	(void)outcome;
	(void)err;
	return action == ACTION_SIGN_TICK ? tick(self) : help_list_move(&self->base, action);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_signs *self = (struct view_signs *)view;
	struct rect head, list = list_of(view->area, &head);

	if (help_list_click(&self->base, list, row, column) == REPLY_IGNORED)
		return REPLY_IGNORED;
	return tick(self);
}

static const struct view_class class = {
	.title = "Signs",
	.scope = SCOPE_SIGNS,
	.size = sizeof(struct view_signs),
	.load = help_list_load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = help_list_waits,
	.rest = help_list_rest,
	.free = help_list_free,
};

struct view *view_signs_new(void)
{
	struct view_signs *self = view_new(&class);

	self->base.blocks = (struct blocks)BLOCKS_INIT;
	return &self->base.view;
}
