/* SPDX-License-Identifier: MIT */
#include "form.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "words.h"

enum { LABEL_COLUMNS = 10, BESIDE_LEAST = 12, MARK_COLUMNS = 2 };

void form_free(struct form *form)
{
	for (int i = 0; i < form->count; i++)
		str_free(&form->fields[i].text);
	form->count = 0;
}

struct field *form_add(struct form *form, const char *label, const char *hint, int columns,
		       const char *text)
{
	struct field *field = &form->fields[form->count++];

	assert(form->count <= FORM_FIELDS);
	*field = (struct field){.label = label, .hint = hint, .columns = columns, .text = STR_INIT};
	utf8_add_clean(&field->text, text);
	field->cursor = field->text.len;
	return field;
}

void form_choose(struct field *field, int chosen)
{
	field->chosen = (chosen + field->choice_count) % field->choice_count;
	str_reset(&field->text);
	utf8_add_clean(&field->text, field->choices[field->chosen]);
	field->cursor = 0;
}

struct field *form_add_choice(struct form *form, const char *label, const char *hint,
			      const char *const *choices, int count, int chosen)
{
	struct field *field = form_add(form, label, hint, 0, "");
	int widest = 0;

	assert(count > 0 && chosen >= 0 && chosen < count);
	field->choices = choices;
	field->choice_count = count;
	form_choose(field, chosen);
	for (int i = 0; i < count; i++) {
		int width = utf8_width(choices[i]);

		widest = width > widest ? width : widest;
	}
	field->columns = widest + MARK_COLUMNS + 2;
	return field;
}

void form_move(struct form *form, int by)
{
	form->at = (form->at + form->count + by) % form->count;
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

static bool type_character(struct field *field, uint32_t code)
{
	struct str bytes = STR_INIT, clean = STR_INIT;

	field->full = field->text.len + 4 > FIELD_TEXT_MAX;
	if (!field->full) {
		utf8_add(&bytes, code);
		utf8_add_clean(&clean, bytes.data);
		splice(field, field->cursor, field->cursor, clean.data);
	}
	str_free(&bytes);
	str_free(&clean);
	return true;
}

static size_t word_before(const struct field *field)
{
	size_t at = field->cursor;

	while (at > 0 && field->text.data[at - 1] == ' ')
		at--;
	while (at > 0 && field->text.data[at - 1] != ' ')
		at--;
	return at;
}

static bool edit_key(struct field *field, const struct key *key)
{
	if (key_is(key, NAMED_LEFT))
		field->cursor = before(field);
	else if (key_is(key, NAMED_RIGHT))
		field->cursor = after(field);
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
		field->cursor = 0;
		return true;
	case 'e':
		field->cursor = field->text.len;
		return true;
	case 'u':
		splice(field, 0, field->cursor, "");
		return true;
	case 'k':
		splice(field, field->cursor, field->text.len, "");
		return true;
	case 'w':
		splice(field, word_before(field), field->cursor, "");
		return true;
	default:
		return false;
	}
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
		form_choose(field, field->chosen + by);
		field->touched = true;
		return true;
	}
	for (int i = 1; i <= field->choice_count && text; i++) {
		int item = (field->chosen + i) % field->choice_count;

		if (begins_with(field->choices[item], key->code)) {
			form_choose(field, item);
			field->touched = true;
			return true;
		}
	}
	return false;
}

bool form_key(struct form *form, const struct key *key)
{
	struct field *field = &form->fields[form->at];
	bool offered = field->offered;

	if (field->choices != NULL)
		return choice_key(field, key);
	field->offered = false;
	if (key->kind == PRESS_TEXT && offered)
		splice(field, 0, field->text.len, "");
	if (key->kind == PRESS_TEXT)
		return type_character(field, key->code);
	if (key->kind == PRESS_CONTROL)
		return control_key(field, key->code);
	return key->kind == PRESS_NAMED && edit_key(field, key);
}

/* The part of the text in sight: its first byte, such that the cursor is inside. */
static size_t first_in_sight(const struct field *field, int columns)
{
	size_t first = 0;
	struct str part = STR_INIT;

	for (;;) {
		uint32_t code;

		str_reset(&part);
		str_add_bytes(&part, field->text.data + first, field->cursor - first);
		if (utf8_width(part.data) < columns || first >= field->cursor)
			break;
		first += utf8_decode(field->text.data + first, &code);
	}
	str_free(&part);
	return first;
}

static void draw_box(const struct field *field, struct canvas *canvas, struct rect box, bool here)
{
	int inner = box.columns - 2;
	size_t first = first_in_sight(field, inner);
	struct rect inside = rect_inset(box, 0, 1);
	struct str part = STR_INIT;

	canvas_put(canvas, box.row, box.column, here ? ROLE_ACCENT : ROLE_TRACK, '[');
	canvas_put(canvas, box.row, box.column + box.columns - 1, here ? ROLE_ACCENT : ROLE_TRACK,
		   ']');
	str_add_bytes(&part, field->text.data + first, utf8_fit(field->text.data + first, inner));
	inside.columns = canvas_text(canvas, inside, here ? ROLE_STRONG : ROLE_TEXT, part.data);
	if (field->choices != NULL && !canvas->plain)
		canvas_put(canvas, box.row, box.column + box.columns - 2,
			   here ? ROLE_ACCENT : ROLE_DIM, U'▾');
	if (here && field->offered)
		canvas_select(canvas, inside);
	if (here) {
		str_reset(&part);
		str_add_bytes(&part, field->text.data + first, field->cursor - first);
		canvas_cursor(canvas, inside.row, inside.column + utf8_width(part.data), true);
	}
	str_free(&part);
}

/* What is wrong with it, else what can be typed; to be freed. */
static struct str words_of(const struct field *field)
{
	struct str text = STR_INIT;

	if (field->full)
		str_add(&text, "That is all that fits here; the rest was left out");
	else if (field->said[0] != '\0')
		str_add(&text, field->said);
	else
		words_decimals(field->hint, &text);
	return text;
}

static int words_ink(const struct field *field)
{
	return field->full || field->said[0] != '\0' ? ROLE_WARN : ROLE_DIM;
}

/* Words stand to the right of the box where there is room, else in the row below it. */
static void draw_words(const struct field *field, struct canvas *canvas, struct rect place,
		       int boxed, int field_rows)
{
	struct rect words = {.row = place.row,
			     .column = place.column + boxed + 2,
			     .rows = field_rows,
			     .columns = place.columns - boxed - 2};
	struct str text = words_of(field);

	if (words.columns < BESIDE_LEAST) {
		words = (struct rect){.row = place.row + 1,
				      .column = place.column + LABEL_COLUMNS,
				      .rows = field_rows - 1,
				      .columns = place.columns - LABEL_COLUMNS};
	}
	if (words.rows > 0 && field_rows > FIELD_ROWS_TIGHT)
		canvas_wrap(canvas, words, words_ink(field), text.data);
	str_free(&text);
}

/* Where not all have room, the present one is the last in sight. */
static int first_field(const struct form *form, struct rect area, int field_rows)
{
	int room = area.rows / field_rows;

	return room > 0 && form->count > room && form->at >= room ? form->at - room + 1 : 0;
}

void form_draw(const struct form *form, struct canvas *canvas, struct rect area, int field_rows)
{
	int first = first_field(form, area, field_rows);

	for (int i = first; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		struct rect place = rect_line(area, (i - first) * field_rows, 0);
		struct rect label = place;
		int room = place.columns - LABEL_COLUMNS;
		int columns = field->columns > 0 && field->columns < room ? field->columns : room;

		if (place.rows == 0)
			return;
		canvas_text(canvas, rect_take_left(&label, LABEL_COLUMNS),
			    i == form->at ? ROLE_ACCENT : ROLE_DIM, field->label);
		draw_box(field, canvas, rect_take_left(&label, columns), i == form->at);
		draw_words(field, canvas, place, LABEL_COLUMNS + columns, field_rows);
	}
}

void form_draw_words(const struct form *form, struct canvas *canvas, struct rect place)
{
	const struct field *field = &form->fields[form->at];

	struct str text = words_of(field);

	canvas_wrap(canvas, place, words_ink(field), text.data);
	str_free(&text);
}

int form_words_rows(const struct form *form, int columns)
{
	struct str text = words_of(&form->fields[form->at]);
	int rows = text_rows(text.data, columns);

	str_free(&text);
	return rows;
}

int form_at_row(const struct form *form, struct rect area, int row, int field_rows)
{
	int at = first_field(form, area, field_rows) + (row - area.row) / field_rows;

	return row >= area.row && row < area.row + area.rows && at < form->count ? at : -1;
}
