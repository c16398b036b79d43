/* SPDX-License-Identifier: MIT */
#include "blocks.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { TEXT_LEAST = 12 };

static void empty(struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++) {
		free(blocks->lines[i].lead);
		free(blocks->lines[i].text);
	}
	blocks->count = 0;
	blocks->items = 0;
}

void blocks_free(struct blocks *blocks)
{
	empty(blocks);
	free(blocks->lines);
	*blocks = (struct blocks)BLOCKS_INIT;
}

void blocks_begin(struct blocks *blocks)
{
	empty(blocks);
}

static void add_line(struct blocks *blocks, int item, const struct block *block, const char *lead,
		     const char *text, size_t len)
{
	struct str part = STR_INIT;

	str_add_bytes(&part, text, len);
	blocks->lines =
		mem_grow(blocks->lines, &blocks->cap, blocks->count + 1, sizeof(*blocks->lines));
	blocks->lines[blocks->count++] = (struct block_line){
		.item = item,
		.column = block->column,
		.width = block->width,
		.lead_ink = block->lead_ink,
		.ink = block->ink,
		.lead = mem_dup(lead),
		.text = str_take(&part),
	};
}

static void add(struct blocks *blocks, int item, struct block block)
{
	const char *lead = block.lead != NULL ? block.lead : "";
	const char *rest = block.text != NULL ? block.text : "";
	int room = block.columns - block.column - block.width;

	if (room < TEXT_LEAST && block.width > 0) {
		add_line(blocks, item, &block, lead, "", 0);
		lead = "";
		block.column += 2;
		block.width = 0;
		room = block.columns - block.column;
	} else if (lead[0] != '\0' && utf8_width(lead) >= block.width && rest[0] != '\0') {
		add_line(blocks, item, &block, lead, "", 0);
		lead = "";
	}
	do {
		const char *next;
		size_t len = text_break(rest, room > 1 ? room : 1, &next);

		add_line(blocks, item, &block, lead, rest, len);
		lead = "";
		rest = next;
	} while (rest[0] != '\0');
}

void blocks_words(struct blocks *blocks, struct block block)
{
	add(blocks, -1, block);
}

void blocks_item(struct blocks *blocks, struct block block)
{
	add(blocks, blocks->items++, block);
}

void blocks_more(struct blocks *blocks, struct block block)
{
	add(blocks, blocks->items - 1, block);
}

/* The first and the last line of the cursor's item; false where it has none. */
static bool lines_of(const struct blocks *blocks, int *first, int *last)
{
	*first = -1;
	for (size_t i = 0; i < blocks->count; i++) {
		if (blocks->lines[i].item != blocks->cursor || blocks->cursor < 0)
			continue;
		if (*first < 0)
			*first = (int)i;
		*last = (int)i;
	}
	return *first >= 0;
}

/* The headings right above a line. */
static int heads_above(const struct blocks *blocks, int line)
{
	int heads = 0;

	while (line - heads > 0 && blocks->lines[line - heads - 1].item < 0)
		heads++;
	return heads;
}

void blocks_place(struct blocks *blocks, int height)
{
	int first, last, end = (int)blocks->count;

	blocks->height = height;
	if (lines_of(blocks, &first, &last)) {
		int above = first - heads_above(blocks, first);

		if (last >= blocks->top + height)
			blocks->top = last - height + 1;
		if (blocks->cursor == blocks->items - 1 && end - first <= height)
			blocks->top = end - height;
		if (above < blocks->top)
			blocks->top = last - above < height ? above : first;
	}
	if (blocks->top > end - height)
		blocks->top = end - height;
	if (blocks->top < 0)
		blocks->top = 0;
}

void blocks_go(struct blocks *blocks, int item)
{
	if (item >= blocks->items)
		item = blocks->items - 1;
	blocks->cursor = item < 0 && blocks->items > 0 ? 0 : item;
}

void blocks_draw(const struct blocks *blocks, struct canvas *canvas, struct rect area)
{
	bool marked = false;

	for (int i = 0; i < area.rows && blocks->top + i < (int)blocks->count; i++) {
		const struct block_line *line = &blocks->lines[blocks->top + i];
		struct rect row = rect_line(area, i, 0), place = rect_line(area, i, line->column);
		struct rect lead = place;

		if (line->text[0] != '\0' && line->width > 0)
			lead = rect_take_left(&place, line->width);
		canvas_text(canvas, lead, line->lead_ink, line->lead);
		canvas_text(canvas, place, line->ink, line->text);
		if (line->item < 0 || line->item != blocks->cursor)
			continue;
		if (!marked || canvas->plain)
			canvas_select_row(canvas, row);
		if (!marked)
			canvas_cursor(canvas, row.row, row.column, false);
		marked = true;
	}
}

int blocks_at_row(const struct blocks *blocks, int row)
{
	int line = blocks->top + row;

	return row >= 0 && row < blocks->height && line < (int)blocks->count
		       ? blocks->lines[line].item
		       : -1;
}
