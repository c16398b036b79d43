/* SPDX-License-Identifier: MIT */
/*
 * Everything a store holds, written as one JSON document of the format taper-export/1 and read back; data/schema/ has its
 * schema. Amounts are decimal numbers of their unit, times RFC 3339 with their offset. Knows neither store nor files.
 */
#ifndef EXPORT_JSON_LOG_H
#define EXPORT_JSON_LOG_H

#include "base/json.h"
#include "engine/record.h"
#include "export/entries.h"

#define JSON_LOG_FORMAT "taper-export/1"

/* A document being written; its text is taken from json.out, which may be emptied at any time. */
struct json_log {
	struct json json;
	bool in_list;
};

#define JSON_LOG_INIT                                                                              \
	{                                                                                          \
		.json = JSON_INIT                                                                  \
	}

void json_log_free(struct json_log *log);

/* what: "all", "plan" or "log". */
void json_log_begin(struct json_log *log, const char *what, int64_t now_utc, int16_t utc_offset);
void json_log_end(struct json_log *log);

/* The list of a kind, which is there even where it is empty; then its records. The list before it is ended. */
void json_log_list(struct json_log *log, const char *word);
void json_log_add(struct json_log *log, const struct record *record);

/* A text of the person's own beside the store, such as a plan file. */
void json_log_add_file(struct json_log *log, const char *name, const char *text);

/* An entry reader over such a document; see export/entries.h. */
extern const struct entries_format entries_taper;

#endif
