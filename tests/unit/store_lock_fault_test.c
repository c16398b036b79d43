/* SPDX-License-Identifier: MIT */
/*
 * A locked store when the system refuses, and when the program is killed: what was said to be done is in the
 * file, what was not is not, nothing of it is ever readable, and what is open shows what the file holds. FAULT_STEP and ROUNDS
 * as in the same tests of plain stores.
 */
#include "lock_kit.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store/care.h"
#include "store/handle.h"
#include "store_faults.h"
#include "store_scene.h"

enum { DOSES = 300, FEW_ROUNDS = 6, PATH_SIZE = SCENE_PATH_SIZE };

static const char word[] = "correct horse battery", other_word[] = "another one, and longer";
static const char note[] = "a very private note indeed";

/* The two files every trial begins with. */
struct model {
	struct str plain, locked;
};

static struct model model_make(void)
{
	struct dose dose = kit_dose(60, 0, 1250);
	char text[sizeof(note)];
	struct kit_place place;
	struct model model;
	struct store *store;
	struct err err;

	kit_enter(&place);
	store = kit_open(&place);
	memcpy(text, note, sizeof(note));
	dose.note = text;
	kit_add(store, &dose);
	kit_ok(scene_import(store, DOSES, &err), &err);
	store_close(store);
	model.plain = kit_bytes(place.path);
	kit_lock(&place, place.folder, word);
	model.locked = kit_bytes(place.path);
	kit_leave(&place);
	return model;
}

static void model_free(struct model *model)
{
	str_free(&model->plain);
	str_free(&model->locked);
}

struct trial {
	struct kit_place place;
	char backups[PATH_SIZE];
	struct keychain *keys;
};

static void enter(struct trial *trial, const struct str *file)
{
	kit_enter(&trial->place);
	snprintf(trial->backups, sizeof(trial->backups), "%s/state", trial->place.folder);
	kit_write(trial->place.path, file->data, file->len);
	trial->keys = store_is_locked(trial->place.path) ? kit_keys_of(trial->place.path, word)
							 : kit_keys();
}

static void leave(struct trial *trial)
{
	keychain_free(trial->keys);
	kit_leave(&trial->place);
}

/* What is done; true where it says that it is. */
typedef bool deed(struct trial *trial, struct err *err);

static bool with_store(struct trial *trial, bool (*work)(struct store *, struct err *),
		       struct err *err)
{
	struct store *store;
	struct str open_now, in_file;
	bool ok;

	if (!store_open_with(trial->place.path, trial->backups, trial->keys, &store, err))
		return false;
	store_keep_daily(store, scene_today);
	ok = work(store, err);
	faults_off();
	/* What is open is what the file holds, whatever was refused. */
	open_now = kit_dump(store);
	in_file = kit_dump_locked(trial->place.path, trial->keys);
	assert_string_equal(open_now.data, in_file.data);
	str_free(&open_now);
	str_free(&in_file);
	store_close(store);
	return ok;
}

static bool do_log(struct store *store, struct err *err)
{
	struct dose dose = kit_dose(120, 0, 4321);
	int64_t id;

	return store_dose_add(store, &dose, 1, "log", &id, err);
}

static bool do_undo(struct store *store, struct err *err)
{
	struct change change;

	return store_undo(store, &change, err);
}

static bool do_import(struct store *store, struct err *err)
{
	return scene_import(store, DOSES * 2, err);
}

static bool try_log(struct trial *trial, struct err *err)
{
	return with_store(trial, do_log, err);
}

static bool try_undo(struct trial *trial, struct err *err)
{
	return with_store(trial, do_undo, err);
}

static bool try_import(struct trial *trial, struct err *err)
{
	return with_store(trial, do_import, err);
}

typedef bool turn(const struct store_lock *asked, struct store_locked *locked, struct err *err);

static bool try_turn(struct trial *trial, turn *work, const char *passphrase, struct err *err)
{
	struct secret *typed = kit_secret(passphrase);
	const struct store_lock asked = {.path = trial->place.path,
					 .backups = trial->backups,
					 .keys = trial->keys,
					 .passphrase = typed};
	struct store_locked locked = {.kept = NULL};
	bool ok = work(&asked, &locked, err);

	free(locked.kept);
	secret_free(typed);
	return ok;
}

static bool try_lock(struct trial *trial, struct err *err)
{
	return try_turn(trial, store_lock, word, err);
}

static bool try_unlock(struct trial *trial, struct err *err)
{
	return try_turn(trial, store_unlock, word, err);
}

static bool try_relock(struct trial *trial, struct err *err)
{
	return try_turn(trial, store_relock, other_word, err);
}

/* The store by whichever passphrase it has now; to be freed. */
static struct str look(const struct trial *trial)
{
	struct keychain *keys = kit_keys();
	struct secret *one = kit_secret(word), *two = kit_secret(other_word);
	struct str dump;
	struct err err;

	if (store_is_locked(trial->place.path) && !keychain_try(keys, trial->place.path, one, &err))
		kit_ok(keychain_try(keys, trial->place.path, two, &err), &err);
	dump = kit_dump_locked(trial->place.path, keys);
	secret_free(one);
	secret_free(two);
	keychain_free(keys);
	return dump;
}

struct story {
	struct str before, after;
	const struct str *file;
	bool stays_locked; /* at no time is anything of it to be read */
};

static void check(const struct trial *trial, const struct story *story, bool done)
{
	struct str now = look(trial);
	int64_t parts = -1;
	struct err err;

	if (done || strcmp(now.data, story->before.data) != 0)
		assert_string_equal(now.data, story->after.data);
	str_free(&now);
	kit_ok(store_parts(trial->place.path, trial->backups, &parts, &err), &err);
	assert_int_equal(parts, 0);
	if (story->stays_locked)
		assert_false(kit_folder_has(trial->place.folder, note));
}

static int64_t step_of(int64_t calls)
{
	const char *step = getenv("FAULT_STEP");

	if (step != NULL && step[0] >= '1' && step[0] <= '9')
		return step[0] - '0';
	return calls > 20 ? 3 : 1;
}

static void story_begin(struct story *story, const struct str *file, deed *work)
{
	struct trial trial;
	struct err err;

	story->file = file;
	enter(&trial, file);
	story->before = look(&trial);
	story->stays_locked = store_is_locked(trial.place.path) && work != try_unlock;
	kit_ok(work(&trial, &err), &err);
	story->after = look(&trial);
	leave(&trial);
}

static void story_end(struct story *story)
{
	str_free(&story->before);
	str_free(&story->after);
}

static void refuse_each(const struct str *file, deed *work, bool all, enum fault fault)
{
	struct err err = {.code = ERR_NONE};
	struct story story;
	struct trial trial;
	int64_t calls, refused = 0;

	story_begin(&story, file, work);
	enter(&trial, file);
	faults_arm(0, false, fault);
	kit_ok(work(&trial, &err), &err);
	calls = faults_off();
	leave(&trial);
	if (calls == 0) /* with_store ended the counting: once more, by hand */
		calls = 40;
	for (int64_t n = 1; n <= calls; n += step_of(calls)) {
		bool done;

		enter(&trial, file);
		faults_arm(n, all, fault);
		done = work(&trial, &err);
		faults_off();
		refused += done ? 0 : 1;
		assert_true(done || err.code == ERR_IO || err.code == ERR_STORE);
		check(&trial, &story, done);
		leave(&trial);
	}
	assert_true(refused > 1);
	story_end(&story);
}

static void refuse_all_ways(bool locked, deed *work)
{
	struct model model = model_make();
	const struct str *file = locked ? &model.locked : &model.plain;

	refuse_each(file, work, false, FAULT_BROKEN);
	refuse_each(file, work, true, FAULT_FULL);
	model_free(&model);
}

static void test_refused_log(void **state)
{
	(void)state;
	refuse_all_ways(true, try_log);
}

static void test_refused_undo(void **state)
{
	(void)state;
	refuse_all_ways(true, try_undo);
}

static void test_refused_import(void **state)
{
	(void)state;
	refuse_all_ways(true, try_import);
}

static void test_refused_lock(void **state)
{
	(void)state;
	refuse_all_ways(false, try_lock);
}

static void test_refused_unlock(void **state)
{
	(void)state;
	refuse_all_ways(true, try_unlock);
}

static void test_refused_relock(void **state)
{
	(void)state;
	refuse_all_ways(true, try_relock);
}

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static pid_t begin(struct trial *trial, deed *work)
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct err err;

		/* Its own: keys don't go with a child. */
		if (store_is_locked(trial->place.path))
			trial->keys = kit_keys_of(trial->place.path, word);
		_exit(work(trial, &err) ? 0 : 1);
	}
	return child;
}

/* Killed at a random moment; what is left is never readable where it was not before. */
static void kill_at_random(bool locked, deed *work)
{
	struct model model = model_make();
	const struct str *file = locked ? &model.locked : &model.plain;
	struct story story;
	struct trial trial;
	unsigned seed = 11;
	int64_t whole_us;
	int status;
	pid_t child;

	story_begin(&story, file, work);
	enter(&trial, file);
	whole_us = now_us();
	child = begin(&trial, work);
	assert_int_equal(waitpid(child, &status, 0), child);
	whole_us = now_us() - whole_us;
	leave(&trial);
	for (int i = 0; i < scene_rounds("ROUNDS", FEW_ROUNDS); i++) {
		int64_t us;
		struct timespec delay;
		struct str now;

		enter(&trial, file);
		us = rand_r(&seed) % (whole_us * 5 / 4 + 1);
		delay = (struct timespec){.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000};
		child = begin(&trial, work);
		nanosleep(&delay, NULL);
		kill(child, SIGKILL);
		assert_int_equal(waitpid(child, &status, 0), child);
		now = look(&trial);
		if (strcmp(now.data, story.before.data) != 0)
			assert_string_equal(now.data, story.after.data);
		str_free(&now);
		if (story.stays_locked)
			assert_false(kit_folder_has(trial.place.folder, note));
		leave(&trial);
	}
	story_end(&story);
	model_free(&model);
}

static void test_killed(void **state)
{
	(void)state;
	kill_at_random(true, try_log);
	kill_at_random(true, try_import);
	kill_at_random(false, try_lock);
	kill_at_random(true, try_unlock);
	kill_at_random(true, try_relock);
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
		cmocka_unit_test(test_refused_log),    cmocka_unit_test(test_refused_undo),
		cmocka_unit_test(test_refused_import), cmocka_unit_test(test_refused_lock),
		cmocka_unit_test(test_refused_unlock), cmocka_unit_test(test_refused_relock),
		cmocka_unit_test(test_killed),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
