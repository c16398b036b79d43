/* SPDX-License-Identifier: MIT */
#include "yaml/planfile.h"

#include <string.h>

#include "base/utf8.h"
#include "planfile_slots.h"
#include "quote.h"

static void write_text(const char *key, const char *text, struct str *out)
{
	struct str clean = STR_INIT;

	if (text[0] == '\0')
		return;
	utf8_add_clean(&clean, text);
	str_addf(out, "%s: ", key);
	quote_where_needed(clean.data, out);
	str_add_char(out, '\n');
	str_free(&clean);
}

static void write_amount(const char *before, struct amount amount, enum unit unit, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s%s", before, amount_plain_with_unit(amount, unit, text));
}

static void write_rate(const char *before, struct rate rate, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s%s", before, rate_plain(rate, text));
}

static void write_sources(const struct plan *plan, struct str *out)
{
	if (plan->source_count == 0)
		return;
	str_add(out, "sources: [");
	for (size_t i = 0; i < plan->source_count; i++) {
		str_add(out, i > 0 ? ", " : "");
		quote_where_needed(plan->sources[i], out);
	}
	str_add(out, "]\n");
}

static void write_slot(const struct slot *slot, enum unit unit, struct str *out)
{
	char time[MOMENT_TEXT_SIZE];
	const char *comma = "";

	str_add(out, "  - {");
	if (slot->minute >= 0) {
		str_addf(out, "at: \"%s\"", minute_text(slot->minute, time));
		comma = ", ";
	}
	if (slot->name[0] != '\0') {
		str_addf(out, "%sname: ", comma);
		quote_where_needed(slot->name, out);
		comma = ", ";
	}
	if (slot->share.nano != AMOUNT_UNIT) {
		str_addf(out, "%sshare: ", comma);
		write_amount("", slot->share, unit, out);
	}
	str_add(out, "}\n");
}

static bool has_default_slot(const struct plan *plan)
{
	return plan->slot_count == 1 && plan->slots[0].minute < 0 && plan->slots[0].name[0] == '\0';
}

static void write_slots(const struct plan *plan, struct str *out)
{
	struct plan usual = {.slot_count = plan->slot_count};
	char time[MOMENT_TEXT_SIZE];

	if (has_default_slot(plan))
		return;
	str_add(out, "doses:\n");
	for (size_t i = 0; i < plan->slot_count; i++)
		write_slot(&plan->slots[i], plan->unit, out);
	plan_default_shrink(&usual);
	if (memcmp(usual.shrink, plan->shrink, plan->slot_count) == 0)
		return;
	str_add(out, "shrink: [");
	for (size_t i = 0; i < plan->slot_count; i++) {
		str_add(out, i > 0 ? ", " : "");
		quote_where_needed(slot_word(&plan->slots[plan->shrink[i]], time), out);
	}
	str_add(out, "]\n");
}

static void write_pace(const struct phase *phase, enum unit unit, struct str *out)
{
	str_addf(out, ", every: %d", phase->every_days);
	if (phase->until_part.bp > 0)
		write_rate(", until: ", phase->until_part, out);
	else
		write_amount(", until: ", phase->until, unit, out);
	if (phase->least.nano > 0)
		write_amount(", least: ", phase->least, unit, out);
	str_add(out, "}\n");
}

static void write_levels(const struct phase *phase, const struct plan *plan, struct str *out)
{
	str_add(out, "levels:\n");
	for (size_t i = 0; i < phase->level_count; i++) {
		const struct written_level *level = &phase->levels[i];

		write_amount("      - {amount: ", level->amount, plan->unit, out);
		str_addf(out, ", days: %d", level->days);
		for (size_t k = 0; level->has_doses && k < plan->slot_count; k++)
			write_amount(k > 0 ? ", " : ", doses: [", level->doses[k], plan->unit, out);
		str_add(out, level->has_doses ? "]}\n" : "}\n");
	}
}

static void write_phase(const struct phase *phase, const struct plan *plan, struct str *out)
{
	str_add(out, "  - ");
	switch (phase->kind) {
	case PHASE_STAY:
		str_addf(out, "{stay: %d}\n", phase->every_days);
		return;
	case PHASE_CUT_CURRENT:
	case PHASE_CUT_START:
		write_rate("{cut: ", phase->cut_rate, out);
		str_add(out, phase->kind == PHASE_CUT_START ? ", of: start" : "");
		break;
	case PHASE_CUT_FIXED:
		write_amount("{cut: ", phase->cut_amount, plan->unit, out);
		break;
	case PHASE_CURVE:
		write_rate("{curve: {half: ", phase->half, out);
		str_addf(out, ", steps: %d", phase->steps);
		write_rate(", cap: ", phase->cap, out);
		str_add_char(out, '}');
		break;
	case PHASE_LEVELS:
		write_levels(phase, plan, out);
		return;
	case PHASE_KIND_COUNT:
		return;
	}
	write_pace(phase, plan->unit, out);
}

void planfile_write(const struct plan *plan, struct str *out)
{
	str_add(out, "format: taper-plan/1\n");
	write_text("name", plan->name, out);
	write_text("title", plan->title, out);
	write_text("summary", plan->summary, out);
	write_text("suits", plan->suits, out);
	write_sources(plan, out);
	str_addf(out, "unit: %s\n", unit_name(plan->unit));
	write_amount("measure: ", plan->measure, plan->unit, out);
	str_add_char(out, '\n');
	write_slots(plan, out);
	if (plan->smallest.nano > 0) {
		write_amount("smallest: ", plan->smallest, plan->unit, out);
		str_add_char(out, '\n');
	}
	str_add(out, "phases:\n");
	for (size_t i = 0; i < plan->phase_count; i++)
		write_phase(&plan->phases[i], plan, out);
	write_amount("goal: ", plan->goal, plan->unit, out);
	str_add_char(out, '\n');
}
