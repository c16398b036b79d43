/* SPDX-License-Identifier: MIT */
#include "looks.h"

#include <assert.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"

enum { FACT_INDENT = 2, FACT_NAME = 12 };
enum { WIDTH_USUAL = 80, WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

static const char *const ink_codes[] = {
	[INK_NONE] = "", [INK_HEAD] = "1", [INK_GOOD] = "32", [INK_WARN] = "33", [INK_DIM] = "2",
};
static_assert(sizeof(ink_codes) / sizeof(ink_codes[0]) == INK_COUNT, "one code an ink");

static const struct {
	const char *drawn, *ascii;
} symbols[] = {
	[SYMBOL_ARROW] = {"→", "->"}, [SYMBOL_MINUS] = {"−", "-"}, [SYMBOL_DASH] = {"–", "-"},
	[SYMBOL_TAKEN] = {"✓", "x"},  [SYMBOL_OPEN] = {"○", "."},  [SYMBOL_HERE] = {"▶", ">"},
	[SYMBOL_TIMES] = {"×", "x"},
};
static_assert(sizeof(symbols) / sizeof(symbols[0]) == SYMBOL_COUNT, "both forms of each symbol");

static int width_from_text(const char *text)
{
	int width = 0;

	for (const char *c = text; *c != '\0'; c++) {
		if (*c < '0' || *c > '9' || width > WIDTH_MOST)
			return 0;
		width = width * 10 + (*c - '0');
	}
	return width;
}

static int find_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size = {0};
	int width = columns != NULL ? width_from_text(columns) : 0;

	if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width < WIDTH_LEAST)
		return width == 0 ? WIDTH_USUAL : WIDTH_LEAST;
	return width > WIDTH_MOST ? WIDTH_MOST : width;
}

static bool color_suits(void)
{
	const char *refused = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (refused != NULL && refused[0] != '\0')
		return false;
	return isatty(STDOUT_FILENO) && term != NULL && strcmp(term, "dumb") != 0;
}

bool looks_find(const char *color, bool plain, struct looks *looks, struct err *err)
{
	bool colored;

	if (color == NULL || strcmp(color, "auto") == 0)
		colored = color_suits() && !plain;
	else if (strcmp(color, "always") == 0 || strcmp(color, "never") == 0)
		colored = color[0] == 'a';
	else
		return err_set(err, ERR_USAGE,
			       "'%s' is no way of colouring; write --color=auto, always or never",
			       color);
	*looks = (struct looks){
		.width = find_width(),
		.terminal = isatty(STDOUT_FILENO),
		.color = colored,
		.ascii = plain || strcmp(nl_langinfo(CODESET), "UTF-8") != 0,
	};
	return true;
}

void looks_ink(const struct looks *looks, enum ink ink, const char *text, struct str *out)
{
	bool color = looks->color && ink != INK_NONE && text[0] != '\0';

	if (color)
		str_addf(out, "\033[%sm", ink_codes[ink]);
	utf8_add_clean(out, text);
	if (color)
		str_add(out, "\033[0m");
}

/* Bytes of text that fit into the columns, ending before a blank where there is one to end at. */
static size_t line_length(const char *text, int columns)
{
	size_t fits = utf8_fit(text, columns);
	size_t end = fits;

	if (text[fits] == '\0' || text[fits] == ' ')
		return fits;
	while (end > 0 && text[end] != ' ')
		end--;
	return end > 0 ? end : fits;
}

void looks_wrap(const struct looks *looks, int indent, const char *text, struct str *out)
{
	struct str clean = STR_INIT;
	int columns = looks->width - indent;
	const char *rest;

	utf8_add_clean(&clean, text);
	rest = clean.data;
	do {
		size_t len = line_length(rest, columns > 8 ? columns : 8);

		if (len == 0 && rest[0] != '\0')
			len = strlen(rest);
		str_add_repeat(out, " ", (size_t)indent);
		str_add_bytes(out, rest, len);
		str_add_char(out, '\n');
		rest += len;
		rest += strspn(rest, " ");
	} while (rest[0] != '\0');
	str_free(&clean);
}

void looks_fact(const struct looks *looks, const char *name, const char *text, struct str *out)
{
	struct str lines = STR_INIT;

	looks_wrap(looks, FACT_INDENT + FACT_NAME, text, &lines);
	str_addf(out, "%*s%-*s", FACT_INDENT, "", FACT_NAME, name);
	str_add(out, lines.data + FACT_INDENT + FACT_NAME);
	str_free(&lines);
}

void looks_document(const struct looks *looks, const char *text, struct str *out)
{
	struct str line = STR_INIT;

	if (!looks->terminal) {
		str_add(out, text);
		return;
	}
	while (*text != '\0') {
		size_t len = strcspn(text, "\f\n");

		str_reset(&line);
		str_add_bytes(&line, text, len);
		utf8_add_clean(out, line.data);
		text += len;
		if (*text != '\0')
			str_add_char(out, *text++ == '\n' ? '\n' : ' ');
	}
	str_free(&line);
}

const char *looks_symbol(const struct looks *looks, enum symbol symbol)
{
	return looks->ascii ? symbols[symbol].ascii : symbols[symbol].drawn;
}
