/* SPDX-License-Identifier: MIT */
/*
 * A file of text read whole and within bounds. Knows the system's files only; what the text means is yaml.h's.
 */
#ifndef FILE_H
#define FILE_H

#include "base/str.h"

enum { FILE_SIZE_MAX = 1 << 20 };

/*
 * Adds the whole file to out. ERR_NOT_FOUND where there is none, ERR_IO where it can't be opened or read, ERR_FORMAT where
 * it is no regular file or larger than FILE_SIZE_MAX bytes; the message names the path. Never waits for a pipe or a device.
 */
MUST_USE bool file_load(const char *path, struct str *out, struct err *err);

#endif
