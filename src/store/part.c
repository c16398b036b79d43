/* SPDX-License-Identifier: MIT */
#include "part.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names.h"
#include "place.h"
#include "store/unfinished.h"

bool part_refused(const char *path, int number, struct err *err)
{
	if (number == ENOSPC || number == EDQUOT || number == EFBIG)
		return err_set(err, ERR_IO, "'%.300s' can't be made: there is no space left", path);
	return err_set(err, ERR_IO, "'%.300s' can't be made: %s", path, strerror(number));
}

bool part_begin(const char *path, struct str *part, struct err *err)
{
	struct str name = STR_INIT;
	int fd;

	str_addf(&name, "%s" NAME_PART_ENDING, path);
	fd = unfinished_make(name.data);
	if (fd < 0) {
		str_free(&name);
		return part_refused(path, errno, err);
	}
	close(fd);
	str_add(part, name.data);
	str_free(&name);
	return true;
}

static bool settle_file(const char *path, int flags, struct err *err)
{
	int fd = open(path, flags | O_CLOEXEC);
	/* Some file systems have no fsync for folders, and say EINVAL. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || (errno == EINVAL && (flags & O_DIRECTORY) != 0));

	if (!ok)
		err_set(err, ERR_IO, "'%.300s' can't be written: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

bool part_sync(const char *part, struct err *err)
{
	return settle_file(part, O_RDWR, err);
}

bool part_settle(const char *path, struct err *err)
{
	struct str folder = STR_INIT;
	const char *name;
	bool ok;

	place_split(path, &folder, &name);
	ok = settle_file(folder.data, O_RDONLY | O_DIRECTORY, err);
	str_free(&folder);
	return ok;
}

/* Not every file system has hard links; there, two programs at the same moment are not kept apart. */
static bool rename_to_free(const char *part, const char *path)
{
	struct stat found;

	if (link(part, path) == 0) {
		unlink(part);
		return true;
	}
	if (errno == EEXIST)
		return false;
	if (lstat(path, &found) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(part, path) == 0;
}

bool part_end(const char *part, const char *path, bool replace, struct err *err)
{
	if (!(replace ? rename(part, path) == 0 : rename_to_free(part, path)))
		return errno == EEXIST ? err_set(err, ERR_IO, "'%.300s' is there already", path)
				       : part_refused(path, errno, err);
	unfinished_forget(part);
	return part_settle(path, err);
}

void part_free(struct str *part, bool named)
{
	if (part->len > 0 && !named) {
		unlink(part->data);
		unfinished_forget(part->data);
	}
	str_free(part);
}
