/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

#include "app/entries.h"
#include "base/utf8.h"
#include "journal_page.h"
#include "move.h"
#include "urge_more.h"

struct view_journal {
	struct view view;
	struct journal_page page;
};

static bool load(struct view *view, struct app *app, struct err *err)
{
	return journal_page_load(&((struct view_journal *)view)->page, app, err);
}

static void place(struct view *view, struct rect area)
{
	list_place(&((struct view_journal *)view)->page.list, journal_page_list(area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	journal_page_draw(&((const struct view_journal *)view)->page, view->keys, canvas, area);
}

static enum reply drop(const struct journal_item *item, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	if (!app_entry_remove(app, journal_item_id(item), err))
		return REPLY_FAILED;
	outcome_say(outcome, item->note != NULL ? "The note is deleted" : "The urge is deleted");
	outcome_hint(outcome, ACTION_UNDO, "brings it back");
	return REPLY_RELOAD;
}

static enum reply edit(const struct journal_item *item, struct outcome *outcome)
{
	outcome->open =
		item->note != NULL ? view_note_new(item->note) : view_urge_edit_new(item->urge);
	return REPLY_DONE;
}

static enum reply read_it(const struct journal_item *item, struct outcome *outcome)
{
	struct moment moment = journal_item_moment(item);
	char day[DAY_TEXT_SIZE], title[DAY_TEXT_SIZE + MOMENT_TEXT_SIZE];
	struct str text = STR_INIT, head = STR_INIT, words = STR_INIT;

	journal_item_words(item, &words);
	str_addf(&head, "%s %s", day_full(moment.day, day), minute_text(moment.minute, title));
	/* A tab before each line, so that none reads as a heading. */
	for (const char *line = words.data; *line != '\0';) {
		size_t len = strcspn(line, "\n");
		struct str one = STR_INIT;

		str_add_bytes(&one, line, len);
		if (one.len > 0)
			str_add_char(&text, '\t');
		utf8_add_clean(&text, one.data);
		str_add_char(&text, '\n');
		str_free(&one);
		line += len + (line[len] == '\n');
	}
	outcome->open = view_read_new(head.data, &text);
	str_free(&head);
	str_free(&words);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_journal *self = (struct view_journal *)view;
	struct journal_item item = journal_page_selected(&self->page);

	if (action == ACTION_PAST_URGE) {
		outcome->open = view_urge_past_new();
		return REPLY_DONE;
	}
	if (item.note == NULL && item.urge == NULL)
		return move_list(&self->page.list, action);
	if (action == ACTION_READ_NOTE)
		return read_it(&item, outcome);
	if (action == ACTION_EDIT_NOTE)
		return edit(&item, outcome);
	if (action == ACTION_REMOVE_NOTE)
		return drop(&item, app, outcome, err);
	return move_list(&self->page.list, action);
}

static void item_line(const void *context, int item, struct str *out)
{
	const struct journal_item *one = &((const struct journal_page *)context)->items[item];
	struct moment moment = journal_item_moment(one);
	char time[MOMENT_TEXT_SIZE];

	move_day_words(moment.day, out);
	str_addf(out, "%s ", minute_text(moment.minute, time));
	journal_item_words(one, out);
}

static enum reply find(struct view *view, struct app *app, const char *words, int by,
		       struct outcome *outcome, struct err *err)
{
	struct journal_page *page = &((struct view_journal *)view)->page;

	(void)app;
	(void)outcome;
	return move_list_find(&page->list, words, by, item_line, page, err);
}

static bool can(const struct view *view, enum action action)
{
	return (action != ACTION_READ_NOTE && action != ACTION_EDIT_NOTE &&
		action != ACTION_REMOVE_NOTE) ||
	       ((const struct view_journal *)view)->page.list.count > 0;
}

static enum reply click(struct view *view, int row, int column)
{
	struct list *list = &((struct view_journal *)view)->page.list;

	return move_list_to(list, journal_page_list(view->area), row, column);
}

static void free_journal(struct view *view)
{
	journal_page_free(&((struct view_journal *)view)->page);
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

	self->page = (struct journal_page)JOURNAL_PAGE_INIT;
	return &self->view;
}
