/* SPDX-License-Identifier: MIT */
/*
 * Notices that a file is changed by someone, without looking again and again, and is not woken by its neighbours. Knows its
 * name, not what is in it.
 */
#ifndef WATCH_H
#define WATCH_H

#include <stdbool.h>

struct watch;

/* Begins to watch a file. The file and its folder need not be there yet. */
struct watch *watch_new(const char *path);

/* NULL is fine. */
void watch_free(struct watch *watch);

/* A descriptor that has something to read after a change, or -1 where the system tells no such thing. */
int watch_fd(const struct watch *watch);

/* Takes all that is to be read there; true where any of it may concern the file. */
bool watch_take(struct watch *watch);

#endif
