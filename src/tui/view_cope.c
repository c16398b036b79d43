/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

#include "app/support.h"
#include "blocks.h"
#include "engine/pacer.h"
#include "move.h"

enum { ROOMY_ROWS = 14, ROOMY_COLUMNS = 60, MARGIN = 2, TEXT_COLUMNS = 76, MINUTE = 60 };

struct view_cope {
	struct view view;
	bool loaded;
	struct help_now help;
	struct blocks blocks;
};

static struct rect list_of(struct rect area, struct rect *title)
{
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? MARGIN : 0);

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	*title = rect_take_top(&rest, 1);
	rect_take_top(&rest, area.rows >= ROOMY_ROWS ? 1 : 0);
	return rest;
}

static void add(struct blocks *blocks, int columns, bool roomy, const char *name, const char *about)
{
	struct block block = {.columns = columns, .column = 1, .ink = ROLE_TEXT, .text = name};

	blocks_item(blocks, block);
	block.column = 3;
	block.ink = ROLE_DIM;
	block.text = about;
	if (roomy)
		blocks_more(blocks, block);
}

static void lay(struct view_cope *self, struct rect area)
{
	struct rect title, list = list_of(area, &title);
	bool roomy = area.rows >= ROOMY_ROWS && !self->view.plain;

	blocks_begin(&self->blocks);
	for (size_t i = 0; i < self->help.texts.tool_count; i++) {
		const struct help_tool *tool = &self->help.texts.tools[i];
		int32_t seconds = pacer_leads(tool) ? help_tool_seconds(tool) : 0;
		struct str name = STR_INIT;

		str_add(&name, tool->name);
		if (seconds >= MINUTE && strcmp(tool->id, "things") != 0)
			str_addf(&name, ", %d min", (int)((seconds + MINUTE / 2) / MINUTE));
		add(&self->blocks, list.columns, roomy, name.data, tool->about);
		str_free(&name);
	}
	add(&self->blocks, list.columns, roomy, "A thought on paper",
	    "What happened, what you thought and felt, and another way to see it. Kept as a note.");
	if (self->blocks.cursor < 0)
		self->blocks.cursor = 0;
	blocks_place(&self->blocks, list.rows);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_cope *self = (struct view_cope *)view;

	(void)err;
	if (self->loaded)
		help_now_free(&self->help);
	app_help_now(app, &self->help);
	self->loaded = true;
	return true;
}

static void place(struct view *view, struct rect area)
{
	lay((struct view_cope *)view, area);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_cope *self = (const struct view_cope *)view;
	struct rect title, list = list_of(area, &title);

	canvas_text(canvas, rect_inset(title, 0, 1), ROLE_ACCENT | INK_BOLD,
		    "Tools for a hard moment");
	blocks_draw(&self->blocks, canvas, list);
}

static enum reply open_tool(struct view_cope *self, struct outcome *outcome)
{
	size_t at = (size_t)self->blocks.cursor;

	if (self->blocks.cursor < 0)
		return REPLY_DONE;
	outcome->open = at < self->help.texts.tool_count
				? view_tool_new(self->help.texts.tools[at].id)
				: view_thought_new();
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_cope *self = (struct view_cope *)view;
	int by;

	(void)app;
	(void)err;
	if (action == ACTION_TOOL_OPEN)
		return open_tool(self, outcome);
	if (!move_by(action, self->blocks.height / 2, self->blocks.items, &by))
		return REPLY_IGNORED;
	blocks_go(&self->blocks, self->blocks.cursor + by);
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_cope *self = (struct view_cope *)view;
	struct rect title, list = list_of(view->area, &title);
	int item = rect_has(list, row, column) ? blocks_at_row(&self->blocks, row - list.row) : -1;

	if (item < 0)
		return REPLY_IGNORED;
	blocks_go(&self->blocks, item);
	return REPLY_DONE;
}

static void free_cope(struct view *view)
{
	struct view_cope *self = (struct view_cope *)view;

	if (self->loaded)
		help_now_free(&self->help);
	blocks_free(&self->blocks);
}

static const struct view_class class = {
	.title = "Tools",
	.scope = SCOPE_COPE,
	.size = sizeof(struct view_cope),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.free = free_cope,
};

struct view *view_cope_new(void)
{
	struct view_cope *self = view_new(&class);

	self->blocks = (struct blocks)BLOCKS_INIT;
	return &self->view;
}
