/* SPDX-License-Identifier: MIT */
#include "doses.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "claims.h"
#include "keep.h"

enum { PRODUCT_SLOTS = 64 };

/* A product seen lately; whatever shares its slot takes its place. */
struct product_slot {
	int64_t id; /* 0 where the store does not have it */
	enum unit unit;
	char name[DOSE_PRODUCT_SIZE];
};

struct import {
	sqlite3 *db;
	bool dry_run;
	struct change_pen pen; /* not in a dry run */
	sqlite3_stmt *insert;  /* likewise */
	struct claims claims;
	struct product_slot products[PRODUCT_SLOTS];
	int64_t added, skipped;
};

static struct product_slot *slot_of(struct import *import, const struct dose *dose)
{
	uint32_t hash = 2166136261u ^ (uint32_t)dose->unit;

	for (const char *at = dose->product; *at != '\0'; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	return &import->products[hash % PRODUCT_SLOTS];
}

static bool find_product(struct import *import, const struct dose *dose, int64_t *product,
			 struct err *err)
{
	struct product_slot *slot = slot_of(import, dose);
	int64_t id = 0;
	bool ok;

	if (slot->unit == dose->unit && strcmp(slot->name, dose->product) == 0) {
		*product = slot->id;
		return true;
	}
	ok = import->dry_run ? product_find(import->db, dose->product, dose->unit, &id, err)
			     : product_make(import->db, dose->product, dose->unit, &id, err);
	if (!ok)
		return false;
	slot->id = id;
	slot->unit = dose->unit;
	memcpy(slot->name, dose->product, sizeof(slot->name));
	*product = id;
	return true;
}

static bool take_one(struct import *import, const struct dose *dose, struct err *err)
{
	int64_t product = 0, row;
	bool there;

	if (!find_product(import, dose, &product, err) ||
	    !claims_take(&import->claims, dose, product, &there, err))
		return false;
	if (there) {
		import->skipped++;
		return true;
	}
	import->added++;
	if (import->dry_run)
		return true;
	row = change_row(&import->pen);
	return dose_insert(import->insert, row, row, product, dose, err);
}

static bool take_all(struct import *import, const struct dose_import *asked, struct err *err)
{
	struct dose dose = DOSE_INIT;
	bool ok = claims_open(&import->claims, import->db, err) &&
		  (import->dry_run || dose_prepare_insert(import->db, &import->insert, err));

	while (ok && asked->source(asked->context, &dose))
		ok = take_one(import, &dose, err);
	sqlite3_finalize(import->insert);
	claims_close(&import->claims);
	return ok;
}

static bool count_only(struct import *import, const struct dose_import *asked, struct err *err)
{
	bool ok;

	if (!db_exec(import->db, "BEGIN", err))
		return false;
	ok = take_all(import, asked, err);
	db_end_read(import->db);
	return ok;
}

static bool bring_in(struct import *import, struct store *store, const struct dose_import *asked,
		     struct err *err)
{
	bool ok;

	if (!change_begin(store, asked->now_utc, asked->what, &import->pen, err))
		return false;
	ok = take_all(import, asked, err);
	if (ok && import->added == 0) {
		change_cancel(&import->pen);
		return true;
	}
	return change_end(&import->pen, ok, err);
}

/* An import that brings nothing new leaves no copy either. */
static bool bring_in_safely(struct import *import, struct store *store,
			    const struct dose_import *asked, struct err *err)
{
	struct str made = STR_INIT;
	bool ok;

	if (!keep_before_change(store, "import", &made, err))
		return false;
	ok = bring_in(import, store, asked, err);
	keep_end(store->backups, ok && import->added > 0, &made);
	return ok;
}

bool store_dose_import(struct store *store, struct dose_import *asked, struct err *err)
{
	struct import *import;
	bool ok;

	if (!handle_ready(store, err))
		return false;
	import = mem_alloc(1, sizeof(*import));
	import->db = store->db;
	import->dry_run = asked->dry_run;
	ok = asked->dry_run ? count_only(import, asked, err)
			    : bring_in_safely(import, store, asked, err);
	if (ok) {
		asked->added = import->added;
		asked->skipped = import->skipped;
	}
	free(import);
	return ok;
}
