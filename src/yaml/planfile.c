/* SPDX-License-Identifier: MIT */
#include "yaml/planfile.h"

#include <stdio.h>
#include <string.h>

#include "engine/moment.h"
#include "file.h"
#include "load.h"
#include "phase_read.h"
#include "plan_wire.h"
#include "planfile_slots.h"
#include "value.h"

#define PLAN_FORMAT "taper-plan/1"

static void read_texts(struct reading *reading, const struct wire_plan *wire, struct plan *plan)
{
	const struct node *root = tree_root(reading->tree);
	const struct node *list = tree_get(reading->tree, root, "sources");
	const struct node *node = list == NULL ? NULL : tree_first(reading->tree, list);

	value_word(reading, value_of(reading, root, "name", wire->name), plan->name,
		   sizeof(plan->name));
	value_text(reading, value_of(reading, root, "title", wire->title), plan->title,
		   sizeof(plan->title));
	value_text(reading, value_of(reading, root, "summary", wire->summary), plan->summary,
		   sizeof(plan->summary));
	value_text(reading, value_of(reading, root, "suits", wire->suits), plan->suits,
		   sizeof(plan->suits));
	for (uint32_t i = 0; i < wire->sources_count && node != NULL; i++) {
		value_word(reading, value_item(node, wire->sources[i]), plan->sources[i],
			   sizeof(plan->sources[i]));
		plan->source_count++;
		node = tree_next(reading->tree, node);
	}
}

static void read_goal(struct reading *reading, const struct wire_plan *wire, struct plan *plan)
{
	struct value goal = value_of(reading, tree_root(reading->tree), "goal", wire->goal);
	char text[AMOUNT_TEXT_SIZE], of[AMOUNT_TEXT_SIZE];

	if (value_amount(reading, goal, &plan->goal) && plan->measure.nano > 0 &&
	    plan->goal.nano % plan->measure.nano != 0)
		value_wrong(reading, goal.node, "'goal' is %s, no multiple of 'measure', %s",
			    amount_text(plan->goal, text),
			    amount_with_unit(plan->measure, plan->unit, of));
}

static void read_amounts(struct reading *reading, const struct wire_plan *wire, struct plan *plan)
{
	const struct node *root = tree_root(reading->tree);
	struct value measure = value_of(reading, root, "measure", wire->measure);
	struct value smallest = value_of(reading, root, "smallest", wire->smallest);

	value_unit(reading, value_of(reading, root, "unit", wire->unit), &plan->unit);
	reading->unit = plan->unit;
	if (value_amount(reading, measure, &plan->measure) && plan->measure.nano == 0)
		value_wrong(reading, measure.node,
			    "'measure' is 0; it is the smallest amount the scale can weigh");
	if (value_amount(reading, smallest, &plan->smallest) && plan->smallest.nano == 0)
		value_wrong(reading, smallest.node, "'smallest' is 0; leave it out for none");
	read_goal(reading, wire, plan);
}

static bool ends_at_amount(const struct phase *phase)
{
	return phase->until.nano > 0 && phase->until_part.bp == 0;
}

/* A phase that ends no lower than one before it never does anything: not what its writer meant. */
static void check_order(struct reading *reading, const struct node *node,
			const struct phase *phases, size_t index)
{
	char text[AMOUNT_TEXT_SIZE];

	if (!ends_at_amount(&phases[index]))
		return;
	for (size_t i = index; i-- > 0;) {
		const struct node *until = tree_get(reading->tree, node, "until");

		if (!ends_at_amount(&phases[i]) || until == NULL)
			continue;
		if (phases[index].until.nano >= phases[i].until.nano)
			value_wrong(reading, until,
				    "'until' is not below the %s at which phase %zu ends",
				    amount_with_unit(phases[i].until, reading->unit, text), i + 1);
		return;
	}
}

static void read_phases(struct reading *reading, const struct wire_plan *wire, struct plan *plan)
{
	const struct tree *tree = reading->tree;
	const struct node *list = tree_get(tree, tree_root(tree), "phases");
	const struct node *node = list == NULL ? NULL : tree_first(tree, list);

	for (uint32_t i = 0; i < wire->phases_count && node != NULL; i++) {
		plan->phase_count++;
		phase_read(reading, node, &wire->phases[i], plan, &plan->phases[i]);
		check_order(reading, node, plan->phases, i);
		node = tree_next(tree, node);
	}
}

static void read_plan(struct reading *reading, const struct wire_plan *wire, struct plan *plan)
{
	struct err err;

	read_texts(reading, wire, plan);
	read_amounts(reading, wire, plan);
	slots_read(reading, wire, plan);
	read_phases(reading, wire, plan);
	if (reading->problems->count == 0 && !plan_valid(plan, &err))
		value_wrong(reading, tree_root(reading->tree), "%s", err.msg);
}

static bool parse(const struct str *text, struct plan *plan, struct problems *problems,
		  struct err *err)
{
	struct loaded loaded;
	struct plan read = PLAN_INIT;
	struct problems found = PROBLEMS_INIT;
	bool ok;

	if (load_text(text, PLAN_FORMAT, &plan_wire_schema, &loaded, &found)) {
		const struct wire_plan *wire = loaded.data;
		struct reading reading = {.tree = &loaded.tree, .problems = &found};

		read_plan(&reading, wire, &read);
	}
	load_free(&loaded);
	ok = found.count == 0;
	if (ok)
		plan_move(plan, &read);
	else
		load_refuse(&found, err);
	plan_free(&read);
	load_hand_over(&found, problems);
	return ok;
}

bool planfile_parse(const char *text, size_t len, struct plan *plan, struct problems *problems,
		    struct err *err)
{
	struct str copy = STR_INIT;
	bool ok;

	if (len > FILE_SIZE_MAX)
		return err_set(err, ERR_FORMAT, "the text is larger than 1 MiB");
	str_add_bytes(&copy, text, len);
	ok = parse(&copy, plan, problems, err);
	str_free(&copy);
	return ok;
}

bool planfile_read(const char *path, struct plan *plan, struct problems *problems, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = file_load(path, &text, err);

	if (ok)
		ok = parse(&text, plan, problems, err) || err_wrap(err, "%s", path);
	else
		err->code = ERR_FORMAT;
	str_free(&text);
	return ok;
}
