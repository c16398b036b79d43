/* SPDX-License-Identifier: MIT */
/*
 * screen [-i SECONDS] TAPER [KEYS]: opens the program in a terminal of its own, time after time, goes to a screen by KEYS and moves
 * down and up there. Prints medians: processor time to the first frame and until it is quiet, time and bytes from a key to its frame,
 * memory, and how often it woke while idle.
 * screen --table TAPER BARE: rows for a table, parted by tabs (work, taper, the other, goal): every screen against BARE, a program
 * that draws as much with ncurses alone, and against those of the pagers, editors and lists that are installed, all taken in turn.
 */
#define _GNU_SOURCE 1

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 15, TABLE_RUNS = 7, MOVES = 40, QUIET_MS = 60, KEY_QUIET_MS = 12, IDLE_MS = 3000 };

/* The first byte is waited for so long at most; a key at the end of a list changes nothing. */
enum { WAIT_MS = 20000, KEY_WAIT_MS = 60, WAY_WAIT_MS = 600, WORDS_MAX = 8 };

/* What taper writes behind a whole picture where tests ask for it: with the microseconds on a processor up to it. */
static const char sync_name[] = "TAPER_TEST_SYNC", first_picture[] = "frame=1 used=";

/* A program and how one moves in it. */
struct subject {
	const char *name;
	const char *words[WORDS_MAX]; /* how it is called */
	const char *keys;             /* to the screen that is measured */
	const char *down, *up;
	bool pictures; /* it tells when its first picture is whole */
};

struct program {
	pid_t pid;
	int fd;
};

struct answer {
	double ms; /* from the key to the last byte of its frame */
	long bytes;
};

struct samples {
	double frame[RUNS], quiet[RUNS], memory[RUNS];
	double wall[RUNS * MOVES], cpu[RUNS * MOVES], bytes[RUNS * MOVES];
	int runs, moves;
	long wakeups;
};

static double now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* Reads until it is quiet for so long, waiting otherwise for the first byte. */
static struct answer read_frame(int fd, double since, int wait_ms, int quiet_ms)
{
	struct pollfd wait = {.fd = fd, .events = POLLIN};
	struct answer answer = {0};
	static char bytes[65536];

	while (poll(&wait, 1, answer.bytes > 0 ? quiet_ms : wait_ms) > 0) {
		ssize_t count = read(fd, bytes, sizeof bytes);

		if (count <= 0)
			break;
		answer.ms = now_ms() - since;
		answer.bytes += count;
	}
	return answer;
}

static struct program begin(const struct subject *subject, bool pictures)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	struct program program = {.fd = -1};

	program.pid = forkpty(&program.fd, NULL, NULL, &size);
	if (program.pid == 0) {
		if (pictures)
			setenv(sync_name, "1", 1);
		execvp(subject->words[0], (char *const *)subject->words);
		_exit(127);
	}
	if (program.pid < 0)
		exit(1);
	return program;
}

static struct answer press(const struct program *program, const char *key, size_t bytes)
{
	double at = now_ms();

	if (write(program->fd, key, bytes) != (ssize_t)bytes)
		exit(1);
	return read_frame(program->fd, at, KEY_WAIT_MS, KEY_QUIET_MS);
}

/* Milliseconds on a processor since it began. */
static double cpu_ms(pid_t pid)
{
	char path[64];
	unsigned long long ns = 0;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/schedstat", (int)pid);
	file = fopen(path, "r");
	if (!file || fscanf(file, "%llu", &ns) != 1)
		ns = 0;
	if (file)
		fclose(file);
	return (double)ns / 1e6;
}

static long status_of(pid_t pid, const char *name)
{
	char path[64], line[256];
	long value = 0;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		if (strncmp(line, name, strlen(name)) == 0)
			value = strtol(line + strlen(name), NULL, 10);
	if (file)
		fclose(file);
	return value;
}

static long idle_wakeups(pid_t pid, int idle_ms)
{
	static const char name[] = "voluntary_ctxt_switches:";
	const struct timespec pause = {.tv_sec = idle_ms / 1000};
	long before = status_of(pid, name);

	nanosleep(&pause, NULL);
	return status_of(pid, name) - before;
}

static void end(const struct program *program)
{
	kill(program->pid, SIGCONT);
	kill(program->pid, SIGTERM);
	for (int i = 0; waitpid(program->pid, NULL, WNOHANG) == 0; i++) {
		read_frame(program->fd, now_ms(), 1, 1);
		if (i == 500)
			kill(program->pid, SIGKILL);
	}
	close(program->fd);
}

/* What follows the first picture is not a part of it: the program itself tells what there was up to it. 0 where it does not. */
static double first_frame(const struct subject *subject)
{
	struct program program = begin(subject, true);
	struct pollfd wait = {.fd = program.fd, .events = POLLIN};
	static char bytes[65536];
	const char *told = NULL;
	size_t held = 0;

	while ((!told || !strchr(told, '\033')) && held + 1 < sizeof bytes &&
	       poll(&wait, 1, WAIT_MS) > 0) {
		ssize_t count = read(program.fd, bytes + held, sizeof bytes - 1 - held);

		if (count <= 0)
			break;
		held += (size_t)count;
		bytes[held] = '\0';
		told = memmem(bytes, held, first_picture, strlen(first_picture));
	}
	end(&program);
	return told ? (double)strtol(told + strlen(first_picture), NULL, 10) / 1e3 : 0;
}

/* A move that draws nothing was made at an end of the list: it is not counted, and the way goes back. */
static void move(const struct program *program, const struct subject *subject,
		 struct samples *samples)
{
	bool down = true;
	int idle = 0;

	for (int i = 0; i < MOVES && idle < 3; i++) {
		const char *key = down ? subject->down : subject->up;
		double before = cpu_ms(program->pid);
		struct answer answer = press(program, key, strlen(key));

		if (answer.bytes == 0) {
			down = !down;
			idle++;
			continue;
		}
		idle = 0;
		samples->wall[samples->moves] = answer.ms;
		samples->bytes[samples->moves] = (double)answer.bytes;
		samples->cpu[samples->moves++] = cpu_ms(program->pid) - before;
	}
}

static void run(const struct subject *subject, int idle_ms, struct samples *samples)
{
	struct program program = begin(subject, false);
	int at = samples->runs++;

	read_frame(program.fd, now_ms(), WAIT_MS, QUIET_MS);
	samples->quiet[at] = cpu_ms(program.pid);
	for (const char *key = subject->keys; *key; key++) {
		press(&program, key, 1);
		read_frame(program.fd, now_ms(), WAY_WAIT_MS, QUIET_MS);
	}
	move(&program, subject, samples);
	samples->memory[at] = (double)status_of(program.pid, "VmRSS:");
	if (at == 0)
		samples->wakeups = idle_wakeups(program.pid, idle_ms);
	end(&program);
	samples->frame[at] = subject->pictures ? first_frame(subject) : samples->quiet[at];
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, int count)
{
	if (count == 0)
		return 0;
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[count / 2];
}

static void row(const char *name, const char *work, double ours, double theirs, int decimals,
		const char *goal)
{
	printf("%s: %s\t%.*f\t%.*f\t%s\n", name, work, decimals, ours, decimals, theirs, goal);
}

static void rows_against_bare(const char *name, struct samples *ours, struct samples *bare)
{
	row(name, "ms of processor for a key", median(ours->cpu, ours->moves),
	    median(bare->cpu, bare->moves), 3, "at most 1.3 x");
	row(name, "ms from a key to its frame", median(ours->wall, ours->moves),
	    median(bare->wall, bare->moves), 3, "");
	row(name, "bytes for one row down or up", median(ours->bytes, ours->moves),
	    median(bare->bytes, bare->moves), 0, "at most 160");
	row(name, "kB resident", median(ours->memory, ours->runs), median(bare->memory, bare->runs),
	    0, "at most 6144");
	row(name, "wake-ups in 3 s of idling", (double)ours->wakeups, (double)bare->wakeups, 0,
	    "0");
}

static bool is_installed(const char *name)
{
	char command[128];

	snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", name);
	return system(command) == 0;
}

static void table_of_peers(struct samples *ours)
{
	static const char down[] = "\033OB", up[] = "\033OA";
	static const struct subject peers[] = {
		{"less", {"less", "src/README.md"}, "", "j", "k", false},
		{"nnn", {"nnn", "src/tui"}, "", "j", "k", false},
		{"ncdu", {"ncdu", "-x", "src"}, "", "j", "k", false},
		{"vim", {"vim", "-u", "NONE", "src/README.md"}, "", "j", "k", false},
		{"tig", {"tig"}, "", "j", "k", false},
		{"htop", {"htop"}, "", down, up, false},
		{"calcurse", {"calcurse"}, "", "j", "k", false},
	};
	double frame = median(ours->frame, ours->runs), cpu = median(ours->cpu, ours->moves);
	double bytes = median(ours->bytes, ours->moves);

	for (size_t i = 0; i < sizeof peers / sizeof peers[0]; i++) {
		static struct samples theirs;

		if (!is_installed(peers[i].name))
			continue;
		memset(&theirs, 0, sizeof theirs);
		for (int n = 0; n < TABLE_RUNS; n++)
			run(&peers[i], 0, &theirs);
		row(peers[i].name, "ms of processor to the first frame", frame,
		    median(theirs.frame, theirs.runs), 2, "");
		row(peers[i].name, "ms of processor for a key", cpu,
		    median(theirs.cpu, theirs.moves), 3, "");
		row(peers[i].name, "bytes for one row down or up", bytes,
		    median(theirs.bytes, theirs.moves), 0, "");
	}
}

static void table(const char *taper, const char *other)
{
	static const struct {
		const char *name, *keys;
	} screens[] = {{"Today", "1"},    {"Plan", "2"},    {"History", "3"},
		       {"Check-in", "4"}, {"Support", "5"}, {"Guide", "6"}};
	enum { SCREENS = sizeof screens / sizeof screens[0] };
	static struct samples ours[SCREENS], bare;
	struct subject beside = {"bare", {other}, "", "j", "k", false};

	for (int i = 0; i < TABLE_RUNS; i++) {
		for (size_t s = 0; s < SCREENS; s++) {
			struct subject subject = {
				screens[s].name, {taper}, screens[s].keys, "j", "k", true};

			run(&subject, IDLE_MS, &ours[s]);
		}
		run(&beside, IDLE_MS, &bare);
	}
	row("Today", "ms of processor to the first frame", median(ours[0].frame, ours[0].runs),
	    median(bare.frame, bare.runs), 2, "at most 2.5 x, 4 ms");
	row("Today", "ms of processor until all is there", median(ours[0].quiet, ours[0].runs),
	    median(bare.quiet, bare.runs), 2, "");
	for (size_t s = 0; s < SCREENS; s++)
		rows_against_bare(screens[s].name, &ours[s], &bare);
	table_of_peers(&ours[0]);
}

static void one(const char *taper, const char *keys, int idle_s)
{
	static struct samples samples;
	struct subject subject = {"taper", {taper}, keys, "j", "k", true};

	for (int i = 0; i < RUNS; i++)
		run(&subject, idle_s * 1000, &samples);
	printf("first frame %.2f ms of processor, %.2f until it is quiet, a key %.3f ms (%.3f of "
	       "processor) and %.0f bytes (%d moves), %.0f kB resident, %ld wake-ups in %d s\n",
	       median(samples.frame, samples.runs), median(samples.quiet, samples.runs),
	       median(samples.wall, samples.moves), median(samples.cpu, samples.moves),
	       median(samples.bytes, samples.moves), samples.moves,
	       median(samples.memory, samples.runs), samples.wakeups, idle_s);
}

int main(int argc, char **argv)
{
	int idle_s = IDLE_MS / 1000;

	setenv("TERM", "xterm-256color", 1);
	unsetenv(sync_name);
	if (argc == 4 && strcmp(argv[1], "--table") == 0) {
		table(argv[2], argv[3]);
		return 0;
	}
	if (argc > 3 && strcmp(argv[1], "-i") == 0) {
		idle_s = (int)strtol(argv[2], NULL, 10);
		argc -= 2;
		argv += 2;
	}
	if (argc < 2) {
		fprintf(stderr, "usage: screen [-i SECONDS] TAPER [KEYS] | --table TAPER BARE\n");
		return 2;
	}
	one(argv[1], argc > 2 ? argv[2] : "", idle_s);
	return 0;
}
