/* SPDX-License-Identifier: MIT */
#include "view_revise.h"

#include <stdio.h>
#include <string.h>

#include "key_words.h"
#include "revise_form.h"
#include "revise_page.h"
#include "words.h"

enum { BOX_COLUMNS = 78, FRAME = 2, WORDS_ROWS = 1, ANSWER_ROWS = 1, TIGHT_ROWS = 12 };

/* One dialog with two faces: the choices with what they would do, and the yes that some cautions want. */
struct view_revise {
	struct view view;
	struct revise_form form;
	bool made; /* preview is there */
	struct revise_preview preview;
	char why[sizeof(((struct err *)NULL)->msg)]; /* else why it can't be */
	bool seen; /* what is there was shown: Enter makes nothing else */
	int top;   /* the first row of the page in sight */
	int tallest,
		columns; /* rows the page had so far in so many columns: the box does not jump as one types */
	struct str cautions; /* that want a yes */
};

static const struct view_class revise_class, yes_class;

/* Where its parts go. */
struct parts {
	struct rect box, fields, words, page, answer;
};

static struct revise_page page_of(const struct view_revise *self)
{
	return (struct revise_page){
		.preview = self->made ? &self->preview : NULL, .why = self->why, .top = self->top};
}

static int page_rows(const struct view_revise *self, int columns)
{
	struct revise_page page = page_of(self);

	if (self->view.class == &yes_class)
		return text_rows(self->cautions.data, columns);
	return revise_page_rows(&page, columns, self->view.plain);
}

static int box_columns(struct rect area)
{
	return area.columns < BOX_COLUMNS ? area.columns : BOX_COLUMNS;
}

static struct parts parts_of(const struct view_revise *self, struct rect area)
{
	int columns = box_columns(area);
	bool asks = self->view.class == &yes_class, roomy = area.rows > TIGHT_ROWS;
	int page = page_rows(self, columns - 4);
	int fields = asks ? 0 : self->form.form.count, words = roomy && !asks ? WORDS_ROWS : 0;
	int rows = FRAME + (asks ? ANSWER_ROWS + 1 : fields + 2 * words) +
		   (asks || page > self->tallest ? page : self->tallest);
	struct parts parts = {.box = rect_centre(area, rows, columns)};
	struct rect inside = rect_inset(parts.box, 1, 2);

	parts.fields = rect_take_top(&inside, fields);
	parts.words = rect_take_top(&inside, words);
	rect_take_top(&inside, words);
	parts.answer = rect_take_bottom(&inside, asks ? ANSWER_ROWS : 0);
	rect_take_bottom(&inside, asks && inside.rows > 1 ? 1 : 0);
	parts.page = inside;
	return parts;
}

static void scroll(struct view_revise *self, int by)
{
	struct rect page = parts_of(self, self->view.area).page;
	int last = page_rows(self, page.columns) - page.rows;

	self->top += by;
	if (self->top > last)
		self->top = last;
	if (self->top < 0)
		self->top = 0;
}

/* What a new plan can go on from is asked of the app: what is not refused and is less. */
static void offer(struct view_revise *self, struct app *app)
{
	struct revise_request usual = {.kind = REVISION_REPLAN};
	struct revise_preview preview = REVISE_PREVIEW_INIT;
	struct problems problems = PROBLEMS_INIT;
	char present[AMOUNT_TEXT_SIZE] = "", lately[AMOUNT_TEXT_SIZE] = "";
	struct err err;

	if (app_revise_preview(app, &usual, &preview, &problems, &err)) {
		const struct schedule *schedule = &preview.revision.schedule;

		amount_fixed_with_unit(preview.present, preview.decimals, schedule->unit, present);
		if (preview.from_recent)
			amount_fixed_with_unit(schedule->start, preview.decimals, schedule->unit,
					       lately);
		revise_form_offer(&self->form, present, lately[0] != '\0' ? lately : NULL);
	}
	revise_preview_free(&preview);
	problems_free(&problems);
}

static void take_preview(struct view_revise *self, struct revise_preview *preview, bool made)
{
	bool same = self->made && made && strcmp(self->preview.said, preview->said) == 0 &&
		    self->preview.before.last.n == preview->before.last.n &&
		    self->preview.after.last.n == preview->after.last.n &&
		    self->preview.after.needed.nano == preview->after.needed.nano;

	if (!same)
		self->seen = false;
	revise_preview_free(&self->preview);
	self->made = made;
	if (made)
		self->preview = *preview;
}

static bool look(struct view_revise *self, struct app *app, struct err *err)
{
	struct revise_request request;
	struct revise_preview preview = REVISE_PREVIEW_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct err why = {.code = ERR_NONE};
	const char *wrong;
	bool made = false;

	revise_form_changed(&self->form, app_today_day(app));
	request = revise_form_request(&self->form);
	if (revise_form_wrong(&self->form, &wrong))
		err_set(&why, ERR_INVALID, "%s", wrong);
	else
		made = app_revise_preview(app, &request, &preview, &problems, &why);
	problems_free(&problems);
	if (!made && (why.code == ERR_STORE || why.code == ERR_IO)) {
		*err = why;
		return false;
	}
	take_preview(self, &preview, made);
	memcpy(self->why, why.msg, sizeof(self->why));
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_revise *self = (struct view_revise *)view;

	if (self->form.kind == REVISION_REPLAN)
		offer(self, app);
	if (!look(self, app, err))
		return false;
	/* A yes is to what was shown. */
	if (!self->seen)
		view->class = &revise_class;
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_revise *self = (struct view_revise *)view;

	int rows = page_rows(self, box_columns(area) - 4);

	if (self->columns != area.columns)
		self->tallest = 0;
	self->columns = area.columns;
	if (rows > self->tallest && view->class == &revise_class)
		self->tallest = rows;
	scroll(self, 0);
	self->seen = true;
}

/* On the lower edge of the box, where a part of the text is out of sight. */
static void draw_more(const struct view_revise *self, const struct parts *parts,
		      struct canvas *canvas)
{
	struct rect edge = rect_line(parts->box, parts->box.rows - 1, 0);
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	if (page_rows(self, parts->page.columns) <= self->top + parts->page.rows)
		return;
	rect_take_right(&edge, 2);
	key_words_add(self->view.keys,
		      self->view.class == &yes_class ? " {down} more " : " {read-on} more ", &text);
	canvas_text_right(canvas, edge, ROLE_ACCENT, text.data);
	str_free(&text);
}

/* Who listens to the screen hears the dialog alone. */
static void open_box(struct canvas *canvas, struct rect area, struct rect box, const char *title)
{
	if (canvas->plain)
		canvas_fill(canvas, area, ROLE_TEXT, ' ');
	canvas_dialog(canvas, area, box, title);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_revise *self = (const struct view_revise *)view;
	struct parts parts = parts_of(self, area);
	struct revise_page page = page_of(self);

	open_box(canvas, area, parts.box, revise_form_title(self->form.kind));
	revise_page_draw(&page, canvas, parts.page);
	form_draw(&self->form.form, canvas, parts.fields, FIELD_ROWS_TIGHT);
	form_draw_words(&self->form.form, canvas, parts.words);
	draw_more(self, &parts, canvas);
}

static void draw_yes(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_revise *self = (const struct view_revise *)view;
	struct parts parts = parts_of(self, area);
	struct rect answer = parts.answer, text = parts.page;

	open_box(canvas, area, parts.box, "This needs your yes");
	revise_page_text(canvas, text, ROLE_WARN, self->cautions.data, self->top);
	canvas_cursor(canvas, answer.row, answer.column, false);
	canvas_text(canvas, rect_take_left(&answer, 2), ROLE_ACCENT | INK_BOLD, "y");
	canvas_text(canvas, rect_take_left(&answer, 26), ROLE_TEXT, "I read this and want it");
	canvas_text(canvas, rect_take_left(&answer, 2), ROLE_ACCENT | INK_BOLD, "n");
	canvas_text(canvas, answer, ROLE_TEXT, "back");
	draw_more(self, &parts, canvas);
}

static void say_made(const struct revise_preview *preview, struct outcome *outcome)
{
	struct str what = STR_INIT, text = STR_INIT;
	char day[DAY_TEXT_SIZE];

	revision_describe(&preview->revision, &what);
	str_add(&text, what.data);
	if (preview->has_after && !preview->after.open)
		str_addf(&text, "; last day %s", day_full(preview->after.last, day));
	else
		str_addf(&text, ", from %s", day_full(preview->revision.from, day));
	str_reset(&what);
	words_sentence(text.data, &what);
	/* The hint brings its own full stop. */
	outcome_say(outcome, "%.*s", (int)what.len - 1, what.data);
	outcome_hint(outcome, ACTION_UNDO, "takes it back");
	str_free(&what);
	str_free(&text);
}

static enum reply apply(struct view_revise *self, struct app *app, bool acknowledge,
			struct outcome *outcome, struct err *err)
{
	struct revise_request request = revise_form_request(&self->form);
	struct revise_preview preview = REVISE_PREVIEW_INIT;
	struct problems problems = PROBLEMS_INIT;
	bool done;

	request.acknowledge = acknowledge;
	done = app_revise_apply(app, &request, &preview, &problems, err);
	problems_free(&problems);
	if (done)
		say_made(&preview, outcome);
	revise_preview_free(&preview);
	return done ? REPLY_SAVED : REPLY_FAILED;
}

static void ask(struct view_revise *self)
{
	str_reset(&self->cautions);
	revise_page_cautions(&self->preview.pace, &self->cautions);
	self->top = 0;
	self->view.class = &yes_class;
}

static enum reply go(struct view_revise *self, struct app *app, struct outcome *outcome,
		     struct err *err)
{
	if (!self->made) {
		err_set(err, ERR_INVALID, "%s", self->why);
		return REPLY_FAILED;
	}
	if (!self->seen) {
		key_words_say(self->view.keys, outcome,
			      "This changed while it was open: look again, then {apply}.");
		return REPLY_DONE;
	}
	if (!self->preview.asks)
		return apply(self, app, false, outcome, err);
	ask(self);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_revise *self = (struct view_revise *)view;
	int page = parts_of(self, view->area).page.rows;

	if (action == ACTION_APPLY)
		return go(self, app, outcome, err);
	if (action == ACTION_FIELD_LEAVE)
		return REPLY_CLOSE;
	if (action == ACTION_READ_ON || action == ACTION_READ_BACK)
		scroll(self, action == ACTION_READ_ON ? page - 1 : 1 - page);
	else if (action == ACTION_FIELD_NEXT || action == ACTION_FIELD_PREVIOUS)
		form_move(&self->form.form, action == ACTION_FIELD_NEXT ? 1 : -1);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
}

static enum reply act_yes(struct view *view, struct app *app, enum action action,
			  struct outcome *outcome, struct err *err)
{
	struct view_revise *self = (struct view_revise *)view;

	if (action == ACTION_YES)
		return apply(self, app, true, outcome, err);
	if (action == ACTION_UP || action == ACTION_DOWN) {
		scroll(self, action == ACTION_UP ? -1 : 1);
		return REPLY_DONE;
	}
	if (action != ACTION_NO)
		return REPLY_IGNORED;
	self->top = 0;
	view->class = &revise_class;
	return REPLY_DONE;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	struct view_revise *self = (struct view_revise *)view;
	struct err err;

	if (!form_key(&self->form.form, key))
		return REPLY_IGNORED;
	self->top = 0;
	/* A store that can't be read now is said when Enter wants it. */
	if (!look(self, app, &err))
		memcpy(self->why, err.msg, sizeof(self->why));
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_revise *self = (struct view_revise *)view;
	struct rect fields = parts_of(self, view->area).fields;
	int at = form_at_row(&self->form.form, fields, row, FIELD_ROWS_TIGHT);

	if (!rect_has(fields, row, column) || at < 0)
		return REPLY_IGNORED;
	self->form.form.at = at;
	return REPLY_DONE;
}

/* Whether there is more to read. */
static bool can(const struct view *view, enum action action)
{
	const struct view_revise *self = (const struct view_revise *)view;
	struct rect page = parts_of(self, view->area).page;

	if (action == ACTION_READ_ON)
		return page_rows(self, page.columns) > page.rows;
	return action != ACTION_APPLY || self->made;
}

static void free_revise(struct view *view)
{
	struct view_revise *self = (struct view_revise *)view;

	revise_form_free(&self->form);
	revise_preview_free(&self->preview);
	str_free(&self->cautions);
}

static const struct view_class revise_class = {
	.title = "Changing the plan",
	.scope = SCOPE_REVISE,
	.size = sizeof(struct view_revise),
	.dialog = true,
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.type = type,
	.click = click,
	.can = can,
	.free = free_revise,
};

static const struct view_class yes_class = {
	.title = "A yes",
	.scope = SCOPE_CONFIRM,
	.size = sizeof(struct view_revise),
	.dialog = true,
	.load = load,
	.place = place,
	.draw = draw_yes,
	.act = act_yes,
	.free = free_revise,
};

struct view *view_revise_new(enum revision_kind kind)
{
	struct view_revise *self = view_new(&revise_class);

	revise_form_begin(&self->form, kind);
	self->preview = (struct revise_preview)REVISE_PREVIEW_INIT;
	self->cautions = (struct str)STR_INIT;
	return &self->view;
}

struct view *view_revise_for(enum action action)
{
	static const struct {
		enum action action;
		enum revision_kind kind;
	} kinds[] = {
		{ACTION_HOLD, REVISION_HOLD},     {ACTION_RESUME, REVISION_RESUME},
		{ACTION_SLOW, REVISION_SLOW},     {ACTION_STEP_BACK, REVISION_BACK},
		{ACTION_REPLAN, REVISION_REPLAN}, {ACTION_END_PLAN, REVISION_STOP},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].action == action)
			return view_revise_new(kinds[i].kind);
	}
	return NULL;
}
