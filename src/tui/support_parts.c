/* SPDX-License-Identifier: MIT */
#include "support_parts.h"

#include "base/mem.h"
#include "key_words.h"

enum { INDENT = 1 };

void support_parts_item(struct support_page *page, enum support_kind kind, struct own_place place)
{
	page->items = mem_grow(page->items, &page->cap, page->count + 1, sizeof(*page->items));
	page->items[page->count++] = (struct support_item){.kind = kind, .place = place};
}

void support_parts_head(struct blocks *blocks, int columns, const char *text)
{
	if (blocks->count > 0)
		blocks_words(blocks, (struct block){.columns = columns});
	blocks_words(blocks,
		     (struct block){
			     .columns = columns, .column = INDENT, .ink = INK_TITLE, .text = text});
}

void support_parts_part(const struct support_page *page, struct blocks *blocks, int columns,
			const char *text)
{
	if (page->airy)
		blocks_words(blocks, (struct block){.columns = columns});
	blocks_words(blocks, (struct block){.columns = columns,
					    .column = INDENT,
					    .ink = ROLE_STRONG,
					    .text = text});
}

void support_parts_say(const struct support_shown *shown, struct blocks *blocks, struct block block,
		       const char *text)
{
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));

	key_words_add(shown->keys, text, &words);
	block.text = words.data;
	blocks_words(blocks, block);
	str_free(&words);
}
