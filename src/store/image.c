/* SPDX-License-Identifier: MIT */
#include "image.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "sealed_mend.h"
#include "sealed_stream.h"

static bool can_not(const char *path, struct err *err)
{
	return err_set(err, ERR_IO, "the store '%.300s' can't be read: %s", path, strerror(errno));
}

static bool read_bytes(int fd, unsigned char *bytes, size_t size, size_t *got)
{
	*got = 0;
	while (*got < size) {
		ssize_t part = read(fd, bytes + *got, size - *got);

		if (part < 0 && errno == EINTR)
			continue;
		if (part < 0)
			return false;
		if (part == 0)
			break;
		*got += (size_t)part;
	}
	return true;
}

static bool read_file(const char *path, unsigned char **bytes, size_t *size, struct stat *seen,
		      struct err *err)
{
	enum { FILE_MAX = SEALED_PLAIN_MAX / SEALED_CHUNK * (SEALED_CHUNK + 32) };
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	struct stat found;
	bool ok = fd >= 0 && fstat(fd, &found) == 0;

	if (!ok)
		can_not(path, err);
	else if (!S_ISREG(found.st_mode) || found.st_size > FILE_MAX)
		ok = err_set(err, ERR_STORE, "the store '%.300s' is damaged or not a taper store",
			     path);
	if (ok) {
		*bytes = mem_alloc((size_t)found.st_size, 1);
		ok = read_bytes(fd, *bytes, (size_t)found.st_size, size) || can_not(path, err);
		if (!ok)
			free(*bytes);
	}
	if (ok)
		*seen = found;
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool unseal(const unsigned char *file, size_t size, struct image *image, const char *path,
		   struct err *err)
{
	bool ok = sealed_plain_size(size, &image->header, &image->size);

	if (ok) {
		image->bytes = sqlite3_malloc64(image->size > 0 ? image->size : 1);
		if (image->bytes == NULL)
			mem_fatal();
		ok = sealed_unseal(file, size, &image->header, image->key, image->bytes);
	}
	return ok ||
	       err_set(err, ERR_STORE,
		       "the store '%.300s' is damaged: not all of it is as taper wrote it", path);
}

bool image_read(const char *path, struct keychain *keys, struct image *image, struct err *err)
{
	struct image read = {.bytes = NULL};
	unsigned char *file;
	struct stat seen;
	size_t size;
	bool ok;

	if (!read_file(path, &file, &size, &seen, err))
		return false;
	ok = sealed_ready(err) && sealed_read_header(file, size, path, &read.header, err) &&
	     keychain_find(keys, &read.header, path, &read.key, err) &&
	     unseal(file, size, &read, path, err);
	free(file);
	if (ok)
		*image = read;
	else
		image_free(&read);
	return ok;
}

/* What the first page says, where there is one; SQLite takes no file that ends before. */
static size_t whole_size(const unsigned char *bytes, size_t size)
{
	enum { COUNT_AT = 28, PAGE = 4096 };
	size_t pages = 0, whole;

	for (size_t i = 0; i < 4 && size >= PAGE; i++)
		pages = pages << 8 | bytes[COUNT_AT + i];
	whole = pages * PAGE;
	return whole > size && whole <= SEALED_PLAIN_MAX ? whole : size;
}

static void unseal_parts(const unsigned char *file, size_t size, struct image *image)
{
	size_t parts = (size - SEALED_HEADER_SIZE) / SEALED_CHUNK + 1, whole;
	unsigned char *bytes = mem_alloc(parts, SEALED_CHUNK);

	image->size = sealed_unseal_parts(file, size, &image->header, image->key, bytes);
	whole = whole_size(bytes, image->size);
	image->bytes = sqlite3_malloc64(whole + 1);
	if (image->bytes == NULL)
		mem_fatal();
	memset(image->bytes, 0, whole + 1);
	memcpy(image->bytes, bytes, image->size);
	sodium_memzero(bytes, parts * SEALED_CHUNK);
	free(bytes);
	image->size = whole;
}

/* A passphrase that opens none of what is left of a lock may be right all the same. */
static bool find_key(struct keychain *keys, const char *path, enum mended mended,
		     struct image *image, struct err *err)
{
	if (keychain_find(keys, &image->header, path, &image->key, err))
		return true;
	if (mended == MENDED_PARTLY && err->code == ERR_LOCKED && keychain_asks(keys))
		err_set(err, ERR_STORE,
			"the store '%.300s' is damaged where its lock is, and what was typed opens"
			" nothing that is left of it",
			path);
	return false;
}

bool image_read_parts(const char *path, const struct store_rescue *asked, struct image *image,
		      struct stat *seen, bool *mended, struct err *err)
{
	struct image read = {.bytes = NULL};
	enum mended how = MENDED_NOTHING;
	struct sealed_file file = {.name = path, .backups = asked->backups};
	unsigned char *bytes;
	bool ok;

	if (!read_file(path, &bytes, &file.size, seen, err))
		return false;
	file.bytes = bytes;
	ok = sealed_ready(err) && sealed_mend(&file, &read.header, &how, err) &&
	     find_key(asked->keys, path, how, &read, err);
	if (ok) {
		if (how == MENDED_PARTLY)
			sealed_mend_by_key(&file, read.key, &read.header);
		unseal_parts(bytes, file.size, &read);
		*image = read;
		*mended = how != MENDED_NOTHING;
	}
	free(bytes);
	return ok;
}

void image_free(struct image *image)
{
	if (image->bytes != NULL)
		sodium_memzero(image->bytes, image->size);
	sqlite3_free(image->bytes);
	*image = (struct image){.bytes = NULL};
}

bool image_copy(sqlite3 *db, struct image *image, struct err *err)
{
	sqlite3_int64 size = 0;

	*image = (struct image){.bytes = sqlite3_serialize(db, "main", &size, 0)};
	image->size = (size_t)size;
	return image->bytes != NULL || db_fail(db, err);
}

bool image_put(struct image *image, sqlite3 *db, struct err *err)
{
	unsigned char *bytes = image->bytes;

	image->bytes = NULL;
	return sqlite3_deserialize(db, "main", bytes, (sqlite3_int64)image->size,
				   (sqlite3_int64)image->size,
				   SQLITE_DESERIALIZE_FREEONCLOSE |
					   SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK ||
	       db_fail(db, err);
}

bool image_open(struct image *image, sqlite3 **db, struct err *err)
{
	sqlite3 *opened;

	if (!db_open(NULL, 0, &opened, err)) {
		image_free(image);
		return false;
	}
	if (db_exec(opened, "PRAGMA temp_store = MEMORY", err) && image_put(image, opened, err)) {
		*db = opened;
		return true;
	}
	image_free(image);
	sqlite3_close(opened);
	return false;
}

struct image_view image_of(sqlite3 *db)
{
	sqlite3_int64 size = 0;
	const unsigned char *bytes = sqlite3_serialize(db, "main", &size, SQLITE_SERIALIZE_NOCOPY);

	return (struct image_view){.bytes = bytes, .size = bytes != NULL ? (size_t)size : 0};
}

void image_wipe(sqlite3 *db)
{
	sqlite3_int64 size = 0;
	unsigned char *bytes = sqlite3_serialize(db, "main", &size, SQLITE_SERIALIZE_NOCOPY);

	if (bytes != NULL)
		sodium_memzero(bytes, (size_t)size);
}

static bool put_bytes(int fd, struct image_view bytes)
{
	for (size_t at = 0; at < bytes.size;) {
		ssize_t put = pwrite(fd, bytes.bytes + at, bytes.size - at, (off_t)at);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		at += (size_t)put;
	}
	return fsync(fd) == 0;
}

/* Bytes of the file, a part at a time, against those that were to be written. */
static bool reads_back(int fd, struct image_view bytes)
{
	enum { PART = 65536 };
	unsigned char *part = mem_alloc(PART, 1);
	size_t at = 0;
	ssize_t got;

	while ((got = pread(fd, part, PART, (off_t)at)) > 0 && (size_t)got <= bytes.size - at &&
	       memcmp(part, bytes.bytes + at, (size_t)got) == 0)
		at += (size_t)got;
	free(part);
	return got == 0 && at == bytes.size;
}

bool image_write_part(const char *part, struct image_view bytes, struct err *err)
{
	int fd = open(part, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
	bool ok = fd >= 0 && put_bytes(fd, bytes);

	if (!ok && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
		err_set(err, ERR_IO, "'%.300s' can't be written: there is no space left", part);
	else if (!ok)
		err_set(err, ERR_IO, "'%.300s' can't be written: %s", part, strerror(errno));
	else if (!reads_back(fd, bytes))
		ok = err_set(err, ERR_IO, "'%.300s' does not read back as it was written", part);
	if (fd >= 0)
		close(fd);
	return ok;
}
