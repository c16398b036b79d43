/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE 1 /* memfd_create */

#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 65536, HELD_MAX = 1024 * 1024, SOURCE_MAX = 1024 * 1024 * 1024 };

static bool can_not(const struct source *source, const char *what, struct err *err)
{
	return err_set(err, ERR_FORMAT, "%.300s: can't be %s (%s)", source->name, what,
		       strerror(errno));
}

static bool read_piece(const struct source *source, char *buffer, size_t cap, size_t *len,
		       struct err *err)
{
	ssize_t n;

	do
		n = read(source->fd, buffer, cap);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return can_not(source, "read", err);
	*len = (size_t)n;
	return true;
}

static bool within_limit(struct source *source, size_t len, struct err *err)
{
	source->read += (int64_t)len;
	return source->read <= SOURCE_MAX ||
	       err_set(err, ERR_FORMAT, "%.300s: is larger than 1 GiB", source->name);
}

static bool read_file(void *context, char *buffer, size_t cap, size_t *len, struct err *err)
{
	struct source *source = context;

	return read_piece(source, buffer, cap, len, err) && within_limit(source, *len, err);
}

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* A file nobody else can find, and that is gone with its descriptor. */
static bool open_on_disk(int *fd)
{
	const char *tmp = getenv("TMPDIR");
	struct str path = STR_INIT;

	str_addf(&path, "%s/taper-XXXXXX", tmp != NULL && tmp[0] != '\0' ? tmp : "/tmp");
	*fd = mkstemp(path.data);
	if (*fd >= 0) {
		unlink(path.data);
		fcntl(*fd, F_SETFD, FD_CLOEXEC);
	}
	str_free(&path);
	return *fd >= 0;
}

static bool open_in_memory(int *fd)
{
#ifdef MFD_CLOEXEC
	*fd = memfd_create("taper", MFD_CLOEXEC);
	return *fd >= 0;
#else
	(void)fd;
	return false;
#endif
}

static bool open_nameless(const struct source *source, int *fd, struct err *err)
{
	if (source->off_disk)
		return open_in_memory(fd) ||
		       err_set(err, ERR_IO,
			       "%.300s: is more than 1 MiB, which this system can't hold without"
			       " writing it to the disk in plain, and the log is locked; give it as"
			       " a file, or in parts",
			       source->name);
	return open_on_disk(fd) || can_not(source, "kept in a temporary file", err);
}

/* What is held, and the rest of what comes, goes into a file. */
static bool spill(struct source *source, struct err *err)
{
	char buffer[PIECE];
	size_t len = 0;
	int fd;

	if (!open_nameless(source, &fd, err))
		return false;
	if (!write_all(fd, source->held.data, source->held.len)) {
		can_not(source, "kept in a temporary file", err);
		goto fail;
	}
	do {
		if (!read_file(source, buffer, sizeof(buffer), &len, err))
			goto fail;
		if (!write_all(fd, buffer, len)) {
			can_not(source, "kept in a temporary file", err);
			goto fail;
		}
	} while (len > 0);
	str_free(&source->held);
	source->fd = fd;
	source->is_mine = true;
	return true;
fail:
	close(fd);
	return false;
}

static bool take_in(struct source *source, struct err *err)
{
	char buffer[PIECE];
	size_t len = 0;

	do {
		if (!read_file(source, buffer, sizeof(buffer), &len, err))
			return false;
		str_add_bytes(&source->held, buffer, len);
	} while (len > 0 && source->held.len <= HELD_MAX);
	if (len > 0)
		return spill(source, err);
	source->fd = -1;
	source->text = (struct feed_text){.text = source->held.data, .len = source->held.len};
	return true;
}

static bool open_input(struct source *source, struct err *err)
{
	struct stat info;

	source->fd = STDIN_FILENO;
	if (fstat(STDIN_FILENO, &info) == 0 && S_ISREG(info.st_mode)) {
		source->begin = lseek(STDIN_FILENO, 0, SEEK_CUR);
		return true;
	}
	return take_in(source, err);
}

static bool open_file(const char *path, struct source *source, struct err *err)
{
	struct stat info;

	source->fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (source->fd < 0)
		return can_not(source, "opened", err);
	source->is_mine = true;
	if (fstat(source->fd, &info) == 0 && S_ISREG(info.st_mode))
		return true;
	return err_set(err, ERR_FORMAT, "%.300s: is not a file", source->name);
}

bool source_open(const char *path, const char *text, bool off_disk, struct source *source,
		 struct err *err)
{
	bool input = strcmp(path, "-") == 0, done = true;
	struct source opened = {.name = input ? "standard input" : path,
				.fd = -1,
				.off_disk = off_disk,
				.held = STR_INIT};

	if (text != NULL)
		opened.text = (struct feed_text){.text = text, .len = strlen(text)};
	else
		done = input ? open_input(&opened, err) : open_file(path, &opened, err);
	if (done)
		*source = opened;
	else
		source_close(&opened);
	return done;
}

void source_close(struct source *source)
{
	if (source->is_mine)
		close(source->fd);
	str_free(&source->held);
	*source = (struct source){.fd = -1, .held = STR_INIT};
}

bool source_feed(struct source *source, struct feed *feed, struct err *err)
{
	if (source->fd < 0) {
		source->text.at = 0;
		*feed = feed_of_text(&source->text);
		return true;
	}
	if (lseek(source->fd, source->begin, SEEK_SET) < 0)
		return can_not(source, "read", err);
	source->read = 0;
	*feed = (struct feed){.read = read_file, .context = source};
	return true;
}
