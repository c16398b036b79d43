/* SPDX-License-Identifier: MIT */
/*
 * Folders of bad files, each NAME.yaml beside the lines that are said about it in NAME.expected. UPDATE=1 writes those
 * anew, to be read before they are kept.
 */
#ifndef BAD_KIT_H
#define BAD_KIT_H

#include "base/problems.h"

/* Reads the file at path; true where it was taken. */
typedef bool bad_reader(const char *path, struct problems *problems, struct err *err);

/* The test fails where a file of the folder is taken or something else is said; there are at least so many. */
void bad_kit_walk(const char *folder, size_t least, bad_reader *reader);

#endif
