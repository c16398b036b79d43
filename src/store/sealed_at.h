/* SPDX-License-Identifier: MIT */
/*
 * An encrypted file by its path: whether it is one, and its header. See sealed.h.
 */
#ifndef STORE_SEALED_AT_H
#define STORE_SEALED_AT_H

#include "sealed.h"

/* True for a file that begins as an encrypted one does. */
bool sealed_is(const char *path);

/* True for a file that does not, but that is one but for that: what else is in its header, or at its end, says so. */
bool sealed_was(const char *path);

/* The header of a file. ERR_NOT_FOUND where it is not encrypted, ERR_IO where it can't be read, ERR_STORE where it is damaged. */
MUST_USE bool sealed_header_at(const char *path, struct sealed_header *header, struct err *err);

#endif
