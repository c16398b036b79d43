/* SPDX-License-Identifier: MIT */
/*
 * What a look at a store finds, and what is saved of a damaged one.
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

#include "base/mem.h"
#include "store/care.h"
#include "store/diary.h"
#include "store/handle.h"
#include "store/steps.h"

enum { PAGE = 4096, DOSES = 3000, DIARY = 150, PATH_SIZE = KIT_PATH_SIZE + 128, NOW = 1795600800 };

static const struct day today = {.n = 20778};

struct fixture {
	struct kit_place place;
	char backups[KIT_PATH_SIZE + 32];
	struct str before; /* borrowed: every dose and revision, a line each */
};

/* DIARY of each kind, the first of them edited, and answers. */
static void fill_diary(struct store *store)
{
	struct answers answers = {.utc = NOW, .kind = "safety", .body = mem_dup("pregnant no")};
	struct err err;
	int64_t id;

	for (int i = 0; i < DIARY; i++) {
		struct checkin checkin = {.utc = NOW + i * 86400, .sleep_minutes = 400};
		struct urge urge = {.utc = NOW + i * 86400, .seconds = i, .outcome = URGE_TOOK};
		struct note note = {.utc = NOW + i * 86400, .text = mem_dup("a note of mine")};

		checkin_set(&checkin, "craving", i % 5);
		checkin_set(&checkin, "aches", 1);
		kit_ok(store_checkin_add(store, &checkin, 1, "check-in", &checkin.id, &err), &err);
		kit_ok(store_urge_add(store, &urge, 1, "urge", &id, &err), &err);
		kit_ok(store_note_add(store, &note, 1, "note", &id, &err), &err);
		if (i == 0)
			kit_ok(store_checkin_edit(store, &checkin, 1, "edit", &err), &err);
		checkin_free(&checkin);
		note_free(&note);
	}
	kit_ok(store_answers_add(store, &answers, 1, "safety", &id, &err), &err);
	answers_free(&answers);
}

/* 3 000 doses with notes and tags, of which some were edited or removed, a plan and a diary. */
static void fill(struct store *store)
{
	struct revision revision = kit_revision(1);
	struct err err;
	char tags[] = "stress", note[64];

	kit_ok(db_exec(store->db, "PRAGMA synchronous = OFF", &err), &err);
	kit_ok(store_revision_add(store, &revision, 1, "start", &err), &err);
	for (int i = 0; i < DOSES; i++) {
		struct dose dose = kit_dose(NOW + i * 7200, 60, 1000 + i);

		snprintf(note, sizeof(note), "note %d", i);
		dose.tags = tags;
		dose.note = note;
		dose.id = kit_add(store, &dose);
		dose.amount = amount_from_milli(5);
		if (i % 100 == 50)
			kit_ok(store_dose_edit(store, &dose, 1, "edit", &err), &err);
		if (i % 100 == 60)
			kit_ok(store_dose_remove(store, dose.id, 1, "rm", &err), &err);
	}
	fill_diary(store);
	revision_free(&revision);
}

/* Filled once for all tests. */
static int make_model(void **state)
{
	struct str *model = mem_alloc(2, sizeof(*model));
	struct kit_place place;
	struct store *store;

	kit_enter(&place);
	store = kit_open(&place);
	fill(store);
	model[1] = kit_dump(store);
	store_close(store);
	model[0] = kit_bytes(place.path);
	kit_leave(&place);
	*state = model;
	return 0;
}

static int free_model(void **state)
{
	struct str *model = *state;

	str_free(&model[0]);
	str_free(&model[1]);
	free(model);
	return 0;
}

static void enter(struct fixture *at, void **state)
{
	const struct str *model = *state;

	kit_enter(&at->place);
	snprintf(at->backups, sizeof(at->backups), "%s/backups", at->place.folder);
	at->before = model[1];
	kit_write(at->place.path, model[0].data, model[0].len);
}

static void leave(struct fixture *at)
{
	kit_leave(&at->place);
}

static size_t lines_of(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += *text == '\n';
	return lines;
}

/* Lines that are in both texts, which are in the same order. */
static size_t lines_shared(const struct str *all, const struct str *some)
{
	const char *from = all->data;
	size_t shared = 0;

	for (const char *line = some->data; *line != '\0'; line = strchr(line, '\n') + 1) {
		struct str wanted = STR_INIT;
		const char *found;

		str_add_bytes(&wanted, line, (size_t)(strchr(line, '\n') + 1 - line));
		found = strstr(from, wanted.data);
		if (found != NULL && (found == all->data || found[-1] == '\n')) {
			from = found + wanted.len;
			shared++;
		}
		str_free(&wanted);
	}
	return shared;
}

static void spoil(const struct fixture *at, size_t from, size_t len)
{
	struct str bytes = kit_bytes(at->place.path);

	assert_true(from + len <= bytes.len);
	for (size_t i = 0; i < len; i++)
		bytes.data[from + i] = (char)(0x5A ^ (char)(i * 37));
	kit_write(at->place.path, bytes.data, bytes.len);
	str_free(&bytes);
}

static int64_t ask(const struct fixture *at, const char *sql)
{
	struct err err;
	sqlite3 *db;
	int64_t answer = -1;

	kit_ok(db_open_read(at->place.path, 0, &db, &err), &err);
	kit_ok(db_number(db, sql, NULL, 0, &answer, &err), &err);
	sqlite3_close(db);
	return answer;
}

static struct store_health examine(const struct fixture *at)
{
	struct store_health health;
	struct err err;

	kit_ok(store_examine(at->place.path, NULL, &health, &err), &err);
	return health;
}

static bool try_rescue(const char *path, const char *backups, struct store_rescued *rescued,
		       struct err *err)
{
	const struct store_rescue asked = {
		.path = path, .backups = backups, .today = today, .now_utc = NOW, .utc_offset = 60};

	return store_rescue(&asked, rescued, err);
}

static struct store_rescued rescue(const struct fixture *at)
{
	struct store_rescued rescued;
	struct str before = kit_bytes(at->place.path), after;
	struct err err;
	int64_t parts;

	kit_ok(try_rescue(at->place.path, at->backups, &rescued, &err), &err);
	assert_non_null(strstr(rescued.aside, "/backups/damaged-2026-11-21.db"));
	after = kit_bytes(rescued.aside);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.data, after.data, before.len);
	str_free(&before);
	str_free(&after);
	free(rescued.aside);
	rescued.aside = NULL;
	kit_ok(store_parts(at->place.path, at->backups, &parts, &err), &err);
	assert_int_equal(parts, 0);
	return rescued;
}

/* The store as it is now: whole, gone on with, and how many of the lines before are in it. */
static size_t expect_usable(const struct fixture *at)
{
	struct store_health health = examine(at);
	struct store *store;
	struct dose dose = kit_dose(NOW, 0, 1);
	struct change change;
	struct str dump;
	struct err err;
	size_t shared;

	assert_int_equal(health.opened.code, ERR_NONE);
	assert_int_equal(health.whole.code, ERR_NONE);
	assert_int_equal(health.references, 0);
	assert_int_equal(health.loose, 0);
	assert_false(health.damaged);
	store = kit_open(&at->place);
	dump = kit_dump(store);
	shared = lines_shared(&at->before, &dump);
	kit_add(store, &dose);
	for (int i = 0; i < 40; i++)
		kit_ok(store_undo(store, &change, &err), &err);
	for (int i = 0; i < 40; i++)
		kit_ok(store_redo(store, &change, &err), &err);
	store_close(store);
	str_free(&dump);
	return shared;
}

static void test_finds_nothing_wrong(void **state)
{
	struct fixture at;
	struct store_health health;

	enter(&at, state);
	health = examine(&at);
	assert_true(health.there && health.any);
	assert_false(health.damaged || health.journal);
	assert_int_equal(health.opened.code, ERR_NONE);
	assert_int_equal(health.whole.code, ERR_NONE);
	assert_int_equal(health.format, store_steps.count);
	assert_int_equal(health.references, 0);
	assert_int_equal(health.loose, 0);
	assert_int_equal(health.doses, DOSES - DOSES / 100);
	assert_int_equal(health.newest_utc, NOW + (DOSES - 1) * 7200);
	leave(&at);
	health = examine(&at);
	assert_false(health.there);
}

static void test_finds_what_is_wrong(void **state)
{
	struct fixture at;
	struct store_health health;

	enter(&at, state);
	kit_sql(at.place.path, "PRAGMA foreign_keys = OFF; DELETE FROM product");
	assert_true(examine(&at).references > 0);
	kit_sql(at.place.path, "DELETE FROM change WHERE id > 100; UPDATE dose SET died = NULL");
	assert_true(examine(&at).loose > 2000);
	kit_sql(at.place.path, "PRAGMA application_id = 0");
	health = examine(&at);
	assert_int_equal(health.opened.code, ERR_STORE);
	assert_true(health.damaged);
	kit_sql(at.place.path, "PRAGMA application_id = 1415663730; PRAGMA user_version = 99");
	health = examine(&at);
	assert_non_null(strstr(health.opened.msg, "newer taper"));
	assert_false(health.damaged);
	leave(&at);
}

/* The pages of a table or an index, by what the damage is done to. */
static int64_t page_of(const struct fixture *at, const char *name, int which)
{
	char sql[256];
	int64_t page;

	snprintf(sql, sizeof(sql),
		 "SELECT pageno FROM dbstat WHERE name = '%s' AND pagetype = 'leaf'"
		 " ORDER BY pageno LIMIT 1 OFFSET %d",
		 name, which);
	page = ask(at, sql);
	assert_true(page > 1);
	return page;
}

static void test_saves_around_a_damaged_page(void **state)
{
	static const size_t all = DOSES - DOSES / 100 + 1 + 3 * DIARY + 1;
	static const struct {
		const char *name;
		int which;
		size_t lost;  /* lines that may be missing or not as they were */
		bool partial; /* some doses come without their notes */
	} damages[] = {
		{"dose", 20, 130, true},      {"dose", 0, 130, true},
		{"dose_wall", 5, 0, false},   {"dose_tags", 3, 0, false},
		{"change", 7, 0, false},      {"sqlite_autoindex_product_1", 0, 0, false},
		{"product", 0, 0, false},     {"revision", 0, 1, false},
		{"level", 0, 1, false},       {"slot", 0, 1, false},
		{"checkin", 0, DIARY, false}, {"score", 0, DIARY, false},
		{"urge", 0, DIARY, false},    {"note", 0, DIARY, false},
		{"answers", 0, 1, false},     {"checkin_wall", 0, 0, false},
	};

	for (size_t i = 0; i < sizeof(damages) / sizeof(damages[0]); i++) {
		struct fixture at;
		struct store_rescued rescued;
		int64_t page;

		enter(&at, state);
		assert_int_equal(lines_of(at.before.data), all);
		page = page_of(&at, damages[i].name, damages[i].which);
		spoil(&at, (size_t)(page - 1) * PAGE, PAGE);
		assert_true(examine(&at).damaged);
		rescued = rescue(&at);
		assert_true(expect_usable(&at) >= all - damages[i].lost);
		assert_int_equal(rescued.partial > 0, damages[i].partial);
		/* Of a dose that was read in part only the texts are gone. */
		assert_true(ask(&at, "SELECT count(*) FROM dose WHERE live = 1") >=
			    DOSES - DOSES / 100);
		leave(&at);
	}
}

static void test_saves_what_the_totals_know(void **state)
{
	struct fixture at;
	struct store_rescued rescued;
	int64_t root, sum;

	enter(&at, state);
	sum = ask(&at, "SELECT sum(milli * wall) FROM dose WHERE live = 1");
	root = ask(&at, "SELECT rootpage FROM sqlite_schema WHERE name = 'dose'");
	spoil(&at, (size_t)(root - 1) * PAGE, PAGE);
	rescued = rescue(&at);
	assert_int_equal(rescued.partial, DOSES - DOSES / 100);
	assert_int_equal(rescued.doses, rescued.partial);
	assert_int_equal(ask(&at, "SELECT sum(milli * wall) FROM dose WHERE live = 1"), sum);
	assert_int_equal(ask(&at, "SELECT min(utc) FROM dose"), NOW / 60 * 60);
	expect_usable(&at);
	leave(&at);
}

static void copy_over(const struct fixture *at)
{
	struct store *store = kit_open(&at->place);
	char path[PATH_SIZE];
	struct err err;

	snprintf(path, sizeof(path), "%s/copy.db", at->place.folder);
	kit_ok(store_backup(store, path, false, &err), &err);
	store_close(store);
	assert_int_equal(rename(path, at->place.path), 0);
}

/* The first page, or its first 100 bytes, in a store as it grew and in one that is a copy. */
static void test_saves_behind_a_damaged_header(void **state)
{
	static const size_t lengths[] = {16, 100, PAGE};

	for (int round = 0; round < 6; round++) {
		struct fixture at;
		struct store_rescued rescued;

		enter(&at, state);
		if (round % 2 == 1)
			copy_over(&at);
		spoil(&at, 0, lengths[round / 2]);
		assert_int_equal(examine(&at).opened.code, ERR_STORE);
		assert_true(examine(&at).damaged);
		rescued = rescue(&at);
		assert_int_equal(rescued.partial, 0);
		assert_int_equal(rescued.lost, 0);
		assert_int_equal(rescued.diary, 3 * DIARY + 2);
		assert_int_equal(expect_usable(&at), lines_of(at.before.data));
		leave(&at);
	}
}

static void test_saves_the_half_of_a_file(void **state)
{
	struct fixture at;
	struct store_rescued rescued;
	struct str bytes;

	enter(&at, state);
	bytes = kit_bytes(at.place.path);
	kit_write(at.place.path, bytes.data, bytes.len / 2 / PAGE * PAGE + 100);
	str_free(&bytes);
	assert_true(examine(&at).damaged);
	rescued = rescue(&at);
	assert_true(rescued.doses > DOSES / 4);
	assert_true(rescued.lost > 0);
	assert_true(expect_usable(&at) > DOSES / 4);
	leave(&at);
}

static void test_does_not_touch_what_it_can_not_read(void **state)
{
	static const char letter[] = "this is not a store, it is a letter to a friend";
	struct kit_place place;
	struct store_rescued rescued;
	struct str bytes;
	struct err err;
	char backups[KIT_PATH_SIZE + 32];
	struct stat found;

	(void)state;
	kit_enter(&place);
	snprintf(backups, sizeof(backups), "%s/backups", place.folder);
	kit_write(place.path, letter, strlen(letter));
	kit_refused(try_rescue(place.path, backups, &rescued, &err), &err, ERR_STORE,
		    "nothing in '");
	bytes = kit_bytes(place.path);
	assert_string_equal(bytes.data, letter);
	str_free(&bytes);
	assert_int_not_equal(lstat(backups, &found), 0);
	kit_leave(&place);
}

/* Wherever the damage is: what is saved can be gone on with, and what is not is left alone. */
static void test_random_damage(void **state)
{
	struct fixture at;
	struct str whole;
	unsigned seed = 11;
	size_t saved = 0;

	enter(&at, state);
	whole = kit_bytes(at.place.path);
	for (int round = 0; round < 6; round++) {
		struct store_rescued rescued;
		struct err err;
		int blows = 1 + rand_r(&seed) % 12;

		kit_write(at.place.path, whole.data, whole.len);
		for (int i = 0; i < blows; i++)
			spoil(&at, (size_t)rand_r(&seed) % (whole.len - 600),
			      1 + (size_t)rand_r(&seed) % 600);
		if (try_rescue(at.place.path, at.backups, &rescued, &err)) {
			free(rescued.aside);
			saved += expect_usable(&at);
		} else {
			assert_int_equal(err.code, ERR_STORE);
		}
	}
	assert_true(saved > 3 * DOSES);
	str_free(&whole);
	leave(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finds_nothing_wrong),
		cmocka_unit_test(test_finds_what_is_wrong),
		cmocka_unit_test(test_saves_around_a_damaged_page),
		cmocka_unit_test(test_saves_what_the_totals_know),
		cmocka_unit_test(test_saves_behind_a_damaged_header),
		cmocka_unit_test(test_saves_the_half_of_a_file),
		cmocka_unit_test(test_does_not_touch_what_it_can_not_read),
		cmocka_unit_test(test_random_damage),
	};

	return cmocka_run_group_tests(tests, make_model, free_model);
}
