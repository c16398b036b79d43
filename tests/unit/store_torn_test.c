/* SPDX-License-Identifier: MIT */
/*
 * What happens to a store when its program is killed, or the system refuses in the middle of writing.
 */
#include "store_kit.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/handle.h"

enum { NOBODY = 65534 };

/* Runs in a child, so that neither its rights nor its limits stay. 0 where it went as it should. */
static void in_child(int (*work)(const char *path), const char *path)
{
	pid_t child = fork();
	int status = -1;

	assert_true(child >= 0);
	if (child == 0)
		_exit(work(path));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static int write_without_rights(const char *path)
{
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100), read;
	struct err err;
	int64_t id = 0;

	if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
		return 1;
	if (!store_open(path, NULL, &store, &err))
		return 2;
	if (!store_dose_get(store, 1, &read, &err))
		return 3;
	dose_free(&read);
	if (store_dose_add(store, &dose, 1, "log", &id, &err) || err.code != ERR_IO || id != 0)
		return 4;
	store_close(store);
	return strstr(err.msg, "can't be") != NULL ? 0 : 5;
}

static void test_read_only_folder_and_file(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	kit_add(store, &dose);
	store_close(store);
	assert_int_equal(chmod(place.path, 0666), 0);
	assert_int_equal(chmod(place.folder, 0555), 0);
	in_child(write_without_rights, place.path);
	assert_int_equal(chmod(place.folder, 0755), 0);
	assert_int_equal(chmod(place.path, 0444), 0);
	in_child(write_without_rights, place.path);
	kit_leave(&place);
}

static int write_until_full(const char *path)
{
	struct rlimit limit = {.rlim_cur = 200000, .rlim_max = 200000};
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100), read;
	struct err err;
	int64_t id = 0, last = 0;
	char note[DOSE_NOTE_MAX + 1];

	memset(note, 'x', sizeof(note));
	note[DOSE_NOTE_MAX] = '\0';
	dose.note = note;
	signal(SIGXFSZ, SIG_IGN);
	if (!store_open(path, NULL, &store, &err) || setrlimit(RLIMIT_FSIZE, &limit) != 0)
		return 1;
	while (store_dose_add(store, &dose, 1, "log", &id, &err)) {
		if (id > 1000)
			return 2;
		last = id;
	}
	if (err.code != ERR_IO || strstr(err.msg, "no space left") == NULL || id != last)
		return 3;
	/* What was there is there, and the store goes on being read. */
	for (id = 1; id <= last; id++) {
		if (!store_dose_get(store, id, &read, &err))
			return 4;
		dose_free(&read);
	}
	store_close(store);
	return last > 10 ? 0 : 5;
}

static void test_file_that_can_not_grow(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);

	(void)state;
	kit_enter(&place);
	in_child(write_until_full, place.path);
	store = kit_open(&place);
	assert_true(kit_add(store, &dose) > 10);
	store_close(store);
	kit_leave(&place);
}

static bool many(void *context, struct dose *dose, struct err *err)
{
	int *left = context;

	(void)err;
	*dose = kit_dose(60 * *left, 0, 100);
	return --*left >= 0;
}

static void test_no_space_for_an_import(void **state)
{
	struct kit_place place;
	struct store *store;
	struct dose dose = kit_dose(60, 0, 100);
	struct change change;
	struct str before, after;
	struct err err;
	int left = 20000;
	struct dose_import asked = {.source = many,
				    .context = &left,
				    .now_utc = 5,
				    .what = "import",
				    .added = -1,
				    .skipped = -1};

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	kit_add(store, &dose);
	kit_add(store, &dose);
	kit_ok(store_undo(store, &change, &err), &err);
	before = kit_dump(store);
	assert_int_equal(sqlite3_exec(store->db, "PRAGMA max_page_count = 60", NULL, NULL, NULL),
			 SQLITE_OK);
	kit_refused(store_dose_import(store, &asked, &err), &err, ERR_IO,
		    "no space left; nothing was changed");
	assert_int_equal(asked.added, -1);
	assert_int_equal(asked.skipped, -1);
	after = kit_dump(store);
	assert_string_equal(before.data, after.data);
	kit_ok(store_redo(store, &change, &err), &err);
	str_free(&before);
	str_free(&after);
	store_close(store);
	kit_leave(&place);
}

static void log_for_ever(const char *path, int tell)
{
	struct dose dose = kit_dose(60, 0, 100);
	struct store *store;
	struct err err;
	int64_t id;

	if (!store_open(path, NULL, &store, &err))
		_exit(1);
	while (store_dose_add(store, &dose, 1, "log", &id, &err)) {
		if (write(tell, &id, sizeof(id)) != (ssize_t)sizeof(id))
			_exit(2);
	}
	_exit(3);
}

/* Starts a writer, kills it in the middle, and gives the last dose it was told is kept. */
static int64_t kill_a_writer(const char *path, unsigned delay_us)
{
	struct timespec delay = {.tv_nsec = (long)delay_us * 1000};
	int64_t id, last = 0;
	int ends[2], status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		log_for_ever(path, ends[1]);
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &last, sizeof(last)), sizeof(last));
	nanosleep(&delay, NULL);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	while (read(ends[0], &id, sizeof(id)) == (ssize_t)sizeof(id))
		last = id;
	close(ends[0]);
	return last;
}

static bool count_one(void *context, const struct dose *dose, struct err *err)
{
	(void)dose;
	(void)err;
	++*(int64_t *)context;
	return true;
}

/* KILLS sets how often (50 here, more in make torture). */
static int rounds(void)
{
	const char *asked = getenv("KILLS");
	long wanted = asked != NULL ? strtol(asked, NULL, 10) : 0;

	return wanted > 0 && wanted < 100000 ? (int)wanted : 50;
}

static void test_killed_while_writing(void **state)
{
	struct kit_place place;
	unsigned seed = 9;

	(void)state;
	kit_enter(&place);
	for (int round = 0; round < rounds(); round++) {
		int64_t last = kill_a_writer(place.path, (unsigned)rand_r(&seed) % 4000);
		struct store *store = kit_open(&place);
		struct err err;
		int64_t count = 0;

		kit_ok(store_dose_walk(store, kit_all, false, count_one, &count, &err), &err);
		/* One more may be kept than was told. */
		assert_true(count == last || count == last + 1);
		store_close(store);
	}
	kit_sql(place.path, "CREATE TEMP TABLE t(x CHECK(x = 'ok'));"
			    "INSERT INTO t SELECT * FROM pragma_integrity_check;"
			    "CREATE TEMP TABLE u(x CHECK(x IS NULL));"
			    "INSERT INTO u SELECT \"table\" FROM pragma_foreign_key_check");
	kit_leave(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_only_folder_and_file),
		cmocka_unit_test(test_file_that_can_not_grow),
		cmocka_unit_test(test_no_space_for_an_import),
		cmocka_unit_test(test_killed_while_writing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
