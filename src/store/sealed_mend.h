/* SPDX-License-Identifier: MIT */
/*
 * The header of an encrypted file where it is damaged: as it was, where that can be proved, else what can be used of it. Only for
 * saving what is left; whatever else opens a store wants a header that is whole.
 */
#ifndef STORE_SEALED_MEND_H
#define STORE_SEALED_MEND_H

#include "sealed.h"

enum mended {
	MENDED_NOTHING, /* it is whole */
	MENDED_PROVED,  /* it is as it was written: its checksum says so */
	MENDED_PARTLY,  /* its slots may be whole, and nothing proves it yet */
};

struct sealed_file {
	const unsigned char *bytes; /* borrowed */
	size_t size;
	const char *name, *backups; /* the folder may be NULL */
};

/*
 * Reads the header of a file, whole or not. The one at its end, and copies among the backups that have the same lock say what it was. ERR_STORE where nothing
 * is left to try: it is cut short, of a newer taper, or asks for too much.
 */
MUST_USE bool sealed_mend(const struct sealed_file *file, struct sealed_header *header,
			  enum mended *mended, struct err *err);

/* With the key at hand: puts right what the key proves of a header that was mended partly. */
void sealed_mend_by_key(const struct sealed_file *file, const unsigned char *key,
			struct sealed_header *header);

#endif
