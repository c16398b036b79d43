/* SPDX-License-Identifier: MIT */
#include "put.h"

enum { HEIGHT = 190, LEAST = 120, GAP = 6, DOT = 2 };

struct drawing {
	struct press *press;
	const struct document_chart *chart;
	struct face face;
	double left, right, top, bottom;
};

static double x_of(const struct drawing *drawing, int64_t day)
{
	return drawing->left +
	       (drawing->right - drawing->left) * (double)day / (double)drawing->chart->days;
}

static double y_of(const struct drawing *drawing, int64_t amount)
{
	return drawing->bottom -
	       (drawing->bottom - drawing->top) * (double)amount / (double)drawing->chart->top;
}

static void put_amounts(const struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->chart->amount_count; i++) {
		const struct document_tick *tick = &drawing->chart->amounts[i];
		const struct setting *text =
			type_line(drawing->press->type, drawing->face, tick->text);
		double y = y_of(drawing, tick->at);

		press_rule(drawing->press, tick->at == 0 ? PEN_THIN : PEN_GRID, drawing->left,
			   drawing->right, y);
		press_put(drawing->press, text, drawing->left - GAP - text->width,
			  y - text->height / 2 + text->baseline);
	}
}

static double label_width(const struct drawing *drawing, const struct document_tick *tick)
{
	double text = type_line(drawing->press->type, drawing->face, tick->text)->width;
	double below = type_line(drawing->press->type, drawing->face, tick->below)->width;

	return text > below ? text : below;
}

/* Where the next label that has something below it begins: it goes before those that have not. */
static double reserved_from(const struct drawing *drawing, size_t at)
{
	for (size_t i = at + 1; i < drawing->chart->date_count; i++) {
		const struct document_tick *tick = &drawing->chart->dates[i];

		if (tick->below[0] != '\0' &&
		    x_of(drawing, tick->at) + label_width(drawing, tick) <= drawing->right + GAP)
			return x_of(drawing, tick->at) - GAP;
	}
	return drawing->right + GAP;
}

/* Where there is room. */
static void put_date(const struct drawing *drawing, size_t at, double *free_from)
{
	const struct document_tick *tick = &drawing->chart->dates[at];
	const struct setting *text = type_line(drawing->press->type, drawing->face, tick->text);
	const struct setting *below = type_line(drawing->press->type, drawing->face, tick->below);
	double x = x_of(drawing, tick->at), width = label_width(drawing, tick);
	double end = tick->below[0] != '\0' ? drawing->right + GAP : reserved_from(drawing, at);

	if (x < *free_from || x + width > end)
		return;
	press_put(drawing->press, text, x, drawing->bottom + 5 + text->baseline);
	press_put(drawing->press, below, x, drawing->bottom + 5 + text->height + below->baseline);
	*free_from = x + width + GAP;
}

/* Every how many dates have a label, so that these stand evenly and in the same months each year. */
static size_t stride_of(const struct drawing *drawing)
{
	static const size_t strides[] = {1, 2, 3, 4, 6};
	double spacing = (drawing->right - drawing->left) / (double)drawing->chart->date_count;
	double widest = 0;

	for (size_t i = 0; i < drawing->chart->date_count; i++) {
		double width = label_width(drawing, &drawing->chart->dates[i]);

		widest = width > widest ? width : widest;
	}
	for (size_t i = 0; i < sizeof(strides) / sizeof(strides[0]); i++) {
		if ((double)strides[i] * spacing >= widest + GAP)
			return strides[i];
	}
	return 12;
}

/* The first that has something below it, such as the year, but not because it is the first. */
static size_t phase_of(const struct drawing *drawing)
{
	for (size_t i = 1; i < drawing->chart->date_count; i++) {
		if (drawing->chart->dates[i].below[0] != '\0')
			return i;
	}
	return 0;
}

static void put_dates(const struct drawing *drawing)
{
	size_t stride = stride_of(drawing), phase = phase_of(drawing);
	double free_from = 0;

	for (size_t i = 0; i < drawing->chart->date_count; i++) {
		const struct document_tick *tick = &drawing->chart->dates[i];
		cairo_t *cairo = drawing->press->cairo;
		double x = x_of(drawing, tick->at);

		if (i == 0 || i % stride == phase % stride)
			put_date(drawing, i, &free_from);
		if (!drawing->press->draws)
			continue;
		cairo_set_line_width(cairo, 0.6);
		cairo_move_to(cairo, x, drawing->bottom);
		cairo_line_to(cairo, x, drawing->bottom + 4);
		cairo_stroke(cairo);
	}
}

static void follow_way(const struct drawing *drawing)
{
	cairo_t *cairo = drawing->press->cairo;
	const struct document_chart *chart = drawing->chart;

	for (size_t i = 0; i < chart->way_count; i++) {
		const struct document_point *point = &chart->way[i];
		int64_t end = i + 1 < chart->way_count ? point[1].day : chart->days;
		double y = y_of(drawing, point->amount);

		cairo_line_to(cairo, x_of(drawing, point->day), y);
		cairo_line_to(cairo, x_of(drawing, end), y);
	}
}

static void put_way(const struct drawing *drawing)
{
	cairo_t *cairo = drawing->press->cairo;
	const struct document_chart *chart = drawing->chart;

	if (!drawing->press->draws || chart->way_count == 0)
		return;
	cairo_move_to(cairo, x_of(drawing, chart->way[0].day), drawing->bottom);
	follow_way(drawing);
	cairo_line_to(cairo, drawing->right, drawing->bottom);
	cairo_close_path(cairo);
	cairo_set_source_rgb(cairo, 0.9, 0.9, 0.9);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

static void put_stairs(const struct drawing *drawing)
{
	cairo_t *cairo = drawing->press->cairo;

	if (!drawing->press->draws)
		return;
	cairo_set_line_width(cairo, 1.4);
	cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
	cairo_new_path(cairo);
	follow_way(drawing);
	cairo_stroke(cairo);
}

static void put_taken(const struct drawing *drawing)
{
	cairo_t *cairo = drawing->press->cairo;

	for (size_t i = 0; drawing->press->draws && i < drawing->chart->taken_count; i++) {
		const struct document_point *point = &drawing->chart->taken[i];
		double x = (x_of(drawing, point->day) + x_of(drawing, point->day + 1)) / 2;

		cairo_rectangle(cairo, x - DOT / 2.0, y_of(drawing, point->amount) - DOT / 2.0, DOT,
				DOT);
	}
	if (drawing->press->draws)
		cairo_fill(cairo);
}

static double labels_width(const struct drawing *drawing)
{
	double widest = 0;

	for (size_t i = 0; i < drawing->chart->amount_count; i++) {
		const struct setting *text = type_line(drawing->press->type, drawing->face,
						       drawing->chart->amounts[i].text);

		widest = text->width > widest ? text->width : widest;
	}
	return widest;
}

void put_chart(struct press *press, const struct document_chart *chart)
{
	struct drawing drawing = {
		.press = press, .chart = chart, .face = press_face(press, PRESS_SMALL)};
	const struct setting *caption = type_lines(press->type, press_face(press, PRESS_SMALL),
						   chart->caption, press->right - press->left);
	double line = type_line(press->type, drawing.face, "0")->height;
	double below = 5 + 2 * line + GAP + caption->height, height = HEIGHT;

	if (press_room(press) < height && press_room(press) > LEAST + below)
		height = press_room(press);
	press_need(press, height);
	drawing.left = press->left + labels_width(&drawing) + GAP;
	drawing.left = drawing.left < press->width / 2 ? drawing.left : press->width / 2;
	drawing.right = press->right;
	drawing.top = press->y + line / 2;
	drawing.bottom = press->y + height - below;
	put_way(&drawing);
	put_amounts(&drawing);
	put_dates(&drawing);
	put_stairs(&drawing);
	put_taken(&drawing);
	press->y = drawing.bottom + 5 + 2 * line + GAP;
	press->fresh = false;
	press_put_lines(press, caption, press->left);
	press->y += GAP;
}
