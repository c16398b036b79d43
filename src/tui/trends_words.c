/* SPDX-License-Identifier: MIT */
#include "trends_words.h"

#include <inttypes.h>

#include "base/style.h"
#include "base/utf8.h"

enum { TEXT_COLUMNS = 15 };

void trends_amount(const struct stats *stats, struct amount amount, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_add(out, amount_fixed_with_unit(amount, stats->decimals, stats->unit, text));
}

/* Tenths, rounded half up. */
void trends_rate(int32_t part, int32_t whole, struct str *out)
{
	int32_t tenths = (part * 20 + whole) / (2 * whole);

	str_addf(out, "%" PRId32 "%c%" PRId32, tenths / 10, style_mark(), tenths % 10);
}

static void describe_amounts(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "nothing logged in the last 7 days");
		return;
	}
	trends_amount(stats, stats->now.mean, out);
	str_add(out, " in the last 7 days");
	if (stats->before.enough) {
		str_add(out, ", ");
		trends_amount(stats, stats->before.mean, out);
		str_add(out, " in the 7 before");
	}
}

static void describe_doses(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "–");
		return;
	}
	trends_rate(stats->now.doses, stats->now.days, out);
	if (stats->before.enough) {
		str_add(out, ", ");
		trends_rate(stats->before.doses, stats->before.days, out);
		str_add(out, " in the week before");
	}
}

static void describe_gaps(const struct stats *stats, struct str *out)
{
	if (!stats->gaps_now.enough) {
		str_add(out, "too few doses to say");
		return;
	}
	str_addf(out, "%" PRId32 " h %02" PRId32 " min", stats->gaps_now.minutes / 60,
		 stats->gaps_now.minutes % 60);
	if (stats->gaps_trend != TREND_UNKNOWN)
		str_addf(out, ", %s",
			 stats->gaps_trend == TREND_SAME       ? "about as in the week before"
			 : stats->gaps_trend == TREND_WIDENING ? "longer than in the week before"
							       : "shorter than in the week before");
}

static void describe_plan(const struct stats *stats, struct str *out)
{
	if (stats->has_plan && stats->counted > 0)
		str_addf(out, "%" PRId32 " of %" PRId32 " days at or below", stats->at_or_below,
			 stats->counted);
	else
		str_add(out, stats->has_plan ? "no complete day yet" : "none in use yesterday");
}

/* The same without the words that have no room: each against the week before. */
static void brief_amounts(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "nothing in 7 days");
		return;
	}
	trends_amount(stats, stats->now.mean, out);
	if (stats->before.enough) {
		str_add(out, ", before ");
		trends_amount(stats, stats->before.mean, out);
	}
}

static void brief_doses(const struct stats *stats, struct str *out)
{
	if (stats->now.days == 0) {
		str_add(out, "–");
		return;
	}
	trends_rate(stats->now.doses, stats->now.days, out);
	if (stats->before.enough) {
		str_add(out, ", before ");
		trends_rate(stats->before.doses, stats->before.days, out);
	}
}

static void brief_gaps(const struct stats *stats, struct str *out)
{
	if (!stats->gaps_now.enough) {
		str_add(out, "too few doses");
		return;
	}
	str_addf(out, "%" PRId32 " h %02" PRId32 " min", stats->gaps_now.minutes / 60,
		 stats->gaps_now.minutes % 60);
	if (stats->gaps_trend != TREND_UNKNOWN)
		str_addf(out, ", %s",
			 stats->gaps_trend == TREND_SAME       ? "as before"
			 : stats->gaps_trend == TREND_WIDENING ? "longer"
							       : "shorter");
}

static void brief_plan(const struct stats *stats, struct str *out)
{
	if (stats->has_plan && stats->counted > 0)
		str_addf(out, "%" PRId32 " of %" PRId32 " at or below", stats->at_or_below,
			 stats->counted);
	else
		describe_plan(stats, out);
}

void trends_words_draw(const struct stats *stats, struct canvas *canvas, struct rect rest)
{
	static const struct {
		const char *label;
		void (*describe)(const struct stats *stats, struct str *out);
		void (*brief)(const struct stats *stats, struct str *out);
	} lines[] = {{"A day", describe_amounts, brief_amounts},
		     {"Doses a day", describe_doses, brief_doses},
		     {"Between doses", describe_gaps, brief_gaps},
		     {"Plan", describe_plan, brief_plan}};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct rect line = rect_take_top(&rest, 1);
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		canvas_text(canvas, rect_take_left(&line, TEXT_COLUMNS), ROLE_DIM, lines[i].label);
		lines[i].describe(stats, &text);
		if (utf8_width(text.data) > line.columns) {
			str_reset(&text);
			lines[i].brief(stats, &text);
		}
		canvas_text(canvas, line, ROLE_TEXT, text.data);
		str_free(&text);
	}
}
