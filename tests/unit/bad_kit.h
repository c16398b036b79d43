/* SPDX-License-Identifier: MIT */
/*
 * Files with mistakes and what is said about them: folders of bad ones, each NAME.yaml beside its lines in NAME.expected, and texts
 * that stand in a test.
 */
#ifndef BAD_KIT_H
#define BAD_KIT_H

#include "base/problems.h"
#include "base/str.h"

/* Reads the file at path into what the test gave; true where it was taken. */
typedef bool bad_reader(const char *path, void *into, struct problems *problems, struct err *err);

/* The test fails where a file of the folder is taken, into NULL, or something else is said; there are at least so many. */
void bad_kit_walk(const char *folder, size_t least, bad_reader *reader);

/* Reads text as a file; the problems as "LINE:COLUMN: text" lines go to found. True where it was taken. */
bool bad_kit_text(const char *text, bad_reader *reader, void *into, struct str *found);

#endif
