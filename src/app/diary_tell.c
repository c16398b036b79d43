/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "app/checkin.h"
#include "app/urge.h"
#include "base/style.h"

enum { MINUTES_AN_HOUR = 60, TENTH = 10 };

/* Hundredths as tenths, half up: "0.8". */
static void add_points(int hundredths, struct str *out)
{
	int tenths = (hundredths + TENTH / 2) / TENTH;

	str_addf(out, "%d%c%d", tenths / TENTH, style_mark(), tenths % TENTH);
}

/* "restless legs up by 0.8", where it is enough to tell. */
static void add_change(const struct trend *trend, const char *name, struct str *out)
{
	if (abs(trend->change) < TREND_TELLS)
		return;
	str_addf(out, "%s%s %s by ", out->len > 0 ? ", " : "", name,
		 trend->change > 0 ? "up" : "down");
	add_points(abs(trend->change), out);
}

bool checkin_tell_cut(const struct checkin_series *series, size_t i, struct str *out)
{
	const struct checkin_cut *cut = &series->cuts[i];
	char day[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];
	struct str changes = STR_INIT;
	struct trend trend;
	bool known = false;

	for (size_t n = 0; n < series->item_count; n++) {
		if (!checkin_trend(series, series->items[n].values, i, &trend))
			continue;
		known = true;
		add_change(&trend, series->items[n].name, &changes);
	}
	if (known) {
		int decimals = cut->after.nano > 0 ? amount_decimals(cut->after) : 0;

		if (series->unit == UNIT_GRAM && decimals == 0)
			decimals = 1;
		amount_fixed_with_unit(cut->after, decimals, series->unit, amount);
		str_addf(out, "After the cut of %s, to %s: %s.", day_short(cut->day, day), amount,
			 changes.len > 0 ? changes.data
					 : "no item changed by half a point or more");
	}
	str_free(&changes);
	return known;
}

void urge_tell_lasted(int32_t seconds, struct str *out)
{
	int32_t minutes = (seconds + 30) / 60;

	if (minutes < 1)
		minutes = 1;
	if (minutes >= MINUTES_AN_HOUR)
		str_addf(out, "%d h ", minutes / MINUTES_AN_HOUR);
	str_addf(out, "%d min", minutes % MINUTES_AN_HOUR);
}

const char *urge_outcome_words(enum urge_outcome outcome)
{
	static const char *const words[URGE_OUTCOME_COUNT] = {
		[URGE_OPEN] = "not said how it ended",
		[URGE_RODE_OUT] = "rode it out",
		[URGE_TOOK] = "took some",
	};

	return words[outcome];
}

void urge_tell(const struct urge *urge, struct str *out)
{
	str_addf(out, "urge, %s", urge_outcome_words(urge->outcome));
	if (urge->seconds > 0) {
		str_add(out, ", ");
		urge_tell_lasted(urge->seconds, out);
	}
	str_add(out, urge->tags[0] != '\0' ? "; set off by " : "");
	str_add(out, urge->tags);
	str_add(out, urge->helped[0] != '\0' ? "; helped: " : "");
	str_add(out, urge->helped);
	str_add(out, urge->note[0] != '\0' ? "; " : "");
	str_add(out, urge->note);
}

void urge_stats_tell(const struct urge_stats *stats, struct str *out)
{
	str_addf(out, "%d of %d passed", stats->passed, stats->answered);
	if (stats->median_seconds > 0) {
		str_add(out, ", median ");
		urge_tell_lasted(stats->median_seconds, out);
	}
	if (stats->worst_hour >= 0)
		str_addf(out, ", most between %d and %d h (%d of %d)", stats->worst_hour,
			 (stats->worst_hour + URGES_WORST_HOURS) % 24, stats->worst_count,
			 stats->total);
	if (stats->total > stats->answered)
		str_addf(out, "; of %d it is not said how they ended",
			 stats->total - stats->answered);
}

/* Weeks with a few check-ins only say nothing. */
static bool week_mean(const int16_t *means, int *mean)
{
	int sum = 0, count = 0;

	for (int i = 0; i < CHECKIN_WEEK; i++) {
		if (means[i] == TREND_NONE)
			continue;
		sum += means[i];
		count++;
	}
	if (count < CHECKIN_WEEK_LEAST)
		return false;
	*mean = (2 * sum + count) / (2 * count);
	return true;
}

bool app_checkin_week(struct app *app, struct checkin_week *week, struct err *err)
{
	struct day today = app_today_day(app);
	struct checkin_week read = {.change = WEEK_UNKNOWN};
	int16_t means[2 * CHECKIN_WEEK];
	int before, now;

	for (int i = 0; i < 2 * CHECKIN_WEEK; i++)
		means[i] = TREND_NONE;
	if (!app_checkin_means(app, day_add(today, 1 - 2 * CHECKIN_WEEK), today, means, err))
		return false;
	for (int i = 0; i < CHECKIN_WEEK; i++) {
		read.means[i] = means[CHECKIN_WEEK + i];
		read.checked += read.means[i] != TREND_NONE;
	}
	read.today = read.means[CHECKIN_WEEK - 1] != TREND_NONE;
	if (week_mean(means, &before) && week_mean(read.means, &now))
		read.change = now <= before - CHECKIN_WEEK_TELLS   ? WEEK_BETTER
			      : now >= before + CHECKIN_WEEK_TELLS ? WEEK_HARDER
								   : WEEK_SAME;
	*week = read;
	return true;
}
