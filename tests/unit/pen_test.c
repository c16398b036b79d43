/* SPDX-License-Identifier: MIT */
/*
 * Random pictures one after the other on terminals of many kinds: after each, what the terminal shows is the picture, cell by cell. Two
 * emulators look at the same bytes: libvterm, and one that forgives nothing and can lack what a terminal may lack.
 */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <curses.h>
#include <vterm.h>

#include "base/mem.h"
#include "canvas_kit.h"
#include "screen_kit.h"
#include "support.h"
#include "tui/term_own.h"

enum { FRAMES = 300, NOT_WITH_UNDERLINE = 2, NOT_WITH_DIM = 16, NOT_WITH_BOLD = 32 };

struct bench {
	const char *name;
	struct random random;
	struct term *term;
	struct canvas canvas;
	struct kit_screen kit;
	VTerm *vterm;
	FILE *bytes; /* what the terminal was sent */
	int out;     /* where this program's own words go */
	int frame;
	bool light, orphans;
	struct str told; /* what went wrong first */
};

static int between(struct bench *bench, int low, int high)
{
	return (int)random_between(&bench->random, low, high);
}

static void say(struct bench *bench, const char *what, int row, int column)
{
	if (bench->told.len > 0)
		return;
	str_addf(&bench->told, "%s, picture %d of %dx%d, row %d, column %d: %s", bench->name,
		 bench->frame, bench->canvas.columns, bench->canvas.rows, row, column, what);
}

/* Returns how many bytes came. */
static size_t feed(struct bench *bench)
{
	struct str text = STR_INIT;
	char part[4096];
	size_t count;

	fflush(stdout);
	rewind(bench->bytes);
	while ((count = fread(part, 1, sizeof(part), bench->bytes)) > 0)
		str_add_bytes(&text, part, count);
	rewind(bench->bytes);
	if (ftruncate(fileno(bench->bytes), 0) != 0)
		abort();
	count = text.len;
	if (count > 0) {
		vterm_input_write(bench->vterm, text.data, count);
		kit_screen_write(&bench->kit, text.data);
	}
	for (size_t i = 0; term_ascii(bench->term) && i < count; i++) {
		if ((unsigned char)text.data[i] > 127)
			say(bench, "more than ASCII", 0, 0);
	}
	str_free(&text);
	return count;
}

static struct kit_look look_of(const struct bench *bench, const struct cell *cell)
{
	const struct term_pen *pen = &bench->term->pen;
	struct shade shade = palette_shade(bench->term->depth, bench->light, (enum role)cell->role,
					   cell->selected != 0);
	bool coloured = shade.foreground != COLOUR_DEFAULT || shade.background != COLOUR_DEFAULT;
	int barred = coloured ? pen->not_with_colour : 0;
	struct kit_look look = {shade.foreground, shade.background, 0};

	if ((shade.bold || cell->bold) && (barred & NOT_WITH_BOLD) == 0 && pen->caps[CAP_BOLD][0])
		look.attributes |= KIT_BOLD;
	if (shade.dim && (barred & NOT_WITH_DIM) == 0 && pen->caps[CAP_DIM][0])
		look.attributes |= KIT_DIM;
	if (shade.underline && (barred & NOT_WITH_UNDERLINE) == 0)
		look.attributes |= KIT_UNDERLINE;
	if (shade.reverse)
		look.attributes |= KIT_REVERSE;
	return look;
}

static bool same_look(const struct kit_look *wanted, const struct kit_look *shown, bool blank)
{
	unsigned seen = KIT_UNDERLINE | KIT_REVERSE;

	if (wanted->background != shown->background)
		return false;
	if (blank && ((wanted->attributes | shown->attributes) & seen) == 0)
		return true;
	return wanted->foreground == shown->foreground && wanted->attributes == shown->attributes;
}

static bool is_half(const struct canvas *canvas, int row, int column)
{
	const struct cell *cell = canvas_cell(canvas, row, column);
	const struct cell *left = canvas_cell(canvas, row, column - 1);
	const struct cell *right = canvas_cell(canvas, row, column + 1);

	return (cell->width == 0 && (left == NULL || left->width != 2)) ||
	       (cell->width == 2 && (right == NULL || right->width != 0));
}

/* The corner that a terminal can't show without moving everything up stays blank; with it a wide character there. */
static bool is_corner(const struct bench *bench, int row, int column)
{
	const struct canvas *canvas = &bench->canvas;
	const struct cell *right = canvas_cell(canvas, row, column + 1);

	return !bench->kit.wraps_late && row == canvas->rows - 1 &&
	       (column == canvas->columns - 1 ||
		(column == canvas->columns - 2 && right->width == 0));
}

static struct kit_cell wanted_at(const struct bench *bench, int row, int column)
{
	const struct cell *cell = canvas_cell(&bench->canvas, row, column);
	struct kit_cell wanted = {.code = cell->code, .width = cell->width};

	if (is_corner(bench, row, column) || is_half(&bench->canvas, row, column)) {
		wanted.code = ' ';
		wanted.width = 1;
	}
	for (int i = 0; i < CELL_MARKS && wanted.code == cell->code; i++)
		wanted.marks[i] = cell->marks[i];
	/* Both halves look as the left one does. */
	wanted.look = look_of(bench, cell->width == 0 && column > 0 && wanted.width == 0 ? cell - 1
											 : cell);
	return wanted;
}

static void say_other(struct bench *bench, const struct kit_cell *wanted,
		      const struct kit_cell *shown, int row, int column)
{
	char text[80];

	snprintf(text, sizeof(text), "U+%04X in %d columns, not U+%04X in %d", shown->code,
		 shown->width, wanted->code, wanted->width);
	say(bench, text, row, column);
}

static void check_kit(struct bench *bench, int row, int column)
{
	const struct kit_cell *shown = &bench->kit.cells[row * bench->kit.columns + column];
	struct kit_cell wanted = wanted_at(bench, row, column);
	bool blank = wanted.code == ' ' && wanted.width == 1;

	if (wanted.code != shown->code || wanted.width != shown->width ||
	    memcmp(wanted.marks, shown->marks, sizeof(wanted.marks)) != 0)
		say_other(bench, &wanted, shown, row, column);
	else if (!is_corner(bench, row, column) && !same_look(&wanted.look, &shown->look, blank))
		say(bench, "another look", row, column);
}

static int colour_of(const VTermColor *colour)
{
	bool usual = VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour);

	return usual ? COLOUR_DEFAULT : colour->indexed.idx;
}

/* It knows no dim letters, and shows the right half of a wide one as a code of its own. */
static void check_vterm(struct bench *bench, int row, int column)
{
	struct kit_cell wanted = wanted_at(bench, row, column);
	VTermScreenCell cell = {0};
	struct kit_look shown;
	uint32_t code;

	vterm_screen_get_cell(vterm_obtain_screen(bench->vterm), (VTermPos){row, column}, &cell);
	code = cell.chars[0] == 0 || cell.chars[0] == (uint32_t)-1 ? ' ' : cell.chars[0];
	wanted.look.attributes &= ~(unsigned)KIT_DIM;
	shown = (struct kit_look){colour_of(&cell.fg), colour_of(&cell.bg),
				  (cell.attrs.bold ? KIT_BOLD : 0U) |
					  (cell.attrs.underline ? KIT_UNDERLINE : 0U) |
					  (cell.attrs.reverse ? KIT_REVERSE : 0U)};
	if (code != wanted.code || (wanted.width == 2) != (cell.width == 2))
		say(bench, "another character in libvterm", row, column);
	for (int i = 0; i < CELL_MARKS; i++) {
		if (cell.chars[i + 1] != wanted.marks[i] && wanted.width != 0)
			say(bench, "another mark in libvterm", row, column);
	}
	if (wanted.width != 0 && !is_corner(bench, row, column) &&
	    !same_look(&wanted.look, &shown, wanted.code == ' ' && wanted.width == 1))
		say(bench, "another look in libvterm", row, column);
}

static void check(struct bench *bench)
{
	const struct canvas *canvas = &bench->canvas;

	if (bench->kit.strange != NULL)
		say(bench, bench->kit.strange, bench->kit.row, bench->kit.column);
	for (int row = 0; row < canvas->rows && bench->told.len == 0; row++) {
		for (int column = 0; column < canvas->columns; column++) {
			/* Whether a ground is left of it is the terminal's affair. */
			if (bench->orphans)
				continue;
			check_kit(bench, row, column);
			check_vterm(bench, row, column);
		}
	}
	if (canvas->cursor_shown &&
	    (bench->kit.row != canvas->cursor_row || bench->kit.column != canvas->cursor_column))
		say(bench, "the cursor", bench->kit.row, bench->kit.column);
}

static void show(struct bench *bench)
{
	term_show(bench->term, &bench->canvas);
	feed(bench);
	check(bench);
	term_show(bench->term, &bench->canvas);
	if (feed(bench) != 0 && !bench->orphans)
		say(bench, "bytes for a picture that is there", 0, 0);
	bench->frame++;
}

/* Halves without their other one, which no view can make. */
static void show_orphans(struct bench *bench)
{
	size_t size = (size_t)bench->canvas.rows * (size_t)bench->canvas.columns;
	struct cell *whole = mem_alloc(size, sizeof(*whole));

	memcpy(whole, bench->canvas.cells, size * sizeof(*whole));
	for (int i = between(bench, 1, 40); i > 0; i--) {
		struct cell *cell = &bench->canvas.cells[between(bench, 0, (int)size - 1)];

		cell->width = random_once_in(&bench->random, 2) ? 0 : 2;
		cell->code = cell->width == 0 ? ' ' : bench->canvas.ascii ? 'x' : U'字';
	}
	bench->orphans = true;
	show(bench);
	bench->orphans = false;
	memcpy(bench->canvas.cells, whole, size * sizeof(*whole));
	free(whole);
}

static void resize(struct bench *bench, int rows, int columns)
{
	struct canvas canvas = bench->canvas;

	bench->canvas = (struct canvas){.ascii = canvas.ascii, .plain = canvas.plain};
	canvas_free(&canvas);
	canvas_resize(&bench->canvas, rows, columns);
	resize_term(rows, columns);
	kit_screen_clear(&bench->kit, rows, columns);
	vterm_set_size(bench->vterm, rows, columns);
}

/* What another program left behind. */
static void spoil(struct bench *bench)
{
	static const char rubbish[] = "\033[H\033[7mrubbish all over\r\n\033[4mand here\033[m";

	vterm_input_write(bench->vterm, rubbish, sizeof(rubbish) - 1);
	kit_screen_write(&bench->kit, rubbish);
}

/* Of what ends in the last column: libvterm puts them into the next row, and so may a terminal that wraps at once. */
static void cut_last_marks(struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++) {
		struct cell *last = &canvas->cells[(row + 1) * canvas->columns - 1];

		last -= last->width == 0 ? 1 : 0;
		memset(last->marks, 0, sizeof(last->marks));
	}
}

static void disturb(struct bench *bench)
{
	switch (between(bench, 0, 60)) {
	case 0:
		resize(bench, between(bench, 1, 40), between(bench, 2, 120));
		break;
	case 1:
		spoil(bench);
		term_redraw(bench->term);
		break;
	case 2:
		/* Held back, so that it stops nothing; what continues takes it away. */
		term_suspend(bench->term);
		spoil(bench);
		raise(SIGCONT);
		term_redraw(bench->term);
		break;
	case 3:
		bench->light = !bench->light;
		term_look(bench->term, bench->light, false);
		break;
	case 4:
		canvas_clear(&bench->canvas);
		break;
	case 5:
	case 6:
		show_orphans(bench);
		break;
	default:
		break;
	}
}

static void begin(struct bench *bench, bool no_colour)
{
	struct term_options options = {.no_colour = no_colour};
	struct err err;
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGTSTP);
	sigprocmask(SIG_BLOCK, &held, NULL);
	fflush(stdout);
	bench->bytes = tmpfile();
	bench->out = dup(STDOUT_FILENO);
	setenv("TERM", bench->name, 1);
	bench->vterm = vterm_new(24, 80);
	vterm_set_utf8(bench->vterm, 1);
	vterm_screen_reset(vterm_obtain_screen(bench->vterm), 1);
	dup2(fileno(bench->bytes), STDOUT_FILENO);
	if (!term_open(options, &bench->term, &err))
		abort();
	bench->kit.wraps_late = bench->term->pen.wraps_late;
	bench->kit.erases_in_colour = bench->term->pen.erases_in_colour;
	bench->canvas.ascii = term_ascii(bench->term);
	resize(bench, 24, 80);
}

static void end(struct bench *bench)
{
	term_close(bench->term);
	fflush(stdout);
	dup2(bench->out, STDOUT_FILENO);
	close(bench->out);
	fclose(bench->bytes);
	vterm_free(bench->vterm);
	canvas_free(&bench->canvas);
	kit_screen_free(&bench->kit);
}

static long draw_on(const char *name, bool no_colour)
{
	struct bench bench = {.name = name, .random = random_seeded(name, 20261121)};

	begin(&bench, no_colour);
	while (bench.frame < FRAMES && bench.told.len == 0) {
		for (int i = between(&bench, 0, 6); i > 0; i--)
			random_change(&bench.random, &bench.canvas);
		cut_last_marks(&bench.canvas);
		disturb(&bench);
		canvas_cursor(&bench.canvas, between(&bench, 0, bench.canvas.rows - 1),
			      between(&bench, 0, bench.canvas.columns - 1),
			      random_once_in(&bench.random, 3));
		show(&bench);
	}
	end(&bench);
	if (bench.told.len > 0)
		fail_msg("%s", bench.told.data);
	str_free(&bench.told);
	return bench.kit.colours;
}

static void every_terminal_shows_what_was_drawn(void **state)
{
	static const char *const names[] = {"xterm-256color", "xterm",     "screen-256color",
					    "tmux-256color",  "linux",     "vt100",
					    "xterm-mono",     "pen-no-el", "pen-no-csr",
					    "pen-no-bce",     "pen-magic", "pen-bare"};

	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		draw_on(names[i], false);
}

static void without_colour_none_is_set(void **state)
{
	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	assert_int_equal(draw_on("xterm-256color", true), 0);
	setenv("NO_COLOR", "1", 1);
	assert_int_equal(draw_on("xterm-256color", false), 0);
	unsetenv("NO_COLOR");
	assert_true(draw_on("xterm-256color", false) > 0);
}

static void other_locales_get_ascii(void **state)
{
	(void)state;
	setenv("LC_ALL", "C", 1);
	draw_on("xterm-256color", false);
	draw_on("vt100", false);
}

/* Read by tic, as any system does it; none of them has to be installed. */
static int make_terminals(void **state)
{
	char dir[] = "/tmp/taper-pen-XXXXXX", command[200];

	if (mkdtemp(dir) == NULL)
		return 1;
	*state = mem_dup(dir);
	setenv("TERMINFO", dir, 1);
	snprintf(command, sizeof(command), "tic -x -o %s tests/data/terminals.ti", dir);
	return system(command) == 0 ? 0 : 1;
}

static int remove_terminals(void **state)
{
	char command[200];

	snprintf(command, sizeof(command), "rm -r %s", (char *)*state);
	free(*state);
	return system(command) == 0 ? 0 : 1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_terminal_shows_what_was_drawn),
		cmocka_unit_test(without_colour_none_is_set),
		cmocka_unit_test(other_locales_get_ascii),
	};
	return cmocka_run_group_tests(tests, make_terminals, remove_terminals);
}
