/* SPDX-License-Identifier: MIT */
#include "export/json_log.h"

#include <string.h>

#include "json_values.h"

void json_log_free(struct json_log *log)
{
	json_free(&log->json);
}

/* Each entry stands on a line of its own, so that two documents can be compared by line. */
static void new_line(struct json *json)
{
	if (json->comma)
		str_add_char(&json->out, ',');
	str_add_char(&json->out, '\n');
	json->comma = false;
}

void json_log_begin(struct json_log *log, const char *what, int64_t now_utc, int16_t utc_offset)
{
	struct json *json = &log->json;

	json_open_object(json, NULL);
	json_text(json, "format", JSON_LOG_FORMAT);
	json_text(json, "what", what);
	json_time(json, "made", now_utc, utc_offset);
}

static void end_list(struct json_log *log)
{
	if (!log->in_list)
		return;
	json_close_list(&log->json);
	log->in_list = false;
}

void json_log_list(struct json_log *log, const char *word)
{
	end_list(log);
	new_line(&log->json);
	json_open_list(&log->json, word);
	log->in_list = true;
}

void json_log_end(struct json_log *log)
{
	end_list(log);
	json_close_object(&log->json);
	str_add_char(&log->json.out, '\n');
}

static void add_dose(struct json *json, const struct dose *dose)
{
	json_int(json, "id", dose->id);
	json_time(json, "at", dose->utc, dose->utc_offset);
	json_nano(json, "amount", dose->amount.nano);
	json_text(json, "unit", unit_name(dose->unit));
	json_text(json, "product", dose->product);
	json_word_list(json, "tags", dose->tags);
	json_text(json, "note", dose->note);
}

static void add_checkin(struct json *json, const struct checkin *checkin)
{
	json_int(json, "id", checkin->id);
	json_time(json, "at", checkin->utc, checkin->utc_offset);
	json_open_list(json, "items");
	for (size_t i = 0; i < checkin->count; i++) {
		json_open_object(json, NULL);
		json_text(json, "item", checkin->scores[i].item);
		json_int(json, "value", checkin->scores[i].value);
		json_close_object(json);
	}
	json_close_list(json);
	if (checkin->sleep_minutes == SLEEP_UNKNOWN)
		json_null(json, "sleep_minutes");
	else
		json_int(json, "sleep_minutes", checkin->sleep_minutes);
	json_text(json, "note", checkin->note);
}

static void add_urge(struct json *json, const struct urge *urge)
{
	json_int(json, "id", urge->id);
	json_time(json, "at", urge->utc, urge->utc_offset);
	if (urge->seconds > 0)
		json_int(json, "seconds", urge->seconds);
	else
		json_null(json, "seconds");
	json_text(json, "outcome", urge_outcome_name(urge->outcome));
	json_word_list(json, "triggers", urge->tags);
	json_text(json, "helped", urge->helped);
	json_text(json, "note", urge->note);
}

static void add_note(struct json *json, const struct note *note)
{
	json_int(json, "id", note->id);
	json_time(json, "at", note->utc, note->utc_offset);
	json_text(json, "text", note->text);
}

static void add_answers(struct json *json, const struct answers *answers)
{
	json_int(json, "id", answers->id);
	json_time(json, "at", answers->utc, answers->utc_offset);
	json_text(json, "kind", answers->kind);
	json_text(json, "body", answers->body);
}

void json_log_add(struct json_log *log, const struct record *record)
{
	struct json *json = &log->json;

	new_line(json);
	json_open_object(json, NULL);
	switch (record->kind) {
	case RECORD_REVISION:
		json_add_revision(json, record->revision);
		break;
	case RECORD_CHECKIN:
		add_checkin(json, record->checkin);
		break;
	case RECORD_URGE:
		add_urge(json, record->urge);
		break;
	case RECORD_NOTE:
		add_note(json, record->note);
		break;
	case RECORD_ANSWERS:
		add_answers(json, record->answers);
		break;
	case RECORD_DOSE:
		add_dose(json, record->dose);
		break;
	case RECORD_KIND_COUNT:
		break;
	}
	json_close_object(json);
}

void json_log_add_file(struct json_log *log, const char *name, const char *text)
{
	struct json *json = &log->json;

	new_line(json);
	json_open_object(json, NULL);
	json_text(json, "name", name);
	json_text(json, "text", text);
	json_close_object(json);
}
