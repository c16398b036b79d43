/* SPDX-License-Identifier: MIT */
/*
 * What comes from the keyboard and the mouse, as values, and the names keys have in the action list and the help.
 * Knows nothing of terminals or of what a key does.
 */
#ifndef KEY_H
#define KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_kind {
	PRESS_NONE,    /* nothing came in time */
	PRESS_TEXT,    /* code is a character */
	PRESS_NAMED,   /* code is an enum key_name */
	PRESS_CONTROL, /* code is the small letter */
	PRESS_CLICK,   /* at row and column */
	PRESS_WHEEL,   /* code is a key_name: NAMED_UP or NAMED_DOWN */
	PRESS_RESIZE,
	PRESS_NEWS,   /* no key: something else that was waited for */
	PRESS_CLOSED, /* the terminal is gone or the program was told to end */
};

enum key_name {
	NAMED_ENTER,
	NAMED_ESCAPE,
	NAMED_TAB,
	NAMED_BACK_TAB,
	NAMED_UP,
	NAMED_DOWN,
	NAMED_LEFT,
	NAMED_RIGHT,
	NAMED_HOME,
	NAMED_END,
	NAMED_PAGE_UP,
	NAMED_PAGE_DOWN,
	NAMED_BACKSPACE,
	NAMED_DELETE,
	NAMED_WORD_LEFT,
	NAMED_WORD_RIGHT,
	NAMED_COUNT
};

struct key {
	enum key_kind kind;
	uint32_t code;
	bool pasted;   /* part of a paste: text, never a command */
	bool line_end; /* a line ends here in a paste; code is a blank, for where there is one line */
	int row, column;
};

enum { KEY_TEXT_SIZE = 16 };

/* True where both are the same press (where it happened does not count). */
bool key_same(const struct key *a, const struct key *b);

/* True where it is that named key. */
bool key_is(const struct key *key, enum key_name name);

/*
 * Reads the first of some names parted by blanks: "a", "<Enter>", "<C-l>". *rest is what follows it. False at the end, and where
 * the name is unknown (then *rest is where it begins, not the end).
 */
bool key_read(const char *names, struct key *key, const char **rest);

/* What a person calls it: "a", "Enter", "Ctrl-L"; short ones for the footer ("⏎", "^L"). buf holds KEY_TEXT_SIZE. Returns buf. */
const char *key_text(const struct key *key, char *buf);
const char *key_short(const struct key *key, bool ascii, char *buf);

#endif
