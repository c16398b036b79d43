/* SPDX-License-Identifier: MIT */
/*
 * The one file in which everything a person tells taper is kept. Behind it is SQLite, which nobody
 * above sees. Every change is one transaction and one entry in the list of changes, can be undone
 * and redone, and overwrites nothing in place; where it fails, nothing was changed. A reading call
 * never leaves a transaction open. Ids are drawn from one sequence for doses, revisions and their
 * later versions, so they have gaps and are never given twice. Where another file takes the store's
 * place while it is open it is opened anew; where it is removed every call is ERR_STORE.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "engine/baseline.h"
#include "engine/dose.h"

struct store;

/*
 * Opens the store, made (0600, its folder 0700) or brought up to date as needed; a path of NULL is
 * an empty store in memory. backups: folder for the copy kept before an update, or NULL for none.
 * ERR_STORE where it is locked, damaged, not taper's or from a newer taper (then it is untouched);
 * ERR_IO where the system refuses. Close with store_close.
 */
MUST_USE bool store_open(const char *path, const char *backups, struct store **store,
			 struct err *err);

/* Closes it; NULL is fine. */
void store_close(struct store *store);

/* Before the program ends: what may not outlast it is closed. The rest goes with the process, sooner than it is taken apart. */
void store_leave(struct store *store);

/*
 * A number that differs after any program changed the store, this one or another. One small read,
 * no lock kept.
 */
MUST_USE bool store_version(struct store *store, int64_t *version, struct err *err);

/*
 * What is read between the two is of one moment, and opens the file once instead of every time. May be nested; nothing
 * is written in between. After success store_looked follows.
 */
MUST_USE bool store_look(struct store *store, struct err *err);
void store_looked(struct store *store);

/* What one entry in the list of changes did, in words for a person: "log 2.5 g at 08:05". */
struct change {
	int64_t id;
	int64_t at_utc;
	char what[160];
};

/*
 * Takes the newest change back, or does the last one taken back again. ERR_NOT_FOUND where there is
 * none.
 */
MUST_USE bool store_undo(struct store *store, struct change *change, struct err *err);
MUST_USE bool store_redo(struct store *store, struct change *change, struct err *err);

/*
 * Adds one dose (valid, see dose_valid); its product is made where it is new. Gives its id. Here
 * and below, what is the words for the list of changes, shorter than 160 bytes.
 */
MUST_USE bool store_dose_add(struct store *store, const struct dose *dose, int64_t now_utc,
			     const char *what, int64_t *id, struct err *err);

/* Gives one dose, to be freed. ERR_NOT_FOUND where there is none. */
MUST_USE bool store_dose_get(struct store *store, int64_t id, struct dose *dose, struct err *err);

/* Replaces or removes one dose; its id stays its own. ERR_NOT_FOUND where there is none. */
MUST_USE bool store_dose_edit(struct store *store, const struct dose *dose, int64_t now_utc,
			      const char *what, struct err *err);
MUST_USE bool store_dose_remove(struct store *store, int64_t id, int64_t now_utc, const char *what,
				struct err *err);

/*
 * Where an import reads from: fills *dose (texts borrowed until the next call) and returns true, or
 * returns false at the end, or with err filled where it can't go on; then nothing is imported.
 */
typedef bool dose_source(void *context, struct dose *dose, struct err *err);

/* An import: where the doses come from, and how the change is told. */
struct dose_import {
	dose_source *source;
	void *context; /* handed to source */
	int64_t now_utc;
	const char *what; /* under 160 bytes */
	bool dry_run;     /* only count */
	int64_t added;    /* filled on success */
	int64_t skipped;  /* there already; likewise */
};

/*
 * Adds all doses of the source that are not there yet (dose_same, counted: two equal ones in the
 * source are two), as one change. All or nothing. A store that is not empty is copied to its
 * backups before, and where that can't be done nothing is imported.
 */
MUST_USE bool store_dose_import(struct store *store, struct dose_import *asked, struct err *err);

/* Doses with from <= wall < to, in minutes on the wall (see dose_wall). */
struct span {
	int64_t from;
	int64_t to;
};

/* Doses of a unit in a span, gathered into days that begin at day_starts. */
struct gather {
	struct span span;
	int16_t day_starts; /* minutes after midnight */
	enum unit unit;
};

/*
 * What is done with each dose (borrowed until it returns). false ends the walk: with err filled the
 * walk returns false, without it true. A visitor is quick and does not write to the store: other
 * programs wait for it.
 */
typedef bool dose_visit(void *context, const struct dose *dose, struct err *err);

/* Walks the doses of a span in order of the wall, then of utc, then id; newest first where backward. */
MUST_USE bool store_dose_walk(struct store *store, struct span span, bool backward,
			      dose_visit *visit, void *context, struct err *err);

/* What is done with the tags of each dose that has some (borrowed until it returns). */
typedef void tag_visit(void *context, int64_t wall, const char *tags);

/* Walks the tagged doses of a span in order of the wall, without a look at the others. */
MUST_USE bool store_tag_walk(struct store *store, struct span span, tag_visit *visit, void *context,
			     struct err *err);

/* Every such dose as the engine needs it, in order of time. *intakes is to be freed. */
MUST_USE bool store_intakes(struct store *store, struct gather gather, struct intake **intakes,
			    size_t *count, struct err *err);

/* What is done with the total of a day (borrowed until it returns). */
typedef void total_visit(void *context, const struct day_total *total);

/* The same added up by day, in order; days without an entry are left out. On false some were visited. */
MUST_USE bool store_day_totals(struct store *store, struct gather gather, total_visit *visit,
			       void *context, struct err *err);

/* The first and last wall minute there is a dose at; *any false where there is none. */
MUST_USE bool store_dose_range(struct store *store, bool *any, int64_t *first_wall,
			       int64_t *last_wall, struct err *err);

#endif
