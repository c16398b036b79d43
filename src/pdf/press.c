/* SPDX-License-Identifier: MIT */
#include "press.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

/* In points. Printers leave about 12 free; a hole punch needs 34. */
enum { MARGIN = 40, SIDE = 44, FOOT_GAP = 8, HEAD_GAP = 10 };

static const struct face faces[PRESS_FACES] = {
	[PRESS_SMALL] = {8.5, WEIGHT_USUAL}, [PRESS_TEXT] = {10, WEIGHT_USUAL},
	[PRESS_STRONG] = {10, WEIGHT_BOLD},  [PRESS_HEAD] = {13, WEIGHT_BOLD},
	[PRESS_TITLE] = {22, WEIGHT_BOLD},
};

struct face press_face(const struct press *press, int which)
{
	struct face face = faces[which];

	face.size *= press->size;
	return face;
}

static const struct {
	double width, height;
} papers[] = {[PAPER_A4] = {595.276, 841.89}, [PAPER_LETTER] = {612, 792}};

void press_begin(struct press *press, const struct document *document, struct type *type,
		 cairo_t *cairo)
{
	*press = (struct press){
		.document = document,
		.type = type,
		.cairo = cairo,
		.size = 1,
		.width = papers[document->paper].width,
		.height = papers[document->paper].height,
	};
	together_begin(&press->row, cairo);
	press->left = SIDE;
	press->right = press->width - SIDE;
	cairo_pdf_surface_set_size(cairo_get_target(cairo), press->width, press->height);
}

/* Wide enough for a thousand pages. */
static double number_width(struct press *press)
{
	return type_line(press->type, press_face(press, PRESS_SMALL), "page 1000 of 1000")->width;
}

/* Whole, unless it would leave no page. */
static const struct setting *footer_of(struct press *press)
{
	double width = press->right - press->left - number_width(press) - 2 * FOOT_GAP;
	struct face face = press_face(press, PRESS_SMALL);
	const struct setting *lines = type_lines(press->type, face, press->document->footer, width);

	if (lines->height < press->height / 8)
		return lines;
	return type_cut(press->type, face, press->document->footer, width);
}

static void put_lines_at(const struct press *press, const struct setting *lines, double x, double y)
{
	if (press->draws)
		type_draw_lines(press->cairo, lines, x, y);
}

static void put_footer(struct press *press)
{
	const struct setting *number;
	char text[48];

	snprintf(text, sizeof(text), "page %d of %d", press->page, press->pages);
	press_rule(press, PEN_THIN, press->left, press->right, press->bottom + FOOT_GAP / 2.0);
	put_lines_at(press, footer_of(press), press->left, press->bottom + FOOT_GAP);
	if (!press->draws)
		return;
	number = type_line(press->type, press_face(press, PRESS_SMALL), text);
	put_lines_at(press, number, press->right - number->width, press->bottom + FOOT_GAP);
}

static void begin_page(struct press *press)
{
	const struct setting *title = type_cut(press->type, press_face(press, PRESS_SMALL),
					       press->document->title, press->right - press->left);

	press->page++;
	press->bottom = press->height - MARGIN - FOOT_GAP - footer_of(press)->height;
	press->top = MARGIN;
	if (press->page > 1) {
		put_lines_at(press, title, press->left, press->top);
		press->top += title->height + HEAD_GAP;
	}
	press->y = press->top;
	press->fresh = true;
}

void press_first_page(struct press *press, bool draws)
{
	press->draws = draws;
	press->page = 0;
	press->outline[0] = press->outline[1] = press->outline[2] = 0;
	begin_page(press);
}

static const struct {
	double thick, grey; /* 0 is black */
} pens[PEN_COUNT] = {
	[PEN_HAIR] = {0.3, 0.6}, [PEN_THIN] = {0.5, 0},  [PEN_BOX] = {0.8, 0},
	[PEN_HEAD] = {0.8, 0},   [PEN_TITLE] = {1.2, 0}, [PEN_GRID] = {0.4, 0.7},
};

static void draw_strokes(struct press *press, enum pen pen)
{
	struct strokes *strokes = &press->strokes[pen];
	cairo_t *cairo = press->cairo;

	if (strokes->count == 0)
		return;
	cairo_new_path(cairo);
	for (size_t i = 0; i < strokes->count; i++) {
		const struct stroke *stroke = &strokes->items[i];

		if (stroke->box) {
			cairo_rectangle(cairo, stroke->x, stroke->y, stroke->width, stroke->height);
			continue;
		}
		cairo_move_to(cairo, stroke->x, stroke->y);
		cairo_line_to(cairo, stroke->x + stroke->width, stroke->y + stroke->height);
	}
	cairo_set_source_rgb(cairo, pens[pen].grey, pens[pen].grey, pens[pen].grey);
	cairo_set_line_width(cairo, pens[pen].thick);
	cairo_stroke(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	strokes->count = 0;
}

void press_end(struct press *press)
{
	for (int pen = 0; pen < PEN_COUNT; pen++)
		free(press->strokes[pen].items);
	together_free(&press->row);
}

static void end_page(struct press *press)
{
	together_draw(&press->row);
	put_footer(press);
	for (int pen = 0; pen < PEN_COUNT; pen++)
		draw_strokes(press, (enum pen)pen);
	if (press->draws)
		cairo_show_page(press->cairo);
}

void press_turn(struct press *press)
{
	end_page(press);
	begin_page(press);
}

void press_last_page(struct press *press)
{
	end_page(press);
	if (!press->draws)
		press->pages = press->page;
}

double press_room(const struct press *press)
{
	return press->bottom - press->y;
}

double press_page_room(const struct press *press)
{
	return press->bottom - press->top;
}

void press_need(struct press *press, double height)
{
	if (height > press_room(press) && !press->fresh)
		press_turn(press);
}

void press_mark(struct press *press, int depth, const char *text)
{
	cairo_surface_t *surface = cairo_get_target(press->cairo);
	int parent = CAIRO_PDF_OUTLINE_ROOT;
	char place[96];

	if (!press->draws || text[0] == '\0')
		return;
	for (int i = depth; i > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; i--)
		parent = press->outline[i - 1];
	snprintf(place, sizeof(place), "page=%d pos=[%d %d]", press->page, (int)press->left,
		 (int)press->y);
	press->outline[depth] = cairo_pdf_surface_add_outline(
		surface, parent, text, place, depth == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int i = depth + 1; i < 3; i++)
		press->outline[i] = 0;
}

static void add_stroke(struct press *press, enum pen pen, struct stroke stroke)
{
	struct strokes *strokes = &press->strokes[pen];

	if (!press->draws)
		return;
	strokes->items = mem_grow(strokes->items, &strokes->cap, strokes->count + 1,
				  sizeof(*strokes->items));
	strokes->items[strokes->count++] = stroke;
}

void press_rule(struct press *press, enum pen pen, double from, double to, double y)
{
	add_stroke(press, pen, (struct stroke){.x = from, .y = y, .width = to - from});
}

void press_fall(struct press *press, enum pen pen, double x, double from, double to)
{
	add_stroke(press, pen, (struct stroke){.x = x, .y = from, .height = to - from});
}

void press_box(struct press *press, enum pen pen, double x, double y, double side)
{
	add_stroke(press, pen,
		   (struct stroke){.x = x, .y = y, .width = side, .height = side, .box = true});
}

void press_put(struct press *press, const struct setting *line, double x, double y)
{
	if (press->draws)
		together_add(&press->row, line, x, y);
}

void press_put_lines(struct press *press, const struct setting *lines, double x)
{
	PangoLayoutIter *iter = pango_layout_get_iter(lines->layout);

	do {
		PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
		PangoRectangle logical;
		double height, ascent;

		pango_layout_iter_get_line_extents(iter, NULL, &logical);
		height = pango_units_to_double(logical.height) * lines->scale;
		ascent = pango_units_to_double(pango_layout_iter_get_baseline(iter) - logical.y) *
			 lines->scale;
		press_need(press, height);
		if (press->draws)
			type_draw_line(press->cairo, lines, line,
				       x + pango_units_to_double(logical.x) * lines->scale,
				       press->y + ascent);
		press->y += height;
		press->fresh = false;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
}
