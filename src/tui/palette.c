/* SPDX-License-Identifier: MIT */
#include "palette.h"

#include <assert.h>

struct colours {
	int none_bold, none_dim, none_underline; /* without colour */
	int few, few_light;                      /* of the first eight */
	int sixteen, many, many_light;
};

enum { D = COLOUR_DEFAULT };

/* On a light ground of few colours only blue, magenta and red can be read; the others stay the terminal's own. */
static const struct colours colours[] = {
	[ROLE_TEXT] = {0, 0, 0, D, D, D, D, D},       [ROLE_STRONG] = {1, 0, 0, D, D, D, D, D},
	[ROLE_DIM] = {0, 1, 0, D, D, 8, 246, 242},    [ROLE_ACCENT] = {1, 0, 0, 6, 4, 14, 110, 25},
	[ROLE_GOOD] = {0, 0, 0, 2, D, 10, 114, 22},   [ROLE_WARN] = {1, 0, 0, 3, 5, 11, 179, 94},
	[ROLE_SAFETY] = {1, 0, 1, 1, 1, 9, 210, 124}, [ROLE_FRAME] = {0, 1, 0, D, D, 8, 240, 249},
	[ROLE_TRACK] = {0, 1, 0, D, D, 8, 238, 252},
};

static_assert(sizeof(colours) / sizeof(colours[0]) == ROLE_COUNT, "every role has its colours");

enum { SELECTED_DARK = 236, SELECTED_LIGHT = 254 };

enum depth palette_depth(int count)
{
	if (count >= 256)
		return DEPTH_256;
	if (count >= 16)
		return DEPTH_16;
	return count >= 8 ? DEPTH_8 : DEPTH_NONE;
}

static int foreground_of(const struct colours *of, enum depth depth, bool light)
{
	switch (depth) {
	case DEPTH_NONE:
		return COLOUR_DEFAULT;
	case DEPTH_8:
		return light ? of->few_light : of->few;
	case DEPTH_16:
		return light ? of->few_light : of->sixteen;
	case DEPTH_256:
		return light ? of->many_light : of->many;
	}
	return COLOUR_DEFAULT;
}

struct shade palette_shade(enum depth depth, bool light, enum role role, bool selected)
{
	const struct colours *of = &colours[role];
	struct shade shade = {.foreground = foreground_of(of, depth, light),
			      .background = COLOUR_DEFAULT,
			      .bold = role == ROLE_STRONG};

	if (depth == DEPTH_NONE)
		shade.bold = of->none_bold != 0;
	/* Dark red on black can hardly be read; bold makes it light on the terminals where it is so dark. */
	if (depth == DEPTH_8 && role == ROLE_SAFETY)
		shade.bold = true;
	if (depth != DEPTH_256 && shade.foreground == COLOUR_DEFAULT)
		shade.dim = of->none_dim != 0;
	shade.underline = depth == DEPTH_NONE && of->none_underline != 0;
	if (selected && depth == DEPTH_256)
		shade.background = light ? SELECTED_LIGHT : SELECTED_DARK;
	else if (selected)
		shade.reverse = true;
	return shade;
}
