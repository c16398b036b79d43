/* SPDX-License-Identifier: MIT */
#include "form.h"

#include <assert.h>
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
	*field = (struct field){.label = label,
				.hint = hint,
				.columns = columns,
				.text = STR_INIT,
				.limit = FIELD_TEXT_MAX,
				.goal = NO_GOAL};
	utf8_add_clean(&field->text, text);
	field->cursor = field->text.len;
	return field;
}

struct field *form_add_lines(struct form *form, size_t limit, const char *text)
{
	struct field *field = form_add(form, "", "", 0, "");

	field->lines = true;
	field->limit = limit;
	while (*text != '\0') {
		size_t len = strcspn(text, "\r\n");
		struct str line = STR_INIT;

		str_add_bytes(&line, text, len);
		utf8_add_clean(&field->text, line.data);
		str_free(&line);
		text += len + (text[len] == '\r' && text[len + 1] == '\n');
		if (*text != '\0')
			str_add_char(&field->text, '\n');
		text += *text != '\0';
	}
	field->cursor = field->text.len;
	return field;
}

struct field *form_add_choice(struct form *form, const char *label, const char *hint,
			      const char *const *choices, int count, int chosen)
{
	struct field *field = form_add(form, label, hint, 0, "");
	int widest = 0;

	assert(count > 0 && chosen >= 0 && chosen < count);
	field->choices = choices;
	field->choice_count = count;
	field_choose(field, chosen);
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

bool form_key(struct form *form, const struct key *key)
{
	return field_key(&form->fields[form->at], key);
}

/* The part of the text in sight: its first byte, such that the cursor is inside. */
static size_t first_in_sight(const struct field *field, int columns)
{
	const char *text = field->text.data;
	size_t first = 0;

	while (first < field->cursor &&
	       text_width(text + first, field->cursor - first) >= columns) {
		uint32_t code;

		first += utf8_decode(text + first, &code);
	}
	return first;
}

static void draw_box(const struct field *field, struct canvas *canvas, struct rect box, bool here)
{
	int inner = box.columns - 2;
	size_t first = first_in_sight(field, inner);
	const char *text = field->text.data + first;
	struct rect inside = rect_inset(box, 0, 1);

	canvas_put(canvas, box.row, box.column, here ? ROLE_ACCENT : ROLE_TRACK, '[');
	canvas_put(canvas, box.row, box.column + box.columns - 1, here ? ROLE_ACCENT : ROLE_TRACK,
		   ']');
	inside.columns = canvas_part(canvas, inside, here ? ROLE_STRONG : ROLE_TEXT, text,
				     utf8_fit(text, inner));
	if (field->choices != NULL && !canvas->plain)
		canvas_put(canvas, box.row, box.column + box.columns - 2,
			   here ? ROLE_ACCENT : ROLE_DIM, U'▾');
	if (here && field->offered)
		canvas_select(canvas, inside);
	if (here)
		canvas_cursor(canvas, inside.row,
			      inside.column + text_width(text, field->cursor - first), true);
}

/* Between its sides, with a column for the cursor behind a full row. */
static struct rect lines_inside(struct rect box)
{
	struct rect inside = rect_inset(box, 0, 1);

	rect_take_right(&inside, 1);
	return inside;
}

/* Its sides show where it stands, and an arrow on them that there is more. */
static void draw_lines(const struct field *field, struct canvas *canvas, struct rect box, bool here)
{
	int right = box.column + box.columns - 1, ink = here ? ROLE_ACCENT : ROLE_TRACK;
	int rows = text_box_rows(field->text.data, field->sight.columns);
	struct rect inside = lines_inside(box);
	struct text_spot spot;

	for (int row = box.row; row < box.row + box.rows && !canvas->plain; row++) {
		canvas_put(canvas, row, box.column, ink, U'│');
		canvas_put(canvas, row, right, ink, U'│');
	}
	if (canvas->plain) {
		canvas_put(canvas, box.row, box.column, ink, '[');
		canvas_put(canvas, box.row + box.rows - 1, right, ink, ']');
	}
	if (field->sight.top > 0 && !canvas->plain)
		canvas_put(canvas, box.row, right, ink, U'↑');
	if (field->sight.top + box.rows < rows && !canvas->plain)
		canvas_put(canvas, box.row + box.rows - 1, right, ink, U'↓');
	text_box_draw(canvas, inside, ROLE_TEXT, field->text.data, field->sight.top);
	if (!here)
		return;
	spot = text_box_spot(field->text.data, field->sight.columns, field->cursor);
	canvas_cursor(canvas, inside.row + spot.row - field->sight.top, inside.column + spot.column,
		      true);
}

/* What is wrong with it, else what can be typed. */
static void add_words(const struct field *field, struct str *out)
{
	if (field->full)
		str_add(out, "That is all that fits here; the rest was left out");
	else if (field->said[0] != '\0')
		str_add(out, field->said);
	else
		words_decimals(field->hint, out);
}

static int words_ink(const struct field *field)
{
	return field->full || field->said[0] != '\0' ? ROLE_WARN : ROLE_DIM;
}

/* Words stand to the right of the box where there is room, else below it. */
static void draw_words(const struct field *field, struct canvas *canvas, struct rect place,
		       struct rect box, int field_rows)
{
	struct rect words = place;
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	add_words(field, &text);
	rect_take_left(&words, box.column + box.columns + 2 - place.column);
	if (words.columns < BESIDE_LEAST) {
		words = place;
		rect_take_top(&words, box.rows);
		rect_take_left(&words, field->lines ? 0 : LABEL_COLUMNS);
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

/* What the others leave goes to the one of several lines. */
static int rows_of(const struct form *form, int i, struct rect area, int field_rows)
{
	int spare = area.rows - form->count * field_rows;

	return field_rows + (form->fields[i].lines && spare > 0 ? spare : 0);
}

/* Where a field and its words stand; empty where that is out of sight. */
static struct rect place_of(const struct form *form, int i, struct rect area, int field_rows)
{
	int first = first_field(form, area, field_rows);
	struct rect rest = area;

	if (i < first)
		return (struct rect){.rows = 0};
	for (int above = first; above < i; above++)
		rect_take_top(&rest, rows_of(form, above, area, field_rows));
	return rect_take_top(&rest, rows_of(form, i, area, field_rows));
}

/* Without its label and its words. */
static struct rect box_of(const struct field *field, struct rect place, int field_rows)
{
	int columns = place.columns - LABEL_COLUMNS;

	if (field->lines) {
		rect_take_bottom(&place, field_rows - 1);
		return place;
	}
	rect_take_left(&place, LABEL_COLUMNS);
	if (field->columns > 0 && field->columns < columns)
		columns = field->columns;
	place.rows = place.rows > 0 ? 1 : 0;
	return rect_take_left(&place, columns);
}

void form_place(struct form *form, struct rect area, int field_rows)
{
	for (int i = 0; i < form->count; i++) {
		struct field *field = &form->fields[i];
		struct sight *sight = &field->sight;
		struct rect inside;
		int row, last;

		if (!field->lines)
			continue;
		inside = lines_inside(
			box_of(field, place_of(form, i, area, field_rows), field_rows));
		sight->rows = inside.rows;
		sight->columns = inside.columns;
		row = text_box_spot(field->text.data, sight->columns, field->cursor).row;
		last = text_box_rows(field->text.data, sight->columns) - sight->rows;
		if (sight->top > last)
			sight->top = last > 0 ? last : 0;
		if (row < sight->top)
			sight->top = row;
		if (row >= sight->top + sight->rows && sight->rows > 0)
			sight->top = row - sight->rows + 1;
	}
}

void form_draw(const struct form *form, struct canvas *canvas, struct rect area, int field_rows)
{
	for (int i = first_field(form, area, field_rows); i < form->count; i++) {
		const struct field *field = &form->fields[i];
		struct rect place = place_of(form, i, area, field_rows);
		struct rect box = box_of(field, place, field_rows), label = place;

		if (place.rows == 0)
			return;
		canvas_text(canvas, rect_take_left(&label, LABEL_COLUMNS),
			    i == form->at ? ROLE_ACCENT : ROLE_DIM, field->label);
		if (field->lines)
			draw_lines(field, canvas, box, i == form->at);
		else
			draw_box(field, canvas, box, i == form->at);
		draw_words(field, canvas, place, box, field_rows);
	}
}

void form_draw_words(const struct form *form, struct canvas *canvas, struct rect place)
{
	const struct field *field = &form->fields[form->at];
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	add_words(field, &text);
	canvas_wrap(canvas, place, words_ink(field), text.data);
	str_free(&text);
}

int form_words_rows(const struct form *form, int columns)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));
	int rows;

	add_words(&form->fields[form->at], &text);
	rows = text_rows(text.data, columns);
	str_free(&text);
	return rows;
}

int form_at_row(const struct form *form, struct rect area, int row, int field_rows)
{
	for (int i = 0; i < form->count; i++) {
		struct rect place = place_of(form, i, area, field_rows);

		if (row >= place.row && row < place.row + place.rows)
			return i;
	}
	return -1;
}

bool form_click(struct form *form, struct rect area, struct text_spot at, int field_rows)
{
	int i = form_at_row(form, area, at.row, field_rows);
	struct field *field = &form->fields[i < 0 ? 0 : i];
	struct rect box;
	size_t first;

	if (i < 0)
		return false;
	box = box_of(field, place_of(form, i, area, field_rows), field_rows);
	form->at = i;
	at.row += field->sight.top - box.row;
	at.column = at.column > box.column ? at.column - box.column - 1 : 0;
	field->goal = NO_GOAL;
	if (field->lines) {
		field->cursor = text_box_at(field->text.data, field->sight.columns, at);
	} else if (field->choices == NULL && at.row == 0 && at.column < box.columns) {
		first = first_in_sight(field, box.columns - 2);
		field->cursor = first + utf8_fit(field->text.data + first, at.column);
	}
	return true;
}
