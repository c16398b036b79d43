/* SPDX-License-Identifier: MIT */
#include "pick.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"

static const char *kind_word(const struct json_node *node)
{
	switch (node->kind) {
	case JSON_OBJECT:
		return "an object";
	case JSON_LIST:
		return "a list";
	case JSON_TEXT:
		return "a text";
	case JSON_NUMBER:
		return "a number";
	case JSON_TRUE:
	case JSON_FALSE:
		return "true or false";
	case JSON_NULL:
	case JSON_END:
	case JSON_OBJECT_END:
	case JSON_LIST_END:
		break;
	}
	return "nothing";
}

struct pick pick_entry(struct entries *entries)
{
	const struct json_entries *json = entries->state;
	struct pick pick = {.entries = entries, .tree = &json->tree, .good = true};

	pick.in = json_root(&json->tree);
	if (pick.in->kind != JSON_OBJECT)
		pick_refuse(&pick, NULL, "is %s, and an object is wanted", kind_word(pick.in));
	return pick;
}

/* "doses[3].levels[2].target: ..." */
void pick_refuse(struct pick *pick, const char *key, const char *fmt, ...)
{
	const struct json_node *node = key != NULL ? json_get(pick->tree, pick->in, key) : NULL;
	struct str text = STR_INIT;
	char what[300];
	va_list args;

	json_entries_place(pick->entries, &text);
	if (pick->where[0] != '\0')
		str_addf(&text, ".%s", pick->where);
	if (key != NULL)
		str_addf(&text, ".%s", key);
	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	problems_add(pick->entries->problems, node != NULL ? node->line : pick->in->line, 0,
		     "%s: %s", text.data, what);
	str_free(&text);
	pick->good = false;
}

void pick_refuse_err(struct pick *pick, const char *key, const struct err *err)
{
	pick_refuse(pick, key, "%.280s", err->msg);
}

bool pick_take(struct pick *pick, struct record *record)
{
	struct err err;

	if (pick->good && !record_valid(record, &err))
		pick_refuse_err(pick, NULL, &err);
	pick->entries->bad += pick->good ? 0 : 1;
	return pick->good;
}

const struct json_node *pick_node(const struct pick *pick, const char *key)
{
	const struct json_node *node = json_get(pick->tree, pick->in, key);

	return node != NULL && node->kind != JSON_NULL ? node : NULL;
}

static bool is_kind(struct pick *pick, const char *key, const struct json_node *node,
		    enum json_kind kind, const char *wanted)
{
	if (node->kind == kind)
		return true;
	pick_refuse(pick, key, "is %s, and %s is wanted", kind_word(node), wanted);
	return false;
}

const struct json_node *pick_list(struct pick *pick, const char *key)
{
	const struct json_node *node = pick_node(pick, key);

	if (node == NULL) {
		pick_refuse(pick, key, "is missing, and a list is wanted");
		return NULL;
	}
	return is_kind(pick, key, node, JSON_LIST, "a list") ? node : NULL;
}

char *pick_text(struct pick *pick, const char *key)
{
	const struct json_node *node = pick_node(pick, key);

	if (node == NULL || !is_kind(pick, key, node, JSON_TEXT, "a text"))
		return str_empty;
	return json_node_text(pick->tree, node);
}

void pick_text_into(struct pick *pick, const char *key, char *buffer, size_t size)
{
	if (!str_copy(buffer, size, pick_text(pick, key)))
		pick_refuse(pick, key, "is longer than %zu bytes", size - 1);
}

/* False, and told, where it is no number with so many places. */
static bool read_number(struct pick *pick, const char *key, const struct json_node *node,
			int places, int64_t *number)
{
	const char *text = json_node_text(pick->tree, node);
	int64_t read = 0;
	bool exact = true;

	if (!is_kind(pick, key, node, JSON_NUMBER, "a number"))
		return false;
	if (!decimal_read(text, places, &read, &exact)) {
		pick_refuse(pick, key, "%s is too large", text);
		return false;
	}
	if (!exact) {
		pick_refuse(pick, key, "%s has more than %d decimals", text, places);
		return false;
	}
	*number = read;
	return true;
}

int64_t pick_number(struct pick *pick, const char *key, int places, int64_t fallback)
{
	const struct json_node *node = pick_node(pick, key);
	int64_t number = fallback;

	return node != NULL && read_number(pick, key, node, places, &number) ? number : fallback;
}

bool pick_item(struct pick *pick, const char *key, const struct json_node *node, int64_t *nano)
{
	return read_number(pick, key, node, DECIMAL_PLACES_MAX, nano);
}

int32_t pick_scaled(struct pick *pick, const char *key, int places)
{
	const struct json_node *node = pick_node(pick, key);
	int64_t number = 0;

	if (node == NULL) {
		pick_refuse(pick, key, "is missing, and a number is wanted");
		return 0;
	}
	if (!read_number(pick, key, node, places, &number))
		return 0;
	if (number < INT32_MIN || number > INT32_MAX) {
		pick_refuse(pick, key, "%s is too large", json_node_text(pick->tree, node));
		return 0;
	}
	return (int32_t)number;
}

int64_t pick_whole(struct pick *pick, const char *key, int64_t least, int64_t most,
		   int64_t fallback)
{
	int64_t number = pick_number(pick, key, 0, fallback);

	if (number >= least && number <= most)
		return number;
	if (pick->good)
		pick_refuse(pick, key, "is not a whole number from %lld to %lld", (long long)least,
			    (long long)most);
	return least;
}

bool pick_true(const struct pick *pick, const char *key)
{
	const struct json_node *node = pick_node(pick, key);

	return node != NULL && node->kind == JSON_TRUE;
}

struct amount pick_amount(struct pick *pick, const char *key)
{
	if (pick_node(pick, key) == NULL)
		pick_refuse(pick, key, "is missing, and an amount is wanted");
	return (struct amount){.nano = pick_number(pick, key, DECIMAL_PLACES_MAX, 0)};
}

void pick_time(struct pick *pick, const char *key, int64_t *utc, int16_t *utc_offset)
{
	const char *text = pick_text(pick, key);
	struct err err;

	if (!moment_read_rfc3339(text, utc, utc_offset, &err))
		pick_refuse_err(pick, key, &err);
}

struct day pick_day(struct pick *pick, const char *key)
{
	struct day day = {0};
	struct err err;

	if (!day_read_iso(pick_text(pick, key), &day, &err))
		pick_refuse_err(pick, key, &err);
	return day;
}

void pick_words(struct pick *pick, const char *key, struct str *out)
{
	const struct json_node *list = pick_node(pick, key);
	const struct json_node *node;

	if (list == NULL || !is_kind(pick, key, list, JSON_LIST, "a list of words"))
		return;
	for (node = json_first(pick->tree, list); node != NULL;
	     node = json_after(pick->tree, list, node)) {
		if (!is_kind(pick, key, node, JSON_TEXT, "a list of words"))
			return;
		if (out->len > 0)
			str_add_char(out, ' ');
		str_add(out, json_node_text(pick->tree, node));
	}
}
