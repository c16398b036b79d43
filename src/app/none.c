/* SPDX-License-Identifier: MIT */
#include "none.h"

#include <inttypes.h>

#include "base/plural.h"

/* The same moment is at most so far away on the walls of two zones. */
enum { ZONES_APART = 2 * MOMENT_OFFSET_MAX };

struct beside {
	const struct app *app;
	const struct dose *none;
	struct day day;
	int64_t doses;
	bool there;
};

static bool look(void *context, const struct dose *dose, struct err *err)
{
	struct beside *beside = context;

	(void)err;
	if (dose_same(dose, beside->none))
		beside->there = true;
	else if (dose->amount.nano > 0 && dose->unit == beside->none->unit &&
		 app_dose_day(beside->app, dose).n == beside->day.n)
		beside->doses++;
	return true;
}

bool none_refused(struct day day, int64_t doses, struct err *err)
{
	char text[DAY_TEXT_SIZE];

	return err_set(err, ERR_INVALID,
		       plural_of(doses,
				 "%s has %" PRId64 " dose in the log, and 0 says that there was "
				 "none; remove it first",
				 "%s has %" PRId64 " doses in the log, and 0 says that there was "
				 "none; remove them first"),
		       day_short(day, text), doses);
}

bool none_fits(struct app *app, const struct dose *dose, bool known, struct err *err)
{
	struct beside beside = {.app = app, .none = dose, .day = app_dose_day(app, dose)};
	struct span span = app_span(app, beside.day, beside.day);
	struct store *store;

	if (dose->amount.nano > 0)
		return true;
	if (known) {
		span.from -= ZONES_APART;
		span.to += ZONES_APART;
	}
	if (!app_store_read(app, &store, err) ||
	    !store_dose_walk(store, span, false, look, &beside, err))
		return false;
	return beside.doses == 0 || (known && beside.there) ||
	       none_refused(beside.day, beside.doses, err);
}
