/* SPDX-License-Identifier: MIT */
#include "brought.h"

#include <string.h>

#include "base/utf8.h"

#include "console.h"
#include "format.h"

static void add_products_json(struct json *json, const struct import_result *result)
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

static void add_json(struct session *session, const struct import_request *request,
		     const struct import_result *result, size_t bad)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "file", request->path);
	json_bool(&json, "dry_run", request->dry_run);
	json_int(&json, "read", result->read);
	json_int(&json, "added", result->added);
	json_int(&json, "there_already", result->skipped);
	json_int(&json, "left_out", (int64_t)bad);
	json_int(&json, "resolved", result->resolved);
	if (result->read > 0) {
		json_day(&json, "first", result->first);
		json_day(&json, "last", result->last);
	} else {
		json_null(&json, "first");
		json_null(&json, "last");
	}
	add_products_json(&json, result);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_products(const struct session *session, const struct import_result *result,
			 struct str *out)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < result->product_count; i++) {
		const struct import_product *product = &result->products[i];

		str_addf(&line, "%s%lld of %s, in %s", i > 0 ? "; " : "", (long long)product->count,
			 product->name, unit_name(product->unit));
	}
	if (result->more_products)
		str_add(&line, "; and other products");
	if (line.len > 0)
		looks_wrap(&session->looks, 0, line.data, out);
	str_free(&line);
}

static void add_resolved(const struct session *session, const struct import_result *result,
			 struct str *out)
{
	struct str line = STR_INIT;

	if (result->resolved == 0)
		return;
	str_addf(&line,
		 "%lld %s into a clock change: a time the clock skipped is placed as much later "
		 "as it was put forward, one it showed twice at the first of the two",
		 (long long)result->resolved, result->resolved == 1 ? "time falls" : "times fall");
	looks_wrap(&session->looks, 0, line.data, out);
	str_free(&line);
}

static void add_text(struct session *session, const struct import_request *request,
		     const struct import_result *result, size_t bad)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	struct str *out = &session->out;

	str_addf(out, "read %lld %s from ", (long long)result->read,
		 result->read == 1 ? "entry" : "entries");
	utf8_add_clean(out, strcmp(request->path, "-") == 0 ? "standard input" : request->path);
	if (result->read > 0)
		str_addf(out, ", %s", day_full(result->first, first));
	if (result->read > 0 && result->last.n != result->first.n)
		str_addf(out, " to %s", day_full(result->last, last));
	str_add_char(out, '\n');
	if (request->dry_run)
		add_products(session, result, out);
	add_resolved(session, result, out);
	str_addf(out, "%s %lld", request->dry_run ? "would add" : "added",
		 (long long)result->added);
	if (result->skipped > 0)
		str_addf(out, ", %lld there already", (long long)result->skipped);
	if (bad > 0)
		str_addf(out, ", %zu left out", bad);
	str_add(out,
		!request->dry_run && result->added > 0 ? "; 'taper undo' takes it back\n" : "\n");
}

/* One line may hold more than one mistake. */
static size_t lines_of(const struct problems *problems)
{
	size_t lines = 0;

	for (size_t i = 0; i < problems->count; i++) {
		if (i == 0 || problems->items[i].line != problems->items[i - 1].line)
			lines++;
	}
	return lines + problems->more;
}

bool brought_run(struct session *session, bring_verb *verb, const struct import_request *request,
		 struct err *err)
{
	const char *file = strcmp(request->path, "-") == 0 ? "standard input" : request->path;
	struct problems problems = PROBLEMS_INIT;
	struct import_result result = {0};
	bool done = verb(session->app, request, &result, &problems, err);

	console_tell_problems(file, &problems);
	if (!done && err->code == ERR_FORMAT && strstr(err->msg, file) == NULL)
		err_wrap(err, "%s", file);
	if (done) {
		session->changed = result.added > 0 && !request->dry_run;
		if (session->json)
			add_json(session, request, &result, lines_of(&problems));
		else
			add_text(session, request, &result, lines_of(&problems));
	}
	problems_free(&problems);
	return done;
}
