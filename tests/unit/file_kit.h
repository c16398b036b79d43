/* SPDX-License-Identifier: MIT */
/*
 * What tests do with files: their bytes, one that lasts as long as a test, all of a folder, and what is expected beside what was
 * found. The test stops where the system refuses.
 */
#ifndef FILE_KIT_H
#define FILE_KIT_H

#include "base/str.h"

/* A file's bytes; to be freed. */
struct str kit_bytes(const char *path);
void kit_write(const char *path, const char *bytes, size_t len);

/* A new file of that text in $TMPDIR, or else in memory; path is to be unlinked, and freed. */
void kit_temp(const char *text, struct str *path);

typedef void kit_visit(const char *folder, const char *name, void *context);

/* Every file of the folder with that ending (".yaml"), in no order; how many there are. */
size_t kit_walk(const char *folder, const char *ending, kit_visit *visit, void *context);

/*
 * The file found was made from has another of the ending "expected" beside it: the test fails where that holds something else.
 * UPDATE=1 writes it anew, to be read before it is kept.
 */
void kit_expect_beside(const char *path, const struct str *found);

#endif
