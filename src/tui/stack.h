/* SPDX-License-Identifier: MIT */
/*
 * What is open: a tab, and pages and dialogs over it. Loads views and frees them; knows neither keys nor how they are drawn.
 */
#ifndef STACK_H
#define STACK_H

#include "tabs.h"

enum { STACK_OVER_MAX = 8 };

struct stack {
	struct app *app;              /* borrowed */
	const struct keymap *keys;    /* borrowed */
	struct view *tabs[TAB_COUNT]; /* made when first looked at */
	bool stale[TAB_COUNT];
	enum tab tab;
	struct view *over[STACK_OVER_MAX]; /* the last one on top */
	int depth;
};

void stack_free(struct stack *stack);

/* The view that keys go to. */
struct view *stack_top(const struct stack *stack);

/* One of all, from below: 0 is the tab, depth the top. */
struct view *stack_at(const struct stack *stack, int i);

/* Closes what lies over the tabs and shows one; false where it could not load: then it shows what it had before. */
MUST_USE bool stack_show(struct stack *stack, enum tab tab, struct err *err);

/* Everything is asked for anew: the tab at once, the others when they are shown. */
MUST_USE bool stack_reload(struct stack *stack, struct err *err);

/* True where a view that is shown has more to ask for than it was painted with; the asking. */
bool stack_follows(const struct stack *stack);
MUST_USE bool stack_follow(struct stack *stack, struct err *err);

/* Puts a view on top (taken over). A page takes the place of another page. */
MUST_USE bool stack_open(struct stack *stack, struct view *view, struct err *err);

void stack_close(struct stack *stack);

/* Brings the view of that scope to the top, where one is open; else false. */
bool stack_raise(struct stack *stack, enum scope scope);

/* Closes the dialogs on top: with a question the form that led to it. */
void stack_close_dialogs(struct stack *stack);

#endif
