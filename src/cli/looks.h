/* SPDX-License-Identifier: MIT */
/*
 * How the command line's text looks: how wide, with colour or not, in ASCII or not. Colour never carries meaning alone.
 * Knows the terminal; does not know what is printed.
 */
#ifndef LOOKS_H
#define LOOKS_H

#include "base/str.h"

struct looks {
	int width; /* columns of the terminal */
	bool color;
	bool ascii;    /* no symbols beyond ASCII of our own */
	bool terminal; /* what is printed is read by a person as it comes, not by a program */
};

enum ink { INK_NONE, INK_HEAD, INK_GOOD, INK_WARN, INK_DIM, INK_COUNT };
enum symbol {
	SYMBOL_ARROW,
	SYMBOL_MINUS,
	SYMBOL_DASH,
	SYMBOL_TAKEN,
	SYMBOL_OPEN,
	SYMBOL_HERE,
	SYMBOL_TIMES,
	SYMBOL_COUNT
};

/* Asks the terminal and the environment; color is "auto", "always", "never" or NULL. ERR_USAGE where it is another word. */
MUST_USE bool looks_find(const char *color, bool plain, struct looks *looks, struct err *err);

/* Adds text, made harmless, in an ink. */
void looks_ink(const struct looks *looks, enum ink ink, const char *text, struct str *out);

/* Adds text, made harmless, as lines broken at blanks to fit the width, each after so many blanks. Ends the last line. */
void looks_wrap(const struct looks *looks, int indent, const char *text, struct str *out);

/* Adds "  First day   Tue 1 Dec 2026": a fact with its name, broken likewise. */
void looks_fact(const struct looks *looks, const char *name, const char *text, struct str *out);

/* Adds a document line by line, made harmless where it goes to a terminal, and byte for byte elsewhere. */
void looks_document(const struct looks *looks, const char *text, struct str *out);

/* The symbol, or what stands for it in ASCII. */
const char *looks_symbol(const struct looks *looks, enum symbol symbol);

#endif
