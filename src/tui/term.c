/* SPDX-License-Identifier: MIT */
#include "term.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termcap.h>
#include <unistd.h>

#include "base/mem.h"
#include "charset.h"
#include "mouse.h"
#include "palette.h"
#include "wakeup.h"

enum {
	CODE_PASTE_BEGIN = KEY_MAX + 1,
	CODE_PASTE_END,
	CODE_BACK_TAB,
	CODE_MOUSE,
	ESCAPE_MS = 25,
	MOUSE_MS = 50,
	WORD_SIZE = 120
};

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";
static const char title_on[] = "\033[22;2t\033]2;planner\033\\", title_off[] = "\033[23;2t";

struct term {
	SCREEN *screen;
	struct canvas shown; /* what the terminal shows now */
	enum depth depth;
	bool light, plain, ascii;
	bool title; /* the terminal has one that can be set */
	bool mouse; /* and one of these */
	bool sync;  /* tests want to know when a picture is complete */
	long frame;
	bool pasting;
	int empty_reads; /* input that was ready and held nothing */
	struct wakeup wakeup;
	char notice[WORD_SIZE];
};

static void say_raw(const char *bytes)
{
	/* Nothing can be done where the terminal is gone. */
	if (write(STDOUT_FILENO, bytes, strlen(bytes)) < 0)
		return;
}

static void restore_on_fatal(void)
{
	say_raw(paste_off);
	say_raw(mouse_off);
	endwin();
}

bool term_possible(void)
{
	const char *type = getenv("TERM");
	char *end = NULL;
	int found;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || type == NULL || type[0] == '\0' ||
	    strcmp(type, "dumb") == 0)
		return false;
	found = tgetent(NULL, type);
	return found == 0 || (found == 1 && tgetstr("cm", &end) != NULL);
}

static int pair_of(enum role role, bool selected)
{
	return 1 + (int)role + (selected ? ROLE_COUNT : 0);
}

static void set_colours(struct term *term, bool no_colour)
{
	const char *wish = getenv("NO_COLOR");

	if (no_colour || (wish != NULL && wish[0] != '\0') || !has_colors())
		return;
	start_color();
	if (use_default_colors() != OK)
		return;
	term->depth = palette_depth(COLORS);
	for (int role = 0; role < ROLE_COUNT; role++) {
		for (int selected = 0; selected < 2; selected++) {
			struct shade shade = palette_shade(term->depth, term->light,
							   (enum role)role, selected != 0);

			init_pair((short)pair_of((enum role)role, selected != 0),
				  (short)shade.foreground, (short)shade.background);
		}
	}
}

static void begin_modes(const struct term *term)
{
	say_raw(paste_on);
	if (term->mouse)
		say_raw(mouse_on);
	if (term->title)
		say_raw(title_on);
}

static void end_modes(const struct term *term)
{
	say_raw(paste_off);
	if (term->mouse)
		say_raw(mouse_off);
	if (term->title)
		say_raw(title_off);
}

static SCREEN *open_screen(struct term *term)
{
	const char *type = getenv("TERM");
	SCREEN *screen;

	use_env(FALSE);
	use_tioctl(TRUE);
	screen = newterm(NULL, stdout, stdin);
	if (screen != NULL)
		return screen;
	snprintf(term->notice, sizeof(term->notice),
		 "the terminal type '%.40s' is not known here; drawing as for xterm-256color",
		 type != NULL ? type : "");
	return newterm("xterm-256color", stdout, stdin);
}

static void set_input(void)
{
	static const struct {
		const char *bytes;
		int code;
	} own[] = {{"\033[200~", CODE_PASTE_BEGIN},
		   {"\033[201~", CODE_PASTE_END},
		   {"\033[Z", CODE_BACK_TAB},
		   {"\033[<", CODE_MOUSE}};

	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_MS);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		define_key(own[i].bytes, own[i].code);
}

bool term_open(struct term_options options, struct term **opened, struct err *err)
{
	struct term *term = mem_alloc(1, sizeof(*term));
	const char *type = getenv("TERM");

	term->light = options.light;
	term->plain = options.plain;
	term->ascii = !charset_use() || (type != NULL && strcmp(type, "linux") == 0);
	term->sync = getenv("TAPER_TEST_SYNC") != NULL;
	term->screen = open_screen(term);
	if (term->screen == NULL) {
		free(term);
		return err_set(err, ERR_IO, "the terminal can't be used for drawing");
	}
	term->title = tigetflag("XT") > 0;
	term->mouse = key_defined("\033[<") > 0 || key_defined("\033[M") > 0;
	mem_on_fatal(restore_on_fatal);
	wakeup_begin(&term->wakeup);
	set_input();
	set_colours(term, options.no_colour);
	begin_modes(term);
	*opened = term;
	return true;
}

void term_close(struct term *term)
{
	if (term == NULL)
		return;
	/* A Ctrl-Z that arrives from here on would run curses' handler over what is being freed. */
	signal(SIGTSTP, SIG_DFL);
	end_modes(term);
	curs_set(1);
	endwin();
	delscreen(term->screen);
	mem_on_fatal(NULL);
	wakeup_end(&term->wakeup);
	canvas_free(&term->shown);
	free(term);
}

bool term_ascii(const struct term *term)
{
	return term->ascii;
}

const char *term_notice(const struct term *term)
{
	return term->notice[0] != '\0' ? term->notice : NULL;
}

void term_size(const struct term *term, int *rows, int *columns)
{
	(void)term;
	getmaxyx(stdscr, *rows, *columns);
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

static void write_row(const struct term *term, int row, const struct cell *cells, int columns)
{
	struct cell before = cells[0];

	for (int column = 0; column < columns; column++) {
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

		if (!all && memcmp(now, was, columns * sizeof(*now)) == 0)
			continue;
		write_row(term, row, now, canvas->columns);
		memcpy(was, now, columns * sizeof(*now));
	}
}

void term_show(struct term *term, const struct canvas *canvas)
{
	char marker[48];

	write_changes(term, canvas);
	curs_set(canvas->cursor_shown || term->plain ? 1 : 0);
	move(canvas->cursor_row, canvas->cursor_column);
	refresh();
	if (!term->sync)
		return;
	snprintf(marker, sizeof(marker), "\033]2;frame=%ld\033\\", ++term->frame);
	say_raw(marker);
}

static struct key named(enum key_name name)
{
	return (struct key){.kind = PRESS_NAMED, .code = (uint32_t)name};
}

/*
 * The rest of what the mouse said. Curses would wait for ever for one that got lost on the way, or for a release whose press
 * it did not see.
 */
static struct key mouse_key(const struct term *term)
{
	char text[MOUSE_TEXT_SIZE] = "";

	for (size_t len = 0; len + 1 < sizeof(text); len++) {
		wint_t code;
		int kind = get_wch(&code);

		if (kind == ERR && wakeup_wait(&term->wakeup, MOUSE_MS, -1) == WOKEN_BY_INPUT)
			kind = get_wch(&code);
		if (kind != OK || code > 'm')
			break;
		text[len] = (char)code;
		if (code != ';' && (code < '0' || code > '9'))
			break;
	}
	return mouse_read(text);
}

static struct key function_key(struct term *term, wint_t code)
{
	static const struct {
		wint_t code;
		enum key_name name;
	} known[] = {
		{KEY_ENTER, NAMED_ENTER},
		{KEY_BTAB, NAMED_BACK_TAB},
		{CODE_BACK_TAB, NAMED_BACK_TAB},
		{KEY_UP, NAMED_UP},
		{KEY_DOWN, NAMED_DOWN},
		{KEY_LEFT, NAMED_LEFT},
		{KEY_RIGHT, NAMED_RIGHT},
		{KEY_HOME, NAMED_HOME},
		{KEY_END, NAMED_END},
		{KEY_PPAGE, NAMED_PAGE_UP},
		{KEY_NPAGE, NAMED_PAGE_DOWN},
		{KEY_BACKSPACE, NAMED_BACKSPACE},
		{KEY_DC, NAMED_DELETE},
	};

	if (code == KEY_RESIZE)
		return (struct key){.kind = PRESS_RESIZE};
	if (code == CODE_MOUSE)
		return mouse_key(term);
	if (code == CODE_PASTE_BEGIN || code == CODE_PASTE_END)
		term->pasting = code == CODE_PASTE_BEGIN;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (known[i].code == code)
			return named(known[i].name);
	}
	return (struct key){.kind = PRESS_NONE};
}

static struct key character_key(const struct term *term, wint_t code)
{
	if (term->pasting)
		return (struct key){.kind = PRESS_TEXT,
				    .code = code < ' ' || code == 127 ? ' ' : (uint32_t)code,
				    .pasted = true};
	switch (code) {
	case '\r':
	case '\n':
		return named(NAMED_ENTER);
	case '\t':
		return named(NAMED_TAB);
	case 27:
		return named(NAMED_ESCAPE);
	case 8:
	case 127:
		return named(NAMED_BACKSPACE);
	case 0:
		return (struct key){.kind = PRESS_NONE};
	default:
		break;
	}
	if (code < ' ')
		return (struct key){.kind = PRESS_CONTROL, .code = (uint32_t)(code + 'a' - 1)};
	return (struct key){.kind = PRESS_TEXT, .code = (uint32_t)code};
}

/* Input that is ready, yet empty, means that the other end has gone. */
static bool is_gone(struct term *term)
{
	int bytes = 0;

	if (ioctl(STDIN_FILENO, FIONREAD, &bytes) == 0 && bytes > 0)
		term->empty_reads = 0;
	else
		term->empty_reads++;
	return term->empty_reads > 3;
}

static bool take_resize(void)
{
	int rows, columns;

	return wakeup_resized(&rows, &columns) && resize_term(rows, columns) == OK;
}

struct key term_read(struct term *term, int timeout_ms, int other_fd)
{
	wint_t code;
	int kind = get_wch(&code);

	if (kind == ERR && take_resize())
		return (struct key){.kind = PRESS_RESIZE};
	if (kind == ERR && wakeup_ended_by() == 0) {
		enum woken woken = wakeup_wait(&term->wakeup, timeout_ms, other_fd);
		bool ready = woken == WOKEN_BY_INPUT;

		if (woken == WOKEN_BY_OTHER)
			return (struct key){.kind = PRESS_NEWS};
		/* A paste whose end got lost must not turn all later keys into text. */
		if (!ready)
			term->pasting = false;
		kind = get_wch(&code);
		if (kind == ERR && ready && is_gone(term))
			return (struct key){.kind = PRESS_CLOSED};
	}
	if (wakeup_ended_by() != 0)
		return (struct key){.kind = PRESS_CLOSED};
	if (kind == ERR && take_resize())
		return (struct key){.kind = PRESS_RESIZE};
	if (kind == ERR)
		return (struct key){.kind = PRESS_NONE};
	term->empty_reads = 0;
	return kind == KEY_CODE_YES ? function_key(term, code) : character_key(term, code);
}

void term_redraw(struct term *term)
{
	canvas_resize(&term->shown, 1, 1);
	clearok(stdscr, TRUE);
}

void term_suspend(struct term *term)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, before;

	end_modes(term);
	curs_set(1);
	endwin();
	sigemptyset(&action.sa_mask);
	sigaction(SIGTSTP, &action, &before);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &before, NULL);
	begin_modes(term);
	refresh();
	wakeup_look_again();
	take_resize();
	term_redraw(term);
}

int term_ended_by(const struct term *term)
{
	(void)term;
	return wakeup_ended_by();
}
