/* SPDX-License-Identifier: MIT */
#include "brought.h"

#include "format.h"

static void add_products(struct json *json, const struct import_result *result)
{
	json_open_list(json, "products");
	for (size_t i = 0; i < result->product_count; i++) {
		json_open_object(json, NULL);
		json_text(json, "product", result->products[i].name);
		json_text(json, "unit", unit_name(result->products[i].unit));
		json_int(json, "count", result->products[i].count);
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_kinds(struct json *json, const struct import_result *result)
{
	json_open_object(json, "kinds");
	for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
		const struct import_kind *count = &result->kinds[kind];

		if (count->read == 0)
			continue;
		json_open_object(json, record_kind_word((enum record_kind)kind));
		json_int(json, "read", count->read);
		json_int(json, "added", count->added);
		json_int(json, "there_already", count->skipped);
		json_close_object(json);
	}
	json_close_object(json);
}

static void add_others(struct json *json, const struct import_result *result)
{
	json_open_list(json, "passed_over");
	for (size_t i = 0; i < result->other_count; i++) {
		json_open_object(json, NULL);
		json_text(json, "name", result->others[i].name);
		json_int(json, "count", result->others[i].count);
		json_close_object(json);
	}
	json_close_list(json);
}

void brought_json(struct session *session, const struct import_request *request,
		  const struct import_result *result)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "file", request->path);
	json_text(&json, "format", result->format);
	json_bool(&json, "dry_run", request->dry_run);
	json_int(&json, "read", result->read);
	json_int(&json, "added", result->added);
	json_int(&json, "there_already", result->skipped);
	json_int(&json, "left_out", result->left_out);
	json_int(&json, "resolved", result->resolved);
	json_int(&json, "rounded", result->rounded);
	json_int(&json, "not_taken", result->not_taken);
	add_others(&json, result);
	json_int(&json, "passed_over_more", result->more_others);
	json_int(&json, "plan_left_out", result->left_revisions);
	json_int(&json, "files_written", result->files);
	json_int(&json, "files_there_already", result->files_there);
	if (result->read > 0) {
		json_day(&json, "first", result->first);
		json_day(&json, "last", result->last);
	} else {
		json_null(&json, "first");
		json_null(&json, "last");
	}
	add_kinds(&json, result);
	add_products(&json, result);
	json_close_object(&json);
	session_take_json(session, &json);
}
