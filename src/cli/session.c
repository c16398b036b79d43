/* SPDX-License-Identifier: MIT */
#include "session.h"

const char *session_option(const struct session *session, enum option_id id)
{
	return options_value(&session->options, (int)id);
}

bool session_has(const struct session *session, enum option_id id)
{
	return options_has(&session->options, (int)id);
}

const char *session_word(const struct session *session, size_t i)
{
	return i < session->options.word_count ? session->options.words[i] : NULL;
}

void session_take_json(struct session *session, struct json *json)
{
	str_add(&session->out, json->out.data);
	str_add_char(&session->out, '\n');
	json_free(json);
}
