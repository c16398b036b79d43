/* SPDX-License-Identifier: MIT */
#include "entry.h"

#include <stdlib.h>
#include <string.h>

#include "app/entries.h"
#include "app/history.h"
#include "app/log.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/utf8.h"

#include "commands.h"
#include "diary.h"
#include "format.h"

enum { ID_DIGITS_MAX = 18 };

bool entry_read_id(const char *text, int64_t *id, struct err *err)
{
	size_t len = strlen(text);
	int64_t number = 0;

	if (len == 0 || len > ID_DIGITS_MAX || strspn(text, "0123456789") != len)
		return err_set(err, ERR_USAGE,
			       "'%s' is not an id; 'taper history --by dose' shows the ids", text);
	for (const char *digit = text; *digit != '\0'; digit++)
		number = number * 10 + (*digit - '0');
	*id = number;
	return true;
}

void entry_add_words(const struct session *session, const struct dose *dose, struct str *out)
{
	struct moment moment = dose_moment(dose);
	char amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	bool on_today = app_dose_day(session->app, dose).n == app_today_day(session->app).n;

	format_dose(dose->amount, dose->unit, amount);
	str_add(out, dose->amount.nano == 0 ? "\"none\"" : amount);
	if (strcmp(dose->product, DOSE_DEFAULT_PRODUCT) != 0) {
		str_add(out, " of ");
		utf8_add_clean(out, dose->product);
	}
	if (!on_today)
		str_addf(out, " on %s", day_full(moment.day, day));
	else if (dose->amount.nano == 0)
		str_add(out, " today");
	if (dose->amount.nano > 0)
		str_addf(out, " at %s", minute_text(moment.minute, time));
	str_addf(out, " (id %lld)", (long long)dose->id);
}

static void add_field(struct session *session, const char *name, const char *text)
{
	if (text[0] == '\0')
		return;
	str_addf(&session->out, "%-9s", name);
	utf8_add_clean(&session->out, text);
	str_add_char(&session->out, '\n');
}

/* A time on another wall than the one here is told with its distance from UTC. */
static void add_offset(struct session *session, const struct dose *dose)
{
	char text[MOMENT_TEXT_SIZE];
	const char *offset;

	if (dose->utc_offset == clock_offset_at(&session->clock, dose->utc))
		return;
	moment_rfc3339(dose->utc, dose->utc_offset, text);
	offset = strpbrk(text, "+Z");
	if (offset == NULL)
		offset = strrchr(text, '-');
	str_addf(&session->out, " (UTC%s)", offset);
}

static void add_dose(struct session *session, const struct dose *dose)
{
	struct moment moment = dose_moment(dose);
	struct day counts_for = app_dose_day(session->app, dose);
	char text[64], day[DAY_TEXT_SIZE];

	str_addf(&session->out, "%-9s%lld\n", "id", (long long)dose->id);
	add_field(session, "amount", format_dose(dose->amount, dose->unit, text));
	str_addf(&session->out, "%-9s%s ", "time", day_full(moment.day, day));
	str_addf(&session->out, "%s", minute_text(moment.minute, text));
	add_offset(session, dose);
	str_add_char(&session->out, '\n');
	if (counts_for.n != moment.day.n)
		add_field(session, "counts", day_full(counts_for, day));
	add_field(session, "product", dose->product);
	add_field(session, "tags", dose->tags);
	add_field(session, "note", dose->note);
}

static bool show_dose(struct session *session, int64_t id, struct err *err)
{
	struct dose dose = DOSE_INIT;

	if (!app_dose(session->app, id, &dose, err))
		return false;
	if (session->json) {
		struct json json = JSON_INIT;

		json_dose(&json, NULL, &dose, app_dose_day(session->app, &dose));
		session_take_json(session, &json);
	} else {
		add_dose(session, &dose);
	}
	dose_free(&dose);
	return true;
}

static bool run_show(struct session *session, struct err *err)
{
	enum entry_kind kind;
	int64_t id;

	if (!entry_read_id(session_word(session, 0), &id, err) ||
	    !app_entry_kind(session->app, id, &kind, err))
		return false;
	return kind == ENTRY_DOSE ? show_dose(session, id, err)
				  : diary_show(session, kind, id, err);
}

struct named {
	int64_t id;
	enum entry_kind kind;
};

/* All of them are looked up before the first is removed. */
static bool find_all(struct session *session, struct named *named, struct err *err)
{
	for (size_t i = 0; i < session->options.word_count; i++) {
		if (!entry_read_id(session_word(session, i), &named[i].id, err))
			return false;
		for (size_t before = 0; before < i; before++) {
			if (named[before].id == named[i].id)
				return err_set(err, ERR_USAGE, "%s is given twice",
					       session_word(session, i));
		}
		if (!app_entry_kind(session->app, named[i].id, &named[i].kind, err))
			return false;
	}
	return true;
}

static bool add_words(struct session *session, const struct named *named, struct err *err)
{
	struct dose dose = DOSE_INIT;

	if (named->kind != ENTRY_DOSE)
		return diary_add_words(session, named->kind, named->id, err);
	if (!app_dose(session->app, named->id, &dose, err))
		return false;
	entry_add_words(session, &dose, &session->out);
	dose_free(&dose);
	return true;
}

static bool remove_one(struct session *session, const struct named *named, struct err *err)
{
	size_t before = session->out.len;

	str_add(&session->out, "removed ");
	if (add_words(session, named, err) && app_entry_remove(session->app, named->id, err))
		return true;
	str_cut(&session->out, before);
	return false;
}

static bool remove_all(struct session *session, const struct named *named, struct err *err)
{
	size_t count = session->options.word_count;

	for (size_t i = 0; i < count; i++) {
		if (!remove_one(session, &named[i], err))
			return false;
		session->changed = true;
		str_add_char(&session->out, count > 1 ? '\n' : ';');
	}
	if (count > 1)
		str_addf(&session->out, "'taper undo' brings them back, one at a time\n");
	else
		str_add(&session->out, " 'taper undo' brings it back\n");
	return true;
}

/* What could not be removed is not in it. */
static bool remove_all_json(struct session *session, const struct named *named, struct err *err)
{
	struct json json = JSON_INIT;
	bool done = true;

	json_open_object(&json, NULL);
	json_open_list(&json, "removed");
	for (size_t i = 0; i < session->options.word_count && done; i++) {
		done = app_entry_remove(session->app, named[i].id, err);
		if (!done)
			break;
		session->changed = true;
		json_open_object(&json, NULL);
		json_int(&json, "id", named[i].id);
		json_text(&json, "kind", entry_kind_name(named[i].kind));
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
	return done;
}

static bool run_rm(struct session *session, struct err *err)
{
	struct named *named = mem_alloc(session->options.word_count, sizeof(*named));
	bool done = find_all(session, named, err) &&
		    (session->json ? remove_all_json(session, named, err)
				   : remove_all(session, named, err));

	free(named);
	return done;
}

static bool run_undo(struct session *session, struct err *err)
{
	char what[APP_WHAT_SIZE];

	if (!app_undo(session->app, what, err))
		return false;
	session_did(session, "undone", "taken back:", what);
	return true;
}

static bool run_redo(struct session *session, struct err *err)
{
	char what[APP_WHAT_SIZE];

	if (!app_redo(session->app, what, err))
		return false;
	session_did(session, "redone", "done again:", what);
	return true;
}

const struct command command_show = {
	.name = "show",
	.usage = "ID",
	.summary = "shows one dose, check-in, urge or note with everything that is known of it",
	.examples = {{"taper show 12", "dose 12"},
		     {"taper show 12 --json", "the same for a program"}},
	.least_words = 1,
	.most_words = 1,
	.run = run_show,
};

const struct command command_rm = {
	.name = "rm",
	.usage = "ID...",
	.summary = "removes doses, check-ins, urges or notes, all that are named or none; 'taper "
		   "undo' brings them back",
	.examples = {{"taper rm 12", "dose 12 is gone"},
		     {"taper history --by dose --last 2d", "shows the ids of the last two days"}},
	.least_words = 1,
	.most_words = WORDS_ANY,
	.run = run_rm,
};

const struct command command_undo = {
	.name = "undo",
	.usage = "",
	.summary = "takes the last change of any kind back; again for the one before it",
	.examples = {{"taper undo", "the last change is taken back"},
		     {"taper undo && taper undo", "and the one before it"}},
	.run = run_undo,
};

const struct command command_redo = {
	.name = "redo",
	.usage = "",
	.summary = "does again what was taken back last",
	.examples = {{"taper redo", "the change is there again"},
		     {"taper undo && taper redo", "leaves everything as it was"}},
	.run = run_redo,
};
