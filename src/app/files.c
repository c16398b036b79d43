/* SPDX-License-Identifier: MIT */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/transfer.h"

enum { FILE_MAX = 256 * 1024 * 1024 };

static bool read_all(int fd, const char *name, struct str *text, struct err *err)
{
	char buffer[65536];

	for (;;) {
		ssize_t n = read(fd, buffer, sizeof(buffer));

		if (n == 0)
			return true;
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, ERR_FORMAT, "%s: can't be read (%s)", name,
				       strerror(errno));
		if (text->len + (size_t)n > FILE_MAX)
			return err_set(err, ERR_FORMAT, "%s: is larger than 256 MiB", name);
		str_add_bytes(text, buffer, (size_t)n);
	}
}

bool files_read(const char *path, struct str *text, struct err *err)
{
	struct str read_text = STR_INIT;
	struct stat info;
	bool done;
	int fd;

	if (strcmp(path, "-") == 0) {
		done = read_all(STDIN_FILENO, "standard input", &read_text, err);
	} else {
		fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
		if (fd < 0)
			return err_set(err, ERR_FORMAT, "%.300s: can't be opened (%s)", path,
				       strerror(errno));
		if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
			done = err_set(err, ERR_FORMAT, "%.300s: is not a file", path);
		else
			done = read_all(fd, path, &read_text, err);
		close(fd);
	}
	if (!done) {
		str_free(&read_text);
		return false;
	}
	*text = read_text;
	return true;
}

static bool write_all(int fd, const struct str *text)
{
	size_t at = 0;

	while (at < text->len) {
		ssize_t n = write(fd, text->data + at, text->len - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return true;
}

/* A device or a pipe is written in place; a file is written beside its name and then takes it. */
static bool write_in_place(const char *path, const struct str *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool written = fd >= 0 && write_all(fd, text);
	int why = errno;

	if (fd >= 0 && close(fd) != 0 && written) {
		why = errno;
		written = false;
	}
	return written ||
	       err_set(err, ERR_IO, "%.300s: can't be written (%s)", path, strerror(why));
}

bool app_write_file(const char *path, const struct str *text, struct err *err)
{
	struct str beside = STR_INIT;
	struct stat info;
	bool written;
	int fd, why;

	if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
		return write_in_place(path, text, err);
	str_addf(&beside, "%s.XXXXXX", path);
	fd = mkstemp(beside.data);
	if (fd < 0) {
		why = errno;
		str_free(&beside);
		return err_set(err, ERR_IO, "%.300s: can't be written (%s)", path, strerror(why));
	}
	written = write_all(fd, text) && fsync(fd) == 0;
	why = errno;
	if (close(fd) != 0 && written) {
		why = errno;
		written = false;
	}
	if (written && rename(beside.data, path) != 0) {
		why = errno;
		written = false;
	}
	if (!written)
		unlink(beside.data);
	str_free(&beside);
	return written ||
	       err_set(err, ERR_IO, "%.300s: can't be written (%s)", path, strerror(why));
}
