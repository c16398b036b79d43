/* SPDX-License-Identifier: MIT */
/*
 * bare_pdf: a year of rows on as many pages as a schedule has, set by cairo and pango as their manuals show it: one layout, a
 * text at a time. What taper-pdf is measured against. Writes the PDF to standard output.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <unistd.h>

enum {
	PAGES = 14,
	ROWS = 26,
	CELLS = 7,
	WIDTH = 595,
	HEIGHT = 842,
	MARGIN = 44,
	ROW = 18,
	CELL = 64
};

static cairo_status_t put(void *context, const unsigned char *bytes, unsigned int len)
{
	(void)context;
	return write(STDOUT_FILENO, bytes, len) == (ssize_t)len ? CAIRO_STATUS_SUCCESS
								: CAIRO_STATUS_WRITE_ERROR;
}

static void put_row(cairo_t *cairo, PangoLayout *layout, int page, int row)
{
	double y = MARGIN + row * ROW;
	char text[32];

	for (int cell = 0; cell < CELLS; cell++) {
		snprintf(text, sizeof(text), cell == 0 ? "Tue %d" : "%d.%d",
			 cell == 0 ? row + page * ROWS : (row + cell) % 9, page % 9);
		pango_layout_set_text(layout, text, -1);
		cairo_move_to(cairo, MARGIN + cell * CELL, y);
		pango_cairo_show_layout(cairo, layout);
	}
	cairo_move_to(cairo, MARGIN, y + ROW - 2);
	cairo_line_to(cairo, WIDTH - MARGIN, y + ROW - 2);
	cairo_stroke(cairo);
}

int main(void)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(put, NULL, WIDTH, HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	PangoLayout *layout = pango_cairo_create_layout(cairo);
	PangoFontDescription *font = pango_font_description_from_string("Sans");
	cairo_status_t status;

	pango_font_description_set_absolute_size(font, 10.5 * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	cairo_set_line_width(cairo, 0.3);
	for (int page = 0; page < PAGES; page++) {
		for (int row = 0; row < ROWS; row++)
			put_row(cairo, layout, page, row);
		cairo_show_page(cairo);
	}
	pango_font_description_free(font);
	g_object_unref(layout);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
