/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "console.h"

enum { MUCH = 1024 * 1024 };

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
	str_append(&session->out, &json->out);
	str_add_char(&session->out, '\n');
	json_free(json);
}

bool session_pass_on(struct session *session, struct err *err)
{
	bool done;

	if (session->out.len < MUCH)
		return true;
	done = console_write(&session->out, &session->gone, err);
	str_reset(&session->out);
	return done;
}

bool session_pass_json(struct session *session, struct json *json, struct err *err)
{
	if (json->out.len < MUCH)
		return true;
	str_add_bytes(&session->out, json->out.data, json->out.len);
	str_reset(&json->out);
	return session_pass_on(session, err);
}
