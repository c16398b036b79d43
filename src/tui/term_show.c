/* SPDX-License-Identifier: MIT */
#include "term_own.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "shift.h"

void term_set_colours(struct term *term, bool no_colour)
{
	const char *wish = getenv("NO_COLOR");
	bool none = no_colour || (wish != NULL && wish[0] != '\0');

	term->depth = none ? DEPTH_NONE : palette_depth(caps_colours());
	pen_set_looks(&term->pen, term->depth, term->light);
}

void term_look(struct term *term, bool light, bool plain)
{
	bool same = term->light == light && term->plain == plain;

	term->light = light;
	term->plain = plain;
	if (same)
		return;
	pen_set_looks(&term->pen, term->depth, light);
	term_redraw(term);
}

/* Curses takes the screen over or back; from then on it holds no picture, and has nothing to write. */
static void begin_screen(struct term *term, const struct canvas *canvas)
{
	clear();
	clearok(stdscr, TRUE);
	refresh();
	canvas_resize(&term->shown, canvas->rows, canvas->columns);
	pen_forget(&term->pen, canvas->rows, canvas->columns);
}

static void write_changes(struct term *term, const struct canvas *canvas)
{
	size_t columns = (size_t)canvas->columns;
	struct shift shift = {.by = 0};

	if (term->shown.rows != canvas->rows || term->shown.columns != canvas->columns)
		begin_screen(term, canvas);
	else if (pen_can_shift(&term->pen))
		shift = shift_find(&term->shown, canvas);
	if (shift.by != 0) {
		pen_shift(&term->pen, shift.first, shift.last, shift.by);
		shift_apply(&term->shown, shift);
	}
	for (int row = 0; row < canvas->rows; row++) {
		const struct cell *now = &canvas->cells[(size_t)row * columns];
		struct cell *was = &term->shown.cells[(size_t)row * columns];

		if (memcmp(now, was, columns * sizeof(*now)) == 0)
			continue;
		pen_row(&term->pen, row, now, was);
	}
}

/* Told to who measures: which picture it was, and how many microseconds on a processor there were up to it. */
static void tell_frame(struct term *term)
{
	char marker[80];
	struct timespec used = {0};

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
	snprintf(marker, sizeof(marker), "\033]2;frame=%ld used=%lld\033\\", ++term->frame,
		 (long long)used.tv_sec * 1000000 + used.tv_nsec / 1000);
	term_say_raw(marker);
}

void term_show(struct term *term, const struct canvas *canvas)
{
	write_changes(term, canvas);
	pen_finish(&term->pen, canvas->cursor_row, canvas->cursor_column,
		   canvas->cursor_shown || term->plain);
	if (term->sync)
		tell_frame(term);
}
