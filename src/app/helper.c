/* SPDX-License-Identifier: MIT */
#include "helper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PART = 65536, OUTPUT_MAX = 1 << 28, READ = 0, WRITE = 1, STREAMS = 3 };

/* Its standard streams by their numbers: [fd][READ] and [fd][WRITE]; -1 where closed. */
struct pipes {
	int ends[STREAMS][2];
};

static void close_end(struct pipes *pipes, int stream, int end)
{
	if (pipes->ends[stream][end] >= 0)
		close(pipes->ends[stream][end]);
	pipes->ends[stream][end] = -1;
}

static void close_all(struct pipes *pipes)
{
	for (int stream = 0; stream < STREAMS; stream++) {
		close_end(pipes, stream, READ);
		close_end(pipes, stream, WRITE);
	}
}

/* Our end of a stream: what it reads we write. */
static int our_end(int stream)
{
	return stream == STDIN_FILENO ? WRITE : READ;
}

static bool open_pipes(struct pipes *pipes)
{
	for (int stream = 0; stream < STREAMS; stream++)
		pipes->ends[stream][READ] = pipes->ends[stream][WRITE] = -1;
	for (int stream = 0; stream < STREAMS; stream++) {
		if (pipe(pipes->ends[stream]) != 0)
			return false;
		for (int end = READ; end <= WRITE; end++) {
			/* Where a standard stream was closed at the start a pipe may have its number. */
			int fd = fcntl(pipes->ends[stream][end], F_DUPFD_CLOEXEC, STREAMS);

			close_end(pipes, stream, end);
			pipes->ends[stream][end] = fd;
			if (fd < 0)
				return false;
		}
	}
	return fcntl(pipes->ends[STDIN_FILENO][WRITE], F_SETFL, O_NONBLOCK) == 0;
}

static void become(const struct pipes *pipes, const char *path)
{
	char *const words[] = {(char *)(uintptr_t)path, NULL};

	for (int stream = 0; stream < STREAMS; stream++) {
		if (dup2(pipes->ends[stream][1 - our_end(stream)], stream) < 0)
			_exit(HELPER_CAN_NOT_RUN);
	}
	signal(SIGPIPE, SIG_DFL);
	execv(path, words);
	_exit(HELPER_CAN_NOT_RUN);
}

/* What of the input is left to write; closed at its end, or where nobody reads it any more. */
static void feed(struct pipes *pipes, const struct str *input, size_t *at)
{
	int fd = pipes->ends[STDIN_FILENO][WRITE];
	ssize_t wrote = write(fd, input->data + *at, input->len - *at);

	if (wrote > 0)
		*at += (size_t)wrote;
	else if (wrote < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (wrote < 0 || *at == input->len)
		close_end(pipes, STDIN_FILENO, WRITE);
}

/* What is beyond most is read, so that its writer can go on, and let go. */
static void take(struct pipes *pipes, int stream, size_t most, struct str *into)
{
	char buffer[PART];
	ssize_t got = read(pipes->ends[stream][READ], buffer, sizeof(buffer));

	if (got < 0 && errno == EINTR)
		return;
	if (got <= 0)
		close_end(pipes, stream, READ);
	else if (into->len + (size_t)got <= most)
		str_add_bytes(into, buffer, (size_t)got);
}

static bool any_open(const struct pipes *pipes)
{
	return pipes->ends[STDOUT_FILENO][READ] >= 0 || pipes->ends[STDERR_FILENO][READ] >= 0;
}

static bool exchange(struct pipes *pipes, const struct str *input, struct str *output,
		     struct str *said)
{
	size_t at = 0;

	if (input->len == 0)
		close_end(pipes, STDIN_FILENO, WRITE);
	while (any_open(pipes)) {
		struct pollfd waits[STREAMS];

		for (int stream = 0; stream < STREAMS; stream++)
			waits[stream] = (struct pollfd){.fd = pipes->ends[stream][our_end(stream)],
							.events = stream == STDIN_FILENO ? POLLOUT
											 : POLLIN};
		if (poll(waits, STREAMS, -1) < 0) {
			if (errno != EINTR)
				return false;
			continue;
		}
		if (waits[STDIN_FILENO].revents != 0)
			feed(pipes, input, &at);
		if (waits[STDOUT_FILENO].revents != 0)
			take(pipes, STDOUT_FILENO, OUTPUT_MAX, output);
		if (waits[STDERR_FILENO].revents != 0)
			take(pipes, STDERR_FILENO, HELPER_SAID_MAX, said);
	}
	return true;
}

static bool trouble(const char *path, struct err *err)
{
	return err_set(err, ERR_IO, "'%.160s' can't be run: %s", path, strerror(errno));
}

bool helper_run(const char *path, const struct str *input, struct str *output, struct str *said,
		int *status, struct err *err)
{
	struct pipes pipes;
	bool done = false;
	pid_t child = -1;

	if (access(path, X_OK) != 0)
		return err_set(err, ERR_NOT_FOUND, "there is no program '%.160s'", path);
	if (open_pipes(&pipes))
		child = fork();
	if (child == 0)
		become(&pipes, path);
	if (child > 0) {
		for (int stream = 0; stream < STREAMS; stream++)
			close_end(&pipes, stream, 1 - our_end(stream));
		done = exchange(&pipes, input, output, said);
	}
	close_all(&pipes);
	while (child > 0 && waitpid(child, status, 0) < 0) {
		if (errno != EINTR)
			return trouble(path, err);
	}
	return done || trouble(path, err);
}
