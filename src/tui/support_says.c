/* SPDX-License-Identifier: MIT */
#include "support_says.h"

#include "app/aftercare.h"
#include "app/safety.h"
#include "app/today.h"

void support_say_safety(struct app *app, struct str *out)
{
	struct app_safety safety;
	char day[DAY_TEXT_SIZE];
	struct err ignored;

	if (!app_safety(app, &safety, &ignored))
		return;
	switch (safety.stand) {
	case SAFETY_UNASKED:
		str_add(out, "not answered yet; they come before a plan");
		return;
	case SAFETY_OLD:
		str_add(out, "a year has passed; they come again before a plan");
		return;
	case SAFETY_CHANGED:
		str_add(out, "something changed; they come again before a plan");
		return;
	case SAFETY_FREE:
	case SAFETY_STOPPED:
	case SAFETY_CLINICIAN:
		str_addf(out, "answered %s", day_full(safety.on, day));
		return;
	}
}

bool support_last_step_behind(struct app *app)
{
	struct today today = TODAY_INIT;
	struct err ignored;
	bool behind;

	if (!app_today(app, &today, &ignored))
		return false;
	behind = today.has_plan && today.at_goal && today.goal.nano == 0;
	today_free(&today);
	return behind;
}

void support_say_reached(struct app *app, struct str *out)
{
	struct aftercare_times times;
	struct err ignored;

	if (!app_aftercare_times(app, &times, &ignored))
		return;
	for (size_t i = 0; i < times.count; i++) {
		str_add(out, i == 0 ? "Without, before this plan: " : "; ");
		aftercare_time_say(&times.items[i], out);
	}
	str_add(out, times.count > 0 ? ". It stays yours." : "");
	aftercare_times_free(&times);
}
