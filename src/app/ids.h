/* SPDX-License-Identifier: MIT */
/*
 * The ids of everything in a document: whether a store that is new can keep them.
 */
#ifndef APP_IDS_H
#define APP_IDS_H

#include "engine/record.h"

struct ids {
	unsigned char *bits; /* owned; a bit an id */
	size_t cap;          /* bytes */
	int64_t count, last, last_revision;
	bool unfit; /* one is missing, there twice or too large, or revisions are out of order */
};

void ids_add(struct ids *ids, const struct record *record);
void ids_free(struct ids *ids);

/* The largest; 0 where they can't be kept. */
int64_t ids_last(const struct ids *ids);

#endif
