/* SPDX-License-Identifier: MIT */
/*
 * Where a store's file is to be: its folder made, its path without detours.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "base/err.h"
#include "base/str.h"

/* Adds the folder a file is in, "." where its path names none, and finds the file's name in the path. */
void place_split(const char *path, struct str *folder, const char **name);

/* Makes a folder and those above it where they are missing, each 0700. */
MUST_USE bool place_make_folder(const char *folder, struct err *err);

/* The same for a folder whose files SQLite is to open: ERR_IO where it is a symbolic link itself. */
MUST_USE bool place_own_folder(const char *folder, struct err *err);

/* The folder's own path, without links on the way, to be freed; NULL where it is not there. */
char *place_real(const char *folder, struct err *err);

/* The absolute path (to be freed) of a file in a folder that is there. */
MUST_USE bool place_resolve(const char *path, char **resolved, struct err *err);

/*
 * The absolute path of a store's file (to be freed); its folder is made where missing. Folders on
 * the way may be symbolic links, the file may not, nor may it be anything but a file.
 */
MUST_USE bool place_find(const char *path, char **resolved, struct err *err);

#endif
