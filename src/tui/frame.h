/* SPDX-License-Identifier: MIT */
/*
 * What stands round every screen: tabs and the day above, the message line and the keys that work here below.
 */
#ifndef FRAME_H
#define FRAME_H

#include "keymap.h"
#include "tabs.h"

struct frame {
	enum tab tab;
	const struct view *view; /* that the keys go to */
	const struct keymap *keys;
	const char *day, *time; /* "Sat 21 Nov", "15:10"; shown where there is room */
	const char *message;    /* "" for none */
	bool failed;            /* the message tells what did not work */
};

/* What is left for the view. */
struct rect frame_content(struct rect area);

void frame_draw(const struct frame *frame, struct canvas *canvas);

/* The tab at a place of the screen, or TAB_COUNT; only the tab and the keys of the frame are looked at. */
enum tab frame_tab_at(const struct frame *frame, int columns, int row, int column);

#endif
