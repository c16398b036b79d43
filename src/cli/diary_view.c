/* SPDX-License-Identifier: MIT */
#include "diary.h"

#include <string.h>

#include "app/entries.h"
#include "app/guidance.h"
#include "app/journal.h"
#include "app/support.h"
#include "base/plural.h"
#include "base/utf8.h"

#include "format.h"

enum { HUNDREDTHS = 100, NAME_WIDTH = 32 };
#define SCALE_WORDS "Not a validated scale; it compares you with yourself."

void diary_add_lines(const struct session *session, int indent, const char *text, struct str *out)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		struct str line = STR_INIT;

		str_add_bytes(&line, text, len);
		if (len > 0)
			looks_wrap(&session->looks, indent, line.data, out);
		else
			str_add_char(out, '\n');
		str_free(&line);
		text += len + (text[len] == '\n');
	}
}

void diary_add_lasted(int32_t seconds, struct str *out)
{
	urge_tell_lasted(seconds, out);
}

/* The first plan says whose it is. */
static void add_plan_lines(struct session *session, const char *plans)
{
	struct str text = STR_INIT;

	str_addf(&text, "Your plan: %s", plans);
	diary_add_lines(session, 0, text.data, &session->out);
	str_free(&text);
}

void diary_add_plans(struct session *session, const char *tags)
{
	while (!session->json && *tags != '\0') {
		size_t len = strcspn(tags, " ");
		struct str tag = STR_INIT, plans = STR_INIT;

		str_add_bytes(&tag, tags, len);
		if (len > 0 && app_if_then(session->app, tag.data, &plans))
			add_plan_lines(session, plans.data);
		str_free(&tag);
		str_free(&plans);
		tags += len + (tags[len] == ' ');
	}
}

static void add_id(struct session *session, int64_t id)
{
	str_addf(&session->out, " (id %lld)", (long long)id);
}

/* "Fri 20 Nov 2026", with the time of day where there is one. */
static void add_when(struct session *session, enum entry_kind kind, int64_t utc, int16_t utc_offset)
{
	struct moment moment = moment_from_utc(utc, utc_offset);
	char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	if (kind == ENTRY_CHECKIN) {
		str_add(&session->out, day_full(app_diary_day(session->app, utc, utc_offset), day));
		return;
	}
	str_addf(&session->out, "%s at ", day_full(moment.day, day));
	str_add(&session->out, minute_text(moment.minute, time));
}

static void add_head(struct session *session, enum entry_kind kind, int64_t id, int64_t utc,
		     int16_t utc_offset)
{
	static const char *const heads[ENTRY_KIND_COUNT] = {
		[ENTRY_DOSE] = "Dose of ",
		[ENTRY_CHECKIN] = "Check-in of ",
		[ENTRY_URGE] = "Urge of ",
		[ENTRY_NOTE] = "Note of ",
	};

	str_add(&session->out, heads[kind]);
	add_when(session, kind, utc, utc_offset);
	add_id(session, id);
	str_add_char(&session->out, '\n');
}

static void add_score(struct session *session, const char *name, int value)
{
	str_add(&session->out, "  ");
	utf8_add_padded(&session->out, name, NAME_WIDTH, session->looks.ascii);
	str_addf(&session->out, "%d  %s\n", value, symptom_rating_word(value));
}

static void add_field(struct session *session, const char *name, const char *text)
{
	if (text[0] == '\0')
		return;
	str_addf(&session->out, "  %-12s", name);
	utf8_add_clean(&session->out, text);
	str_add_char(&session->out, '\n');
}

/* In the order of the list; what the list does not know any more follows by its id. */
static void add_scores(struct session *session, const struct symptoms *symptoms,
		       const struct checkin *checkin)
{
	for (size_t i = 0; i < symptoms->count; i++) {
		int value = checkin_score(checkin, symptoms->items[i].id);

		if (value >= 0)
			add_score(session, symptoms->items[i].name, value);
	}
	for (size_t i = 0; i < checkin->count; i++) {
		const struct score *score = &checkin->scores[i];

		if (symptoms_find(symptoms, score->item) == NULL)
			add_score(session, score->item, score->value);
	}
}

static void add_checkin(struct session *session, const struct symptoms *symptoms,
			const struct checkin *checkin)
{
	struct str text = STR_INIT;
	char mean[AMOUNT_TEXT_SIZE];

	add_head(session, ENTRY_CHECKIN, checkin->id, checkin->utc, checkin->utc_offset);
	add_scores(session, symptoms, checkin);
	if (checkin->sleep_minutes != SLEEP_UNKNOWN) {
		format_wait(checkin->sleep_minutes, &text);
		add_field(session, "slept", text.data);
	}
	str_free(&text);
	if (checkin->note[0] != '\0')
		add_field(session, "note", checkin->note);
	if (checkin->count > 0)
		str_addf(&session->out,
			 plural_of((int64_t)checkin->count, "\nMean %s of 4 over %zu item. %s\n",
				   "\nMean %s of 4 over %zu items. %s\n"),
			 format_ratio(checkin_mean(checkin), HUNDREDTHS, 1, mean), checkin->count,
			 SCALE_WORDS);
}

bool diary_show_checkin(struct session *session, const struct checkin *checkin, struct err *err)
{
	struct symptoms symptoms = SYMPTOMS_INIT;
	struct json json = JSON_INIT;

	if (session->json) {
		diary_json_checkin(session, &json, NULL, checkin);
		session_take_json(session, &json);
		return true;
	}
	if (!app_symptoms(session->app, &symptoms, err))
		return false;
	add_checkin(session, &symptoms, checkin);
	symptoms_free(&symptoms);
	return true;
}

static void show_urge(struct session *session, const struct urge *urge)
{
	struct str lasted = STR_INIT;
	struct json json = JSON_INIT;

	if (session->json) {
		diary_json_urge(session, &json, NULL, urge);
		session_take_json(session, &json);
		return;
	}
	add_head(session, ENTRY_URGE, urge->id, urge->utc, urge->utc_offset);
	add_field(session, "ended", urge_outcome_words(urge->outcome));
	if (urge->seconds > 0)
		diary_add_lasted(urge->seconds, &lasted);
	add_field(session, "lasted", lasted.data);
	add_field(session, "set off by", urge->tags);
	add_field(session, "helped", urge->helped);
	add_field(session, "note", urge->note);
	str_free(&lasted);
}

static void show_note(struct session *session, const struct note *note)
{
	struct json json = JSON_INIT;

	if (session->json) {
		diary_json_note(session, &json, NULL, note);
		session_take_json(session, &json);
		return;
	}
	add_head(session, ENTRY_NOTE, note->id, note->utc, note->utc_offset);
	diary_add_lines(session, 2, note->text, &session->out);
}

bool diary_show(struct session *session, enum entry_kind kind, int64_t id, struct err *err)
{
	struct checkin checkin = CHECKIN_INIT;
	struct urge urge = URGE_INIT;
	struct note note = NOTE_INIT;
	bool shown = false;

	switch (kind) {
	case ENTRY_CHECKIN:
		shown = app_checkin_get(session->app, id, &checkin, err) &&
			diary_show_checkin(session, &checkin, err);
		checkin_free(&checkin);
		break;
	case ENTRY_URGE:
		shown = app_urge_get(session->app, id, &urge, err);
		if (shown)
			show_urge(session, &urge);
		urge_free(&urge);
		break;
	case ENTRY_NOTE:
		shown = app_journal_get(session->app, id, &note, err);
		if (shown)
			show_note(session, &note);
		note_free(&note);
		break;
	case ENTRY_DOSE:
	case ENTRY_KIND_COUNT:
		break;
	}
	return shown;
}

static void add_named(struct session *session, enum entry_kind kind, int64_t id, int64_t utc,
		      int16_t utc_offset)
{
	str_addf(&session->out, "the %s of ", entry_kind_name(kind));
	add_when(session, kind, utc, utc_offset);
	add_id(session, id);
}

bool diary_add_words(struct session *session, enum entry_kind kind, int64_t id, struct err *err)
{
	struct checkin checkin = CHECKIN_INIT;
	struct urge urge = URGE_INIT;
	struct note note = NOTE_INIT;
	bool found = false;

	switch (kind) {
	case ENTRY_CHECKIN:
		found = app_checkin_get(session->app, id, &checkin, err);
		if (found)
			add_named(session, kind, id, checkin.utc, checkin.utc_offset);
		checkin_free(&checkin);
		break;
	case ENTRY_URGE:
		found = app_urge_get(session->app, id, &urge, err);
		if (found)
			add_named(session, kind, id, urge.utc, urge.utc_offset);
		urge_free(&urge);
		break;
	case ENTRY_NOTE:
		found = app_journal_get(session->app, id, &note, err);
		if (found)
			add_named(session, kind, id, note.utc, note.utc_offset);
		note_free(&note);
		break;
	case ENTRY_DOSE:
	case ENTRY_KIND_COUNT:
		break;
	}
	return found;
}

bool diary_say_checked(struct session *session, const struct checked_in *checked, struct err *err)
{
	session->changed = true;
	return diary_show_checkin(session, &checked->checkin, err);
}

void diary_say_urge(struct session *session, const char *verb, const struct urge_logged *logged)
{
	const struct urge *urge = &logged->urge;
	struct json json = JSON_INIT;

	session->changed = true;
	if (session->json) {
		diary_json_urge(session, &json, NULL, urge);
		session_take_json(session, &json);
		return;
	}
	str_addf(&session->out, "%s the urge of ", verb);
	add_when(session, ENTRY_URGE, urge->utc, urge->utc_offset);
	str_addf(&session->out, ": %s", urge_outcome_words(urge->outcome));
	if (urge->seconds > 0) {
		str_add(&session->out, ", ");
		diary_add_lasted(urge->seconds, &session->out);
	}
	add_id(session, urge->id);
	str_add_char(&session->out, '\n');
	if (logged->said[0] != '\0')
		looks_wrap(&session->looks, 0, logged->said, &session->out);
}
