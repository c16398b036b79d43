/* SPDX-License-Identifier: MIT */
#include "term_own.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termcap.h>
#include <unistd.h>

#include "base/mem.h"
#include "charset.h"

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";
static const char title_on[] = "\033[22;2t\033]2;planner\033\\", title_off[] = "\033[23;2t";

static void restore_on_fatal(void)
{
	term_say_raw(paste_off);
	term_say_raw(mouse_off);
	pen_restore();
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

static void begin_modes(const struct term *term)
{
	term_say_raw(paste_on);
	if (term->mouse)
		term_say_raw(mouse_on);
	if (term->title)
		term_say_raw(title_on);
}

static void end_modes(const struct term *term)
{
	term_say_raw(paste_off);
	if (term->mouse)
		term_say_raw(mouse_off);
	if (term->title)
		term_say_raw(title_off);
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
	term_set_input();
	pen_begin(&term->pen);
	term_set_colours(term, options.no_colour);
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
	pen_restore();
	endwin();
	delscreen(term->screen);
	mem_on_fatal(NULL);
	wakeup_end(&term->wakeup);
	canvas_free(&term->shown);
	pen_free(&term->pen);
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

void term_suspend(struct term *term)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, before;

	end_modes(term);
	pen_restore();
	endwin();
	sigemptyset(&action.sa_mask);
	sigaction(SIGTSTP, &action, &before);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &before, NULL);
	begin_modes(term);
	refresh();
	wakeup_look_again();
	term_take_resize(term);
}

int term_ended_by(const struct term *term)
{
	(void)term;
	return wakeup_ended_by();
}
