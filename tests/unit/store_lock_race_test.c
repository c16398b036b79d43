/* SPDX-License-Identifier: MIT */
/*
 * A store that another program locks, unlocks or gives another passphrase while this one opens it or has it open: it is waited for,
 * or said; it is never called damaged. Both are real programs, and one is held at a chosen moment until the other has come to its
 * own: where it waits for a lock (it sleeps then), or right after it has looked at what kind of file there is (it closes it then).
 */
#define _DEFAULT_SOURCE 1 /* syscall */

#include "lock_kit.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store_faults.h"
#include "store_scene.h"

static const char other_word[] = "another one, and longer";

typedef bool turn(const struct store_lock *asked, struct store_locked *locked, struct err *err);

/* What the other program does. */
struct deed {
	turn *work;
	const char *before, *after; /* passphrases; NULL where there is none */
};

static const struct deed lock_it = {store_lock, NULL, LOCK_WORD};
static const struct deed unlock_it = {store_unlock, LOCK_WORD, LOCK_WORD};
static const struct deed relock_it = {store_relock, LOCK_WORD, other_word};

static struct {
	struct lock_scene scene;
	int at[2], go[2];         /* pipes: the other one is at the moment; it may go on */
	pid_t other;              /* held there; 0 for none */
	const struct deed *close; /* done, whole, at the next closing of a file; NULL for nothing */
	int asked;                /* how often a passphrase was asked for */
	bool changed;             /* and whether it was said to be another one */
	const char *answer;
} race;

static bool do_deed(const struct deed *deed)
{
	struct keychain *keys = deed->before != NULL
					? kit_keys_of(race.scene.place.path, deed->before)
					: kit_keys();
	struct secret *typed = kit_secret(deed->after);
	const struct store_lock asked = lock_asked(&race.scene, keys, typed);
	struct store_locked locked = {.kept = NULL};
	struct err err;

	return deed->work(&asked, &locked, &err);
}

static void pause_at_rename(const struct faults_deed *deed)
{
	char c;

	if (deed->kind != DEED_RENAME || strcmp(deed->to, race.scene.place.path) != 0)
		return;
	faults_listen(NULL);
	if (write(race.at[1], "@", 1) != 1 || read(race.go[0], &c, 1) != 1)
		_exit(3);
}

/* The other program does it, and stands right before its file gets the name. */
static void begin_other(const struct deed *deed)
{
	char c;

	assert_int_equal(pipe(race.at), 0);
	assert_int_equal(pipe(race.go), 0);
	race.other = fork();
	assert_true(race.other >= 0);
	if (race.other == 0) {
		faults_listen(pause_at_rename);
		_exit(do_deed(deed) ? 0 : 1);
	}
	assert_int_equal(read(race.at[0], &c, 1), 1);
}

/* It goes on; true where it did it. */
static bool end_other(void)
{
	int status = 0;

	if (race.other == 0)
		return false;
	assert_int_equal(waitpid(race.other, &status, 0), race.other);
	race.other = 0;
	for (int i = 0; i < 2; i++) {
		syscall(SYS_close, race.at[i]);
		syscall(SYS_close, race.go[i]);
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* This program waits: the other one may go on. These stand before the C library's own, for SQLite too. */
static void waits(void)
{
	if (race.other > 0 && race.go[1] >= 0) {
		assert_int_equal(write(race.go[1], "!", 1), 1);
		assert_true(end_other());
	}
}

int nanosleep(const struct timespec *asked, struct timespec *left)
{
	waits();
	return (int)syscall(SYS_nanosleep, asked, left);
}

int usleep(useconds_t us)
{
	const struct timespec asked = {.tv_sec = us / 1000000,
				       .tv_nsec = (long)(us % 1000000) * 1000};

	return nanosleep(&asked, NULL);
}

/* Another program does it, from beginning to end. */
static void other_does(const struct deed *deed)
{
	pid_t child = fork();
	int status = 1;

	if (child == 0)
		_exit(do_deed(deed) ? 0 : 1);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

int close(int fd)
{
	const struct deed *deed = race.close;
	int result = (int)syscall(SYS_close, fd);

	race.close = NULL;
	if (deed != NULL)
		other_does(deed);
	return result;
}

static bool answer(void *context, const struct secret_wanted *wanted, struct secret *typed,
		   struct err *err)
{
	(void)context;
	if (typed == NULL)
		return true;
	race.asked++;
	race.changed = race.changed || wanted->changed;
	if (race.answer == NULL || wanted->tries > 0)
		return err_set(err, ERR_LOCKED, "nobody answers");
	return secret_add(typed, race.answer, strlen(race.answer));
}

/* The store, locked where the deed needs that, and what is in it; to be freed. */
static struct str enter(const struct deed *deed, const char *says)
{
	struct str dump;

	lock_enter(&race.scene);
	race.asked = 0;
	race.changed = false;
	race.answer = says;
	dump = kit_dump_locked(race.scene.place.path, NULL);
	if (deed->before != NULL)
		kit_lock(&race.scene.place, race.scene.backups, deed->before);
	return dump;
}

static struct keychain *asking(void)
{
	struct keychain *keys = kit_keys();

	keychain_ask_by(keys, answer, NULL);
	return keys;
}

/* Opened while the other one is in the middle of it: what was there before is there then. */
static void opens(const struct deed *deed, bool held)
{
	struct str before = enter(deed, LOCK_WORD), after;
	struct keychain *keys = asking();
	struct store *store;
	struct err err;

	if (held)
		begin_other(deed);
	else
		race.close = deed;
	kit_ok(store_open_with(race.scene.place.path, race.scene.backups, keys, &store, &err),
	       &err);
	assert_int_equal(race.other, 0);
	assert_null(race.close);
	after = kit_dump(store);
	assert_string_equal(before.data, after.data);
	store_close(store);
	str_free(&before);
	str_free(&after);
	keychain_free(keys);
	lock_leave(&race.scene);
}

static void test_opened_while_it_is_locked(void **state)
{
	(void)state;
	opens(&lock_it, true);
	assert_int_equal(race.asked, 1);
	assert_false(race.changed);
}

static void test_locked_after_the_first_look(void **state)
{
	(void)state;
	opens(&lock_it, false);
	assert_int_equal(race.asked, 1);
}

static void test_unlocked_after_the_first_look(void **state)
{
	(void)state;
	opens(&unlock_it, false);
	assert_int_equal(race.asked, 0);
}

/* Open already, and a dose is added while the other one is in the middle: it is there afterwards, once. */
static void adds(const struct deed *deed)
{
	struct str before = enter(deed, deed->after), now;
	struct keychain *keys = deed->before != NULL
					? kit_keys_of(race.scene.place.path, deed->before)
					: kit_keys();
	struct dose dose = kit_dose(120, 0, 777);
	struct store *store;
	struct err err;
	size_t lines = 0;
	int64_t id;

	keychain_ask_by(keys, answer, NULL);
	kit_ok(store_open_with(race.scene.place.path, race.scene.backups, keys, &store, &err),
	       &err);
	begin_other(deed);
	kit_ok(store_dose_add(store, &dose, 1, "log", &id, &err), &err);
	assert_int_equal(race.other, 0);
	now = kit_dump(store);
	store_close(store);
	for (const char *c = now.data; *c != '\0'; c++)
		lines += *c == '\n';
	for (const char *c = before.data; *c != '\0'; c++)
		lines -= *c == '\n';
	assert_int_equal(lines, 1);
	str_free(&before);
	before = kit_dump_locked(race.scene.place.path, keys);
	assert_string_equal(before.data, now.data);
	str_free(&before);
	str_free(&now);
	keychain_free(keys);
	lock_leave(&race.scene);
}

static void test_dose_while_it_is_locked(void **state)
{
	(void)state;
	adds(&lock_it);
	assert_int_equal(race.asked, 1);
}

static void test_dose_while_it_is_unlocked(void **state)
{
	(void)state;
	adds(&unlock_it);
	assert_int_equal(race.asked, 0);
}

static void test_dose_while_the_passphrase_changes(void **state)
{
	(void)state;
	adds(&relock_it);
	assert_int_equal(race.asked, 1);
	assert_true(race.changed);
}

/* Two who lock, unlock or change at the same moment: one does it, the other is told what happened. */
static void meets(const struct deed *first, turn *second, enum err_code code, const char *words)
{
	struct str before = enter(first, NULL);
	struct keychain *keys = first->before != NULL
					? kit_keys_of(race.scene.place.path, first->before)
					: kit_keys();
	struct secret *typed = kit_secret("a third one, still longer");
	const struct store_lock asked = lock_asked(&race.scene, keys, typed);
	struct store_locked locked;
	struct err err;

	begin_other(first);
	kit_refused(second(&asked, &locked, &err), &err, code, words);
	assert_int_equal(race.other, 0);
	str_free(&before);
	secret_free(typed);
	keychain_free(keys);
	lock_leave(&race.scene);
}

static void test_two_at_once(void **state)
{
	(void)state;
	meets(&lock_it, store_lock, ERR_NOT_FOUND, "locked already");
	meets(&unlock_it, store_unlock, ERR_NOT_FOUND, "not locked");
	meets(&unlock_it, store_relock, ERR_NOT_FOUND, "not locked");
	meets(&relock_it, store_relock, ERR_LOCKED, "just gave the log another passphrase");
	meets(&relock_it, store_unlock, ERR_LOCKED, "just gave the log another passphrase");
}

/* A read that was begun on the file of before says what happened, not that something is wrong. */
static void test_read_of_the_past(void **state)
{
	struct str before = enter(&lock_it, NULL);
	struct store *store;
	struct err err;
	bool any;
	int64_t first, last;

	(void)state;
	kit_ok(store_open(race.scene.place.path, NULL, &store, &err), &err);
	kit_ok(store_look(store, &err), &err);
	other_does(&lock_it);
	kit_refused(store_dose_range(store, &any, &first, &last, &err), &err, ERR_STORE,
		    "locks or restores it");
	store_looked(store);
	store_close(store);
	str_free(&before);
	lock_leave(&race.scene);
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
		cmocka_unit_test(test_opened_while_it_is_locked),
		cmocka_unit_test(test_locked_after_the_first_look),
		cmocka_unit_test(test_unlocked_after_the_first_look),
		cmocka_unit_test(test_dose_while_it_is_locked),
		cmocka_unit_test(test_dose_while_it_is_unlocked),
		cmocka_unit_test(test_dose_while_the_passphrase_changes),
		cmocka_unit_test(test_two_at_once),
		cmocka_unit_test(test_read_of_the_past),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
