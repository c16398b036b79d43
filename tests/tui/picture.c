/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "signs.h"

/* A unit is 5/8 of a pixel. */
enum { WIDE = SIGN_WIDE, HIGH = SIGN_HIGH, EDGE = 24, BASELINE = 24 };

#define FONTS "'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',ui-monospace,monospace"
#define FONT_SIZE "26.5"

struct ground {
	uint32_t back, fore, edge;
	uint32_t first[16];
};

static const struct ground dark = {
	.back = 0x17191f,
	.fore = 0xe3e5e8,
	.edge = 0x343842,
	.first = {0x2a2d35, 0xe06c75, 0x98c379, 0xd7a65f, 0x61afef, 0xc678dd, 0x56b6c2, 0xc9cdd4,
		  0x6b7280, 0xff8a92, 0xb5e890, 0xf0c674, 0x8cc4ff, 0xd99bf0, 0x7fd6e0, 0xffffff},
};
static const struct ground light = {
	.back = 0xfcfcfa,
	.fore = 0x23262c,
	.edge = 0xd3d6da,
	.first = {0x23262c, 0xb3261e, 0x2f7d32, 0x8a5a00, 0x1f5fbf, 0x8e3fa8, 0x0f7285, 0x8b9098,
		  0x5d636d, 0xc8372d, 0x3b8f3f, 0x9a6700, 0x2f6fd0, 0xa050ba, 0x1d8498, 0xffffff},
};

struct drawing {
	const struct ground *ground;
	struct layer grounds, signs; /* the first below the second, and words above both */
};

/* Words of one look in one row, with single blanks between them. */
struct run {
	char text[SCREEN_ROW_BYTES];
	size_t length;
	int column, cells;
	uint32_t colour;
	bool bold;
	bool fitted; /* a sign that another font may have to lend, made as wide as its cell */
};

/* xterm's: sixteen, a cube of six shades each, and greys. */
static uint32_t colour_of(const struct ground *ground, int colour, uint32_t plain)
{
	static const uint32_t shades[] = {0, 0x5f, 0x87, 0xaf, 0xd7, 0xff};

	if (colour == SCREEN_PLAIN)
		return plain;
	if (colour >= SCREEN_RGB)
		return (uint32_t)(colour - SCREEN_RGB);
	if (colour < 16)
		return ground->first[colour];
	if (colour >= 232)
		return (uint32_t)(8 + 10 * (colour - 232)) * 0x10101;
	colour -= 16;
	return shades[colour / 36] << 16 | shades[colour / 6 % 6] << 8 | shades[colour % 6];
}

static void put_escaped(FILE *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '&')
			fputs("&amp;", out);
		else if (text[i] == '<')
			fputs("&lt;", out);
		else if (text[i] == '>')
			fputs("&gt;", out);
		else
			putc(text[i], out);
	}
}

static void run_end(struct run *run, const struct ground *ground, FILE *out)
{
	while (run->length > 0 && run->text[run->length - 1] == ' ') {
		run->length--;
		run->cells--;
	}
	if (run->length > 0) {
		fprintf(out, "<tspan x=\"%d\" textLength=\"%d\"", run->column * WIDE,
			run->cells * WIDE);
		if (run->fitted)
			fputs(" lengthAdjust=\"spacingAndGlyphs\"", out);
		if (run->colour != ground->fore)
			fprintf(out, " fill=\"#%06x\"", run->colour);
		fputs(run->bold ? " font-weight=\"bold\">" : ">", out);
		put_escaped(out, run->text, run->length);
		fputs("</tspan> ", out);
	}
	run->length = 0;
	run->cells = 0;
}

/* Signs that some fonts for terminals lack, and what is two cells wide. */
static bool is_fitted(const struct screen_cell *cell)
{
	bool usual = cell->code < 0x2070 || (cell->code >= 0x2190 && cell->code <= 0x2193) ||
		     cell->code == 0x2212;

	return cell->width != 1 || !usual;
}

static void run_add(struct run *run, const struct screen_cell *cell, int column, uint32_t colour)
{
	size_t length = strlen(cell->text);

	if (run->length == 0) {
		run->column = column;
		run->colour = colour;
		run->bold = cell->bold;
		run->fitted = is_fitted(cell);
	}
	if (run->length + length > sizeof run->text)
		abort();
	memcpy(run->text + run->length, cell->text, length);
	run->length += length;
	run->cells += cell->width;
}

/* The words of a row go to `out`; its grounds, lines and blocks into the drawing. */
static void put_row(const struct screen *screen, int row, struct drawing *drawing, FILE *out)
{
	const struct ground *ground = drawing->ground;
	struct screen_cell cell;
	struct run run = {.length = 0};
	int y = row * HIGH;

	for (int column = 0; column < screen_columns(screen); column += cell.width) {
		screen_cell(screen, row, column, &cell);
		uint32_t fore = colour_of(ground, cell.fore, ground->fore);
		uint32_t back = colour_of(ground, cell.back, ground->back);
		uint32_t ink = cell.reverse ? back : fore, under = cell.reverse ? fore : back;
		int x = column * WIDE;
		bool blank = cell.code == ' ';

		if (under != ground->back)
			layer_fill(&drawing->grounds, under, x, y, cell.width * WIDE, HIGH);
		if (cell.underline)
			layer_fill(&drawing->signs, ink, x, y + BASELINE + 3, cell.width * WIDE, 2);
		if (layer_sign(&drawing->signs, ink, cell.code, x, y)) {
			run_end(&run, ground, out);
			continue;
		}
		bool other = run.colour != ink || run.bold != cell.bold || run.fitted ||
			     is_fitted(&cell);
		bool after_blank = run.length > 0 && run.text[run.length - 1] == ' ';
		if (run.length > 0 && (blank ? after_blank || run.fitted : other))
			run_end(&run, ground, out);
		if (!blank || run.length > 0)
			run_add(&run, &cell, column, ink);
	}
	run_end(&run, ground, out);
}

static void put_head(const struct screen *screen, const struct picture *picture,
		     const struct ground *ground, FILE *out)
{
	int wide = screen_columns(screen) * WIDE + 2 * EDGE;
	int high = screen_rows(screen) * HIGH + 2 * EDGE;
	const char *title = picture->words, *colon = strstr(title, ": ");
	size_t length = colon ? (size_t)(colon - title) : strlen(title);

	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"-%d -%d %d %d\" role=\"img\" aria-labelledby=\"title words\">\n"
		"<title id=\"title\">",
		wide * 5 / 8, high * 5 / 8, EDGE, EDGE, wide, high);
	put_escaped(out, title, length);
	fputs("</title>\n<desc id=\"words\">", out);
	put_escaped(out, colon ? colon + 2 : title, strlen(colon ? colon + 2 : title));
	fprintf(out,
		"</desc>\n<rect x=\"-%d\" y=\"-%d\" width=\"%d\" height=\"%d\" rx=\"14\" "
		"fill=\"#%06x\" stroke=\"#%06x\" stroke-width=\"2\"/>\n",
		EDGE - 1, EDGE - 1, wide - 2, high - 2, ground->back, ground->edge);
}

char *picture_svg(const struct screen *screen, const struct picture *picture)
{
	struct drawing drawing = {.ground = picture->light ? &light : &dark};
	char *words = NULL, *whole = NULL;
	size_t size = 0;
	FILE *rows = open_memstream(&words, &size), *out = open_memstream(&whole, &size);

	if (!rows || !out)
		abort();
	for (int row = 0; row < screen_rows(screen); row++) {
		fprintf(rows, "<text y=\"%d\">", row * HIGH + BASELINE);
		put_row(screen, row, &drawing, rows);
		fputs("</text>\n", rows);
	}
	fclose(rows);
	put_head(screen, picture, drawing.ground, out);
	layer_put(&drawing.grounds, out);
	layer_put(&drawing.signs, out);
	fprintf(out,
		"<g font-family=\"" FONTS "\" font-size=\"" FONT_SIZE
		"\" fill=\"#%06x\">\n%s</g>\n</svg>\n",
		drawing.ground->fore, words);
	fclose(out);
	free(words);
	return whole;
}
