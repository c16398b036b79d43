/* SPDX-License-Identifier: MIT */
#include "bring.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void bring_free(struct bring *bring)
{
	for (size_t i = 0; i < bring->count; i++)
		dose_free(&bring->doses[i]);
	free(bring->doses);
	*bring = (struct bring){.doses = NULL};
}

static void count_product(const struct dose *dose, struct import_result *result)
{
	size_t i = 0;

	while (i < result->product_count && (result->products[i].unit != dose->unit ||
					     strcmp(result->products[i].name, dose->product) != 0))
		i++;
	if (i == IMPORT_PRODUCTS_MAX) {
		result->more_products = true;
		return;
	}
	if (i == result->product_count) {
		result->products[i].unit = dose->unit;
		memcpy(result->products[i].name, dose->product, sizeof(dose->product));
		result->product_count++;
	}
	result->products[i].count++;
}

static bool check(const struct app *app, const struct bring *bring, struct import_result *result,
		  struct err *err)
{
	char time[MOMENT_TEXT_SIZE];
	int64_t now = app_now_utc(app);

	for (size_t i = 0; i < bring->count; i++) {
		struct dose *dose = &bring->doses[i];
		struct day day;

		if (dose->product[0] == '\0')
			memcpy(dose->product, app->settings.product, sizeof(dose->product));
		if (!dose_valid(dose, err) ||
		    (dose->utc > now && !err_set(err, ERR_INVALID, "the time is in the future")))
			return err_wrap(err, "the dose of %s",
					moment_rfc3339(dose->utc, dose->utc_offset, time));
		day = app_dose_day(app, dose);
		count_product(dose, result);
		if (i == 0 || day.n < result->first.n)
			result->first = day;
		if (i == 0 || day.n > result->last.n)
			result->last = day;
	}
	result->read = (int64_t)bring->count;
	return true;
}

/* Where the store takes the doses from, one after the other. */
struct reading {
	const struct bring *bring;
	size_t next;
};

static bool next_dose(void *context, struct dose *dose)
{
	struct reading *reading = context;

	if (reading->next == reading->bring->count)
		return false;
	*dose = reading->bring->doses[reading->next++];
	return true;
}

bool bring_all(struct app *app, struct bring *bring, struct import_result *result, struct err *err)
{
	struct reading reading = {.bring = bring};
	char what[APP_WHAT_SIZE];
	struct dose_import import = {.source = next_dose,
				     .context = &reading,
				     .now_utc = app_now_utc(app),
				     .what = what,
				     .dry_run = bring->dry_run};
	struct store *store;

	if (!check(app, bring, result, err))
		return false;
	if (!(bring->dry_run ? app_store_read(app, &store, err)
			     : app_store_write(app, &store, err)))
		return false;
	snprintf(what, sizeof(what), "%s of %zu dose%s", bring->what, bring->count,
		 bring->count == 1 ? "" : "s");
	if (!store_dose_import(store, &import, err))
		return false;
	result->added = import.added;
	result->skipped = import.skipped;
	return true;
}
