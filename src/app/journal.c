/* SPDX-License-Identifier: MIT */
#include "app/journal.h"

#include <stdlib.h>

#include "app/undo.h"
#include "app_private.h"
#include "base/mem.h"
#include "diary_words.h"
#include "store/diary.h"

bool app_journal_get(struct app *app, int64_t id, struct note *note, struct err *err)
{
	struct store *store;

	return app_store_read(app, &store, err) && store_note_get(store, id, note, err);
}

static void describe(const struct app *app, const char *verb, const struct note *note, char *what)
{
	const struct diary_stamp stamp = {note->utc, note->utc_offset};

	diary_describe(app, verb, ENTRY_NOTE, stamp, what);
}

bool app_journal_add(struct app *app, const char *text, const char *when, struct noted *noted,
		     struct err *err)
{
	struct noted read = {.note = NOTE_INIT};
	struct store *store;
	char what[APP_WHAT_SIZE];
	bool done;

	read.note.text = mem_dup(text);
	done = diary_when(app, when, &read.note.utc, &read.note.utc_offset, read.said, err) &&
	       note_valid(&read.note, err);
	if (done)
		describe(app, "", &read.note, what);
	done = done && app_store_write(app, &store, err) &&
	       store_note_add(store, &read.note, app_now_utc(app), what, &read.note.id, err);
	if (done)
		*noted = read;
	else
		note_free(&read.note);
	return done;
}

bool app_journal_edit(struct app *app, int64_t id, const char *text, const char *when,
		      struct noted *noted, struct err *err)
{
	struct noted read = {.note = NOTE_INIT};
	struct store *store;
	char what[APP_WHAT_SIZE];
	bool done;

	if (!app_journal_get(app, id, &read.note, err))
		return false;
	diary_replace(&read.note.text, text);
	done = (when == NULL ||
		diary_when(app, when, &read.note.utc, &read.note.utc_offset, read.said, err)) &&
	       note_valid(&read.note, err);
	if (done)
		describe(app, "change the ", &read.note, what);
	done = done && app_store_write(app, &store, err) &&
	       store_note_edit(store, &read.note, app_now_utc(app), what, err);
	if (done)
		*noted = read;
	else
		note_free(&read.note);
	return done;
}

void notes_free(struct notes *notes)
{
	for (size_t i = 0; i < notes->count; i++)
		note_free(&notes->items[i]);
	free(notes->items);
	*notes = (struct notes)NOTES_INIT;
}

static bool keep(void *context, const struct note *note, struct err *err)
{
	struct notes *notes = context;

	(void)err;
	notes->items =
		mem_grow(notes->items, &notes->cap, notes->count + 1, sizeof(notes->items[0]));
	note_copy(&notes->items[notes->count++], note);
	return true;
}

bool app_journal(struct app *app, struct day first, struct day last, struct notes *notes,
		 struct err *err)
{
	struct notes read = NOTES_INIT;
	struct store *store;

	if (!app_store_read(app, &store, err))
		return false;
	if (!store_note_walk(store, app_span(app, first, last), false, keep, &read, err)) {
		notes_free(&read);
		return false;
	}
	*notes = read;
	return true;
}
