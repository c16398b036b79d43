/* SPDX-License-Identifier: MIT */
/*
 * A store with something in it, that something is then done to, and the whole of it as text to compare: what the tests of
 * refused calls, kills and power cuts share.
 */
#ifndef STORE_SCENE_H
#define STORE_SCENE_H

#include "store_kit.h"

enum { SCENE_PATH_SIZE = KIT_PATH_SIZE + 64 };

extern const struct day scene_today;

struct scene {
	struct kit_place place;
	char backups[SCENE_PATH_SIZE], copy[SCENE_PATH_SIZE];
};

/* What a store holds before, and another one a restore is to bring; both to be freed. */
struct scene_model {
	struct str store, copy;
};

/* A folder with nothing in it but the two files, and left with all that came. */
void scene_enter(struct scene *scene, const struct scene_model *model);
void scene_leave(const struct scene *scene);

void scene_model_free(struct scene_model *model);

/* Adds so many doses, a minute apart, as one change. */
bool scene_import(struct store *store, int count, struct err *err);

/* The rows of every table that is there for a person, the schema, and that all of it is whole; to be freed. */
struct str scene_look(const char *path);

/* Opens the store, with a copy kept for the day, does the work and closes it. */
bool scene_with_store(const struct scene *scene, bool (*work)(struct store *, struct err *),
		      struct err *err);

/* Brings the copy into the store's place. */
bool scene_restore(const struct scene *scene, struct err *err);

/* An update to a format that is still to come, by two steps more. */
bool scene_update(const struct scene *scene, const char *one, const char *two, struct err *err);

/* The test fails where the store is neither as after nor, unless that is NULL, as before. */
void scene_must_be(const struct scene *scene, const struct str *before, const struct str *after);

/* A number from the environment, or else usual. */
int scene_rounds(const char *name, int usual);

#endif
