/* SPDX-License-Identifier: MIT */
/*
 * Bringing much into the store at once, of every kind: as one change that can be undone, or not at all, with a copy kept before.
 */
#ifndef STORE_IMPORT_H
#define STORE_IMPORT_H

#include "engine/record.h"
#include "store/store.h"

/*
 * Where an import reads from: fills *record (borrowed until the next call) and returns true, or returns false at the end, or
 * with err filled where it can't go on; then nothing is imported. Records are valid, see record_valid.
 */
typedef bool record_source(void *context, struct record *record, struct err *err);

struct import_count {
	int64_t added;
	int64_t skipped; /* there already */
};

struct store_import {
	record_source *source;
	void *context; /* handed to source */
	int64_t now_utc;
	const char *what; /* under 160 bytes */
	bool dry_run;     /* only count */
	int64_t last_id; /* where above 0 and the store is new: records keep their ids, which differ and are at most so large */
	struct import_count counts[RECORD_KIND_COUNT]; /* filled on success */
	int64_t left_revisions; /* likewise: not brought, because there is a plan already */
};

/*
 * Adds all records of the source that are not there yet, as one change. Doses: dose_same, counted, so that two equal ones in
 * the source are two. Check-ins, urges and notes: of the same moment, with the same outcome or text. Answers: of the same kind, as new or newer.
 * Revisions only where the store has none; else those of the same making are there already, and the others are left. A store
 * that is not empty is copied to its backups before, and where that can't be done nothing is imported.
 */
MUST_USE bool store_import(struct store *store, struct store_import *asked, struct err *err);

#endif
