/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "form.h"
#include "key_words.h"
#include "words.h"

enum { HINT_ROWS = 3, MARGIN = 2, WIDE_COLUMNS = 60 };

struct view_prompt {
	struct view view;
	struct form form; /* of one field */
};

/* At the lower edge: what is looked through stays in sight. */
static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct form *form = &((const struct view_prompt *)view)->form;
	int margin = canvas->columns >= WIDE_COLUMNS ? MARGIN : 1;
	char room[TEXT_ROOM];
	struct str hint = str_in(room, sizeof(room));
	struct rect strip, line;
	int rows;

	words_decimals(form->fields[0].hint, &hint);
	rows = key_words_rows(view->keys, hint.data, area.columns - 2 * margin);
	strip = rect_take_bottom(&area, 1 + (rows < HINT_ROWS ? rows : HINT_ROWS));
	line = rect_inset(strip, 0, margin);
	canvas_fill(canvas, strip, ROLE_TEXT, ' ');
	form_draw(form, canvas, rect_take_top(&line, 1), FIELD_ROWS_TIGHT);
	key_words_wrap(view->keys, canvas, line, ROLE_DIM, hint.data);
	str_free(&hint);
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	const struct form *form = &((struct view_prompt *)view)->form;

	(void)app;
	(void)err;
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action != ACTION_PROMPT_GO)
		return REPLY_IGNORED;
	snprintf(outcome->typed, sizeof(outcome->typed), "%.*s",
		 (int)utf8_fit(form->fields[0].text.data, MESSAGE_SIZE / 4),
		 form->fields[0].text.data);
	return REPLY_FIND;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	(void)app;
	return form_key(&((struct view_prompt *)view)->form, key) ? REPLY_DONE : REPLY_IGNORED;
}

/* What narrows a list down says so; what is found in one is looked for. */
static const char *brief(const struct view *view, enum action action)
{
	const struct field *field = &((const struct view_prompt *)view)->form.fields[0];

	return action == ACTION_PROMPT_GO && strcmp(field->label, "Filter") == 0
		       ? "filter"
		       : action_info(action)->brief;
}

static void free_prompt(struct view *view)
{
	form_free(&((struct view_prompt *)view)->form);
}

static const struct view_class class = {
	.title = "Find",
	.scope = SCOPE_PROMPT,
	.size = sizeof(struct view_prompt),
	.strip = true,
	.draw = draw,
	.act = act,
	.type = type,
	.brief = brief,
	.free = free_prompt,
};

struct view *view_prompt_new(const char *title, const char *hint, const char *text)
{
	struct view_prompt *self = view_new(&class);

	form_add(&self->form, title, hint, 0, text);
	return &self->view;
}
