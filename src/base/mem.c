/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*fatal_hook)(void);

void mem_on_fatal(void (*hook)(void))
{
	fatal_hook = hook;
}

_Noreturn void mem_fatal(void)
{
	static const char line[] = "taper: out of memory; nothing that was saved is lost\n";

	if (fatal_hook != NULL)
		fatal_hook();
	if (write(STDERR_FILENO, line, sizeof(line) - 1) < 0)
		_exit(4);
	_exit(4);
}

void *mem_alloc(size_t count, size_t size)
{
	void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

	if (memory == NULL)
		mem_fatal();
	return memory;
}

void *mem_grow(void *items, size_t *cap, size_t need, size_t size)
{
	size_t room = *cap;
	void *moved;

	if (need <= room && items != NULL)
		return items;
	if (room < 8)
		room = 8;
	while (room < need) {
		if (room > SIZE_MAX / 2)
			mem_fatal();
		room *= 2;
	}
	if (room > SIZE_MAX / size)
		mem_fatal();
	moved = realloc(items, room * size);
	if (moved == NULL)
		mem_fatal();
	*cap = room;
	return moved;
}

char *mem_dup(const char *text)
{
	size_t size;
	char *copy;

	if (text == NULL)
		return NULL;
	size = strlen(text) + 1;
	copy = mem_alloc(size, 1);
	memcpy(copy, text, size);
	return copy;
}
