/* SPDX-License-Identifier: MIT */
#include "table_fit.h"

#include <stdlib.h>

#include "base/mem.h"

/* Points at the usual size. */
enum { GAP = 12, BLANK_LEAST = 38, HEAD_MOST = 64, TEXT_LEAST = 70, SPARE_BLANK = 36 };

static const double cell_size = 10.5, head_size = 8.5, title_size = 11.5, line_size = 9.5;
static const double smaller[] = {1, 0.92, 0.84, 0.76};

enum { SMALLER_COUNT = sizeof(smaller) / sizeof(smaller[0]) };

static double larger(double a, double b)
{
	return a > b ? a : b;
}

static double smaller_of(double a, double b)
{
	return a < b ? a : b;
}

static bool is_form(const struct document_table *table)
{
	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].kind == COLUMN_BOX || table->columns[c].kind == COLUMN_BLANK)
			return true;
	}
	return false;
}

static double line_width(struct press *press, struct face face, const char *text)
{
	return type_line(press->type, face, text)->width;
}

static struct face cell_face(const struct fit *fit, const struct document_table *table, size_t c,
			     const struct document_row *row)
{
	return row->strong || table->columns[c].kind == COLUMN_STRONG ? fit->strong : fit->cell;
}

/* Of the strong rows, or of the others. */
static double widest_cell(struct press *press, const struct fit *fit,
			  const struct document_table *table, size_t c, bool strong)
{
	double widest = 0;

	for (size_t g = 0; g < table->group_count; g++) {
		const struct document_group *group = &table->groups[g];

		for (size_t r = 0; r < group->row_count; r++) {
			const struct document_row *row = &group->rows[r];

			if (row->cells != NULL && row->strong == strong)
				widest = larger(widest,
						line_width(press, cell_face(fit, table, c, row),
							   row->cells[c]));
		}
	}
	return widest;
}

/* What each column takes where nothing presses. */
static void measure(struct press *press, struct fit *fit, const struct document_table *table)
{
	for (size_t c = 0; c < table->column_count; c++) {
		const struct document_column *column = &table->columns[c];
		double cell = widest_cell(press, fit, table, c, false);
		double sum = widest_cell(press, fit, table, c, true);
		double head = larger(line_width(press, fit->head, column->head),
				     line_width(press, fit->head, column->below));

		fit->figure[c] = cell;
		/* A sum has no box and may stand in its place. */
		if (column->kind == COLUMN_BOX)
			cell += fit->box + fit->box_gap;
		fit->dose[c] = larger(cell, sum);
		cell = fit->dose[c];
		if (column->kind == COLUMN_BLANK)
			cell = larger(cell, BLANK_LEAST * press->size);
		if (fit->form)
			head = smaller_of(head, HEAD_MOST * press->size);
		fit->width[c] = larger(cell, head);
	}
}

/* Boxes that stand one below the other are as wide as the widest of them. Returns the width of all. */
static double place(struct fit *fit, const struct document_table *table)
{
	double widths[DOCUMENT_COLUMNS_MAX] = {0}, gap = fit->gap;
	double first_box = -1, x = 0, box_x;
	size_t box = 0;

	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].kind == COLUMN_BOX) {
			double *width = &widths[box++ % fit->boxes_a_line];

			*width = larger(*width, fit->width[c]);
		}
	}
	box = 0;
	box_x = 0;
	for (size_t c = 0; c < table->column_count; c++) {
		fit->line_of[c] = 0;
		if (table->columns[c].kind == COLUMN_BOX) {
			first_box = first_box < 0 ? x : first_box;
			box_x = box % fit->boxes_a_line == 0 ? first_box : box_x;
			fit->line_of[c] = box / fit->boxes_a_line;
			fit->x[c] = box_x;
			fit->width[c] = widths[box % fit->boxes_a_line];
			box_x += fit->width[c] + gap;
			x = larger(x, box_x);
			box++;
		} else {
			fit->x[c] = x;
			x += fit->width[c] + gap;
		}
	}
	return x - gap;
}

static void set_faces(struct press *press, struct fit *fit, double part)
{
	double size = press->size * part;

	fit->cell = (struct face){cell_size * size, WEIGHT_USUAL};
	fit->strong = (struct face){cell_size * size, WEIGHT_BOLD};
	fit->head = (struct face){head_size * size, WEIGHT_USUAL};
	fit->line = (struct face){line_size * size, WEIGHT_BOLD};
	fit->title = (struct face){title_size * size, WEIGHT_BOLD};
	if (!fit->form) {
		fit->cell.size = fit->strong.size = 9.5 * size;
		fit->head = (struct face){9.5 * size, WEIGHT_BOLD};
	}
	fit->gap = GAP * fit->cell.size / cell_size;
	fit->box = 0.85 * fit->cell.size;
	fit->box_gap = 0.4 * fit->cell.size;
}

/* Of a line without what some fonts leave above and below it. */
static double plain_height(struct face face)
{
	return 1.17 * face.size;
}

static size_t box_count(const struct document_table *table)
{
	size_t count = 0;

	for (size_t c = 0; c < table->column_count; c++)
		count += table->columns[c].kind == COLUMN_BOX ? 1 : 0;
	return count;
}

/* Smaller type before more lines a row. */
static double fit_form(struct press *press, struct fit *fit, const struct document_table *table)
{
	size_t boxes = box_count(table);
	double room = press->right - press->left, all = 0;

	for (fit->lines = 1; fit->lines <= (boxes > 0 ? boxes : 1); fit->lines++) {
		fit->boxes_a_line = boxes > 0 ? (boxes + fit->lines - 1) / fit->lines : 1;
		for (size_t i = 0; i < SMALLER_COUNT; i++) {
			set_faces(press, fit, smaller[i]);
			measure(press, fit, table);
			all = place(fit, table);
			if (all <= room)
				return all;
		}
	}
	fit->lines--;
	return all;
}

/* What is too much comes off the widest columns of words. */
static double fit_words(struct press *press, struct fit *fit, const struct document_table *table)
{
	double room = press->right - press->left, least = TEXT_LEAST * press->size;

	fit->lines = 1;
	fit->boxes_a_line = 1;
	set_faces(press, fit, 1);
	measure(press, fit, table);
	for (;;) {
		double over = place(fit, table) - room;
		size_t widest = table->column_count;

		for (size_t c = 0; c < table->column_count; c++) {
			if (table->columns[c].kind == COLUMN_TEXT && fit->width[c] > least &&
			    (widest == table->column_count || fit->width[c] > fit->width[widest]))
				widest = c;
		}
		if (over <= 0.01 || widest == table->column_count)
			return room + over;
		/* In small steps, so that columns of one width stay so. */
		fit->width[widest] = larger(fit->width[widest] - smaller_of(over, 8), least);
	}
}

/* Where nothing else helps each column gives its part; what is in them is cut. */
static void squeeze(struct fit *fit, const struct document_table *table, double part)
{
	for (size_t c = 0; c < table->column_count; c++) {
		fit->x[c] *= part;
		fit->width[c] *= part;
		fit->figure[c] *= part;
		fit->dose[c] *= part;
	}
}

/* A form goes over the whole width: to the boxes and what is written by hand. */
static void spread(struct fit *fit, const struct document_table *table, double spare)
{
	size_t wide = 0;
	double share;

	for (size_t c = 0; c < table->column_count; c++)
		wide += table->columns[c].kind == COLUMN_BLANK ||
					(table->columns[c].kind == COLUMN_BOX &&
					 fit->line_of[c] == 0)
				? 1
				: 0;
	share = spare / (double)wide;
	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].kind == COLUMN_BOX)
			fit->width[c] += share;
		else if (table->columns[c].kind == COLUMN_BLANK)
			fit->width[c] += smaller_of(share, SPARE_BLANK);
	}
}

/* A row of words over the whole width. */
static double fit_band(struct press *press, const struct fit *fit, const struct document_row *row)
{
	double room = press->right - press->left - 2 * fit->band_height;

	return larger(fit->band_height,
		      type_lines(press->type, fit->line, row->text, room)->height +
			      3 * press->size);
}

static double lines_height(struct press *press, const struct fit *fit,
			   const struct document_group *group, size_t *rows)
{
	double height = fit->title_height + fit->group_gap;

	*rows = 0;
	for (size_t r = 0; r < group->row_count; r++) {
		if (group->rows[r].cells != NULL)
			++*rows;
		else
			height += fit_band(press, fit, &group->rows[r]);
	}
	return height;
}

static int by_height(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;

	return (one > other) - (one < other);
}

/* The highest rows with which so many of most groups fit on a page; a few have more lines of text in them than usual. */
static double row_for(struct press *press, const struct fit *fit,
		      const struct document_table *table, size_t groups)
{
	double room = press_page_room(press) - fit->head_height, row = press->height;
	double *heights = mem_alloc(table->group_count, sizeof(*heights));
	size_t count = 0;

	for (size_t g = 0; g < table->group_count; g++) {
		size_t rows;
		double lines = lines_height(press, fit, &table->groups[g], &rows);

		if (rows > 0)
			heights[count++] = (room / (double)groups - lines) / (double)rows;
	}
	qsort(heights, count, sizeof(*heights), by_height);
	if (count > 0)
		row = heights[count / 5];
	free(heights);
	return row;
}

/* As many groups as are wanted on a page, or one less and so on, with rows as high as that lets them be. */
static void choose_rows(struct press *press, struct fit *fit, const struct document_table *table)
{
	double text = (double)fit->lines * plain_height(fit->cell);

	fit->row_lowest = text + 2 * press->size;
	fit->row_highest = text + 11 * press->size;
	fit->row_height = fit->form ? text + 6 * press->size : fit->text_height;
	fit->most = (size_t)table->most;
	while (fit->form && fit->most > 0) {
		double row = row_for(press, fit, table, fit->most);

		if (row >= fit->row_lowest) {
			fit->row_height = smaller_of(row, fit->row_highest);
			break;
		}
		fit->most--;
	}
	fit->row_usual = fit->row_height;
	fit->line_height = fit->form ? fit->row_height / (double)fit->lines : fit->text_height;
}

static bool has_below(const struct document_table *table)
{
	for (size_t c = 0; c < table->column_count; c++) {
		if (table->columns[c].below[0] != '\0')
			return true;
	}
	return false;
}

static void set_heights(struct press *press, struct fit *fit, const struct document_table *table)
{
	double head = type_line(press->type, fit->head, "0")->height;
	size_t lines = fit->lines > 1 ? fit->lines : has_below(table) ? 2 : 1;

	fit->text_height = type_line(press->type, fit->cell, "0")->height;
	fit->head_height = (double)lines * head + 4 * press->size;
	fit->band_height = type_line(press->type, fit->line, "0")->height + 3 * press->size;
	fit->title_height = plain_height(fit->title) + 5 * press->size;
	fit->group_gap = fit->form ? 8 * press->size : 4 * press->size;
	if (table->group_count > 0 && table->groups[0].title[0] == '\0')
		fit->title_height = 0;
}

struct fit table_fit(struct press *press, const struct document_table *table)
{
	struct fit fit = {.form = is_form(table)};
	double room = press->right - press->left;
	double all = fit.form ? fit_form(press, &fit, table) : fit_words(press, &fit, table);

	if (all > room) {
		squeeze(&fit, table, room / all);
	} else if (fit.form) {
		spread(&fit, table, room - all);
		place(&fit, table);
	}
	set_heights(press, &fit, table);
	choose_rows(press, &fit, table);
	return fit;
}

double fit_row(struct press *press, const struct fit *fit, const struct document_table *table,
	       const struct document_row *row)
{
	double highest = fit->row_height;

	if (row->cells == NULL)
		return fit_band(press, fit, row);
	if (fit->form)
		return highest;
	for (size_t c = 0; c < table->column_count; c++)
		highest = larger(highest, type_lines(press->type, cell_face(fit, table, c, row),
						     row->cells[c], fit->width[c])
						  ->height);
	return highest + 3 * press->size;
}

double fit_group(struct press *press, const struct fit *fit, const struct document_table *table,
		 const struct document_group *group)
{
	double height = fit->title_height;

	for (size_t r = 0; r < group->row_count; r++)
		height += fit_row(press, fit, table, &group->rows[r]);
	return height;
}

/* The highest rows with which so many groups from one on fit on what is left of the page; 0 where there are no rows. */
static double row_from(struct press *press, const struct fit *fit,
		       const struct document_table *table, size_t first, size_t groups)
{
	double room = press_room(press) - fit->head_height - 0.1;
	size_t all = 0;

	for (size_t g = first; g < first + groups && g < table->group_count; g++) {
		size_t rows;

		room -= lines_height(press, fit, &table->groups[g], &rows);
		all += rows;
	}
	return all > 0 ? (room + fit->group_gap) / (double)all : 0;
}

size_t fit_page(struct press *press, struct fit *fit, const struct document_table *table,
		size_t first)
{
	size_t groups = fit->form ? fit->most : 0;

	if (groups == 0)
		return 0;
	fit->row_height = fit->row_usual;
	for (; groups > 1; groups--) {
		double row = row_from(press, fit, table, first, groups);
		double most = groups == fit->most ? fit->row_usual : fit->row_highest;

		if (row < fit->row_lowest)
			continue;
		fit->row_height = smaller_of(row, most);
		break;
	}
	fit->line_height = fit->row_height / (double)fit->lines;
	return groups;
}
