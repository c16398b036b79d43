/* SPDX-License-Identifier: MIT */
#include "move.h"

bool move_by(enum action action, int page, int all, int *by)
{
	if (action == ACTION_UP || action == ACTION_DOWN)
		*by = action == ACTION_UP ? -1 : 1;
	else if (action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN)
		*by = action == ACTION_PAGE_UP ? -page : page;
	else if (action == ACTION_TOP || action == ACTION_BOTTOM)
		*by = action == ACTION_TOP ? -all : all;
	else
		return false;
	return true;
}

static enum reply move(struct list *list, enum action action, int page)
{
	int by;

	if (!move_by(action, page, list->count, &by))
		return REPLY_IGNORED;
	list_move(list, by);
	return REPLY_DONE;
}

enum reply move_list(struct list *list, enum action action)
{
	return move(list, action, list->height > 1 ? list->height - 1 : 1);
}

enum reply move_short_list(struct list *list, enum action action)
{
	return move(list, action, list->count);
}

enum reply move_list_to(struct list *list, struct rect rows, int row, int column)
{
	int item = list_at_row(list, row - rows.row);

	if (!rect_has(rows, row, column) || item < 0)
		return REPLY_IGNORED;
	list_go(list, item);
	return REPLY_DONE;
}

enum reply move_list_find(struct list *list, const char *words, int by, seek_line *line,
			  const void *context, struct err *err)
{
	int item = seek_item(words, list->count, list->cursor, by, line, context);

	if (item < 0) {
		err_set(err, ERR_NOT_FOUND, "nothing here has '%.60s'", words);
		return REPLY_FAILED;
	}
	list_go(list, item);
	return REPLY_DONE;
}

void move_day_words(struct day day, struct str *out)
{
	char iso[DAY_TEXT_SIZE], full[DAY_TEXT_SIZE];

	str_addf(out, "%s %s ", day_iso(day, iso), day_full(day, full));
}
