/* SPDX-License-Identifier: MIT */
/*
 * PsychonautWiki Journal: {"experiences": [{"ingestions": [{"substanceName", "time" (milliseconds since 1970), "dose", "units",
 * "isDoseAnEstimate", "notes", "consumerName", "customUnitId"}]}], "customUnits": [{"id", "unit", "dose", "originalUnit"}]}. A
 * dose with a customUnitId counts those units, each of which is so much of the original one.
 */
#include "tracker.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/mem.h"

static const char ingestions[] = "experiences[].ingestions[]", custom_units[] = "customUnits[]";
static const char estimated[] = "estimated";

#define NO_ID (-1)

struct custom_unit {
	int64_t id;
	enum unit unit; /* that it is, or that its size is in; UNIT_NONE: neither is known */
	int64_t milli;  /* of it in each */
	bool estimated;
};

struct psychonaut {
	struct json_entries json; /* first, see pick.h */
	struct dose dose;
	char tags[sizeof(estimated)];
	struct custom_unit *units; /* owned */
	size_t count, cap;
};

static void close_psychonaut(struct entries *entries)
{
	struct psychonaut *state = entries->state;

	free(state->units);
	json_entries_close(entries);
}

/* A capsule is a capsule; a scoop is so many grams, where that is said. */
static struct custom_unit read_custom_unit(struct pick *pick)
{
	struct custom_unit unit = {
		.id = pick_number(pick, "id", 0, NO_ID),
		.unit = unit_from_text(pick_text(pick, "unit")),
		.milli = AMOUNT_UNIT / AMOUNT_MILLI,
		.estimated = pick_true(pick, "isEstimate"),
	};
	const struct json_node *size = pick_node(pick, "dose");
	bool exact;

	if (unit.unit != UNIT_NONE)
		return unit;
	unit.unit = unit_from_text(pick_text(pick, "originalUnit"));
	if (size == NULL || size->kind != JSON_NUMBER ||
	    !decimal_read(json_node_text(pick->tree, size), 3, &unit.milli, &exact) ||
	    unit.milli <= 0 || unit.milli > AMOUNT_MAX / AMOUNT_MILLI)
		unit.unit = UNIT_NONE;
	return unit;
}

/* The custom units stand behind the entries that are in them. */
static bool open_psychonaut(struct entries *entries, struct err *err)
{
	static const char *const places[] = {custom_units};
	struct psychonaut *state = mem_alloc(1, sizeof(*state));
	struct err inner = {.code = ERR_NONE};
	size_t which;

	*state = (struct psychonaut){.json = JSON_ENTRIES_INIT};
	entries->state = state;
	if (!json_entries_begin(entries, err))
		return false;
	while (json_entries_next(entries, places, 1, &which, &inner)) {
		struct pick pick = pick_entry(entries);

		state->units = mem_grow(state->units, &state->cap, state->count + 1,
					sizeof(*state->units));
		state->units[state->count++] = read_custom_unit(&pick);
		entries->bad += pick.good ? 0 : 1;
	}
	if (inner.code != ERR_NONE) {
		*err = inner;
		return false;
	}
	return json_entries_begin(entries, err);
}

static const struct custom_unit *find_unit(const struct psychonaut *state, int64_t id)
{
	for (size_t i = 0; i < state->count; i++) {
		if (state->units[i].id == id)
			return &state->units[i];
	}
	return NULL;
}

/* So many of a custom unit, in whole milli-units. */
static bool count_units(struct entries *entries, const struct custom_unit *unit, struct dose *dose,
			struct err *err)
{
	int64_t micro = amount_milli(dose->amount) * unit->milli;
	int64_t milli = (micro + 500) / 1000;

	if (milli > AMOUNT_MAX / AMOUNT_MILLI)
		return err_set(err, ERR_INVALID, "it comes to more than 10000, which no dose is");
	entries->aside.rounded += micro % 1000 != 0 ? 1 : 0;
	dose->amount = amount_from_milli(milli);
	dose->unit = unit->unit;
	return true;
}

static bool set_unit(struct entries *entries, struct pick *pick, struct dose *dose,
		     bool *is_estimated, struct err *err)
{
	const struct psychonaut *state = entries->state;
	int64_t id = pick_number(pick, "customUnitId", 0, NO_ID);
	const struct custom_unit *unit;

	if (id == NO_ID)
		return tracker_read_unit(entries, pick_text(pick, "units"), &dose->unit, err);
	unit = find_unit(state, id);
	if (unit == NULL || unit->unit == UNIT_NONE)
		return err_set(err, ERR_INVALID,
			       "it is in a unit of one's own whose size in g, capsules, ml, "
			       "tablets or mg is not said");
	*is_estimated = *is_estimated || unit->estimated;
	return count_units(entries, unit, dose, err);
}

static void read_dose(struct entries *entries, struct pick *pick, const char *substance)
{
	struct psychonaut *state = entries->state;
	struct dose *dose = &state->dose;
	const struct json_node *number = pick_node(pick, "dose");
	int64_t ms = pick_number(pick, "time", 0, 0);
	bool is_estimated = pick_true(pick, "isDoseAnEstimate");
	struct err err;

	*dose = (struct dose){.note = pick_text(pick, "notes"), .tags = state->tags};
	if (pick_node(pick, "time") == NULL)
		pick_refuse(pick, "time", "is missing, and milliseconds since 1970 are wanted");
	tracker_set_utc(entries, ms / 1000 - (ms % 1000 < 0 ? 1 : 0), dose);
	if (number == NULL || number->kind != JSON_NUMBER)
		pick_refuse(pick, "dose", "is not known, and an amount is wanted");
	else if (!tracker_read_number(entries, json_node_text(pick->tree, number), &dose->amount,
				      &err))
		pick_refuse_err(pick, "dose", &err);
	else if (!set_unit(entries, pick, dose, &is_estimated, &err))
		pick_refuse_err(pick, "units", &err);
	if (!tracker_set_product(entries, substance, dose, &err))
		pick_refuse_err(pick, "substanceName", &err);
	memcpy(state->tags, is_estimated ? estimated : "", is_estimated ? sizeof(estimated) : 1);
}

static bool next_psychonaut(struct entries *entries, struct record *record, int *line,
			    struct err *err)
{
	static const char *const places[] = {ingestions};
	struct psychonaut *state = entries->state;
	size_t which;

	while (json_entries_next(entries, places, 1, &which, err)) {
		struct pick pick = pick_entry(entries);
		const char *substance = pick_text(&pick, "substanceName");

		*line = json_entries_line(entries);
		*record = (struct record){.kind = RECORD_DOSE, .dose = &state->dose};
		if (pick.good && !tracker_wants(entries, substance))
			continue;
		if (pick.good && *pick_text(&pick, "consumerName") != '\0') {
			entries->aside.not_taken++;
			continue;
		}
		if (pick.good)
			read_dose(entries, &pick, substance);
		if (pick_take(&pick, record))
			return true;
	}
	return false;
}

const struct entries_format entries_psychonaut = {
	.name = "psychonaut-journal",
	.title = "PsychonautWiki Journal",
	.json = true,
	.open = open_psychonaut,
	.next = next_psychonaut,
	.place = json_entries_place,
	.close = close_psychonaut,
};
