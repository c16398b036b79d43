/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdlib.h>

#include "app/entries.h"
#include "app/guidance.h"
#include "app/log.h"
#include "app/undo.h"
#include "base/mem.h"

#include "ask.h"
#include "diary.h"
#include "format.h"
#include "period.h"
#include "table.h"
#include "typed.h"

static const struct option_spec checkin_options[] = {
	{OPTION_SLEEP, 's', "sleep", "HOURS", "how long you slept: 7, 7.5 or 7h30"},
	{OPTION_NOTE, 'n', "note", "TEXT", "a note"},
	{OPTION_WHEN, 'w', "when", "DAY", "the same as @DAY: a day that is over"},
	{OPTION_TREND, 0, "trend", NULL,
	 "the last days item by item, against the cuts of the plan"},
	{OPTION_LIST, 0, "list", NULL, "the items there are"},
	{OPTION_FROM, 'f', "from", "DATE", "with --trend: first day"},
	{OPTION_TO, 't', "to", "DATE", "with --trend: last day; else today"},
	{OPTION_LAST, 'l', "last", "TIME", "with --trend: so long up to the last day: 30d, 8w"},
	{.name = NULL},
};

/* Days before the first count as those before a cut on it. */
static bool run_trend(struct session *session, struct err *err)
{
	struct checkin_series series;
	struct period period;

	if (!period_read(session_option(session, OPTION_FROM), session_option(session, OPTION_TO),
			 session_option(session, OPTION_LAST), app_today_day(session->app), &period,
			 err) ||
	    !app_checkin_series(session->app, period.first, period.last, &series, err))
		return false;
	if (session->json)
		diary_trend_json(session, &series);
	else if (series.checked > 0)
		diary_trend_text(session, &series);
	else
		err_set(err, ERR_NOT_FOUND, "there is no check-in in those days");
	if (series.checked > 0 || session->json) {
		checkin_series_free(&series);
		return true;
	}
	checkin_series_free(&series);
	return false;
}

static void list_json(struct session *session, const struct symptoms *symptoms)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < symptoms->count; i++) {
		const struct symptom *symptom = &symptoms->items[i];

		json_open_object(&json, NULL);
		json_text(&json, "id", symptom->id);
		json_text(&json, "name", symptom->name);
		json_text(&json, "group", symptom_group_name(symptom->group));
		json_bool(&json, "asked", !symptom->hidden);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

static bool run_list(struct session *session, struct err *err)
{
	static const struct table_column columns[] = {
		{.head = "Item"},
		{.head = "What it is", .shrinks = true},
		{.head = "Group"},
		{.head = "Asked", .spare = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));
	struct symptoms symptoms;

	if (!app_symptoms(session->app, &symptoms, err))
		return false;
	for (size_t i = 0; i < symptoms.count; i++) {
		const struct symptom *symptom = &symptoms.items[i];

		table_add(&table, INK_NONE, symptom->id);
		table_add(&table, INK_NONE, symptom->name);
		table_add(&table, INK_NONE, symptom_group_title(symptom->group));
		table_add(&table, INK_NONE, symptom->hidden ? "no" : "yes");
	}
	if (session->json)
		list_json(session, &symptoms);
	else
		table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	symptoms_free(&symptoms);
	return true;
}

/* What was answered, as if it had been typed. */
struct answered {
	char **ratings; /* owned */
	size_t count, cap;
	struct str sleep, note;
	bool ended; /* no more questions */
};

static void answered_free(struct answered *answered)
{
	for (size_t i = 0; i < answered->count; i++)
		free(answered->ratings[i]);
	free(answered->ratings);
	str_free(&answered->sleep);
	str_free(&answered->note);
}

static void ask_item(struct session *session, const struct symptom *symptom,
		     struct answered *answered)
{
	struct str question = STR_INIT, answer = STR_INIT;

	str_addf(&question, "%s?", symptom->name);
	while (!answered->ended) {
		answered->ended = !ask_line(session, question.data, &answer);
		if (answered->ended || answer.len == 0)
			break;
		if (answer.len == 1 && answer.data[0] >= '0' &&
		    answer.data[0] <= '0' + SCORE_WORST) {
			struct str rating = STR_INIT;

			str_addf(&rating, "%s=%s", symptom->id, answer.data);
			answered->ratings =
				mem_grow(answered->ratings, &answered->cap, answered->count + 1,
					 sizeof(answered->ratings[0]));
			answered->ratings[answered->count++] = str_take(&rating);
			break;
		}
		str_add(&session->out, "  0 none, 1 a little, 2 moderate, 3 quite a lot, "
				       "4 extreme; or Enter to leave it out\n");
	}
	str_free(&question);
	str_free(&answer);
}

static void ask_all(struct session *session, const struct symptoms *symptoms,
		    struct answered *answered)
{
	looks_wrap(&session->looks, 0,
		   "How was today? 0 none, 1 a little, 2 moderate, 3 quite a lot, 4 extreme. Enter "
		   "leaves one out, Ctrl-D ends it and keeps what you said.",
		   &session->out);
	for (size_t i = 0; i < symptoms->count; i++) {
		if (!symptoms->items[i].hidden)
			ask_item(session, &symptoms->items[i], answered);
	}
	if (!answered->ended)
		answered->ended = !ask_line(session, "Hours slept?", &answered->sleep);
	if (!answered->ended)
		answered->ended = !ask_line(session, "A note?", &answered->note);
}

static bool store_answers(struct session *session, const struct answered *answered, struct err *err)
{
	const struct checkin_request request = {
		.ratings = (const char *const *)answered->ratings,
		.rating_count = answered->count,
		.sleep = typed_or_null(&answered->sleep),
		.note = typed_or_null(&answered->note),
	};
	struct checked_in checked;
	bool said;

	if (answered->count == 0 && request.sleep == NULL && request.note == NULL) {
		str_add(&session->out, "nothing was said, so nothing was kept\n");
		return true;
	}
	if (!app_checkin(session->app, &request, &checked, err))
		return false;
	str_add_char(&session->out, '\n');
	said = diary_say_checked(session, &checked, err);
	checkin_free(&checked.checkin);
	return said;
}

/* A night's sleep that can't be read is asked for again rather than losing all that was said. */
static bool run_asking(struct session *session, struct err *err)
{
	struct answered answered = {.sleep = STR_INIT, .note = STR_INIT};
	struct symptoms symptoms;
	bool done;

	if (!app_symptoms(session->app, &symptoms, err))
		return false;
	ask_all(session, &symptoms, &answered);
	symptoms_free(&symptoms);
	while (!(done = store_answers(session, &answered, err)) && answered.sleep.len > 0 &&
	       err->code == ERR_INVALID) {
		looks_wrap(&session->looks, 0, err->msg, &session->out);
		if (!ask_line(session, "Hours slept?", &answered.sleep))
			str_reset(&answered.sleep);
	}
	answered_free(&answered);
	return done;
}

static bool run_showing(struct session *session, const char *when, struct err *err)
{
	struct day day = app_today_day(session->app);
	struct checkin checkin = CHECKIN_INIT;
	char said[APP_WHAT_SIZE], text[DAY_TEXT_SIZE];
	int16_t utc_offset;
	int64_t utc;
	bool any, shown;

	if (when != NULL) {
		if (!app_when(session->app, when, &utc, &utc_offset, said, err))
			return false;
		day = app_diary_day(session->app, utc, utc_offset);
	}
	if (!app_checkin_day(session->app, day, &any, &checkin, err))
		return false;
	if (!any && when == NULL && ask_can(session))
		return run_asking(session, err);
	if (!any)
		return err_set(err, ERR_NOT_FOUND,
			       "there is no check-in of %s; 'taper check-in craving=2 --sleep 7' "
			       "makes one, 'taper check-in --list' shows the items",
			       day_full(day, text));
	shown = diary_show_checkin(session, &checkin, err);
	checkin_free(&checkin);
	return shown;
}

static bool run_typed(struct session *session, const struct typed *typed, struct err *err)
{
	const struct checkin_request request = diary_request(session, typed);
	struct checked_in checked;
	bool said;

	if (typed->count == 0 && request.sleep == NULL && request.note == NULL)
		return run_showing(session, request.when, err);
	if (!app_checkin(session->app, &request, &checked, err))
		return false;
	said = diary_say_checked(session, &checked, err);
	checkin_free(&checked.checkin);
	return said;
}

static bool run(struct session *session, struct err *err)
{
	struct typed typed = typed_none();
	bool done;

	if (session_has(session, OPTION_LIST))
		return run_list(session, err);
	if (session_has(session, OPTION_TREND))
		return run_trend(session, err);
	done = typed_read(session, 0, &typed, err) && run_typed(session, &typed, err);
	typed_free(&typed);
	return done;
}

const struct command command_checkin = {
	.name = "check-in",
	.usage = "[ITEM=0-4]... [--sleep HOURS] [-n NOTE] [@DAY] | --trend | --list",
	.summary = "how the day is: rates what bothers you from 0 (none) to 4 (extreme)",
	.more = "There is one check-in a day; what you say later goes over what is there, and "
		"'craving=' takes a rating out. Without a rating it shows the check-in of the day, "
		"or at a terminal asks you one by one. It is not a validated scale: it compares "
		"you with yourself.",
	.examples = {{"taper check-in craving=2 restless-legs=1 --sleep 6.5",
		      "two ratings and the night, for today"},
		     {"taper check-in --trend --last 8w", "what the cuts did"}},
	.options = checkin_options,
	.most_words = WORDS_ANY,
	.run = run,
};
