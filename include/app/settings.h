/* SPDX-License-Identifier: MIT */
/*
 * The settings as a person sees and changes them: one by one, by name, as text. What each means is told with it. Does not
 * know how the file is written; a change keeps what else stands in it.
 */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include "app/app.h"

/* One setting; all texts but value are static. */
struct app_setting {
	const char *key, *type, *range, *usual, *meaning, *example;
	const char *choices; /* "no yes": all that can be typed; NULL where that is no list */
	bool is_set;         /* in the file; otherwise the usual holds */
	char *value;         /* owned; as typed; "" where nothing holds but what usual says */
};

struct app_settings {
	struct app_setting *items; /* owned */
	size_t count;
};

#define APP_SETTINGS_INIT                                                                          \
	{                                                                                          \
		.items = NULL                                                                      \
	}

/* All of them in their order; to be freed. */
void app_settings_list(const struct app *app, struct app_settings *settings);
void app_settings_free(struct app_settings *settings);

/* One by its key; to be freed. ERR_USAGE suggests the nearest key. */
MUST_USE bool app_settings_get(const struct app *app, const char *key, struct app_setting *setting,
			       struct err *err);
void app_setting_free(struct app_setting *setting);

/*
 * Checks a value as typed, or takes the setting out of the file, and writes the file whole or not at all; it holds from
 * then on. *copied is true where the old file was kept as config.yaml~, since a comment in it could not be. ERR_INVALID
 * names the setting, ERR_FORMAT a file with mistakes, ERR_IO one that can't be written.
 */
MUST_USE bool app_settings_set(struct app *app, const char *key, const char *value, bool *copied,
			       struct err *err);
MUST_USE bool app_settings_unset(struct app *app, const char *key, bool *copied, struct err *err);

/* Whether a value could be set; writes nothing. Errors as app_settings_set. */
MUST_USE bool app_settings_check(const struct app *app, const char *key, const char *value,
				 struct err *err);

/* The file, which need not be there; to be freed with free(). */
char *app_settings_path(const struct app *app);

#endif
