/* SPDX-License-Identifier: MIT */
#include "phase_read.h"

#include <string.h>

#include "base/mem.h"
#include "base/plural.h"

/* A phase is told apart by its first key; the other keys that go with it, and whether it has to have them. */
struct shape {
	const char *first;
	bool paced; /* needs 'every' and 'until' */
	const char *others;
};

static const struct shape shapes[] = {
	{"stay", false, ""},
	{"cut", true, "of every until least"},
	{"curve", true, "every until least"},
	{"levels", false, ""},
};

/* One phase being read. */
struct task {
	struct reading *reading;
	const struct node *node;
	const struct wire_phase *wire;
	const struct plan *plan;
	struct phase *phase;
};

static struct value value_in(const struct task *task, const char *key, const char *text)
{
	return value_of(task->reading, task->node, key, text);
}

static bool word_among(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = words; *at != '\0'; at += strspn(at, " ")) {
		size_t span = strcspn(at, " ");

		if (span == len && strncmp(at, word, len) == 0)
			return true;
		at += span;
	}
	return false;
}

/* NULL where the first key is none that begins a phase, which is told unless it was a misspelt one. */
static const struct shape *shape_of(const struct task *task)
{
	const struct tree *tree = task->reading->tree;
	const struct node *first = tree_first(tree, task->node);

	for (size_t i = 0; first != NULL && i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		if (strcmp(tree_key(tree, first), shapes[i].first) == 0)
			return &shapes[i];
	}
	if (!task->node->spoiled)
		problems_add(task->reading->problems, task->node->at.line, task->node->at.column,
			     "a phase begins with one of: stay, cut, curve, levels");
	return NULL;
}

static void check_keys(const struct task *task, const struct shape *shape)
{
	const struct tree *tree = task->reading->tree;
	const struct node *item = tree_first(tree, task->node);

	for (item = tree_next(tree, item); item != NULL; item = tree_next(tree, item)) {
		if (!word_among(shape->others, tree_key(tree, item)))
			problems_add(task->reading->problems, item->key_at.line,
				     item->key_at.column, "'%s' does not go with '%s'",
				     tree_key(tree, item), shape->first);
	}
	for (int i = 0; shape->paced && i < 2; i++) {
		const char *key = i == 0 ? "every" : "until";

		if (tree_get(tree, task->node, key) == NULL &&
		    !tree_misspelt(tree, task->node, key))
			value_wrong(task->reading, task->node, "'%s' is missing", key);
	}
}

/* 'until' is an amount, or a part of the starting amount where a percent sign says so. */
static void read_until(const struct task *task)
{
	struct value value = value_in(task, "until", task->wire->until);
	struct phase *phase = task->phase;

	if (value.text == NULL)
		return;
	if (strchr(value.text, '%') != NULL)
		value_rate(task->reading, value, &phase->until_part);
	else if (value_amount(task->reading, value, &phase->until) && phase->until.nano == 0 &&
		 phase->kind != PHASE_CUT_FIXED && phase->kind != PHASE_CUT_START &&
		 task->wire->least == NULL)
		value_wrong(task->reading, value.node,
			    phase->kind == PHASE_CURVE ? "'until' is 0, which a curve may never "
							 "reach; name an amount above 0"
						       : "'until' is 0, which these cuts never "
							 "reach; name an amount above "
							 "0, or add 'least'");
}

static void read_pace(const struct task *task)
{
	struct value least = value_in(task, "least", task->wire->least);

	value_whole(task->reading, value_in(task, "every", task->wire->every), 1, PLAN_DAY_MAX,
		    &task->phase->every_days);
	read_until(task);
	if (value_amount(task->reading, least, &task->phase->least) && task->phase->least.nano == 0)
		value_wrong(task->reading, least.node, "'least' is 0; leave it out for none");
}

static void read_stay(const struct task *task)
{
	task->phase->kind = PHASE_STAY;
	value_whole(task->reading, value_in(task, "stay", task->wire->stay), 1, PLAN_DAY_MAX,
		    &task->phase->every_days);
}

static void read_cut(const struct task *task)
{
	static const char *const bases[] = {"current", "start"};
	struct value cut = value_in(task, "cut", task->wire->cut);
	struct value of = value_in(task, "of", task->wire->of);
	struct phase *phase = task->phase;
	size_t base = 0;

	value_choice(task->reading, of, bases, 2, &base);
	if (cut.text != NULL && strchr(cut.text, '%') == NULL) {
		phase->kind = PHASE_CUT_FIXED;
		if (value_amount(task->reading, cut, &phase->cut_amount) &&
		    phase->cut_amount.nano == 0)
			value_wrong(task->reading, cut.node,
				    "'cut' is 0; a cut takes something off");
		if (of.text != NULL)
			value_wrong(task->reading, of.node,
				    "'of' goes with a cut by percent, not by an amount");
	} else {
		phase->kind = base == 0 ? PHASE_CUT_CURRENT : PHASE_CUT_START;
		value_rate(task->reading, cut, &phase->cut_rate);
	}
	read_pace(task);
}

static void read_curve(const struct task *task)
{
	const struct wire_curve *wire = task->wire->curve;
	struct reading *reading = task->reading;
	const struct node *map = tree_get(reading->tree, task->node, "curve");
	struct phase *phase = task->phase;

	phase->kind = PHASE_CURVE;
	if (map != NULL && wire != NULL) {
		value_rate(reading, value_of(reading, map, "half", wire->half), &phase->half);
		value_whole(reading, value_of(reading, map, "steps", wire->steps), 1,
			    PLAN_LEVEL_MAX, &phase->steps);
		value_rate(reading, value_of(reading, map, "cap", wire->cap), &phase->cap);
	}
	read_pace(task);
}

static void check_multiple(const struct task *task, const struct node *node, struct amount amount)
{
	struct amount measure = task->plan->measure;
	char text[AMOUNT_TEXT_SIZE], of[AMOUNT_TEXT_SIZE];

	if (measure.nano > 0 && amount.nano % measure.nano != 0)
		value_wrong(task->reading, node, "%s is no multiple of 'measure', %s",
			    amount_text(amount, text),
			    amount_with_unit(measure, task->plan->unit, of));
}

/* The list's sum is compared only where every one of its amounts could be read. */
static void read_level_doses(const struct task *task, const struct node *list,
			     const struct wire_level *wire, struct written_level *level)
{
	const struct plan *plan = task->plan;
	const struct node *node = tree_first(task->reading->tree, list);
	char text[AMOUNT_TEXT_SIZE], whole[AMOUNT_TEXT_SIZE];
	struct amount sum = {0};
	bool good = !list->spoiled;

	level->has_doses = true;
	if (good && plan->slot_count > 0 && wire->doses_count != plan->slot_count) {
		value_wrong(task->reading, list,
			    plural_of((int64_t)plan->slot_count,
				      "'doses' has %u amounts, but the plan has %zu dose a day",
				      "'doses' has %u amounts, but the plan has %zu doses a day"),
			    (unsigned)wire->doses_count, plan->slot_count);
		good = false;
	}
	for (uint32_t i = 0; i < wire->doses_count && node != NULL; i++) {
		struct value value = value_item(node, wire->doses[i]);

		if (!value_amount(task->reading, value, &level->doses[i]))
			good = false;
		check_multiple(task, node, level->doses[i]);
		sum.nano += level->doses[i].nano;
		node = tree_next(task->reading->tree, node);
	}
	if (good && sum.nano != level->amount.nano)
		value_wrong(task->reading, list, "'doses' add up to %s, not to %s",
			    amount_text(sum, text),
			    amount_with_unit(level->amount, plan->unit, whole));
}

static void read_level(const struct task *task, const struct node *map,
		       const struct wire_level *wire, struct written_level *level)
{
	struct reading *reading = task->reading;
	struct value amount = value_of(reading, map, "amount", wire->amount);
	const struct node *doses = tree_get(reading->tree, map, "doses");
	bool known = value_amount(reading, amount, &level->amount);

	if (known)
		check_multiple(task, amount.node, level->amount);
	value_whole(reading, value_of(reading, map, "days", wire->days), 1, PLAN_DAY_MAX,
		    &level->days);
	if (doses != NULL && wire->doses != NULL && known)
		read_level_doses(task, doses, wire, level);
}

static void read_levels(const struct task *task)
{
	const struct wire_phase *wire = task->wire;
	struct phase *phase = task->phase;
	const struct tree *tree = task->reading->tree;
	const struct node *list = tree_get(tree, task->node, "levels");
	const struct node *node = list == NULL ? NULL : tree_first(tree, list);
	char text[AMOUNT_TEXT_SIZE], before[AMOUNT_TEXT_SIZE];

	phase->kind = PHASE_LEVELS;
	phase->levels = mem_alloc(wire->levels_count, sizeof(*phase->levels));
	for (uint32_t i = 0; i < wire->levels_count && node != NULL; i++) {
		struct written_level *level = &phase->levels[i];

		phase->level_count++;
		read_level(task, node, &wire->levels[i], level);
		if (i > 0 && level->amount.nano > level[-1].amount.nano && level[-1].days > 0)
			value_wrong(task->reading, node, "%s is above the level before, %s",
				    amount_with_unit(level->amount, task->plan->unit, text),
				    amount_with_unit(level[-1].amount, task->plan->unit, before));
		node = tree_next(tree, node);
	}
}

void phase_read(struct reading *reading, const struct node *node, const struct wire_phase *wire,
		const struct plan *plan, struct phase *phase)
{
	static void (*const readers[])(const struct task *) = {read_stay, read_cut, read_curve,
							       read_levels};
	struct task task = {reading, node, wire, plan, phase};
	const struct shape *shape = shape_of(&task);

	_Static_assert(sizeof(readers) / sizeof(readers[0]) == sizeof(shapes) / sizeof(shapes[0]),
		       "every shape has its reader");
	if (shape == NULL)
		return;
	check_keys(&task, shape);
	readers[shape - shapes](&task);
}
