/* SPDX-License-Identifier: MIT */
#include "lock_copies.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "part.h"
#include "sealed_at.h"
#include "store/care.h"
#include "swap.h"

enum { BLOCK = 65536 };

bool old_file_hold(const char *path, struct old_file *old, struct err *err)
{
	old->fd = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
	return old->fd >= 0 ||
	       err_set(err, ERR_IO, "'%.300s' can't be written: %s", path, strerror(errno));
}

static void overwrite(int fd, off_t size)
{
	static const char zeros[BLOCK];

	for (off_t at = 0; at < size;) {
		size_t len = size - at < BLOCK ? (size_t)(size - at) : BLOCK;
		ssize_t put = pwrite(fd, zeros, len, at);

		if (put <= 0)
			return;
		at += put;
	}
	/* It is gone anyway; that it is gone from the disk too is as good as it gets. */
	if (fsync(fd) != 0)
		return;
}

bool old_file_end(struct old_file *old, bool overwrite_it)
{
	struct stat found;
	bool gone = true;

	if (old->fd < 0)
		return true;
	if (overwrite_it && fstat(old->fd, &found) == 0) {
		gone = found.st_nlink == 0;
		if (gone)
			overwrite(old->fd, found.st_size);
	}
	close(old->fd);
	old->fd = -1;
	return gone;
}

static bool read_plain(const char *path, struct image *image, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct stat found;
	bool ok = fd >= 0 && fstat(fd, &found) == 0 && S_ISREG(found.st_mode) &&
		  found.st_size <= SEALED_PLAIN_MAX;

	*image = (struct image){.bytes = NULL};
	if (ok) {
		image->size = (size_t)found.st_size;
		image->bytes = sqlite3_malloc64(image->size + 1);
		ok = image->bytes != NULL;
	}
	for (size_t at = 0; ok && at < image->size;) {
		ssize_t got = read(fd, image->bytes + at, image->size - at);

		ok = got > 0;
		at += ok ? (size_t)got : 0;
	}
	if (!ok)
		err_set(err, ERR_IO, "'%.300s' can't be read", path);
	if (fd >= 0)
		close(fd);
	return ok;
}

/* A copy may be anything: what is damaged is kept as it is, byte for byte. */
static bool read_copy(const struct copies_turn *turn, const char *path, struct image *image,
		      struct err *err)
{
	struct sealed_header header;

	if (!sealed_is(path))
		return read_plain(path, image, err);
	return sealed_header_at(path, &header, err) &&
	       (keychain_look(turn->keys, &header) != NULL ||
		err_set(err, ERR_LOCKED, "'%.300s' has another lock", path)) &&
	       image_read(path, turn->keys, image, err);
}

/* A list of copies is one of when they were written. */
static void keep_time(const char *path, const char *part)
{
	struct stat found;

	if (stat(path, &found) == 0) {
		const struct timespec times[2] = {found.st_atim, found.st_mtim};

		if (utimensat(AT_FDCWD, part, times, 0) != 0)
			return;
	}
}

static bool write_copy(const struct copies_turn *turn, const char *part, struct image_view bytes,
		       struct err *err)
{
	struct sealed_header header;

	if (turn->header == NULL)
		return image_write_part(part, bytes, err);
	header = *turn->header;
	return vault_write_part(part, &header, turn->key, bytes, err) &&
	       vault_prove_part(part, turn->key, bytes, err);
}

static bool replace_copy(const struct copies_turn *turn, const char *path, struct image_view bytes,
			 struct err *err)
{
	struct old_file old = {.fd = -1};
	struct str part = STR_INIT;
	bool ok = part_begin(path, &part, err) && write_copy(turn, part.data, bytes, err) &&
		  old_file_hold(path, &old, err);

	if (ok) {
		keep_time(path, part.data);
		ok = part_end(part.data, path, true, err);
	}
	ok = old_file_end(&old, ok && turn->header != NULL) && ok;
	part_free(&part, ok);
	return ok;
}

static bool has_this_lock(const struct copies_turn *turn, const char *path)
{
	struct sealed_header header;
	struct err ignored;

	return turn->header != NULL && sealed_is(path) &&
	       sealed_header_at(path, &header, &ignored) &&
	       memcmp(header.id, turn->header->id, SEALED_ID_SIZE) == 0;
}

static void turn_one(struct copies_turn *turn, const char *path)
{
	struct image image = {.bytes = NULL};
	struct stat found;
	struct err ignored;
	bool done;

	if (lstat(path, &found) != 0 || !S_ISREG(found.st_mode) || has_this_lock(turn, path) ||
	    (turn->header == NULL && !sealed_is(path)))
		return;
	done = read_copy(turn, path, &image, &ignored) &&
	       replace_copy(turn, path,
			    (struct image_view){.bytes = image.bytes, .size = image.size},
			    &ignored);
	turn->done += done ? 1 : 0;
	turn->left += done ? 0 : 1;
	image_free(&image);
}

void copies_turn(struct copies_turn *turn)
{
	static const char *const none[] = {"", NULL};
	struct store_copies copies;
	struct err ignored;

	if (!store_copies_names(turn->backups, &copies, &ignored))
		return;
	for (size_t i = 0; i < copies.count; i++) {
		const char *const *sets[] = {none, swap_companions};

		for (size_t set = 0; set < 2; set++) {
			for (size_t j = 0; sets[set][j] != NULL; j++) {
				struct str path = STR_INIT;

				str_addf(&path, "%s/%s%s", turn->backups, copies.items[i].name,
					 sets[set][j]);
				turn_one(turn, path.data);
				str_free(&path);
			}
		}
	}
	store_copies_free(&copies);
}
