/* SPDX-License-Identifier: MIT */
#include "put.h"

#include <string.h>

#include "table_fit.h"

struct printing {
	struct press *press;
	const struct document_table *table;
	struct fit fit;
	int page;      /* with the head of the table, */
	size_t groups; /* and so many groups on it, */
	size_t most;   /* of so many that it takes, 0 for as many as fit */
	const char *under;
	double cells_from; /* where the rows above begin that have cells, on this page; 0 for none */
};

static double row_x(const struct printing *printing, size_t c)
{
	return printing->press->left + printing->fit.x[c];
}

static bool is_right(enum column_kind kind)
{
	return kind == COLUMN_FIGURE || kind == COLUMN_STRONG;
}

static void put_head_word(const struct printing *printing, size_t c, const char *word, double y)
{
	const struct fit *fit = &printing->fit;
	const struct setting *set = type_cut(printing->press->type, fit->head, word, fit->width[c]);
	double spare = is_right(printing->table->columns[c].kind) ? fit->width[c] - set->width : 0;

	press_put(printing->press, set, row_x(printing, c) + spare, y + set->baseline);
}

static void put_head(struct printing *printing)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;
	double line = type_line(press->type, fit->head, "0")->height;

	for (size_t c = 0; c < printing->table->column_count; c++) {
		const struct document_column *column = &printing->table->columns[c];
		double y = press->y + (double)fit->line_of[c] * line;

		put_head_word(printing, c, column->head, y);
		if (fit->lines == 1)
			put_head_word(printing, c, column->below, y + line);
	}
	press->y += fit->head_height;
	press_rule(press, PEN_HEAD, press->left, press->right, press->y - 2 * press->size);
	press->fresh = false;
}

/* The head is on every page, before its first row. */
static void need(struct printing *printing, double height)
{
	struct press *press = printing->press;

	press_need(press, height + (press->page == printing->page ? 0 : printing->fit.head_height));
	if (press->page == printing->page)
		return;
	printing->page = press->page;
	printing->groups = 0;
	put_head(printing);
}

static void put_title(struct printing *printing, const struct document_group *group)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;
	struct face plain = {fit->line.size, WEIGHT_USUAL};
	const struct setting *note =
		type_cut(press->type, plain, group->note, (press->right - press->left) / 2);
	const struct setting *title = type_cut(press->type, fit->title, group->title,
					       press->right - press->left - note->width - fit->box);
	double y = press->y + title->baseline;

	if (strcmp(group->under, printing->under) != 0)
		press_mark(press, 1, group->under);
	printing->under = group->under;
	press_mark(press, 2, group->title);
	press_put(press, title, press->left, y);
	press_put(press, note, press->right - note->width, y);
	press->y += fit->title_height;
	press_rule(press, PEN_THIN, press->left, press->right, press->y - press->size);
}

static void put_band(struct printing *printing, const struct document_row *row, double height)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;
	double side = fit->band_height;
	const struct setting *text = type_lines(press->type, fit->line, row->text,
						press->right - press->left - 2 * side);

	if (!press->draws)
		return;
	cairo_set_source_rgb(press->cairo, 0.9, 0.9, 0.9);
	cairo_rectangle(press->cairo, press->left, press->y, press->right - press->left, height);
	cairo_fill(press->cairo);
	cairo_set_source_rgb(press->cairo, 0, 0, 0);
	put_mark(press, row->mark, press->left + side * 0.3, press->y + side * 0.75, side * 0.5);
	type_draw_lines(press->cairo, text, press->left + side * 1.2,
			press->y + (height - text->height) / 2);
}

/* Figures of one column end below each other; a box stands where the widest of them begins. */
static void put_dose(const struct printing *printing, const struct document_row *row, size_t c,
		     double baseline)
{
	const struct fit *fit = &printing->fit;
	struct face face = row->strong ? fit->strong : fit->cell;
	const char *text = row->cells[c][0] == '\0' ? "\u2013" : row->cells[c];
	double end = row_x(printing, c) + fit->dose[c];
	double most = row->strong ? fit->dose[c] : fit->figure[c];
	const struct setting *set =
		type_cut(printing->press->type, face, text, most > fit->box ? most : fit->box);

	if (row->cells[c][0] != '\0' && !row->strong)
		press_box(printing->press, PEN_BOX, end - fit->figure[c] - fit->box_gap - fit->box,
			  baseline + fit->box * 0.12 - fit->box, fit->box);
	press_put(printing->press, set, end - set->width, baseline);
}

static void put_form_cell(const struct printing *printing, const struct document_row *row, size_t c,
			  double baseline)
{
	const struct fit *fit = &printing->fit;
	enum column_kind kind = printing->table->columns[c].kind;
	struct face face = row->strong || kind == COLUMN_STRONG ? fit->strong : fit->cell;
	const struct setting *set =
		type_cut(printing->press->type, face, row->cells[c], fit->width[c]);

	if (kind == COLUMN_BOX)
		put_dose(printing, row, c, baseline);
	else if (row->cells[c][0] != '\0')
		press_put(printing->press, set,
			  row_x(printing, c) + (is_right(kind) ? fit->width[c] - set->width : 0),
			  baseline);
}

/* What stands in the place of all boxes. */
static void put_over(const struct printing *printing, const char *text, double baseline)
{
	const struct fit *fit = &printing->fit;
	double from = -1, to = 0;

	for (size_t c = 0; c < printing->table->column_count; c++) {
		if (printing->table->columns[c].kind != COLUMN_BOX)
			continue;
		from = from < 0 ? fit->x[c] : from;
		to = fit->x[c] + fit->width[c] > to ? fit->x[c] + fit->width[c] : to;
	}
	if (from >= 0)
		press_put(printing->press,
			  type_cut(printing->press->type, fit->cell, text, to - from),
			  printing->press->left + from, baseline);
}

static void put_form_row(const struct printing *printing, const struct document_row *row)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;
	double within = type_line(press->type, fit->cell, "0")->baseline +
			(fit->line_height - fit->text_height) / 2;

	if (row->over[0] != '\0')
		put_over(printing, row->over, press->y + within);
	for (size_t c = 0; c < printing->table->column_count; c++) {
		bool box = printing->table->columns[c].kind == COLUMN_BOX;

		if (!box || row->over[0] == '\0')
			put_form_cell(printing, row, c,
				      press->y + within +
					      (double)fit->line_of[c] * fit->line_height);
	}
}

static void put_words_row(const struct printing *printing, const struct document_row *row)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;

	for (size_t c = 0; press->draws && c < printing->table->column_count; c++) {
		bool strong = row->strong || printing->table->columns[c].kind == COLUMN_STRONG;
		const struct setting *set =
			type_lines(press->type, strong ? fit->strong : fit->cell, row->cells[c],
				   fit->width[c]);
		bool right = is_right(printing->table->columns[c].kind);

		type_draw_lines(press->cairo, set,
				row_x(printing, c) + (right ? fit->width[c] - set->width : 0),
				press->y + press->size);
	}
}

/* What is written by hand stands between two lines. */
static void close_cells(struct printing *printing)
{
	const struct fit *fit = &printing->fit;
	double from = printing->cells_from;

	for (size_t c = 0; from > 0 && c < printing->table->column_count; c++) {
		double x = row_x(printing, c) - fit->gap / 2;

		if (printing->table->columns[c].kind == COLUMN_BLANK)
			press_fall(printing->press, PEN_HAIR, x, from, printing->press->y);
	}
	printing->cells_from = 0;
}

static void put_row(struct printing *printing, const struct document_row *row, bool last)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;
	double height = fit_row(press, fit, printing->table, row);
	/* A step is not left alone at the end of a page; what closes a week has nothing below it. */
	double with = row->cells == NULL && !last ? fit->row_height : 0;

	if (row->cells == NULL || height + with > press_room(press))
		close_cells(printing);
	need(printing, height + with);
	if (row->cells != NULL && printing->cells_from <= 0)
		printing->cells_from = press->y;
	if (row->cells == NULL)
		put_band(printing, row, height);
	else if (fit->form)
		put_form_row(printing, row);
	else
		put_words_row(printing, row);
	press->y += height;
	press->fresh = false;
	press_rule(press, PEN_HAIR, press->left, press->right, press->y);
}

/* Turns the page where the group does not fit or is one too many. */
static void turn_for(struct printing *printing, const struct document_group *group)
{
	struct press *press = printing->press;
	const struct fit *fit = &printing->fit;
	double height = fit_group(press, fit, printing->table, group);
	double head = press->page == printing->page ? 0 : fit->head_height;

	if (printing->most > 0 && printing->groups == printing->most && !press->fresh)
		press_turn(press);
	/* Rows of words may be parted, but the first one stays with its head. */
	if (!fit->form && height > press_page_room(press) / 3)
		height = fit->title_height + 3 * fit->row_height;
	if (height + head > press_room(press) &&
	    height + fit->head_height <= press_page_room(press))
		press_need(press, height + head);
}

static void put_group(struct printing *printing, size_t index)
{
	struct press *press = printing->press;
	struct fit *fit = &printing->fit;
	const struct document_group *group = &printing->table->groups[index];

	turn_for(printing, group);
	if (press->fresh || index == 0)
		printing->most = fit_page(press, fit, printing->table, index);
	need(printing, fit->title_height + fit->row_height);
	if (fit->title_height > 0 && group->title[0] != '\0')
		put_title(printing, group);
	for (size_t r = 0; r < group->row_count; r++)
		put_row(printing, &group->rows[r], r + 1 == group->row_count);
	close_cells(printing);
	printing->groups++;
	press->y += fit->group_gap;
}

void put_table(struct press *press, const struct document_table *table)
{
	struct printing printing = {
		.press = press, .table = table, .fit = table_fit(press, table), .under = ""};

	printing.most = printing.fit.most;
	press_mark(press, 0, table->mark);
	for (size_t g = 0; g < table->group_count; g++)
		put_group(&printing, g);
}
