/* SPDX-License-Identifier: MIT */
#include "golden.h"

#include <stdlib.h>
#include <string.h>

void golden_read(struct golden *golden, const char *path)
{
	FILE *file = fopen(path, "r");
	size_t size = 0;
	FILE *text = open_memstream(&golden->text, &size);
	int c;

	if (!text)
		abort();
	while (file && (c = getc(file)) != EOF)
		putc(c, text);
	if (file)
		fclose(file);
	fclose(text);
}

void golden_free(struct golden *golden)
{
	free(golden->text);
	golden->text = NULL;
}

static const char *next_line(const char *at)
{
	const char *end = strchr(at, '\n');

	return end ? end + 1 : at + strlen(at);
}

char *golden_block(const struct golden *golden, const char *name)
{
	size_t length = strlen(name);
	const char *at = golden->text;

	for (; *at; at = next_line(at))
		if (strncmp(at, "== ", 3) == 0 && strncmp(at + 3, name, length) == 0 &&
		    at[3 + length] == '\n')
			break;
	if (!*at)
		return NULL;
	const char *start = next_line(at), *end = start;
	while (*end && strncmp(end, "== ", 3) != 0)
		end = next_line(end);
	return strndup(start, (size_t)(end - start));
}

static size_t line_length(const char *at)
{
	return strcspn(at, "\n");
}

void golden_differences(FILE *out, const char *wanted, const char *shown)
{
	for (int row = 1; *wanted || *shown; row++) {
		size_t w = line_length(wanted), s = line_length(shown);

		if (w != s || memcmp(wanted, shown, w) != 0) {
			fprintf(out, "#   %3d wanted %.*s\n", row, (int)w, wanted);
			fprintf(out, "#       shown  %.*s\n", (int)s, shown);
		}
		wanted = next_line(wanted);
		shown = next_line(shown);
	}
}
