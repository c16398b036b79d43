/* SPDX-License-Identifier: MIT */
#include "report_parts.h"

#include <stdlib.h>

#include "app/checkin.h"
#include "app/guidance.h"
#include "app/urge.h"
#include "base/mem.h"
#include "base/plural.h"
#include "base/style.h"

/* Symptoms that leave room for the rest of a page; the strongest are told. */
enum { SYMPTOMS_MOST = 20 };

static const struct report_column symptom_columns[] = {
	{"Symptom", false}, {"days", true},   {"mean", true},  {"highest", true},
	{"cuts", true},     {"before", true}, {"after", true}, {"change", true}};

/* What one symptom's days say, all cuts together. */
struct response {
	const char *name;
	int32_t days, sum, highest;
	int32_t cuts, before, after;
};

static struct response response_of(const struct checkin_series *series, const char *name,
				   const int16_t *values)
{
	struct response response = {.name = name};
	struct trend trend;

	for (int32_t i = 0; i < series->days; i++) {
		if (values[i] == TREND_NONE)
			continue;
		response.days++;
		response.sum += values[i];
		response.highest = values[i] > response.highest ? values[i] : response.highest;
	}
	for (size_t i = 0; i < series->cut_count; i++) {
		if (!checkin_trend(series, values, i, &trend))
			continue;
		response.cuts++;
		response.before += trend.before;
		response.after += trend.after;
	}
	return response;
}

static int32_t divided(int32_t sum, int32_t count)
{
	return count > 0 ? (sum + count / 2) / count : 0;
}

/* Hundredths with one decimal. */
static void add_points(struct report_part *part, int32_t hundredths, bool sign)
{
	int32_t tenths = (abs(hundredths) + 5) / 10;

	report_add_cellf(part, "%s%d%c%d",
			 hundredths < 0 && tenths > 0 ? "-"
			 : sign && tenths > 0         ? "+"
						      : "",
			 tenths / 10, style_mark(), tenths % 10);
}

static void add_response(struct report_part *part, const struct response *response)
{
	int32_t before = divided(response->before, response->cuts);
	int32_t after = divided(response->after, response->cuts);

	report_add_cell(part, response->name);
	report_add_cellf(part, "%d", response->days);
	add_points(part, divided(response->sum, response->days), false);
	add_points(part, response->highest, false);
	report_add_cellf(part, "%d", response->cuts);
	if (response->cuts == 0) {
		for (int i = 0; i < 3; i++)
			report_add_cell(part, "-");
		return;
	}
	add_points(part, before, false);
	add_points(part, after, false);
	add_points(part, after - before, true);
}

static int by_strength(const void *a, const void *b)
{
	const struct response *left = a, *right = b;
	int32_t left_mean = divided(left->sum, left->days);
	int32_t right_mean = divided(right->sum, right->days);

	return (left_mean < right_mean) - (left_mean > right_mean);
}

static void add_responses(const struct checkin_series *series, struct report_part *part)
{
	struct response all = response_of(series, "All, mean of the day", series->means);
	struct response *items = mem_alloc(series->item_count, sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < series->item_count; i++) {
		if (series->items[i].rated > 0)
			items[count++] =
				response_of(series, series->items[i].name, series->items[i].values);
	}
	qsort(items, count, sizeof(*items), by_strength);
	add_response(part, &all);
	for (size_t i = 0; i < count && i < SYMPTOMS_MOST; i++)
		add_response(part, &items[i]);
	free(items);
}

bool report_add_symptoms(struct reporting *reporting, struct err *err)
{
	struct report_part *part = report_add_part(&reporting->report, 1, "Symptoms against cuts");
	struct checkin_series series = CHECKIN_SERIES_INIT;
	struct str text = STR_INIT;

	if (!app_checkin_series(reporting->app, reporting->first, reporting->last, &series, err))
		return false;
	if (series.checked == 0) {
		report_add_paragraph(part, "No check-in was made in these days.");
		checkin_series_free(&series);
		return true;
	}
	report_set_columns(part, symptom_columns,
			   sizeof(symptom_columns) / sizeof(symptom_columns[0]));
	add_responses(&series, part);
	str_addf(&text,
		 plural_of((int64_t)series.cut_count,
			   "Rated by the person from 0 (none) to 4 (extreme) on %d of "
			   "%d days; %zu cut. Before: the %d days before a cut; "
			   "after: the %d days from it on; means over the cuts with "
			   "enough check-ins around them. Not a validated scale, and "
			   "not comparable with COWS or SOWS.",
			   "Rated by the person from 0 (none) to 4 (extreme) on %d of "
			   "%d days; %zu cuts. Before: the %d days before a cut; "
			   "after: the %d days from it on; means over the cuts with "
			   "enough check-ins around them. Not a validated scale, and "
			   "not comparable with COWS or SOWS."),
		 series.checked, series.days, series.cut_count, TREND_BEFORE, TREND_AFTER);
	report_add_paragraph(part, text.data);
	str_free(&text);
	checkin_series_free(&series);
	return true;
}

static void add_words(const struct urge_words *words, const char *name, struct report_part *part)
{
	enum { WORDS_MOST = 5 };
	struct str text = STR_INIT;

	for (size_t i = 0; i < words->count && i < WORDS_MOST; i++)
		str_addf(&text, "%s%s (%d)", i > 0 ? ", " : "", words->items[i].word,
			 words->items[i].count);
	if (text.len > 0)
		report_add_fact(part, name, text.data);
	str_free(&text);
}

bool report_add_urges(struct reporting *reporting, struct err *err)
{
	struct report_part *part = report_add_part(&reporting->report, 1, "Urges noted");
	struct urge_stats stats = URGE_STATS_INIT;
	struct str text = STR_INIT;

	if (!app_urge_stats(reporting->app, reporting->first, reporting->last, &stats, err))
		return false;
	if (stats.total == 0) {
		report_add_paragraph(part, "None was noted in these days.");
	} else {
		str_addf(&text, "%d; of %d whose end is known %d passed without a dose",
			 stats.total, stats.answered, stats.passed);
		if (stats.median_seconds > 0)
			str_addf(&text, ", half of them within %d min",
				 (stats.median_seconds + 59) / 60);
		report_add_fact(part, "Number", text.data);
		if (stats.worst_hour >= 0) {
			str_reset(&text);
			str_addf(&text, "most often from %02d:00 to %02d:00", stats.worst_hour,
				 (stats.worst_hour + URGES_WORST_HOURS) % 24);
			report_add_fact(part, "Time of day", text.data);
		}
		add_words(&stats.triggers, "Set off by", part);
		add_words(&stats.helped, "What helped", part);
	}
	urge_stats_free(&stats);
	str_free(&text);
	return true;
}

static void add_now(const struct readiness *readiness, struct report_part *part)
{
	struct str text = STR_INIT;

	if (!readiness->applies) {
		report_add_fact(part, "Now", readiness->say);
		return;
	}
	str_add(&text, verdict_title(readiness->verdict));
	for (size_t i = 0; i < readiness->reason_count; i++) {
		if (!readiness->reasons[i].again)
			str_addf(&text, "%s %s", i == 0 ? ":" : "", readiness->reasons[i].because);
	}
	report_add_fact(part, "Now", text.data);
	str_free(&text);
}

static void add_past(const struct backtest *backtest, struct report_part *part)
{
	struct str text = STR_INIT;
	size_t held = 0;

	for (size_t i = 0; i < backtest->spell_count; i++)
		held += backtest->spells[i].held ? 1 : 0;
	str_addf(&text, "%d with a plan; by the present rules holding would have been proposed on ",
		 backtest->days);
	if (backtest->spell_count == 0)
		str_add(&text, "none of them");
	else
		str_addf(&text,
			 plural_of((int64_t)backtest->spell_count,
				   "%d, in %zu stretch; a hold followed %zu of them",
				   "%d, in %zu stretches; a hold followed %zu of them"),
			 backtest->said[VERDICT_HOLD], backtest->spell_count, held);
	report_add_fact(part, "Days", text.data);
	str_reset(&text);
	str_addf(&text,
		 plural_of((int64_t)backtest->step_count, "%zu lower amount began in these days",
			   "%zu lower amounts began in these days"),
		 backtest->step_count);
	report_add_fact(part, "Steps taken", text.data);
	str_free(&text);
}

bool report_add_readiness(struct reporting *reporting, struct err *err)
{
	struct report_part *part = report_add_part(&reporting->report, 1, "Readiness for a step");
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	struct readiness readiness;
	struct backtest backtest;
	struct err none;

	if (!app_readiness(reporting->app, &readiness, err))
		return false;
	add_now(&readiness, part);
	readiness_free(&readiness);
	if (app_guidance_backtest(reporting->app, day_iso(reporting->first, first),
				  day_iso(reporting->last, last), &backtest, &none)) {
		add_past(&backtest, part);
		backtest_free(&backtest);
	} else if (none.code != ERR_NOT_FOUND) {
		*err = none;
		return false;
	}
	report_add_paragraph(part, "The rules are taper's own settings (or the person's); they "
				   "propose and change nothing.");
	return true;
}

void report_add_words(struct reporting *reporting)
{
	struct report_part *part = report_add_part(&reporting->report, 1, "In the person's words");

	if (reporting->note[0] != '\0')
		report_add_paragraph(part, reporting->note);
	else
		report_add_paragraph(part, "Nothing was written for this report.");
	part = report_add_part(&reporting->report, 1, "What this is");
	report_add_paragraph(
		part,
		"Made by taper, a calculator and diary that a person keeps alone. Amounts are as "
		"logged, not measured by anyone else; what a product holds differs from batch to "
		"batch. It is not medical advice, no diagnosis, and no clinician has checked it.");
	report_add_paragraph(
		part,
		"No controlled trial of reducing kratom step by step is known to taper. Its "
		"cautions "
		"rest on guidelines for prescribed opioids and benzodiazepines (CDC 2022, VA/DoD "
		"2017, ASAM 2025) and on what people who use kratom report (Singh "
		"2014, Drug Alcohol Depend 139:132).");
}
