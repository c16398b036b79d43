/* SPDX-License-Identifier: MIT */
#include "aftercare_view.h"

#include "app/support.h"

#include "format.h"

typedef void aftercare_words(const struct app_aftercare *after, struct str *out);

static void fact(const struct looks *looks, const char *name, const struct app_aftercare *after,
		 aftercare_words *words, struct str *out)
{
	struct str line = STR_INIT;

	words(after, &line);
	if (line.len > 0)
		looks_fact(looks, name, line.data, out);
	str_free(&line);
}

/* The person's own signs, to look through now and then. */
static void add_signs(struct app *app, const struct looks *looks, struct str *out)
{
	const struct own_entry *entry;
	struct str line = STR_INIT;
	struct my_plan mine;
	struct err ignored;

	if (!app_my_plan(app, &mine, &ignored))
		return;
	for (size_t i = 0; (entry = own_plan_entry(&mine.plan, OWN_SIGN, i)) != NULL; i++)
		str_addf(&line, "%s%s", i > 0 ? "; " : "", entry->text);
	str_add(&line, line.len > 0 ? ". Is one of them there?"
				    : "write down your own early ones: 'taper support add sign'");
	looks_fact(looks, "Signs", line.data, out);
	my_plan_free(&mine);
	str_free(&line);
}

/* Never from what was taken once. */
static void add_way_back(const struct app_aftercare *after, const struct looks *looks,
			 struct str *out)
{
	char mean[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "'taper plan compare gentle steady --from \"%s\"', then 'taper plan start'",
		 amount_with_unit(after->care.recent_mean, after->unit, mean));
	looks_fact(looks, "To choose", line.data, out);
	str_free(&line);
}

void aftercare_text(const struct session *session, const struct app_aftercare *after,
		    struct str *out)
{
	const struct looks *looks = &session->looks;
	bool zero = after->care.goal.nano == 0;

	if (!after->on)
		return;
	fact(looks, zero ? "Last step" : "Staying", after, app_aftercare_since, out);
	fact(looks, zero ? "None noted" : "Not above", after, app_aftercare_kept, out);
	fact(looks, "Behind you", after, app_aftercare_behind, out);
	fact(looks, "Next mark", after, app_aftercare_next, out);
	fact(looks, "Check-in", after, app_aftercare_checkin, out);
	add_signs(session->app, looks, out);
	if (zero && after->care.recent > 0)
		add_way_back(after, looks, out);
}

static void add_milestones(struct json *json, const struct aftercare *care)
{
	json_open_list(json, "milestones");
	for (int32_t i = 0; i < care->reached; i++) {
		struct str name = STR_INIT;

		aftercare_milestone_name(i, &name);
		json_open_object(json, NULL);
		json_text(json, "name", name.data);
		json_day(json, "on", day_add(care->since, aftercare_milestone(i)));
		json_close_object(json);
		str_free(&name);
	}
	json_close_list(json);
}

void aftercare_json(struct json *json, const char *key, const struct app_aftercare *after)
{
	const struct aftercare *care = &after->care;
	struct str say = STR_INIT;

	if (!after->on) {
		json_null(json, key);
		return;
	}
	json_open_object(json, key);
	json_day(json, "since", care->since);
	json_amount(json, "goal", care->goal);
	json_int(json, "days", care->days);
	json_int(json, "weeks", care->days / 7);
	json_int(json, "days_kept", care->counted - care->above);
	json_int(json, "days_counted", care->counted);
	json_int(json, "recent_use_days", care->recent);
	if (care->recent > 0)
		json_amount(json, "recent_mean", care->recent_mean);
	else
		json_null(json, "recent_mean");
	add_milestones(json, care);
	json_day(json, "next_milestone", day_add(care->since, care->next_days));
	json_bool(json, "checkin_due", care->checkin_due);
	json_day(json, "next_checkin", care->next_checkin);
	app_aftercare_say(after, &say);
	json_text(json, "say", say.data);
	json_close_object(json);
	str_free(&say);
}
