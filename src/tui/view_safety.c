/* SPDX-License-Identifier: MIT */
#include "view_safety.h"

#include "app/support.h"

struct view_safety {
	struct view view;
	bool begun;
	struct safety_page page;
};

/* Returns how many lines of the kind there are. */
static size_t add_lines(const struct help_country *country, enum line_kind kind, struct str *out)
{
	size_t count = 0;

	for (size_t i = 0; i < country->line_count; i++) {
		const struct help_line *line = &country->lines[i];
		const char *way = line->number[0] != '\0' ? line->number
				  : line->text[0] != '\0' ? line->text
							  : line->web;

		if (line->kind != kind || way[0] == '\0')
			continue;
		str_addf(out, "! %s: %s\n", line->name, way);
		count++;
	}
	return count;
}

/* An emergency or a crisis; a paragraph each. */
static void add_numbers(struct app *app, struct str *out)
{
	struct support support;
	struct err none;

	if (!app_support(app, NULL, &support, &none))
		return;
	if (support.country != NULL) {
		add_lines(support.country, LINE_EMERGENCY, out);
		if (add_lines(support.country, LINE_CRISIS, out) == 0)
			add_lines(support.country, LINE_FIND, out);
	}
	support_free(&support);
}

bool view_safety_read(struct app *app, struct safety_page *page, struct err *err)
{
	if (!app_safety(app, &page->asked, err))
		return false;
	str_reset(&page->numbers);
	add_numbers(app, &page->numbers);
	if (page->step == SAFETY_DONE)
		safety_page_show(page);
	return true;
}

bool view_safety_can(const struct safety_page *page, enum action action)
{
	return action != ACTION_ANSWER_KEEP && safety_page_can(page, action);
}

/* Answers that still hold are told; else the questions begin. A reload while one answers loses nothing. */
static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_safety *self = (struct view_safety *)view;

	self->page.keys = view->keys;
	if (!view_safety_read(app, &self->page, err))
		return false;
	if (self->begun)
		return true;
	self->begun = true;
	if (self->page.asked.stand == SAFETY_UNASKED || self->page.asked.stand == SAFETY_OLD ||
	    self->page.asked.stand == SAFETY_CHANGED)
		safety_page_begin(&self->page);
	else
		safety_page_show(&self->page);
	return true;
}

static void place(struct view *view, struct rect area)
{
	safety_page_place(&((struct view_safety *)view)->page, area);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	safety_page_draw(&((const struct view_safety *)view)->page, canvas, area);
}

static bool can(const struct view *view, enum action action)
{
	return view_safety_can(&((const struct view_safety *)view)->page, action);
}

static enum reply store(struct view_safety *self, struct app *app, struct outcome *outcome,
			struct err *err)
{
	const char *flags[SAFETY_QUESTION_MAX];
	struct safety_reply reply = {.flags = flags, .agrees = self->page.given.agrees};

	reply.count = safety_page_flags(&self->page, flags);
	if (!app_safety_answer(app, &reply, err))
		return REPLY_FAILED;
	self->page.step = SAFETY_DONE;
	outcome_say(outcome, "Your answers are kept");
	return REPLY_RELOAD;
}

enum reply view_safety_gate(struct app *app, enum unit unit, struct outcome *outcome,
			    struct err *err)
{
	struct app_safety safety;

	if (app_safety_gate(app, unit, err))
		return REPLY_IGNORED;
	/* What stands before this plan alone is told in words; all else the questions show. */
	if (err->code != ERR_ACKNOWLEDGE || !app_safety(app, &safety, err) ||
	    (safety.stand == SAFETY_FREE && !app_safety_gate(app, unit, err)))
		return REPLY_FAILED;
	outcome->open = view_safety_new();
	return REPLY_DONE;
}

enum reply view_safety_agree(struct app *app, struct outcome *outcome, struct err *err)
{
	const struct safety_reply reply = {.agrees = true, .keep = true};

	if (!app_safety_answer(app, &reply, err))
		return REPLY_FAILED;
	outcome_say(outcome, "Kept: a clinician knows and agrees");
	return REPLY_RELOAD;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_safety *self = (struct view_safety *)view;

	if (self->page.step == SAFETY_DONE && action == ACTION_ANSWER_GO)
		return REPLY_CLOSE;
	if (action == ACTION_ANSWER_AGREES && safety_page_can(&self->page, action))
		return view_safety_agree(app, outcome, err);
	switch (safety_page_act(&self->page, action, view->area)) {
	case SAFETY_IGNORED:
		break;
	case SAFETY_MOVED:
		return REPLY_DONE;
	case SAFETY_ANSWERED:
		return store(self, app, outcome, err);
	}
	return REPLY_IGNORED;
}

static void free_safety(struct view *view)
{
	safety_page_free(&((struct view_safety *)view)->page);
}

static const struct view_class class = {
	.title = "Safety questions",
	.scope = SCOPE_QUESTIONS,
	.size = sizeof(struct view_safety),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.can = can,
	.free = free_safety,
};

struct view *view_safety_new(void)
{
	struct view_safety *self = view_new(&class);

	self->page.numbers = self->page.text = (struct str)STR_INIT;
	return &self->view;
}
