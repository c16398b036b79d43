/* SPDX-License-Identifier: MIT */
#include "term_own.h"

#include <curses.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "mouse.h"

enum {
	CODE_PASTE_BEGIN = KEY_MAX + 1,
	CODE_PASTE_END,
	CODE_BACK_TAB,
	CODE_MOUSE,
	CODE_WORD_LEFT,
	CODE_WORD_RIGHT,
	ESCAPE_MS = 25,
	MOUSE_MS = 50
};

void term_set_input(void)
{
	static const struct {
		const char *bytes;
		int code;
	} own[] = {{"\033[200~", CODE_PASTE_BEGIN}, {"\033[201~", CODE_PASTE_END},
		   {"\033[Z", CODE_BACK_TAB},       {"\033[<", CODE_MOUSE},
		   {"\033[1;5D", CODE_WORD_LEFT},   {"\033[1;5C", CODE_WORD_RIGHT}};

	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_MS);
	/* A frame is never left half written for a key that came in between. */
	typeahead(-1);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		define_key(own[i].bytes, own[i].code);
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
		{CODE_WORD_LEFT, NAMED_WORD_LEFT},
		{CODE_WORD_RIGHT, NAMED_WORD_RIGHT},
	};

	if (code == KEY_RESIZE)
		return (struct key){.kind = PRESS_RESIZE};
	if (code == CODE_MOUSE)
		return mouse_key(term);
	if (code == CODE_PASTE_BEGIN || code == CODE_PASTE_END) {
		term->pasting = code == CODE_PASTE_BEGIN;
		term->pasted_return = false;
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (known[i].code == code)
			return named(known[i].name);
	}
	return (struct key){.kind = PRESS_NONE};
}

static struct key pasted_key(struct term *term, wint_t code)
{
	bool second = term->pasted_return && code == '\n';

	term->pasted_return = code == '\r';
	return (struct key){.kind = second ? PRESS_NONE : PRESS_TEXT,
			    .code = code < ' ' || code == 127 ? ' ' : (uint32_t)code,
			    .pasted = true,
			    .line_end = code == '\r' || code == '\n'};
}

static struct key character_key(struct term *term, wint_t code)
{
	if (term->pasting)
		return pasted_key(term, code);
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

bool term_take_resize(struct term *term)
{
	int rows, columns;

	if (!wakeup_resized(&rows, &columns) || resize_term(rows, columns) != OK)
		return false;
	term_redraw(term);
	return true;
}

struct key term_read(struct term *term, int timeout_ms, int other_fd)
{
	wint_t code;
	int kind = get_wch(&code);

	if (kind == ERR && term_take_resize(term))
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
	if (kind == ERR && term_take_resize(term))
		return (struct key){.kind = PRESS_RESIZE};
	if (kind == ERR)
		return (struct key){.kind = PRESS_NONE};
	term->empty_reads = 0;
	return kind == KEY_CODE_YES ? function_key(term, code) : character_key(term, code);
}
