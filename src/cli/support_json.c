/* SPDX-License-Identifier: MIT */
#include "support_view.h"

#include <string.h>

static void add_line(struct json *json, const struct help_line *line)
{
	json_open_object(json, NULL);
	json_text(json, "id", line->id);
	json_text(json, "kind", line_kind_word(line->kind));
	json_text(json, "name", line->name);
	json_known(json, "region", line->region);
	json_known(json, "number", line->number);
	json_known(json, "text", line->text);
	json_known(json, "web", line->web);
	json_known(json, "hours", line->hours);
	json_known(json, "cost", line->cost);
	json_known(json, "about", line->about);
	json_text(json, "source", line->source);
	json_known(json, "checked", line->checked);
	json_close_object(json);
}

static void add_group(struct json *json, const struct peer_group *group)
{
	json_open_object(json, NULL);
	json_text(json, "id", group->id);
	json_text(json, "name", group->name);
	json_known(json, "web", group->web);
	json_known(json, "country", group->country);
	json_text(json, "about", group->about);
	json_text(json, "source", group->source);
	json_known(json, "checked", group->checked);
	json_close_object(json);
}

static void add_entry(struct json *json, const struct own_entry *entry, size_t number)
{
	const struct own_shape *shape = own_shape(entry->part);

	json_open_object(json, NULL);
	json_text(json, "part", shape->word);
	json_int(json, "number", (int64_t)number);
	if (shape->head != NULL)
		json_text(json, shape->head, entry->head);
	/* The key of a person's telephone number is "number" in the file; here that is the entry's. */
	if (shape->detail != NULL)
		json_known(json, strcmp(shape->detail, "number") == 0 ? "phone" : shape->detail,
			   entry->detail);
	json_known(json, shape->text != NULL ? shape->text : "text", entry->text);
	json_close_object(json);
}

static void add_plan(struct json *json, const char *key, const struct own_plan *plan)
{
	const struct own_entry *entry;

	json_open_list(json, key);
	for (int part = 0; part < OWN_PART_COUNT; part++) {
		for (size_t i = 0; (entry = own_plan_entry(plan, (enum own_part)part, i)) != NULL;
		     i++)
			add_entry(json, entry, i + 1);
	}
	json_close_list(json);
}

void support_json(struct session *session, const struct support *support)
{
	static const char *const whence[] = {
		[COUNTRY_ASKED] = "asked",
		[COUNTRY_SETTINGS] = "settings",
		[COUNTRY_LOCALE] = "locale",
		[COUNTRY_NONE] = "none",
	};
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "country", support->country->code);
	json_text(&json, "name", support->country->name);
	json_text(&json, "from", whence[support->from]);
	json_open_list(&json, "lines");
	for (size_t i = 0; i < support->country->line_count; i++)
		add_line(&json, &support->country->lines[i]);
	json_close_list(&json);
	json_open_list(&json, "groups");
	for (size_t i = 0; i < support->lines.group_count; i++) {
		if (peer_group_serves(&support->lines.groups[i], support->country->code))
			add_group(&json, &support->lines.groups[i]);
	}
	json_close_list(&json);
	add_plan(&json, "mine", &support->mine.plan);
	json_close_object(&json);
	session_take_json(session, &json);
}

void my_plan_json(struct session *session, const struct own_plan *plan)
{
	struct json json = JSON_INIT;

	add_plan(&json, NULL, plan);
	session_take_json(session, &json);
}

void source_notes_json(struct json *json, const char *key, const struct source_notes *notes)
{
	json_open_list(json, key);
	for (size_t i = 0; i < notes->count; i++) {
		const struct source_note *note = &notes->items[i];

		json_open_object(json, NULL);
		json_text(json, "id", note->id);
		json_text(json, "title", note->title);
		json_text(json, "where", note->where);
		if (note->year > 0)
			json_int(json, "year", note->year);
		else
			json_null(json, "year");
		json_bool(json, "reported", note->reported);
		json_close_object(json);
	}
	json_close_list(json);
}
