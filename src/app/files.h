/* SPDX-License-Identifier: MIT */
/*
 * Writing a file that is whole or not there, part by part; in one go it is app_write_file in app/transfer.h.
 */
#ifndef APP_FILES_H
#define APP_FILES_H

#include "base/str.h"

/* A regular file is written beside its name and then takes it, so that nobody sees a part of it; a device or a pipe in place. */
struct files_out {
	const char *path; /* borrowed */
	char *beside;     /* owned; NULL where it is written in place */
	int fd;
};

/* Makes a folder, and those above it that are not there, for the person alone. ERR_IO names the one that can't be made. */
MUST_USE bool files_make_folder(const char *folder, struct err *err);

/* True where what is written to path stays there as a file: it is none yet, or a regular one. */
bool files_is_kept(const char *path);

MUST_USE bool files_begin(const char *path, struct files_out *out, struct err *err);
MUST_USE bool files_add(struct files_out *out, const struct str *part, struct err *err);

/* With done it takes its name; else, or where that fails, nothing of it stays. Follows files_begin in any case. */
MUST_USE bool files_end(struct files_out *out, bool done, struct err *err);

#endif
