/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any bytes as a locked store. The checksum is put right first, so that what lies behind it is reached; what is
 * taken has a cost within its bounds, and only a file that was made with the key opens by it. With a first header of zeros the one at
 * its end has to do. The same bytes are read as a recovery code. Seeds: files locked by the key below, in either version.
 */
#include "store/code.h"
#include "store/sealed_layout.h"
#include "store/sealed_mend.h"
#include "store/sealed_stream.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { KEY_BYTE = 42, GROUPS_MOST = CODE_GROUPS };

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static void read_code(const char *text, size_t size)
{
	struct secret *signs = secret_new();
	int group = 0;
	enum code_state state = code_read(text, size, signs, &group);

	insist(secret_len(signs) == (state == CODE_GOOD ? CODE_SIGNS : 0));
	insist(state != CODE_MISTYPED || (group >= 1 && group <= GROUPS_MOST));
	secret_free(signs);
}

static void check_costs(const struct sealed_header *header)
{
	for (int i = 0; i < SEALED_SLOTS; i++) {
		const struct sealed_slot *slot = &header->slots[i];

		insist(slot->kind == SLOT_EMPTY ||
		       (slot->cost.passes <= COST_PASSES_MAX && slot->cost.kib <= COST_KIB_MOST));
	}
}

/* Of a whole file the parts are all of it; of any other one no more than it has room for. */
static void open_parts(const unsigned char *file, size_t size, const struct sealed_header *header)
{
	unsigned char key[SEALED_KEY_SIZE], *parts = malloc(size + SEALED_CHUNK), *plain;
	size_t room = 0, filled;

	memset(key, KEY_BYTE, sizeof(key));
	insist(parts != NULL);
	filled = sealed_unseal_parts(file, size, header, key, parts);
	insist(filled < size);
	if (sealed_plain_size(size, header, &room)) {
		plain = malloc(room + 1);
		insist(plain != NULL);
		if (sealed_unseal(file, size, header, key, plain))
			insist(filled == room && memcmp(plain, parts, room) == 0);
		free(plain);
	}
	free(parts);
}

static void open_file(const unsigned char *file, size_t size, const struct sealed_header *header)
{
	unsigned char key[SEALED_KEY_SIZE], *plain;
	size_t room = 0;

	memset(key, KEY_BYTE, sizeof(key));
	if (!sealed_plain_size(size, header, &room))
		return;
	insist(room < size);
	plain = malloc(room + 1);
	insist(plain != NULL);
	plain[room] = KEY_BYTE;
	if (sealed_unseal(file, size, header, key, plain))
		insist(sealed_key_fits(header, key));
	insist(plain[room] == KEY_BYTE);
	free(plain);
}

static void open_by_second(unsigned char *file, size_t size)
{
	unsigned char *again = file + size - SEALED_HEADER_SIZE;
	const struct sealed_file damaged = {.bytes = file, .size = size, .name = "fuzz"};
	struct sealed_header header;
	enum mended mended;
	struct err err;

	sealed_put_begin(again, SEALED_VERSION);
	sealed_sign(again);
	memset(file, 0, SEALED_HEADER_SIZE);
	if (sealed_mend(&damaged, &header, &mended, &err)) {
		insist(mended == MENDED_PROVED);
		insist(memcmp(header.bytes, again, SEALED_HEADER_SIZE) == 0);
		check_costs(&header);
		open_parts(file, size, &header);
	} else {
		insist(err.code == ERR_STORE && err.msg[0] != '\0');
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned char *file = malloc(size + 1);
	struct sealed_header header;
	struct err err = {.code = ERR_NONE};

	insist(file != NULL && sealed_ready(&err));
	memcpy(file, data, size);
	read_code((const char *)data, size);
	if (size >= SEALED_HEADER_SIZE)
		sealed_sign(file);
	if (sealed_read_header(file, size, "fuzz", &header, &err)) {
		check_costs(&header);
		open_file(file, size, &header);
		open_parts(file, size, &header);
	} else {
		insist(err.code == ERR_STORE && err.msg[0] != '\0');
	}
	if (size >= 2 * (size_t)SEALED_HEADER_SIZE)
		open_by_second(file, size);
	free(file);
	return 0;
}
