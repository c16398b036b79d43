/* SPDX-License-Identifier: MIT */
/*
 * Whatever the system refuses, and whenever: a change is made whole or not at all, and what was said
 * to be done is there. FAULT_STEP tries every so many calls only (1 in make torture, else 7 where an
 * operation needs many).
 */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/handle.h"
#include "store/migrate.h"
#include "store_faults.h"

enum { PATH_SIZE = KIT_PATH_SIZE + 64, FEW_CALLS = 60, IMPORTED = 400 };

static const struct day today = {.n = 20778};

struct scene {
	struct kit_place place;
	char backups[PATH_SIZE], copy[PATH_SIZE];
	struct str model; /* the store's bytes before */
};

/* What is tried; true where it says that it is done. */
typedef bool operation(const struct scene *scene, struct err *err);

static bool with_store(const struct scene *scene, bool (*work)(struct store *, struct err *),
		       struct err *err)
{
	struct store *store;
	bool ok;

	if (!store_open(scene->place.path, scene->backups, &store, err))
		return false;
	store_keep_daily(store, today);
	ok = work(store, err);
	store_close(store);
	return ok;
}

static bool do_log(struct store *store, struct err *err)
{
	struct dose dose = kit_dose(60, 0, 1234);
	int64_t id;

	return store_dose_add(store, &dose, 1, "log", &id, err);
}

static bool do_edit(struct store *store, struct err *err)
{
	struct dose dose = kit_dose(60, 0, 4321);

	dose.id = 1;
	return store_dose_edit(store, &dose, 1, "edit", err);
}

static bool do_undo(struct store *store, struct err *err)
{
	struct change change;

	return store_undo(store, &change, err);
}

static bool next_dose(void *context, struct dose *dose)
{
	int *left = context;

	*dose = kit_dose(600 + 60 * *left, 0, 100);
	return --*left >= 0;
}

static bool do_import(struct store *store, struct err *err)
{
	int left = IMPORTED;
	struct dose_import asked = {
		.source = next_dose, .context = &left, .now_utc = 5, .what = "import"};

	return store_dose_import(store, &asked, err);
}

static bool do_revise(struct store *store, struct err *err)
{
	struct revision revision = kit_revision(1);
	bool ok = store_revision_add(store, &revision, 1, "start", err);

	revision_free(&revision);
	return ok;
}

static bool try_log(const struct scene *scene, struct err *err)
{
	return with_store(scene, do_log, err);
}

static bool try_edit(const struct scene *scene, struct err *err)
{
	return with_store(scene, do_edit, err);
}

static bool try_undo(const struct scene *scene, struct err *err)
{
	return with_store(scene, do_undo, err);
}

static bool try_import(const struct scene *scene, struct err *err)
{
	return with_store(scene, do_import, err);
}

static bool try_revise(const struct scene *scene, struct err *err)
{
	return with_store(scene, do_revise, err);
}

static bool try_restore(const struct scene *scene, struct err *err)
{
	char *aside = NULL;
	bool ok = store_restore(scene->place.path, scene->copy, scene->backups, today, &aside, err);

	free(aside);
	return ok;
}

/* An update to a format that is still to come. */
static bool try_update(const struct scene *scene, struct err *err)
{
	const char *const sql[] = {store_steps.sql[0], "ALTER TABLE dose ADD COLUMN mood TEXT",
				   "CREATE TABLE mood(id INTEGER PRIMARY KEY) STRICT"};
	const struct steps steps = {.sql = sql, .count = 3};
	sqlite3 *db;
	bool ok;

	if (!db_open(scene->place.path, 0, &db, err))
		return false;
	ok = migrate(db, &steps, scene->backups, err);
	sqlite3_close(db);
	return ok;
}

static struct str look(const char *path)
{
	static const char *const questions[] = {
		"SELECT group_concat(row || ':' || id || ':' || milli || ':' || live) FROM dose",
		"SELECT group_concat(id || what || ':' || undone || ':' || last) FROM change",
		"SELECT count(*) FROM part",
		"SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)",
		"PRAGMA user_version",
		"PRAGMA integrity_check",
		"SELECT count(*) FROM pragma_foreign_key_check",
	};
	struct str out = STR_INIT;
	struct err err;
	sqlite3 *db;

	kit_ok(db_open_there(path, 0, &db, &err), &err);
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
		sqlite3_stmt *stmt;
		bool row = false;

		kit_ok(db_prepare(db, questions[i], NULL, 0, &stmt, &err), &err);
		kit_ok(db_step(stmt, &row, &err), &err);
		str_addf(&out, "%s\n", db_text(stmt, 0));
		sqlite3_finalize(stmt);
	}
	sqlite3_close(db);
	assert_non_null(strstr(out.data, "\nok\n0\n"));
	return out;
}

/* As before, in a folder in which nothing else is. */
static void set_up(struct scene *scene)
{
	struct err err;

	kit_enter(&scene->place);
	snprintf(scene->backups, sizeof(scene->backups), "%s/state", scene->place.folder);
	snprintf(scene->copy, sizeof(scene->copy), "%s/copy.db", scene->place.folder);
	if (scene->model.len == 0) {
		struct store *store = kit_open(&scene->place);

		kit_ok(do_log(store, &err) && do_revise(store, &err), &err);
		kit_ok(do_edit(store, &err) && do_log(store, &err), &err);
		store_close(store);
		scene->model = kit_bytes(scene->place.path);
	}
	kit_write(scene->place.path, scene->model.data, scene->model.len);
	kit_write(scene->copy, scene->model.data, scene->model.len);
	kit_sql(scene->copy, "DELETE FROM dose WHERE row > 3");
}

static void check(const struct scene *scene, bool done, const struct str *before,
		  const struct str *after)
{
	struct str now = look(scene->place.path);
	bool is_after = strcmp(now.data, after->data) == 0;
	struct err err;
	int64_t parts = -1;

	if (done)
		assert_string_equal(now.data, after->data);
	else if (!is_after)
		assert_string_equal(now.data, before->data);
	kit_ok(store_parts(scene->place.path, scene->backups, &parts, &err), &err);
	assert_int_equal(parts, 0);
	str_free(&now);
}

static int64_t step_of(int64_t calls)
{
	const char *step = getenv("FAULT_STEP");

	if (step != NULL && step[0] >= '1' && step[0] <= '9')
		return step[0] - '0';
	return calls > FEW_CALLS ? 7 : 1;
}

/* One after the other, each of the calls the operation makes is refused. */
static void refuse_each(operation *try, bool all, enum fault fault)
{
	struct scene scene = {.model = STR_INIT};
	struct str before, after;
	struct err err = {.code = ERR_NONE};
	int64_t calls, refused = 0;

	set_up(&scene);
	before = look(scene.place.path);
	faults_arm(0, false, fault);
	kit_ok(try(&scene, &err), &err);
	calls = faults_off();
	after = look(scene.place.path);
	assert_string_not_equal(before.data, after.data);
	kit_leave(&scene.place);
	for (int64_t n = 1; n <= calls; n += step_of(calls)) {
		bool done;

		set_up(&scene);
		faults_arm(n, all, fault);
		done = try(&scene, &err);
		faults_off();
		if (!done) {
			refused++;
			assert_true(err.code == ERR_IO || err.code == ERR_STORE);
		}
		check(&scene, done, &before, &after);
		kit_leave(&scene.place);
	}
	assert_true(refused > 2);
	str_free(&before);
	str_free(&after);
	str_free(&scene.model);
}

static void refuse_all_ways(operation *try)
{
	refuse_each(try, false, FAULT_BROKEN);
	refuse_each(try, true, FAULT_BROKEN);
	refuse_each(try, false, FAULT_FULL);
	refuse_each(try, true, FAULT_FULL);
}

static void test_log(void **state)
{
	(void)state;
	refuse_all_ways(try_log);
}

static void test_edit(void **state)
{
	(void)state;
	refuse_all_ways(try_edit);
}

static void test_undo(void **state)
{
	(void)state;
	refuse_all_ways(try_undo);
}

static void test_import(void **state)
{
	(void)state;
	refuse_all_ways(try_import);
}

static void test_revise(void **state)
{
	(void)state;
	refuse_all_ways(try_revise);
}

static void test_restore(void **state)
{
	(void)state;
	refuse_all_ways(try_restore);
}

static void test_update(void **state)
{
	(void)state;
	refuse_all_ways(try_update);
}

/* A copy is whole or not there, and the store it is of is not changed by it. */
static void test_backup(void **state)
{
	struct scene scene = {.model = STR_INIT};
	char path[PATH_SIZE + 8];
	int64_t calls = 1;

	(void)state;
	for (int64_t n = 0; n <= calls; n++) {
		struct store *store;
		struct str left, right;
		struct stat found;
		struct err err;
		bool done;

		set_up(&scene);
		snprintf(path, sizeof(path), "%s/mine.db", scene.place.folder);
		store = kit_open(&scene.place);
		faults_arm(n, n % 2 == 1, n % 3 == 0 ? FAULT_FULL : FAULT_BROKEN);
		done = store_backup(store, path, false, &err);
		if (n == 0)
			calls = faults_off();
		faults_off();
		store_close(store);
		assert_true(done || err.code == ERR_IO || err.code == ERR_STORE);
		if (done || stat(path, &found) == 0) {
			left = look(path);
			right = look(scene.place.path);
			assert_string_equal(left.data, right.data);
			str_free(&left);
			str_free(&right);
		}
		kit_leave(&scene.place);
	}
	assert_true(calls > 10);
	str_free(&scene.model);
}

static int install(void **state)
{
	(void)state;
	faults_install();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_log),    cmocka_unit_test(test_edit),
		cmocka_unit_test(test_undo),   cmocka_unit_test(test_import),
		cmocka_unit_test(test_revise), cmocka_unit_test(test_restore),
		cmocka_unit_test(test_update), cmocka_unit_test(test_backup),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
