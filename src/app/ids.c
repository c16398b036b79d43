/* SPDX-License-Identifier: MIT */
#include "ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A store that was used has gaps; one document should not make a new one sparse. */
enum { ID_MAX = 1 << 28, GAP_MOST = 64, SPARE = 4096 };

static bool mark(struct ids *ids, int64_t id)
{
	size_t byte = (size_t)(id / 8), before = ids->cap;
	unsigned char bit = (unsigned char)(1u << (id % 8));

	ids->bits = mem_grow(ids->bits, &ids->cap, byte + 1, 1);
	memset(ids->bits + before, 0, ids->cap - before);
	if ((ids->bits[byte] & bit) != 0)
		return false;
	ids->bits[byte] |= bit;
	return true;
}

void ids_add(struct ids *ids, const struct record *record)
{
	int64_t id = record_id(record);

	if (ids->unfit)
		return;
	if (id < 1 || id > ID_MAX || !mark(ids, id)) {
		ids->unfit = true;
		return;
	}
	if (record->kind == RECORD_REVISION) {
		ids->unfit = id < ids->last_revision;
		ids->last_revision = id;
	}
	ids->count++;
	if (id > ids->last)
		ids->last = id;
}

void ids_free(struct ids *ids)
{
	free(ids->bits);
	ids->bits = NULL;
}

int64_t ids_last(const struct ids *ids)
{
	return ids->unfit || ids->last > ids->count * GAP_MOST + SPARE ? 0 : ids->last;
}
