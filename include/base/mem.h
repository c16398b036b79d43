/* SPDX-License-Identifier: MIT */
/*
 * Memory that does not fail: where the system has none left, the fatal hook runs (it restores the
 * terminal), a line goes to standard error and the program ends. Nothing above needs an error path for it.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Zeroed memory for count items of size bytes; free with free(). Zero items give a valid pointer too. */
void *mem_alloc(size_t count, size_t size);

/* Makes room for at least need items; *cap is what there is room for now. Returns the (moved) array; new room is not zeroed. */
void *mem_grow(void *items, size_t *cap, size_t need, size_t size);

/* A copy of text, or NULL for NULL; free with free(). */
char *mem_dup(const char *text);

/* Ends the program for want of memory that others gave out. */
_Noreturn void mem_fatal(void);

/* What to run before the program ends for want of memory; NULL for nothing. */
void mem_on_fatal(void (*hook)(void));

#endif
