/* SPDX-License-Identifier: MIT */
#include "report_page.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "prose.h"
#include "report_table.h"
#include "seek.h"

enum { MARGIN_COLUMNS = 60, TALL_ROWS = 14, PAGE_COLUMNS = 96, TEXT_COLUMNS = 78 };
enum { INDENT = 2, NAME_COLUMNS = 16, NAME_LEAST = 46 };

static const char title[] = "Report for a clinician";

void report_page_free(struct report_page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		for (size_t j = 0; j < page->pieces[i].count; j++)
			free(page->pieces[i].texts[j]);
		free(page->pieces[i].texts);
		free(page->pieces[i].figures);
	}
	free(page->pieces);
	page->pieces = NULL;
	page->count = page->cap = 0;
	blocks_free(&page->lines);
	page->lines = (struct blocks)BLOCKS_INIT;
}

static struct report_piece *add(void *context, enum report_kind kind, const char *const *texts,
				size_t count)
{
	struct report_page *page = context;
	struct report_piece *piece;

	page->pieces = mem_grow(page->pieces, &page->cap, page->count + 1, sizeof(*page->pieces));
	piece = &page->pieces[page->count++];
	*piece = (struct report_piece){.kind = kind, .count = count};
	piece->texts = mem_alloc(count, sizeof(*piece->texts));
	for (size_t i = 0; i < count; i++)
		piece->texts[i] = mem_dup(texts[i]);
	return piece;
}

static void take_part(void *context, const char *text)
{
	add(context, REPORT_HEAD, &text, 1);
}

static void take_fact(void *context, const char *name, const char *text)
{
	const char *const texts[] = {name, text[0] != '\0' ? text : "to be filled in by hand"};

	add(context, REPORT_FACT, texts, 2);
}

static void take_heads(void *context, const struct report_heads *heads)
{
	struct report_piece *piece = add(context, REPORT_HEADS, heads->heads, heads->count);

	piece->figures = mem_alloc(heads->count, sizeof(*piece->figures));
	for (size_t i = 0; i < heads->count; i++)
		piece->figures[i] = heads->figures[i];
}

/* As many cells as the heads before it. */
static void take_row(void *context, char *const *cells)
{
	struct report_page *page = context;
	const struct report_piece *last = &page->pieces[page->count - 1];

	add(context, REPORT_ROW, (const char *const *)cells, last->count);
}

static void take_paragraph(void *context, const char *text)
{
	add(context, REPORT_PARAGRAPH, &text, 1);
}

struct report_reader report_page_reader(struct report_page *page)
{
	return (struct report_reader){.context = page,
				      .part = take_part,
				      .fact = take_fact,
				      .heads = take_heads,
				      .row = take_row,
				      .paragraph = take_paragraph};
}

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 2 : 1);

	rect_take_top(&page, area.rows > TALL_ROWS ? 1 : 0);
	return rect_take_left(&page, PAGE_COLUMNS);
}

static struct rect text_of(struct rect area)
{
	struct rect text = page_of(area);

	rect_take_top(&text, area.rows > TALL_ROWS ? 2 : 1);
	return text;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static void lay_fact(struct report_page *page, const struct report_piece *piece, int columns)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));
	struct block block = {.columns = least(columns, TEXT_COLUMNS),
			      .column = INDENT,
			      .ink = ROLE_TEXT,
			      .text = piece->texts[1]};

	if (page->plain || columns < NAME_LEAST) {
		str_addf(&text, "%s: %s", piece->texts[0], piece->texts[1]);
		block.text = text.data;
	} else {
		block.lead = piece->texts[0];
		block.lead_ink = ROLE_DIM;
		block.width = NAME_COLUMNS;
	}
	blocks_words(&page->lines, block);
	str_free(&text);
}

/* One piece, or a table with its rows; returns how many pieces that are. */
static size_t lay(struct report_page *page, size_t i, int columns)
{
	const struct report_piece *piece = &page->pieces[i];

	switch (piece->kind) {
	case REPORT_HEAD:
		if (page->lines.count > 0)
			blocks_words(&page->lines, (struct block){.columns = columns});
		blocks_words(&page->lines, (struct block){.columns = columns,
							  .ink = ROLE_STRONG,
							  .text = piece->texts[0]});
		break;
	case REPORT_FACT:
		lay_fact(page, piece, columns);
		break;
	case REPORT_HEADS:
		return report_table_add(&page->lines, piece, page->count - i, columns, page->plain);
	case REPORT_ROW:
	case REPORT_PARAGRAPH:
		blocks_words(&page->lines, (struct block){.columns = least(columns, TEXT_COLUMNS),
							  .column = INDENT,
							  .ink = ROLE_DIM,
							  .text = piece->texts[0]});
		break;
	}
	return 1;
}

void report_page_place(struct report_page *page, struct rect area)
{
	struct rect text = text_of(area);

	blocks_begin(&page->lines);
	for (size_t i = 0; i < page->count;)
		i += lay(page, i, text.columns);
	page->lines.height = text.rows;
	report_page_scroll(page, 0);
}

void report_page_scroll(struct report_page *page, int by)
{
	page->lines.top =
		prose_top(page->lines.top + by, (int)page->lines.count, page->lines.height);
}

static void line_text(const void *context, int i, struct str *out)
{
	blocks_say(context, (size_t)i, out);
}

bool report_page_find(struct report_page *page, const char *words, int by)
{
	int line = seek_item(words, (int)page->lines.count, page->at, by, line_text, &page->lines);

	if (line < 0)
		return false;
	page->at = line;
	report_page_scroll(page, line - page->lines.top);
	return true;
}

void report_page_draw(const struct report_page *page, struct canvas *canvas, struct rect area)
{
	struct rect head = page_of(area), text = text_of(area);
	char room[TEXT_ROOM];
	struct str where = str_in(room, sizeof(room));

	if ((int)page->lines.count > text.rows)
		prose_where_in(head.columns - utf8_width(title) - 1, page->lines.top,
			       (int)page->lines.count, text.rows, &where);
	canvas_text_right(canvas, head, ROLE_DIM, where.data);
	canvas_text(canvas, head, INK_TITLE, title);
	str_free(&where);
	canvas_wrap(canvas, text, ROLE_DIM, page->why);
	blocks_draw(&page->lines, canvas, text);
	canvas_cursor(canvas, text.row, text.column, false);
}
