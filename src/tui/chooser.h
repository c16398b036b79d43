/* SPDX-License-Identifier: MIT */
/* Choosing a plan: the plans there are, laid out from where they would begin, and what keys do to them. A part of the Plan screen. */
#ifndef CHOOSER_H
#define CHOOSER_H

#include "choose_page.h"
#include "view_start.h"

struct chooser {
	struct choose_page page;
	struct start_texts texts;
	bool any_today; /* today has an entry: a plan begins tomorrow */
};

void chooser_free(struct chooser *chooser);

/* Forgets what was typed, and goes to the first plan: another round of choosing. */
void chooser_begin(struct chooser *chooser);

/* Lays every plan out; now is the plan in use (borrowed), or NULL. */
MUST_USE bool chooser_load(struct chooser *chooser, struct app *app, const struct plan_now *now,
			   struct err *err);

enum reply chooser_act(struct chooser *chooser, struct app *app, enum action action,
		       struct outcome *outcome, struct err *err);
bool chooser_can(const struct chooser *chooser, enum action action);
enum reply chooser_find(struct chooser *chooser, const char *words, int by, struct err *err);
enum reply chooser_click(struct chooser *chooser, struct rect area, int row, int column);

#endif
