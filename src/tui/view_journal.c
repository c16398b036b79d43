/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

#include "app/entries.h"
#include "app/journal.h"
#include "base/utf8.h"
#include "key_words.h"
#include "move.h"

enum {
	MARGIN = 2,
	MARGIN_COLUMNS = 60,
	AIR_ROWS = 14,
	DAY_COLUMNS = 12,
	TIME_COLUMNS = 7,
	TIME_LEAST = 40
};
enum { YEARS_DAYS = 40000, FORM_BYTES = 2000 };

struct view_journal {
	struct view view;
	struct notes notes;
	struct list list; /* newest first */
};

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_journal *self = (struct view_journal *)view;
	struct day today = app_today_day(app);
	struct notes notes;

	if (!app_journal(app, day_add(today, -YEARS_DAYS), today, &notes, err))
		return false;
	notes_free(&self->notes);
	self->notes = notes;
	list_resize(&self->list, (int)notes.count);
	return true;
}

static const struct note *note_at(const struct view_journal *self, int item)
{
	if (item < 0 || (size_t)item >= self->notes.count)
		return NULL;
	return &self->notes.items[self->notes.count - 1 - (size_t)item];
}

static struct rect page_of(struct rect area)
{
	struct rect page = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? MARGIN : 1);

	rect_take_top(&page, area.rows > AIR_ROWS ? 1 : 0);
	return page;
}

static struct rect list_of(struct rect area)
{
	struct rect page = page_of(area);

	rect_take_top(&page, area.rows > AIR_ROWS ? 2 : 1);
	return page;
}

static void place(struct view *view, struct rect area)
{
	list_place(&((struct view_journal *)view)->list, list_of(area).rows);
}

/* A note of several lines shows its first. */
static void draw_note(const struct note *note, struct canvas *canvas, struct rect line)
{
	struct moment moment = moment_from_utc(note->utc, note->utc_offset);
	size_t len = strcspn(note->text, "\n");
	char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	struct str first = STR_INIT;

	str_add_bytes(&first, note->text, len);
	if (note->text[len] != '\0')
		str_add(&first, " …");
	canvas_text(canvas, rect_take_left(&line, DAY_COLUMNS), ROLE_ACCENT,
		    day_short(moment.day, day));
	if (line.columns >= TIME_LEAST)
		canvas_text(canvas, rect_take_left(&line, TIME_COLUMNS), ROLE_DIM,
			    minute_text(moment.minute, time));
	canvas_text(canvas, line, ROLE_TEXT, first.data);
	str_free(&first);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_journal *self = (const struct view_journal *)view;
	struct rect head = page_of(area), rows = list_of(area);

	canvas_text(canvas, head, INK_TITLE, "Journal");
	if (self->list.count == 0)
		key_words_wrap(view->keys, canvas, rows, ROLE_DIM,
			       "Nothing is written yet. {write-note} writes a note.");
	for (int i = 0; i < rows.rows; i++) {
		const struct note *note = note_at(self, self->list.top + i);
		struct rect line = rect_line(rows, i, 0);

		if (note == NULL)
			return;
		draw_note(note, canvas, line);
		if (self->list.top + i == self->list.cursor) {
			canvas_select_row(canvas, line);
			canvas_cursor(canvas, line.row, line.column, false);
		}
	}
}

static enum reply drop(const struct note *note, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	if (!app_entry_remove(app, note->id, err))
		return REPLY_FAILED;
	outcome_say(outcome, "The note is deleted");
	outcome_hint(outcome, ACTION_UNDO, "brings it back");
	return REPLY_RELOAD;
}

/* The form has one line: what would not fit in it is changed in an editor. */
static enum reply edit(const struct note *note, struct outcome *outcome)
{
	if (strchr(note->text, '\n') != NULL || strlen(note->text) > FORM_BYTES)
		outcome_say(outcome,
			    "That note has several lines; taper edit %lld TEXT changes it.",
			    (long long)note->id);
	else
		outcome->open = view_note_new(note);
	return REPLY_DONE;
}

static enum reply read_it(const struct note *note, struct outcome *outcome)
{
	struct moment moment = moment_from_utc(note->utc, note->utc_offset);
	char day[DAY_TEXT_SIZE], title[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE];
	struct str text = STR_INIT, head = STR_INIT;

	str_addf(&head, "%s %s", day_full(moment.day, day), minute_text(moment.minute, title));
	/* A blank before each line, so that none reads as a heading. */
	for (const char *line = note->text; *line != '\0';) {
		size_t len = strcspn(line, "\n");
		struct str one = STR_INIT;

		str_add_bytes(&one, line, len);
		if (one.len > 0)
			str_add_char(&text, ' ');
		utf8_add_clean(&text, one.data);
		str_add_char(&text, '\n');
		str_free(&one);
		line += len + (line[len] == '\n');
	}
	outcome->open = view_read_new(head.data, &text);
	str_free(&head);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_journal *self = (struct view_journal *)view;
	const struct note *note = note_at(self, self->list.cursor);

	if (note != NULL && action == ACTION_READ_NOTE)
		return read_it(note, outcome);
	if (note != NULL && action == ACTION_EDIT_NOTE)
		return edit(note, outcome);
	if (note != NULL && action == ACTION_REMOVE_NOTE)
		return drop(note, app, outcome, err);
	return move_list(&self->list, action);
}

static void note_line(const void *context, int item, struct str *out)
{
	const struct note *note = note_at(context, item);
	struct moment moment;
	char time[MOMENT_TEXT_SIZE];

	if (note == NULL)
		return;
	moment = moment_from_utc(note->utc, note->utc_offset);
	move_day_words(moment.day, out);
	str_addf(out, "%s %s", minute_text(moment.minute, time), note->text);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct view_journal *self = (struct view_journal *)view;

	(void)app;
	(void)outcome;
	return move_list_find(&self->list, words, by, note_line, self, err);
}

static bool can(const struct view *view, enum action action)
{
	return (action != ACTION_READ_NOTE && action != ACTION_EDIT_NOTE &&
		action != ACTION_REMOVE_NOTE) ||
	       ((const struct view_journal *)view)->list.count > 0;
}

static enum reply click(struct view *view, int row, int column)
{
	struct list *list = &((struct view_journal *)view)->list;

	return move_list_to(list, list_of(view->area), row, column);
}

static void free_journal(struct view *view)
{
	notes_free(&((struct view_journal *)view)->notes);
}

static const enum action first[] = {ACTION_READ_NOTE,   ACTION_WRITE_NOTE, ACTION_EDIT_NOTE,
				    ACTION_REMOVE_NOTE, ACTION_SEARCH,     ACTION_UNDO,
				    ACTION_NONE};

static const struct view_class class = {
	.title = "Journal",
	.scope = SCOPE_JOURNAL,
	.first = first,
	.size = sizeof(struct view_journal),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.can = can,
	.click = click,
	.find = find,
	.find_title = "Find",
	.find_hint = "a word or a date; {find-next} goes on",
	.free = free_journal,
};

struct view *view_journal_new(void)
{
	struct view_journal *self = view_new(&class);

	self->notes = (struct notes)NOTES_INIT;
	return &self->view;
}
