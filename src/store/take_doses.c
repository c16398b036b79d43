/* SPDX-License-Identifier: MIT */
#include "take_doses.h"

#include <string.h>

bool take_doses_open(struct take_doses *take, sqlite3 *db, bool dry_run, struct err *err)
{
	memset(take, 0, sizeof(*take));
	take->db = db;
	take->dry_run = dry_run;
	return claims_open(&take->claims, db, err) &&
	       (dry_run || dose_prepare_insert(db, &take->insert, err));
}

void take_doses_close(struct take_doses *take)
{
	sqlite3_finalize(take->insert);
	claims_close(&take->claims);
	take->insert = NULL;
}

static struct product_slot *slot_of(struct take_doses *take, const struct dose *dose)
{
	uint32_t hash = 2166136261u ^ (uint32_t)dose->unit;

	for (const char *at = dose->product; *at != '\0'; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	return &take->products[hash % PRODUCT_SLOTS];
}

static bool find_product(struct take_doses *take, const struct dose *dose, int64_t *product,
			 struct err *err)
{
	struct product_slot *slot = slot_of(take, dose);
	int64_t id = 0;
	bool ok;

	if (slot->unit == dose->unit && strcmp(slot->name, dose->product) == 0) {
		*product = slot->id;
		return true;
	}
	ok = take->dry_run ? product_find(take->db, dose->product, dose->unit, &id, err)
			   : product_make(take->db, dose->product, dose->unit, &id, err);
	if (!ok)
		return false;
	slot->id = id;
	slot->unit = dose->unit;
	memcpy(slot->name, dose->product, sizeof(slot->name));
	*product = id;
	return true;
}

bool take_dose_look(struct take_doses *take, const struct dose *dose, int64_t *product, bool *there,
		    struct err *err)
{
	*product = 0;
	return find_product(take, dose, product, err) &&
	       claims_take(&take->claims, dose, *product, there, err);
}

bool take_dose_put(struct take_doses *take, int64_t row, int64_t product, const struct dose *dose,
		   struct err *err)
{
	return dose_insert(take->insert, row, row, product, dose, err);
}
