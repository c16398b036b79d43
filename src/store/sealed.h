/* SPDX-License-Identifier: MIT */
/*
 * The file of a store that is encrypted: what is in its header. Knows libsodium; does not know where files are, who is asked for
 * a passphrase, nor SQLite.
 *
 *	header  magic, version, id, generation, two slots, start of the stream, proof of the key, checksum; numbers are
 *	        little-endian. A slot holds the data key, wrapped by a key that Argon2id makes of a passphrase or a
 *	        recovery code, with the passes, memory and salt that takes.
 *	body    secretstream (XChaCha20-Poly1305) in chunks of 64 KiB, the last one marked; the header is the first one's
 *	        associated data, so that nothing in the file can be changed unseen.
 *	again   the header once more, byte for byte, for where the first one is damaged; in files of the first version
 *	        there is none, and the next change gives them one.
 */
#ifndef STORE_SEALED_H
#define STORE_SEALED_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

enum {
	SEALED_FIRST = 1,
	SEALED_VERSION = 2,
	SEALED_ID_SIZE = 16,
	SEALED_KEY_SIZE = 32,
	SEALED_SALT_SIZE = 16,
	SEALED_NONCE_SIZE = 24,
	SEALED_BOX_SIZE = SEALED_KEY_SIZE + 16,
	SEALED_STREAM_SIZE = 24,
	SEALED_CHECK_SIZE = 16,
	SEALED_SLOTS = 2,
	SEALED_SLOT_SIZE = 12 + SEALED_SALT_SIZE + SEALED_NONCE_SIZE + SEALED_BOX_SIZE,
	SEALED_HEADER_SIZE = 16 + 4 + SEALED_ID_SIZE + 8 + SEALED_SLOTS * SEALED_SLOT_SIZE +
			     SEALED_STREAM_SIZE + 2 * SEALED_CHECK_SIZE,
	SEALED_CHUNK = 65536,
	SEALED_PLAIN_MAX = 1 << 30,
};

/* What making a key of a passphrase takes. Whatever a file says is held to these bounds. */
struct sealed_cost {
	uint32_t passes, kib;
};

enum {
	COST_PASSES_MAX = 10,
	COST_KIB_LEAST = 8 * 1024,
	COST_KIB_MOST = 1024 * 1024,
	COST_WORK_MOST = 3 * COST_KIB_MOST, /* passes times memory: some seconds */
};

/* 64 MiB, 3 passes. */
extern const struct sealed_cost sealed_cost_usual;

enum slot_kind { SLOT_EMPTY, SLOT_PASSPHRASE, SLOT_RECOVERY };

struct sealed_slot {
	uint32_t kind; /* enum slot_kind */
	struct sealed_cost cost;
	unsigned char salt[SEALED_SALT_SIZE], nonce[SEALED_NONCE_SIZE], box[SEALED_BOX_SIZE];
};

struct sealed_header {
	uint32_t version;                 /* of the format */
	unsigned char id[SEALED_ID_SIZE]; /* of the data key: another key has another id */
	uint64_t generation;              /* one more with every writing */
	struct sealed_slot slots[SEALED_SLOTS];
	unsigned char stream[SEALED_STREAM_SIZE];
	unsigned char proof[SEALED_CHECK_SIZE];
	unsigned char bytes[SEALED_HEADER_SIZE]; /* all of it as in the file */
};

/* True where the bytes begin as such a file does. */
bool sealed_begins(const void *bytes, size_t size);

/* Reads a header; name is of the file, for the error. ERR_STORE where it is damaged, newer, or asks for too much. */
MUST_USE bool sealed_read_header(const void *bytes, size_t size, const char *name,
				 struct sealed_header *header, struct err *err);

/* Puts the checksum right that goes with the bytes of a header; it guards against bad luck, not against anybody. */
void sealed_sign(void *header);

/* Gets the library ready; every other call here needs it once. Costs nothing the second time. */
MUST_USE bool sealed_ready(struct err *err);

/* A new key with an id of its own and no slots. key: SEALED_KEY_SIZE bytes to be filled. */
void sealed_make_key(struct sealed_header *header, unsigned char *key);

/* What was typed, and what kind of slot it is for. */
struct sealed_secret {
	enum slot_kind kind;
	struct sealed_cost cost; /* of a slot to be filled */
	const char *typed;
	size_t len;
};

/* Wraps the key by it, into a slot. ERR_IO where there is no memory for that. */
MUST_USE bool sealed_fill_slot(struct sealed_header *header, size_t at,
			       const struct sealed_secret *from, const unsigned char *key,
			       struct err *err);

/* The key out of the slots of its kind. *opened is false where something else was to be typed. */
MUST_USE bool sealed_open_slot(const struct sealed_header *header, const struct sealed_secret *by,
			       unsigned char *key, bool *opened, struct err *err);

/* True where the key is the header's. */
bool sealed_key_fits(const struct sealed_header *header, const unsigned char *key);

/*
 * The key's own memory: not swapped, not dumped, wiped by key_free, for which NULL is fine. In a child process it is zeros, and so
 * is what guards it: a child that frees a key is ended as if it had written past it. It ends by exec or _exit.
 */
unsigned char *key_new(void);
void key_free(unsigned char *key);

#endif
