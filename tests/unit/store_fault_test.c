/* SPDX-License-Identifier: MIT */
/*
 * Whatever the system refuses, and whenever: a change is made whole or not at all, and what was said
 * to be done is there. FAULT_STEP tries every so many calls only (1 in make torture, else 7 where an
 * operation needs many).
 */
#include "store_scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/care.h"
#include "store_faults.h"

enum { FEW_CALLS = 60, IMPORTED = 400 };

/* What is tried; true where it says that it is done. */
typedef bool operation(const struct scene *scene, struct err *err);

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

static bool do_import(struct store *store, struct err *err)
{
	return scene_import(store, IMPORTED, err);
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
	return scene_with_store(scene, do_log, err);
}

static bool try_edit(const struct scene *scene, struct err *err)
{
	return scene_with_store(scene, do_edit, err);
}

static bool try_undo(const struct scene *scene, struct err *err)
{
	return scene_with_store(scene, do_undo, err);
}

static bool try_import(const struct scene *scene, struct err *err)
{
	return scene_with_store(scene, do_import, err);
}

static bool try_revise(const struct scene *scene, struct err *err)
{
	return scene_with_store(scene, do_revise, err);
}

static bool try_update(const struct scene *scene, struct err *err)
{
	return scene_update(scene, "ALTER TABLE dose ADD COLUMN mood TEXT",
			    "CREATE TABLE mood(id INTEGER PRIMARY KEY) STRICT", err);
}

static struct scene_model model_make(void)
{
	struct scene_model model = {STR_INIT, STR_INIT};
	struct scene scene;
	struct store *store;
	struct err err;

	scene_enter(&scene, &model);
	store = kit_open(&scene.place);
	kit_ok(do_log(store, &err) && do_revise(store, &err), &err);
	kit_ok(do_edit(store, &err) && do_log(store, &err), &err);
	store_close(store);
	model.store = kit_bytes(scene.place.path);
	kit_sql(scene.place.path, "DELETE FROM dose WHERE row > 3");
	model.copy = kit_bytes(scene.place.path);
	scene_leave(&scene);
	return model;
}

static void check(const struct scene *scene, bool done, const struct str *before,
		  const struct str *after)
{
	struct err err;
	int64_t parts = -1;

	scene_must_be(scene, done ? NULL : before, after);
	kit_ok(store_parts(scene->place.path, scene->backups, &parts, &err), &err);
	assert_int_equal(parts, 0);
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
	struct scene_model model = model_make();
	struct scene scene;
	struct str before, after;
	struct err err = {.code = ERR_NONE};
	int64_t calls, refused = 0;

	scene_enter(&scene, &model);
	before = scene_look(scene.place.path);
	faults_arm(0, false, fault);
	kit_ok(try(&scene, &err), &err);
	calls = faults_off();
	after = scene_look(scene.place.path);
	assert_string_not_equal(before.data, after.data);
	scene_leave(&scene);
	for (int64_t n = 1; n <= calls; n += step_of(calls)) {
		bool done;

		scene_enter(&scene, &model);
		faults_arm(n, all, fault);
		done = try(&scene, &err);
		faults_off();
		if (!done) {
			refused++;
			assert_true(err.code == ERR_IO || err.code == ERR_STORE);
		}
		check(&scene, done, &before, &after);
		scene_leave(&scene);
	}
	assert_true(refused > 2);
	str_free(&before);
	str_free(&after);
	scene_model_free(&model);
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
	refuse_all_ways(scene_restore);
}

static void test_update(void **state)
{
	(void)state;
	refuse_all_ways(try_update);
}

/* A copy is whole or not there, and the store it is of is not changed by it. */
static void test_backup(void **state)
{
	struct scene_model model = model_make();
	struct scene scene;
	char path[SCENE_PATH_SIZE + 8];
	int64_t calls = 1;

	(void)state;
	for (int64_t n = 0; n <= calls; n++) {
		struct store *store;
		struct str left, right;
		struct stat found;
		struct err err;
		bool done;

		scene_enter(&scene, &model);
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
			left = scene_look(path);
			right = scene_look(scene.place.path);
			assert_string_equal(left.data, right.data);
			str_free(&left);
			str_free(&right);
		}
		scene_leave(&scene);
	}
	assert_true(calls > 10);
	scene_model_free(&model);
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
