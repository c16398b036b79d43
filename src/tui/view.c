/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

void outcome_say(struct outcome *outcome, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(outcome->message, sizeof(outcome->message), fmt, args);
	va_end(args);
}

void outcome_hint(struct outcome *outcome, enum action action, const char *text)
{
	outcome->hint = action;
	outcome->hint_text = text;
}

void *view_new(const struct view_class *class)
{
	struct view *view = mem_alloc(1, class->size);

	view->class = class;
	return view;
}

void view_free(struct view *view)
{
	if (view == NULL)
		return;
	if (view->class->free != NULL)
		view->class->free(view);
	free(view);
}
