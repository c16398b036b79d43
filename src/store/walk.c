/* SPDX-License-Identifier: MIT */
#include "doses.h"
#include "engine/baseline.h"

#include <stdlib.h>

#include "base/mem.h"
#include "entries.h"

#define IN_RANGE " WHERE live = 1 AND wall >= ?1 AND wall < ?2"

bool store_dose_walk(struct store *store, struct span span, bool backward, dose_visit *visit,
		     void *context, struct err *err)
{
	static const char forwards[] = DOSE_COLUMNS IN_RANGE " ORDER BY d.wall, d.utc, d.id";
	static const char backwards[] =
		DOSE_COLUMNS IN_RANGE " ORDER BY d.wall DESC, d.utc DESC, d.id DESC";
	const int64_t range[] = {span.from, span.to};
	struct err inner = {.code = ERR_NONE};
	sqlite3_stmt *stmt;
	struct dose dose;
	bool row = false, ok;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db, backward ? backwards : forwards, range, 2, &stmt, err);
	while (ok && (ok = db_step(stmt, &row, err)) && row) {
		ok = dose_read(stmt, &dose, err);
		if (ok && !visit(context, &dose, &inner))
			break;
	}
	sqlite3_finalize(stmt);
	if (ok && inner.code != ERR_NONE) {
		*err = inner;
		return false;
	}
	return ok;
}

bool store_tag_walk(struct store *store, struct span span, tag_visit *visit, void *context,
		    struct err *err)
{
	static const char tagged[] =
		"SELECT wall, tags FROM dose" IN_RANGE " AND tags <> '' ORDER BY wall";
	const int64_t range[] = {span.from, span.to};
	sqlite3_stmt *stmt;
	bool row = false, ok;

	if (!handle_ready(store, err))
		return false;
	ok = db_prepare(store->db, tagged, range, 2, &stmt, err);
	while (ok && (ok = db_step(stmt, &row, err)) && row) {
		const unsigned char *tags = sqlite3_column_text(stmt, 1);

		if (tags != NULL)
			visit(context, sqlite3_column_int64(stmt, 0), (const char *)tags);
	}
	sqlite3_finalize(stmt);
	return ok;
}

/* The products of one unit, in order of their numbers. */
struct products {
	int64_t *ids;
	size_t count, cap;
	bool all;     /* there are no others */
	int64_t last; /* asked for last, and what the answer was */
	bool last_has;
};

static bool products_load(sqlite3 *db, enum unit unit, struct products *products, struct err *err)
{
	sqlite3_stmt *stmt;
	bool row = false;
	bool ok = db_prepare(db, "SELECT id, unit = ?1 FROM product ORDER BY id", NULL, 0, &stmt,
			     err);

	products->all = true;
	if (ok)
		db_bind_text(stmt, 1, unit_name(unit));
	while (ok && (ok = db_step(stmt, &row, err)) && row) {
		if (sqlite3_column_int(stmt, 1) == 0) {
			products->all = false;
			continue;
		}
		products->ids = mem_grow(products->ids, &products->cap, products->count + 1,
					 sizeof(products->ids[0]));
		products->ids[products->count++] = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return ok;
}

static int compare_ids(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

static bool products_have(struct products *products, int64_t id)
{
	if (id != products->last) {
		products->last = id;
		products->last_has =
			products->count > 0 && bsearch(&id, products->ids, products->count,
						       sizeof(id), compare_ids) != NULL;
	}
	return products->last_has;
}

/* One entry of the covering index. */
struct point {
	int64_t wall;
	struct amount amount;
};

typedef void take_point(void *context, const struct point *point);

/* What the scan hands its rows to. */
struct scan {
	struct products products;
	take_point *take;
	void *context;
	int64_t from, to; /* of the rows that are still to come */
	bool damaged;
};

/* An index that is out of order or beyond what was asked for leads a caller beyond its days. */
static void scan_point(struct scan *scan, sqlite3_value *wall, sqlite3_value *amount)
{
	struct point point = {.wall = sqlite3_value_int64(wall)};
	int64_t milli = sqlite3_value_int64(amount);

	if (milli < 0 || milli > AMOUNT_MAX / AMOUNT_MILLI || point.wall < scan->from ||
	    point.wall >= scan->to) {
		scan->damaged = true;
		return;
	}
	scan->from = point.wall;
	point.amount = amount_from_milli(milli);
	scan->take(scan->context, &point);
}

static void scan_row(sqlite3_context *call, int count, sqlite3_value **values)
{
	(void)count;
	scan_point(sqlite3_user_data(call), values[0], values[1]);
}

static void scan_row_of_unit(sqlite3_context *call, int count, sqlite3_value **values)
{
	struct scan *scan = sqlite3_user_data(call);

	(void)count;
	if (products_have(&scan->products, sqlite3_value_int64(values[2])))
		scan_point(scan, values[0], values[1]);
}

static void scan_end(sqlite3_context *call)
{
	sqlite3_result_null(call);
}

/* Without a look at what is the same for every row: of another unit, or beyond the last. */
static const char *scan_sql(bool all_products, bool bounded)
{
#define SCAN(columns, range)                                                                       \
	"SELECT taper_scan(" columns ") FROM dose INDEXED BY dose_wall"                            \
	" WHERE live = 1 AND wall >= ?1" range
	static const char *const sql[2][2] = {
		{SCAN("wall, milli, product", ""), SCAN("wall, milli, product", " AND wall < ?2")},
		{SCAN("wall, milli", ""), SCAN("wall, milli", " AND wall < ?2")},
	};
#undef SCAN

	return sql[all_products][bounded];
}

/*
 * Steps the index alone and adds up here, because a GROUP BY costs several times as much; as an
 * aggregate, because a million calls of sqlite3_step cost twice as much as the index itself.
 */
static bool scan_index(sqlite3 *db, const int64_t range[2], struct scan *scan, struct err *err)
{
	static const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	bool all = scan->products.all;
	int64_t nothing = 0, beyond = 0;
	bool bounded;

	if (scan->products.count == 0)
		return true;
	if (sqlite3_create_function_v2(db, "taper_scan", all ? 2 : 3, flags, scan, NULL,
				       all ? scan_row : scan_row_of_unit, scan_end,
				       NULL) != SQLITE_OK)
		return db_fail(db, err);
	if (!db_number(db, "SELECT 1 FROM dose WHERE live = 1 AND wall >= ?1 LIMIT 1", &range[1], 1,
		       &beyond, err))
		return false;
	bounded = beyond == 1;
	return db_number(db, scan_sql(all, bounded), range, bounded ? 2 : 1, &nothing, err) &&
	       (!scan->damaged || db_damaged(db, err));
}

static bool each_point(struct store *store, const int64_t range[2], enum unit unit,
		       take_point *take, void *context, struct err *err)
{
	struct scan scan = {.products = {.last = -1},
			    .take = take,
			    .context = context,
			    .from = range[0],
			    .to = range[1]};
	bool ok;

	if (!store_look(store, err))
		return false;
	ok = products_load(store->db, unit, &scan.products, err) &&
	     scan_index(store->db, range, &scan, err);
	store_looked(store);
	free(scan.products.ids);
	return ok;
}

struct intakes {
	int16_t day_starts;
	struct intake *items;
	size_t count, cap;
};

static void add_intake(void *context, const struct point *point)
{
	struct intakes *list = context;
	struct day day = moment_counts_for(point->wall, list->day_starts);

	list->items = mem_grow(list->items, &list->cap, list->count + 1, sizeof(list->items[0]));
	list->items[list->count++] = (struct intake){
		.day = day,
		.minute = (int16_t)(point->wall - (int64_t)day.n * MINUTES_A_DAY),
		.amount = point->amount,
	};
}

bool store_intakes(struct store *store, struct gather gather, struct intake **intakes,
		   size_t *count, struct err *err)
{
	const int64_t range[] = {gather.span.from, gather.span.to};
	struct intakes list = {.day_starts = gather.day_starts};

	if (!each_point(store, range, gather.unit, add_intake, &list, err)) {
		free(list.items);
		return false;
	}
	*intakes = list.items;
	*count = list.count;
	return true;
}

/* The day that is being added up. */
struct adding {
	int16_t day_starts;
	struct day_total total; /* no entries before the first dose */
	int64_t until;          /* first wall minute after it */
	total_visit *visit;
	void *context;
};

static void end_day(const struct adding *adding)
{
	if (adding->total.entries > 0)
		adding->visit(adding->context, &adding->total);
}

static void add_to_total(void *context, const struct point *point)
{
	struct adding *adding = context;
	struct day_total *total = &adding->total;

	if (total->entries == 0 || point->wall >= adding->until) {
		struct day day = moment_counts_for(point->wall, adding->day_starts);

		end_day(adding);
		*total = (struct day_total){.day = day};
		adding->until = ((int64_t)day.n + 1) * MINUTES_A_DAY + adding->day_starts;
	}
	/* A million absurd doses in one day must not overflow. */
	if (total->taken.nano <= INT64_MAX - point->amount.nano)
		total->taken.nano += point->amount.nano;
	total->entries++;
	if (point->amount.nano > 0)
		total->doses++;
}

bool store_day_totals(struct store *store, struct gather gather, total_visit *visit, void *context,
		      struct err *err)
{
	const int64_t range[] = {gather.span.from, gather.span.to};
	struct adding adding = {
		.day_starts = gather.day_starts, .visit = visit, .context = context};

	if (!each_point(store, range, gather.unit, add_to_total, &adding, err))
		return false;
	end_day(&adding);
	return true;
}

bool store_dose_range(struct store *store, bool *any, int64_t *first_wall, int64_t *last_wall,
		      struct err *err)
{
	sqlite3_stmt *stmt;
	bool row = false, some = false;
	int64_t first = 0, last = 0;
	bool ok = handle_ready(store, err) &&
		  db_prepare(store->db,
			     "SELECT (SELECT min(wall) FROM dose WHERE live = 1),"
			     " (SELECT max(wall) FROM dose WHERE live = 1)",
			     NULL, 0, &stmt, err);

	if (!ok)
		return false;
	ok = db_step(stmt, &row, err);
	if (ok && row && sqlite3_column_type(stmt, 0) != SQLITE_NULL) {
		first = sqlite3_column_int64(stmt, 0);
		last = sqlite3_column_int64(stmt, 1);
		some = true;
		ok = (entry_wall_fits(first) && entry_wall_fits(last)) ||
		     db_damaged(store->db, err);
	}
	if (ok)
		*any = some;
	if (ok && some) {
		*first_wall = first;
		*last_wall = last;
	}
	sqlite3_finalize(stmt);
	return ok;
}
