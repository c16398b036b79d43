/* SPDX-License-Identifier: MIT */
#include "term_caps.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

#include "base/mem.h"
#include "base/str.h"
#include "palette.h"

static const char *const names[CAP_COUNT] = {
	[CAP_MOVE] = "cup",    [CAP_RIGHT] = "cuf",      [CAP_ERASE_LINE] = "el",
	[CAP_MARGINS] = "csr", [CAP_UP] = "ind",         [CAP_DOWN] = "ri",
	[CAP_PLAIN] = "sgr0",  [CAP_BOLD] = "bold",      [CAP_DIM] = "dim",
	[CAP_REVERSE] = "rev", [CAP_UNDERLINE] = "smul", [CAP_HIDE] = "civis",
	[CAP_SHOW] = "cnorm",
};

static const char *ask(const char *name)
{
	const char *text = tigetstr(name);

	return text == NULL || text == (const char *)-1 ? "" : text;
}

static char *without_pauses(const char *text)
{
	struct str out = STR_INIT;

	while (*text != '\0') {
		const char *end = str_starts(text, "$<") ? strchr(text, '>') : NULL;

		if (end == NULL)
			str_add_char(&out, *text);
		text = end != NULL ? end + 1 : text + 1;
	}
	return str_take(&out);
}

/* What leaves another set of characters is left out: it was never entered. */
static char *plain_text(void)
{
	static const char *const brief[] = {"\033[m", "\033[0m"};
	const char *text = ask(names[CAP_PLAIN]);

	for (size_t i = 0; i < sizeof(brief) / sizeof(brief[0]); i++) {
		if (strstr(text, brief[i]) != NULL)
			return mem_dup(brief[i]);
	}
	return without_pauses(text);
}

const char *caps_raw(enum cap cap)
{
	return ask(names[cap]);
}

char *caps_text(enum cap cap)
{
	return cap == CAP_PLAIN ? plain_text() : without_pauses(caps_raw(cap));
}

int caps_colours(void)
{
	int count = tigetnum("colors");

	return count > 0 && ask("setaf")[0] != '\0' && ask("setab")[0] != '\0' &&
			       ask("op")[0] != '\0'
		       ? count
		       : 0;
}

static void set_colour(char *text, const char *cap, const char *usual, int colour)
{
	if (colour == COLOUR_DEFAULT)
		snprintf(text, CAPS_COLOUR, "%s", usual);
	else
		snprintf(text, CAPS_COLOUR, "%s", tparm(ask(cap), colour));
}

void caps_set_foreground(char *text, int colour)
{
	set_colour(text, "setaf", "\033[39m", colour);
}

void caps_set_background(char *text, int colour)
{
	set_colour(text, "setab", "\033[49m", colour);
}
