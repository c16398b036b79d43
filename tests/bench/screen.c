/* SPDX-License-Identifier: MIT */
/*
 * screen TAPER [KEYS]: opens the program in a terminal of its own, time after time, goes to a screen by KEYS and moves up and down there.
 * Prints medians: processor time to the first frame, time and bytes from a key to its frame, memory, and how often it woke while idle.
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 15, MOVES = 40, QUIET_MS = 60, KEY_QUIET_MS = 15, IDLE_MS = 3000 };

/* The first byte is waited for so long at most; a key at the end of a list changes nothing. */
enum { WAIT_MS = 20000, KEY_WAIT_MS = 100 };

struct program {
	pid_t pid;
	int fd;
};

struct answer {
	double ms; /* from the key to the last byte of its frame */
	long bytes;
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
	char bytes[16384];

	while (poll(&wait, 1, answer.bytes > 0 ? quiet_ms : wait_ms) > 0) {
		ssize_t count = read(fd, bytes, sizeof bytes);

		if (count <= 0)
			break;
		answer.ms = now_ms() - since;
		answer.bytes += count;
	}
	return answer;
}

static struct program begin(const char *path)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	struct program program = {.fd = -1};

	program.pid = forkpty(&program.fd, NULL, NULL, &size);
	if (program.pid == 0) {
		execl(path, path, (char *)NULL);
		_exit(127);
	}
	if (program.pid < 0)
		exit(1);
	return program;
}

static struct answer press(const struct program *program, char key)
{
	double at = now_ms();

	if (write(program->fd, &key, 1) != 1)
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

static long idle_wakeups(pid_t pid)
{
	static const char name[] = "voluntary_ctxt_switches:";
	const struct timespec pause = {.tv_sec = IDLE_MS / 1000};
	long before = status_of(pid, name);

	nanosleep(&pause, NULL);
	return status_of(pid, name) - before;
}

static void end(const struct program *program)
{
	kill(program->pid, SIGTERM);
	while (waitpid(program->pid, NULL, WNOHANG) == 0)
		read_frame(program->fd, now_ms(), 1, 1);
	close(program->fd);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[count / 2];
}

int main(int argc, char **argv)
{
	static double start[RUNS], wall[RUNS * MOVES], cpu[RUNS], bytes[RUNS * MOVES];
	long memory = 0, wakeups = 0;

	if (argc < 2) {
		fprintf(stderr, "usage: screen TAPER [KEYS]\n");
		return 2;
	}
	setenv("TERM", "xterm-256color", 1);
	for (int run = 0; run < RUNS; run++) {
		struct program program = begin(argv[1]);

		read_frame(program.fd, now_ms(), WAIT_MS, QUIET_MS);
		start[run] = cpu_ms(program.pid);
		for (const char *key = argc > 2 ? argv[2] : ""; *key; key++)
			press(&program, *key);
		double before = cpu_ms(program.pid);
		for (int i = 0; i < MOVES; i++) {
			struct answer answer = press(&program, i % 2 ? 'k' : 'j');

			wall[run * MOVES + i] = answer.ms;
			bytes[run * MOVES + i] = (double)answer.bytes;
		}
		cpu[run] = (cpu_ms(program.pid) - before) / MOVES;
		memory = status_of(program.pid, "VmRSS:");
		if (run == 0)
			wakeups = idle_wakeups(program.pid);
		end(&program);
	}
	printf("first frame %.2f ms of processor, a key %.2f ms (%.2f of processor) and %.0f "
	       "bytes, "
	       "%ld kB resident, %ld wake-ups in %d s\n",
	       median(start, RUNS), median(wall, RUNS * MOVES), median(cpu, RUNS),
	       median(bytes, RUNS * MOVES), memory, wakeups, IDLE_MS / 1000);
	return 0;
}
