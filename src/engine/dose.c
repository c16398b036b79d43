/* SPDX-License-Identifier: MIT */
#include "engine/dose.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "valid.h"

void dose_free(struct dose *dose)
{
	free(dose->tags);
	free(dose->note);
	*dose = (struct dose)DOSE_INIT;
}

void dose_copy(struct dose *to, const struct dose *from)
{
	*to = *from;
	to->tags = mem_dup(from->tags);
	to->note = mem_dup(from->note);
}

struct moment dose_moment(const struct dose *dose)
{
	return moment_from_utc(dose->utc, dose->utc_offset);
}

int64_t dose_wall(const struct dose *dose)
{
	return moment_wall(dose_moment(dose));
}

bool dose_same(const struct dose *a, const struct dose *b)
{
	return a->utc == b->utc && a->amount.nano == b->amount.nano && a->unit == b->unit &&
	       strcmp(a->product, b->product) == 0;
}

bool dose_valid(struct dose *dose, struct err *err)
{
	char *product = dose->product;

	if (dose->amount.nano < 0 || dose->amount.nano > AMOUNT_MAX ||
	    dose->amount.nano % AMOUNT_MILLI != 0)
		return err_set(err, ERR_INVALID, "the amount is out of range");
	if (!valid_time(dose->utc, dose->utc_offset, err))
		return false;
	if (dose->unit <= UNIT_NONE || dose->unit >= UNIT_COUNT)
		return err_set(err, ERR_INVALID, "the unit is missing");
	if (dose->product[0] == '\0')
		return err_set(err, ERR_INVALID, "the product is missing");
	if (!valid_text("product", &product, DOSE_PRODUCT_SIZE - 1, err) ||
	    !valid_text("tags", &dose->tags, DOSE_TAGS_MAX, err) ||
	    !valid_text("note", &dose->note, DOSE_NOTE_MAX, err))
		return false;
	valid_tidy_tags(dose->tags);
	return true;
}
