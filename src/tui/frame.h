/* SPDX-License-Identifier: MIT */
/*
 * What stands round every screen: tabs and the day above, the message line and the keys that work here below.
 */
#ifndef FRAME_H
#define FRAME_H

#include "view.h"

enum tab { TAB_TODAY, TAB_PLAN, TAB_HISTORY, TAB_COUNT };

struct frame {
	enum tab tab;
	const struct view *view; /* that the keys go to */
	const char *now;         /* "Sat 21 Nov 15:10"; shown where there is room */
	const char *message;     /* "" for none */
	bool failed;             /* the message tells what did not work */
};

/* What is left for the view. */
struct rect frame_content(struct rect area);

void frame_draw(const struct frame *frame, struct canvas *canvas);

/* The tab at a place of the screen, or TAB_COUNT. */
enum tab frame_tab_at(int columns, int row, int column);

#endif
