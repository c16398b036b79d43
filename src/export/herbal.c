/* SPDX-License-Identifier: MIT */
/*
 * Herbal Tracker+, its backup: {"strains": [{"id", "name"}], "dosages": [{"strainId", "amount" (grams), "timestamp" (ISO 8601,
 * local where it has no offset), "notes"}]}, or the dosages alone.
 */
#include "tracker.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct strain {
	char *id, *name; /* owned */
};

struct herbal {
	struct json_entries json; /* first, see pick.h */
	struct dose dose;
	struct strain *strains; /* owned */
	size_t count, cap;
};

static void close_herbal(struct entries *entries)
{
	struct herbal *state = entries->state;

	for (size_t i = 0; i < state->count; i++) {
		free(state->strains[i].id);
		free(state->strains[i].name);
	}
	free(state->strains);
	json_entries_close(entries);
}

static void take_strain(struct entries *entries)
{
	struct herbal *state = entries->state;
	struct pick pick = pick_entry(entries);

	state->strains =
		mem_grow(state->strains, &state->cap, state->count + 1, sizeof(*state->strains));
	state->strains[state->count++] = (struct strain){
		.id = mem_dup(pick_text(&pick, "id")),
		.name = mem_dup(pick_text(&pick, "name")),
	};
	entries->bad += pick.good ? 0 : 1;
}

/* The strains may stand behind the doses that are of them. */
static bool open_herbal(struct entries *entries, struct err *err)
{
	static const char *const places[] = {"strains[]"};
	struct herbal *state = mem_alloc(1, sizeof(*state));
	struct err inner = {.code = ERR_NONE};
	size_t which;

	*state = (struct herbal){.json = JSON_ENTRIES_INIT};
	entries->state = state;
	if (!json_entries_begin(entries, err))
		return false;
	while (json_entries_next(entries, places, 1, &which, &inner))
		take_strain(entries);
	if (inner.code != ERR_NONE) {
		*err = inner;
		return false;
	}
	return json_entries_begin(entries, err);
}

static const char *strain_name(const struct herbal *state, const char *id)
{
	for (size_t i = 0; i < state->count; i++) {
		if (strcmp(state->strains[i].id, id) == 0)
			return state->strains[i].name;
	}
	return "";
}

/* A number, or as early backups have it, a text that is one. */
static void read_amount(struct entries *entries, struct pick *pick, struct dose *dose)
{
	const struct json_node *node = pick_node(pick, "amount");
	struct err err;

	if (node == NULL || (node->kind != JSON_NUMBER && node->kind != JSON_TEXT))
		pick_refuse(pick, "amount", "is missing, and grams are wanted");
	else if (!tracker_read_number(entries, json_node_text(pick->tree, node), &dose->amount,
				      &err))
		pick_refuse_err(pick, "amount", &err);
}

static void read_dose(struct entries *entries, struct pick *pick)
{
	struct herbal *state = entries->state;
	struct dose *dose = &state->dose;
	const char *strain = strain_name(state, pick_text(pick, "strainId"));
	struct err err;

	*dose = (struct dose){.unit = UNIT_GRAM, .tags = str_empty};
	dose->note = pick_text(pick, "notes");
	read_amount(entries, pick, dose);
	if (!tracker_read_time(entries, pick_text(pick, "timestamp"), dose, &err))
		pick_refuse_err(pick, "timestamp", &err);
	if (!tracker_set_product(entries, strain, dose, &err))
		pick_refuse_err(pick, "strainId", &err);
}

static bool next_herbal(struct entries *entries, struct record *record, int *line, struct err *err)
{
	static const char *const places[] = {"dosages[]", "[]"};
	struct herbal *state = entries->state;
	size_t which;

	while (json_entries_next(entries, places, 2, &which, err)) {
		struct pick pick = pick_entry(entries);

		*line = json_entries_line(entries);
		*record = (struct record){.kind = RECORD_DOSE, .dose = &state->dose};
		if (pick.good)
			read_dose(entries, &pick);
		if (pick_take(&pick, record))
			return true;
	}
	return false;
}

const struct entries_format entries_herbal_json = {
	.name = "herbal-tracker",
	.title = "Herbal Tracker+",
	.json = true,
	.open = open_herbal,
	.next = next_herbal,
	.place = json_entries_place,
	.close = close_herbal,
};
