/* SPDX-License-Identifier: MIT */
#include "fields.h"

#include "file.h"

/* The wire structures are libcyaml's, of texts only; the offsets come from offsetof. */
static const char *wire_text(const void *wire, size_t offset)
{
	return *(char *const *)((const char *)wire + offset);
}

void fields_read(struct reading *reading, const struct node *map, const struct field *fields,
		 size_t count, const void *wire, void *value)
{
	for (size_t i = 0; i < count; i++) {
		const struct field *field = &fields[i];
		const struct value text =
			value_of(reading, map, field->key, wire_text(wire, field->from));
		char *buf = (char *)value + field->to;

		if (field->word)
			value_word(reading, text, buf, field->size);
		else
			value_text(reading, text, buf, field->size);
	}
}

const struct node *fields_first(const struct reading *reading, const struct node *map,
				const char *key)
{
	const struct node *list = tree_get(reading->tree, map, key);

	return list != NULL ? tree_first(reading->tree, list) : NULL;
}

bool fields_read_file(const char *path, const struct file_format *format, void *value,
		      struct problems *problems, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = file_load(path, &text, err) &&
		  fields_read_text(path, &text, format, value, problems, err);

	str_free(&text);
	return ok;
}

bool fields_read_text(const char *path, const struct str *text, const struct file_format *format,
		      void *value, struct problems *problems, struct err *err)
{
	struct problems found = PROBLEMS_INIT;
	struct loaded loaded;
	bool ok;

	if (load_text(text, format->format, format->schema, &loaded, &found)) {
		struct reading reading = {.tree = &loaded.tree, .problems = &found};

		format->fill(&reading, loaded.data, value);
	}
	load_free(&loaded);
	ok = found.count == 0;
	if (!ok) {
		load_refuse(&found, err);
		err_wrap(err, "%s", path);
	}
	load_hand_over(&found, problems);
	return ok;
}
