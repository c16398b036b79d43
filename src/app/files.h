/* SPDX-License-Identifier: MIT */
/*
 * Reading a file a person names, whole; the way out is app_write_file in app/transfer.h.
 */
#ifndef APP_FILES_H
#define APP_FILES_H

#include "base/str.h"

/* Reads a regular file, or standard input for "-", of at most 256 MiB into text (to be freed). ERR_FORMAT where it can't be. */
MUST_USE bool files_read(const char *path, struct str *text, struct err *err);

#endif
