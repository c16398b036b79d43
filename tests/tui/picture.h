/* SPDX-License-Identifier: MIT */
/*
 * A screen as an SVG picture. Knows cells and colours, nothing of scripts or files: the same cells make the same bytes.
 */
#ifndef TUI_PICTURE_H
#define TUI_PICTURE_H

#include "screen.h"

struct picture {
	const char *words; /* for those who do not see it: "Title: what is to be seen" */
	bool light;        /* the terminal's ground, and its first sixteen colours */
};

/*
 * Words stay text, each run at the place of its cell; lines, blocks and braille are drawn, so that they join whatever the fonts
 * are. Free it.
 */
char *picture_svg(const struct screen *screen, const struct picture *picture);

#endif
