/* SPDX-License-Identifier: MIT */
/*
 * Fields one types into (cursor, UTF-8, paste), of one line or of several, or chooses from, and a word beside each about what is in it. Whether
 * a text is right is the view's to say.
 */
#ifndef FORM_H
#define FORM_H

#include "canvas.h"
#include "field.h"
#include "text_box.h"

enum { FORM_FIELDS = 8, FIELD_TEXT_MAX = 2000 };

struct form {
	struct field fields[FORM_FIELDS];
	int count;
	int at; /* the field with the cursor */
};

void form_free(struct form *form);

/* Adds a field and puts its cursor behind the text. */
struct field *form_add(struct form *form, const char *label, const char *hint, int columns,
		       const char *text);

/* Adds one of several lines, which has all the rows the others leave; a form has one of them at most. */
struct field *form_add_lines(struct form *form, size_t limit, const char *text);

/*
 * Adds a field that is one of several texts (which outlive the form): left, right and the blank change it, a letter goes to the next that
 * begins with it. Its text is the one chosen.
 */
struct field *form_add_choice(struct form *form, const char *label, const char *hint,
			      const char *const *choices, int count, int chosen);

/* Goes round to another field. */
void form_move(struct form *form, int by);

/* Types or edits in the field with the cursor; false where the key means nothing here. */
bool form_key(struct form *form, const struct key *key);

/* The words about the field with the cursor, wrapped: where fields have one row each. */
void form_draw_words(const struct form *form, struct canvas *canvas, struct rect place);

/* Rows they need. */
int form_words_rows(const struct form *form, int columns);

/* Rows a field takes where there is room for words below each other, and where not. */
enum { FIELD_ROWS_ROOMY = 2, FIELD_ROWS_TIGHT = 1 };

/* Before drawing, where a field has several lines: the cursor of each is brought into sight. */
void form_place(struct form *form, struct rect area, int field_rows);

/* Draws the fields, so many rows each, those round the present one where there is no room for all; the cursor is placed. */
void form_draw(const struct form *form, struct canvas *canvas, struct rect area, int field_rows);

/* The field in that row of the screen, as drawn in the area; or -1. */
int form_at_row(const struct form *form, struct rect area, int row, int field_rows);

/* Goes to what was clicked, and the cursor to the character; false where no field is. */
bool form_click(struct form *form, struct rect area, struct text_spot at, int field_rows);

#endif
