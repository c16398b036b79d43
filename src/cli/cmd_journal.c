/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>
#include <unistd.h>

#include "app/entries.h"
#include "app/journal.h"

#include "diary.h"
#include "editor.h"
#include "format.h"
#include "period.h"
#include "typed.h"

enum { INPUT_MAX = 1024 * 1024 };

static const struct option_spec journal_options[] = {
	{OPTION_WHEN, 'w', "when", "TIME", "the same as @TIME"},
	{OPTION_LIST, 0, "list", NULL, "the notes of the last days"},
	{OPTION_FROM, 'f', "from", "DATE", "with --list: first day"},
	{OPTION_TO, 't', "to", "DATE", "with --list: last day; else today"},
	{OPTION_LAST, 'l', "last", "TIME", "with --list: so long up to the last day: 30d, 8w"},
	{.name = NULL},
};

static void list_one(struct session *session, const struct note *note)
{
	struct moment moment = moment_from_utc(note->utc, note->utc_offset);
	char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	str_addf(&session->out, "%s %s (id %lld)\n", day_full(moment.day, day),
		 minute_text(moment.minute, time), (long long)note->id);
	diary_add_lines(session, 2, note->text, &session->out);
}

static bool run_list(struct session *session, struct err *err)
{
	struct json json = JSON_INIT;
	struct period period;
	struct notes notes;
	size_t count;

	if (!period_read(session_option(session, OPTION_FROM), session_option(session, OPTION_TO),
			 session_option(session, OPTION_LAST), app_today_day(session->app), &period,
			 err) ||
	    !app_journal(session->app, period.first, period.last, &notes, err))
		return false;
	count = notes.count;
	json_open_list(&json, NULL);
	for (size_t i = 0; i < count; i++) {
		if (session->json)
			diary_json_note(session, &json, NULL, &notes.items[i]);
		else
			list_one(session, &notes.items[i]);
	}
	json_close_list(&json);
	if (session->json)
		session_take_json(session, &json);
	else
		json_free(&json);
	notes_free(&notes);
	return count > 0 || session->json ||
	       err_set(err, ERR_NOT_FOUND, "nothing is written in those days");
}

/* "-" is standard input. */
static bool read_input(struct str *text, struct err *err)
{
	char block[4096];
	ssize_t got = 0;

	while (text->len <= INPUT_MAX && (got = read(STDIN_FILENO, block, sizeof(block))) > 0)
		str_add_bytes(text, block, (size_t)got);
	if (got < 0)
		return err_set(err, ERR_IO, "standard input can't be read");
	if (memchr(text->data, '\0', text->len) != NULL)
		return err_set(err, ERR_INVALID, "the text has a zero byte in it");
	return true;
}

static bool store_it(struct session *session, const char *text, const char *when, struct err *err)
{
	struct noted noted;
	char day[DAY_TEXT_SIZE];

	if (!app_journal_add(session->app, text, when, &noted, err))
		return false;
	session->changed = true;
	if (session->json) {
		struct json json = JSON_INIT;

		diary_json_note(session, &json, NULL, &noted.note);
		session_take_json(session, &json);
	} else {
		struct day of = app_diary_day(session->app, noted.note.utc, noted.note.utc_offset);

		str_addf(&session->out, "noted for %s (id %lld)\n", day_full(of, day),
			 (long long)noted.note.id);
		if (noted.said[0] != '\0')
			looks_wrap(&session->looks, 0, noted.said, &session->out);
	}
	note_free(&noted.note);
	return true;
}

/* An editor left without a text is a change of mind, and no mistake. */
static bool run_editor(struct session *session, const char *when, struct err *err)
{
	struct editor_text written = EDITOR_TEXT_INIT;
	bool empty, done;

	if (!editor_edit(session, "", &written, err))
		return false;
	empty = strspn(written.text.data, " \t\r\n") == written.text.len;
	if (empty)
		str_add(&session->out, "nothing was written, so nothing was kept\n");
	done = empty || store_it(session, written.text.data, when, err);
	editor_end(&written, done, err);
	return done;
}

static bool run_typed(struct session *session, const struct typed *typed, struct err *err)
{
	const char *when = typed_or_null(&typed->when);
	struct str text = STR_INIT;
	bool done;

	if (typed->count == 0)
		return run_editor(session, when, err);
	if (typed->count > 1 || strcmp(typed->list[0], "-") != 0)
		return store_it(session, typed->text.data, when, err);
	done = read_input(&text, err) && store_it(session, text.data, when, err);
	str_free(&text);
	return done;
}

static bool run(struct session *session, struct err *err)
{
	struct typed typed = typed_none();
	bool done;

	if (session_has(session, OPTION_LIST))
		return run_list(session, err);
	done = typed_read(session, 0, &typed, err) && run_typed(session, &typed, err);
	typed_free(&typed);
	return done;
}

const struct command command_journal = {
	.name = "journal",
	.usage = "[TEXT | -] [@TIME] | --list",
	.summary = "writes a note of the day, in your own words",
	.more = "Without TEXT it opens $VISUAL or $EDITOR on a file only you can read, which is "
		"gone afterwards; - reads the note from standard input.",
	.examples = {{"taper journal \"slept through for the first time\"", "a note of now"},
		     {"taper journal --list --last 8w", "the notes of eight weeks"}},
	.options = journal_options,
	.most_words = WORDS_ANY,
	.run = run,
};
