/* SPDX-License-Identifier: MIT */
#include "sealed_mend.h"

#include <string.h>

#include "base/str.h"
#include "names.h"
#include "sealed_at.h"
#include "sealed_layout.h"
#include "sealed_stream.h"

/* Thirty writings a day for ten years; all of them are tried in a blink. */
enum { GENERATIONS = 1 << 17, BYTES = 256 };

/* One byte that is another: the checksum finds which, and what it was. */
static bool mend_byte(unsigned char *bytes)
{
	for (size_t at = 0; at < AT_CHECK; at++) {
		const unsigned char was = bytes[at];

		for (int other = 0; other < BYTES; other++) {
			bytes[at] = (unsigned char)other;
			if (sealed_sum_fits(bytes))
				return true;
		}
		bytes[at] = was;
	}
	return false;
}

static bool mend_generation(unsigned char *bytes)
{
	unsigned char was[8];

	memcpy(was, bytes + AT_GENERATION, sizeof(was));
	for (uint64_t generation = 0; generation < GENERATIONS; generation++) {
		sealed_put_number(bytes + AT_GENERATION, generation, sizeof(was));
		if (sealed_sum_fits(bytes))
			return true;
	}
	memcpy(bytes + AT_GENERATION, was, sizeof(was));
	return false;
}

static bool mend_proved(unsigned char *bytes)
{
	return sealed_sum_fits(bytes) || mend_byte(bytes) || mend_generation(bytes);
}

/* Each part of one header, or of the other: what is whole in either of them is as it was. */
static bool mend_by_both(unsigned char *bytes, const unsigned char *again)
{
	static const size_t parts[] = {
		AT_ID,     AT_GENERATION, AT_SLOTS, AT_SLOTS + SEALED_SLOT_SIZE,
		AT_STREAM, AT_PROOF,      AT_CHECK, SEALED_HEADER_SIZE};
	enum { PARTS = sizeof(parts) / sizeof(parts[0]) - 1 };
	unsigned char tried[SEALED_HEADER_SIZE];

	sealed_put_begin(tried, SEALED_VERSION);
	for (unsigned which = 0; which < 1U << PARTS; which++) {
		for (int i = 0; i < PARTS; i++) {
			const unsigned char *from = (which >> i & 1) != 0 ? again : bytes;

			memcpy(tried + parts[i], from + parts[i], parts[i + 1] - parts[i]);
		}
		if (sealed_sum_fits(tried)) {
			memcpy(bytes, tried, sizeof(tried));
			return true;
		}
	}
	return false;
}

/* A slot that asks for too much can't be tried, and the other one may be good. */
static bool unpack_fair(struct sealed_header *header)
{
	enum { KIND_SIZE = 4 };
	unsigned char bytes[SEALED_HEADER_SIZE];
	bool any = false;

	memcpy(bytes, header->bytes, sizeof(bytes));
	for (size_t i = 0; i < SEALED_SLOTS; i++) {
		struct sealed_header alone = *header;

		for (size_t other = 0; other < SEALED_SLOTS; other++) {
			if (other != i)
				memset(alone.bytes + AT_SLOTS + other * SEALED_SLOT_SIZE, 0,
				       KIND_SIZE);
		}
		if (!sealed_unpack(&alone))
			memset(bytes + AT_SLOTS + i * SEALED_SLOT_SIZE, 0, KIND_SIZE);
		else
			any = any || alone.slots[i].kind != SLOT_EMPTY;
	}
	memcpy(header->bytes, bytes, sizeof(bytes));
	return any && sealed_unpack(header);
}

struct looking {
	const char *folder;
	unsigned char *bytes; /* of the header that is damaged */
	bool found;
};

/* All but its version, its generation and its stream is the same in every file of one lock. */
static void look_at(void *context, const char *file, struct name name)
{
	struct looking *looking = context;
	unsigned char bytes[SEALED_HEADER_SIZE];
	struct str path = STR_INIT;
	struct sealed_header other;
	struct err ignored;

	(void)name;
	str_addf(&path, "%s/%s", looking->folder, file);
	if (!looking->found && sealed_header_at(path.data, &other, &ignored)) {
		memcpy(bytes, other.bytes, sizeof(bytes));
		memcpy(bytes + AT_VERSION, looking->bytes + AT_VERSION, AT_ID - AT_VERSION);
		memcpy(bytes + AT_GENERATION, looking->bytes + AT_GENERATION,
		       AT_SLOTS - AT_GENERATION);
		memcpy(bytes + AT_STREAM, looking->bytes + AT_STREAM, SEALED_STREAM_SIZE);
		memcpy(bytes + AT_CHECK, looking->bytes + AT_CHECK, SEALED_CHECK_SIZE);
		looking->found = sealed_sum_fits(bytes);
		if (looking->found)
			memcpy(looking->bytes, bytes, sizeof(bytes));
	}
	str_free(&path);
}

static bool mend_by_copies(unsigned char *bytes, const char *backups)
{
	struct looking looking = {.folder = backups};
	struct err ignored;

	looking.bytes = bytes;
	return backups != NULL && names_walk(backups, look_at, &looking, &ignored) && looking.found;
}

/* As it was written, in either version of the format. */
static bool mend_whole(const struct sealed_file *file, const unsigned char *again,
		       unsigned char *bytes)
{
	if (again != NULL && mend_by_both(bytes, again))
		return true;
	for (uint32_t version = SEALED_VERSION; version >= SEALED_FIRST; version--) {
		sealed_put_begin(bytes, version);
		if (mend_by_copies(bytes, file->backups) || mend_proved(bytes))
			return true;
	}
	return false;
}

/* What of either header a passphrase can be tried on. */
static bool mend_partly(const struct sealed_file *file, const unsigned char *again,
			struct sealed_header *header)
{
	const unsigned char *const both[] = {file->bytes, again};

	for (int i = 0; i < 2 && both[i] != NULL; i++) {
		memcpy(header->bytes, both[i], sizeof(header->bytes));
		sealed_put_begin(header->bytes, SEALED_VERSION);
		if (unpack_fair(header))
			return true;
	}
	return false;
}

bool sealed_mend(const struct sealed_file *file, struct sealed_header *header, enum mended *mended,
		 struct err *err)
{
	const unsigned char *again = NULL;
	struct sealed_header read;

	if (file->size < SEALED_HEADER_SIZE || sealed_sum_fits(file->bytes)) {
		*mended = MENDED_NOTHING;
		return sealed_read_header(file->bytes, file->size, file->name, header, err);
	}
	if (file->size >= 2 * (size_t)SEALED_HEADER_SIZE)
		again = file->bytes + file->size - SEALED_HEADER_SIZE;
	memcpy(read.bytes, file->bytes, sizeof(read.bytes));
	if (mend_whole(file, again, read.bytes)) {
		*mended = MENDED_PROVED;
		return sealed_read_header(read.bytes, sizeof(read.bytes), file->name, header, err);
	}
	if (!mend_partly(file, again, &read))
		return err_set(err, ERR_STORE,
			       "the store '%.300s' is damaged where its lock is, in every part that"
			       " a passphrase or a recovery code opens; nothing of it can be read",
			       file->name);
	*header = read;
	*mended = MENDED_PARTLY;
	return true;
}

/* The bytes of a header as the key and the version would have them. */
static bool first_fits(const struct sealed_file *file, const unsigned char *key, int what,
		       struct sealed_header *now)
{
	enum { PROOF_OTHER = 1, SUM_OTHER = 2, VERSION_OTHER = 4 };

	now->version = (what & VERSION_OTHER) != 0 ? SEALED_FIRST : SEALED_VERSION;
	sealed_put_begin(now->bytes, now->version);
	if ((what & PROOF_OTHER) != 0)
		memcpy(now->bytes + AT_PROOF, now->proof, sizeof(now->proof));
	if ((what & SUM_OTHER) != 0)
		sealed_sign(now->bytes);
	return sealed_first_fits(file->bytes, file->size, now, key);
}

void sealed_mend_by_key(const struct sealed_file *file, const unsigned char *key,
			struct sealed_header *header)
{
	enum { TRIES = 8 };

	sealed_prove(header, key, header->proof);
	for (int what = 0; what < TRIES; what++) {
		struct sealed_header now = *header;

		if (first_fits(file, key, what, &now)) {
			*header = now;
			return;
		}
	}
}
