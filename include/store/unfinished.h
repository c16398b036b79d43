/* SPDX-License-Identifier: MIT */
/*
 * Files that are being written beside the names they are to have. Where a signal ends the program they go with it, so that
 * nothing half done is left. Knows their names, and nothing of what is in them.
 */
#ifndef STORE_UNFINISHED_H
#define STORE_UNFINISHED_H

/* mkstemp, and the name is remembered from the moment the file is there. A name too long, or one too many, is not. */
int unfinished_make(char *name);

/* The file has its name, or is gone. Says nothing where it was not remembered. */
void unfinished_forget(const char *name);

/*
 * From now on SIGINT, SIGTERM and SIGHUP, where they are not ignored, remove what is remembered before they end the program as
 * they always do. Who handles them otherwise afterwards stands for it.
 */
void unfinished_watch(void);

#endif
