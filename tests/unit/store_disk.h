/* SPDX-License-Identifier: MIT */
/*
 * Stands between SQLite and the disk: what would change a file is told before it is done, and may be refused.
 */
#ifndef STORE_DISK_H
#define STORE_DISK_H

#include <stdbool.h>
#include <stdint.h>

enum disk_kind { DISK_CREATE, DISK_WRITE, DISK_TRUNCATE, DISK_SYNC, DISK_DELETE };

struct disk_call {
	enum disk_kind kind;
	const char *name;  /* the file's path */
	const void *bytes; /* written, at a place; the place is also the size of a truncated file */
	int len;
	int64_t at;
	bool folder; /* of a deletion: the folder is made to last too */
};

/* True lets it be done; where it is false, half of a writing is done all the same, and result is what SQLite is told. */
typedef bool disk_hook(const struct disk_call *call, int *result);

/* Puts itself before SQLite's way to files, once a program. */
void disk_install(disk_hook *hook);

#endif
