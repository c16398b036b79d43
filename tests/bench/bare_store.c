/* SPDX-License-Identifier: MIT */
/*
 * bare_store WORK STORE [DAY]: what one process pays SQLite for one work of taper's on the same rows, and nothing else. DAY is
 * today, in days since 1970; days begin at four in the morning, as taper's do.
 *   today   the doses of the day, and what the newest plan has for it
 *   last    the totals of the last thirty days
 *   all     the total of every day
 *   add     one dose and its entry in the list of changes, as durable as taper's
 *   import  CSV from standard input into a new store whose schema is in STORE.sql
 */
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_MINUTES = 1440, DAY_STARTS = 240, LAST_DAYS = 30 };

static sqlite3 *db;

static void want(int result)
{
	if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE)
		return;
	fprintf(stderr, "bare_store: %s\n", db != NULL ? sqlite3_errmsg(db) : "no memory");
	exit(EXIT_FAILURE);
}

static sqlite3_stmt *prepare(const char *sql, int64_t first, int64_t second)
{
	sqlite3_stmt *stmt;

	want(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL));
	if (sqlite3_bind_parameter_count(stmt) > 0)
		sqlite3_bind_int64(stmt, 1, first);
	if (sqlite3_bind_parameter_count(stmt) > 1)
		sqlite3_bind_int64(stmt, 2, second);
	return stmt;
}

static int64_t begins(int64_t day)
{
	return day * DAY_MINUTES + DAY_STARTS;
}

static bool next(sqlite3_stmt *stmt)
{
	int result = sqlite3_step(stmt);

	want(result);
	if (result == SQLITE_DONE)
		sqlite3_finalize(stmt);
	return result == SQLITE_ROW;
}

static void print_plan(int64_t day)
{
	sqlite3_stmt *stmt =
		prepare("SELECT level.target, part.amount, slot.minute FROM revision"
			" JOIN level ON level.revision = revision.row"
			" JOIN part ON part.revision = revision.row AND part.level = level.idx"
			" JOIN slot ON slot.revision = revision.row AND slot.idx = part.slot"
			" WHERE revision.row = (SELECT max(row) FROM revision WHERE live = 1 AND "
			"from_day <= ?1)"
			" AND level.first_day <= ?1 AND (level.days = 0 OR level.first_day + "
			"level.days > ?1)",
			day, 0);

	while (next(stmt))
		printf("%lld %lld %d\n", (long long)sqlite3_column_int64(stmt, 0),
		       (long long)sqlite3_column_int64(stmt, 1), sqlite3_column_int(stmt, 2));
}

static void print_today(int64_t day)
{
	sqlite3_stmt *stmt = prepare(
		"SELECT wall, milli, tags, name FROM dose JOIN product ON product.id = dose.product"
		" WHERE live = 1 AND wall >= ?1 AND wall < ?2 ORDER BY wall",
		begins(day), begins(day + 1));
	int64_t sum = 0;

	while (next(stmt)) {
		int minute = (int)(sqlite3_column_int64(stmt, 0) % DAY_MINUTES);

		sum += sqlite3_column_int64(stmt, 1);
		printf("%02d:%02d %s\n", minute / 60, minute % 60, sqlite3_column_text(stmt, 3));
	}
	printf("%lld\n", (long long)sum);
}

/* Summed here, over the rows in order: the quickest way there is. */
static void print_days(int64_t first, int64_t last)
{
	sqlite3_stmt *stmt = prepare("SELECT wall, milli FROM dose WHERE live = 1"
				     " AND wall >= ?1 AND wall < ?2 ORDER BY wall",
				     first, last);
	int64_t day = INT64_MIN, sum = 0;

	while (next(stmt)) {
		int64_t of = (sqlite3_column_int64(stmt, 0) - DAY_STARTS) / DAY_MINUTES;

		if (of != day && day != INT64_MIN)
			printf("%lld %lld\n", (long long)day, (long long)sum);
		sum = of != day ? 0 : sum;
		day = of;
		sum += sqlite3_column_int64(stmt, 1);
	}
	printf("%lld %lld\n", (long long)day, (long long)sum);
}

static void execute(const char *sql)
{
	want(sqlite3_exec(db, sql, NULL, NULL, NULL));
}

static void add(int64_t day)
{
	sqlite3_stmt *stmt;
	int64_t row = 1;

	execute("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE");
	stmt = prepare("SELECT last + 1 FROM change ORDER BY id DESC LIMIT 1", 0, 0);
	while (next(stmt))
		row = sqlite3_column_int64(stmt, 0);
	stmt = prepare("INSERT INTO change(at, what, first, last) VALUES(0, 'log 2.5 g', ?1, ?1)",
		       row, 0);
	(void)next(stmt);
	execute("INSERT OR IGNORE INTO product(name, unit) VALUES('leaf', 'g')");
	stmt = prepare(
		"INSERT INTO dose(row, id, utc, utc_offset, wall, milli, product, tags, note)"
		" SELECT ?1, ?1, ?2 * 60, 0, ?2, 2500, id, '', '' FROM product"
		" WHERE name = 'leaf' AND unit = 'g'",
		row, begins(day) + 600);
	(void)next(stmt);
	execute("COMMIT");
	stmt = prepare("SELECT sum(milli) FROM dose WHERE live = 1 AND wall >= ?1 AND wall < ?2",
		       begins(day), begins(day + 1));
	while (next(stmt))
		printf("logged; %lld today\n", (long long)sqlite3_column_int64(stmt, 0));
}

/* Year, month and day to days since 1970. */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
	int64_t shifted = year - (month <= 2),
		of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + of_year - 719468;
}

static void run_file(const char *path)
{
	static char sql[65536];
	FILE *file = fopen(path, "r");

	if (file == NULL)
		exit(EXIT_FAILURE);
	sql[fread(sql, 1, sizeof(sql) - 1, file)] = '\0';
	fclose(file);
	execute(sql);
}

/* A line is ID,YYYY-MM-DDTHH:MM:00+00:00,GRAMS.MMM,... */
static void import(const char *store)
{
	static char line[4096], path[4096];
	sqlite3_stmt *stmt;
	int64_t row = 0;

	snprintf(path, sizeof(path), "%s.sql", store);
	execute("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE; PRAGMA cache_size = "
		"-8000; BEGIN");
	run_file(path);
	stmt = prepare(
		"INSERT INTO dose(row, id, utc, utc_offset, wall, milli, product, tags, note)"
		" VALUES(?1, ?1, ?2 * 60, 0, ?2, ?3, 1, ?4, '')",
		0, 0);
	if (fgets(line, sizeof(line), stdin) == NULL)
		exit(EXIT_FAILURE);
	while (fgets(line, sizeof(line), stdin) != NULL) {
		char *at = strchr(line, ',') + 1, *amount = strchr(at, ',') + 1, *tags = amount,
		     *end;
		int64_t day = days_of(strtol(at, NULL, 10), strtol(at + 5, NULL, 10),
				      strtol(at + 8, NULL, 10));
		int64_t minute = day * DAY_MINUTES + strtol(at + 11, NULL, 10) * 60 +
				 strtol(at + 14, NULL, 10);

		for (int commas = 0; commas < 3; tags++)
			commas += *tags == ',';
		end = strchr(tags, ',');
		sqlite3_bind_int64(stmt, 1, ++row);
		sqlite3_bind_int64(stmt, 2, minute);
		sqlite3_bind_int64(
			stmt, 3, strtol(amount, &amount, 10) * 1000 + strtol(amount + 1, NULL, 10));
		sqlite3_bind_text(stmt, 4, tags, (int)(end - tags), SQLITE_STATIC);
		want(sqlite3_step(stmt));
		sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	execute("COMMIT");
	printf("%lld\n", (long long)row);
}

int main(int argc, char **argv)
{
	const char *work = argc > 2 ? argv[1] : "";
	int64_t day = argc > 3 ? strtol(argv[3], NULL, 10) : 0;
	bool writes = strcmp(work, "add") == 0 || strcmp(work, "import") == 0;

	if (argc < 3)
		return EXIT_FAILURE;
	want(sqlite3_open_v2(
		argv[2], &db,
		writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY, NULL));
	if (strcmp(work, "today") == 0) {
		print_today(day);
		print_plan(day);
	} else if (strcmp(work, "last") == 0) {
		print_days(begins(day - LAST_DAYS + 1), begins(day + 1));
	} else if (strcmp(work, "all") == 0) {
		print_days(INT64_MIN, INT64_MAX);
	} else if (strcmp(work, "add") == 0) {
		add(day);
	} else {
		import(argv[2]);
	}
	sqlite3_close(db);
	return EXIT_SUCCESS;
}
