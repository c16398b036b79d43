/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "base/utf8.h"

#include "console.h"
#include "progress.h"

enum { MUCH = 1024 * 1024, MUCH_AT_ONCE = MUCH / 4 };

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

void session_wrote(struct session *session, const char *path)
{
	session_did(session, "file", "wrote", path);
}

void session_did(struct session *session, const char *key, const char *verb, const char *what)
{
	struct json json = JSON_INIT;

	session->changed = true;
	if (session->json) {
		json_open_object(&json, NULL);
		json_text(&json, key, what);
		json_close_object(&json);
		session_take_json(session, &json);
		return;
	}
	str_addf(&session->out, "%s ", verb);
	utf8_add_clean(&session->out, what);
	str_add_char(&session->out, '\n');
}

bool session_bytes(struct session *session, const struct str *document, struct err *err)
{
	if (session->looks.terminal)
		return err_set(err, ERR_USAGE,
			       "this is no text for a terminal; write -o FILE, or lead it on "
			       "with | or >");
	str_add_bytes(&session->out, document->data, document->len);
	return true;
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
	progress_end();
	done = console_write(&session->out, &session->gone, err);
	str_reset(&session->out);
	return done;
}

bool session_pass_part(struct session *session, const struct str *part, struct err *err)
{
	if (session->looks.terminal || session->out.len > 0 || part->len < MUCH_AT_ONCE) {
		looks_document(&session->looks, part->data, &session->out);
		return session_pass_on(session, err);
	}
	progress_end();
	return console_write(part, &session->gone, err);
}

bool session_pass_json(struct session *session, struct json *json, struct err *err)
{
	if (json->out.len < MUCH)
		return true;
	str_add_bytes(&session->out, json->out.data, json->out.len);
	str_reset(&json->out);
	return session_pass_on(session, err);
}
