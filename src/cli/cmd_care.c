/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdlib.h>

#include "app/care.h"
#include "base/plural.h"
#include "base/utf8.h"

static const struct option_spec backup_options[] = {
	{OPTION_FORCE, 0, "force", NULL, "write over a file that is there"},
	{.name = NULL},
};

static const struct option_spec doctor_options[] = {
	{OPTION_FIX, 0, "fix", NULL, "put right what can be put right without losing anything"},
	{.name = NULL},
};

static bool run_backup(struct session *session, struct err *err)
{
	const char *path = session_word(session, 0);
	struct json json = JSON_INIT;

	if (!app_backup(session->app, path, session_has(session, OPTION_FORCE), err))
		return false;
	session->changed = true;
	if (session->json) {
		json_open_object(&json, NULL);
		json_text(&json, "file", path);
		json_close_object(&json);
		session_take_json(session, &json);
		return true;
	}
	str_add(&session->out, "the log is copied to ");
	utf8_add_clean(&session->out, path);
	str_add(&session->out, ", read back and found whole\n");
	return true;
}

static bool run_restore(struct session *session, struct err *err)
{
	const char *path = session_word(session, 0);
	struct json json = JSON_INIT;
	char *aside = NULL;

	session->unseen.several = true;
	if (!app_restore(session->app, path, &aside, err))
		return false;
	session->changed = true;
	if (session->json) {
		json_open_object(&json, NULL);
		json_text(&json, "file", path);
		json_text(&json, "put_aside", aside);
		json_close_object(&json);
		session_take_json(session, &json);
	} else {
		str_add(&session->out, "the log is now as in ");
		utf8_add_clean(&session->out, path);
		if (aside != NULL) {
			str_add(&session->out, "\nthe one before is kept as ");
			utf8_add_clean(&session->out, aside);
		}
		str_add_char(&session->out, '\n');
	}
	free(aside);
	return true;
}

static const struct {
	const char *word, *json;
	enum ink ink;
} states[] = {
	[CHECK_OK] = {"ok", "ok", INK_GOOD},
	[CHECK_MENDED] = {"mended", "mended", INK_GOOD},
	[CHECK_WRONG] = {"look", "wrong", INK_WARN},
};

static void add_cell(struct session *session, enum ink ink, const char *text, int columns)
{
	struct str cell = STR_INIT;

	utf8_add_padded(&cell, text, columns, session->looks.ascii);
	looks_ink(&session->looks, ink, cell.data, &session->out);
	str_add_char(&session->out, ' ');
	str_free(&cell);
}

static void checkup_text(struct session *session, const struct checkup *checkup)
{
	enum { STATE_COLUMNS = 6, NAME_COLUMNS = 11, INDENT = STATE_COLUMNS + NAME_COLUMNS + 2 };

	for (size_t i = 0; i < checkup->count; i++) {
		const struct check *check = &checkup->checks[i];

		add_cell(session, states[check->state].ink, states[check->state].word,
			 STATE_COLUMNS);
		add_cell(session, INK_NONE, check->name, NAME_COLUMNS);
		utf8_add_clean(&session->out, check->said);
		str_add_char(&session->out, '\n');
		if (check->todo[0] == '\0')
			continue;
		str_add_repeat(&session->out, " ", INDENT);
		utf8_add_clean(&session->out, check->todo);
		str_add_char(&session->out, '\n');
	}
}

static void checkup_json(struct session *session, const struct checkup *checkup)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_bool(&json, "ok", checkup->wrong == 0);
	json_open_list(&json, "checks");
	for (size_t i = 0; i < checkup->count; i++) {
		const struct check *check = &checkup->checks[i];

		json_open_object(&json, NULL);
		json_text(&json, "check", check->name);
		json_text(&json, "state", states[check->state].json);
		json_text(&json, "found", check->said);
		json_known(&json, "todo", check->todo);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

static bool run_doctor(struct session *session, struct err *err)
{
	bool mend = session_has(session, OPTION_FIX);
	struct checkup checkup;
	size_t wrong;

	app_doctor(session->app, mend, &checkup);
	session->changed = mend;
	if (session->json)
		checkup_json(session, &checkup);
	else
		checkup_text(session, &checkup);
	wrong = checkup.wrong;
	checkup_free(&checkup);
	return wrong == 0 ||
	       err_set(err, ERR_NOT_FOUND,
		       plural_of((int64_t)wrong, "%zu thing to look at", "%zu things to look at"),
		       wrong);
}

const struct command command_backup = {
	.name = "backup",
	.usage = "FILE [--force]",
	.summary = "copies the log to a file, read back and found whole",
	.examples = {{"taper backup ~/taper-copy.db", "a copy, whole or not at all"},
		     {"taper backup /media/stick/taper.db --force", "over the one from last time"}},
	.options = backup_options,
	.least_words = 1,
	.most_words = 1,
	.takes_time = true,
	.run = run_backup,
};

const struct command command_restore = {
	.name = "restore",
	.usage = "FILE",
	.summary = "puts a copy in the place of the log; the log as it was is kept among the "
		   "backups",
	.more = "Of a locked log, its passphrase is asked for first, and then that of a copy that "
		"has another one. With --passphrase-fd these are two lines.",
	.examples = {{"taper restore ~/taper-copy.db", "back to that copy"},
		     {"taper restore day-2026-11-20.db",
		      "the automatic backup: as it was before the first change of that day"}},
	.least_words = 1,
	.most_words = 1,
	.takes_time = true,
	.run = run_restore,
};

const struct command command_doctor = {
	.name = "doctor",
	.usage = "[--fix]",
	.summary = "looks whether the log, its backups and all that taper reads are as they "
		   "should be",
	.examples = {{"taper doctor", "one line for each thing, and what to do about it"},
		     {"taper doctor --fix", "puts right what can be; what is damaged is kept"}},
	.options = doctor_options,
	.takes_time = true,
	.run = run_doctor,
};
