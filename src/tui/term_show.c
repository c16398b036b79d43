/* SPDX-License-Identifier: MIT */
#include "term_own.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int pair_of(enum role role, bool selected)
{
	return 1 + (int)role + (selected ? ROLE_COUNT : 0);
}

static void make_pairs(const struct term *term)
{
	for (int role = 0; role < ROLE_COUNT; role++) {
		for (int selected = 0; selected < 2; selected++) {
			struct shade shade = palette_shade(term->depth, term->light,
							   (enum role)role, selected != 0);

			init_pair((short)pair_of((enum role)role, selected != 0),
				  (short)shade.foreground, (short)shade.background);
		}
	}
}

void term_set_colours(struct term *term, bool no_colour)
{
	const char *wish = getenv("NO_COLOR");

	if (no_colour || (wish != NULL && wish[0] != '\0') || !has_colors())
		return;
	start_color();
	if (use_default_colors() != OK)
		return;
	term->depth = palette_depth(COLORS);
	make_pairs(term);
}

void term_look(struct term *term, bool light, bool plain)
{
	bool same = term->light == light && term->plain == plain;

	term->light = light;
	term->plain = plain;
	if (same)
		return;
	if (term->depth != DEPTH_NONE)
		make_pairs(term);
	term_redraw(term);
}

static void write_cell(const struct term *term, int row, int column, const struct cell *cell)
{
	bool selected = cell->selected != 0;
	enum role role = (enum role)cell->role;
	struct shade shade = palette_shade(term->depth, term->light, role, selected);
	wchar_t text[CELL_MARKS + 2] = {(wchar_t)cell->code};
	attr_t attributes = A_NORMAL;
	short pair = (short)(term->depth == DEPTH_NONE ? 0 : pair_of(role, selected));
	cchar_t out;

	for (size_t i = 0; i < CELL_MARKS && cell->marks[i] != 0; i++)
		text[i + 1] = (wchar_t)cell->marks[i];
	if (shade.bold || cell->bold != 0)
		attributes |= A_BOLD;
	if (shade.dim)
		attributes |= A_DIM;
	if (shade.reverse)
		attributes |= A_REVERSE;
	if (shade.underline)
		attributes |= A_UNDERLINE;
	if (setcchar(&out, text, attributes, pair, NULL) == OK)
		mvadd_wch(row, column, &out);
}

/* A blank shows nothing but its ground: with the looks of the cell before it no change of colour has to be written for it. */
static bool is_bare(const struct term *term, const struct cell *cell)
{
	return cell->code == ' ' && cell->marks[0] == 0 && term->depth == DEPTH_256;
}

/* What differs, and the blanks around it whose looks come from it. */
struct stretch {
	int first, end;
};

static struct stretch changed(const struct term *term, const struct cell *now,
			      const struct cell *was, int columns)
{
	struct stretch stretch = {.first = 0, .end = columns};

	while (stretch.first < columns &&
	       memcmp(&now[stretch.first], &was[stretch.first], sizeof(*now)) == 0)
		stretch.first++;
	if (stretch.first == columns)
		return stretch;
	while (stretch.end > stretch.first &&
	       memcmp(&now[stretch.end - 1], &was[stretch.end - 1], sizeof(*now)) == 0)
		stretch.end--;
	while (stretch.first > 0 &&
	       (is_bare(term, &now[stretch.first]) || now[stretch.first].width == 0))
		stretch.first--;
	while (stretch.end > stretch.first && stretch.end < columns &&
	       (is_bare(term, &now[stretch.end]) || now[stretch.end].width == 0))
		stretch.end++;
	return stretch;
}

static void write_row(const struct term *term, int row, const struct cell *cells,
		      struct stretch stretch)
{
	struct cell before = cells[stretch.first];

	for (int column = stretch.first; column < stretch.end; column++) {
		struct cell cell = cells[column];

		if (cell.width == 0)
			continue;
		if (is_bare(term, &cell) && cell.selected == before.selected) {
			cell.role = before.role;
			cell.bold = before.bold;
		}
		write_cell(term, row, column, &cell);
		before = cell;
	}
}

/* Rows that differ are handed to curses whole: it compares cell by cell itself before it writes. */
static void write_changes(struct term *term, const struct canvas *canvas)
{
	size_t columns = (size_t)canvas->columns;
	bool all = term->shown.rows != canvas->rows || term->shown.columns != canvas->columns;

	if (all) {
		canvas_resize(&term->shown, canvas->rows, canvas->columns);
		clear();
	}
	for (int row = 0; row < canvas->rows; row++) {
		const struct cell *now = &canvas->cells[(size_t)row * columns];
		struct cell *was = &term->shown.cells[(size_t)row * columns];

		struct stretch stretch = {.first = 0, .end = canvas->columns};

		if (!all)
			stretch = changed(term, now, was, canvas->columns);
		if (stretch.first == stretch.end)
			continue;
		write_row(term, row, now, stretch);
		memcpy(was, now, columns * sizeof(*now));
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
	curs_set(canvas->cursor_shown || term->plain ? 1 : 0);
	move(canvas->cursor_row, canvas->cursor_column);
	refresh();
	if (term->sync)
		tell_frame(term);
}
