/* SPDX-License-Identifier: MIT */
/*
 * Maps of plain texts, read by a table: which key goes where. Also the frame around reading a whole file.
 */
#ifndef FIELDS_H
#define FIELDS_H

#include "load.h"
#include "value.h"

/* A text of a map: where libcyaml put it, and where it goes. */
struct field {
	const char *key;
	size_t from; /* offset of the char * in the wire structure */
	size_t to;   /* offset of the buffer in the value */
	size_t size; /* of the buffer */
	bool word;   /* one short word, not a sentence */
};

/* Reads all texts of one map; a buffer is untouched where its key is not there. */
void fields_read(struct reading *reading, const struct node *map, const struct field *fields,
		 size_t count, const void *wire, void *value);

/* The first item of the list of that key in the map, or NULL. */
const struct node *fields_first(const struct reading *reading, const struct node *map,
				const char *key);

/* How a file of one format is read: fill gets what was loaded and adds mistakes to reading; it is not called where there is nothing to go on with. */
struct file_format {
	const char *format; /* "taper-lines/1" */
	const cyaml_schema_value_t *schema;
	void (*fill)(struct reading *reading, const void *wire, void *value);
};

/* True where the file is read without a mistake; value may be half filled where it is not, and is the caller's to free in any case. */
MUST_USE bool fields_read_file(const char *path, const struct file_format *format, void *value,
			       struct problems *problems, struct err *err);

/* The same with the text of the file at hand; path only names it. */
MUST_USE bool fields_read_text(const char *path, const struct str *text,
			       const struct file_format *format, void *value,
			       struct problems *problems, struct err *err);

#endif
