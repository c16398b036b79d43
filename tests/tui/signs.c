/* SPDX-License-Identifier: MIT */
#include "signs.h"

#include <stdlib.h>

enum { WIDE = SIGN_WIDE, HIGH = SIGN_HIGH };

static struct ink *ink_of(struct layer *layer, uint32_t colour)
{
	for (int i = 0; i < layer->count; i++)
		if (layer->inks[i].colour == colour)
			return &layer->inks[i];
	if (layer->count == LAYER_INKS)
		abort();
	struct ink *ink = &layer->inks[layer->count++];
	*ink = (struct ink){.colour = colour};
	ink->path = open_memstream(&ink->text, &ink->size);
	if (!ink->path)
		abort();
	return ink;
}

static void ink_flush(struct ink *ink)
{
	const struct rectangle *at = &ink->last;

	if (at->wide > 0)
		fprintf(ink->path, "M%d %dh%dv%dh-%dz", at->x, at->y, at->wide, at->high, at->wide);
	ink->last = (struct rectangle){0};
}

static void ink_fill(struct ink *ink, int x, int y, int wide, int high)
{
	struct rectangle *last = &ink->last;

	if (last->wide > 0 && x == last->x + last->wide && y == last->y && high == last->high) {
		last->wide += wide;
		return;
	}
	ink_flush(ink);
	*last = (struct rectangle){x, y, wide, high};
}

void layer_fill(struct layer *layer, uint32_t colour, int x, int y, int wide, int high)
{
	ink_fill(ink_of(layer, colour), x, y, wide, high);
}

/* The four arms of a sign of lines: left, right, up, down; 1 for a light one, 2 for a heavy one. */
static const struct {
	uint32_t code;
	int arms[4];
} lines[] = {
	{0x2500, {1, 1, 0, 0}}, {0x2501, {2, 2, 0, 0}}, {0x2502, {0, 0, 1, 1}},
	{0x2503, {0, 0, 2, 2}}, {0x250c, {0, 1, 0, 1}}, {0x2510, {1, 0, 0, 1}},
	{0x2514, {0, 1, 1, 0}}, {0x2518, {1, 0, 1, 0}}, {0x251c, {0, 1, 1, 1}},
	{0x2524, {1, 0, 1, 1}}, {0x252c, {1, 1, 0, 1}}, {0x2534, {1, 1, 1, 0}},
	{0x253c, {1, 1, 1, 1}}, {0x2574, {1, 0, 0, 0}}, {0x2575, {0, 0, 1, 0}},
	{0x2576, {0, 1, 0, 0}}, {0x2577, {0, 0, 0, 1}}, {0x2578, {2, 0, 0, 0}},
	{0x2579, {0, 0, 2, 0}}, {0x257a, {0, 2, 0, 0}}, {0x257b, {0, 0, 0, 2}},
};

static bool draw_line(struct ink *ink, uint32_t code, int x, int y)
{
	size_t at = 0, count = sizeof lines / sizeof *lines;

	while (at < count && lines[at].code != code)
		at++;
	if (at == count)
		return false;
	for (int arm = 0; arm < 4; arm++) {
		int half = lines[at].arms[arm];

		if (half > 0 && arm < 2)
			ink_fill(ink, arm == 0 ? x : x + WIDE / 2, y + HIGH / 2 - half, WIDE / 2,
				 2 * half);
		else if (half > 0)
			ink_fill(ink, x + WIDE / 2 - half, arm == 2 ? y : y + HIGH / 2 - 1,
				 2 * half, HIGH / 2 + 1);
	}
	return true;
}

static bool draw_corner(struct ink *ink, uint32_t code, int x, int y)
{
	if (code < 0x256d || code > 0x2570)
		return false;
	int across = code == 0x256d || code == 0x2570 ? 1 : -1, down = code <= 0x256e ? 1 : -1;
	bool sweep = across * down > 0;

	ink_flush(ink);
	fprintf(ink->path, "M%d %dv%da9 9 0 0 %d %d %dv%da7 7 0 0 %d %d %dv%dz",
		x + WIDE / 2 - across, y + HIGH / 2 + down * HIGH / 2, -8 * down, sweep, 9 * across,
		-9 * down, 2 * down, !sweep, -7 * across, 7 * down, 8 * down);
	return true;
}

/* A dot of each step of two or three is there: a quarter, a half, three quarters of the cell. */
static void draw_shade(struct ink *ink, uint32_t code, int x, int y)
{
	for (int row = 0; row < 8; row++)
		for (int column = 0; column < 4; column++) {
			bool quarter = (column + 2 * row) % 4 == 0;
			bool dot = code == 0x2591   ? quarter
				   : code == 0x2592 ? (column + row) % 2 == 0
						    : !quarter;
			if (dot)
				ink_fill(ink, x + 4 * column, y + 4 * row, 4, 4);
		}
}

static bool draw_block(struct ink *ink, uint32_t code, int x, int y)
{
	static const unsigned quarters[] = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

	if (code < 0x2580 || code > 0x259f)
		return false;
	int eighths = (int)code - 0x2580;
	if (code == 0x2580)
		ink_fill(ink, x, y, WIDE, HIGH / 2);
	else if (code <= 0x2588)
		ink_fill(ink, x, y + HIGH - eighths * HIGH / 8, WIDE, eighths * HIGH / 8);
	else if (code <= 0x258f)
		ink_fill(ink, x, y, (16 - eighths) * WIDE / 8, HIGH);
	else if (code == 0x2590)
		ink_fill(ink, x + WIDE / 2, y, WIDE / 2, HIGH);
	else if (code <= 0x2593)
		draw_shade(ink, code, x, y);
	else if (code == 0x2594)
		ink_fill(ink, x, y, WIDE, HIGH / 8);
	else if (code == 0x2595)
		ink_fill(ink, x + WIDE * 7 / 8, y, WIDE / 8, HIGH);
	for (int i = 0; code >= 0x2596 && i < 4; i++)
		if (quarters[code - 0x2596] >> i & 1)
			ink_fill(ink, x + i % 2 * WIDE / 2, y + i / 2 * HIGH / 2, WIDE / 2,
				 HIGH / 2);
	return true;
}

/* Each dot is an arc that closes upon itself. */
static bool draw_braille(struct ink *ink, uint32_t code, int x, int y)
{
	if (code < 0x2800 || code > 0x28ff)
		return false;
	ink_flush(ink);
	for (int i = 0; i < 8; i++) {
		int column = i < 6 ? i / 3 : i - 6, row = i < 6 ? i % 3 : 3;

		if (code >> i & 1)
			fprintf(ink->path, "M%d %da3 3 0 1 0 .1 0z", x + 4 + 8 * column,
				y + 1 + 8 * row);
	}
	return true;
}

bool layer_sign(struct layer *layer, uint32_t colour, uint32_t code, int x, int y)
{
	if (code < 0x2500 || (code > 0x259f && code < 0x2800) || code > 0x28ff)
		return false;
	struct ink *ink = ink_of(layer, colour);
	if (code == 0x254d) { /* two heavy dashes */
		ink_fill(ink, x + 1, y + HIGH / 2 - 2, 6, 4);
		ink_fill(ink, x + 9, y + HIGH / 2 - 2, 6, 4);
		return true;
	}
	return draw_line(ink, code, x, y) || draw_corner(ink, code, x, y) ||
	       draw_block(ink, code, x, y) || draw_braille(ink, code, x, y);
}

void layer_put(struct layer *layer, FILE *out)
{
	for (int i = 0; i < layer->count; i++) {
		struct ink *ink = &layer->inks[i];

		ink_flush(ink);
		fclose(ink->path);
		if (ink->size > 0)
			fprintf(out, "<path fill=\"#%06x\" d=\"%s\"/>\n", ink->colour, ink->text);
		free(ink->text);
	}
}
