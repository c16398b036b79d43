/* SPDX-License-Identifier: MIT */
#include "planfile_slots.h"

#include <string.h>

#include "base/plural.h"

const char *slot_word(const struct slot *slot, char *buf)
{
	if (slot->name[0] != '\0' || slot->minute < 0)
		return slot->name;
	return minute_text(slot->minute, buf);
}

static void read_slot(struct reading *reading, const struct node *map, const struct wire_dose *wire,
		      struct slot *slot)
{
	struct value share = value_of(reading, map, "share", wire->share);

	*slot = (struct slot){.minute = -1, .share = {.nano = AMOUNT_UNIT}};
	value_minute(reading, value_of(reading, map, "at", wire->at), &slot->minute);
	value_text(reading, value_of(reading, map, "name", wire->name), slot->name,
		   sizeof(slot->name));
	if (value_amount(reading, share, &slot->share) && slot->share.nano == 0) {
		value_wrong(reading, share.node,
			    "'share' is 0; each dose has a part of the day's total");
		slot->share.nano = AMOUNT_UNIT;
	}
	if (wire->at == NULL && wire->name == NULL && !map->spoiled)
		value_wrong(reading, map, "a dose needs 'at', 'name' or both");
}

/* Against the doses before it: the times go on, the names differ. */
static void check_slot(struct reading *reading, const struct node *map, const struct plan *plan,
		       size_t index)
{
	const struct slot *slot = &plan->slots[index];
	const struct node *at = tree_get(reading->tree, map, "at");
	const struct node *name = tree_get(reading->tree, map, "name");
	char time[MOMENT_TEXT_SIZE], before[MOMENT_TEXT_SIZE];

	for (size_t i = index; at != NULL && slot->minute >= 0 && i-- > 0;) {
		if (plan->slots[i].minute < 0)
			continue;
		if (slot->minute <= plan->slots[i].minute)
			value_wrong(reading, at, "%s is not after %s, the dose before it",
				    minute_text(slot->minute, time),
				    minute_text(plan->slots[i].minute, before));
		break;
	}
	for (size_t i = 0; name != NULL && slot->name[0] != '\0' && i < index; i++) {
		if (strcmp(slot->name, plan->slots[i].name) == 0)
			value_wrong(reading, name, "a dose called '%s' is there already",
				    slot->name);
	}
}

static void read_slots(struct reading *reading, const struct wire_plan *wire, struct plan *plan,
		       const struct node *list)
{
	const struct node *map = tree_first(reading->tree, list);

	for (uint32_t i = 0; i < wire->doses_count && map != NULL; i++) {
		read_slot(reading, map, &wire->doses[i], &plan->slots[i]);
		plan->slot_count++;
		check_slot(reading, map, plan, i);
		map = tree_next(reading->tree, map);
	}
}

static size_t slot_called(const struct plan *plan, const char *word, const char *const *words)
{
	size_t slot = 0;

	while (slot < plan->slot_count && strcmp(words[slot], word) != 0)
		slot++;
	return slot;
}

/* One entry of 'shrink'. The nearest name helps against slips of the finger; otherwise all names are told. */
static void read_giver(struct reading *reading, struct value value, struct plan *plan,
		       size_t filled)
{
	char times[PLAN_SLOT_MAX][MOMENT_TEXT_SIZE];
	const char *words[PLAN_SLOT_MAX], *nearest;
	size_t slot;

	for (size_t i = 0; i < plan->slot_count; i++)
		words[i] = slot_word(&plan->slots[i], times[i]);
	slot = slot_called(plan, value.text, words);
	if (slot == plan->slot_count) {
		nearest = str_nearest(value.text, words, plan->slot_count);
		if (nearest != NULL)
			value_wrong(reading, value.node,
				    "no dose is called '%.47s'; did you mean '%s'?", value.text,
				    nearest);
		else
			value_wrong(reading, value.node, "no dose is called '%.47s'", value.text);
		return;
	}
	for (size_t i = 0; i < filled; i++) {
		if (plan->shrink[i] == slot)
			value_wrong(reading, value.node, "'%s' is in 'shrink' already",
				    words[slot]);
	}
	plan->shrink[filled] = (uint8_t)slot;
}

static void read_shrink(struct reading *reading, const struct wire_plan *wire, struct plan *plan,
			const struct node *list)
{
	const struct node *node = tree_first(reading->tree, list);

	memset(plan->shrink, UINT8_MAX, sizeof(plan->shrink));
	for (uint32_t i = 0; i < wire->shrink_count && node != NULL; i++) {
		read_giver(reading, value_item(node, wire->shrink[i]), plan, i);
		node = tree_next(reading->tree, node);
	}
	if (!list->spoiled && wire->shrink_count != plan->slot_count)
		value_wrong(
			reading, list,
			plural_of(
				wire->shrink_count,
				"'shrink' names %u dose, but the plan has %zu; it names each once",
				"'shrink' names %u doses, but the plan has %zu; it names each "
				"once"),
			(unsigned)wire->shrink_count, plan->slot_count);
}

void slots_read(struct reading *reading, const struct wire_plan *wire, struct plan *plan)
{
	const struct tree *tree = reading->tree;
	const struct node *root = tree_root(tree);
	const struct node *doses = tree_get(tree, root, "doses");
	const struct node *shrink = tree_get(tree, root, "shrink");

	if (doses != NULL && wire->doses_count > 0)
		read_slots(reading, wire, plan, doses);
	else if (!tree_misspelt(tree, root, "doses"))
		plan_default_slot(plan);
	plan_default_shrink(plan);
	/* With doses that can't be read, what 'shrink' names would only be guessed at. */
	if (shrink != NULL && wire->shrink_count > 0 && plan->slot_count > 0 &&
	    (doses == NULL || !doses->spoiled))
		read_shrink(reading, wire, plan, shrink);
}
