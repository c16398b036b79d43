/* SPDX-License-Identifier: MIT */
/* A form in a box over the screen, with what is to be said of the whole of it below its fields. */
#ifndef FORM_BOX_H
#define FORM_BOX_H

#include "form.h"

struct form_box {
	const char *title;
	const char *foot; /* a few words below the fields; NULL where there never are any */
};

void form_box_draw(const struct form_box *box, const struct form *form, struct canvas *canvas,
		   struct rect area);

/* The field at a place of the screen, or -1. */
int form_box_at(const struct form_box *box, const struct form *form, struct rect area, int row,
		int column);

#endif
