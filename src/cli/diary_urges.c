/* SPDX-License-Identifier: MIT */
#include "diary.h"

#include "base/plural.h"
#include "base/utf8.h"

#include "format.h"

enum { HELPED_MAX = 8 };

static void words_json(struct json *json, const char *key, const struct urge_words *words)
{
	json_open_list(json, key);
	for (size_t i = 0; i < words->count; i++) {
		const struct urge_word *word = &words->items[i];

		json_open_object(json, NULL);
		json_text(json, "word", word->word);
		json_int(json, "count", word->count);
		json_int(json, "passed", word->passed);
		json_int(json, "answered", word->answered);
		json_close_object(json);
	}
	json_close_list(json);
}

static void stats_json(struct session *session, const struct urge_stats *stats)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_int(&json, "total", stats->total);
	json_int(&json, "answered", stats->answered);
	json_int(&json, "passed", stats->passed);
	json_int(&json, "timed", stats->timed);
	if (stats->median_seconds > 0)
		json_int(&json, "median_seconds", stats->median_seconds);
	else
		json_null(&json, "median_seconds");
	if (stats->worst_hour >= 0) {
		json_open_object(&json, "worst");
		json_int(&json, "from_hour", stats->worst_hour);
		json_int(&json, "hours", URGES_WORST_HOURS);
		json_int(&json, "count", stats->worst_count);
		json_close_object(&json);
	} else {
		json_null(&json, "worst");
	}
	words_json(&json, "triggers", &stats->triggers);
	words_json(&json, "helped", &stats->helped);
	json_close_object(&json);
	session_take_json(session, &json);
}

static void add_triggers(struct session *session, const struct urge_words *words)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < words->count; i++) {
		const struct urge_word *word = &words->items[i];

		if (word->count < URGES_WORD_LEAST)
			continue;
		str_add(&line, line.len > 0 ? "; " : "Set off by: ");
		str_addf(&line, "%s %d times", word->word, word->count);
		if (word->answered > 0)
			str_addf(&line, ", %d of %d passed", word->passed, word->answered);
	}
	if (line.len > 0)
		looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

static void add_helped(struct session *session, const struct urge_words *words)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < words->count && i < HELPED_MAX; i++) {
		const struct urge_word *word = &words->items[i];

		str_add(&line, line.len > 0 ? ", " : "What helped: ");
		str_add(&line, word->word);
		if (word->count > 1)
			str_addf(&line, " (%d times)", word->count);
	}
	if (line.len > 0)
		looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

/* What is too little to say anything is said to be so. */
static void add_missing(struct session *session, const struct urge_stats *stats)
{
	struct str line = STR_INIT;

	if (stats->timed < URGES_MEDIAN_LEAST)
		str_addf(&line,
			 plural_of(stats->timed,
				   "How long they last is told from %d timed ones that passed; "
				   "there is %d. ",
				   "How long they last is told from %d timed ones that passed; "
				   "there are %d. "),
			 URGES_MEDIAN_LEAST, stats->timed);
	if (stats->total < URGES_WORST_LEAST)
		str_addf(&line,
			 plural_of(stats->total,
				   "The hours they come at are told from %d on; there is %d.",
				   "The hours they come at are told from %d on; there are %d."),
			 URGES_WORST_LEAST, stats->total);
	if (line.len > 0)
		looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

void diary_urge_stats(struct session *session, const struct urge_stats *stats)
{
	struct str line = STR_INIT;

	if (session->json) {
		stats_json(session, stats);
		return;
	}
	urge_stats_tell(stats, &line);
	looks_wrap(&session->looks, 0, line.data, &session->out);
	add_triggers(session, &stats->triggers);
	add_helped(session, &stats->helped);
	add_missing(session, stats);
	str_free(&line);
}
