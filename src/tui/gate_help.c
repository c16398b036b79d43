/* SPDX-License-Identifier: MIT */
#include "gate_help.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "help_words.h"
#include "key_words.h"
#include "move.h"
#include "prose.h"

enum { TEXT_COLUMNS = 76, MARGIN = 1, GAP = 3, FRAME_ROWS = 4 };

struct gate_help {
	struct help_now help;
	struct str text;
	int top;
	struct rect seen; /* the text's place when a key was last asked about */
};

struct gate_help *gate_help_new(struct app *app)
{
	struct gate_help *help = mem_alloc(1, sizeof(*help));

	app_help_now(app, &help->help);
	help->text = (struct str)STR_INIT;
	help_words_shipped(&help->help, &help->text);
	return help;
}

void gate_help_free(struct gate_help *help)
{
	if (help == NULL)
		return;
	help_now_free(&help->help);
	str_free(&help->text);
	free(help);
}

static struct rect text_place(struct rect area)
{
	struct rect place = rect_inset(area, 0, MARGIN);

	if (place.columns > TEXT_COLUMNS)
		place.columns = TEXT_COLUMNS;
	rect_take_bottom(&place, 1);
	rect_take_top(&place, FRAME_ROWS - 1);
	return place;
}

static int rows_of(const struct gate_help *help, struct rect place)
{
	return prose_draw(NULL, place, 0, help->text.data);
}

void gate_help_place(struct gate_help *help, struct rect area)
{
	help->seen = text_place(area);
	help->top = prose_top(help->top, rows_of(help, help->seen), help->seen.rows);
}

bool gate_help_key(struct gate_help *help, const struct keymap *keys, const struct key *key)
{
	int rows = rows_of(help, help->seen), by;

	if (key->kind == PRESS_WHEEL)
		by = key->code == NAMED_UP ? -1 : 1;
	else if (!move_by(keymap_find(keys, SCOPE_HELP, key), help->seen.rows - 1, rows, &by))
		return false;
	help->top = prose_top(help->top + by, rows, help->seen.rows);
	return true;
}

void gate_help_draw(const struct gate_help *help, const struct keymap *keys, struct canvas *canvas)
{
	const struct help_line *first = help_words_first(&help->help);
	struct rect area = canvas_area(canvas), place = text_place(area), line;
	struct rect head = rect_inset(area, 0, MARGIN);
	char room[TEXT_ROOM];
	struct str where = str_in(room, sizeof(room));

	prose_where(help->top, rows_of(help, place), place.rows, &where);
	line = rect_take_top(&head, 1);
	canvas_text_right(canvas, line, ROLE_DIM, where.data);
	rect_take_left(&line, canvas_text(canvas, line, INK_TITLE, "Help now") + GAP);
	canvas_text(canvas, line, ROLE_TEXT, help->help.support.country->name);
	line = rect_take_top(&head, 1);
	rect_take_left(&line, GAP + canvas_textf(canvas, line, ROLE_SAFETY | INK_BOLD, "Call %s",
						 first->number));
	canvas_text(canvas, line, ROLE_STRONG, first->name);
	prose_draw(canvas, place, help->top, help->text.data);
	key_words_wrap(keys, canvas, rect_inset(rect_take_bottom(&area, 1), 0, MARGIN), ROLE_DIM,
		       "{down} more   any other key back");
	canvas_cursor(canvas, head.row, head.column, false);
	str_free(&where);
}
