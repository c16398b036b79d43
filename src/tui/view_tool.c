/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <string.h>

#include "app/cope.h"
#include "base/utf8.h"
#include "bar.h"
#include "key_words.h"
#include "move.h"
#include "pacer_draw.h"
#include "prose.h"

enum {
	FOOT_COLUMNS = 48,
	ROOMY_ROWS = 14,
	ROOMY_COLUMNS = 60,
	MARGIN = 2,
	TEXT_COLUMNS = 76,
	MINUTE = 60
};

struct view_tool {
	struct view view;
	char id[SUPPORT_ID_SIZE];
	bool loaded, begun;
	struct help_now help;
	const struct help_tool *tool; /* in help; NULL where it can't be read */
	struct str words;             /* where it is to be read and not led through */
	int top, rows;
	int64_t began, now;
	const char *noted; /* what was said of it; NULL before */
};

/* Steps to choose from, and what a screen reader would speak second by second, are read instead. */
static bool leads(const struct view_tool *self)
{
	return self->tool != NULL && pacer_leads(self->tool) &&
	       cope_own_part(self->tool) == OWN_PART_COUNT && !self->view.plain;
}

static void add_length(int32_t seconds, struct str *out)
{
	if (seconds >= MINUTE)
		str_addf(out, " (%d min)", (int)((seconds + MINUTE / 2) / MINUTE));
	else if (seconds > 0)
		str_addf(out, " (%d s)", (int)seconds);
}

static void tell(struct view_tool *self)
{
	enum own_part part = self->tool != NULL ? cope_own_part(self->tool) : OWN_PART_COUNT;
	const struct own_entry *entry;

	str_reset(&self->words);
	if (self->tool == NULL) {
		str_add(&self->words, "The shipped tools can't be read.\n");
		return;
	}
	str_addf(&self->words, "~ %s\n\n", self->tool->about);
	for (size_t i = 0; part != OWN_PART_COUNT &&
			   (entry = own_plan_entry(&self->help.support.mine.plan, part, i)) != NULL;
	     i++)
		str_addf(&self->words, "%s%s•\t%s\n", i == 0 ? "# " : "",
			 i == 0 ? "In your own words\n" : "", entry->text);
	if (part != OWN_PART_COUNT && own_plan_count(&self->help.support.mine.plan, part) > 0)
		str_add_char(&self->words, '\n');
	for (size_t i = 0; i < self->tool->step_count; i++) {
		str_addf(&self->words, "•\t%s", self->tool->steps[i].say);
		add_length(self->tool->steps[i].seconds, &self->words);
		str_add_char(&self->words, '\n');
	}
	if (self->tool->rounds > 1)
		str_addf(&self->words, "\nAgain and again, %d times.\n", (int)self->tool->rounds);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_tool *self = (struct view_tool *)view;

	(void)err;
	if (self->loaded)
		help_now_free(&self->help);
	app_help_now(app, &self->help);
	self->loaded = true;
	self->tool = help_tool_find(&self->help.texts, self->id);
	tell(self);
	return true;
}

struct layout {
	bool roomy;
	struct rect title, foot, text;
};

static struct layout layout_of(struct rect area)
{
	struct layout layout = {.roomy = area.rows >= ROOMY_ROWS && area.columns >= ROOMY_COLUMNS};
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? MARGIN : 1);

	if (rest.columns > TEXT_COLUMNS)
		rest.columns = TEXT_COLUMNS;
	layout.title = rect_take_top(&rest, 1);
	rect_take_top(&rest, layout.roomy ? 1 : 0);
	layout.foot = rect_take_bottom(&rest, 1);
	rect_take_bottom(&rest, layout.roomy ? 1 : 0);
	layout.text = rest;
	return layout;
}

static void place(struct view *view, struct rect area)
{
	struct view_tool *self = (struct view_tool *)view;
	struct layout layout = layout_of(area);

	self->rows = prose_draw(NULL, layout.text, 0, self->words.data);
	self->top = prose_top(self->top, self->rows, layout.text.rows);
}

static int32_t passed(const struct view_tool *self)
{
	return (int32_t)(self->now - self->began);
}

static bool ticks(const struct view *view)
{
	const struct view_tool *self = (const struct view_tool *)view;

	return leads(self) && self->noted == NULL && passed(self) < help_tool_seconds(self->tool);
}

static void tick(struct view *view, int64_t utc, int16_t utc_offset)
{
	struct view_tool *self = (struct view_tool *)view;

	(void)utc_offset;
	if (!self->begun)
		self->began = self->now = utc;
	self->begun = true;
	if (utc > self->now)
		self->now = utc;
}

static void draw_lead(const struct view_tool *self, struct canvas *canvas, struct layout layout)
{
	int32_t whole = help_tool_seconds(self->tool), gone = passed(self);
	struct rect rest = layout.text;

	gone = gone < whole ? gone : whole;
	rect_take_top(&rest, canvas_wrap(canvas, rest, ROLE_DIM, self->tool->about));
	rect_take_top(&rest, layout.roomy ? 2 : 0);
	rect_take_top(&rest, pacer_draw(self->tool, gone, false, canvas, rest));
	rect_take_top(&rest, layout.roomy ? 2 : 0);
	bar_draw(canvas, rect_take_top(&rest, 1), ROLE_ACCENT, gone, whole);
}

static void draw_title(const struct view_tool *self, struct canvas *canvas, struct rect line)
{
	char room[TEXT_ROOM];
	struct str where = str_in(room, sizeof(room));
	struct layout layout = layout_of(self->view.area);

	if (leads(self)) {
		int32_t left = help_tool_seconds(self->tool) - passed(self);

		left = left > 0 ? left : 0;
		str_addf(&where, "%d:%02d left", (int)(left / MINUTE), (int)(left % MINUTE));
	} else if (self->rows > layout.text.rows) {
		prose_where(self->top, self->rows, layout.text.rows, &where);
	}
	canvas_text_right(canvas, line, ROLE_DIM, where.data);
	rect_take_right(&line, utf8_width(where.data) + 2);
	canvas_text(canvas, line, INK_TITLE, self->tool != NULL ? self->tool->name : "Tools");
	str_free(&where);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_tool *self = (const struct view_tool *)view;
	struct layout layout = layout_of(area);

	if (!self->loaded)
		return;
	draw_title(self, canvas, layout.title);
	if (leads(self))
		draw_lead(self, canvas, layout);
	else
		prose_draw(canvas, layout.text, self->top, self->words.data);
	if (self->noted != NULL)
		canvas_text(canvas, layout.foot, ROLE_TEXT, self->noted);
	else
		key_words_wrap(
			view->keys, canvas, layout.foot, ROLE_DIM,
			layout.foot.columns < FOOT_COLUMNS
				? "Did it help? {helped} or {tried}"
				: "Did it help? {helped} or {tried}; {close} leaves it open.");
	canvas_cursor(canvas, layout.title.row, layout.title.column, false);
}

static bool can(const struct view *view, enum action action)
{
	const struct view_tool *self = (const struct view_tool *)view;

	if (action == ACTION_TOOL_HELPED || action == ACTION_TOOL_TRIED)
		return self->tool != NULL && self->noted == NULL;
	if (action == ACTION_UNDO || action == ACTION_REDO)
		return self->noted != NULL;
	return true;
}

static enum reply note(struct view_tool *self, struct app *app, bool helped,
		       struct outcome *outcome, struct err *err)
{
	if (!app_cope_note(app, self->tool, helped, err))
		return REPLY_FAILED;
	self->noted = helped ? "It helped. Help now shows it the next time."
			     : "Another tool may suit this moment better.";
	outcome_say(outcome, "Noted");
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	return REPLY_RELOAD;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_tool *self = (struct view_tool *)view;
	struct layout layout = layout_of(view->area);
	int by;

	if (action == ACTION_TOOL_HELPED || action == ACTION_TOOL_TRIED)
		return can(view, action)
			       ? note(self, app, action == ACTION_TOOL_HELPED, outcome, err)
			       : REPLY_DONE;
	if (action == ACTION_UNDO)
		self->noted = NULL;
	if (leads(self) || !move_by(action, layout.text.rows - 1, self->rows, &by))
		return REPLY_IGNORED;
	self->top = prose_top(self->top + by, self->rows, layout.text.rows);
	return REPLY_DONE;
}

static void free_tool(struct view *view)
{
	struct view_tool *self = (struct view_tool *)view;

	if (self->loaded)
		help_now_free(&self->help);
	str_free(&self->words);
}

static const struct view_class class = {
	.title = "Tool",
	.scope = SCOPE_TOOL,
	.size = sizeof(struct view_tool),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.can = can,
	.ticks = ticks,
	.tick = tick,
	.free = free_tool,
};

struct view *view_tool_new(const char *id)
{
	struct view_tool *self = view_new(&class);

	snprintf(self->id, sizeof(self->id), "%s", id);
	self->words = (struct str)STR_INIT;
	return &self->view;
}
