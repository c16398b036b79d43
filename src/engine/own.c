/* SPDX-License-Identifier: MIT */
#include "engine/own.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "engine/day.h"

static const struct own_shape shapes[] = {
	[OWN_PERSON] = {.word = "person",
			.key = "people",
			.title = "People to call",
			.usage = "NAME [NUMBER] [NOTE]",
			.head = "name",
			.detail = "number",
			.text = "note",
			.head_needed = true},
	[OWN_CLINICIAN] = {.word = "clinician",
			   .key = "clinicians",
			   .title = "My clinician",
			   .usage = "NAME [NUMBER] [NOTE]",
			   .head = "name",
			   .detail = "number",
			   .text = "note",
			   .head_needed = true},
	[OWN_REASON] = {.word = "reason",
			.key = "reasons",
			.title = "Why I do this",
			.usage = "TEXT",
			.text_needed = true},
	[OWN_NOW_GOOD] = {.word = "now-good",
			  .key = "now_good",
			  .title = "Going on as now: what is good",
			  .usage = "TEXT",
			  .text_needed = true},
	[OWN_NOW_HARD] = {.word = "now-hard",
			  .key = "now_hard",
			  .title = "Going on as now: what is not so good",
			  .usage = "TEXT",
			  .text_needed = true},
	[OWN_CHANGE_GOOD] = {.word = "change-good",
			     .key = "change_good",
			     .title = "Changing: what would be good",
			     .usage = "TEXT",
			     .text_needed = true},
	[OWN_CHANGE_HARD] = {.word = "change-hard",
			     .key = "change_hard",
			     .title = "Changing: what would be hard",
			     .usage = "TEXT",
			     .text_needed = true},
	[OWN_SIGN] = {.word = "sign",
		      .key = "signs",
		      .title = "Early signs that it gets hard",
		      .usage = "TEXT",
		      .text_needed = true},
	[OWN_IF_THEN] = {.word = "if-then",
			 .key = "plans",
			 .title = "If this, then that",
			 .usage = "TAG [IF] THEN",
			 .head = "tag",
			 .detail = "if",
			 .text = "then",
			 .head_needed = true,
			 .text_needed = true},
	[OWN_AVOID] = {.word = "avoid",
		       .key = "avoid",
		       .title = "Places and times to stay away from",
		       .usage = "TEXT",
		       .text_needed = true},
	[OWN_ACTIVITY] = {.word = "activity",
			  .key = "activities",
			  .title = "Things to do instead",
			  .usage = "TEXT",
			  .text_needed = true},
	[OWN_AFTER] = {.word = "after",
		       .key = "after",
		       .title = "After an extra dose or a return to use",
		       .usage = "TEXT",
		       .text_needed = true},
	[OWN_PRACTICE] = {.word = "practice",
			  .key = "practices",
			  .title = "A little each day",
			  .usage = "NAME [NOTE]",
			  .head = "name",
			  .text = "note",
			  .head_needed = true},
	[OWN_AIM] = {.word = "aim",
		     .key = "aims",
		     .title = "Where I want to get to",
		     .usage = "TEXT [BY]",
		     .detail = "by",
		     .text = "aim",
		     .text_needed = true},
	[OWN_REWARD] = {.word = "reward",
			.key = "rewards",
			.title = "Milestones and rewards",
			.usage = "WHEN TEXT",
			.head = "at",
			.text = "reward",
			.head_needed = true,
			.text_needed = true},
	[OWN_SLEEP] = {.word = "sleep",
		       .key = "sleep",
		       .title = "My plan for the night",
		       .usage = "TEXT",
		       .text_needed = true},
	[OWN_BREATHING] = {.word = "breathing",
			   .key = "breathing",
			   .title = "How I like to breathe",
			   .usage = "sighing|box|none",
			   .text_needed = true,
			   .single = true},
	[OWN_GOAL] = {.word = "goal",
		      .key = "goal",
		      .title = "What the money is for",
		      .usage = "TEXT [COST]",
		      .detail = "cost",
		      .text = "for",
		      .text_needed = true,
		      .single = true},
};
static_assert(sizeof(shapes) / sizeof(shapes[0]) == OWN_PART_COUNT, "one row a part");

const enum own_part own_boxes[OWN_BOXES] = {OWN_NOW_GOOD, OWN_NOW_HARD, OWN_CHANGE_GOOD,
					    OWN_CHANGE_HARD};

const struct own_shape *own_shape(enum own_part part)
{
	return &shapes[part];
}

bool own_part_read(const char *word, enum own_part *part, struct err *err)
{
	const char *words[OWN_PART_COUNT], *nearest;

	for (size_t i = 0; i < OWN_PART_COUNT; i++) {
		words[i] = shapes[i].word;
		if (strcmp(word, shapes[i].word) == 0 || strcmp(word, shapes[i].key) == 0) {
			*part = (enum own_part)i;
			return true;
		}
	}
	nearest = str_nearest(word, words, OWN_PART_COUNT);
	if (nearest != NULL)
		return err_set(err, ERR_USAGE, "'%.60s' is no part of the plan; did you mean '%s'?",
			       word, nearest);
	return err_set(err, ERR_USAGE,
		       "'%.60s' is no part of the plan; 'taper help support' names them", word);
}

void own_plan_free(struct own_plan *plan)
{
	free(plan->entries);
	*plan = (struct own_plan)OWN_PLAN_INIT;
}

/* One harmless line without blanks at its ends: what a file gives back is what was put in. */
static bool tidy(char *buf, size_t size, struct err *err)
{
	struct str clean = STR_INIT;
	const char *text;
	bool fits;

	utf8_add_clean(&clean, buf);
	while (clean.len > 0 && clean.data[clean.len - 1] == ' ')
		str_cut(&clean, clean.len - 1);
	text = clean.data + strspn(clean.data, " ");
	fits = str_copy(buf, size, text) ||
	       err_set(err, ERR_INVALID, "'%.40s...' is too long; %zu bytes are allowed", text,
		       size - 1);
	str_free(&clean);
	return fits;
}

static bool tidy_entry(struct own_entry *entry, struct err *err)
{
	return tidy(entry->head, sizeof(entry->head), err) &&
	       tidy(entry->detail, sizeof(entry->detail), err) &&
	       tidy(entry->text, sizeof(entry->text), err);
}

bool own_entry_same(const struct own_entry *a, const struct own_entry *b)
{
	return a->part == b->part && strcmp(a->head, b->head) == 0 &&
	       strcmp(a->detail, b->detail) == 0 && strcmp(a->text, b->text) == 0;
}

/* A practice is counted by its name, so there is one of each. */
static bool is_namesake(const struct own_entry *a, const struct own_entry *b)
{
	return a->part == OWN_PRACTICE && b->part == OWN_PRACTICE &&
	       strcasecmp(a->head, b->head) == 0;
}

static bool is_welcome(const struct own_plan *plan, const struct own_entry *entry, struct err *err)
{
	const struct own_shape *shape = &shapes[entry->part];

	if ((shape->head_needed && entry->head[0] == '\0') ||
	    (shape->text_needed && entry->text[0] == '\0'))
		return err_set(err, ERR_INVALID, "'%s' needs %s", shape->word, shape->usage);
	if (entry->part == OWN_BREATHING && strcmp(entry->text, "sighing") != 0 &&
	    strcmp(entry->text, "box") != 0 && strcmp(entry->text, "none") != 0)
		return err_set(err, ERR_INVALID,
			       "'breathing' is '%.40s'; allowed are: sighing, box, none",
			       entry->text);
	for (size_t i = 0; i < plan->count; i++) {
		if (own_entry_same(&plan->entries[i], entry) ||
		    is_namesake(&plan->entries[i], entry))
			return err_set(err, ERR_INVALID, "that %s is there already", shape->word);
	}
	if (!shape->single && own_plan_count(plan, entry->part) >= OWN_PART_MAX)
		return err_set(err, ERR_INVALID, "there are %d of '%s' already; remove one first",
			       OWN_PART_MAX, shape->key);
	return true;
}

bool own_plan_add(struct own_plan *plan, const struct own_entry *entry, struct err *err)
{
	struct own_entry added = *entry;
	size_t at = 0;

	if (!tidy_entry(&added, err) || !is_welcome(plan, &added, err))
		return false;
	while (at < plan->count && plan->entries[at].part <= added.part)
		at++;
	if (shapes[added.part].single && at > 0 && plan->entries[at - 1].part == added.part) {
		plan->entries[at - 1] = added;
		return true;
	}
	plan->entries =
		mem_grow(plan->entries, &plan->cap, plan->count + 1, sizeof(*plan->entries));
	memmove(plan->entries + at + 1, plan->entries + at,
		(plan->count - at) * sizeof(*plan->entries));
	plan->entries[at] = added;
	plan->count++;
	return true;
}

const struct own_entry *own_plan_entry(const struct own_plan *plan, enum own_part part, size_t i)
{
	for (size_t k = 0; k < plan->count; k++) {
		if (plan->entries[k].part == part && i-- == 0)
			return &plan->entries[k];
	}
	return NULL;
}

size_t own_plan_count(const struct own_plan *plan, enum own_part part)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->count; i++)
		count += plan->entries[i].part == part;
	return count;
}

bool own_plan_remove(struct own_plan *plan, enum own_part part, size_t number,
		     struct own_entry *removed, struct err *err)
{
	const struct own_entry *entry = number > 0 ? own_plan_entry(plan, part, number - 1) : NULL;
	size_t at;

	if (entry == NULL)
		return err_set(err, ERR_NOT_FOUND,
			       "there is no '%s' of that number; 'taper support mine' shows them",
			       shapes[part].word);
	at = (size_t)(entry - plan->entries);
	*removed = *entry;
	plan->count--;
	memmove(plan->entries + at, plan->entries + at + 1,
		(plan->count - at) * sizeof(*plan->entries));
	return true;
}

bool own_plan_insert(struct own_plan *plan, size_t number, const struct own_entry *entry,
		     struct err *err)
{
	size_t last, at;
	struct own_entry added;

	if (!own_plan_add(plan, entry, err))
		return false;
	last = own_plan_count(plan, entry->part);
	if (number < 1 || number >= last)
		return true;
	last = (size_t)(own_plan_entry(plan, entry->part, last - 1) - plan->entries);
	at = (size_t)(own_plan_entry(plan, entry->part, number - 1) - plan->entries);
	added = plan->entries[last];
	memmove(plan->entries + at + 1, plan->entries + at, (last - at) * sizeof(*plan->entries));
	plan->entries[at] = added;
	return true;
}

bool own_plan_replace(struct own_plan *plan, size_t number, const struct own_entry *entry,
		      struct err *err)
{
	struct own_entry was;
	struct err ignored;

	if (!own_plan_remove(plan, entry->part, number, &was, err))
		return false;
	if (own_plan_insert(plan, number, entry, err))
		return true;
	/* It was there a moment ago, so it goes back in. */
	if (!own_plan_insert(plan, number, &was, &ignored))
		assert(false);
	return false;
}

/* A day that was once written in words of one's own is told in them. */
static void add_aim(const struct own_entry *entry, struct str *out)
{
	char day_text[DAY_TEXT_SIZE];
	struct day day;
	struct err none;

	if (entry->detail[0] != '\0' && day_read_iso(entry->detail, &day, &none))
		str_addf(out, "%s, by %s", entry->text, day_full(day, day_text));
	else
		str_addf(out, "%s%s%s", entry->text, entry->detail[0] != '\0' ? ", " : "",
			 entry->detail);
}

void own_entry_words(const struct own_entry *entry, struct str *out)
{
	bool after = false;

	switch (entry->part) {
	case OWN_PERSON:
	case OWN_CLINICIAN:
		str_addf(out, "%s%s%s%s%s", entry->head, entry->detail[0] != '\0' ? ", " : "",
			 entry->detail, entry->text[0] != '\0' ? ": " : "", entry->text);
		return;
	case OWN_IF_THEN:
		after = entry->detail[0] != '\0';
		str_addf(out, "[%s] %s%s%s", entry->head, after ? "if " : "", entry->detail,
			 after ? ", then " : "");
		break;
	case OWN_REWARD:
		str_addf(out, "%s: ", entry->head);
		break;
	case OWN_PRACTICE:
		str_addf(out, "%s%s", entry->head, entry->text[0] != '\0' ? ": " : "");
		break;
	case OWN_AIM:
		add_aim(entry, out);
		return;
	case OWN_GOAL:
		str_addf(out, "%s%s%s", entry->text, entry->detail[0] != '\0' ? ", " : "",
			 entry->detail);
		return;
	case OWN_REASON:
	case OWN_NOW_GOOD:
	case OWN_NOW_HARD:
	case OWN_CHANGE_GOOD:
	case OWN_CHANGE_HARD:
	case OWN_SIGN:
	case OWN_AVOID:
	case OWN_ACTIVITY:
	case OWN_AFTER:
	case OWN_SLEEP:
	case OWN_BREATHING:
	case OWN_PART_COUNT:
		break;
	}
	str_add(out, entry->text);
}
