/* SPDX-License-Identifier: MIT */
#include "form_box.h"

enum { BOX_COLUMNS = 74, FRAME = 2, WORDS_ROWS = 2, FOOT_ROWS = 3, ROOMY_AREA_ROWS = 13 };
enum { LINES_ROWS = 10, LINES_LEAST = 4 };

/* The rows of all fields, so many each; one of several lines has rows of text instead of one. */
static int rows_of(const struct form *form, int each, int lines_rows)
{
	int rows = form->count * each;

	for (int i = 0; i < form->count; i++)
		rows += form->fields[i].lines ? lines_rows - 1 : 0;
	return rows;
}

/* Roomy only where all the fields are seen at once then. */
static int field_rows(const struct form_box *box, const struct form *form, struct rect area)
{
	int roomy = rows_of(form, FIELD_ROWS_ROOMY, LINES_LEAST) + FRAME +
		    (box->foot != NULL ? FOOT_ROWS : 0);

	return area.rows >= ROOMY_AREA_ROWS && area.rows > roomy ? FIELD_ROWS_ROOMY
								 : FIELD_ROWS_TIGHT;
}

static struct rect place_of(const struct form_box *box, const struct form *form, struct rect area)
{
	int rows = rows_of(form, field_rows(box, form, area), LINES_ROWS) + FRAME +
		   (box->foot != NULL ? FOOT_ROWS : 0);

	rows += field_rows(box, form, area) == FIELD_ROWS_ROOMY ? 1 : WORDS_ROWS;
	return rect_centre(area, rows, BOX_COLUMNS);
}

struct parts {
	struct rect fields, words, foot;
};

/* In little room the words and the foot have only the rows they need; the fields scroll in what is left. */
static struct parts parts_of(const struct form_box *box, const struct form *form, struct rect place,
			     struct rect area)
{
	bool roomy = field_rows(box, form, area) == FIELD_ROWS_ROOMY;
	struct parts parts = {.fields = rect_inset(place, 1, 2)};
	int foot = box->foot != NULL ? FOOT_ROWS : 0, words = roomy ? 0 : WORDS_ROWS;
	int spare, needed;

	if (roomy)
		rect_take_top(&parts.fields, 1);
	spare = parts.fields.rows - rows_of(form, field_rows(box, form, area), LINES_ROWS);
	if (!roomy && spare < foot + words) {
		needed = box->foot != NULL ? text_rows(box->foot, parts.fields.columns) : 0;
		foot = needed < foot ? needed : foot;
		needed = form_words_rows(form, parts.fields.columns);
		words = needed < words ? needed : words;
	}
	parts.foot = rect_take_bottom(&parts.fields, foot);
	parts.words = rect_take_bottom(&parts.fields, words);
	return parts;
}

void form_box_draw(const struct form_box *box, const struct form *form, struct canvas *canvas,
		   struct rect area)
{
	struct rect place = place_of(box, form, area);
	struct parts parts = parts_of(box, form, place, area);

	canvas_dialog(canvas, area, place, box->title);
	form_draw(form, canvas, parts.fields, field_rows(box, form, area));
	if (box->foot != NULL)
		canvas_wrap(canvas, parts.foot, ROLE_TEXT, box->foot);
	if (field_rows(box, form, area) == FIELD_ROWS_TIGHT)
		form_draw_words(form, canvas, parts.words);
}

static struct rect fields_of(const struct form_box *box, const struct form *form, struct rect area)
{
	return parts_of(box, form, place_of(box, form, area), area).fields;
}

void form_box_place(const struct form_box *box, struct form *form, struct rect area)
{
	form_place(form, fields_of(box, form, area), field_rows(box, form, area));
}

bool form_box_click(const struct form_box *box, struct form *form, struct rect area,
		    struct text_spot at)
{
	struct rect fields = fields_of(box, form, area);

	return rect_has(fields, at.row, at.column) &&
	       form_click(form, fields, at, field_rows(box, form, area));
}
