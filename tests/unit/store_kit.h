/* SPDX-License-Identifier: MIT */
/*
 * What the tests of the store share: a folder of their own, doses, and the whole store as text to
 * compare.
 */
#ifndef STORE_KIT_H
#define STORE_KIT_H

#include "file_kit.h"
#include "store/course.h"
#include "store/store.h"

enum { KIT_PATH_SIZE = 256 };

/*
 * A new folder in memory where there is one, else in $TMPDIR. Removed with all in it by kit_leave.
 */
struct kit_place {
	char folder[KIT_PATH_SIZE];
	char path[KIT_PATH_SIZE + 16]; /* of a store that is not there yet */
};
void kit_enter(struct kit_place *place);
void kit_leave(const struct kit_place *place);

/* The test stops with the error's words where ok is false. */
void kit_ok(bool ok, const struct err *err);

/* The test stops where ok is true or the error is another one. */
void kit_refused(bool ok, const struct err *err, enum err_code code, const char *words);

/* Opens place->path without backups. */
struct store *kit_open(const struct kit_place *place);

/* Grams of leaf, with texts that need not be freed. */
struct dose kit_dose(int64_t utc, int16_t utc_offset, int64_t milli);

/* Adds one and returns its id. */
int64_t kit_add(struct store *store, const struct dose *dose);

/* Every dose, revision and entry of the diary, a line each, and the newest answers of the kind "safety"; to be freed. */
struct str kit_dump(struct store *store);

/* Every dose there is. */
extern const struct span kit_all;

/* Runs one statement on a file as another program would. */
void kit_sql(const char *path, const char *sql);

/* A revision with a schedule of two levels and two slots; to be freed. */
struct revision kit_revision(int64_t made_utc);

#endif
