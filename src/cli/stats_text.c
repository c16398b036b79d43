/* SPDX-License-Identifier: MIT */
#include "stats_view.h"

#include <stdlib.h>

#include "app/aftercare.h"
#include "app/support.h"
#include "base/plural.h"

#include "format.h"

enum { MINUTES_AN_HOUR = 60, DRIFT_LEAST = 15, BAR_MOST = 30, WEEKDAY_COLUMNS = 22 };

static void add_head(struct session *session, const char *head)
{
	str_add_char(&session->out, '\n');
	looks_ink(&session->looks, INK_HEAD, head, &session->out);
	str_add_char(&session->out, '\n');
}

static void add_fact(struct session *session, const char *name, struct str *line)
{
	looks_fact(&session->looks, name, line->data, &session->out);
	str_free(line);
}

/* A mean is rounded for reading; what was taken never is. */
static const char *mean_text(const struct stats *stats, struct amount mean, char *buf)
{
	return amount_fixed_with_unit(mean, stats->decimals > 0 ? stats->decimals : 1, stats->unit,
				      buf);
}

static void add_amounts(struct session *session, const struct stats *stats, const char *name,
			struct amount now, struct amount before)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%s a day", mean_text(stats, now, text));
	if (stats->before.enough)
		str_addf(&line, "; before that %s", mean_text(stats, before, text));
	add_fact(session, name, &line);
}

static void add_doses(struct session *session, const struct stats *stats)
{
	char text[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	str_addf(&line, "%s a day", format_ratio(stats->now.doses, stats->now.days, 1, text));
	if (stats->before.enough)
		str_addf(&line, "; before that %s",
			 format_ratio(stats->before.doses, stats->before.days, 1, text));
	add_fact(session, "Doses", &line);
}

static void add_first_dose(struct session *session, const struct stats *stats)
{
	int drift = stats->now.first_dose - stats->before.first_dose;
	struct str line = STR_INIT;
	char text[MOMENT_TEXT_SIZE];

	if (!stats->now.first_enough)
		return;
	str_addf(&line, "at %s",
		 minute_text((int16_t)(stats->now.first_dose % MINUTES_A_DAY), text));
	if (stats->before.first_enough)
		str_addf(&line, "; before that %s",
			 minute_text((int16_t)(stats->before.first_dose % MINUTES_A_DAY), text));
	if (stats->before.first_enough && abs(drift) < DRIFT_LEAST)
		str_add(&line, ": about the same");
	else if (stats->before.first_enough)
		str_add(&line, drift > 0 ? ": later" : ": earlier");
	add_fact(session, "First dose", &line);
}

static void add_gaps(struct session *session, const struct stats *stats)
{
	static const char *const words[] = {
		[TREND_UNKNOWN] = "",
		[TREND_NARROWING] = ": narrowing",
		[TREND_SAME] = ": about the same",
		[TREND_WIDENING] = ": widening",
	};
	struct str line = STR_INIT;

	if (!stats->gaps_now.enough)
		return;
	format_wait(stats->gaps_now.minutes, &line);
	str_add(&line, " between doses of a day");
	if (stats->gaps_before.enough) {
		str_add(&line, "; before that ");
		format_wait(stats->gaps_before.minutes, &line);
	}
	str_add(&line, words[stats->gaps_trend]);
	add_fact(session, "Gaps", &line);
}

/* What the week can't say yet. */
static void add_missing(struct session *session, const struct stats *stats)
{
	struct str line = STR_INIT;

	if (!stats->now.enough)
		str_addf(
			&line,
			plural_of(stats->now.days,
				  "%d of these 7 days has an entry; from %d on there is a mean to "
				  "tell.",
				  "%d of these 7 days have an entry; from %d on there is a mean to "
				  "tell."),
			stats->now.days, STATS_DAYS_LEAST);
	else if (!stats->before.enough)
		str_addf(&line,
			 "The 7 days before have %d with an entry; from %d on they can be "
			 "compared.",
			 stats->before.days, STATS_DAYS_LEAST);
	if (line.len > 0)
		looks_wrap(&session->looks, 2, line.data, &session->out);
	str_free(&line);
}

static void add_week(struct session *session, const struct stats *stats)
{
	char day[DAY_TEXT_SIZE];
	struct str head = STR_INIT;

	str_addf(&head, "7 days to %s", day_full(stats->last, day));
	add_head(session, head.data);
	str_free(&head);
	if (stats->now.enough) {
		add_amounts(session, stats, "Mean", stats->now.mean, stats->before.mean);
		add_amounts(session, stats, "Median", stats->now.median, stats->before.median);
		add_doses(session, stats);
		add_first_dose(session, stats);
		add_gaps(session, stats);
	}
	add_missing(session, stats);
}

static void add_plan(struct session *session, const struct stats *stats)
{
	char amount[AMOUNT_TEXT_SIZE], from[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!stats->has_plan || stats->counted == 0)
		return;
	add_head(session, stats->plan_title);
	str_addf(&line,
		 plural_of(stats->counted, "%d of %d day at or below plan, since %s",
			   "%d of %d days at or below plan, since %s"),
		 stats->at_or_below, stats->counted, day_full(stats->plan_began, day));
	add_fact(session, "Days", &line);
	str_addf(&line, "%s %s than %s a day would have been",
		 format_amount(stats->saved.amount, stats->decimals, stats->unit, amount),
		 stats->saved.more ? "more" : "less",
		 format_amount(stats->plan_from, stats->decimals, stats->unit, from));
	add_fact(session, "Taken", &line);
	if (!stats->has_price)
		return;
	str_addf(&line, "%s %s", money_text(stats->saved_milli, stats->currency, amount),
		 stats->saved.more ? "more spent" : "not spent");
	if (!stats->saved.more)
		app_money_goal_say(session->app,
				   &(struct money_kept){stats->saved_milli, stats->currency},
				   &line);
	add_fact(session, "Money", &line);
}

static void add_spent(struct session *session, const struct stats *stats)
{
	char spent[MONEY_TEXT_SIZE], price[MONEY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!stats->has_price)
		return;
	add_head(session, "Money");
	str_addf(&line, "%s for the %s of these days, at %s for 1 %s",
		 money_text(stats->spent_milli, stats->currency, spent),
		 format_amount(stats->taken, stats->decimals, stats->unit, amount),
		 money_price_text(stats->price_milli, stats->currency, price),
		 unit_name(stats->unit));
	add_fact(session, "Spent", &line);
}

static void add_hours(struct session *session, const struct stats *stats)
{
	const struct stats_hours *hours = &stats->hours;
	struct str line = STR_INIT;

	add_head(session, "Hours");
	if (!hours->enough)
		str_addf(&line,
			 plural_of(hours->total, "%d dose; from %d on they show a pattern.",
				   "%d doses; from %d on they show a pattern."),
			 hours->total, STATS_DOSES_LEAST);
	else
		str_addf(&line, "%d doses, most between %02d and %02d o'clock (%d)", hours->total,
			 hours->most, (hours->most + 1) % STATS_HOURS, hours->doses[hours->most]);
	looks_wrap(&session->looks, 2, line.data, &session->out);
	str_free(&line);
	if (hours->enough && !session_has(session, OPTION_PLAIN))
		stats_view_hours(hours, stats->day_starts / MINUTES_AN_HOUR, &session->looks,
				 &session->out);
}

static void add_weekday(struct session *session, const struct stats *stats, int weekday,
			int64_t most)
{
	struct amount mean = stats->weekdays.weekday[weekday].mean;
	int columns = session->looks.width - WEEKDAY_COLUMNS;
	char text[AMOUNT_TEXT_SIZE];

	columns = columns > BAR_MOST ? BAR_MOST : columns;
	str_addf(&session->out, "  %s %12s", weekday_short(weekday), mean_text(stats, mean, text));
	if (columns > 0 && mean.nano > 0 && !session_has(session, OPTION_PLAIN)) {
		str_add(&session->out, "  ");
		stats_view_bar(mean.nano, most, columns, &session->looks, &session->out);
	}
	str_add_char(&session->out, '\n');
}

static void add_weekdays(struct session *session, const struct stats *stats)
{
	int64_t most = 0;
	struct str line = STR_INIT;

	add_head(session, "Weekdays");
	if (!stats->weekdays.enough) {
		str_addf(&line, "Fewer than %d of a weekday have an entry: too few for a pattern.",
			 STATS_WEEKDAY_LEAST);
		looks_wrap(&session->looks, 2, line.data, &session->out);
		str_free(&line);
		return;
	}
	for (int i = 0; i < STATS_WEEKDAYS; i++) {
		int64_t mean = stats->weekdays.weekday[i].mean.nano;

		most = mean > most ? mean : most;
	}
	for (int i = 0; i < STATS_WEEKDAYS; i++)
		add_weekday(session, stats, i, most);
}

/* Of plans before the one in use. */
static void add_behind(struct session *session)
{
	struct aftercare_times times;
	struct err ignored;

	if (!app_aftercare_times(session->app, &times, &ignored))
		return;
	if (times.count > 0)
		add_head(session, "Reached before; it stays yours");
	for (size_t i = 0; i < times.count; i++) {
		struct str line = STR_INIT;

		aftercare_time_say(&times.items[i], &line);
		add_fact(session, "Without", &line);
	}
	aftercare_times_free(&times);
}

void stats_view_text(struct session *session, const struct stats *stats)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	int32_t all = day_between(stats->first, stats->last) + 1;
	struct str line = STR_INIT;

	str_add(&line, day_full(stats->first, first));
	if (all > 1)
		str_addf(&line, " to %s: %d of %d days with an entry", day_full(stats->last, last),
			 stats->days, all);
	str_add(&line, "; today counts when it is over");
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
	add_week(session, stats);
	add_plan(session, stats);
	add_behind(session);
	add_spent(session, stats);
	add_hours(session, stats);
	add_weekdays(session, stats);
}
