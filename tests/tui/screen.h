/* SPDX-License-Identifier: MIT */
/*
 * A program in a pseudo-terminal and the screen it has drawn. Knows libvterm and processes; does not know scripts or
 * what should be on the screen.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct screen;

enum { SCREEN_COLS_MAX = 300, SCREEN_ROWS_MAX = 100, SCREEN_ROW_BYTES = SCREEN_COLS_MAX * 8 };

/* Starts `sh -c command` in a terminal of that size; the caller's environment is the child's. NULL: no pseudo-terminal. */
struct screen *screen_open(const char *command, int cols, int rows);

/* Ends the program, kindly at first, and gives the terminal back. NULL is fine. */
void screen_close(struct screen *screen);

/*
 * Keeps the picture at the largest size from now on; only the program is told others. libvterm 0.1 dies of wide characters
 * and insertions in what is drawn for a larger size than it has by then.
 */
void screen_widen(struct screen *screen);

void screen_resize(struct screen *screen, int cols, int rows);

/* False once the program no longer reads. */
bool screen_send(struct screen *screen, const char *bytes, size_t count);

/* Waits at most that long for output and takes it in; false when nothing came or the program's side is closed. */
bool screen_read(struct screen *screen, int timeout_ms);

/* True once the program has closed its side and all it said is on the screen. */
bool screen_ended(const struct screen *screen);

/* Waits for the end: the exit status, 128 + signal, or -1 when it went on past the time. */
int screen_wait(struct screen *screen, int timeout_ms);

int screen_rows(const struct screen *screen);
int screen_columns(const struct screen *screen);

enum { SCREEN_PLAIN = -1, SCREEN_RGB = 1 << 24 };

struct screen_cell {
	char text[32]; /* UTF-8; " " for a cell nothing was written to */
	uint32_t code; /* its first character */
	int width;     /* 1 or 2 columns */
	int fore,
		back; /* the terminal's own SCREEN_PLAIN, 0 to 255 of the palette, or SCREEN_RGB + 0xrrggbb */
	bool bold, reverse, underline;
};

void screen_cell(const struct screen *screen, int row, int column, struct screen_cell *cell);

/* One row as UTF-8 without trailing blanks, into SCREEN_ROW_BYTES. */
void screen_text(const struct screen *screen, int row, char *out);

/*
 * One row with a letter a cell for how it looks: ' ' the terminal's own, k r g y b m c w a colour, a capital (or '*') bold,
 * '_' underlined, '%' reversed ('&' and bold), '#' a background of its own. Without trailing blanks.
 */
void screen_looks(const struct screen *screen, int row, char *out);

void screen_cursor(const struct screen *screen, int *row, int *col);

#endif
