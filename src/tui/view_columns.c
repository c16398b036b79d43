/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "columns_page.h"
#include "move.h"
#include "view_export.h"
#include "words.h"

struct view_columns {
	struct view view;
	struct columns_page page;
	char *path; /* owned */
	bool begun;
};

/* What a request borrows. */
struct asked {
	struct import_request request;
	struct import_layout layout;
	struct str columns; /* owned */
};

static struct asked ask_for(const struct view_columns *self)
{
	const struct columns_page *page = &self->page;
	struct asked asked = {.columns = STR_INIT};

	columns_text(page, &asked.columns);
	asked.request.path = self->path;
	asked.request.unit = columns_word(page, COLUMNS_UNIT);
	asked.request.skip_bad = columns_word(page, COLUMNS_BAD) != NULL;
	asked.layout = (struct import_layout){
		.separator = columns_word(page, COLUMNS_SEPARATOR),
		.decimal = columns_word(page, COLUMNS_DECIMAL),
		.dates = columns_word(page, COLUMNS_DATES),
		.no_header = columns_word(page, COLUMNS_HEADER) != NULL,
	};
	return asked;
}

static void point(struct asked *asked)
{
	asked->layout.columns = asked->columns.data;
	asked->request.layout = &asked->layout;
}

static void read_lines(struct view_columns *self, struct app *app)
{
	struct columns_page *page = &self->page;
	struct asked asked = ask_for(self);
	struct err err;
	bool read;

	point(&asked);
	read = app_table_lines(app, &asked.request, page->lines, COLUMNS_LINES, &page->line_count,
			       &err);
	str_free(&asked.columns);
	page->said[0] = '\0';
	if (!read)
		memcpy(page->said, err.msg, sizeof(page->said));
}

/* The columns are those that another mark gives; what they seem to be is proposed. */
static bool read_table(struct view_columns *self, struct err *err)
{
	struct columns_page *page = &self->page;
	struct table table;

	if (!app_table(self->path, columns_word(page, COLUMNS_SEPARATOR), &table, err))
		return false;
	page->table = table;
	for (int part = 0; part < IMPORT_PARTS; part++)
		page->chosen[part] = table.parts[part];
	page->chosen[COLUMNS_DATES] = (int)table.dates;
	page->chosen[COLUMNS_HEADER] = table.no_header ? 1 : 0;
	return true;
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_columns *self = (struct view_columns *)view;

	self->page.keys = view->keys;
	if (!self->begun && !read_table(self, err))
		return false;
	if (!self->begun) {
		list_resize(&self->page.list, COLUMNS_ROWS);
		list_go(&self->page.list, self->page.table.dates_open ? COLUMNS_DATES : 0);
	}
	self->begun = true;
	read_lines(self, app);
	return true;
}

static void place(struct view *view, struct rect area)
{
	struct view_columns *self = (struct view_columns *)view;

	list_place(&self->page.list, columns_page_list(&self->page, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	columns_page_draw(&((const struct view_columns *)view)->page, canvas, area);
}

/* Day and time are in one column or in two; the other way is let go. */
static void settle(struct columns_page *page, int row)
{
	enum { BOTH, DAY, TIME };

	if (row == BOTH && page->chosen[BOTH] > 0)
		page->chosen[DAY] = page->chosen[TIME] = 0;
	else if ((row == DAY || row == TIME) && page->chosen[row] > 0)
		page->chosen[BOTH] = 0;
}

static enum reply change(struct view_columns *self, struct app *app, int by, struct err *err)
{
	struct columns_page *page = &self->page;
	int row = page->list.cursor, count = columns_values(page, row);

	page->chosen[row] = (page->chosen[row] + count + by) % count;
	settle(page, row);
	if (row == COLUMNS_SEPARATOR && !read_table(self, err))
		return REPLY_FAILED;
	read_lines(self, app);
	return REPLY_DONE;
}

static bool bring(const struct view_columns *self, struct app *app, bool dry,
		  struct import_result *result, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct asked asked = ask_for(self);
	bool done;

	point(&asked);
	asked.request.dry_run = dry;
	done = app_import(app, &asked.request, result, &problems, err);
	if (!done && problems.count > 0)
		err_set(err, ERR_FORMAT, "line %d: %s%s", problems.items[0].line,
			problems.items[0].text, problems.count > 1 ? "; and more lines" : "");
	problems_free(&problems);
	str_free(&asked.columns);
	return done;
}

static bool yes(struct app *app, const struct question *question, struct outcome *outcome,
		struct err *err)
{
	const struct view_columns *self = question->context;
	struct import_result result;
	char count[WORDS_SIZE];

	if (!bring(self, app, false, &result, err))
		return false;
	outcome_say(outcome, "Added %s", words_count(result.added, "entry", "entries", count));
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	return true;
}

static void tell(const struct import_result *result, struct str *out)
{
	char count[WORDS_SIZE], first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

	str_add(out, words_count(result->read, "dose", "doses", count));
	str_addf(out, " from %s to %s: ", day_full(result->first, first),
		 day_full(result->last, last));
	for (size_t i = 0; i < result->product_count; i++)
		str_addf(out, "%s%" PRId64 " of %s in %s", i > 0 ? ", " : "",
			 result->products[i].count, result->products[i].name,
			 unit_many(result->products[i].unit));
	str_add(out, ".\n");
	if (result->left_out > 0)
		str_addf(out, "%" PRId64 " can't be read and would be left out.\n",
			 result->left_out);
	if (result->skipped > 0)
		str_addf(out, "%" PRId64 " are in the log already.\n", result->skipped);
	str_addf(out, "Add %s to the log, as one change?",
		 words_count(result->added, "dose", "doses", count));
}

static enum reply add(struct view_columns *self, struct app *app, struct outcome *outcome,
		      struct err *err)
{
	struct question question = {.title = "Add these doses", .text = STR_INIT, .context = self};
	struct import_result result;

	if (!bring(self, app, true, &result, err))
		return REPLY_FAILED;
	if (result.added == 0) {
		outcome_say(outcome, result.read == 0 ? "There is nothing in it to be read"
						      : "All of it is in the log already");
		return REPLY_DONE;
	}
	question.yes = yes;
	tell(&result, &question.text);
	outcome->open = view_confirm_new(&question);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_columns *self = (struct view_columns *)view;

	if (!self->begun)
		return REPLY_IGNORED;
	if (action == ACTION_COLUMN_LESS || action == ACTION_COLUMN_MORE)
		return change(self, app, action == ACTION_COLUMN_MORE ? 1 : -1, err);
	if (action == ACTION_COLUMN_ADD)
		return add(self, app, outcome, err);
	return move_list(&self->page.list, action);
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_columns *self = (struct view_columns *)view;

	return move_list_to(&self->page.list, columns_page_list(&self->page, view->area), row,
			    column);
}

static void free_columns(struct view *view)
{
	free(((struct view_columns *)view)->path);
}

static const struct view_class class = {
	.title = "Columns",
	.scope = SCOPE_COLUMNS,
	.size = sizeof(struct view_columns),
	.dialog = true,
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.free = free_columns,
};

struct view *view_columns_new(const char *path, int unit)
{
	struct view_columns *self = view_new(&class);

	self->path = mem_dup(path);
	self->page.chosen[COLUMNS_UNIT] = unit;
	return &self->view;
}
