/* SPDX-License-Identifier: MIT */
/*
 * From roles to colours: the only place where a colour is chosen. Knows numbers of colours a terminal has; does not talk to
 * one.
 */
#ifndef PALETTE_H
#define PALETTE_H

#include "canvas.h"

/* How much colour there is to draw with. */
enum depth { DEPTH_NONE, DEPTH_8, DEPTH_16, DEPTH_256 };

enum { COLOUR_DEFAULT = -1 };

struct shade {
	int foreground, background; /* a colour's number, or COLOUR_DEFAULT */
	bool bold, dim, reverse, underline;
};

/* The depth that suits a terminal with so many colours. */
enum depth palette_depth(int colours);

/* How a role looks. light is for dark letters on a light ground. */
struct shade palette_shade(enum depth depth, bool light, enum role role, bool selected);

#endif
