/* SPDX-License-Identifier: MIT */
/*
 * A person's own plan for hard moments: people, reasons, signs, if-then plans and the rest, as entries of one shape. The
 * table of parts says what each is called and what it holds. Does not know the file it is kept in.
 */
#ifndef ENGINE_OWN_H
#define ENGINE_OWN_H

#include "base/str.h"

enum { OWN_HEAD_SIZE = 64, OWN_DETAIL_SIZE = 120, OWN_TEXT_SIZE = 240, OWN_PART_MAX = 40 };

enum own_part {
	OWN_PERSON,
	OWN_CLINICIAN,
	OWN_REASON,
	OWN_NOW_GOOD, /* pros and cons: of going on as now, and of changing */
	OWN_NOW_HARD,
	OWN_CHANGE_GOOD,
	OWN_CHANGE_HARD,
	OWN_SIGN,
	OWN_IF_THEN,
	OWN_AVOID,
	OWN_ACTIVITY,
	OWN_AFTER,
	OWN_PRACTICE, /* something for each day, by name; app/practice.h counts the days */
	OWN_AIM,
	OWN_REWARD,
	OWN_SLEEP,
	OWN_BREATHING,
	OWN_GOAL,
	OWN_PART_COUNT
};

/* One entry; "" where nothing was said. What a field holds depends on the part. */
struct own_entry {
	enum own_part part;
	char head[OWN_HEAD_SIZE]; /* a name, a tag, when a reward is due */
	char detail
		[OWN_DETAIL_SIZE]; /* a number, the "if" of a plan, by when, what the goal costs */
	char text[OWN_TEXT_SIZE];  /* the words themselves, or a note */
};

struct own_plan {
	struct own_entry *entries; /* owned; part by part, in the person's order */
	size_t count, cap;
};

#define OWN_PLAN_INIT                                                                              \
	{                                                                                          \
		.entries = NULL                                                                    \
	}

/* How a part is called and written. A key of NULL is a field it does not have. */
struct own_shape {
	const char *word;  /* on the command line: "if-then" */
	const char *key;   /* in the file: "plans" */
	const char *title; /* for a person: "If ... then" */
	const char *usage; /* what follows the word: "TAG [IF] THEN" */
	const char *head, *detail,
		*text; /* keys of its fields; all NULL where it is a text alone */
	bool head_needed, text_needed;
	bool single; /* there is at most one */
};

const struct own_shape *own_shape(enum own_part part);

/* The part of a word of the command line. ERR_USAGE names the nearest. */
MUST_USE bool own_part_read(const char *word, enum own_part *part, struct err *err);

void own_plan_free(struct own_plan *plan);

/*
 * Adds an entry after those of its part, its texts as one harmless line each; one of a part there is only one of takes its
 * place. ERR_INVALID where a needed field is missing, one is too long, or it is there already.
 */
MUST_USE bool own_plan_add(struct own_plan *plan, const struct own_entry *entry, struct err *err);

/* The same, but as number number of its part, from 1, where there are so many; what is there goes one further. */
MUST_USE bool own_plan_insert(struct own_plan *plan, size_t number, const struct own_entry *entry,
			      struct err *err);

/* Puts an entry in the place of the one of that number. ERR_NOT_FOUND; ERR_INVALID as above. */
MUST_USE bool own_plan_replace(struct own_plan *plan, size_t number, const struct own_entry *entry,
			       struct err *err);

/* Takes the entry of that number, from 1, out of its part; *removed is what it was. ERR_NOT_FOUND. */
MUST_USE bool own_plan_remove(struct own_plan *plan, enum own_part part, size_t number,
			      struct own_entry *removed, struct err *err);

/* Entry number i of a part, from 0, or NULL. Borrowed until the plan changes. */
const struct own_entry *own_plan_entry(const struct own_plan *plan, enum own_part part, size_t i);

size_t own_plan_count(const struct own_plan *plan, enum own_part part);

/* The parts a decisional balance has, in the order of its four boxes. */
enum { OWN_BOXES = 4 };
extern const enum own_part own_boxes[OWN_BOXES];

/* True where they are of one part and say the same. */
bool own_entry_same(const struct own_entry *a, const struct own_entry *b);

/* Adds one entry as "name, number: note", or as the words it is. */
void own_entry_words(const struct own_entry *entry, struct str *out);

#endif
