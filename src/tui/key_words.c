/* SPDX-License-Identifier: MIT */
#include "key_words.h"

#include <assert.h>
#include <string.h>

#include "view.h"

enum { ANSWER_COLUMNS = 8 };

const char *key_words_of(const struct keymap *keys, enum action action, char *buf)
{
	const char *rest;
	struct key key = {.kind = PRESS_NONE};

	if (keys != NULL)
		key = keymap_first(keys, action);
	else if (!key_read(action_info(action)->keys, &key, &rest))
		key.kind = PRESS_NONE;
	return key_text(&key, buf);
}

static enum action action_named(const char *name, size_t len)
{
	enum action action = 0;

	while (action < ACTION_COUNT && (strncmp(action_info(action)->name, name, len) != 0 ||
					 action_info(action)->name[len] != '\0'))
		action++;
	return action;
}

void key_words_add(const struct keymap *keys, const char *text, struct str *out)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "{");
		char buf[KEY_TEXT_SIZE];
		enum action action;

		str_add_bytes(out, text, len);
		text += len;
		if (*text == '\0')
			return;
		len = strcspn(text, "}");
		action = action_named(text + 1, len - 1);
		assert(action < ACTION_COUNT && text[len] == '}');
		str_add(out, key_words_of(keys, action, buf));
		text += len + 1;
	}
}

int key_words_wrap(const struct keymap *keys, struct canvas *canvas, struct rect place, int ink,
		   const char *text)
{
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));
	int rows;

	key_words_add(keys, text, &words);
	rows = canvas_wrap(canvas, place, ink, words.data);
	str_free(&words);
	return rows;
}

int key_words_rows(const struct keymap *keys, const char *text, int columns)
{
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));
	int rows;

	key_words_add(keys, text, &words);
	rows = text_rows(words.data, columns);
	str_free(&words);
	return rows;
}

int key_words_key(const struct keymap *keys, struct canvas *canvas, struct rect place,
		  enum action action)
{
	char buf[KEY_TEXT_SIZE];

	return canvas_text(canvas, place, ROLE_ACCENT | INK_BOLD, key_words_of(keys, action, buf));
}

void key_words_answers(const struct keymap *keys, struct canvas *canvas, struct rect line)
{
	rect_take_left(&line, 1 + key_words_key(keys, canvas, line, ACTION_ANSWER_YES));
	canvas_text(canvas, rect_take_left(&line, ANSWER_COLUMNS), ROLE_TEXT, "yes");
	rect_take_left(&line, 1 + key_words_key(keys, canvas, line, ACTION_ANSWER_NO));
	canvas_text(canvas, line, ROLE_TEXT, "no");
}

void key_words_say(const struct keymap *keys, struct outcome *outcome, const char *text)
{
	struct str words = STR_INIT;

	key_words_add(keys, text, &words);
	outcome_say(outcome, "%s", words.data);
	str_free(&words);
}

bool key_words_err(const struct keymap *keys, struct err *err, enum err_code code, const char *text)
{
	struct str words = STR_INIT;

	key_words_add(keys, text, &words);
	err_set(err, code, "%s", words.data);
	str_free(&words);
	return false;
}
