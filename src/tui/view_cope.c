/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

#include "engine/pacer.h"
#include "help_list.h"

enum { ROOMY_ROWS = 14, MINUTE = 60 };

static struct rect list_of(struct rect area, struct rect *title)
{
	return help_list_place(area, 1, title);
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

static void lay(struct help_list *self, struct rect area)
{
	struct rect title, list = list_of(area, &title);
	bool roomy = area.rows >= ROOMY_ROWS && !self->view.plain;

	blocks_begin(&self->blocks);
	for (size_t i = 0; i < self->help.texts.tool_count; i++) {
		const struct help_tool *tool = &self->help.texts.tools[i];
		int32_t seconds = pacer_leads(tool) ? help_tool_seconds(tool) : 0;
		char room[TEXT_ROOM];
		struct str name = str_in(room, sizeof(room));

		str_add(&name, tool->name);
		if (seconds >= MINUTE && strcmp(tool->id, "things") != 0)
			str_addf(&name, ", %d min", (int)((seconds + MINUTE / 2) / MINUTE));
		add(&self->blocks, list.columns, roomy, name.data, tool->about);
		str_free(&name);
	}
	add(&self->blocks, list.columns, roomy, "A thought on paper",
	    "What happened, what you thought and felt, and another way to see it. Kept as a note.");
	help_list_laid(self, list);
}

static void place(struct view *view, struct rect area)
{
	lay((struct help_list *)view, area);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct help_list *self = (const struct help_list *)view;
	struct rect title, list = list_of(area, &title);

	help_list_title(self, canvas, title, "Tools for a hard moment");
	blocks_draw(&self->blocks, canvas, list);
}

/* Waiting is the urge timer itself, which asks at its end. */
static enum reply open_tool(const struct help_list *self, struct outcome *outcome)
{
	size_t at = (size_t)self->blocks.cursor;
	const struct help_texts *texts = &self->help.texts;

	if (self->blocks.cursor < 0)
		return REPLY_DONE;
	if (at >= texts->tool_count)
		outcome->open = view_thought_new();
	else if (&texts->tools[at] == help_tool_find(texts, "wait"))
		outcome->open = view_urge_new();
	else
		outcome->open = view_tool_new(texts->tools[at].id);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct help_list *self = (struct help_list *)view;

	(void)app;
	(void)err;
	return action == ACTION_TOOL_OPEN ? open_tool(self, outcome) : help_list_move(self, action);
}

static enum reply click(struct view *view, int row, int column)
{
	struct rect title, list = list_of(view->area, &title);

	return help_list_click((struct help_list *)view, list, row, column);
}

static const struct view_class class = {
	.title = "Tools",
	.scope = SCOPE_COPE,
	.size = sizeof(struct help_list),
	.load = help_list_load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = help_list_waits,
	.rest = help_list_rest,
	.free = help_list_free,
};

struct view *view_cope_new(void)
{
	struct help_list *self = view_new(&class);

	self->blocks = (struct blocks)BLOCKS_INIT;
	return &self->view;
}
