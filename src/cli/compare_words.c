/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <assert.h>
#include <string.h>

static const struct {
	int64_t milli;
	const char *sign;
} fractions[] = {{250, "¼"}, {500, "½"}, {750, "¾"}};

void compare_add_plain(const char *text, struct str *out)
{
	for (const char *at = text; *at != '\0'; at++) {
		if (str_starts(at, COMPARE_JOINED)) {
			str_add_char(out, ' ');
			at += sizeof(COMPARE_JOINED) - 2;
		} else {
			str_add_char(out, *at);
		}
	}
}

/* rate_text parts its sign with a blank. */
static void add_rate(struct rate rate, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	rate_text(rate, text);
	str_add_bytes(out, text, strcspn(text, " "));
	str_add(out, COMPARE_JOINED "%");
}

static void add_figure(struct amount amount, bool ascii, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	for (size_t i = 0; !ascii && i < sizeof(fractions) / sizeof(fractions[0]); i++) {
		if (amount.nano == fractions[i].milli * AMOUNT_MILLI) {
			str_add(out, fractions[i].sign);
			return;
		}
	}
	str_add(out, amount_text(amount, text));
}

static void add_cut(const struct phase *phase, enum unit unit, bool ascii, struct str *out)
{
	switch (phase->kind) {
	case PHASE_STAY:
		str_add(out, "stay");
		break;
	case PHASE_CUT_CURRENT:
		add_rate(phase->cut_rate, out);
		break;
	case PHASE_CUT_START:
		add_rate(phase->cut_rate, out);
		str_add(out, " of start");
		break;
	case PHASE_CUT_FIXED:
		add_figure(phase->cut_amount, ascii, out);
		break;
	case PHASE_CURVE:
		str_add(out, "curve");
		break;
	case PHASE_LEVELS:
		str_add(out, "as written");
		break;
	case PHASE_KIND_COUNT:
		break;
	}
	if (phase->kind != PHASE_LEVELS && phase->kind != PHASE_STAY && phase->least.nano > 0) {
		str_add(out, " or ");
		add_figure(phase->least, ascii, out);
		str_addf(out, COMPARE_JOINED "%s", unit_name(unit));
	}
}

/* Cuts by fixed amounts in the same days are told together. */
static bool goes_on(const struct phase *before, const struct phase *phase)
{
	return before->kind == PHASE_CUT_FIXED && phase->kind == PHASE_CUT_FIXED &&
	       before->every_days == phase->every_days && before->least.nano == 0 &&
	       phase->least.nano == 0;
}

static void end_phase(const struct phase *phase, enum unit unit, struct str *out)
{
	if (phase->kind == PHASE_LEVELS)
		return;
	if (phase->kind == PHASE_CUT_FIXED && phase->least.nano == 0)
		str_addf(out, COMPARE_JOINED "%s", unit_name(unit));
	str_addf(out, "%s" COMPARE_JOINED "%d" COMPARE_JOINED "d",
		 phase->kind == PHASE_STAY ? "" : " /", phase->every_days);
}

void compare_speed(const struct preview *preview, bool ascii, struct str *out)
{
	const struct plan *plan = &preview->plan;
	const struct schedule *schedule = &preview->schedule;
	const struct phase *last = NULL;
	int64_t tail = schedule->start.nano / 10;

	for (size_t i = 0; i < schedule->step_count; i++) {
		const struct step *step = &schedule->steps[i];
		const struct phase *phase = step->phase >= 0 ? &plan->phases[step->phase] : NULL;

		if (phase == NULL || phase == last)
			continue;
		if (last != NULL && step->before.nano <= tail && !goes_on(last, phase))
			break;
		if (last != NULL && goes_on(last, phase)) {
			str_add(out, ", ");
		} else if (last != NULL && last->kind == PHASE_STAY && out->len > 0) {
			str_reset(out);
		} else if (last != NULL) {
			end_phase(last, plan->unit, out);
			str_add_char(out, '\n');
		}
		add_cut(phase, plan->unit, ascii, out);
		last = phase;
	}
	if (last != NULL)
		end_phase(last, plan->unit, out);
}

static const char *const notes[CAUTION_COUNT][2] = {
	[CAUTION_PACE] = {[CAUTION_NOTICE] = "above" COMPARE_JOINED "20" COMPARE_JOINED "%",
			  [CAUTION_ACKNOWLEDGE] = "above" COMPARE_JOINED "30" COMPARE_JOINED "%"},
	[CAUTION_CUT] = {[CAUTION_NOTICE] = "cut above" COMPARE_JOINED "10" COMPARE_JOINED "%",
			 [CAUTION_ACKNOWLEDGE] =
				 "cut above" COMPARE_JOINED "25" COMPARE_JOINED "%"},
	[CAUTION_LAST_STEP] = {[CAUTION_NOTICE] = "large last step"},
	[CAUTION_SHORT_LEVELS] = {[CAUTION_NOTICE] =
					  "steps under" COMPARE_JOINED "7" COMPARE_JOINED "d"},
};

void compare_notes(const struct pace *pace, struct str *out)
{
	for (size_t i = 0; i < pace->caution_count; i++) {
		const struct caution *caution = &pace->cautions[i];
		const char *note = notes[caution->id][caution->level];

		assert(note != NULL);
		str_addf(out, "%s%s", i > 0 ? "\n" : "", note);
	}
	if (pace_needs_acknowledgement(pace))
		str_add(out, "\nneeds a yes");
}
