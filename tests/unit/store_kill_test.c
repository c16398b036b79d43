/* SPDX-License-Identifier: MIT */
/*
 * Killed at a random moment, in the middle of anything: the store is as it was or as it was to
 * become. ROUNDS sets how often each thing is tried (few here, many in make torture).
 */
#include "store_scene.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/handle.h"

enum { FEW_ROUNDS = 12, IMPORTED = 2000, DOSES = 300 };

typedef void task(const struct scene *scene);

static void do_import(const struct scene *scene)
{
	struct store *store;
	struct err err;

	if (!store_open(scene->place.path, scene->backups, &store, &err))
		_exit(1);
	store_keep_daily(store, scene_today);
	/* A cache that is too small, so that the file is written to before the end. */
	if (!db_exec(store->db, "PRAGMA cache_size = 2", &err) ||
	    !scene_import(store, IMPORTED, &err))
		_exit(2);
}

static void do_undo(const struct scene *scene)
{
	struct store *store;
	struct change change;
	struct err err;

	if (!store_open(scene->place.path, scene->backups, &store, &err))
		_exit(1);
	if (!db_exec(store->db, "PRAGMA cache_size = 2", &err) || !store_undo(store, &change, &err))
		_exit(2);
}

static void do_restore(const struct scene *scene)
{
	struct err err;

	if (!scene_restore(scene, &err))
		_exit(1);
}

static void do_update(const struct scene *scene)
{
	struct err err;

	if (!scene_update(scene, "CREATE TABLE mood AS SELECT * FROM dose",
			  "ALTER TABLE dose ADD COLUMN mood TEXT", &err))
		_exit(1);
}

static void do_rescue(const struct scene *scene)
{
	const struct store_rescue asked = {.path = scene->place.path,
					   .backups = scene->backups,
					   .today = scene_today,
					   .now_utc = 5};
	struct store_rescued rescued;
	struct err err;

	if (!store_rescue(&asked, &rescued, &err))
		_exit(1);
}

static struct scene_model model_make(void)
{
	struct scene_model model = {STR_INIT, STR_INIT};
	struct scene scene;
	struct store *store;
	struct err err;

	scene_enter(&scene, &model);
	store = kit_open(&scene.place);
	kit_ok(scene_import(store, DOSES / 2, &err), &err);
	model.copy = kit_bytes(scene.place.path);
	kit_ok(scene_import(store, DOSES, &err), &err);
	store_close(store);
	model.store = kit_bytes(scene.place.path);
	scene_leave(&scene);
	return model;
}

/* The task in a process of its own. */
static pid_t begin(const struct scene *scene, task *work)
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		work(scene);
		_exit(0);
	}
	return child;
}

/* Microseconds the task takes when it is left alone; what it leaves goes to after. */
static int64_t run_whole(const struct scene *scene, task *work, struct str *after)
{
	struct timespec from, to;
	pid_t child;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &from);
	child = begin(scene, work);
	assert_int_equal(waitpid(child, &status, 0), child);
	clock_gettime(CLOCK_MONOTONIC, &to);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	*after = scene_look(scene->place.path);
	return (int64_t)(to.tv_sec - from.tv_sec) * 1000000 + (to.tv_nsec - from.tv_nsec) / 1000;
}

static void kill_after(const struct scene *scene, task *work, int64_t us)
{
	struct timespec delay = {.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000};
	pid_t child = begin(scene, work);
	int status;

	nanosleep(&delay, NULL);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
}

static void kill_at_random(task *work)
{
	struct scene_model model = model_make();
	struct str before, after;
	struct scene scene;
	unsigned seed = 7;
	int64_t whole_us;

	scene_enter(&scene, &model);
	before = scene_look(scene.place.path);
	whole_us = run_whole(&scene, work, &after);
	scene_leave(&scene);
	for (int i = 0; i < scene_rounds("ROUNDS", FEW_ROUNDS); i++) {
		scene_enter(&scene, &model);
		kill_after(&scene, work, rand_r(&seed) % (whole_us * 5 / 4 + 1));
		scene_must_be(&scene, &before, &after);
		scene_leave(&scene);
	}
	str_free(&before);
	str_free(&after);
	scene_model_free(&model);
}

static void test_killed_in_an_import(void **state)
{
	(void)state;
	kill_at_random(do_import);
}

static void test_killed_in_an_undo(void **state)
{
	(void)state;
	kill_at_random(do_undo);
}

static void test_killed_in_a_restore(void **state)
{
	(void)state;
	kill_at_random(do_restore);
}

static void test_killed_in_an_update(void **state)
{
	(void)state;
	kill_at_random(do_update);
}

static void test_killed_in_a_rescue(void **state)
{
	(void)state;
	kill_at_random(do_rescue);
}

static void die_in_the_middle(const struct scene *scene)
{
	struct store *store;
	struct err err;

	if (!store_open(scene->place.path, NULL, &store, &err) ||
	    !db_exec(store->db,
		     "PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
		     "UPDATE dose SET milli = milli + 1; DELETE FROM change",
		     &err))
		_exit(1);
}

/* The journal of a change that was never ended is there, and the next to look takes it back. */
static void test_journal_left_behind(void **state)
{
	struct scene_model model = model_make();
	struct str before, after;
	struct store_health health;
	struct scene scene;
	struct stat found;
	struct err err;
	char journal[SCENE_PATH_SIZE + 16];
	int status;
	pid_t child;

	(void)state;
	scene_enter(&scene, &model);
	before = scene_look(scene.place.path);
	child = begin(&scene, die_in_the_middle);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	snprintf(journal, sizeof(journal), "%s-journal", scene.place.path);
	assert_int_equal(stat(journal, &found), 0);
	assert_true(found.st_size > 512);
	kit_ok(store_examine(scene.place.path, NULL, &health, &err), &err);
	assert_true(health.journal);
	assert_int_equal(health.whole.code, ERR_NONE);
	after = scene_look(scene.place.path);
	assert_string_equal(before.data, after.data);
	assert_int_not_equal(stat(journal, &found), 0);
	str_free(&before);
	str_free(&after);
	scene_model_free(&model);
	scene_leave(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_killed_in_an_import),
		cmocka_unit_test(test_killed_in_an_undo),
		cmocka_unit_test(test_killed_in_a_restore),
		cmocka_unit_test(test_killed_in_an_update),
		cmocka_unit_test(test_killed_in_a_rescue),
		cmocka_unit_test(test_journal_left_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
