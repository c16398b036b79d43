/* SPDX-License-Identifier: MIT */
#include "view.h"

#include "key_words.h"

enum { BOX_COLUMNS = 74, FRAME_ROWS = 2, ANSWER_ROWS = 2 };

struct view_confirm {
	struct view view;
	struct question question;
	int top; /* the first line in sight, where the text is longer than the room */
};

static struct rect box_of(const struct view_confirm *self, struct rect area)
{
	int columns = area.columns < BOX_COLUMNS ? area.columns : BOX_COLUMNS;
	int rows = text_rows(self->question.text.data, columns - 4) + FRAME_ROWS + ANSWER_ROWS;

	return rect_centre(area, rows, columns);
}

static int hidden_rows(const struct view_confirm *self)
{
	struct rect box = box_of(self, self->view.area);
	int room = box.rows - FRAME_ROWS - ANSWER_ROWS;

	return text_rows(self->question.text.data, box.columns - 4) - room;
}

/* Beside the answers, where a part of the text is out of sight. */
static void draw_more(const struct view_confirm *self, struct canvas *canvas, struct rect line)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	key_words_add(self->view.keys, "more: {down}", &text);
	canvas_text_right(canvas, line, ROLE_DIM, text.data);
	str_free(&text);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_confirm *self = (const struct view_confirm *)view;
	struct rect box = box_of(self, area), inside = rect_inset(box, 1, 2);
	struct rect answer = rect_take_bottom(&inside, 1);
	const char *text = self->question.text.data;

	canvas_dialog(canvas, area, box, self->question.title);
	rect_take_bottom(&inside, 1);
	for (int i = 0; i < self->top; i++)
		text_break(text, inside.columns, &text);
	canvas_wrap(canvas, inside, ROLE_TEXT, text);
	if (hidden_rows(self) > self->top)
		draw_more(self, canvas, answer);
	key_words_answers(view->keys, canvas, answer);
	canvas_cursor(canvas, answer.row, answer.column, false);
}

static enum reply scroll(struct view_confirm *self, int by)
{
	int last = hidden_rows(self);

	self->top += by;
	if (self->top > last)
		self->top = last;
	if (self->top < 0)
		self->top = 0;
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_confirm *self = (struct view_confirm *)view;

	if (action == ACTION_NO)
		return REPLY_CLOSE;
	if (action == ACTION_UP || action == ACTION_DOWN)
		return scroll(self, action == ACTION_UP ? -1 : 1);
	if (action != ACTION_YES)
		return REPLY_IGNORED;
	return self->question.yes(app, &self->question, outcome, err) ? REPLY_SAVED : REPLY_FAILED;
}

static void free_confirm(struct view *view)
{
	str_free(&((struct view_confirm *)view)->question.text);
}

static const struct view_class class = {
	.title = "Confirm",
	.scope = SCOPE_CONFIRM,
	.size = sizeof(struct view_confirm),
	.dialog = true,
	.draw = draw,
	.act = act,
	.free = free_confirm,
};

struct view *view_confirm_new(struct question *question)
{
	struct view_confirm *self = view_new(&class);

	self->question = *question;
	question->text = (struct str)STR_INIT;
	return &self->view;
}
