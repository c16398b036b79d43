/* SPDX-License-Identifier: MIT */
#include "txt_body.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "txt_ascii.h"

void txt_body_free(struct txt_body *body)
{
	str_free(&body->text);
	str_free(&body->head);
	free(body->blocks);
}

void txt_add_plain(struct str *out, const char *text, bool ascii)
{
	struct str clean = STR_INIT;

	utf8_add_clean(&clean, text);
	for (const char *c = clean.data; ascii && *c != '\0';) {
		uint32_t code;

		c += utf8_decode(c, &code);
		txt_add_ascii(out, code);
	}
	if (!ascii)
		str_add_bytes(out, clean.data, clean.len);
	str_free(&clean);
}

void txt_add_line(struct str *out, const char *line)
{
	size_t len = strlen(line);

	while (len > 0 && line[len - 1] == ' ')
		len--;
	str_add_bytes(out, line, len);
	str_add_char(out, '\n');
}

void txt_body_open(struct txt_body *body, bool week)
{
	body->blocks = mem_grow(body->blocks, &body->cap, body->count + 1, sizeof(*body->blocks));
	body->blocks[body->count++] =
		(struct txt_block){.from = body->text.len, .week = week, .turns = body->turn};
	body->turn = false;
}

void txt_body_turn(struct txt_body *body)
{
	body->turn = true;
}

void txt_body_line(struct txt_body *body, const char *line)
{
	assert(body->count > 0);
	txt_add_line(&body->text, line);
	body->blocks[body->count - 1].lines++;
}

size_t txt_line_of(const char *text, int columns)
{
	size_t fit = utf8_fit(text, columns);
	size_t len = fit;

	if (text[fit] == '\0')
		return fit;
	while (len > 0 && text[len] != ' ')
		len--;
	if (len > 0)
		return len;
	return fit > 0 ? fit : 1;
}

void txt_body_wrap(struct txt_body *body, const char *lead, const char *text)
{
	int indent = utf8_width(lead);
	struct str line = STR_INIT;

	str_add(&line, lead);
	do {
		size_t len = txt_line_of(text, TXT_WIDTH - indent);

		str_add_bytes(&line, text, len);
		txt_body_line(body, line.data);
		text += len + strspn(text + len, " ");
		str_reset(&line);
		str_add_repeat(&line, " ", (size_t)indent);
	} while (*text != '\0');
	str_free(&line);
}
