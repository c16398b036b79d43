/* SPDX-License-Identifier: MIT */
/*
 * What a dose is of, as a person names it, and the unit it is counted in. Leaf in capsules of a stated weight counts in
 * grams; there is no other conversion, and none at all between leaf and extracts or 7-OH.
 */
#ifndef ENGINE_PRODUCT_H
#define ENGINE_PRODUCT_H

#include "engine/dose.h"

enum { PRODUCT_MAX = 32 };

struct product {
	char name[DOSE_PRODUCT_SIZE];
	enum unit unit;
	struct amount holds; /* grams of leaf in one capsule; 0 where not stated */
};

/* The product of a name, or NULL. Borrowed from products. */
const struct product *product_named(const struct product *products, size_t count, const char *name);

/*
 * Gives an amount of a product the unit it counts in: *unit is what was named (UNIT_NONE for nothing), and becomes the
 * product's; capsules of a stated weight become grams. ERR_INVALID where another unit was named, or where the result is
 * no whole milli-unit or out of range; then nothing is changed.
 */
MUST_USE bool product_count(const struct product *product, struct amount *amount, enum unit *unit,
			    struct err *err);

#endif
