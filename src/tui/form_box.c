/* SPDX-License-Identifier: MIT */
#include "form_box.h"

enum { BOX_COLUMNS = 74, FRAME = 2, WORDS_ROWS = 2, FOOT_ROWS = 3, ROOMY_AREA_ROWS = 13 };

static int field_rows(struct rect area)
{
	return area.rows >= ROOMY_AREA_ROWS ? FIELD_ROWS_ROOMY : FIELD_ROWS_TIGHT;
}

static struct rect place_of(const struct form_box *box, const struct form *form, struct rect area)
{
	int rows = form->count * field_rows(area) + FRAME + (box->foot != NULL ? FOOT_ROWS : 0);

	rows += field_rows(area) == FIELD_ROWS_ROOMY ? 1 : WORDS_ROWS;
	return rect_centre(area, rows, BOX_COLUMNS);
}

static struct rect inside_of(struct rect place, struct rect area)
{
	struct rect inside = rect_inset(place, 1, 2);

	if (field_rows(area) == FIELD_ROWS_ROOMY)
		rect_take_top(&inside, 1);
	return inside;
}

void form_box_draw(const struct form_box *box, const struct form *form, struct canvas *canvas,
		   struct rect area)
{
	struct rect place = place_of(box, form, area), inside = inside_of(place, area);

	canvas_dialog(canvas, area, place, box->title);
	form_draw(form, canvas, inside, field_rows(area));
	if (box->foot != NULL)
		canvas_wrap(canvas, rect_take_bottom(&inside, FOOT_ROWS), ROLE_TEXT, box->foot);
	if (field_rows(area) == FIELD_ROWS_TIGHT)
		form_draw_words(form, canvas, rect_take_bottom(&inside, WORDS_ROWS));
}

int form_box_at(const struct form_box *box, const struct form *form, struct rect area, int row,
		int column)
{
	struct rect inside = inside_of(place_of(box, form, area), area);

	if (column < inside.column || column >= inside.column + inside.columns)
		return -1;
	return form_at_row(form, row - inside.row, field_rows(area));
}
