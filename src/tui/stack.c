/* SPDX-License-Identifier: MIT */
#include "stack.h"

#include "key_words.h"

struct view *stack_top(const struct stack *stack)
{
	return stack_at(stack, stack->depth);
}

static bool load(struct stack *stack, struct view *view, struct err *err)
{
	bool loaded = view->class->load == NULL || view->class->load(view, stack->app, err);

	view->follows = view->follows || (loaded && view->class->follow != NULL);
	return loaded;
}

struct view *stack_at(const struct stack *stack, int i)
{
	return i == 0 ? stack->tabs[stack->tab] : stack->over[i - 1];
}

bool stack_follows(const struct stack *stack)
{
	bool follows = false;

	for (int i = 0; i <= stack->depth; i++)
		follows = follows || stack_at(stack, i)->follows;
	return follows;
}

bool stack_follow(struct stack *stack, struct err *err)
{
	bool fine = true;

	for (int i = 0; i <= stack->depth; i++) {
		struct view *view = stack_at(stack, i);
		struct err why;

		if (!view->follows)
			continue;
		view->follows = false;
		if (view->class->follow(view, stack->app, &why))
			continue;
		if (fine)
			*err = why;
		fine = false;
	}
	return fine;
}

/* The last chance to keep what is typed. */
static void leave(struct stack *stack, struct view *view)
{
	if (view != NULL && view->class->leave != NULL)
		view->class->leave(view, stack->app);
}

static bool show_tab(struct stack *stack, enum tab tab, struct err *err)
{
	if (stack->tabs[tab] == NULL) {
		stack->tabs[tab] = tab_info(tab)->make();
		stack->tabs[tab]->keys = stack->keys;
		stack->stale[tab] = true;
	}
	stack->tab = tab;
	if (!stack->stale[tab])
		return true;
	stack->stale[tab] = false;
	return load(stack, stack->tabs[tab], err);
}

bool stack_show(struct stack *stack, enum tab tab, struct err *err)
{
	while (stack->depth > 0)
		stack_close(stack);
	if (tab != stack->tab)
		leave(stack, stack->tabs[stack->tab]);
	return show_tab(stack, tab, err);
}

bool stack_reload(struct stack *stack, struct err *err)
{
	bool fine;

	for (enum tab tab = 0; tab < TAB_COUNT; tab++)
		stack->stale[tab] = true;
	fine = show_tab(stack, stack->tab, err);
	for (int i = 0; i < stack->depth && fine; i++)
		fine = load(stack, stack->over[i], err);
	return fine;
}

bool stack_open(struct stack *stack, struct view *view, struct err *err)
{
	struct view *below;

	view->keys = stack->keys;
	if (stack_top(stack)->class->scope == SCOPE_READ && view->class->scope == SCOPE_READ)
		stack_close(stack);
	if (stack->depth == STACK_OVER_MAX) {
		view_free(view);
		return key_words_err(stack->keys, err, ERR_USAGE,
				     "too much is open at once; {close} closes some of it");
	}
	if (!load(stack, view, err)) {
		view_free(view);
		return false;
	}
	below = stack_top(stack);
	/* What lies under a dialog does not wait for its end. */
	if (below->class->waits != NULL && below->class->waits(below))
		below->class->rest(below);
	stack->over[stack->depth++] = view;
	return true;
}

void stack_close(struct stack *stack)
{
	if (stack->depth == 0)
		return;
	leave(stack, stack_top(stack));
	view_free(stack->over[--stack->depth]);
}

bool stack_raise(struct stack *stack, enum scope scope)
{
	int at = stack->depth - 1;
	struct view *view;

	while (at >= 0 && stack->over[at]->class->scope != scope)
		at--;
	if (at < 0)
		return false;
	view = stack->over[at];
	for (; at + 1 < stack->depth; at++)
		stack->over[at] = stack->over[at + 1];
	stack->over[at] = view;
	return true;
}

void stack_close_dialogs(struct stack *stack)
{
	while (stack->depth > 0 && stack_top(stack)->class->dialog)
		stack_close(stack);
}

void stack_free(struct stack *stack)
{
	while (stack->depth > 0)
		stack_close(stack);
	leave(stack, stack->tabs[stack->tab]);
	for (enum tab tab = 0; tab < TAB_COUNT; tab++)
		view_free(stack->tabs[tab]);
}
