/* SPDX-License-Identifier: MIT */
#include "claims.h"

#include <stdlib.h>

#include "base/mem.h"

/* More rows than any file of taper's can hold. */
#define ROW_MAX INT64_C(4000000000)

static bool load_offsets(struct claims *claims, sqlite3 *db, struct err *err)
{
	sqlite3_stmt *stmt;
	bool row = false;
	bool ok = db_prepare(db, "SELECT DISTINCT utc_offset FROM dose WHERE live = 1", NULL, 0,
			     &stmt, err);

	while (ok && (ok = db_step(stmt, &row, err)) && row) {
		claims->offsets = mem_grow(claims->offsets, &claims->offset_cap,
					   claims->offset_count + 1, sizeof(claims->offsets[0]));
		claims->offsets[claims->offset_count++] = (int16_t)sqlite3_column_int(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return ok;
}

bool claims_open(struct claims *claims, sqlite3 *db, struct err *err)
{
	*claims = (struct claims){.find = NULL};
	if (!load_offsets(claims, db, err))
		return false;
	if (claims->offset_count == 0)
		return true;
	if (!db_number(db, "SELECT max(row) FROM dose", NULL, 0, &claims->last_row, err))
		return false;
	if (claims->last_row < 0 || claims->last_row > ROW_MAX)
		return db_damaged(db, err);
	claims->bits = mem_alloc((size_t)claims->last_row / 8 + 1, 1);
	/*
	 * The index is by the time on the wall, which an equal dose may have with another offset:
	 * so each is tried.
	 */
	return db_prepare(db,
			  "SELECT row FROM dose WHERE live = 1 AND wall = ?1 AND product = ?2"
			  " AND milli = ?3 AND row > ?4 AND row <= ?5 AND utc = ?6"
			  " AND utc_offset = ?7 ORDER BY row",
			  NULL, 0, &claims->find, err);
}

void claims_close(struct claims *claims)
{
	sqlite3_finalize(claims->find);
	free(claims->bits);
	free(claims->offsets);
	*claims = (struct claims){.find = NULL};
}

static bool is_claimed(const struct claims *claims, int64_t row)
{
	return (claims->bits[row / 8] >> (row % 8) & 1) != 0;
}

/* What is looked for: a row after `after` that equals dose, with this offset. */
struct claim {
	const struct dose *dose;
	int64_t product;
	int16_t utc_offset;
	int64_t after;
};

/* The first such row that is not claimed; 0 where there is none. */
static bool find_free(struct claims *claims, const struct claim *claim, int64_t *found,
		      struct err *err)
{
	const struct dose *dose = claim->dose;
	const struct moment wall = moment_from_utc(dose->utc, claim->utc_offset);
	const int64_t values[] = {
		moment_wall(wall), claim->product, amount_milli(dose->amount), claim->after,
		claims->last_row,  dose->utc,      claim->utc_offset,
	};
	bool row = false;

	for (int i = 0; i < (int)(sizeof(values) / sizeof(values[0])); i++)
		sqlite3_bind_int64(claims->find, i + 1, values[i]);
	*found = 0;
	while (*found == 0) {
		if (!db_step(claims->find, &row, err))
			return false;
		if (!row)
			return true;
		if (!is_claimed(claims, sqlite3_column_int64(claims->find, 0)))
			*found = sqlite3_column_int64(claims->find, 0);
	}
	sqlite3_reset(claims->find);
	return true;
}

static bool asked_last(const struct claims *claims, const struct dose *dose, int64_t product)
{
	return claims->asked_utc == dose->utc && claims->asked_nano == dose->amount.nano &&
	       claims->asked_product == product;
}

bool claims_take(struct claims *claims, const struct dose *dose, int64_t product, bool *there,
		 struct err *err)
{
	size_t start = 0;
	int64_t after = 0;

	*there = false;
	if (claims->find == NULL || product == 0)
		return true;
	/*
	 * A long run of equal doses goes on where the last was found, not through all of them
	 * again.
	 */
	if (asked_last(claims, dose, product)) {
		start = claims->go_offset;
		after = claims->go_row;
	}
	for (size_t i = start; i < claims->offset_count && !*there; i++) {
		const struct claim claim = {
			.dose = dose,
			.product = product,
			.utc_offset = claims->offsets[i],
			.after = after,
		};
		int64_t row;

		if (!find_free(claims, &claim, &row, err))
			return false;
		*there = row != 0;
		after = row;
		claims->go_offset = i + (*there ? 0 : 1);
	}
	claims->go_row = after;
	if (*there)
		claims->bits[after / 8] |= (unsigned char)(1u << (after % 8));
	claims->asked_utc = dose->utc;
	claims->asked_nano = dose->amount.nano;
	claims->asked_product = product;
	return true;
}
