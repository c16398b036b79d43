/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/entries.h"
#include "base/mem.h"
#include "checkin_page.h"
#include "checkin_words.h"
#include "move.h"

enum {
	SERIES_DAYS = 56,
	SLEEP_BOX = 10,
	RATING_SIZE = SCORE_ITEM_SIZE + 4,

};

struct view_checkin {
	struct view view;
	bool loaded;
	bool follows; /* shows today, whichever day that is */
	bool undoes;  /* the next load is that of an undo */
	struct checkin_page page;
	struct checkin_series series;
	struct checkin checkin; /* of the day; empty where there is none */
	struct str told, changed;
};

static const struct view_class class, text_class;

static bool on_field(const struct view_checkin *self)
{
	return self->page.list.cursor >= self->page.row_count;
}

/* On a field characters are text: then the keys are those of another scope. */
static void go(struct view_checkin *self, int item)
{
	struct checkin_page *page = &self->page;
	const struct view_class *was = self->view.class;

	list_go(&page->list, item);
	page->form.at = on_field(self) ? page->list.cursor - page->row_count : -1;
	self->view.class = on_field(self) ? &text_class : &class;
	self->view.turns = self->view.turns || self->view.class != was;
}

/* After an undo the cursor is where something came back. */
static void find_undone(struct view_checkin *self, const struct checkin *before)
{
	for (int i = 0; i < self->page.row_count && self->undoes; i++) {
		if (checkin_score(before, self->page.rows[i].id) !=
		    checkin_score(&self->checkin, self->page.rows[i].id)) {
			go(self, i);
			break;
		}
	}
	self->undoes = false;
}

static void fill(struct view_checkin *self, const struct urge_stats *urges)
{
	struct checkin_page *page = &self->page;

	checkin_page_fill(page, &self->series, &self->checkin);
	str_reset(&self->told);
	str_reset(&self->changed);
	checkin_words_newest(&self->series, &self->told);
	checkin_words_all(&self->series, urges, self->view.keys, &self->changed);
	page->told = self->told.data;
	page->changed = self->changed.data;
	go(self, page->list.cursor < 0 ? 0 : page->list.cursor);
}

static bool any_touched(const struct view_checkin *self)
{
	const struct field *fields = self->page.form.fields;

	return fields[CHECKIN_SLEEP].touched || fields[CHECKIN_NOTE].touched;
}

/* Whoever is in the middle of a check-in when the day turns stays with the day it is of. */
static struct day day_of(const struct view_checkin *self, struct app *app)
{
	bool begun = self->checkin.id != 0 || any_touched(self);

	if (self->loaded && (!self->follows || begun))
		return self->page.day;
	return app_today_day(app);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_checkin *self = (struct view_checkin *)view;
	struct day day = day_of(self, app);
	struct checkin_series series = CHECKIN_SERIES_INIT;
	struct urge_stats urges = URGE_STATS_INIT;
	struct checkin checkin = CHECKIN_INIT, before;
	bool any;

	if (!app_checkin_series(app, day_add(day, 1 - SERIES_DAYS), day, &series, err))
		return false;
	if (!app_urge_stats(app, day_add(day, -366), day, &urges, err) ||
	    !app_checkin_day(app, day, &any, &checkin, err)) {
		urge_stats_free(&urges);
		checkin_series_free(&series);
		return false;
	}
	checkin_series_free(&self->series);
	before = self->checkin;
	self->series = series;
	self->checkin = any ? checkin : (struct checkin)CHECKIN_INIT;
	self->page.day = day;
	self->page.today = day.n == app_today_day(app).n;
	self->loaded = true;
	fill(self, &urges);
	find_undone(self, &before);
	checkin_free(&before);
	urge_stats_free(&urges);
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_checkin *self = (struct view_checkin *)view;
	struct checkin_layout layout = checkin_layout(&self->page, area, view->plain);

	list_place(&self->page.list, layout.rows.rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_checkin *self = (const struct view_checkin *)view;

	if (self->loaded)
		checkin_page_draw(&self->page, canvas, area);
}

/* Stores what is said over what the day has; one that says nothing any more goes. */
static bool store(struct view_checkin *self, struct app *app, struct checkin_request *request,
		  bool nothing, struct err *err)
{
	struct checked_in checked;
	char day[DAY_TEXT_SIZE];

	if (nothing && self->checkin.id == 0)
		return true;
	if (nothing)
		return app_entry_remove(app, self->checkin.id, err);
	if (self->page.day.n != app_today_day(app).n)
		request->when = day_iso(self->page.day, day);
	if (!app_checkin(app, request, &checked, err))
		return false;
	checkin_free(&checked.checkin);
	return true;
}

/* An answer, or -1 to take it out. */
static enum reply rate(struct view_checkin *self, struct app *app, int rating,
		       struct outcome *outcome, struct err *err)
{
	int item = self->page.list.cursor;
	char text[RATING_SIZE];
	const char *ratings[] = {text};
	struct checkin_request request = {.ratings = ratings, .rating_count = 1};
	const struct checkin_row *row = &self->page.rows[item];
	const struct checkin *now = &self->checkin;
	bool nothing = rating < 0 && (now->count == 0 || (now->count == 1 && row->rating >= 0)) &&
		       now->sleep_minutes == SLEEP_UNKNOWN &&
		       (now->note == NULL || now->note[0] == '\0');

	if (rating < 0 && row->rating == CHECKIN_UNRATED)
		return REPLY_DONE;
	snprintf(text, sizeof(text), "%s=", row->id);
	if (rating >= 0)
		snprintf(text, sizeof(text), "%s=%d", row->id, rating);
	if (!store(self, app, &request, nothing, err))
		return REPLY_FAILED;
	if (self->view.plain) {
		outcome_say(outcome, "%s: %s", row->name,
			    rating < 0 ? "no answer" : symptom_rating_word(rating));
		outcome_hint(outcome, ACTION_UNDO, "undoes it");
	}
	if (rating >= 0)
		go(self, item + 1);
	return REPLY_RELOAD;
}

static bool blank(const char *text)
{
	return strspn(text, " ") == strlen(text);
}

/* Keeps what is typed in a field, where it was changed. *kept is true where that was to be done. */
static bool keep(struct view_checkin *self, struct app *app, int which, bool *kept, struct err *err)
{
	struct field *field = &self->page.form.fields[which];
	const struct checkin *now = &self->checkin;
	struct checkin_request request = {.note = which == CHECKIN_NOTE ? field->text.data : NULL,
					  .sleep =
						  which == CHECKIN_SLEEP ? field->text.data : NULL};
	bool night = which == CHECKIN_SLEEP ? !blank(field->text.data)
					    : now->sleep_minutes != SLEEP_UNKNOWN;
	bool note = which == CHECKIN_NOTE ? !blank(field->text.data)
					  : now->note != NULL && now->note[0] != '\0';

	if (!field->touched)
		return true;
	if (!store(self, app, &request, now->count == 0 && !night && !note, err))
		return false;
	field->touched = false;
	*kept = true;
	return true;
}

static void leave(struct view *view, struct app *app)
{
	struct view_checkin *self = (struct view_checkin *)view;
	struct err ignored;
	bool kept = false;

	if (!self->loaded)
		return;
	for (int i = 0; i < CHECKIN_FIELDS; i++)
		(void)!keep(self, app, i, &kept, &ignored);
	go(self, 0);
}

static enum reply show_day(struct view_checkin *self, struct app *app, int32_t by,
			   struct outcome *outcome, struct err *err)
{
	struct day today = app_today_day(app), day = day_add(self->page.day, by);
	bool kept = false;

	for (int i = 0; i < CHECKIN_FIELDS; i++) {
		if (!keep(self, app, i, &kept, err))
			return REPLY_FAILED;
	}
	if (by == 0)
		day = today;
	if (day.n > today.n) {
		outcome_say(outcome, "That day is still to come.");
		return REPLY_DONE;
	}
	self->page.day = day;
	self->follows = day.n == today.n;
	/* Nothing of the day before may hold the new one. */
	checkin_free(&self->checkin);
	self->checkin = (struct checkin)CHECKIN_INIT;
	return REPLY_RELOAD;
}

/* A page to read knows headings, but nothing that matters less. */
static enum reply what_changed(const struct view_checkin *self, struct outcome *outcome)
{
	struct str text = STR_INIT;

	for (const char *line = self->changed.data; *line != '\0';) {
		size_t len = strcspn(line, "\n"), mark = str_starts(line, "~ ") ? 2 : 0;

		str_add_bytes(&text, line + mark, len - mark);
		str_add_char(&text, '\n');
		line += len + (line[len] == '\n');
	}
	str_addf(&text, "\n%s\n", checkin_page_worth);
	outcome->open = view_read_new("What the check-ins say", &text);
	return REPLY_DONE;
}

static enum reply move(struct view_checkin *self, enum action action)
{
	struct list *list = &self->page.list;
	int by;

	if (action == ACTION_NEXT_ITEM)
		go(self, list->cursor + 1);
	else if (action == ACTION_PREVIOUS_ITEM)
		go(self, list->cursor > 0 ? list->cursor - 1 : list->count - 1);
	else if (move_by(action, list->count, list->count, &by))
		go(self, list->cursor + by);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_checkin *self = (struct view_checkin *)view;

	if (action >= ACTION_RATE_0 && action <= ACTION_RATE_4)
		return rate(self, app, (int)(action - ACTION_RATE_0), outcome, err);
	if (action == ACTION_UNRATE)
		return rate(self, app, CHECKIN_UNRATED, outcome, err);
	if (action == ACTION_DAY_BEFORE || action == ACTION_DAY_AFTER)
		return show_day(self, app, action == ACTION_DAY_BEFORE ? -1 : 1, outcome, err);
	if (action == ACTION_GO_NOW)
		return show_day(self, app, 0, outcome, err);
	if (action == ACTION_WHAT_CHANGED)
		return what_changed(self, outcome);
	self->undoes = action == ACTION_UNDO || action == ACTION_REDO;
	return move(self, action);
}

static bool can(const struct view *view, enum action action)
{
	const struct view_checkin *self = (const struct view_checkin *)view;

	if (action == ACTION_GO_NOW)
		return !self->page.today;
	if (action == ACTION_UNRATE)
		return !on_field(self) &&
		       self->page.rows[self->page.list.cursor].rating != CHECKIN_UNRATED;
	return true;
}

/* Leaving a field keeps it. What can't be kept stays where it is, with the reason beside it. */
static enum reply act_text(struct view *view, struct app *app, enum action action,
			   struct outcome *outcome, struct err *err)
{
	struct view_checkin *self = (struct view_checkin *)view;
	int at = self->page.form.at, cursor = self->page.list.cursor;
	char day[DAY_TEXT_SIZE];
	bool kept = false;

	if (action != ACTION_TEXT_NEXT && action != ACTION_TEXT_PREVIOUS &&
	    action != ACTION_TEXT_LEAVE)
		return REPLY_IGNORED;
	if (!keep(self, app, at, &kept, err))
		return REPLY_FAILED;
	if (action == ACTION_TEXT_PREVIOUS)
		go(self, cursor - 1);
	else if (action == ACTION_TEXT_NEXT && at + 1 < CHECKIN_FIELDS)
		go(self, cursor + 1);
	else
		go(self, 0);
	if (self->page.form.at < 0 && (kept || self->checkin.id != 0))
		outcome_say(outcome, "The check-in of %s is kept.", day_short(self->page.day, day));
	return kept ? REPLY_RELOAD : REPLY_DONE;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	struct view_checkin *self = (struct view_checkin *)view;
	struct form *form = &self->page.form;
	struct field *field;
	struct err err;
	int16_t minutes;

	(void)app;
	if (form->at < 0 || !form_key(form, key))
		return REPLY_IGNORED;
	field = &form->fields[form->at];
	field->touched = true;
	field->said[0] = '\0';
	if (form->at == CHECKIN_SLEEP && !checkin_read_sleep(field->text.data, &minutes, &err))
		snprintf(field->said, sizeof(field->said), "%.*s", FIELD_SAID_SIZE - 1, err.msg);
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_checkin *self = (struct view_checkin *)view;
	struct checkin_layout layout = checkin_layout(&self->page, view->area, view->plain);
	int item = list_at_row(&self->page.list, row - layout.rows.row);

	if (!rect_has(layout.rows, row, column) || item < 0)
		return REPLY_IGNORED;
	go(self, item);
	return REPLY_DONE;
}

static void free_checkin(struct view *view)
{
	struct view_checkin *self = (struct view_checkin *)view;

	checkin_series_free(&self->series);
	checkin_free(&self->checkin);
	form_free(&self->page.form);
	str_free(&self->told);
	str_free(&self->changed);
}

static bool waits(const struct view *view)
{
	return view->turns;
}

static void rest(struct view *view)
{
	view->turns = false;
}

static const enum action first[] = {ACTION_WHAT_CHANGED, ACTION_WRITE_NOTE, ACTION_UNDO,
				    ACTION_NONE};

static const struct view_class class = {
	.title = "Check-in",
	.scope = SCOPE_CHECKIN,
	.first = first,
	.size = sizeof(struct view_checkin),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.waits = waits,
	.rest = rest,
	.can = can,
	.leave = leave,
	.free = free_checkin,
};

static const struct view_class text_class = {
	.title = "Check-in",
	.scope = SCOPE_CHECKIN_TEXT,
	.size = sizeof(struct view_checkin),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act_text,
	.type = type,
	.click = click,
	.waits = waits,
	.rest = rest,
	.leave = leave,
	.free = free_checkin,
};

struct view *view_checkin_new(void)
{
	struct view_checkin *self = view_new(&class);
	struct form *form = &self->page.form;

	self->follows = true;
	self->series = (struct checkin_series)CHECKIN_SERIES_INIT;
	self->checkin = (struct checkin)CHECKIN_INIT;
	self->told = self->changed = (struct str)STR_INIT;
	form_add(form, "Slept", "hours: 7, 7.5 or 7h30", SLEEP_BOX, "");
	form_add(form, "Note", "", 0, "");
	form->at = -1;
	return &self->view;
}
