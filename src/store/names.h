/* SPDX-License-Identifier: MIT */
/*
 * The names taper gives to the files it keeps (see store/care.h), and which of them are to go.
 * What is not named exactly so is somebody else's.
 */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "base/str.h"
#include "engine/day.h"

#include <stdint.h>

enum name_kind { NAME_OTHER, NAME_DAY, NAME_SKIPPED, NAME_BEFORE, NAME_ASIDE, NAME_PART };

struct name {
	enum name_kind kind;
	int64_t order; /* of a day its number, of the ones before something their running number */
};

/* What a file of this name, without its folder, is. */
struct name name_read(const char *file);

/* Adds "folder/day-2026-11-21.db" or ".skipped". */
void name_add_day(struct str *path, const char *folder, struct day day, const char *ending);

/* Adds "folder/before-0004-import.db", numbered after the highest that is there. */
MUST_USE bool name_add_before(struct str *path, const char *folder, const char *word,
			      struct err *err);

/* Adds "folder/replaced-2026-11-21.db", or with "-2", "-3" … where that is taken. */
void name_add_aside(struct str *path, const char *folder, const char *word, struct day day);

/* What follows a file's name while it is being made; the X become something else. */
#define NAME_PART_ENDING ".part-XXXXXX"

/* What is done with each file of a folder. */
typedef void name_visit(void *context, const char *file, struct name name);

/* Visits every file; a folder that is not there has none. */
MUST_USE bool names_walk(const char *folder, name_visit *visit, void *context, struct err *err);

/*
 * Removes from the folder what taper keeps no longer: all but the newest of the daily copies and
 * of those before something. made (without folder) stays in any case. Says nothing where it can't.
 */
void names_prune(const char *folder, const char *made);

#endif
