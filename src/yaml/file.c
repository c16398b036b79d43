/* SPDX-License-Identifier: MIT */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 16384 };

static bool system_refused(const char *path, struct err *err)
{
	int reason = errno;

	return err_set(err, reason == ENOENT || reason == ENOTDIR ? ERR_NOT_FOUND : ERR_IO,
		       "can't read '%s': %s", path, strerror(reason));
}

/* The size a file had when it was opened is not trusted: it may grow, and some system files say 0. */
static bool read_all(int fd, const char *path, struct str *out, struct err *err)
{
	char chunk[CHUNK];

	for (;;) {
		ssize_t got = read(fd, chunk, sizeof(chunk));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return system_refused(path, err);
		if (got == 0)
			return true;
		if (out->len + (size_t)got > FILE_SIZE_MAX)
			return err_set(err, ERR_FORMAT, "'%s' is larger than 1 MiB", path);
		str_add_bytes(out, chunk, (size_t)got);
	}
}

bool file_load(const char *path, struct str *out, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	struct str text = STR_INIT;
	struct stat info;
	bool ok;

	if (fd < 0)
		return system_refused(path, err);
	if (fstat(fd, &info) != 0)
		ok = system_refused(path, err);
	else if (!S_ISREG(info.st_mode))
		ok = err_set(err, ERR_FORMAT, "'%s' is %s, not a file of text", path,
			     S_ISDIR(info.st_mode) ? "a folder" : "a pipe or a device");
	else if (info.st_size > FILE_SIZE_MAX)
		ok = err_set(err, ERR_FORMAT, "'%s' is larger than 1 MiB", path);
	else
		ok = read_all(fd, path, &text, err);
	close(fd);
	if (ok)
		str_add_bytes(out, text.data, text.len);
	str_free(&text);
	return ok;
}
