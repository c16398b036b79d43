/* SPDX-License-Identifier: MIT */
#include "sealed_stream.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "sealed_layout.h"

enum {
	CHUNK_MORE = crypto_secretstream_xchacha20poly1305_ABYTES,
	WHOLE = SEALED_CHUNK + CHUNK_MORE,
	FINAL = crypto_secretstream_xchacha20poly1305_TAG_FINAL,
};

_Static_assert(SEALED_STREAM_SIZE == crypto_secretstream_xchacha20poly1305_HEADERBYTES, "stream");

/* How much of a file of this version comes after the stream. */
static size_t again_size(const struct sealed_header *header)
{
	return header->version > SEALED_FIRST ? SEALED_HEADER_SIZE : 0;
}

static bool put_bytes(int fd, const unsigned char *bytes, size_t size, off_t at)
{
	while (size > 0) {
		ssize_t put = pwrite(fd, bytes, size, at);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes += put;
		size -= (size_t)put;
		at += put;
	}
	return true;
}

bool sealed_write(int fd, struct sealed_header *header, const unsigned char *key,
		  const unsigned char *bytes, size_t size)
{
	crypto_secretstream_xchacha20poly1305_state state;
	unsigned char *chunk = mem_alloc(SEALED_CHUNK + CHUNK_MORE, 1);
	off_t at = SEALED_HEADER_SIZE;
	size_t done = 0;
	bool ok, last;

	header->generation++;
	crypto_secretstream_xchacha20poly1305_init_push(&state, header->stream, key);
	sealed_pack(header);
	ok = put_bytes(fd, header->bytes, SEALED_HEADER_SIZE, 0);
	do {
		size_t len = size - done < SEALED_CHUNK ? size - done : SEALED_CHUNK;
		unsigned long long sealed = 0;

		last = done + len == size;
		crypto_secretstream_xchacha20poly1305_push(
			&state, chunk, &sealed, bytes + done, len, done == 0 ? header->bytes : NULL,
			done == 0 ? SEALED_HEADER_SIZE : 0, last ? FINAL : 0);
		ok = ok && put_bytes(fd, chunk, (size_t)sealed, at);
		at += (off_t)sealed;
		done += len;
	} while (ok && !last);
	sodium_memzero(&state, sizeof(state));
	free(chunk);
	return ok && put_bytes(fd, header->bytes, SEALED_HEADER_SIZE, at);
}

bool sealed_plain_size(size_t file_size, const struct sealed_header *header, size_t *plain)
{
	const size_t around = SEALED_HEADER_SIZE + again_size(header);
	size_t body, rest;

	if (file_size < around + CHUNK_MORE)
		return false;
	body = file_size - around;
	rest = body % WHOLE;
	if (rest != 0 && rest < CHUNK_MORE)
		return false;
	*plain = body / WHOLE * SEALED_CHUNK + (rest != 0 ? rest - CHUNK_MORE : 0);
	return *plain <= SEALED_PLAIN_MAX;
}

/* A stream that is read chunk by chunk. */
struct reading {
	crypto_secretstream_xchacha20poly1305_state state;
	const struct sealed_header *header;
	const unsigned char *at, *end; /* the next chunk; the end of the file */
	bool first;
	unsigned char tag; /* of the chunk read last */
};

static bool begin(struct reading *reading, const unsigned char *file, size_t file_size,
		  const struct sealed_header *header, const unsigned char *key)
{
	*reading = (struct reading){.header = header,
				    .at = file + SEALED_HEADER_SIZE,
				    .end = file + file_size,
				    .first = true};
	return file_size >= SEALED_HEADER_SIZE &&
	       crypto_secretstream_xchacha20poly1305_init_pull(&reading->state, header->stream,
							       key) == 0;
}

/* Goes on only where that much is a chunk as it was written. */
static bool pull(struct reading *reading, size_t len, unsigned char *plain)
{
	if (len < CHUNK_MORE || crypto_secretstream_xchacha20poly1305_pull(
					&reading->state, plain, NULL, &reading->tag, reading->at,
					len, reading->first ? reading->header->bytes : NULL,
					reading->first ? SEALED_HEADER_SIZE : 0) != 0)
		return false;
	reading->at += len;
	reading->first = false;
	return true;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

bool sealed_unseal(const unsigned char *file, size_t file_size, const struct sealed_header *header,
		   const unsigned char *key, unsigned char *plain)
{
	const size_t again = again_size(header);
	struct reading reading;
	bool ok = begin(&reading, file, file_size, header, key);

	ok = ok && file_size >= SEALED_HEADER_SIZE + again &&
	     memcmp(reading.end - again, header->bytes, again) == 0;
	reading.end -= ok ? again : 0;
	while (ok && reading.at < reading.end) {
		size_t len = least((size_t)(reading.end - reading.at), WHOLE);

		ok = reading.tag != FINAL && pull(&reading, len, plain);
		plain += ok ? len - CHUNK_MORE : 0;
	}
	sodium_memzero(&reading.state, sizeof(reading.state));
	return ok && reading.tag == FINAL;
}

/*
 * Goes over a chunk that can't be read. What the next one was written with depends on this one by its proof only, so that it is
 * read, and proved, where those are whole: as crypto_secretstream_xchacha20poly1305_pull does it, which has no call for that.
 */
static void pass_over(struct reading *reading, size_t len)
{
	enum { COUNTER = 4, CHAINED = sizeof(reading->state.nonce) - COUNTER, PROOF = 16 };
	const unsigned char *proof = reading->at + len - PROOF;

	for (size_t i = 0; i < CHAINED; i++)
		reading->state.nonce[COUNTER + i] ^= proof[i];
	sodium_increment(reading->state.nonce, COUNTER);
	reading->at += len;
	reading->first = false;
}

/* How long the next chunk is; none where there is only the header left, or less. */
static size_t chunk_len(const struct reading *reading)
{
	const size_t left = (size_t)(reading->end - reading->at);
	const size_t again = again_size(reading->header);

	return left < again + CHUNK_MORE ? 0 : least(left - again, WHOLE);
}

/* Where the end of the file is missing, what stands there is no header, but belongs to a chunk. */
static bool pull_either(struct reading *reading, size_t *len, unsigned char *plain)
{
	const size_t most = least((size_t)(reading->end - reading->at), WHOLE);

	if (pull(reading, *len, plain))
		return true;
	if (most == *len || !pull(reading, most, plain))
		return false;
	*len = most;
	return true;
}

bool sealed_first_fits(const unsigned char *file, size_t file_size,
		       const struct sealed_header *header, const unsigned char *key)
{
	unsigned char *plain = mem_alloc(SEALED_CHUNK, 1);
	struct reading reading;
	bool fits = begin(&reading, file, file_size, header, key);
	size_t len = fits ? chunk_len(&reading) : 0;

	fits = len > 0 && pull_either(&reading, &len, plain);
	sodium_memzero(&reading.state, sizeof(reading.state));
	sodium_memzero(plain, SEALED_CHUNK);
	free(plain);
	return fits;
}

size_t sealed_unseal_parts(const unsigned char *file, size_t file_size,
			   const struct sealed_header *header, const unsigned char *key,
			   unsigned char *plain)
{
	struct reading reading;
	size_t filled = 0, len;

	if (!begin(&reading, file, file_size, header, key))
		return 0;
	while (reading.tag != FINAL && (len = chunk_len(&reading)) > 0) {
		if (!pull_either(&reading, &len, plain + filled)) {
			memset(plain + filled, 0, len - CHUNK_MORE);
			pass_over(&reading, len);
		}
		filled += len - CHUNK_MORE;
	}
	sodium_memzero(&reading.state, sizeof(reading.state));
	return filled;
}
