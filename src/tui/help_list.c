/* SPDX-License-Identifier: MIT */
#include "help_list.h"

#include "move.h"
#include "prose.h"

enum { ROOMY_ROWS = 14, ROOMY_COLUMNS = 60, MARGIN = 2, TEXT_COLUMNS = 78 };

struct rect help_list_place(struct rect area, int head_rows, struct rect *head)
{
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? MARGIN : 1);

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	*head = rect_take_top(&rest, head_rows);
	rect_take_top(&rest, area.rows >= ROOMY_ROWS ? 1 : 0);
	return rest;
}

void help_list_laid(struct help_list *list, struct rect place)
{
	if (list->blocks.cursor < 0)
		list->blocks.cursor = 0;
	blocks_place(&list->blocks, place.rows);
}

void help_list_title(const struct help_list *list, struct canvas *canvas, struct rect line,
		     const char *title)
{
	const struct blocks *blocks = &list->blocks;

	rect_take_right(&line, prose_draw_where(canvas, line, blocks->top, (int)blocks->count,
						blocks->height));
	canvas_text(canvas, line, INK_TITLE, title);
}

enum reply help_list_move(struct help_list *list, enum action action)
{
	int by;

	if (!move_by(action, list->blocks.height / 2, list->blocks.items, &by))
		return REPLY_IGNORED;
	blocks_go(&list->blocks, list->blocks.cursor + by);
	return REPLY_DONE;
}

enum reply help_list_click(struct help_list *list, struct rect place, int row, int column)
{
	int item =
		rect_has(place, row, column) ? blocks_at_row(&list->blocks, row - place.row) : -1;

	if (item < 0)
		return REPLY_IGNORED;
	blocks_go(&list->blocks, item);
	return REPLY_DONE;
}

bool help_list_waits(const struct view *view)
{
	return blocks_waits(&((const struct help_list *)view)->blocks);
}

void help_list_rest(struct view *view)
{
	blocks_rest(&((struct help_list *)view)->blocks);
}

bool help_list_load(struct view *view, struct app *app, struct err *err)
{
	struct help_list *list = (struct help_list *)view;

	(void)err;
	if (list->loaded)
		help_now_free(&list->help);
	app_help_now(app, &list->help);
	list->loaded = true;
	return true;
}

void help_list_free(struct view *view)
{
	struct help_list *list = (struct help_list *)view;

	if (list->loaded)
		help_now_free(&list->help);
	blocks_free(&list->blocks);
}
