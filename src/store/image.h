/* SPDX-License-Identifier: MIT */
/*
 * A database as bytes: out of a locked file, into memory, and out of memory again.
 */
#ifndef STORE_IMAGE_H
#define STORE_IMAGE_H

#include "db.h"
#include "keychain.h"
#include "store/care.h"

#include <sys/stat.h>

/* The bytes of a database out of a locked file. */
struct image {
	unsigned char *bytes; /* owned; sqlite3_free */
	size_t size;
	struct sealed_header header;
	const unsigned char *key; /* borrowed from the keys */
};

/* Reads all of a locked file. ERR_LOCKED without its key, ERR_STORE where it is damaged. */
MUST_USE bool image_read(const char *path, struct keychain *keys, struct image *image,
			 struct err *err);
void image_free(struct image *image);

/*
 * As far as it is as it was written; zeros stand for the rest. seen is the file as it was read; *mended tells of a header that was
 * damaged: it is used as far as it goes, with what the one at the end of the file, and those of copies among the backups asked
 * names, say of the same lock. ERR_LOCKED; ERR_STORE for its header.
 */
MUST_USE bool image_read_parts(const char *path, const struct store_rescue *asked,
			       struct image *image, struct stat *seen, bool *mended,
			       struct err *err);

/* A database in memory with these bytes, which it takes over whatever happens. */
MUST_USE bool image_open(struct image *image, sqlite3 **db, struct err *err);

/* Puts them in the place of what an open database in memory holds; takes them over whatever happens. */
MUST_USE bool image_put(struct image *image, sqlite3 *db, struct err *err);

/* The bytes of a database that is in memory, a copy of them; to be freed with image_free. */
MUST_USE bool image_copy(sqlite3 *db, struct image *image, struct err *err);

/* Overwrites what a database in memory holds; it is to be closed, or filled anew, then. */
void image_wipe(sqlite3 *db);

/* The bytes of a database in memory; borrowed until it changes. */
struct image_view {
	const unsigned char *bytes;
	size_t size;
};
struct image_view image_of(sqlite3 *db);

/* Writes bytes as they are into the file part that part_begin made, made to last, and reads them back. */
MUST_USE bool image_write_part(const char *part, struct image_view bytes, struct err *err);

#endif
