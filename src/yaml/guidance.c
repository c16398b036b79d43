/* SPDX-License-Identifier: MIT */
#include "yaml/guidance.h"

#include <string.h>

#include "base/mem.h"
#include "file.h"
#include "load.h"
#include "rule_read.h"

#define GUIDANCE_FORMAT "taper-guidance/1"

/* Check-ins before "ready" is said, where a file says nothing of it. */
enum { NEEDS = 3, NEEDS_OF = 7 };

static void copy(struct rules *to, const struct rules *from)
{
	*to = *from;
	to->items = NULL;
	to->cap = 0;
	to->items = mem_grow(NULL, &to->cap, from->count + 1, sizeof(*to->items));
	if (from->count > 0)
		memcpy(to->items, from->items, from->count * sizeof(*to->items));
}

static void read_rules(struct reading *reading, const char *key, const struct wire_rule *wire,
		       size_t count, struct rules *rules)
{
	const struct node *list = tree_get(reading->tree, tree_root(reading->tree), key);
	const struct node *map = list != NULL ? tree_first(reading->tree, list) : NULL;
	size_t at;

	for (size_t i = 0; map != NULL && i < count; i++) {
		struct rule rule = {.term_count = 0};

		rule_read(reading, map, &wire[i], &rule);
		if (rule.id[0] != '\0' && rules_find(rules, rule.id, &at))
			value_wrong(reading, map,
				    "a rule called '%s' is there already; name it "
				    "under 'off' to put yours in its place",
				    rule.id);
		else if (rule.id[0] != '\0' && !rules_add(rules, &rule))
			value_wrong(reading, map, "there are more than %d rules", RULES_MAX);
		map = tree_next(reading->tree, map);
	}
}

static void read_off(struct reading *reading, const struct wire_guidance *wire, struct rules *rules)
{
	const struct node *list = tree_get(reading->tree, tree_root(reading->tree), "off");
	const struct node *item = list != NULL ? tree_first(reading->tree, list) : NULL;
	const char *ids[RULES_MAX], *nearest;
	size_t at;

	for (size_t i = 0; item != NULL && i < wire->off_count; i++) {
		if (rules_find(rules, wire->off[i], &at)) {
			rules_remove(rules, at);
			item = tree_next(reading->tree, item);
			continue;
		}
		for (size_t r = 0; r < rules->count; r++)
			ids[r] = rules->items[r].id;
		nearest = str_nearest(wire->off[i], ids, rules->count);
		value_wrong(reading, item, "there is no rule called '%s'%s%s%s", wire->off[i],
			    nearest != NULL ? "; did you mean '" : "",
			    nearest != NULL ? nearest : "", nearest != NULL ? "'?" : "");
		item = tree_next(reading->tree, item);
	}
}

static void read_needs(struct reading *reading, const struct wire_guidance *wire,
		       struct rules *rules)
{
	const struct node *map = tree_get(reading->tree, tree_root(reading->tree), "needs");

	if (wire->needs == NULL || map == NULL)
		return;
	rule_read_days(reading, value_of(reading, map, "days", wire->needs->days),
		       value_of(reading, map, "of", wire->needs->of), &rules->needs,
		       &rules->needs_of);
}

static void read_guidance(struct reading *reading, const struct wire_guidance *wire,
			  const struct rules *shipped, struct rules *rules)
{
	const struct node *root = tree_root(reading->tree);
	bool whole = tree_get(reading->tree, root, "rules") != NULL;

	rules->needs = NEEDS;
	rules->needs_of = NEEDS_OF;
	if (!whole && shipped != NULL)
		copy(rules, shipped);
	value_text(reading, value_of(reading, root, "note", wire->note), rules->note,
		   sizeof(rules->note));
	read_needs(reading, wire, rules);
	read_rules(reading, "rules", wire->rules, wire->rules_count, rules);
	read_off(reading, wire, rules);
	read_rules(reading, "add", wire->add, wire->add_count, rules);
	if (reading->problems->count == 0 && !whole && shipped == NULL && rules->count == 0)
		value_wrong(reading, root, "'rules' is missing");
}

bool guidance_parse(const char *text, size_t len, const struct rules *shipped, struct rules *rules,
		    struct problems *problems, struct err *err)
{
	struct rules read = RULES_INIT;
	struct problems found = PROBLEMS_INIT;
	struct str whole = STR_INIT;
	struct loaded loaded;
	bool ok;

	str_add_bytes(&whole, text, len);
	if (load_text(&whole, GUIDANCE_FORMAT, &guidance_wire_schema, &loaded, &found)) {
		struct reading reading = {.tree = &loaded.tree, .problems = &found};

		read_guidance(&reading, loaded.data, shipped, &read);
	}
	load_free(&loaded);
	str_free(&whole);
	ok = found.count == 0;
	if (ok) {
		*rules = read;
	} else {
		load_refuse(&found, err);
		rules_free(&read);
	}
	load_hand_over(&found, problems);
	return ok;
}

bool guidance_read(const char *path, const struct rules *shipped, struct rules *rules,
		   struct problems *problems, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = file_load(path, &text, err);

	if (ok)
		ok = guidance_parse(text.data, text.len, shipped, rules, problems, err) ||
		     err_wrap(err, "%s", path);
	else
		err->code = ERR_FORMAT;
	str_free(&text);
	return ok;
}
