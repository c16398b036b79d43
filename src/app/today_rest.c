/* SPDX-License-Identifier: MIT */
#include "app/today_rest.h"

#include <stdio.h>

#include "app/safety.h"
#include "app/stats.h"
#include "app/support.h"
#include "app_private.h"

void today_rest_free(struct today_rest *rest)
{
	readiness_free(&rest->readiness);
	*rest = (struct today_rest)TODAY_REST_INIT;
}

static bool read_week(struct app *app, const struct today *today, struct today_rest *rest,
		      struct err *err)
{
	(void)today;
	rest->has_week = app_checkin_week(app, &rest->week, err);
	return rest->has_week;
}

static bool read_readiness(struct app *app, const struct today *today, struct today_rest *rest,
			   struct err *err)
{
	rest->has_readiness = today->has_plan && app_readiness(app, &rest->readiness, err);
	return rest->has_readiness || !today->has_plan;
}

/* Adding up all that was taken is only worth it where it has a price. */
static bool read_money(struct app *app, const struct today *today, struct today_rest *rest,
		       struct err *err)
{
	struct str goal = STR_INIT;
	struct stats stats;

	if (!today->has_plan || app->settings.price_milli == 0)
		return true;
	if (!app_stats_totals(app, day_add(today->day, -TODAY_LAST_DAYS), day_add(today->day, -1),
			      &stats, err))
		return err->code == ERR_NOT_FOUND;
	if (stats.has_plan && stats.has_price && !stats.saved.more && stats.saved_milli > 0)
		money_text(stats.saved_milli, stats.currency, rest->not_spent);
	if (rest->not_spent[0] != '\0') {
		app_money_goal_say(app, &(struct money_kept){stats.saved_milli, stats.currency},
				   &goal);
		snprintf(rest->goal, sizeof(rest->goal), "%s", goal.data);
		str_free(&goal);
	}
	return true;
}

static bool read_safety(struct app *app, const struct today *today, struct today_rest *rest,
			struct err *err)
{
	return !today->has_plan || app_safety_again(app, &rest->safety, err);
}

bool app_today_rest(struct app *app, const struct today *today, struct today_rest *rest,
		    struct err *err)
{
	static bool (*const parts[])(struct app *, const struct today *, struct today_rest *,
				     struct err *) = {read_week, read_readiness, read_money,
						      read_safety};
	struct store *store;
	bool whole = true;

	*rest = (struct today_rest)TODAY_REST_INIT;
	if (!app_look(app, &store, err))
		return false;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct err why;

		if (parts[i](app, today, rest, &why))
			continue;
		if (whole)
			*err = why;
		whole = false;
	}
	app_looked(app);
	return whole;
}
