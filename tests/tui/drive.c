/* SPDX-License-Identifier: MIT */
/*
 * drive BINARY NAME.keys...: plays each script against the real program in a terminal of its own and compares what is on the
 * screen with NAME.golden. UPDATE=1 writes the golden file anew; TUI_PATIENCE=N waits N times as long; GALLERY=FOLDER draws there
 * each screen that is expected.
 * drive BINARY --storm SECONDS [SEED]: types at random instead.
 */
#include "play.h"
#include "storm.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static char *absolute(const char *path)
{
	char here[4096], *whole;

	if (*path == '/' || !getcwd(here, sizeof here))
		return strdup(path);
	size_t room = strlen(here) + strlen(path) + 2;
	whole = malloc(room);
	if (whole)
		snprintf(whole, room, "%s/%s", here, path);
	return whole;
}

static void set_from(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
}

/* The same small world for every script, whoever runs it; only what the sanitizers and the locale need is let through. */
static bool make_world(struct play *play, char *const kept[])
{
	static char empty[] = "", *none[] = {NULL};
	char path[1024], *slash;
	const char *folder = getenv("TMPDIR");

	snprintf(play->home, sizeof play->home, "%s/taper-tui-XXXXXX",
		 folder && *folder               ? folder
		 : access("/dev/shm", W_OK) == 0 ? "/dev/shm"
						 : "/tmp");
	if (!mkdtemp(play->home)) {
		play_trouble(play, "no folder '%s': %s", play->home, strerror(errno));
		play->home[0] = '\0';
		return false;
	}
	snprintf(path, sizeof path, "%s", play->binary);
	slash = strrchr(path, '/');
	*(slash ? slash : empty) = '\0';
	snprintf(path + strlen(path), sizeof path - strlen(path), ":/usr/local/bin:/usr/bin:/bin");

	environ = none;
	for (int i = 0; kept[i]; i += 2)
		set_from(kept[i], kept[i + 1]);
	setenv("HOME", play->home, 1);
	setenv("PATH", path, 1);
	setenv("TESTS", play->tests, 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "Europe/Berlin", 1);
	setenv("TAPER_NOW", "2026-11-21T15:10:00+01:00", 1);
	return true;
}

/* By its own name, never by what HOME happens to be. */
static bool remove_home(const char *home)
{
	int status = 0;
	pid_t pid = *home ? fork() : -1;

	if (pid == 0) {
		execlp("rm", "rm", "-rf", "--", home, (char *)NULL);
		_exit(127);
	}
	return !*home || (pid > 0 && waitpid(pid, &status, 0) == pid && status == 0);
}

/* What UPDATE=1 has seen takes the golden file's place, once the whole script has come true. */
static void write_golden(struct play *play, const char *path, bool fine)
{
	FILE *out;

	fclose(play->update);
	out = fine && *play->fresh ? fopen(path, "w") : NULL;
	if (!out)
		return;
	fputs(play->fresh, out);
	fclose(out);
}

static bool play_file(struct play *play, const char *path, bool update, char *const kept[])
{
	char golden[1024];
	FILE *script = fopen(path, "r");

	snprintf(golden, sizeof golden, "%.*s.golden", (int)(strlen(path) - strlen(".keys")), path);
	golden_read(&play->golden, golden);
	if (update)
		play->update = open_memstream(&play->fresh, &play->fresh_size);
	if (play->update)
		fflush(play->update);
	if (!script)
		printf("# %s: %s\n", path, strerror(errno));
	bool made = script && make_world(play, kept);
	if (script && !made)
		printf("# %s\n", play->why);
	bool fine = made && play_lines(play, script);
	screen_close(play->screen);
	fine = remove_home(play->home) && fine;
	if (script)
		fclose(script);
	if (play->update)
		write_golden(play, golden, fine);
	golden_free(&play->golden);
	free(play->fresh);
	free(play->why);
	return fine;
}

static bool play_storm(struct play *play, char *const seconds_and_seed[], char *const kept[])
{
	const char *seed = seconds_and_seed[1];
	int seconds = (int)strtol(seconds_and_seed[0], NULL, 10);
	bool fine = make_world(play, kept);

	fflush(stdout);
	fine = fine && storm_run(play, seconds,
				 seed ? strtoull(seed, NULL, 10)
				      : (unsigned long long)time(NULL) * 2654435761u);
	if (play->why)
		printf("# %s\n", play->why);
	screen_close(play->screen);
	free(play->why);
	return remove_home(play->home) && fine;
}

static char *kept_copy(const char *name)
{
	const char *value = getenv(name);

	return value ? strdup(value) : NULL;
}

int main(int argc, char **argv)
{
	if (argc < 3 || access(argv[1], X_OK) != 0) {
		fprintf(stderr, "usage: drive BINARY NAME.keys...\n");
		return 2;
	}
	static char names[][16] = {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LOCPATH",
				   "TMPDIR"};
	enum { KEPT = sizeof names / sizeof *names };
	char *kept[2 * KEPT + 1] = {NULL};
	const char *patience = getenv("TUI_PATIENCE"), *update = getenv("UPDATE");
	int passed = 0, failed = 0;

	bool writing = update && *update;
	int times =
		patience && strtol(patience, NULL, 10) > 0 ? (int)strtol(patience, NULL, 10) : 1;
	char *binary = absolute(argv[1]);
	char *tests = absolute(getenv("TESTS") ? getenv("TESTS") : "tests");
	for (int i = 0; i < KEPT; i++) {
		kept[2 * i] = names[i];
		kept[2 * i + 1] = kept_copy(names[i]);
	}
	char *gallery = kept_copy("GALLERY");
	const struct play first = {.binary = binary,
				   .tests = tests,
				   .gallery = gallery && *gallery ? gallery : NULL,
				   .cols = 80,
				   .rows = 24};
	bool storm = argc > 3 && strcmp(argv[2], "--storm") == 0;
	if (storm) {
		struct play play = first;

		play.patience = times;
		bool fine = play_storm(&play, argv + 3, kept);
		printf("%s - keys at random\n", fine ? "ok" : "not ok");
		passed += fine;
		failed += !fine;
	}
	for (int i = 2; i < argc && !storm; i++) {
		struct play play = first;
		const char *slash = strrchr(argv[i], '/');

		play.patience = times;
		play.script = argv[i];
		bool fine = play_file(&play, argv[i], writing, kept);

		printf("%s - screen %s\n", fine ? "ok" : "not ok", slash ? slash + 1 : argv[i]);
		fflush(stdout);
		passed += fine;
		failed += !fine;
		if (failed > 1) /* more of the same: no need to wait long for each */
			times = 1;
	}
	for (int i = 1; kept[i - 1]; i += 2)
		free(kept[i]);
	free(gallery);
	free(binary);
	free(tests);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0 || passed == 0;
}
