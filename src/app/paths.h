/* SPDX-License-Identifier: MIT */
/*
 * Where taper's files are: the only reader of TAPER_DB, TAPER_DATA, TAPER_LIBEXEC, XDG_* and HOME.
 */
#ifndef APP_PATHS_H
#define APP_PATHS_H

#include "base/err.h"

struct paths {
	char *store;   /* the store's file; all owned */
	char *config;  /* folder of settings and own files */
	char *data;    /* folder of what is shipped; "" where none is found */
	char *backups; /* folder of automatic copies */
};

#define PATHS_INIT                                                                                 \
	{                                                                                          \
		.store = NULL                                                                      \
	}

/* ERR_USAGE where neither HOME nor the variables that replace it are set. To be freed. */
MUST_USE bool paths_find(struct paths *paths, struct err *err);
void paths_free(struct paths *paths);

/* folder/name, with free(). */
char *paths_join(const char *folder, const char *name);

/* The folder a path names something in, to be freed. */
char *paths_folder(const char *path);

/* The home folder, "" where none is known; with free(). */
char *paths_home(void);

/* A shipped file or folder, with free(). ERR_IO, in the same words for all of them, where it is not there. */
MUST_USE bool paths_shipped(const struct paths *paths, const char *name, char **path,
			    struct err *err);

/* True where something is at the path. */
bool paths_exists(const char *path);

/* Where a symbolic link leads in the end; the path itself where it is none. To be freed. */
char *paths_follow(const char *path);

/* Where a program of taper's own is, or should be: in TAPER_LIBEXEC, the build tree, or where it is installed. With free(). */
char *paths_program(const char *name);

#endif
