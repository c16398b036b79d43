/* SPDX-License-Identifier: MIT */
#include "storm.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "keys.h"

enum {
	WAIT_MS =
		20000, /* what hangs never answers; on a busy machine anything else may take seconds */
	RECENT = 40,
	WORD_BYTES = 64,
	PROBE_EVERY = 40,
	SHELL_EVERY = 400,
	INTERRUPTED = 130
};

struct storm {
	struct play *play;
	uint64_t state;
	char recent[RECENT][WORD_BYTES];
	unsigned long count;
	long long end;
};

/* Those that do most come more than once. */
static const char *const words[] = {"<Enter>",     "<Enter>",   "<Enter>",
				    "<Esc>",       "<Esc>",     "<Tab>",
				    "<BackTab>",   "<Up>",      "<Down>",
				    "<Left>",      "<Right>",   "<Home>",
				    "<End>",       "<PgUp>",    "<PgDn>",
				    "<Delete>",    "<Space>",   "<Ctrl-R>",
				    "<Ctrl-L>",    "<Ctrl-U>",  "<Ctrl-W>",
				    "<Ctrl-K>",    "<Ctrl-A>",  "<Ctrl-E>",
				    "<Backspace>", "<Ctrl-C>",  "<Ctrl-Z>",
				    "a",           "a",         "e",
				    "d",           "u",         "u",
				    "x",           "v",         "n",
				    "n",           "f",         "t",
				    "y",           "1",         "2",
				    "3",           "2.5",       "20g",
				    "@08:05",      "tomorrow",  "j",
				    "k",           "g",         "G",
				    "!",           "?",         "q",
				    "/",           "m",         "p",
				    "z",           "<Ctrl-O>",  "h",
				    "l",           "s",         "b",
				    "r",           "w",         "4",
				    "5",           "6",         "U",
				    "J",           "E",         "N",
				    "0",           "-30m",      "<Paste:a,b!q>",
				    "\xc3\xa9",    "e\xcc\x81", "\xe6\x97\xa5",
				    "\xff\xfe",    "\x1b[",     "\x1b[200~",
				    "\x1b[201~",   "\x1b[<0;",  "\x1b]2;x",
				    "2026-12-01",  "99999999",  "stress,work"};

/* xorshift64*: any seed but 0. */
static uint64_t next(struct storm *storm)
{
	storm->state ^= storm->state >> 12;
	storm->state ^= storm->state << 25;
	storm->state ^= storm->state >> 27;
	return storm->state * 0x2545F4914F6CDD1Du;
}

static int below(struct storm *storm, int limit)
{
	return (int)((next(storm) >> 33) % (uint64_t)limit);
}

static long long now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (long long)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

static bool failed(struct storm *storm, const char *what)
{
	static char row[SCREEN_ROW_BYTES];
	struct play *play = storm->play;

	printf("# %s, %d columns and %d rows, after %lu:", what, play->cols, play->rows,
	       storm->count);
	for (unsigned long i = storm->count < RECENT ? 0 : storm->count - RECENT; i < storm->count;
	     i++)
		printf(" %s", storm->recent[i % RECENT]);
	printf("\n");
	for (int r = 0; r < screen_rows(play->screen); r++) {
		screen_text(play->screen, r, row);
		printf("# |%s\n", row);
	}
	return false;
}

static void note(struct storm *storm, const char *word)
{
	char *kept = storm->recent[storm->count++ % RECENT];
	size_t at = 0;

	/* What is printed must not be obeyed by the terminal it is printed on. */
	for (; *word && at + 5 < WORD_BYTES; word++) {
		if (*word > ' ' && *word < 127)
			kept[at++] = *word;
		else
			at += (size_t)snprintf(kept + at, 5, "\\%03o", (unsigned char)*word);
	}
	kept[at] = '\0';
}

static void send_word(struct storm *storm)
{
	char click[WORD_BYTES], bytes[256];
	size_t count = 0;
	const char *word = words[below(storm, sizeof words / sizeof *words)];

	if (below(storm, 12) == 0) {
		snprintf(click, sizeof click, "<Click:%d,%d>", 1 + below(storm, storm->play->rows),
			 1 + below(storm, storm->play->cols));
		word = below(storm, 3) > 0 ? click : below(storm, 2) ? "<WheelUp>" : "<WheelDown>";
	}
	if (!keys_bytes(word, bytes, sizeof bytes, &count))
		return;
	note(storm, word);
	screen_send(storm->play->screen, bytes, count);
}

static void resize(struct storm *storm)
{
	struct play *play = storm->play;
	int cols = play->cols, rows = play->rows;
	char text[WORD_BYTES];

	while (cols == play->cols && rows == play->rows) {
		cols = below(storm, 4) == 0 ? 1 + below(storm, 200) : 40 + below(storm, 90);
		rows = below(storm, 4) == 0 ? 1 + below(storm, 60) : 12 + below(storm, 30);
	}
	play->cols = cols;
	play->rows = rows;
	snprintf(text, sizeof text, "[%dx%d]", cols, rows);
	note(storm, text);
	screen_resize(play->screen, cols, rows);
}

/* With its first picture there: before that the keyboard is still the shell's. */
static bool open_program(struct storm *storm)
{
	struct play *play = storm->play;
	char command[1024];

	screen_close(play->screen);
	snprintf(command, sizeof command, "cd \"$HOME\" && exec \"%s\"", play->binary);
	play->screen = screen_open(command, play->cols, play->rows);
	if (!play->screen)
		return false;
	screen_widen(play->screen);
	if (!screen_read(play->screen, WAIT_MS * play->patience))
		return false;
	while (screen_read(play->screen, 20))
		continue;
	return true;
}

/* Ended by a key that quits is fine, by one more Ctrl-C once the terminal is given back too; the next one begins. */
static bool go_on(struct storm *storm)
{
	int status = screen_wait(storm->play->screen, WAIT_MS * storm->play->patience);

	if (status == -1)
		return failed(storm, "it does not end");
	if (status != 0 && status != INTERRUPTED)
		return failed(storm, "it ended with trouble");
	note(storm, "[again]");
	return open_program(storm);
}

/* Another size has to be answered with a picture. */
static bool probe(struct storm *storm)
{
	struct play *play = storm->play;

	while (screen_read(play->screen, 5))
		continue;
	if (screen_ended(play->screen))
		return true;
	resize(storm);
	return screen_read(play->screen, WAIT_MS * play->patience) || screen_ended(play->screen) ||
	       failed(storm, "it does not answer");
}

static bool storm_on(struct storm *storm)
{
	struct play *play = storm->play;
	char command[1024];

	snprintf(command, sizeof command, "\"%s\" log 0.1 >/dev/null 2>&1 </dev/null",
		 play->binary);
	for (unsigned long round = 1; now_ms() < storm->end; round++) {
		for (int keys = below(storm, 4); keys >= 0; keys--)
			send_word(storm);
		if (below(storm, 10) == 0)
			resize(storm);
		if (round % SHELL_EVERY == 0 && system(command) != 0)
			return failed(storm, "another program can't log");
		while (screen_read(play->screen, below(storm, 3) == 0 ? 2 : 0))
			continue;
		if (round % PROBE_EVERY == 0 && !probe(storm))
			return false;
		if (screen_ended(play->screen) && !go_on(storm))
			return false;
	}
	return true;
}

bool storm_run(struct play *play, int seconds, uint64_t seed)
{
	struct storm storm = {.play = play, .state = seed ? seed : 1};
	int status;

	printf("# seed %" PRIu64 "\n", seed);
	if (system("sh \"$TESTS/tui/start.sh\" >/dev/null") != 0 || !open_program(&storm))
		return play_trouble(play, "it can't be begun");
	storm.end = now_ms() + seconds * 1000LL;
	if (!storm_on(&storm))
		return false;
	screen_send(play->screen, "\x1b[201~\x03", 7);
	status = screen_wait(play->screen, WAIT_MS * play->patience);
	printf("# %lu keys and sizes\n", storm.count);
	return status == 0 || status == INTERRUPTED || failed(&storm, "it did not end well");
}
