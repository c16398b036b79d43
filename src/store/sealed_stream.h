/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a database to and from those of an encrypted file: the stream, and the header at either end of it. See sealed.h.
 */
#ifndef STORE_SEALED_STREAM_H
#define STORE_SEALED_STREAM_H

#include "sealed.h"

/*
 * Writes bytes into the empty file fd, of the newest version, with the next generation and a stream of its own, which it leaves in
 * the header.
 */
MUST_USE bool sealed_write(int fd, struct sealed_header *header, const unsigned char *key,
			   const unsigned char *bytes, size_t size);

/* How many bytes are in a file of that size with that header; false where it can't be one. */
bool sealed_plain_size(size_t file_size, const struct sealed_header *header, size_t *plain);

/* The bytes out of a whole file. False where any of it, the header at its end too, is not as it was written. */
bool sealed_unseal(const unsigned char *file, size_t file_size, const struct sealed_header *header,
		   const unsigned char *key, unsigned char *plain);

/*
 * The same of a damaged file: each chunk that is as it was written, and zeros in the place of the others. plain has room for
 * SEALED_CHUNK more than the file; returns how much of it is filled.
 */
size_t sealed_unseal_parts(const unsigned char *file, size_t file_size,
			   const struct sealed_header *header, const unsigned char *key,
			   unsigned char *plain);

/* True where the first chunk of a file can be read by this header and key. */
bool sealed_first_fits(const unsigned char *file, size_t file_size,
		       const struct sealed_header *header, const unsigned char *key);

#endif
