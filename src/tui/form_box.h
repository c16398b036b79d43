/* SPDX-License-Identifier: MIT */
/* A form in a box over the screen, with what is to be said of the whole of it below its fields. */
#ifndef FORM_BOX_H
#define FORM_BOX_H

#include "form.h"

struct form_box {
	const char *title;
	const char *foot; /* a few words below the fields; NULL where there never are any */
};

/* As form_place, form_draw and form_click, of a form in the middle of an area. */
void form_box_place(const struct form_box *box, struct form *form, struct rect area);
void form_box_draw(const struct form_box *box, const struct form *form, struct canvas *canvas,
		   struct rect area);
bool form_box_click(const struct form_box *box, struct form *form, struct rect area,
		    struct text_spot at);

#endif
