/* SPDX-License-Identifier: MIT */
#include "diary.h"

#include "app/entries.h"

#include "format.h"

enum { HUNDREDTHS = 100 };

static void begin(const struct session *session, struct json *json, enum entry_kind kind,
		  int64_t id, int64_t utc, int16_t utc_offset)
{
	char text[MOMENT_TEXT_SIZE];

	json_int(json, "id", id);
	json_text(json, "kind", entry_kind_name(kind));
	json_day(json, "date", app_diary_day(session->app, utc, utc_offset));
	json_text(json, "at", moment_rfc3339(utc, utc_offset, text));
}

static void json_hundredths(struct json *json, const char *key, int value)
{
	if (value == TREND_NONE)
		json_null(json, key);
	else
		json_ratio(json, key, value, HUNDREDTHS);
}

void diary_json_checkin(const struct session *session, struct json *json, const char *key,
			const struct checkin *checkin)
{
	json_open_object(json, key);
	begin(session, json, ENTRY_CHECKIN, checkin->id, checkin->utc, checkin->utc_offset);
	json_open_object(json, "items");
	for (size_t i = 0; i < checkin->count; i++)
		json_int(json, checkin->scores[i].item, checkin->scores[i].value);
	json_close_object(json);
	json_hundredths(json, "mean", checkin_mean(checkin));
	if (checkin->sleep_minutes == SLEEP_UNKNOWN)
		json_null(json, "sleep_minutes");
	else
		json_int(json, "sleep_minutes", checkin->sleep_minutes);
	json_text(json, "note", checkin->note);
	json_close_object(json);
}

void diary_json_urge(const struct session *session, struct json *json, const char *key,
		     const struct urge *urge)
{
	json_open_object(json, key);
	begin(session, json, ENTRY_URGE, urge->id, urge->utc, urge->utc_offset);
	if (urge->seconds > 0)
		json_int(json, "seconds", urge->seconds);
	else
		json_null(json, "seconds");
	json_text(json, "outcome", urge_outcome_name(urge->outcome));
	json_words(json, "triggers", urge->tags);
	json_text(json, "helped", urge->helped);
	json_text(json, "note", urge->note);
	json_close_object(json);
}

void diary_json_note(const struct session *session, struct json *json, const char *key,
		     const struct note *note)
{
	json_open_object(json, key);
	begin(session, json, ENTRY_NOTE, note->id, note->utc, note->utc_offset);
	json_text(json, "text", note->text);
	json_close_object(json);
}

static void json_series(struct json *json, const char *key, const struct checkin_series *series,
			const int16_t *values)
{
	json_open_list(json, key);
	for (int32_t i = 0; i < series->days; i++)
		json_hundredths(json, NULL, values[i]);
	json_close_list(json);
}

static void json_trend(struct json *json, const char *id, const struct trend *trend)
{
	json_open_object(json, id != NULL ? NULL : "mean");
	if (id != NULL)
		json_text(json, "id", id);
	json_hundredths(json, "before", trend->before);
	json_hundredths(json, "after", trend->after);
	json_ratio(json, "change", trend->change, HUNDREDTHS);
	json_close_object(json);
}

static void json_cut(struct json *json, const struct checkin_series *series, size_t i)
{
	const struct checkin_cut *cut = &series->cuts[i];
	struct trend trend;

	json_open_object(json, NULL);
	json_day(json, "date", cut->day);
	json_amount(json, "before", cut->before);
	json_amount(json, "after", cut->after);
	if (checkin_trend(series, series->means, i, &trend))
		json_trend(json, NULL, &trend);
	else
		json_null(json, "mean");
	json_open_list(json, "items");
	for (size_t n = 0; n < series->item_count; n++) {
		if (checkin_trend(series, series->items[n].values, i, &trend))
			json_trend(json, series->items[n].id, &trend);
	}
	json_close_list(json);
	json_close_object(json);
}

void diary_trend_json(struct session *session, const struct checkin_series *series)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_day(&json, "from", series->first);
	json_day(&json, "to", day_add(series->first, series->days - 1));
	json_bool(&json, "validated_scale", false);
	json_int(&json, "checked", series->checked);
	json_text(&json, "unit", unit_name(series->unit));
	json_open_list(&json, "items");
	for (size_t i = 0; i < series->item_count; i++) {
		const struct checkin_item *item = &series->items[i];

		json_open_object(&json, NULL);
		json_text(&json, "id", item->id);
		json_text(&json, "name", item->name);
		json_text(&json, "group", symptom_group_name(item->group));
		json_int(&json, "rated", item->rated);
		json_series(&json, "values", series, item->values);
		json_close_object(&json);
	}
	json_close_list(&json);
	json_series(&json, "means", series, series->means);
	json_open_list(&json, "sleep_minutes");
	for (int32_t i = 0; i < series->days; i++) {
		if (series->sleep[i] == SLEEP_UNKNOWN)
			json_null(&json, NULL);
		else
			json_int(&json, NULL, series->sleep[i]);
	}
	json_close_list(&json);
	json_open_list(&json, "cuts");
	for (size_t i = 0; i < series->cut_count; i++)
		json_cut(&json, series, i);
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}
