/* SPDX-License-Identifier: MIT */
#include "pacer_draw.h"

#include "bar.h"

enum { DOTS_MAX = 12 };

/* One dot a second of a short step; a long one says how far it is. */
static void draw_dots(const struct pace_point *point, struct canvas *canvas, struct rect place)
{
	int whole = point->step->seconds, done = point->second + 1;

	if (whole > DOTS_MAX) {
		bar_draw(canvas,
			 (struct rect){place.row, place.column, 1,
				       place.columns < 30 ? place.columns : 30},
			 ROLE_ACCENT, done, whole);
		return;
	}
	for (int i = 0; i < whole; i++)
		canvas_put(canvas, place.row, place.column + 2 * i,
			   i < done ? ROLE_ACCENT : ROLE_TRACK, i < done ? U'●' : U'○');
}

int pacer_draw(const struct help_tool *tool, int32_t seconds, bool roomy, struct canvas *canvas,
	       struct rect place)
{
	struct rect rest = place;
	struct pace_point point;

	if (tool == NULL || place.rows < 2)
		return 0;
	point = pacer_at(tool, seconds);
	if (roomy) {
		canvas_text(canvas, rect_take_top(&rest, 1), ROLE_STRONG, tool->name);
		rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_DIM, tool->about));
		rect_take_top(&rest, 1);
	}
	if (point.step == NULL) {
		rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_TEXT,
						 "That was all of it. Breathe as you like."));
		return place.rows - rest.rows;
	}
	rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_ACCENT | INK_BOLD, point.step->say));
	if (!canvas->plain)
		draw_dots(&point, canvas, rect_take_top(&rest, 1));
	return place.rows - rest.rows;
}
