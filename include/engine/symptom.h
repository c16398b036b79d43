/* SPDX-License-Identifier: MIT */
/*
 * What a check-in asks about, as data: a list of symptoms, each rated from 0 (none) to 4 (extreme). Not a
 * validated scale; it compares a person with their own earlier days. Knows no file and no answers: yaml/symptoms reads
 * the list, the diary keeps what was said.
 */
#ifndef ENGINE_SYMPTOM_H
#define ENGINE_SYMPTOM_H

#include "base/err.h"

#include <stddef.h>

enum {
	SYMPTOM_ID_SIZE = 32,
	SYMPTOM_NAME_SIZE = 64,
	SYMPTOM_SOURCE_MAX = 4,
	SYMPTOM_SOURCE_SIZE = 48,
	SYMPTOM_MAX = 64,  /* in a list */
	SYMPTOM_WORST = 4, /* a rating is 0 to 4 */
};

enum symptom_group {
	SYMPTOM_BODY,
	SYMPTOM_RESTLESS,
	SYMPTOM_SLEEP,
	SYMPTOM_MOOD,
	SYMPTOM_CRAVING,
	SYMPTOM_GROUP_COUNT
};

struct symptom {
	char id[SYMPTOM_ID_SIZE]; /* "restless-legs": small letters, digits and -; never changes, the log keeps it */
	char name[SYMPTOM_NAME_SIZE]; /* "Restless legs": what a person sees */
	enum symptom_group group;
	bool hidden; /* not asked unless asked for; its old answers are kept */
	char sources[SYMPTOM_SOURCE_MAX][SYMPTOM_SOURCE_SIZE]; /* ids in data/sources.yaml */
	size_t source_count;
};

struct symptoms {
	struct symptom *items; /* owned; by group, within one in the order of the file */
	size_t count, cap;
};

#define SYMPTOMS_INIT                                                                              \
	{                                                                                          \
		.items = NULL                                                                      \
	}

void symptoms_free(struct symptoms *symptoms);

/* Puts a copy at the end of its group. False where SYMPTOM_MAX are there or one has its id. */
MUST_USE bool symptoms_add(struct symptoms *symptoms, const struct symptom *symptom);

/* A copy that owns its own memory; *to is overwritten, not freed. */
void symptoms_copy(struct symptoms *to, const struct symptoms *from);

/* The symptom of that id, hidden ones too, or NULL. Borrowed until the list changes. */
struct symptom *symptoms_find(const struct symptoms *symptoms, const char *id);

/* The id nearest to a word by spelling, or NULL. Borrowed likewise. */
const char *symptoms_nearest(const struct symptoms *symptoms, const char *word);

/* True for an id as it has to be. */
bool symptom_id_valid(const char *id);

/* "body", "restless", "sleep", "mood", "craving": stable words for files and JSON. */
const char *symptom_group_name(enum symptom_group group);

/* "Body", …, for a heading. */
const char *symptom_group_title(enum symptom_group group);

/* "none", "a little", "moderate", "quite a lot", "extreme"; rating is 0 to 4. */
const char *symptom_rating_word(int rating);

#endif
