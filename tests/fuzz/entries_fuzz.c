/* SPDX-License-Identifier: MIT */
#include "export/entries.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "export/json_log.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool from_start(void *context, struct feed *feed, struct err *err)
{
	struct feed_text *text = context;

	(void)err;
	text->at = 0;
	*feed = feed_of_text(text);
	return true;
}

static bool some_zone(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	(void)context;
	(void)err;
	*utc_offset = wall % 2 == 0 ? 60 : -570;
	return true;
}

static int16_t some_offset(void *context, int64_t utc)
{
	(void)context;
	return utc % 2 == 0 ? 60 : -570;
}

/* Everything that can be read, written as taper's own document. */
static size_t read_all(const struct entries_format *format, struct feed_text *text,
		       struct json_log *log, int64_t *bad)
{
	static const struct entries_source source = {.begin = from_start,
						     .unit = UNIT_GRAM,
						     .usual_unit = UNIT_GRAM,
						     .only = "",
						     .local_time = some_zone,
						     .offset_at = some_offset};
	struct entries_source from = source;
	struct problems problems = PROBLEMS_INIT;
	struct err err = {.code = ERR_NONE};
	enum record_kind kind = RECORD_KIND_COUNT;
	struct entries entries;
	struct record record;
	size_t count = 0;
	int line;

	from.context = text;
	json_log_begin(log, "all", 0, 0);
	if (entries_open(format, &from, &problems, &entries, &err)) {
		while (entries_next(&entries, &record, &line, &err)) {
			if (record.kind != kind)
				json_log_list(log, record_kind_word(record.kind));
			kind = record.kind;
			json_log_add(log, &record);
			count++;
		}
	}
	*bad = entries.bad + (err.code != ERR_NONE ? 1 : 0);
	entries_close(&entries);
	problems_free(&problems);
	json_log_end(log);
	return count;
}

/* Whatever was read of whatever format has to come back from our own writing exactly as it was. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct feed_text text = {.text = (const char *)data, .len = size};
	struct json_log log = JSON_LOG_INIT, again = JSON_LOG_INIT;
	const struct entries_format *format;
	struct err err;
	int64_t bad;
	size_t count;
	bool json;

	if (!entries_is_json(feed_of_text(&text), &json, &err))
		abort();
	text.at = 0;
	if (!entries_detect(feed_of_text(&text), json, &format, &err))
		return 0;
	count = read_all(format, &text, &log, &bad);
	text = (struct feed_text){.text = log.json.out.data, .len = log.json.out.len};
	if (read_all(&entries_taper, &text, &again, &bad) != count || bad != 0 ||
	    strcmp(log.json.out.data, again.json.out.data) != 0)
		abort();
	json_log_free(&log);
	json_log_free(&again);
	return 0;
}
