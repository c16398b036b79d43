/* SPDX-License-Identifier: MIT */
/*
 * Words a person has used: what a shell offers while a command is typed. Reads no further back than about a year, so that
 * it is quick however long the log is. A log that can't be read has no words.
 */
#ifndef APP_USED_H
#define APP_USED_H

#include "app/app.h"

enum { USED_DAYS = 400, USED_WORDS_MAX = 1000 };

struct used_words {
	char **items; /* owned; each once, by the alphabet */
	size_t count, cap;
};

#define USED_WORDS_INIT                                                                            \
	{                                                                                          \
		.items = NULL                                                                      \
	}

void used_words_free(struct used_words *words);

/* Tags of doses; what set urges off; products of doses, and those of the settings. To be freed. */
void app_used_tags(struct app *app, struct used_words *words);
void app_used_triggers(struct app *app, struct used_words *words);
void app_used_products(struct app *app, struct used_words *words);

#endif
