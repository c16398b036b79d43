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

/* True where something is at the path. */
bool paths_exists(const char *path);

#endif
