/* SPDX-License-Identifier: MIT */
#include "form_box.h"

enum { BOX_COLUMNS = 74, FRAME = 2, WORDS_ROWS = 2, FOOT_ROWS = 3, ROOMY_AREA_ROWS = 13 };

/* Roomy only where all the fields are seen at once then. */
static int field_rows(const struct form_box *box, const struct form *form, struct rect area)
{
	int roomy = form->count * FIELD_ROWS_ROOMY + FRAME + (box->foot != NULL ? FOOT_ROWS : 0);

	return area.rows >= ROOMY_AREA_ROWS && area.rows > roomy ? FIELD_ROWS_ROOMY
								 : FIELD_ROWS_TIGHT;
}

static struct rect place_of(const struct form_box *box, const struct form *form, struct rect area)
{
	int rows = form->count * field_rows(box, form, area) + FRAME +
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
	spare = parts.fields.rows - form->count * field_rows(box, form, area);
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

int form_box_at(const struct form_box *box, const struct form *form, struct rect area, int row,
		int column)
{
	struct rect fields = parts_of(box, form, place_of(box, form, area), area).fields;

	if (column < fields.column || column >= fields.column + fields.columns)
		return -1;
	return form_at_row(form, fields, row, field_rows(box, form, area));
}
