/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "pick.h"

bool json_entries_begin(struct entries *entries, struct err *err)
{
	struct json_entries *json = entries->state;
	struct feed feed;

	json_read_free(&json->reader);
	if (!entries->source.begin(entries->source.context, &feed, err))
		return false;
	json_read_begin(&json->reader, feed);
	return true;
}

void json_entries_close(struct entries *entries)
{
	struct json_entries *json = entries->state;

	json_read_free(&json->reader);
	json_tree_free(&json->tree);
	free(json);
}

void json_entries_place(const struct entries *entries, struct str *out)
{
	const struct json_entries *json = entries->state;

	json_add_place(&json->reader, out);
}

bool json_entries_next(struct entries *entries, const char *const *places, size_t count,
		       size_t *which, struct err *err)
{
	struct json_entries *json = entries->state;
	struct json_token token;

	return json_find(&json->reader, places, count, which, &token, err) &&
	       token.kind != JSON_END && json_tree_read(&json->reader, &token, &json->tree, err);
}

int json_entries_line(const struct entries *entries)
{
	const struct json_entries *json = entries->state;

	return json_root(&json->tree)->line;
}
