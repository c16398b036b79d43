/* SPDX-License-Identifier: MIT */
#include "sealed.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "base/mem.h"
#include "base/secret.h"
#include "sealed_layout.h"

/* A byte above 127, a return and a newline: what meddles with texts is seen at once. */
static const unsigned char magic[16] = "\x89taper lock\r\n\x1a\n";

enum {
	IN_SALT = 12,
	IN_NONCE = IN_SALT + SEALED_SALT_SIZE,
	IN_BOX = IN_NONCE + SEALED_NONCE_SIZE,
	BOUND_SIZE = AT_GENERATION + IN_NONCE, /* what a wrapped key is bound to */
};

_Static_assert(AT_VERSION == sizeof(magic), "magic");
_Static_assert(SEALED_KEY_SIZE == crypto_secretstream_xchacha20poly1305_KEYBYTES, "key");
_Static_assert(SEALED_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, "nonce");
_Static_assert(SEALED_BOX_SIZE - SEALED_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_ABYTES,
	       "box");
_Static_assert(SEALED_SALT_SIZE == crypto_pwhash_argon2id_SALTBYTES, "salt");

const struct sealed_cost sealed_cost_usual = {.passes = 3, .kib = 64 * 1024};

void sealed_put_number(unsigned char *at, uint64_t number, int size)
{
	for (int i = 0; i < size; i++, number >>= 8)
		at[i] = (unsigned char)number;
}

static uint64_t get_number(const unsigned char *at, int size)
{
	uint64_t number = 0;

	while (size-- > 0)
		number = number << 8 | at[size];
	return number;
}

void sealed_put_begin(unsigned char *bytes, uint32_t version)
{
	memcpy(bytes, magic, sizeof(magic));
	sealed_put_number(bytes + AT_VERSION, version, 4);
}

bool sealed_begins(const void *bytes, size_t size)
{
	return size >= sizeof(magic) && memcmp(bytes, magic, sizeof(magic)) == 0;
}

bool sealed_ready(struct err *err)
{
	return sodium_init() >= 0 ||
	       err_set(err, ERR_IO, "the system gives no random numbers to make a key of");
}

static bool is_fair(const struct sealed_slot *slot)
{
	return slot->kind == SLOT_EMPTY ||
	       (slot->kind <= SLOT_RECOVERY && slot->cost.passes >= 1 &&
		slot->cost.passes <= COST_PASSES_MAX && slot->cost.kib >= COST_KIB_LEAST &&
		slot->cost.kib <= COST_KIB_MOST &&
		(uint64_t)slot->cost.passes * slot->cost.kib <= COST_WORK_MOST);
}

static void read_slot(const unsigned char *at, struct sealed_slot *slot)
{
	slot->kind = (uint32_t)get_number(at, 4);
	slot->cost.passes = (uint32_t)get_number(at + 4, 4);
	slot->cost.kib = (uint32_t)get_number(at + 8, 4);
	memcpy(slot->salt, at + IN_SALT, sizeof(slot->salt));
	memcpy(slot->nonce, at + IN_NONCE, sizeof(slot->nonce));
	memcpy(slot->box, at + IN_BOX, sizeof(slot->box));
}

static void write_slot(unsigned char *at, const struct sealed_slot *slot)
{
	sealed_put_number(at, slot->kind, 4);
	sealed_put_number(at + 4, slot->cost.passes, 4);
	sealed_put_number(at + 8, slot->cost.kib, 4);
	memcpy(at + IN_SALT, slot->salt, sizeof(slot->salt));
	memcpy(at + IN_NONCE, slot->nonce, sizeof(slot->nonce));
	memcpy(at + IN_BOX, slot->box, sizeof(slot->box));
}

/* Tells bytes that went bad from a passphrase that is another one. Who means harm is found by the stream. */
static void checksum(const unsigned char *bytes, unsigned char *sum)
{
	crypto_generichash(sum, SEALED_CHECK_SIZE, bytes, AT_CHECK, NULL, 0);
}

bool sealed_sum_fits(const unsigned char *bytes)
{
	unsigned char sum[SEALED_CHECK_SIZE];

	checksum(bytes, sum);
	return memcmp(sum, bytes + AT_CHECK, sizeof(sum)) == 0;
}

void sealed_sign(void *header)
{
	unsigned char *bytes = header;

	checksum(bytes, bytes + AT_CHECK);
}

void sealed_pack(struct sealed_header *header)
{
	unsigned char *bytes = header->bytes;

	header->version = SEALED_VERSION;
	sealed_put_begin(bytes, header->version);
	memcpy(bytes + AT_ID, header->id, sizeof(header->id));
	sealed_put_number(bytes + AT_GENERATION, header->generation, 8);
	for (size_t i = 0; i < SEALED_SLOTS; i++)
		write_slot(bytes + AT_SLOTS + i * SEALED_SLOT_SIZE, &header->slots[i]);
	memcpy(bytes + AT_STREAM, header->stream, sizeof(header->stream));
	memcpy(bytes + AT_PROOF, header->proof, sizeof(header->proof));
	sealed_sign(bytes);
}

bool sealed_unpack(struct sealed_header *header)
{
	const unsigned char *bytes = header->bytes;
	bool fair = true;

	header->version = (uint32_t)get_number(bytes + AT_VERSION, 4);
	memcpy(header->id, bytes + AT_ID, sizeof(header->id));
	header->generation = get_number(bytes + AT_GENERATION, 8);
	memcpy(header->stream, bytes + AT_STREAM, sizeof(header->stream));
	memcpy(header->proof, bytes + AT_PROOF, sizeof(header->proof));
	for (size_t i = 0; i < SEALED_SLOTS; i++) {
		read_slot(bytes + AT_SLOTS + i * SEALED_SLOT_SIZE, &header->slots[i]);
		fair = fair && is_fair(&header->slots[i]);
	}
	return fair;
}

bool sealed_read_header(const void *bytes, size_t size, const char *name,
			struct sealed_header *header, struct err *err)
{
	struct sealed_header read;
	uint64_t version;

	if (size < SEALED_HEADER_SIZE || !sealed_begins(bytes, size))
		return err_set(err, ERR_STORE, "the store '%.300s' is damaged: it is cut short",
			       name);
	memcpy(read.bytes, bytes, SEALED_HEADER_SIZE);
	version = get_number(read.bytes + AT_VERSION, 4);
	if (!sealed_sum_fits(read.bytes))
		return err_set(err, ERR_STORE,
			       "the store '%.300s' is damaged: its lock can't be read", name);
	if (version < SEALED_FIRST || version > SEALED_VERSION)
		return err_set(err, ERR_STORE,
			       "the store '%.300s' was locked by a newer taper (lock %" PRIu64
			       ", this one knows %d); it was left as it is",
			       name, version, SEALED_VERSION);
	if (!sealed_unpack(&read))
		return err_set(err, ERR_STORE,
			       "the store '%.300s' asks for more to open its lock than taper"
			       " gives; it was left as it is",
			       name);
	*header = read;
	return true;
}

unsigned char *key_new(void)
{
	unsigned char *key = sodium_malloc(SEALED_KEY_SIZE);

	if (key == NULL)
		mem_fatal();
	secret_forget_in_children(key, SEALED_KEY_SIZE);
	return key;
}

void key_free(unsigned char *key)
{
	sodium_free(key);
}

void sealed_prove(const struct sealed_header *header, const unsigned char *key,
		  unsigned char proof[SEALED_CHECK_SIZE])
{
	crypto_generichash(proof, SEALED_CHECK_SIZE, header->id, sizeof(header->id), key,
			   SEALED_KEY_SIZE);
}

void sealed_make_key(struct sealed_header *header, unsigned char *key)
{
	memset(header, 0, sizeof(*header));
	randombytes_buf(header->id, sizeof(header->id));
	crypto_secretstream_xchacha20poly1305_keygen(key);
	sealed_prove(header, key, header->proof);
}

bool sealed_key_fits(const struct sealed_header *header, const unsigned char *key)
{
	unsigned char proof[SEALED_CHECK_SIZE];

	sealed_prove(header, key, proof);
	return sodium_memcmp(proof, header->proof, sizeof(proof)) == 0;
}

/*
 * A slot can't be moved into another file, nor its cost be changed. It is bound as in the first version of the format, whatever the
 * file's: a slot is taken over as it is, for nothing but what was typed fills it anew.
 */
static void bind(const struct sealed_header *header, const struct sealed_slot *slot,
		 unsigned char bound[BOUND_SIZE])
{
	unsigned char whole[SEALED_SLOT_SIZE];

	sealed_put_begin(bound, SEALED_FIRST);
	memcpy(bound + AT_ID, header->id, sizeof(header->id));
	write_slot(whole, slot);
	memcpy(bound + AT_GENERATION, whole, IN_NONCE);
}

static bool derive(const struct sealed_slot *slot, const char *typed, size_t len,
		   unsigned char *key, struct err *err)
{
	return crypto_pwhash(key, SEALED_KEY_SIZE, typed, len, slot->salt, slot->cost.passes,
			     (size_t)slot->cost.kib * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0 ||
	       err_set(err, ERR_IO, "there is not enough memory to make the key (%" PRIu32 " MiB)",
		       slot->cost.kib / 1024);
}

bool sealed_fill_slot(struct sealed_header *header, size_t at, const struct sealed_secret *from,
		      const unsigned char *key, struct err *err)
{
	struct sealed_slot slot = {.kind = from->kind, .cost = from->cost};
	unsigned char bound[BOUND_SIZE], *wrap = key_new();
	bool ok;

	randombytes_buf(slot.salt, sizeof(slot.salt));
	randombytes_buf(slot.nonce, sizeof(slot.nonce));
	ok = derive(&slot, from->typed, from->len, wrap, err);
	if (ok) {
		bind(header, &slot, bound);
		crypto_aead_xchacha20poly1305_ietf_encrypt(slot.box, NULL, key, SEALED_KEY_SIZE,
							   bound, sizeof(bound), NULL, slot.nonce,
							   wrap);
		header->slots[at] = slot;
	}
	key_free(wrap);
	return ok;
}

bool sealed_open_slot(const struct sealed_header *header, const struct sealed_secret *by,
		      unsigned char *key, bool *opened, struct err *err)
{
	unsigned char bound[BOUND_SIZE], *wrap = key_new();
	bool ok = true;

	*opened = false;
	for (int i = 0; ok && !*opened && i < SEALED_SLOTS; i++) {
		const struct sealed_slot *slot = &header->slots[i];

		if (slot->kind != by->kind)
			continue;
		ok = derive(slot, by->typed, by->len, wrap, err);
		bind(header, slot, bound);
		*opened = ok && crypto_aead_xchacha20poly1305_ietf_decrypt(
					key, NULL, NULL, slot->box, sizeof(slot->box), bound,
					sizeof(bound), slot->nonce, wrap) == 0;
	}
	key_free(wrap);
	return ok;
}
