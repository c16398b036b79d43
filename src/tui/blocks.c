/* SPDX-License-Identifier: MIT */
#include "blocks.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { TEXT_LEAST = 12 };

void blocks_free(struct blocks *blocks)
{
	free(blocks->lines);
	str_free(&blocks->texts);
	*blocks = (struct blocks)BLOCKS_INIT;
}

void blocks_begin(struct blocks *blocks)
{
	str_reset(&blocks->texts);
	blocks->count = 0;
	blocks->items = 0;
}

static size_t keep(struct blocks *blocks, const char *text, size_t len)
{
	size_t at = blocks->texts.len;

	str_add_bytes(&blocks->texts, text, len);
	str_add_char(&blocks->texts, '\0');
	return at;
}

static void add_line(struct blocks *blocks, int item, const struct block *block, const char *lead,
		     const char *text, size_t len)
{
	blocks->lines =
		mem_grow(blocks->lines, &blocks->cap, blocks->count + 1, sizeof(*blocks->lines));
	blocks->lines[blocks->count++] = (struct block_line){
		.item = item,
		.column = block->column,
		.width = block->width,
		.lead_ink = block->lead_ink,
		.ink = block->ink,
		.lead = keep(blocks, lead, strlen(lead)),
		.text = keep(blocks, text, len),
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
	int first, last, end = (int)blocks->count, top = blocks->top;
	bool same = blocks->height == height;

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
	if (!same || blocks->top > top + height / 2 || blocks->top < top - height / 2)
		blocks_rest(blocks);
	if (blocks->whole < blocks->top)
		blocks->whole = blocks->top;
	if (blocks->whole_end > blocks->top + height)
		blocks->whole_end = blocks->top + height;
}

/* Not the first line of an item, and out of sight when the cursor rested; what has no items has no cursor. */
static bool line_waits(const struct blocks *blocks, int line)
{
	const struct block_line *lines = blocks->lines;
	bool begins =
		lines[line].item >= 0 && (line == 0 || lines[line].item != lines[line - 1].item);

	return blocks->items > 0 && !begins && (line < blocks->whole || line >= blocks->whole_end);
}

bool blocks_waits(const struct blocks *blocks)
{
	return blocks->items > 0 && blocks->whole_end - blocks->whole < blocks->height;
}

void blocks_rest(struct blocks *blocks)
{
	blocks->whole = blocks->top;
	blocks->whole_end = blocks->top + blocks->height;
}

void blocks_go(struct blocks *blocks, int item)
{
	if (item >= blocks->items)
		item = blocks->items - 1;
	blocks->cursor = item < 0 && blocks->items > 0 ? 0 : item;
}

/* A heading in the last row, whose items are out of sight: it waits below with them. */
static bool parted(const struct blocks *blocks, struct rect area, int row)
{
	size_t next = (size_t)(blocks->top + row) + 1;

	return row > 0 && row == area.rows - 1 && next < blocks->count &&
	       blocks->lines[next - 1].item < 0 && blocks->lines[next].item >= 0;
}

void blocks_draw(const struct blocks *blocks, struct canvas *canvas, struct rect area)
{
	bool marked = false;

	for (int i = 0; i < area.rows && blocks->top + i < (int)blocks->count; i++) {
		const struct block_line *line = &blocks->lines[blocks->top + i];
		struct rect row = rect_line(area, i, 0), place = rect_line(area, i, line->column);
		const char *texts = blocks->texts.data, *text = texts + line->text;
		struct rect lead = place;

		if ((line_waits(blocks, blocks->top + i) && !canvas->plain) ||
		    parted(blocks, area, i))
			continue;
		if (text[0] != '\0' && line->width > 0)
			lead = rect_take_left(&place, line->width);
		canvas_text(canvas, lead, line->lead_ink, texts + line->lead);
		canvas_text(canvas, place, line->ink, text);
		if (line->item < 0 || line->item != blocks->cursor)
			continue;
		if (!marked || canvas->plain)
			canvas_select_row(canvas, row);
		if (!marked)
			canvas_cursor(canvas, row.row, row.column, false);
		marked = true;
	}
}

void blocks_say(const struct blocks *blocks, size_t line, struct str *out)
{
	const char *texts = blocks->texts.data;

	str_addf(out, "%s %s", texts + blocks->lines[line].lead, texts + blocks->lines[line].text);
}

int blocks_at_row(const struct blocks *blocks, int row)
{
	int line = blocks->top + row;

	return row >= 0 && row < blocks->height && line < (int)blocks->count
		       ? blocks->lines[line].item
		       : -1;
}
