/* SPDX-License-Identifier: MIT */
#include "term_pen.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"

/* A gap of so few cells is written again rather than passed over. */
enum { GAP_MOST = 4, ERASE_LEAST = 4, CAP_SIZE = 64 };

void pen_begin(struct term_pen *pen)
{
	int number = tigetnum("ncv");

	for (int i = 0; i < CAP_COUNT; i++)
		pen->caps[i] = caps_text((enum cap)i);
	pen->erases_in_colour = tigetflag("bce") > 0;
	pen->defaults_apart = tigetflag("AX") > 0;
	pen->wraps = tigetflag("am") > 0;
	pen->wraps_late = tigetflag("xenl") > 0;
	pen->not_with_colour = number > 0 ? number : 0;
	pen->out = (struct str)STR_INIT;
	pen_set_looks(pen, DEPTH_NONE, false);
	pen_forget(pen, 1, 1);
}

void pen_free(struct term_pen *pen)
{
	for (int i = 0; i < CAP_COUNT; i++)
		free(pen->caps[i]);
	str_free(&pen->out);
}

/* What can't stand with a colour on this terminal is left out; reversed it has to be, or it would not be seen. */
static unsigned allowed(const struct term_pen *pen, const struct look *look)
{
	unsigned attributes = look->attributes;

	if (look->foreground == COLOUR_DEFAULT && look->background == COLOUR_DEFAULT)
		return attributes;
	if ((pen->not_with_colour & 2) != 0)
		attributes &= ~(1U << CAP_UNDERLINE);
	if ((pen->not_with_colour & 16) != 0)
		attributes &= ~(1U << CAP_DIM);
	if ((pen->not_with_colour & 32) != 0)
		attributes &= ~(1U << CAP_BOLD);
	return attributes;
}

void pen_set_looks(struct term_pen *pen, enum depth depth, bool light)
{
	for (int i = 0; i < LOOK_COUNT; i++) {
		struct look *look = &pen->looks[i];
		bool selected = i / ROLE_COUNT % 2 != 0, bold = i / ROLE_COUNT / 2 != 0;
		struct shade shade =
			palette_shade(depth, light, (enum role)(i % ROLE_COUNT), selected);

		look->foreground = shade.foreground;
		look->background = shade.background;
		look->attributes = (shade.bold || bold ? 1U << CAP_BOLD : 0U) |
				   (shade.dim ? 1U << CAP_DIM : 0U) |
				   (shade.reverse ? 1U << CAP_REVERSE : 0U) |
				   (shade.underline ? 1U << CAP_UNDERLINE : 0U);
		look->attributes = allowed(pen, look);
		caps_set_foreground(look->foreground_text, shade.foreground);
		caps_set_background(look->background_text, shade.background);
	}
	pen->look = NULL;
}

void pen_forget(struct term_pen *pen, int rows, int columns)
{
	str_reset(&pen->out);
	pen->rows = rows;
	pen->columns = columns;
	pen->row = pen->column = -1;
	pen->look = NULL;
	str_add(&pen->out, pen->caps[CAP_SHOW]);
	pen->hidden = false;
	pen->look_begin = pen->look_end = 0;
	pen->upper = 0;
	pen->lower = rows - 1;
	if (rows > 1 && pen->caps[CAP_MARGINS][0] != '\0')
		str_add(&pen->out, tparm(pen->caps[CAP_MARGINS], 0, rows - 1));
}

static const struct look *look_of(const struct term_pen *pen, const struct cell *cell)
{
	return &pen->looks[(cell->bold * 2 + cell->selected) * ROLE_COUNT + cell->role];
}

static bool is_blank(const struct cell *cell)
{
	return cell->code == ' ' && cell->width == 1 && cell->marks[0] == 0;
}

enum { SEEN_ON_BLANKS = 1U << CAP_REVERSE | 1U << CAP_UNDERLINE };

static bool reverses(const struct look *look)
{
	return (look->attributes & (unsigned)SEEN_ON_BLANKS) != 0;
}

/* A blank shows nothing but its ground. */
static bool same_ground(const struct look *a, const struct look *b)
{
	return a == b || (a->background == b->background && !reverses(a) && !reverses(b));
}

static bool same_look(const struct look *a, const struct look *b)
{
	return a == b || (a->foreground == b->foreground && a->background == b->background &&
			  a->attributes == b->attributes);
}

bool pen_same(const struct term_pen *pen, const struct cell *a, const struct cell *b)
{
	const struct look *one, *other;

	if (memcmp(a, b, sizeof(*a)) == 0)
		return true;
	if (a->code != b->code || a->width != b->width ||
	    memcmp(a->marks, b->marks, sizeof(a->marks)) != 0)
		return false;
	one = look_of(pen, a);
	other = look_of(pen, b);
	return same_look(one, other) || (is_blank(a) && same_ground(one, other));
}

/* Two changes of looks right behind each other become one: "\033[39m\033[49m" is "\033[39;49m". */
static void add_look(struct term_pen *pen, const char *text)
{
	struct str *out = &pen->out;
	bool follows = pen->look_end == out->len && out->len > pen->look_begin &&
		       out->data[out->len - 1] == 'm' && str_starts(text, "\033[") &&
		       str_starts(out->data + pen->look_begin, "\033[");

	if (text[0] == '\0')
		return;
	if (follows) {
		out->data[out->len - 1] = ';';
		str_add(out, text + 2);
	} else {
		pen->look_begin = out->len;
		str_add(out, text);
	}
	pen->look_end = out->len;
}

static void set_plain(struct term_pen *pen)
{
	/* Whatever was set right before it is not needed. */
	if (pen->look_end == pen->out.len && pen->look_end > pen->look_begin)
		str_cut(&pen->out, pen->look_begin);
	pen->look_begin = pen->out.len;
	str_add(&pen->out, pen->caps[CAP_PLAIN]);
	pen->look_end = pen->out.len;
	pen->look = &pen->looks[ROLE_TEXT];
}

static void set_look(struct term_pen *pen, const struct look *look)
{
	const struct look *text = &pen->looks[ROLE_TEXT], *was = pen->look;

	if (was != NULL && same_look(was, look)) {
		pen->look = look;
		return;
	}
	if (was == NULL || same_look(look, text) || (was->attributes & ~look->attributes) != 0 ||
	    (!pen->defaults_apart &&
	     ((look->foreground == COLOUR_DEFAULT && was->foreground != COLOUR_DEFAULT) ||
	      (look->background == COLOUR_DEFAULT && was->background != COLOUR_DEFAULT))))
		set_plain(pen);
	was = pen->look;
	for (int cap = CAP_BOLD; cap <= CAP_UNDERLINE; cap++) {
		if ((look->attributes & ~was->attributes & 1U << cap) != 0)
			add_look(pen, pen->caps[cap]);
	}
	if (look->foreground != was->foreground)
		add_look(pen, look->foreground_text);
	if (look->background != was->background)
		add_look(pen, look->background_text);
	pen->look = look;
}

static void go_right(struct term_pen *pen, int columns)
{
	if (columns == 1 && strcmp(pen->caps[CAP_RIGHT], "\033[%p1%dC") == 0)
		str_add(&pen->out, "\033[C");
	else
		str_add(&pen->out, tparm(pen->caps[CAP_RIGHT], columns));
}

static void set_margins(struct term_pen *pen, int first, int last)
{
	if (pen->upper == first && pen->lower == last)
		return;
	str_add(&pen->out, tparm(pen->caps[CAP_MARGINS], first, last));
	pen->upper = first;
	pen->lower = last;
	pen->row = pen->column = -1;
}

static void move_to(struct term_pen *pen, int row, int column)
{
	bool known, can_right = pen->caps[CAP_RIGHT][0] != '\0';
	int below = row - pen->row;

	/* Below the rows that move, some terminals take the cursor of a new line back into them. */
	if (pen->row > pen->lower && below == 1)
		set_margins(pen, 0, pen->rows - 1);
	known = pen->row >= 0 && pen->column >= 0;
	if (known && pen->row == row && pen->column == column)
		return;
	/* In the last of them it would move them. */
	if (known && (below == 0 || (below == 1 && pen->row < pen->lower)) &&
	    (column == 0 || column < pen->column || below == 1) && (column == 0 || can_right)) {
		str_add(&pen->out, below == 1 ? "\r\n" : "\r");
		if (column > 0)
			go_right(pen, column);
	} else if (known && below == 0 && column > pen->column && can_right) {
		go_right(pen, column - pen->column);
	} else {
		str_add(&pen->out, tparm(pen->caps[CAP_MOVE], row, column));
	}
	pen->row = row;
	pen->column = column;
}

/* Where a terminal may think otherwise of a character's width, the cursor is placed anew behind it. */
static void write_cell(struct term_pen *pen, const struct cell *cell)
{
	const struct look *look = look_of(pen, cell);

	if (pen->look == NULL || !is_blank(cell) || !same_ground(pen->look, look))
		set_look(pen, look);
	if (cell->code < 128)
		str_add_char(&pen->out, (char)cell->code);
	else
		utf8_add(&pen->out, cell->code);
	for (size_t i = 0; i < CELL_MARKS && cell->marks[i] != 0; i++)
		utf8_add(&pen->out, cell->marks[i]);
	pen->column += cell->width;
	if (cell->width != 1 || cell->marks[0] != 0 || pen->column >= pen->columns)
		pen->row = pen->column = -1;
}

/* The cursor goes to a cell further on by writing again what lies between, where that is shorter. */
static void reach(struct term_pen *pen, int row, int column, const struct cell *cells)
{
	int at = pen->column;
	bool writes = pen->row == row && at >= 0 && at <= column && column - at <= GAP_MOST &&
		      pen->look != NULL;

	for (int i = at; writes && i < column; i++) {
		const struct look *look = look_of(pen, &cells[i]);

		writes = cells[i].width == 1 && cells[i].marks[0] == 0 && cells[i].code < 128 &&
			 (same_look(look, pen->look) ||
			  (is_blank(&cells[i]) && same_ground(look, pen->look)));
	}
	if (!writes)
		move_to(pen, row, column);
	else
		for (; at < column; at++)
			write_cell(pen, &cells[at]);
}

/* Blank up to the end of the row, on a ground that erasing leaves; and longer than the order to erase. */
static bool ends_blank(const struct term_pen *pen, const struct cell *cells, int column, int end)
{
	const struct look *look = look_of(pen, &cells[column]);

	if (end - column < ERASE_LEAST || pen->caps[CAP_ERASE_LINE][0] == '\0' || reverses(look) ||
	    (look->background != COLOUR_DEFAULT && !pen->erases_in_colour))
		return false;
	for (int i = column; i < pen->columns; i++) {
		if (!is_blank(&cells[i]) || !same_ground(look, look_of(pen, &cells[i])))
			return false;
	}
	return true;
}

/* A half of a wide character whose other half is not beside it, or can't be written, is a blank. */
static struct cell shown_cell(const struct cell *cells, int column, int end)
{
	struct cell cell = cells[column];
	bool whole = cell.width == 1 || (cell.width == 0 && column > 0 && column < end &&
					 cells[column - 1].width == 2);

	if (cell.width == 2)
		whole = column + 1 < end && cells[column + 1].width == 0;
	if (whole)
		return cell;
	cell.code = ' ';
	cell.width = 1;
	memset(cell.marks, 0, sizeof(cell.marks));
	return cell;
}

/* True where writing in the last column of that row would move the whole screen up. */
static bool loses_corner(const struct term_pen *pen, int row)
{
	return row == pen->rows - 1 && pen->wraps && !pen->wraps_late;
}

static void write_changes(struct term_pen *pen, int row, const struct cell *now, struct cell *was)
{
	int room = loses_corner(pen, row) ? pen->columns - 1 : pen->columns, end = room;

	while (end > 0 && pen_same(pen, &now[end - 1], &was[end - 1]))
		end--;
	for (int column = 0; column < end; column++) {
		const struct look *look;
		struct cell cell = shown_cell(now, column, room);

		if (pen_same(pen, &now[column], &was[column]))
			continue;
		if (cell.width == 0)
			cell = now[--column];
		reach(pen, row, column, now);
		if (!is_blank(&now[column]) || !ends_blank(pen, now, column, end)) {
			write_cell(pen, &cell);
			/* The second half of a wide one went with it. */
			column += cell.width - 1;
			continue;
		}
		look = look_of(pen, &now[column]);
		if (pen->look == NULL || !same_ground(pen->look, look))
			set_look(pen, look);
		str_add(&pen->out, pen->caps[CAP_ERASE_LINE]);
		was[pen->columns - 1] = now[pen->columns - 1];
		return;
	}
}

void pen_row(struct term_pen *pen, int row, const struct cell *now, struct cell *was)
{
	struct cell corner;

	write_changes(pen, row, now, was);
	corner = was[pen->columns - 1];
	memcpy(was, now, (size_t)pen->columns * sizeof(*now));
	if (loses_corner(pen, row))
		was[pen->columns - 1] = corner;
}

bool pen_can_shift(const struct term_pen *pen)
{
	return pen->caps[CAP_MARGINS][0] != '\0' && pen->caps[CAP_UP][0] != '\0' &&
	       pen->caps[CAP_DOWN][0] != '\0';
}

void pen_shift(struct term_pen *pen, int first, int last, int by)
{
	int at = by > 0 ? last : first;

	set_margins(pen, first, last);
	/* What comes in has the ground that is set. */
	if (pen->look == NULL || pen->look->background != COLOUR_DEFAULT || reverses(pen->look))
		set_plain(pen);
	if (pen->row != at)
		move_to(pen, at, 0);
	for (int i = 0; i < (by > 0 ? by : -by); i++)
		str_add(&pen->out, pen->caps[by > 0 ? CAP_UP : CAP_DOWN]);
	/* They stay, as the next row that comes into the same list needs them again; but not where writing the last column moves what is between. */
	if (pen->wraps && !pen->wraps_late)
		set_margins(pen, 0, pen->rows - 1);
}

static void send(const char *bytes, size_t len)
{
	while (len > 0) {
		struct pollfd room = {.fd = STDOUT_FILENO, .events = POLLOUT};
		ssize_t sent = write(STDOUT_FILENO, bytes, len);

		/* Another program may have left the terminal so that it does not wait. */
		if (sent < 0 && errno == EAGAIN)
			poll(&room, 1, -1);
		/* Nothing can be done where the terminal is gone. */
		else if (sent < 0 && errno != EINTR)
			return;
		if (sent > 0) {
			bytes += sent;
			len -= (size_t)sent;
		}
	}
}

void pen_finish(struct term_pen *pen, int row, int column, bool shown)
{
	if (pen->look != NULL && !same_look(pen->look, &pen->looks[ROLE_TEXT]))
		set_plain(pen);
	if (shown || pen->row != row)
		move_to(pen, row, column);
	if (shown == pen->hidden) {
		str_add(&pen->out, pen->caps[shown ? CAP_SHOW : CAP_HIDE]);
		pen->hidden = !shown;
	}
	send(pen->out.data, pen->out.len);
	str_reset(&pen->out);
	pen->look_begin = pen->look_end = 0;
}

/* As caps_text; but this may be called where there is no memory. */
static void say(const char *text)
{
	char bytes[CAP_SIZE];
	size_t len = 0;

	for (; *text != '\0' && len < sizeof(bytes); text++) {
		const char *end = str_starts(text, "$<") ? strchr(text, '>') : NULL;

		if (end == NULL)
			bytes[len++] = *text;
		else
			text = end;
	}
	send(bytes, len);
}

void pen_restore(void)
{
	if (caps_raw(CAP_MARGINS)[0] != '\0')
		say(tparm(caps_raw(CAP_MARGINS), 0, LINES - 1));
	say(caps_raw(CAP_PLAIN));
	say(caps_raw(CAP_SHOW));
}
