/* SPDX-License-Identifier: MIT */
/*
 * Where taper's files are: the only reader of TAPER_DB, TAPER_DATA, XDG_* and HOME.
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

/* The home folder, "" where none is known; with free(). */
char *paths_home(void);

/* True where something is at the path. */
bool paths_exists(const char *path);

/* Where a symbolic link leads in the end; the path itself where it is none. To be freed. */
char *paths_follow(const char *path);

#endif
