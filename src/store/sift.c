/* SPDX-License-Identifier: MIT */
#include "store/sift.h"

#include <stdlib.h>

#include "base/mem.h"
#include "doses.h"

enum { PART = 1024, NO_LIMIT = -1 };

enum { BIND_PRODUCT = 7, BIND_TAG = 8, BIND_LIMIT = 9, BIND_UNIT = 10 };

/* Where a walk is: all doses up to it are done. */
struct place {
	int64_t wall, utc, id;
};

/* What is in the index is looked at there, and the table only for what passes. */
#define SIFT(index, more)                                                                          \
	"SELECT d.id, d.utc, d.utc_offset, d.milli, p.name, p.unit, d.tags, d.note"                \
	" FROM dose d INDEXED BY " index " CROSS JOIN product p ON p.id = d.product"               \
	" WHERE d.live = 1 AND d.wall >= ?1 AND d.wall < ?4 AND d.milli BETWEEN ?5 AND ?6"         \
	" AND (?7 IS NULL OR d.product IN (SELECT id FROM product WHERE lower(name) = ?7))" more   \
	" AND (?10 IS NULL OR d.product IN (SELECT id FROM product WHERE unit <> ?10))"            \
	" AND (d.wall > ?1 OR (d.utc, d.id) > (?2, ?3))"                                           \
	" ORDER BY d.wall, d.utc, d.id LIMIT ?9"

static bool prepare(sqlite3 *db, const struct sift *sift, const struct place *place, int limit,
		    sqlite3_stmt **stmt, struct err *err)
{
	static const char by_wall[] = SIFT("dose_wall", "");
	static const char by_tags[] =
		SIFT("dose_tags", " AND d.tags <> '' AND instr(lower(d.tags), ?8) > 0");
	const int64_t values[] = {place->wall,   place->utc,        place->id,
				  sift->span.to, sift->least_milli, sift->most_milli};

	if (!db_prepare(db, sift->tag != NULL ? by_tags : by_wall, values, 6, stmt, err))
		return false;
	if (sift->product != NULL)
		db_bind_text(*stmt, BIND_PRODUCT, sift->product);
	if (sift->tag != NULL)
		db_bind_text(*stmt, BIND_TAG, sift->tag);
	sqlite3_bind_int(*stmt, BIND_LIMIT, limit);
	if (sift->other_than != UNIT_NONE)
		db_bind_text(*stmt, BIND_UNIT, unit_name(sift->other_than));
	return true;
}

struct walk {
	struct store *store;
	const struct sift *sift;
	dose_visit *visit;
	void *context;
	bool ended; /* by visit */
};

static bool visit_one(struct walk *walk, const struct dose *dose, struct err *err)
{
	struct err inner = {.code = ERR_NONE};

	walk->ended = !walk->visit(walk->context, dose, &inner);
	if (!walk->ended || inner.code == ERR_NONE)
		return true;
	*err = inner;
	return false;
}

static bool walk_whole(struct walk *walk, struct err *err)
{
	const struct place begin = {walk->sift->span.from, INT64_MIN, INT64_MIN};
	sqlite3_stmt *stmt = NULL;
	struct dose dose;
	bool row = true;
	bool ok = handle_ready(walk->store, err) &&
		  prepare(walk->store->db, walk->sift, &begin, NO_LIMIT, &stmt, err);

	while (ok && !walk->ended && (ok = db_step(stmt, &row, err)) && row)
		ok = dose_read(stmt, &dose, err) && visit_one(walk, &dose, err);
	sqlite3_finalize(stmt);
	return ok;
}

/* The doses of one part, which own their texts. */
struct part {
	struct dose doses[PART];
	size_t count;
};

static void part_empty(struct part *part)
{
	for (size_t i = 0; i < part->count; i++)
		dose_free(&part->doses[i]);
	part->count = 0;
}

static bool part_read(const struct walk *walk, const struct place *place, struct part *part,
		      struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	struct dose dose;
	bool row = true;
	bool ok = handle_ready(walk->store, err) &&
		  prepare(walk->store->db, walk->sift, place, PART, &stmt, err);

	part_empty(part);
	while (ok && (ok = db_step(stmt, &row, err)) && row) {
		ok = dose_read(stmt, &dose, err);
		if (ok)
			dose_copy(&part->doses[part->count++], &dose);
	}
	sqlite3_finalize(stmt);
	return ok;
}

static bool walk_in_parts(struct walk *walk, struct err *err)
{
	struct place place = {walk->sift->span.from, INT64_MIN, INT64_MIN};
	struct part *part = mem_alloc(1, sizeof(*part));
	bool ok;

	do {
		ok = part_read(walk, &place, part, err);
		for (size_t i = 0; ok && !walk->ended && i < part->count; i++) {
			const struct dose *dose = &part->doses[i];

			place = (struct place){dose_wall(dose), dose->utc, dose->id};
			ok = visit_one(walk, dose, err);
		}
	} while (ok && !walk->ended && part->count == PART);
	part_empty(part);
	free(part);
	return ok;
}

/* Most logs are in one unit: then there is nothing to look for. */
static bool any_other(struct store *store, enum unit unit, bool *any, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	bool ok = handle_ready(store, err) &&
		  db_prepare(store->db, "SELECT 1 FROM product WHERE unit <> ?1", NULL, 0, &stmt,
			     err);

	if (ok) {
		db_bind_text(stmt, 1, unit_name(unit));
		ok = db_step(stmt, any, err);
	}
	sqlite3_finalize(stmt);
	return ok;
}

struct sift sift_all(struct span span)
{
	return (struct sift){
		.span = span, .least_milli = 0, .most_milli = AMOUNT_MAX / AMOUNT_MILLI};
}

bool store_dose_sift(struct store *store, const struct sift *sift, bool in_parts, dose_visit *visit,
		     void *context, struct err *err)
{
	struct walk walk = {.store = store, .sift = sift, .visit = visit, .context = context};

	bool any = true;

	if (sift->other_than != UNIT_NONE && !any_other(store, sift->other_than, &any, err))
		return false;
	if (!any)
		return true;
	return in_parts ? walk_in_parts(&walk, err) : walk_whole(&walk, err);
}
