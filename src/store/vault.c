/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1 /* flock */

#include "vault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "part.h"
#include "sealed_at.h"
#include "sealed_stream.h"

enum { WAIT_STEP_MS = 5, NS_A_MS = 1000000 };

void vault_lock_name(const char *path, struct str *name)
{
	str_addf(name, "%s.lock", path);
}

bool vault_wait(const char *path, int timeout_ms, int *held, struct err *err)
{
	const struct timespec step = {.tv_nsec = (long)WAIT_STEP_MS * NS_A_MS};
	struct str name = STR_INIT;
	int fd, waited = 0;
	bool ok;

	vault_lock_name(path, &name);
	fd = open(name.data, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
	if (fd < 0)
		err_set(err, ERR_IO, "'%.300s' can't be made: %s", name.data, strerror(errno));
	str_free(&name);
	if (fd < 0)
		return false;
	while (!(ok = flock(fd, LOCK_EX | LOCK_NB) == 0) &&
	       (errno == EINTR || (errno == EWOULDBLOCK && waited < timeout_ms))) {
		nanosleep(&step, NULL);
		waited += WAIT_STEP_MS;
	}
	if (ok) {
		*held = fd;
		return true;
	}
	err_set(err, ERR_STORE,
		"the store '%.300s' is in use by another program; try again in a moment", path);
	close(fd);
	return false;
}

bool vault_hold(struct vault *vault, int timeout_ms, struct err *err)
{
	return vault_wait(vault->path, timeout_ms, &vault->lock, err);
}

void vault_let_go(struct vault *vault)
{
	if (vault->lock >= 0)
		close(vault->lock);
	vault->lock = -1;
}

bool vault_look(const struct vault *vault, enum vault_state *state, struct err *err)
{
	unsigned char now[SEALED_HEADER_SIZE] = {0};
	int fd = open(vault->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	ssize_t got = fd >= 0 ? read(fd, now, sizeof(now)) : -1;

	if (got < 0)
		err_set(err, ERR_STORE,
			"the store '%.300s' was moved or removed while it was open: %s",
			vault->path, strerror(errno));
	if (fd >= 0)
		close(fd);
	if (got < 0)
		return false;
	if (!sealed_begins(now, (size_t)got))
		*state = VAULT_PLAIN;
	else
		*state = memcmp(now, vault->header.bytes, sizeof(now)) == 0 ? VAULT_SAME
									    : VAULT_CHANGED;
	return true;
}

bool vault_open(const char *path, struct keychain *keys, sqlite3 **db, struct vault **vault,
		struct err *err)
{
	struct image image;

	if (!image_read(path, keys, &image, err) || !image_open(&image, db, err))
		return false;
	*vault = mem_alloc(1, sizeof(**vault));
	**vault = (struct vault){.header = image.header,
				 .key = image.key,
				 .keys = keys,
				 .path = mem_dup(path),
				 .lock = -1};
	return true;
}

void vault_close(struct vault *vault, sqlite3 *db)
{
	image_wipe(db);
	sqlite3_close(db);
	vault_let_go(vault);
	free(vault->path);
	free(vault);
}

bool vault_reload(struct vault *vault, sqlite3 *db, struct err *err)
{
	struct image image;

	if (!image_read(vault->path, vault->keys, &image, err))
		return false;
	image_wipe(db);
	/* Until it is there, it is not known what is. */
	memset(&vault->header, 0, sizeof(vault->header));
	if (!image_put(&image, db, err))
		return false;
	vault->header = image.header;
	vault->key = image.key;
	return true;
}

bool vault_write_part(const char *part, struct sealed_header *header, const unsigned char *key,
		      struct image_view bytes, struct err *err)
{
	int fd = open(part, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
	bool ok =
		fd >= 0 && sealed_write(fd, header, key, bytes.bytes, bytes.size) && fsync(fd) == 0;

	if (!ok && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
		err_set(err, ERR_IO, "'%.300s' can't be written: there is no space left", part);
	else if (!ok)
		err_set(err, ERR_IO, "'%.300s' can't be written: %s", part, strerror(errno));
	if (fd >= 0 && close(fd) != 0 && ok)
		ok = err_set(err, ERR_IO, "'%.300s' can't be written: %s", part, strerror(errno));
	return ok;
}

bool vault_save(struct vault *vault, sqlite3 *db, struct err *err)
{
	struct sealed_header header = vault->header;
	struct str part = STR_INIT;
	bool ok = part_begin(vault->path, &part, err) &&
		  vault_write_part(part.data, &header, vault->key, image_of(db), err) &&
		  part_end(part.data, vault->path, true, err);

	part_free(&part, ok);
	if (ok)
		vault->header = header;
	else
		memset(&vault->header, 0, sizeof(vault->header));
	return ok;
}

bool vault_prove_part(const char *part, const unsigned char *key, struct image_view bytes,
		      struct err *err)
{
	struct keychain *keys = keychain_new(NULL, NULL);
	struct sealed_header header;
	struct image image = {.bytes = NULL};
	bool ok = sealed_header_at(part, &header, err);

	if (ok) {
		keychain_hold(keys, &header, key);
		ok = image_read(part, keys, &image, err);
	}
	if (ok && (image.size != bytes.size || memcmp(image.bytes, bytes.bytes, bytes.size) != 0))
		ok = err_set(err, ERR_IO, "'%.300s' does not read back as it was written", part);
	image_free(&image);
	keychain_free(keys);
	return ok;
}
