/* SPDX-License-Identifier: MIT */
#include "list.h"

static int clamp(int value, int least, int most)
{
	if (value > most)
		value = most;
	return value < least ? least : value;
}

static void show(struct list *list)
{
	if (list->height <= 0)
		return;
	list->top = clamp(list->top, list->cursor - list->height + 1, list->cursor);
	list->top = clamp(list->top, 0, list->count - list->height);
	if (list->top < 0)
		list->top = 0;
}

void list_resize(struct list *list, int count)
{
	list->count = count;
	list_go(list, list->cursor);
	list_rest(list);
}

void list_place(struct list *list, int height)
{
	list->height = height;
	show(list);
}

void list_go(struct list *list, int item)
{
	int was = list->cursor;

	list->cursor = list->count > 0 ? clamp(item, 0, list->count - 1) : -1;
	list->passes = list->passes || list->cursor != was;
	show(list);
}

bool list_move(struct list *list, int by)
{
	int before = list->cursor;

	list_go(list, list->cursor + by);
	return list->cursor != before;
}

void list_centre(struct list *list)
{
	list->top = list->cursor - list->height / 2;
	show(list);
}

bool list_waits(const struct list *list)
{
	return list->passes;
}

void list_rest(struct list *list)
{
	list->passes = false;
}

int list_at_row(const struct list *list, int row)
{
	int item = list->top + row;

	return row >= 0 && row < list->height && item < list->count ? item : -1;
}
