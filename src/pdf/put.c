/* SPDX-License-Identifier: MIT */
#include "put.h"

enum { BLANK = 240, GAP = 6, NAME_MOST = 130, INDENT = 12 };

/* Type that is smaller can't be read at arm's length. */
static const double sizes[] = {1, 0.95, 0.9, 0.85};

static void put_title(struct press *press)
{
	const struct setting *title =
		type_lines(press->type, press_face(press, PRESS_TITLE), press->document->title,
			   press->right - press->left);

	press_put_lines(press, title, press->left);
	press_rule(press, PEN_TITLE, press->left, press->right, press->y + 3);
	press->y += 12;
}

/* With a line or two of what it heads. */
static void put_heading(struct press *press, const char *text)
{
	const struct setting *heading = type_lines(press->type, press_face(press, PRESS_HEAD), text,
						   press->right - press->left);

	if (!press->fresh)
		press->y += 2 * GAP;
	press_need(press, heading->height + 60);
	press_mark(press, 0, text);
	press_put_lines(press, heading, press->left);
	press->y += GAP / 2.0;
}

static void put_paragraph(struct press *press, const struct document_block *block)
{
	double indent = block->bullet ? INDENT : 0;
	struct face face = press_face(press, PRESS_TEXT);
	const struct setting *lines =
		type_lines(press->type, face, block->text, press->right - press->left - indent);

	if (lines->height < press_page_room(press) / 2)
		press_need(press, lines->height);
	if (block->bullet)
		press_put(press, type_line(press->type, face, "\u2022"), press->left + 2,
			  press->y + lines->baseline);
	press_put_lines(press, lines, press->left + indent);
	press->y += block->bullet ? GAP / 2.0 : GAP;
}

static double names_width(struct press *press, const struct document_block *block)
{
	double widest = 0;

	for (size_t i = 0; i < block->fact_count; i++) {
		const struct setting *name = type_line(press->type, press_face(press, PRESS_STRONG),
						       block->facts[i].name);

		widest = name->width > widest ? name->width : widest;
	}
	return widest < NAME_MOST ? widest : NAME_MOST;
}

static void put_fact(struct press *press, const struct document_fact *fact, double name_width)
{
	const struct setting *name =
		type_cut(press->type, press_face(press, PRESS_STRONG), fact->name, name_width);
	double x = press->left + name_width + 2.0 * GAP;
	const struct setting *lines = type_lines(press->type, press_face(press, PRESS_TEXT),
						 fact->text, press->right - x);

	press_need(press, name->height);
	press_put(press, name, press->left, press->y + name->baseline);
	if (fact->text[0] == '\0') {
		press->y += name->height + 1;
		press_rule(press, PEN_THIN, x, x + BLANK, press->y);
		press->y += 2;
		press->fresh = false;
	} else {
		press_put_lines(press, lines, x);
	}
	press->y += 3;
}

static void put_facts(struct press *press, const struct document_block *block)
{
	double width = names_width(press, block);

	for (size_t i = 0; i < block->fact_count; i++)
		put_fact(press, &block->facts[i], width);
	press->y += GAP / 2.0;
}

/* A table that should begin a page goes on below a few lines that did not fit on the one before. */
static bool goes_on(const struct press *press, const struct document_block *block)
{
	return block->kind == BLOCK_TABLE && press->page > 1 &&
	       press_room(press) > press_page_room(press) / 2;
}

static void put_block(struct press *press, const struct document_block *block)
{
	if (block->turn && !press->fresh && !goes_on(press, block))
		press_turn(press);
	switch (block->kind) {
	case BLOCK_HEADING:
		put_heading(press, block->text);
		break;
	case BLOCK_PARAGRAPH:
		put_paragraph(press, block);
		break;
	case BLOCK_FACTS:
		put_facts(press, block);
		break;
	case BLOCK_CHART:
		put_chart(press, &block->chart);
		break;
	case BLOCK_TABLE:
		put_table(press, &block->table);
		break;
	case BLOCK_KINDS:
		break;
	}
}

static void put_pages(struct press *press, bool draws)
{
	press_first_page(press, draws);
	put_title(press);
	for (size_t i = 0; i < press->document->block_count; i++)
		put_block(press, &press->document->blocks[i]);
	press_last_page(press);
}

void put_document(struct press *press)
{
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		press->size = sizes[i];
		put_pages(press, false);
		if (press->document->pages == 0 || press->pages <= press->document->pages)
			break;
	}
	put_pages(press, true);
}
