/* SPDX-License-Identifier: MIT */
#include "export/entries.h"

#include <string.h>

#include "export/json_log.h"
#include "tracker.h"

static const struct entries_format *const formats[] = {
	&entries_csv,        &entries_taper,         &entries_herbal_json,  &entries_herbal_csv,
	&entries_psychonaut, &entries_medtimer_json, &entries_medtimer_csv,
};

enum { FORMATS = sizeof(formats) / sizeof(formats[0]) };

bool entries_named(const char *name, bool json, const struct entries_format **format,
		   struct err *err)
{
	bool known = false;

	for (size_t i = 0; i < FORMATS; i++) {
		if (strcmp(formats[i]->name, name) != 0)
			continue;
		known = true;
		if (formats[i]->json == json) {
			*format = formats[i];
			return true;
		}
	}
	if (known)
		return err_set(err, ERR_FORMAT, "it is %s, and %s is not written so",
			       json ? "JSON" : "no JSON", name);
	return err_set(err, ERR_USAGE,
		       "'%.60s' is not a format that can be read; csv, json, herbal-tracker, "
		       "psychonaut-journal and medtimer are",
		       name);
}

/* What only a document of one format has. */
static const struct {
	const char *place;
	const struct entries_format *format;
} signs[] = {
	{"format", &entries_taper},
	{"experiences", &entries_psychonaut},
	{"strains", &entries_herbal_json},
	{"dosages", &entries_herbal_json},
	{"[].strainId", &entries_herbal_json},
	{"events.list", &entries_medtimer_json},
	{"list[].medicineName", &entries_medtimer_json},
};

static bool detect_json(struct feed feed, const struct entries_format **format, struct err *err)
{
	const char *places[sizeof(signs) / sizeof(signs[0])];
	struct json_reader reader;
	struct json_token token;
	size_t which = 0, count = sizeof(signs) / sizeof(signs[0]);
	bool found;

	for (size_t i = 0; i < count; i++)
		places[i] = signs[i].place;
	json_read_begin(&reader, feed);
	found = json_find(&reader, places, count, &which, &token, err);
	json_read_free(&reader);
	if (found && token.kind == JSON_END)
		found = err_set(
			err, ERR_FORMAT,
			"it is JSON, but neither taper's own nor of a program whose log can "
			"be read");
	if (found)
		*format = signs[which].format;
	return found;
}

static bool ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), ending = strlen(end);

	return len >= ending && strcmp(text + len - ending, end) == 0;
}

/* By the header; one that can't be read is for the usual reader to tell. */
static const struct entries_format *detect_table(struct feed feed)
{
	static const char iso[] = "(ISO 8601)";
	const struct entries_format *format = &entries_csv;
	struct csv csv = {.text = NULL};
	const char *problem;

	csv_begin(&csv, feed);
	if (csv_next(&csv, &problem)) {
		if (csv.field_count == 7 && strcmp(csv.fields[2], "iso_timestamp") == 0 &&
		    strcmp(csv.fields[5], "amount_g") == 0)
			format = &entries_herbal_csv;
		else if (csv.field_count == 9 && ends_with(csv.fields[7], iso) &&
			 ends_with(csv.fields[8], iso))
			format = &entries_medtimer_csv;
	}
	csv_free(&csv);
	return format;
}

bool entries_is_json(struct feed feed, bool *json, struct err *err)
{
	char first[64];
	size_t len = 0, got = 1, at = 0;

	while (len < sizeof(first) && got > 0) {
		if (!feed.read(feed.context, first + len, sizeof(first) - len, &got, err))
			return false;
		len += got;
	}
	if (len >= 3 && memcmp(first, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	while (at < len &&
	       (first[at] == ' ' || first[at] == '\n' || first[at] == '\r' || first[at] == '\t'))
		at++;
	*json = at < len && (first[at] == '{' || first[at] == '[');
	return true;
}

bool entries_detect(struct feed feed, bool json, const struct entries_format **format,
		    struct err *err)
{
	if (json)
		return detect_json(feed, format, err);
	*format = detect_table(feed);
	return true;
}

bool entries_open(const struct entries_format *format, const struct entries_source *source,
		  struct problems *problems, struct entries *entries, struct err *err)
{
	*entries = (struct entries){.format = format, .source = *source, .problems = problems};
	return format->open(entries, err);
}

void entries_close(struct entries *entries)
{
	if (entries->state != NULL)
		entries->format->close(entries);
	entries->state = NULL;
}

bool entries_next(struct entries *entries, struct record *record, int *line, struct err *err)
{
	return entries->format->next(entries, record, line, err);
}
