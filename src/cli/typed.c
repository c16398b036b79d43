/* SPDX-License-Identifier: MIT */
#include "typed.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "engine/moment.h"

struct typed typed_none(void)
{
	return (struct typed){.text = STR_INIT, .when = STR_INIT, .tags = STR_INIT};
}

void typed_free(struct typed *typed)
{
	str_free(&typed->text);
	str_free(&typed->when);
	str_free(&typed->tags);
	free(typed->list);
	*typed = typed_none();
}

static void add_word(struct str *text, const char *word)
{
	if (text->len > 0)
		str_add_char(text, ' ');
	str_add(text, word);
}

static bool is_time(const char *word)
{
	struct err ignored;
	int16_t minute;

	return minute_read(word, &minute, &ignored);
}

/* "@yesterday 23:00" may come as two words: a time of day after a day belongs to it. */
static void read_words(const struct options *options, size_t first, struct typed *typed)
{
	bool after_day = false;

	typed->list = mem_alloc(options->word_count, sizeof(typed->list[0]));
	for (size_t i = first; i < options->word_count; i++) {
		const char *word = options->words[i];

		if (word[0] == '@') {
			add_word(&typed->when, word + 1);
			after_day = strchr(word, ':') == NULL && !is_time(word + 1);
		} else if (after_day && is_time(word)) {
			add_word(&typed->when, word);
			after_day = false;
		} else {
			add_word(&typed->text, word);
			typed->list[typed->count++] = word;
		}
	}
}

bool typed_read(const struct session *session, size_t first, struct typed *typed, struct err *err)
{
	const struct options *options = &session->options;
	const char *when = session_option(session, OPTION_WHEN);

	*typed = typed_none();
	read_words(options, first, typed);
	for (size_t i = 0; i < options->given_count; i++) {
		if (options->given[i].id == OPTION_TAG)
			add_word(&typed->tags, options->given[i].value);
	}
	if (when != NULL && typed->when.len > 0)
		return err_set(err, ERR_USAGE,
			       "the time is given twice, '@%s' and --when; leave one of them out",
			       typed->when.data);
	if (when != NULL)
		str_add(&typed->when, when);
	return true;
}

const char *typed_or_null(const struct str *text)
{
	return text->len > 0 ? text->data : NULL;
}

const char *typed_tags(const struct session *session, const struct typed *typed)
{
	return options_has(&session->options, OPTION_TAG) ? typed->tags.data : NULL;
}
