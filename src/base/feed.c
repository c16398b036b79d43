/* SPDX-License-Identifier: MIT */
#include "base/feed.h"

#include <string.h>

static bool read_text(void *context, char *buffer, size_t cap, size_t *len, struct err *err)
{
	struct feed_text *text = context;
	size_t left = text->len - text->at;

	(void)err;
	*len = left < cap ? left : cap;
	if (*len > 0)
		memcpy(buffer, text->text + text->at, *len);
	text->at += *len;
	return true;
}

struct feed feed_of_text(struct feed_text *text)
{
	return (struct feed){.read = read_text, .context = text};
}
