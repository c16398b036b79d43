/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app/receipts.h"
#include "base/style.h"
#include "engine/moment.h"
#include "engine/revise.h"

static const char *planned(const struct receipt *receipt, struct amount amount, char *buf)
{
	return amount_fixed_with_unit(amount, receipt->decimals, receipt->unit, buf);
}

/* An unrounded amount: four decimals are enough to follow it by hand. */
static const char *unrounded(const struct receipt *receipt, struct amount amount, char *buf)
{
	struct amount shown = {.nano = (amount.nano + 50000) / 100000 * 100000};

	return amount_with_unit(shown, receipt->unit, buf);
}

static void add_phase(const struct receipt *receipt, struct str *out)
{
	if (receipt->phase == 0) {
		str_add(out, "  the phases are done: this is the goal\n");
		return;
	}
	str_addf(out, "  phase %d   ", receipt->phase);
	phase_describe(&receipt->rule, receipt->unit, out);
	str_add_char(out, '\n');
}

/* The cut as its rule names it: "5 %", or "0.25 g" where an amount, or the least cut, decides. */
static void add_asked(const struct receipt *receipt, struct str *out)
{
	struct amount factor = {.nano = receipt->factor * (AMOUNT_UNIT / FACTOR_ONE)};
	char text[AMOUNT_TEXT_SIZE], cut[AMOUNT_TEXT_SIZE];
	bool by_rate =
		receipt->before.nano > 0 && receipt->rule.kind == PHASE_CUT_CURRENT &&
		amount_ratio(receipt->asked, receipt->before).bp == receipt->rule.cut_rate.bp;

	if (by_rate)
		str_add(out, rate_text(receipt->rule.cut_rate, text));
	else if (receipt->rule.kind == PHASE_CUT_START)
		str_addf(out, "%s (%s of the amount this phase began at)",
			 unrounded(receipt, receipt->asked, cut),
			 rate_text(receipt->rule.cut_rate, text));
	else
		str_add(out, unrounded(receipt, receipt->asked, text));
	if (receipt->factor != FACTOR_ONE)
		str_addf(out, " (all cuts \u00d7 %s)", amount_text(factor, text));
}

static void add_cut(const struct receipt *receipt, struct str *out)
{
	char before[AMOUNT_TEXT_SIZE], was[AMOUNT_TEXT_SIZE], after[AMOUNT_TEXT_SIZE];
	int64_t bounded = receipt->before.nano - receipt->asked.nano;

	str_addf(out, "  %s (unrounded; %s planned) \u2212 ",
		 unrounded(receipt, receipt->before, before),
		 planned(receipt, receipt->planned_before, was));
	add_asked(receipt, out);
	if (receipt->ideal.nano > bounded)
		str_addf(out, ", but no lower than %s", unrounded(receipt, receipt->ideal, after));
	else if (receipt->ideal.nano < bounded)
		str_addf(out, ", which reaches the goal of %s",
			 planned(receipt, receipt->ideal, after));
	else
		str_addf(out, " = %s", unrounded(receipt, receipt->ideal, after));
	str_add_char(out, '\n');
}

static void add_way(const struct receipt *receipt, struct str *out)
{
	char before[AMOUNT_TEXT_SIZE], after[AMOUNT_TEXT_SIZE];

	if (receipt->phase == 0)
		str_addf(out, "  from %s (unrounded) to the goal of %s\n",
			 unrounded(receipt, receipt->before, before),
			 planned(receipt, receipt->target, after));
	else if (receipt->rule.kind == PHASE_LEVELS)
		str_addf(out, "  %s as written\n", planned(receipt, receipt->target, after));
	else if (receipt->rule.kind == PHASE_STAY ||
		 (receipt->asked.nano == 0 && receipt->before.nano == receipt->ideal.nano))
		str_addf(out, "  no cut: %s stays\n", unrounded(receipt, receipt->before, before));
	else
		add_cut(receipt, out);
}

static void add_rounding(const struct receipt *receipt, struct str *out)
{
	char measure[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE], cut[AMOUNT_TEXT_SIZE];
	char before[AMOUNT_TEXT_SIZE];
	struct rate real;

	if (receipt->ideal.nano != receipt->target.nano)
		str_addf(out, "  rounded up to what your scale can measure (%s): %s\n",
			 amount_with_unit(receipt->measure, receipt->unit, measure),
			 planned(receipt, receipt->target, target));
	if (receipt->cut.nano <= 0 || receipt->planned_before.nano == 0)
		return;
	real = amount_ratio(receipt->cut, receipt->planned_before);
	real.bp = (real.bp + 5) / 10 * 10;
	str_addf(out, "  real cut %s, %d%c%d %% of %s\n", planned(receipt, receipt->cut, cut),
		 real.bp / 100, style_mark(), real.bp % 100 / 10,
		 planned(receipt, receipt->planned_before, before));
}

static void add_doses(const struct receipt *receipt, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
	bool first = true, closed = false;

	if (receipt->slot_count < 2 || receipt->target.nano == 0)
		return;
	str_add(out, "  doses ");
	for (size_t i = 0; i < receipt->slot_count; i++) {
		const struct slot *slot = &receipt->slots[i];

		if (receipt->doses[i].nano == 0) {
			closed = true;
			continue;
		}
		str_add(out, first ? "" : " \u00b7 ");
		str_addf(out, "%s %s",
			 slot->minute >= 0 ? minute_text(slot->minute, time) : slot->name,
			 amount_fixed(receipt->doses[i], receipt->decimals, text));
		first = false;
	}
	str_add(out, closed ? "\n  a dose has closed; what it had went to the others\n" : "\n");
}

/* A level that goes on longer than its step is told why. */
static void add_change(const struct receipt *receipt, struct str *out)
{
	char since[DAY_TEXT_SIZE], on[DAY_TEXT_SIZE];

	if (receipt->stepped_back)
		str_addf(out, "  stepped back to this level on %s, for %d days\n",
			 day_long(receipt->changed, since), BACK_DAYS);
	if (!receipt->held)
		return;
	str_addf(out, "  on hold since %s", day_long(receipt->held_since, since));
	if (receipt->has_goes_on)
		str_addf(out, "; the plan resumes on %s", day_long(receipt->goes_on, on));
	str_add_char(out, '\n');
}

void receipt_write(const struct receipt *receipt, struct str *out)
{
	char date[DAY_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s: %s\n", day_full(receipt->day, date),
		 planned(receipt, receipt->target, target));
	add_change(receipt, out);
	add_phase(receipt, out);
	add_way(receipt, out);
	add_rounding(receipt, out);
	add_doses(receipt, out);
}
