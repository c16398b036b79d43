/* SPDX-License-Identifier: MIT */
#include "field.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "text_box.h"

void field_choose(struct field *field, int chosen)
{
	field->chosen = (chosen + field->choice_count) % field->choice_count;
	str_reset(&field->text);
	utf8_add_clean(&field->text, field->choices[field->chosen]);
	field->cursor = 0;
}

static size_t before(const struct field *field)
{
	size_t at = field->cursor;
	uint32_t code;

	while (at > 0) {
		at--;
		while (at > 0 && ((unsigned char)field->text.data[at] & 0xC0) == 0x80)
			at--;
		utf8_decode(field->text.data + at, &code);
		if (utf8_char_width(code) > 0)
			break;
	}
	return at;
}

/* The end of the character at the cursor, its combining marks with it. */
static size_t after(const struct field *field)
{
	size_t at = field->cursor;
	uint32_t code;

	if (at < field->text.len)
		at += utf8_decode(field->text.data + at, &code);
	while (at < field->text.len) {
		size_t bytes = utf8_decode(field->text.data + at, &code);

		if (utf8_char_width(code) > 0)
			break;
		at += bytes;
	}
	return at;
}

static bool is_blank(const struct field *field, size_t at)
{
	return field->text.data[at] == ' ' || field->text.data[at] == '\n';
}

static size_t word_before(const struct field *field)
{
	size_t at = field->cursor;

	while (at > 0 && is_blank(field, at - 1))
		at--;
	while (at > 0 && !is_blank(field, at - 1))
		at--;
	return at;
}

static size_t word_after(const struct field *field)
{
	size_t at = field->cursor;

	while (at < field->text.len && is_blank(field, at))
		at++;
	while (at < field->text.len && !is_blank(field, at))
		at++;
	return at;
}

/* Of the line that the cursor is in; one at the end of its line takes the break with it. */
static size_t line_begin(const struct field *field)
{
	size_t at = field->cursor;

	while (at > 0 && field->text.data[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct field *field)
{
	size_t at = field->cursor + strcspn(field->text.data + field->cursor, "\n");

	return at == field->cursor && at < field->text.len ? at + 1 : at;
}

static void splice(struct field *field, size_t from, size_t to, const char *bytes)
{
	struct str text = STR_INIT;

	str_add_bytes(&text, field->text.data, from);
	str_add(&text, bytes);
	field->cursor = text.len;
	str_add(&text, field->text.data + to);
	str_free(&field->text);
	field->text = text;
	field->touched = true;
	field->full = false;
}

static void type_text(struct field *field, const char *bytes)
{
	field->full = field->text.len + strlen(bytes) > field->limit;
	if (!field->full)
		splice(field, field->cursor, field->cursor, bytes);
}

static void type_character(struct field *field, uint32_t code)
{
	struct str bytes = STR_INIT, clean = STR_INIT;

	utf8_add(&bytes, code);
	utf8_add_clean(&clean, bytes.data);
	type_text(field, clean.data);
	str_free(&bytes);
	str_free(&clean);
}

void field_break(struct field *field)
{
	field->goal = NO_GOAL;
	type_text(field, field->lines ? "\n" : " ");
}

static bool edit_key(struct field *field, const struct key *key)
{
	if (key_is(key, NAMED_LEFT))
		field->cursor = before(field);
	else if (key_is(key, NAMED_RIGHT))
		field->cursor = after(field);
	else if (key_is(key, NAMED_WORD_LEFT))
		field->cursor = word_before(field);
	else if (key_is(key, NAMED_WORD_RIGHT))
		field->cursor = word_after(field);
	else if (key_is(key, NAMED_HOME))
		field->cursor = 0;
	else if (key_is(key, NAMED_END))
		field->cursor = field->text.len;
	else if (key_is(key, NAMED_BACKSPACE))
		splice(field, before(field), field->cursor, "");
	else if (key_is(key, NAMED_DELETE)) {
		size_t at = field->cursor;

		splice(field, at, after(field), "");
	} else {
		return false;
	}
	return true;
}

static bool control_key(struct field *field, uint32_t letter)
{
	switch (letter) {
	case 'a':
		field->cursor = line_begin(field);
		return true;
	case 'e':
		field->cursor += strcspn(field->text.data + field->cursor, "\n");
		return true;
	case 'u':
		splice(field, line_begin(field), field->cursor, "");
		return true;
	case 'k':
		splice(field, field->cursor, line_end(field), "");
		return true;
	case 'w':
		splice(field, word_before(field), field->cursor, "");
		return true;
	default:
		return false;
	}
}

/* Up and down keep to the column one came from, through shorter rows too. */
static bool move_rows(struct field *field, struct text_spot spot, int by)
{
	int last = text_box_rows(field->text.data, field->sight.columns) - 1, goal = field->goal;

	if (spot.row == (by < 0 ? 0 : last))
		return false;
	if (goal == NO_GOAL)
		goal = spot.column;
	spot.row += by;
	if (spot.row < 0)
		spot.row = 0;
	if (spot.row > last)
		spot.row = last;
	spot.column = goal;
	field->cursor = text_box_at(field->text.data, field->sight.columns, spot);
	field->goal = goal;
	return true;
}

/* The keys that mean the row as it is seen; false for the others. */
static bool row_key(struct field *field, const struct key *key, bool *moved)
{
	struct text_spot spot =
		text_box_spot(field->text.data, field->sight.columns, field->cursor);
	int page = field->sight.rows > 1 ? field->sight.rows - 1 : 1;

	*moved = true;
	if (key_is(key, NAMED_UP) || key_is(key, NAMED_DOWN)) {
		*moved = move_rows(field, spot, key_is(key, NAMED_UP) ? -1 : 1);
	} else if (key_is(key, NAMED_PAGE_UP) || key_is(key, NAMED_PAGE_DOWN)) {
		move_rows(field, spot, key_is(key, NAMED_PAGE_UP) ? -page : page);
	} else if (key_is(key, NAMED_HOME) || key_is(key, NAMED_END)) {
		field->goal = NO_GOAL;
		spot.column = key_is(key, NAMED_HOME) ? 0 : field->sight.columns;
		field->cursor = text_box_at(field->text.data, field->sight.columns, spot);
	} else {
		return false;
	}
	return true;
}

static bool begins_with(const char *text, uint32_t letter)
{
	return letter < 0x7F && tolower((unsigned char)text[0]) == tolower((int)letter);
}

static bool choice_key(struct field *field, const struct key *key)
{
	bool text = key->kind == PRESS_TEXT && !key->pasted;
	int by = key_is(key, NAMED_LEFT) ? -1 : 1;

	if (key_is(key, NAMED_LEFT) || key_is(key, NAMED_RIGHT) || (text && key->code == ' ')) {
		field_choose(field, field->chosen + by);
		field->touched = true;
		return true;
	}
	for (int i = 1; i <= field->choice_count && text; i++) {
		int item = (field->chosen + i) % field->choice_count;

		if (begins_with(field->choices[item], key->code)) {
			field_choose(field, item);
			field->touched = true;
			return true;
		}
	}
	return false;
}

static void text_key(struct field *field, const struct key *key, bool offered)
{
	if (offered)
		splice(field, 0, field->text.len, "");
	if (key->line_end)
		field_break(field);
	else
		type_character(field, key->code);
}

bool field_key(struct field *field, const struct key *key)
{
	bool offered = field->offered, moved;

	if (field->choices != NULL)
		return choice_key(field, key);
	field->offered = false;
	if (field->lines && row_key(field, key, &moved))
		return moved;
	field->goal = NO_GOAL;
	if (key->kind == PRESS_CONTROL)
		return control_key(field, key->code);
	if (key->kind != PRESS_TEXT)
		return key->kind == PRESS_NAMED && edit_key(field, key);
	text_key(field, key, offered);
	return true;
}
