/* SPDX-License-Identifier: MIT */
#include "yaml/support.h"

#include <string.h>

#include "base/utf8.h"
#include "quote.h"

static void write_value(const char *text, struct str *out)
{
	struct str clean = STR_INIT;

	utf8_add_clean(&clean, text);
	quote_where_needed(clean.data, out);
	str_free(&clean);
}

/* The keys of one entry, one a line, each after before and the others after as many blanks. */
static void write_map(const struct own_entry *entry, const char *before, struct str *out)
{
	const struct own_shape *shape = own_shape(entry->part);
	const struct {
		const char *key, *text;
	} fields[] = {{shape->head, entry->head},
		      {shape->detail, entry->detail},
		      {shape->text, entry->text}};
	bool first = true;

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (fields[i].key == NULL || fields[i].text[0] == '\0')
			continue;
		if (first)
			str_add(out, before);
		else
			str_add_repeat(out, " ", strlen(before));
		str_addf(out, "%s: ", fields[i].key);
		write_value(fields[i].text, out);
		str_add_char(out, '\n');
		first = false;
	}
}

static void write_part(const struct own_plan *plan, enum own_part part, struct str *out)
{
	const struct own_shape *shape = own_shape(part);
	const struct own_entry *entry;

	for (size_t i = 0; (entry = own_plan_entry(plan, part, i)) != NULL; i++) {
		bool is_map = shape->text != NULL;

		if (i == 0)
			str_addf(out, "%s:%s", shape->key, shape->single && !is_map ? " " : "\n");
		if (is_map) {
			write_map(entry, shape->single ? "  " : "  - ", out);
			continue;
		}
		str_add(out, shape->single ? "" : "  - ");
		write_value(entry->text, out);
		str_add_char(out, '\n');
	}
}

void support_own_write(const struct own_plan *plan, struct str *out)
{
	str_add(out, "format: taper-support/1\n");
	for (size_t i = 0; i < OWN_PART_COUNT; i++)
		write_part(plan, (enum own_part)i, out);
}
