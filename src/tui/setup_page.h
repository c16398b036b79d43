/* SPDX-License-Identifier: MIT */
/* The two screens of the first questions that are not questions: a form, and the ways to go on. Drawn from values. */
#ifndef SETUP_PAGE_H
#define SETUP_PAGE_H

#include "form.h"
#include "list.h"

#include "app/setup.h"

/* Adds the fields, with what is set now. */
void setup_page_fields(struct form *form, const struct app *app);

/* What is in use now, where a plan is: the product, and the plan's times, which another setting does not change. Added to out. */
void setup_page_used(struct app *app, struct str *out);

/* The texts of the fields, borrowed from the form. */
void setup_page_texts(const struct form *form, struct setup_request *request);

/* note stands below the fields: what is in use, and what the country means. */
struct keymap;
void setup_page_draw_form(const struct form *form, const struct keymap *keys, const char *note,
			  struct canvas *canvas, struct rect area);
int setup_page_field_at(struct rect area, const struct form *form, int row, int column);

enum setup_way { SETUP_LOG_FIRST, SETUP_PLAN_NOW, SETUP_WAY_COUNT };

/* Ways to go on; without plan only the first. */
struct rect setup_page_ways(struct rect area, bool plan);
void setup_page_draw_ways(const struct list *ways, struct canvas *canvas, struct rect area);

#endif
