/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "key_words.h"
#include "week_page.h"
#include "words.h"

struct view_week {
	struct view view;
	struct week_page page;
	struct day day;  /* whose week it is */
	bool loaded;     /* once at least */
	bool fresh;      /* the cursor has just come: typing takes the place of what is there */
	bool let_go;     /* it was said that leaving drops what is typed */
	struct app *app; /* borrowed since the last load */
};

static char *text_at(struct view_week *self, int day, int column)
{
	return self->page.cells->text[day][column];
}

static void read_cell(struct view_week *self, int day, int column)
{
	struct week_page *page = &self->page;
	const char *text = text_at(self, day, column);
	struct err err;
	bool here = day == page->row && column == page->column;
	bool read;

	page->typed[day][column] = (struct week_typed){.doses = 0};
	read = text[0] == '\0' ||
	       app_week_read(self->app, &page->week,
			     (struct week_place){.day = (size_t)day, .column = (size_t)column},
			     text, &page->typed[day][column], &err);
	page->wrong[day][column] = !read;
	if (here)
		memcpy(page->said, read ? "" : err.msg, read ? 1 : sizeof(page->said));
}

static void read_cells(struct view_week *self)
{
	for (int day = 0; day < WEEK_DAYS; day++) {
		for (size_t i = 0; i < self->page.week.column_count; i++)
			read_cell(self, day, (int)i);
	}
}

static bool any_typed(const struct view_week *self)
{
	for (int day = 0; day < WEEK_DAYS; day++) {
		for (size_t i = 0; i < self->page.week.column_count; i++) {
			if (self->page.cells->text[day][i][0] != '\0')
				return true;
		}
	}
	return false;
}

static void bring_into_sight(struct view_week *self)
{
	struct week_page *page = &self->page;
	int shown = week_page_columns(page, self->view.area);

	if (page->column < page->left)
		page->left = page->column;
	if (page->column >= page->left + shown)
		page->left = page->column - shown + 1;
	if (page->left > (int)page->week.column_count - shown)
		page->left = (int)page->week.column_count - shown;
	if (page->left < 0)
		page->left = 0;
}

static void go(struct view_week *self, int day, int column)
{
	struct week_page *page = &self->page;
	int was = page->row, beside = page->column;

	page->row = day < 0 ? 0 : day >= WEEK_DAYS ? WEEK_DAYS - 1 : day;
	page->column = column < 0                               ? 0
		       : column >= (int)page->week.column_count ? (int)page->week.column_count - 1
								: column;
	self->fresh = true;
	page->passes = page->passes || page->row != was || page->column != beside;
	read_cell(self, page->row, page->column);
	bring_into_sight(self);
}

/* Where a person goes on: the first dose that is planned and not in the log. */
static void go_to_open(struct view_week *self)
{
	const struct week *week = &self->page.week;

	for (int day = 0; day < WEEK_DAYS; day++) {
		for (size_t i = 0; i < week->column_count; i++) {
			const struct week_cell *cell = &week->days[day].cells[i];

			if (cell->planned.nano == 0 || cell->logged.nano > 0)
				continue;
			go(self, day, (int)i);
			return;
		}
	}
	go(self, 0, 0);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_week *self = (struct view_week *)view;

	self->app = app;
	self->page.keys = view->keys;
	if (!app_week(app, self->day, &self->page.week, err))
		return false;
	if (!self->loaded)
		go_to_open(self);
	self->loaded = true;
	read_cells(self);
	go(self, self->page.row, self->page.column);
	self->page.passes = false;
	return true;
}

static void place(struct view *view, struct rect area)
{
	(void)area;
	bring_into_sight((struct view_week *)view);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_week *self = (const struct view_week *)view;

	if (self->loaded)
		week_page_draw(&self->page, canvas, area);
}

static void set_text(struct view_week *self, int day, int column, const char *text)
{
	char *cell = text_at(self, day, column);
	size_t len = strlen(text);

	if (len >= WEEK_CELL_SIZE)
		return;
	memcpy(cell, text, len + 1);
	self->let_go = false;
	read_cell(self, day, column);
}

/* What can stand in a cell; everything else is a command. */
static bool is_cell_text(uint32_t code)
{
	return (code >= '0' && code <= '9') || code == U'✓' ||
	       (code < 0x7F && strchr(".,@:-xX ", (int)code) != NULL);
}

static void type_character(struct view_week *self, uint32_t code)
{
	const struct week_page *page = &self->page;
	const char *old = text_at(self, page->row, page->column);
	bool tick = code == 'x' || code == 'X' || code == U'✓';
	struct str text = STR_INIT;

	if (code == ' ' && (self->fresh || old[0] == '\0')) {
		set_text(self, page->row, page->column, old[0] == '\0' ? "x" : "");
		return;
	}
	if (!self->fresh && !tick)
		str_add(&text, old);
	str_add_char(&text, tick ? 'x' : (char)code);
	set_text(self, page->row, page->column, text.data);
	self->fresh = false;
	str_free(&text);
}

static void take_character(struct view_week *self)
{
	const struct week_page *page = &self->page;
	char text[WEEK_CELL_SIZE];
	size_t len;

	memcpy(text, text_at(self, page->row, page->column), sizeof(text));
	len = strlen(text);
	if (len > 0)
		text[len - 1] = '\0';
	set_text(self, page->row, page->column, text);
	self->fresh = false;
}

static enum reply type(struct view *view, struct app *app, const struct key *key)
{
	struct view_week *self = (struct view_week *)view;

	(void)app;
	if (!self->loaded)
		return REPLY_IGNORED;
	if (key_is(key, NAMED_BACKSPACE)) {
		take_character(self);
		return REPLY_DONE;
	}
	if (key_is(key, NAMED_DELETE)) {
		set_text(self, self->page.row, self->page.column, "");
		return REPLY_DONE;
	}
	if (key->kind != PRESS_TEXT || !is_cell_text(key->code))
		return key->pasted ? REPLY_DONE : REPLY_IGNORED;
	type_character(self, key->code);
	return REPLY_DONE;
}

/* Every planned dose of the day that is not in the log, or none of them where all were ticked. */
static void tick_day(struct view_week *self)
{
	const struct week *week = &self->page.week;
	const struct week_day *day = &week->days[self->page.row];
	bool all = true;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < week->column_count; i++) {
			const char *text = text_at(self, self->page.row, (int)i);

			if (day->cells[i].planned.nano == 0 || day->cells[i].logged.nano > 0)
				continue;
			if (pass == 0)
				all = all && strcmp(text, "x") == 0;
			else if (text[0] == '\0' || strcmp(text, "x") == 0)
				set_text(self, self->page.row, (int)i, all ? "" : "x");
		}
	}
	go(self, self->page.row, self->page.column);
}

/* The last column is for what the sheet has no box for: one goes there on purpose. */
static bool is_next(const struct view_week *self, int day, int column)
{
	const struct week *week = &self->page.week;

	return week->column_count == 1 || (column + 1 < (int)week->column_count &&
					   week->days[day].cells[column].logged.nano == 0);
}

/* On through the doses of the days, past those that are in the log. */
static void step(struct view_week *self, int by)
{
	int columns = (int)self->page.week.column_count, all = columns * WEEK_DAYS;
	int at = self->page.row * columns + self->page.column;

	for (int i = 0; i < all; i++) {
		at = (at + by + all) % all;
		if (is_next(self, at / columns, at % columns))
			break;
	}
	go(self, at / columns, at % columns);
}

static bool yes(struct app *app, const struct question *question, struct outcome *outcome,
		struct err *err)
{
	const struct view_week *self = question->context;
	struct import_result result = {0};
	char count[WORDS_SIZE];

	if (!app_week_log(app, &self->page.week, self->page.cells, false, &result, err))
		return false;
	memset(self->page.cells, 0, sizeof(*self->page.cells));
	outcome_say(outcome, "Added %s", words_count(result.added, "entry", "entries", count));
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	return true;
}

static void say_day(const struct view_week *self, int day, struct str *out)
{
	const struct week *week = &self->page.week;
	char text[AMOUNT_TEXT_SIZE], date[DAY_TEXT_SIZE], count[WORDS_SIZE];
	struct amount sum = {0};
	int doses = 0;

	for (size_t i = 0; i < week->column_count; i++) {
		sum.nano += self->page.typed[day][i].sum.nano;
		doses += self->page.typed[day][i].doses;
	}
	if (doses == 0)
		return;
	str_addf(out, "%s: %s, ", day_short(week->days[day].day, date),
		 words_count(doses, "dose", "doses", count));
	str_add(out, amount_fixed_with_unit(sum, week->decimals, week->unit, text));
	sum.nano += week->days[day].taken.nano;
	if (week->days[day].taken.nano > 0)
		str_addf(out, "; with what is in the log already, %s",
			 amount_fixed_with_unit(sum, week->decimals, week->unit, text));
	str_add_char(out, '\n');
}

static void ask(struct view_week *self, const struct import_result *result, struct outcome *outcome)
{
	struct question question = {.title = "Add this week", .text = STR_INIT, .context = self};
	char count[WORDS_SIZE];

	question.yes = yes;
	for (int day = 0; day < WEEK_DAYS; day++)
		say_day(self, day, &question.text);
	str_addf(&question.text, "Add %s to the log, as one change?",
		 words_count(result->added, "entry", "entries", count));
	if (result->skipped > 0)
		str_addf(&question.text, " %" PRId64 " are there already.", result->skipped);
	if (result->resolved > 0)
		str_add(&question.text, " A clock change moved some of the times.");
	outcome->open = view_confirm_new(&question);
}

static enum reply save(struct view_week *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct import_result result = {0};

	if (!any_typed(self)) {
		outcome_say(outcome, "Nothing is typed in yet");
		return REPLY_DONE;
	}
	if (!app_week_log(app, &self->page.week, self->page.cells, true, &result, err))
		return REPLY_FAILED;
	if (result.added > 0)
		ask(self, &result, outcome);
	else
		outcome_say(outcome, "There is nothing in it to be added");
	return REPLY_DONE;
}

static enum reply turn(struct view_week *self, struct app *app, int by, struct outcome *outcome,
		       struct err *err)
{
	struct day before = self->day;

	if (any_typed(self)) {
		key_words_say(self->view.keys, outcome,
			      "{week-save} adds what is typed first; {close} leaves without it");
		return REPLY_DONE;
	}
	if (by > 0 && day_add(self->page.week.first, WEEK_DAYS).n > self->page.week.today.n) {
		outcome_say(outcome, "The days after these are still to come");
		return REPLY_DONE;
	}
	self->day = day_add(self->page.week.first, by > 0 ? WEEK_DAYS : -1);
	self->loaded = false;
	if (load(&self->view, app, err))
		return REPLY_DONE;
	self->day = before;
	self->loaded = true;
	return REPLY_FAILED;
}

static enum reply leave(struct view_week *self, struct outcome *outcome)
{
	if (self->let_go || !any_typed(self))
		return REPLY_CLOSE;
	self->let_go = true;
	key_words_say(self->view.keys, outcome,
		      "What is typed is not added yet: {week-save} adds it, {close} again leaves "
		      "without it");
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_week *self = (struct view_week *)view;
	struct week_page *page = &self->page;

	if (action == ACTION_CLOSE)
		return leave(self, outcome);
	if (!self->loaded)
		return REPLY_IGNORED;
	if (action == ACTION_UP || action == ACTION_DOWN)
		go(self, page->row + (action == ACTION_UP ? -1 : 1), page->column);
	else if (action == ACTION_WEEK_LEFT || action == ACTION_WEEK_RIGHT)
		go(self, page->row, page->column + (action == ACTION_WEEK_LEFT ? -1 : 1));
	else if (action == ACTION_WEEK_NEXT || action == ACTION_WEEK_PREVIOUS)
		step(self, action == ACTION_WEEK_NEXT ? 1 : -1);
	else if (action == ACTION_WEEK_DAY)
		tick_day(self);
	else if (action == ACTION_WEEK_SAVE)
		return save(self, app, outcome, err);
	else if (action == ACTION_WEEK_BEFORE || action == ACTION_WEEK_AFTER)
		return turn(self, app, action == ACTION_WEEK_BEFORE ? -1 : 1, outcome, err);
	else
		return REPLY_IGNORED;
	return REPLY_DONE;
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_week *self = (struct view_week *)view;
	int day, cell;

	if (!self->loaded || !week_page_at(&self->page, view->area, row, column, &day, &cell))
		return REPLY_IGNORED;
	go(self, day, cell);
	return REPLY_DONE;
}

static void free_week(struct view *view)
{
	free(((struct view_week *)view)->page.cells);
}

static bool waits(const struct view *view)
{
	return ((const struct view_week *)view)->page.passes;
}

static void rest(struct view *view)
{
	((struct view_week *)view)->page.passes = false;
}

static const struct view_class class = {
	.title = "Week",
	.scope = SCOPE_WEEK,
	.size = sizeof(struct view_week),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.type = type,
	.click = click,
	.waits = waits,
	.rest = rest,
	.free = free_week,
};

struct view *view_week_new(struct day day)
{
	struct view_week *self = view_new(&class);

	self->day = day;
	self->page.cells = mem_alloc(1, sizeof(*self->page.cells));
	return &self->view;
}
