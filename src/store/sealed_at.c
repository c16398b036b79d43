/* SPDX-License-Identifier: MIT */
#include "sealed_at.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sealed_layout.h"

static int open_file(const char *path)
{
	return open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
}

bool sealed_is(const char *path)
{
	unsigned char begin[AT_VERSION];
	int fd = open_file(path);
	bool is = fd >= 0 && read(fd, begin, sizeof(begin)) == (ssize_t)sizeof(begin) &&
		  sealed_begins(begin, sizeof(begin));

	if (fd >= 0)
		close(fd);
	return is;
}

static bool fits_as_any(unsigned char *bytes)
{
	bool fits = false;

	for (uint32_t version = SEALED_FIRST; !fits && version <= SEALED_VERSION; version++) {
		sealed_put_begin(bytes, version);
		fits = sealed_sum_fits(bytes);
	}
	return fits;
}

bool sealed_was(const char *path)
{
	unsigned char first[SEALED_HEADER_SIZE], again[SEALED_HEADER_SIZE];
	const ssize_t size = SEALED_HEADER_SIZE;
	int fd = open_file(path);
	struct stat found;
	bool was = fd >= 0 && fstat(fd, &found) == 0 && found.st_size >= size &&
		   pread(fd, first, SEALED_HEADER_SIZE, 0) == size &&
		   pread(fd, again, SEALED_HEADER_SIZE, found.st_size - size) == size &&
		   !sealed_begins(first, sizeof(first));

	if (fd >= 0)
		close(fd);
	return was && (sealed_begins(again, sizeof(again)) || fits_as_any(first));
}

bool sealed_header_at(const char *path, struct sealed_header *header, struct err *err)
{
	unsigned char bytes[SEALED_HEADER_SIZE];
	int fd = open_file(path);
	ssize_t got = fd >= 0 ? read(fd, bytes, sizeof(bytes)) : -1;

	if (got < 0)
		err_set(err, ERR_IO, "the store '%.300s' can't be read: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	if (got < 0)
		return false;
	if (!sealed_begins(bytes, (size_t)got))
		return err_set(err, ERR_NOT_FOUND, "the store '%.300s' is not locked", path);
	return sealed_ready(err) && sealed_read_header(bytes, (size_t)got, path, header, err);
}
