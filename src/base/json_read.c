/* SPDX-License-Identifier: MIT */
#include "base/json_read.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { PART = 65536, NOTHING = -1 };

void json_read_begin(struct json_reader *reader, struct feed feed)
{
	*reader = (struct json_reader){
		.feed = feed,
		.part = mem_alloc(PART, 1),
		.frames = mem_alloc(JSON_DEPTH_MAX, sizeof(struct json_frame)),
		.line = 1,
		.text = STR_INIT,
	};
}

void json_read_free(struct json_reader *reader)
{
	free(reader->part);
	free(reader->frames);
	str_free(&reader->text);
	*reader = (struct json_reader){.text = STR_INIT};
}

static int64_t here(const struct json_reader *reader)
{
	return reader->passed + (int64_t)reader->at;
}

static int column_of(const struct json_reader *reader)
{
	return (int)(here(reader) - reader->line_begins) + 1;
}

static bool refuse(const struct json_reader *reader, const char *what, struct err *err)
{
	return err_set(err, ERR_FORMAT, "line %d, column %d: %s", reader->line, column_of(reader),
		       what);
}

/* *c is NOTHING at the end. */
static bool look(struct json_reader *reader, int *c, struct err *err)
{
	if (reader->at == reader->len && !reader->ended) {
		reader->passed += (int64_t)reader->len;
		reader->at = reader->len = 0;
		if (!reader->feed.read(reader->feed.context, reader->part, PART, &reader->len, err))
			return false;
		reader->ended = reader->len == 0;
	}
	*c = reader->at < reader->len ? (unsigned char)reader->part[reader->at] : NOTHING;
	return true;
}

static bool take(struct json_reader *reader, int *c, struct err *err)
{
	if (!look(reader, c, err))
		return false;
	if (*c != NOTHING)
		reader->at++;
	return true;
}

/* Looks at the first byte that is no blank. */
static bool pass_blanks(struct json_reader *reader, int *c, struct err *err)
{
	for (;;) {
		if (!look(reader, c, err))
			return false;
		if (*c != ' ' && *c != '\n' && *c != '\r' && *c != '\t')
			return true;
		reader->at++;
		if (*c == '\n') {
			reader->line++;
			reader->line_begins = here(reader);
		}
	}
}

static bool pass_mark(struct json_reader *reader, struct err *err)
{
	static const char mark[] = "\xEF\xBB\xBF";
	int c;

	for (size_t i = 0; mark[i] != '\0'; i++) {
		if (!look(reader, &c, err))
			return false;
		if (c != (unsigned char)mark[i])
			return i == 0 || refuse(reader, "this is not text in UTF-8", err);
		reader->at++;
	}
	reader->line_begins = here(reader);
	return true;
}

static bool read_hex(struct json_reader *reader, uint32_t *code, struct err *err)
{
	int c;

	*code = 0;
	for (int i = 0; i < 4; i++) {
		uint32_t digit;

		if (!take(reader, &c, err))
			return false;
		if (c >= '0' && c <= '9')
			digit = (uint32_t)(c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			digit = (uint32_t)((c | 0x20) - 'a' + 10);
		else
			return refuse(reader, "after \\u four hexadecimal digits are wanted", err);
		*code = *code << 4 | digit;
	}
	return true;
}

/* Beyond the first 65 536 characters there are two halves. */
static bool read_code(struct json_reader *reader, struct err *err)
{
	uint32_t code, low;
	int c = 0;

	if (!read_hex(reader, &code, err))
		return false;
	if (code == 0)
		return refuse(reader, "a text can't hold the character 0", err);
	if (code >= 0xD800 && code <= 0xDFFF) {
		if (code > 0xDBFF || !take(reader, &c, err) || c != '\\' ||
		    !take(reader, &c, err) || c != 'u' || !read_hex(reader, &low, err) ||
		    low < 0xDC00 || low > 0xDFFF)
			return refuse(reader, "half a character is escaped", err);
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	}
	utf8_add(&reader->text, code);
	return true;
}

static bool read_escape(struct json_reader *reader, struct err *err)
{
	static const char names[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
	const char *name;
	int c;

	if (!take(reader, &c, err))
		return false;
	if (c == 'u')
		return read_code(reader, err);
	name = c > 0 ? strchr(names, c) : NULL;
	if (name == NULL)
		return refuse(reader, "there is no such escape", err);
	str_add_char(&reader->text, means[name - names]);
	return true;
}

/* What is neither quote, escape nor control. True where all of it is ASCII. */
static bool take_plain(struct json_reader *reader)
{
	size_t from = reader->at;
	unsigned char all = 0;

	while (reader->at < reader->len) {
		unsigned char c = (unsigned char)reader->part[reader->at];

		if (c == '"' || c == '\\' || c < 0x20)
			break;
		all |= c;
		reader->at++;
	}
	str_add_bytes(&reader->text, reader->part + from, reader->at - from);
	return all < 0x80;
}

/* After the opening quote. */
static bool read_text(struct json_reader *reader, size_t max, struct err *err)
{
	bool ascii = true;
	int c;

	str_reset(&reader->text);
	for (;;) {
		ascii = take_plain(reader) && ascii;
		if (reader->text.len > max)
			return refuse(reader, "a text is longer than taper can hold", err);
		if (!take(reader, &c, err))
			return false;
		if (c == '"')
			break;
		if (c == NOTHING)
			return refuse(reader, "a text that was opened is never closed", err);
		if (c < 0x20)
			return refuse(reader,
				      "a text goes over the end of its line, or holds a "
				      "control character",
				      err);
		if (c != '\\')
			reader->at--;
		else if (!read_escape(reader, err))
			return false;
	}
	return ascii || utf8_valid(reader->text.data, reader->text.len) ||
	       refuse(reader, "a text is not valid UTF-8", err);
}

/* A minus sign, digits, perhaps decimals, perhaps an exponent. */
static bool is_number(const char *c)
{
	c += *c == '-';
	if (*c == '0')
		c++;
	else if (*c >= '1' && *c <= '9')
		c += strspn(c, "0123456789");
	else
		return false;
	if (*c == '.') {
		size_t digits = strspn(c + 1, "0123456789");

		if (digits == 0)
			return false;
		c += 1 + digits;
	}
	if (*c == 'e' || *c == 'E') {
		size_t digits;

		c++;
		c += *c == '+' || *c == '-';
		digits = strspn(c, "0123456789");
		if (digits == 0)
			return false;
		c += digits;
	}
	return *c == '\0';
}

/* A number or true, false, null: everything up to a byte that can't be in one. */
static bool read_word(struct json_reader *reader, struct json_token *token, struct err *err)
{
	static const struct {
		const char *word;
		enum json_kind kind;
	} words[] = {{"true", JSON_TRUE}, {"false", JSON_FALSE}, {"null", JSON_NULL}};
	int c;

	str_reset(&reader->text);
	for (;;) {
		if (!look(reader, &c, err))
			return false;
		if (c <= ' ' || c >= 0x7F || strchr(",:[]{}\"", c) != NULL)
			break;
		if (reader->text.len == JSON_NUMBER_MAX)
			return refuse(reader, "a number is longer than taper can hold", err);
		str_add_char(&reader->text, (char)c);
		reader->at++;
	}
	token->kind = JSON_NUMBER;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(reader->text.data, words[i].word) == 0)
			token->kind = words[i].kind;
	}
	if (token->kind != JSON_NUMBER) {
		str_reset(&reader->text);
		return true;
	}
	return is_number(reader->text.data) ||
	       refuse(reader,
		      "a value is wanted: a text in quotes, a number, true, false, null, a "
		      "list or an object",
		      err);
}

static bool open_frame(struct json_reader *reader, bool is_list, struct json_token *token,
		       struct err *err)
{
	struct json_frame *frame;

	if (reader->depth == JSON_DEPTH_MAX)
		return refuse(reader, "it is nested more than 32 deep", err);
	frame = &reader->frames[reader->depth++];
	frame->is_list = is_list;
	frame->any = false;
	frame->index = -1;
	frame->key[0] = '\0';
	reader->at++;
	token->kind = is_list ? JSON_LIST : JSON_OBJECT;
	return true;
}

static bool read_value(struct json_reader *reader, struct json_token *token, struct err *err)
{
	int c;

	if (!pass_blanks(reader, &c, err))
		return false;
	str_reset(&reader->text);
	token->line = reader->line;
	token->column = column_of(reader);
	if (c == '{' || c == '[') {
		if (!open_frame(reader, c == '[', token, err))
			return false;
	} else if (c == '"') {
		reader->at++;
		token->kind = JSON_TEXT;
		if (!read_text(reader, JSON_TEXT_MAX, err))
			return false;
	} else if (!read_word(reader, token, err)) {
		return false;
	}
	token->text = reader->text.data;
	token->len = reader->text.len;
	return true;
}

static bool close_frame(struct json_reader *reader, struct json_token *token)
{
	token->kind = reader->frames[reader->depth - 1].is_list ? JSON_LIST_END : JSON_OBJECT_END;
	token->line = reader->line;
	token->column = column_of(reader);
	reader->at++;
	reader->depth--;
	return true;
}

static bool read_key(struct json_reader *reader, struct json_frame *frame, struct err *err)
{
	int c;

	if (!pass_blanks(reader, &c, err))
		return false;
	if (c != '"')
		return refuse(reader, "a key in quotes is wanted", err);
	reader->at++;
	if (!read_text(reader, JSON_KEY_MAX, err))
		return false;
	memcpy(frame->key, reader->text.data, reader->text.len + 1);
	if (!pass_blanks(reader, &c, err))
		return false;
	if (c != ':')
		return refuse(reader, "a colon is wanted after a key", err);
	reader->at++;
	return true;
}

static bool next_item(struct json_reader *reader, struct json_token *token, struct err *err)
{
	struct json_frame *frame = &reader->frames[reader->depth - 1];
	int c;

	if (!pass_blanks(reader, &c, err))
		return false;
	if (c == (frame->is_list ? ']' : '}'))
		return close_frame(reader, token);
	if (frame->any && c != ',')
		return refuse(reader,
			      frame->is_list ? "a comma or ] is wanted" : "a comma or } is wanted",
			      err);
	if (frame->any)
		reader->at++;
	frame->any = true;
	frame->index++;
	if (!frame->is_list && !read_key(reader, frame, err))
		return false;
	token->key = frame->is_list ? NULL : frame->key;
	return read_value(reader, token, err);
}

bool json_next(struct json_reader *reader, struct json_token *token, struct err *err)
{
	struct json_token read = {.text = str_empty};
	int c;

	if (reader->depth > 0) {
		if (!next_item(reader, &read, err))
			return false;
	} else if (!reader->begun) {
		reader->begun = true;
		if (!pass_mark(reader, err) || !read_value(reader, &read, err))
			return false;
	} else {
		if (!pass_blanks(reader, &c, err))
			return false;
		if (c != NOTHING)
			return refuse(reader, "something follows the end of the document", err);
	}
	*token = read;
	return true;
}

/* Frames that hold the value of a token; an open one holds what follows it. */
static size_t frames_above(const struct json_reader *reader, enum json_kind kind)
{
	return reader->depth - (kind == JSON_OBJECT || kind == JSON_LIST ? 1 : 0);
}

static bool is_at(const struct json_reader *reader, size_t depth, const char *place)
{
	for (size_t i = 0; i < depth; i++) {
		const struct json_frame *frame = &reader->frames[i];
		size_t len = frame->is_list ? 2 : strlen(frame->key);

		if (!frame->is_list && i > 0 && *place++ != '.')
			return false;
		if (strncmp(place, frame->is_list ? "[]" : frame->key, len) != 0)
			return false;
		place += len;
	}
	return *place == '\0';
}

bool json_find(struct json_reader *reader, const char *const *places, size_t count, size_t *which,
	       struct json_token *token, struct err *err)
{
	struct json_token read;

	for (;;) {
		if (!json_next(reader, &read, err))
			return false;
		if (read.kind == JSON_OBJECT_END || read.kind == JSON_LIST_END)
			continue;
		for (size_t i = 0; i < count && read.kind != JSON_END; i++) {
			if (is_at(reader, frames_above(reader, read.kind), places[i])) {
				*which = i;
				*token = read;
				return true;
			}
		}
		if (read.kind == JSON_END) {
			*token = read;
			return true;
		}
	}
}

void json_add_place(const struct json_reader *reader, struct str *out)
{
	for (size_t i = 0; i < reader->depth; i++) {
		const struct json_frame *frame = &reader->frames[i];

		if (frame->is_list && frame->index >= 0) {
			str_addf(out, "[%" PRId64 "]", frame->index);
		} else if (!frame->is_list && frame->key[0] != '\0') {
			if (i > 0)
				str_add_char(out, '.');
			utf8_add_clean(out, frame->key);
		}
	}
}
