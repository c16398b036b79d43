/* SPDX-License-Identifier: MIT */
/*
 * The words the schemas of all files are written in.
 */
#ifndef WIRE_H
#define WIRE_H

#include <cyaml/cyaml.h>

enum {
	NEEDED = CYAML_FLAG_POINTER,
	MAY_BE = CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
	SHORT = 32, /* bytes of an amount, a time, a number or a word */
};

/* A text of at most size - 1 bytes, under the key its member is named for. */
#define WIRE_TEXT(owner, key, flags, size)                                                         \
	CYAML_FIELD_STRING_PTR(#key, flags, struct owner, key, 1, (size)-1)

#endif
