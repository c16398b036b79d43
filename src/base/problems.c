/* SPDX-License-Identifier: MIT */
#include "base/problems.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

void problems_free(struct problems *problems)
{
	free(problems->items);
	*problems = (struct problems)PROBLEMS_INIT;
}

void problems_add(struct problems *problems, int line, int column, const char *fmt, ...)
{
	struct str clean = STR_INIT;
	struct problem *problem;
	char text[sizeof(problem->text) * 2];
	va_list args;
	size_t len;

	if (problems->count >= PROBLEMS_MAX) {
		problems->more++;
		return;
	}
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	utf8_add_clean(&clean, text);
	problems->items = mem_grow(problems->items, &problems->cap, problems->count + 1,
				   sizeof(*problems->items));
	problem = &problems->items[problems->count++];
	problem->line = line;
	problem->column = column;
	len = clean.len < sizeof(problem->text) ? clean.len : sizeof(problem->text) - 1;
	while (len < clean.len && len > 0 && ((unsigned char)clean.data[len] & 0xC0) == 0x80)
		len--;
	memcpy(problem->text, clean.data, len);
	problem->text[len] = '\0';
	str_free(&clean);
}

static int compare(const void *a, const void *b)
{
	const struct problem *left = a, *right = b;

	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	if (left->column != right->column)
		return left->column < right->column ? -1 : 1;
	return strcmp(left->text, right->text);
}

void problems_sort(struct problems *problems)
{
	size_t kept = 0;

	if (problems->count < 2)
		return;
	qsort(problems->items, problems->count, sizeof(*problems->items), compare);
	for (size_t i = 1; i < problems->count; i++) {
		if (compare(&problems->items[kept], &problems->items[i]) != 0)
			problems->items[++kept] = problems->items[i];
	}
	problems->count = kept + 1;
}
