/* SPDX-License-Identifier: MIT */
#include "engine/product.h"

#include <string.h>

const struct product *product_named(const struct product *products, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(products[i].name, name) == 0)
			return &products[i];
	}
	return NULL;
}

/* Both are whole milli-units of at most 10 000 units, so the product fits. */
static bool weigh(const struct product *product, struct amount *amount, enum unit *unit,
		  struct err *err)
{
	int64_t micro = amount_milli(*amount) * amount_milli(product->holds);

	if (micro % 1000 != 0 || micro / 1000 > amount_milli((struct amount){.nano = AMOUNT_MAX}))
		return err_set(err, ERR_INVALID,
			       "so many capsules of '%s' are no amount that can be weighed",
			       product->name);
	*amount = amount_from_milli(micro / 1000);
	*unit = UNIT_GRAM;
	return true;
}

bool product_count(const struct product *product, struct amount *amount, enum unit *unit,
		   struct err *err)
{
	bool weighed = product->unit == UNIT_CAPSULE && product->holds.nano > 0;

	if (weighed && *unit == UNIT_GRAM)
		return true;
	if (*unit != UNIT_NONE && *unit != product->unit)
		return err_set(err, ERR_INVALID, "'%s' is counted in %s, not in %s", product->name,
			       unit_name(product->unit), unit_name(*unit));
	if (weighed)
		return weigh(product, amount, unit, err);
	*unit = product->unit;
	return true;
}
