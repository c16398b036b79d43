/* SPDX-License-Identifier: MIT */
#include "screen.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

struct screen {
	VTerm *term;
	VTermScreen *cells;
	int rows, cols;
	bool wide; /* the picture is as large as can be, whatever the program was told */
	int fd;
	pid_t pid;
	bool ended;
};

static long long now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (long long)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

struct screen *screen_open(const char *command, int cols, int rows)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	int fd = -1;
	pid_t pid = forkpty(&fd, NULL, NULL, &size);

	if (pid < 0)
		return NULL;
	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}

	struct screen *screen = calloc(1, sizeof *screen);
	if (!screen)
		abort();
	*screen = (struct screen){.rows = rows, .cols = cols, .fd = fd, .pid = pid};
	screen->term = vterm_new(rows, cols);
	vterm_set_utf8(screen->term, 1);
	screen->cells = vterm_obtain_screen(screen->term);
	vterm_screen_enable_altscreen(screen->cells, 1);
	vterm_screen_reset(screen->cells, 1);
	return screen;
}

void screen_close(struct screen *screen)
{
	if (!screen)
		return;
	close(screen->fd);
	screen->fd = -1;
	screen->ended = true;
	if (screen->pid > 0 && screen_wait(screen, 2000) == -1) {
		kill(screen->pid, SIGKILL);
		waitpid(screen->pid, NULL, 0);
	}
	vterm_free(screen->term);
	free(screen);
}

void screen_widen(struct screen *screen)
{
	screen->wide = true;
	vterm_set_size(screen->term, SCREEN_ROWS_MAX, SCREEN_COLS_MAX);
}

void screen_resize(struct screen *screen, int cols, int rows)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	screen->rows = rows;
	screen->cols = cols;
	if (!screen->wide)
		vterm_set_size(screen->term, rows, cols);
	ioctl(screen->fd, TIOCSWINSZ, &size);
}

bool screen_send(struct screen *screen, const char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t sent = write(screen->fd, bytes, count);

		if (sent < 0 && errno != EINTR)
			return false;
		if (sent > 0) {
			bytes += sent;
			count -= (size_t)sent;
		}
	}
	return true;
}

/* A program may ask the terminal something (where the cursor is, what it can do); the answer goes back as typed. */
static void answer(struct screen *screen)
{
	char reply[256];
	size_t count = vterm_output_read(screen->term, reply, sizeof reply);

	if (count > 0)
		(void)!write(screen->fd, reply, count);
}

bool screen_read(struct screen *screen, int timeout_ms)
{
	char bytes[8192];
	struct pollfd wait = {.fd = screen->fd, .events = POLLIN};

	if (screen->ended || poll(&wait, 1, timeout_ms) <= 0)
		return false;
	ssize_t count = read(screen->fd, bytes, sizeof bytes);
	if (count < 0 && errno == EINTR)
		return false;
	if (count <= 0) { /* EIO is how Linux says that the last writer has gone */
		screen->ended = true;
		return false;
	}
	vterm_input_write(screen->term, bytes, (size_t)count);
	answer(screen);
	return true;
}

bool screen_ended(const struct screen *screen)
{
	return screen->ended;
}

int screen_wait(struct screen *screen, int timeout_ms)
{
	long long end = now_ms() + timeout_ms;
	int status;

	while (waitpid(screen->pid, &status, WNOHANG) == 0) {
		struct timespec pause = {.tv_nsec = 2000000};

		if (now_ms() > end)
			return -1;
		/* A program that ends with a full terminal before it waits until somebody reads. */
		if (screen->ended || !screen_read(screen, 2))
			nanosleep(&pause, NULL);
	}
	while (screen_read(screen, 0))
		continue;
	screen->pid = 0;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int screen_rows(const struct screen *screen)
{
	return screen->rows;
}

int screen_columns(const struct screen *screen)
{
	return screen->cols;
}

static char *put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		*out++ = (char)c;
	} else if (c < 0x800) {
		*out++ = (char)(0xC0 | c >> 6);
		*out++ = (char)(0x80 | (c & 0x3F));
	} else if (c < 0x10000) {
		*out++ = (char)(0xE0 | c >> 12);
		*out++ = (char)(0x80 | (c >> 6 & 0x3F));
		*out++ = (char)(0x80 | (c & 0x3F));
	} else {
		*out++ = (char)(0xF0 | c >> 18);
		*out++ = (char)(0x80 | (c >> 12 & 0x3F));
		*out++ = (char)(0x80 | (c >> 6 & 0x3F));
		*out++ = (char)(0x80 | (c & 0x3F));
	}
	return out;
}

static VTermScreenCell cell_at(const struct screen *screen, int row, int col)
{
	VTermScreenCell cell = {0};

	vterm_screen_get_cell(screen->cells, (VTermPos){.row = row, .col = col}, &cell);
	return cell;
}

/* The cell's characters, or a blank where nothing was written; not more than VTERM_MAX_CHARS_PER_CELL times four bytes. */
static char *put_cell(char *out, const VTermScreenCell *cell)
{
	if (cell->chars[0] == 0)
		*out++ = ' ';
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		out = put_utf8(out, cell->chars[i]);
	return out;
}

static void cut_trailing(const char *start, char *end)
{
	while (end > start && end[-1] == ' ')
		end--;
	*end = '\0';
}

void screen_text(const struct screen *screen, int row, char *out)
{
	char *at = out;

	for (int col = 0; col < screen->cols; col++) {
		VTermScreenCell cell = cell_at(screen, row, col);

		if (at + 24 > out + SCREEN_ROW_BYTES)
			break;
		if (cell.chars[0] == (uint32_t)-1) /* the right half of a wide character */
			continue;
		at = put_cell(at, &cell);
	}
	cut_trailing(out, at);
}

static char hue(int r, int g, int b)
{
	int high = r > g ? (r > b ? r : b) : (g > b ? g : b);
	int low = r < g ? (r < b ? r : b) : (g < b ? g : b);
	int middle = (high + low) / 2;

	if (high - low < 48)
		return middle < 96 ? 'k' : 'w';
	if (r == high)
		return g > middle ? 'y' : b > middle ? 'm' : 'r';
	if (g == high)
		return b > middle ? 'c' : r > middle ? 'y' : 'g';
	return r > middle ? 'm' : g > middle ? 'c' : 'b';
}

static char colour_letter(const struct screen *screen, VTermColor colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(&colour))
		return ' ';
	if (VTERM_COLOR_IS_INDEXED(&colour) && colour.indexed.idx < 16)
		return "krgybmcw"[colour.indexed.idx % 8];
	vterm_screen_convert_color_to_rgb(screen->cells, &colour);
	return hue(colour.rgb.red, colour.rgb.green, colour.rgb.blue);
}

static char look(const struct screen *screen, const VTermScreenCell *cell)
{
	if (cell->attrs.reverse)
		return cell->attrs.bold ? '&' : '%';
	if (!VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
		return '#';
	char letter = colour_letter(screen, cell->fg);
	if (letter != ' ')
		return (char)(cell->attrs.bold ? letter - 'a' + 'A' : letter);
	return cell->attrs.bold ? '*' : cell->attrs.underline ? '_' : ' ';
}

void screen_looks(const struct screen *screen, int row, char *out)
{
	char *at = out;

	assert(screen->cols < SCREEN_ROW_BYTES);
	for (int col = 0; col < screen->cols; col++) {
		VTermScreenCell cell = cell_at(screen, row, col);

		/* A coloured blank looks like any other blank. */
		bool blank = cell.chars[0] == 0 || cell.chars[0] == ' ';
		char letter = look(screen, &cell);
		*at++ = blank && letter != '%' && letter != '&' && letter != '#' ? ' ' : letter;
	}
	cut_trailing(out, at);
}

static int colour_number(VTermColor colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour))
		return SCREEN_PLAIN;
	if (VTERM_COLOR_IS_INDEXED(&colour))
		return colour.indexed.idx;
	return SCREEN_RGB + (colour.rgb.red << 16 | colour.rgb.green << 8 | colour.rgb.blue);
}

void screen_cell(const struct screen *screen, int row, int column, struct screen_cell *cell)
{
	VTermScreenCell seen = cell_at(screen, row, column);

	if (seen.chars[0] == (uint32_t)-1) /* half of a wide character whose other half is gone */
		seen.chars[0] = 0;
	*cell = (struct screen_cell){
		.code = seen.chars[0] ? seen.chars[0] : ' ',
		.width = seen.width == 2 ? 2 : 1,
		.fore = colour_number(seen.fg),
		.back = colour_number(seen.bg),
		.bold = seen.attrs.bold,
		.reverse = seen.attrs.reverse,
		.underline = seen.attrs.underline != VTERM_UNDERLINE_OFF,
	};
	*put_cell(cell->text, &seen) = '\0';
}

void screen_cursor(const struct screen *screen, int *row, int *col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(screen->term), &at);
	*row = at.row;
	*col = at.col;
}
