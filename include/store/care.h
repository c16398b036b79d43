/* SPDX-License-Identifier: MIT */
/*
 * What keeps a store from being lost: copies that were read back and found whole, the way back from
 * one, a look at a store's health, and what can be saved of a damaged one. Knows file names and
 * SQLite; does not know why a copy is wanted, nor what time it is.
 *
 * Names in the folder of backups, of which taper removes only the first three kinds, and only what
 * is named exactly so:
 *	day-2026-11-21.db           before the first change of that day; the last STORE_DAYS_KEPT
 *	day-2026-11-21.skipped      there is none, because it would have taken too long
 *	before-0004-import.db       before an import, an update or a lock; the last STORE_BEFORE_KEPT
 *	replaced-2026-11-21.db      what a restore put aside; "-2", "-3" … where that is taken
 *	damaged-2026-11-21.db       what a rescue put aside; likewise
 */
#ifndef STORE_CARE_H
#define STORE_CARE_H

#include "store/store.h"

enum {
	STORE_DAYS_KEPT = 7,
	STORE_BEFORE_KEPT = 5,
	STORE_DAILY_LIMIT_MS = 2000, /* the longest a daily copy may hold up a change */
};

/*
 * From now on the first change that is made keeps a copy for this day, of the state before it, where
 * there is none yet and the store is not empty. What hinders it does not hinder the change: see
 * store_note. Without a folder for backups it does nothing.
 */
void store_keep_daily(struct store *store, struct day today);

/* What hindered the daily copy, in words for a person, borrowed while store is open; NULL for nothing. */
const char *store_note(const struct store *store);

/*
 * Copies the store to path (0600), whole or not at all. ERR_IO where the file is there already and
 * replace is not set, where it is the store itself, a link or no file, or the system refuses.
 */
MUST_USE bool store_backup(struct store *store, const char *path, bool replace, struct err *err);

struct keychain;

/* A way back: from a file to the store at path. */
struct store_restore {
	const char *path, *from, *backups;
	struct day today;
	struct keychain *keys; /* see store/lock.h; NULL for none */
};

/*
 * Puts a copy of the file from, proved to be a whole store of a known format, in the place of the
 * store at path, which nobody here has open. What was there before is moved aside into the folder
 * backups; *aside is its new name, to be freed, or NULL where there was none. A locked copy keeps its
 * lock; one that is not gets that of the store. ERR_FORMAT where from is no such store, ERR_LOCKED
 * where a key is missing; then, as at every other error, the store is as it was.
 */
MUST_USE bool store_restore(const struct store_restore *asked, char **aside, struct err *err);

/* One file among the backups. */
struct store_copy {
	char *name; /* owned; without the folder */
	bool aside; /* put aside by a restore or a rescue */
	int64_t written_utc;
	bool locked; /* as store/lock.h does */
	bool hidden; /* its key is not at hand, so that nothing more is known: */
	bool whole;
	int64_t doses; /* living ones, where it is whole */
};

struct store_copies {
	struct store_copy *items; /* owned; the newest first, those aside last */
	size_t count, cap;
};

#define STORE_COPIES_INIT                                                                          \
	{                                                                                          \
		.items = NULL                                                                      \
	}

/* Their names alone, in no order, to be freed. */
MUST_USE bool store_copies_names(const char *backups, struct store_copies *copies, struct err *err);

/* Looks at every backup, to be freed, without asking for a key. A folder that is not there has none. */
MUST_USE bool store_copies_read(const char *backups, struct keychain *keys,
				struct store_copies *copies, struct err *err);
void store_copies_free(struct store_copies *copies);

/* What is found at the path of a store. Nothing is made or brought up to date by looking. */
struct store_health {
	bool there;
	int64_t size;
	bool journal; /* a change was interrupted; SQLite takes it back when the file is opened */
	struct err opened; /* ERR_NONE, or why it can't be read as a store */
	struct err whole;  /* likewise; filled where it was opened */
	bool locked;       /* as store/lock.h does; without its key, opened is ERR_LOCKED */
	bool damaged; /* one of the two says that its bytes are wrong, not that it can't be reached */
	int64_t format;     /* 0 where it can't be read */
	int64_t references; /* rows that name one that is not there */
	int64_t loose;      /* rows that no change brought, or that an undone one left in sight */
	int64_t doses;      /* living ones */
	bool any;           /* there are changes, and so: */
	int64_t newest_utc; /* of a dose; INT64_MIN where there is none */
	int64_t changed_utc;
};

/* Looks at the file; asks for its key where it is locked. ERR_IO where even that can't be done. */
MUST_USE bool store_examine(const char *path, struct keychain *keys, struct store_health *health,
			    struct err *err);

/* Copies of this store that were never finished, beside it and among the backups. */
MUST_USE bool store_parts(const char *path, const char *backups, int64_t *count, struct err *err);

/* Removes those older than an hour at now_utc; says how many. */
MUST_USE bool store_sweep(const char *path, const char *backups, int64_t now_utc, int64_t *removed,
			  struct err *err);

/* What a rescue brought over. */
struct store_rescued {
	char *aside;     /* owned; where the damaged file is now */
	bool lock;       /* its lock was damaged, and is as it was again */
	int64_t doses;   /* saved, older versions included */
	int64_t partial; /* of which only time, amount and product could be read */
	int64_t plans;   /* revisions saved whole */
	int64_t diary;   /* check-ins, urges, notes and answers; a check-in may lack items */
	int64_t changes; /* entries in the list of changes */
	int64_t lost;    /* of all of these, what was there once and could not be read */
};

struct store_rescue {
	const char *path, *backups;
	struct day today;
	int64_t now_utc;
	int16_t utc_offset; /* of doses of which it can't be read nor taken from their neighbours */
	struct keychain *keys; /* see store/lock.h; NULL for none */
};

/*
 * Reads what can be read of a damaged store into a new one, puts that in its place, and the damaged
 * one aside; of a locked one, those of its parts that are as they were written, and the new one has the same lock. ERR_STORE where nothing at all could be read; then nothing is moved.
 */
MUST_USE bool store_rescue(const struct store_rescue *asked, struct store_rescued *rescued,
			   struct err *err);

#endif
