/* SPDX-License-Identifier: MIT */
/*
 * Where in the header of an encrypted file each of its parts is, for what writes one and for what reads one that is damaged. See
 * sealed.h.
 */
#ifndef STORE_SEALED_LAYOUT_H
#define STORE_SEALED_LAYOUT_H

#include "sealed.h"

enum {
	AT_MAGIC = 0,
	AT_VERSION = 16,
	AT_ID = AT_VERSION + 4,
	AT_GENERATION = AT_ID + SEALED_ID_SIZE,
	AT_SLOTS = AT_GENERATION + 8,
	AT_STREAM = AT_SLOTS + SEALED_SLOTS * SEALED_SLOT_SIZE,
	AT_PROOF = AT_STREAM + SEALED_STREAM_SIZE,
	AT_CHECK = AT_PROOF + SEALED_CHECK_SIZE,
};

/* Puts in what every file of a version begins with: the magic and the version. */
void sealed_put_begin(unsigned char *bytes, uint32_t version);

void sealed_put_number(unsigned char *at, uint64_t number, int size);

/* True where the checksum is that of the bytes before it. */
bool sealed_sum_fits(const unsigned char *bytes);

/* Fills header out of its bytes, unproved; false where a slot asks for more than taper gives. */
MUST_USE bool sealed_unpack(struct sealed_header *header);

/* Makes its bytes anew, of the newest version. */
void sealed_pack(struct sealed_header *header);

/* The proof that goes with a key. */
void sealed_prove(const struct sealed_header *header, const unsigned char *key,
		  unsigned char proof[SEALED_CHECK_SIZE]);

#endif
