/* SPDX-License-Identifier: MIT */
#include "play.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "keys.h"
#include "picture.h"

enum { WAIT_MS = 5000, QUIET_MS = 400 };

bool play_trouble(struct play *play, const char *format, ...)
{
	va_list args;
	FILE *out = open_memstream(&play->why, &play->why_size);

	if (!out)
		abort();
	va_start(args, format);
	vfprintf(out, format, args);
	va_end(args);
	fclose(out);
	return false;
}

static long long now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (long long)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

static bool parse_size(const char *text, int *cols, int *rows)
{
	char *rest;
	long c = strtol(text, &rest, 10);

	if (*rest != 'x')
		return false;
	long r = strtol(rest + 1, &rest, 10);
	if (*rest || c < 1 || r < 1 || c > SCREEN_COLS_MAX || r > SCREEN_ROWS_MAX)
		return false;
	*cols = (int)c;
	*rows = (int)r;
	return true;
}

static bool do_size(struct play *play, char *rest)
{
	if (play->screen)
		return play_trouble(play, "size comes before run; resize after it");
	return parse_size(rest, &play->cols, &play->rows) ||
	       play_trouble(play, "'%s' is no size such as 80x24", rest);
}

static bool do_resize(struct play *play, char *rest)
{
	if (!play->screen || !parse_size(rest, &play->cols, &play->rows))
		return play_trouble(play,
				    "resize wants a running program and a size such as 40x12");
	screen_resize(play->screen, play->cols, play->rows);
	return true;
}

static bool do_env(struct play *play, char *rest)
{
	char *value = strchr(rest, '=');

	if (play->screen && !screen_ended(play->screen))
		return play_trouble(play, "env comes before run, or after its exit");
	if (!value)
		return unsetenv(rest) == 0;
	*value = '\0';
	return setenv(rest, value + 1, 1) == 0;
}

static bool do_shell(struct play *play, char *rest)
{
	char line[1024], *said = NULL;
	size_t size = 0;
	int c;
	FILE *keep = open_memstream(&said, &size);

	snprintf(line, sizeof line, "exec 2>&1 </dev/null; cd \"$HOME\" || exit; %s", rest);
	FILE *out = popen(line, "r");
	if (!out || !keep)
		return play_trouble(play, "no shell: %s", strerror(errno));
	while ((c = getc(out)) != EOF)
		putc(c, keep);
	int status = pclose(out);
	fclose(keep);
	if (status != 0)
		play_trouble(play, "'%s' ended with %d and said: %s", rest, status >> 8, said);
	free(said);
	return status == 0;
}

static bool do_run(struct play *play, char *rest)
{
	char command[1024];

	screen_close(play->screen);
	snprintf(command, sizeof command, "cd \"$HOME\" && exec \"%s\" %s", play->binary, rest);
	play->screen = screen_open(command, play->cols, play->rows);
	return play->screen || play_trouble(play, "no pseudo-terminal: %s", strerror(errno));
}

/* A command of another kind, such as a shell from which the program is run. */
static bool do_start(struct play *play, char *rest)
{
	char command[1024];

	screen_close(play->screen);
	snprintf(command, sizeof command, "cd \"$HOME\" && exec %s", rest);
	play->screen = screen_open(command, play->cols, play->rows);
	return play->screen || play_trouble(play, "no pseudo-terminal: %s", strerror(errno));
}

static bool do_keys(struct play *play, char *rest)
{
	char bytes[1024], *save = NULL;
	size_t count;

	if (!play->screen)
		return play_trouble(play, "keys want a running program");
	for (char *word = strtok_r(rest, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
		if (!keys_bytes(word, bytes, sizeof bytes, &count))
			return play_trouble(play, "'%s' is no key", word);
		if (!screen_send(play->screen, bytes, count))
			return play_trouble(play, "the program no longer reads, at '%s'", word);
	}
	return true;
}

/* What is taken down of a screen: the rows, how they look, where the cursor is; or all of it drawn. */
struct sight {
	bool looks, cursor;
	const struct picture *picture;
};

/* The screen as a golden block: "|" a row, ":" its looks where it has any, "@" the cursor; blank rows at the end left out. */
static char *seen(const struct play *play, struct sight sight)
{
	static char row[SCREEN_ROW_BYTES];
	char *block = NULL;
	size_t size = 0;
	int blank = 0, at_row, at_col;

	if (sight.picture)
		return picture_svg(play->screen, sight.picture);
	FILE *out = open_memstream(&block, &size);
	if (!out)
		abort();
	for (int r = 0; r < screen_rows(play->screen); r++) {
		screen_text(play->screen, r, row);
		if (!*row) {
			blank++;
			continue;
		}
		for (; blank > 0; blank--)
			fputs("|\n", out);
		fprintf(out, "|%s\n", row);
		screen_looks(play->screen, r, row);
		if (sight.looks && *row)
			fprintf(out, ":%s\n", row);
	}
	screen_cursor(play->screen, &at_row, &at_col);
	if (sight.cursor)
		fprintf(out, "@%d,%d\n", at_row + 1, at_col + 1);
	fclose(out);
	return block;
}

/* Equal now, or after any of the next outputs, until the time is up or nothing more can come. */
static bool becomes(struct play *play, const char *wanted, struct sight sight)
{
	long long end = now_ms() + (long long)WAIT_MS * play->patience;
	const char *what = sight.picture ? "picture is another: 'make pictures' draws it anew"
					 : "screen is another";

	for (;;) {
		char *shown = seen(play, sight);
		bool equal = strcmp(shown, wanted) == 0;
		long long left = end - now_ms();

		if (!equal && (left <= 0 || screen_ended(play->screen))) {
			char *rows = NULL;
			size_t size = 0;
			FILE *out = open_memstream(&rows, &size);
			golden_differences(out, wanted, shown);
			fclose(out);
			play_trouble(play, "the %s\n%s", what, rows);
			free(rows);
		}
		free(shown);
		if (equal)
			return true;
		if (play->why)
			return false;
		screen_read(play->screen, (int)left);
	}
}

/* Until the program says no more, and has said something. */
static void settle(struct play *play)
{
	bool blank = true;

	for (int tries = 0; blank && tries < 10 && !screen_ended(play->screen); tries++) {
		while (screen_read(play->screen, QUIET_MS * play->patience))
			continue;
		char *shown = seen(play, (struct sight){.looks = false});
		blank = !*shown;
		free(shown);
	}
}

static bool record(struct play *play, const char *name, struct sight sight)
{
	settle(play);
	char *shown = seen(play, sight);
	fprintf(play->update, "== %s\n%s", name, shown);
	fflush(play->update);
	free(shown);
	return true;
}

static bool draw(struct play *play, const char *path, const struct picture *picture)
{
	char *svg = picture_svg(play->screen, picture);
	FILE *out = fopen(path, "w");
	bool fine = out && fputs(svg, out) >= 0;

	fine = out && fclose(out) == 0 && fine;
	free(svg);
	return fine || play_trouble(play, "'%s' cannot be written: %s", path, strerror(errno));
}

static bool draw_for_gallery(struct play *play, const char *name)
{
	char path[1024];
	const char *slash = strrchr(play->script, '/');

	slash = slash ? slash + 1 : play->script;
	snprintf(path, sizeof path, "%s/%.*s-%s.svg", play->gallery, (int)strcspn(slash, "."),
		 slash, name);
	return draw(play, path, &(struct picture){.words = name});
}

static bool do_expect(struct play *play, char *rest)
{
	char *save = NULL, *name = strtok_r(rest, " ", &save);
	struct sight sight = {.looks = false};

	if (!play->screen || !name)
		return play_trouble(play, "expect wants a running program and a name");
	for (char *word = strtok_r(NULL, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
		sight.looks = sight.looks || strcmp(word, "looks") == 0;
		sight.cursor = sight.cursor || strcmp(word, "cursor") == 0;
	}
	struct golden known = {.text = play->update ? play->fresh : play->golden.text};
	char *wanted = golden_block(&known, name);
	if (!wanted)
		return play->update ? record(play, name, sight)
				    : play_trouble(play, "no screen '%s' in the golden file", name);
	bool equal = becomes(play, wanted, sight);
	free(wanted);
	return (!play->gallery || draw_for_gallery(play, name)) && equal;
}

static bool do_picture(struct play *play, char *rest)
{
	char path[1024], *save = NULL, *name = strtok_r(rest, " ", &save);
	struct picture picture = {.light = save && strncmp(save, "light ", 6) == 0};
	struct golden drawn;

	if (!play->screen || !name || !*save)
		return play_trouble(play, "picture wants a running program, a name and words");
	picture.words = save + (picture.light ? strlen("light ") : 0);
	snprintf(path, sizeof path, "%s/../data/pictures/%s.svg", play->tests, name);
	if (play->update) {
		settle(play);
		return draw(play, path, &picture);
	}
	golden_read(&drawn, path);
	bool equal = becomes(play, drawn.text, (struct sight){.picture = &picture});
	golden_free(&drawn);
	return equal;
}

static bool shows(const struct play *play, const char *text)
{
	static char row[SCREEN_ROW_BYTES];

	for (int r = 0; r < screen_rows(play->screen); r++) {
		screen_text(play->screen, r, row);
		if (strstr(row, text))
			return true;
	}
	return false;
}

static bool do_see(struct play *play, char *rest)
{
	long long end = now_ms() + (long long)WAIT_MS * play->patience;

	if (!play->screen)
		return play_trouble(play, "see wants a running program");
	while (!shows(play, rest)) {
		long long left = end - now_ms();
		if (left <= 0 || screen_ended(play->screen)) {
			char *shown = seen(play, (struct sight){.looks = false});
			play_trouble(play, "'%s' is not on the screen\n%s", rest, shown);
			free(shown);
			return false;
		}
		screen_read(play->screen, (int)left);
	}
	return true;
}

static bool do_exit(struct play *play, char *rest)
{
	if (!play->screen)
		return play_trouble(play, "exit wants a running program");
	int status = screen_wait(play->screen, WAIT_MS * play->patience);
	if (status != -1 && status == (int)strtol(rest, NULL, 10))
		return true;
	char *shown = seen(play, (struct sight){.looks = false});
	play_trouble(play, "exit status %d, not %s\n%s", status, rest, shown);
	free(shown);
	return false;
}

static const struct {
	const char *word;
	bool (*act)(struct play *play, char *rest);
} commands[] = {
	{"size", do_size},     {"env", do_env},     {"shell", do_shell},     {"run", do_run},
	{"keys", do_keys},     {"see", do_see},     {"exit", do_exit},       {"expect", do_expect},
	{"resize", do_resize}, {"start", do_start}, {"picture", do_picture},
};

static bool obey(struct play *play, char *line)
{
	char *rest = line + strcspn(line, " ");

	if (*rest)
		*rest++ = '\0';
	rest += strspn(rest, " ");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(line, commands[i].word) == 0)
			return commands[i].act(play, rest);
	return play_trouble(play, "'%s' is no command of a script", line);
}

bool play_lines(struct play *play, FILE *script)
{
	char line[1024];

	for (int number = 1; fgets(line, sizeof line, script); number++) {
		line[strcspn(line, "\n")] = '\0';
		if (!*line || *line == '#')
			continue;
		if (!obey(play, line)) {
			fprintf(stdout, "# line %d: %s\n", number, play->why ? play->why : "no");
			return false;
		}
	}
	return true;
}
