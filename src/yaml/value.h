/* SPDX-License-Identifier: MIT */
/*
 * Texts of a loaded file into amounts, percentages, times, whole numbers and words, with the very readers the command
 * line uses, so that a mistake reads the same from both; each is told at the place of its value.
 */
#ifndef VALUE_H
#define VALUE_H

#include "base/problems.h"
#include "engine/amount.h"
#include "tree.h"

#include <stdint.h>

/* One file being read. */
struct reading {
	const struct tree *tree;
	struct problems *problems;
	enum unit unit; /* of its amounts; UNIT_NONE while not known: any is taken then */
};

/* A text and where it stands; text is NULL for what the file does not say (or says wrongly, which has been told). */
struct value {
	const struct node *node;
	const char *text;
};

/* The value of a key of the map, from the text libcyaml loaded for it. */
struct value value_of(const struct reading *reading, const struct node *map, const char *key,
		      const char *text);

/* The same for an item of a list. */
struct value value_item(const struct node *node, const char *text);

/*
 * Each reads a value: true where there is one and it is good. False, with the output untouched and the mistake told,
 * where it is not; silently where there is none.
 */
bool value_text(struct reading *reading, struct value value, char *buf, size_t size);
bool value_word(struct reading *reading, struct value value, char *buf, size_t size);
bool value_amount(struct reading *reading, struct value value, struct amount *amount);
bool value_rate(struct reading *reading, struct value value, struct rate *rate);
bool value_minute(struct reading *reading, struct value value, int16_t *minute);
bool value_unit(struct reading *reading, struct value value, enum unit *unit);
bool value_bool(struct reading *reading, struct value value, bool *answer);
bool value_whole(struct reading *reading, struct value value, int32_t least, int32_t most,
		 int32_t *number);

/* The index of the value among the words; the key is named in the mistake. */
bool value_choice(struct reading *reading, struct value value, const char *const *words,
		  size_t count, size_t *index);

/* Tells a mistake at the value's place. */
void value_wrong(struct reading *reading, const struct node *node, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

#endif
