/* SPDX-License-Identifier: MIT */
/*
 * A locked store that is damaged: what is as it was written is saved under the same lock, the damaged file is kept byte for byte, and
 * nothing of it can be read on the disk at any time.
 */
#include "lock_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/sealed.h"
#include "store_scene.h"

enum { DOSES = 6000, WHOLE = SEALED_CHUNK + 17, PROOF = 16 };

struct ward {
	struct lock_scene at;
	struct keychain *keys;
	struct str file; /* as it was whole */
	int64_t all;     /* doses that were in it */
};

static int64_t doses_in(const char *path, struct keychain *keys)
{
	struct str dump = kit_dump_locked(path, keys);
	int64_t lines = 0;

	for (const char *c = dump.data; *c != '\0'; c++)
		lines += *c == '\n';
	str_free(&dump);
	return lines;
}

static void enter(struct ward *ward)
{
	struct store *store;
	struct err err;

	lock_enter(&ward->at);
	store = kit_open(&ward->at.place);
	kit_ok(scene_import(store, DOSES, &err), &err);
	store_close(store);
	kit_lock(&ward->at.place, ward->at.backups, LOCK_WORD);
	ward->keys = kit_keys_of(ward->at.place.path, LOCK_WORD);
	ward->file = kit_bytes(ward->at.place.path);
	ward->all = doses_in(ward->at.place.path, ward->keys);
	assert_true(ward->file.len > SEALED_HEADER_SIZE + 4 * WHOLE);
}

static void leave(struct ward *ward)
{
	str_free(&ward->file);
	keychain_free(ward->keys);
	lock_leave(&ward->at);
}

static bool save(struct ward *ward, struct store_rescued *rescued, struct err *err)
{
	const struct store_rescue asked = {.path = ward->at.place.path,
					   .backups = ward->at.backups,
					   .today = scene_today,
					   .keys = ward->keys};
	bool done = store_rescue(&asked, rescued, err);

	assert_false(kit_folder_has(ward->at.place.folder, LOCK_NOTE));
	return done;
}

/* The file with these bytes is saved; returns the share of what was there, in a hundred. */
static int64_t saved_of(struct ward *ward, const char *bytes, size_t len)
{
	struct keychain *fresh;
	struct store_rescued rescued;
	struct str aside;
	struct err err;
	int64_t there;

	kit_write(ward->at.place.path, bytes, len);
	kit_ok(save(ward, &rescued, &err), &err);
	aside = kit_bytes(rescued.aside);
	assert_int_equal(aside.len, len);
	assert_memory_equal(aside.data, bytes, len);
	str_free(&aside);
	free(rescued.aside);
	assert_true(store_is_locked(ward->at.place.path));
	/* By the passphrase it had. */
	fresh = kit_keys_of(ward->at.place.path, LOCK_WORD);
	there = doses_in(ward->at.place.path, fresh);
	keychain_free(fresh);
	assert_true(there <= ward->all);
	return there * 100 / ward->all;
}

static size_t chunk_at(size_t number)
{
	return SEALED_HEADER_SIZE + number * WHOLE;
}

/* One chunk that can't be read costs that chunk, wherever it is, and not those behind it. */
static void test_a_chunk_in_the_middle(void **state)
{
	struct ward ward;
	size_t last;

	(void)state;
	enter(&ward);
	last = (ward.file.len - SEALED_HEADER_SIZE) / WHOLE;
	for (size_t chunk = 1; chunk <= last; chunk++) {
		ward.file.data[chunk_at(chunk) + 100] ^= 1;
		assert_true(saved_of(&ward, ward.file.data, ward.file.len) > 50);
		ward.file.data[chunk_at(chunk) + 100] ^= 1;
	}
	leave(&ward);
}

/* Where the last bytes of a chunk are gone, what is behind it can't be proved, and is not taken. */
static void test_the_end_of_a_chunk(void **state)
{
	struct ward ward;
	int64_t early, late;

	(void)state;
	enter(&ward);
	ward.file.data[chunk_at(5) - PROOF] ^= 1;
	early = saved_of(&ward, ward.file.data, ward.file.len);
	ward.file.data[chunk_at(5) - PROOF] ^= 1;
	ward.file.data[chunk_at(7) - PROOF] ^= 1;
	late = saved_of(&ward, ward.file.data, ward.file.len);
	assert_true(early > 0);
	assert_true(late > early);
	assert_true(late < 100);
	leave(&ward);
}

static void test_the_rest_is_missing(void **state)
{
	struct ward ward;

	(void)state;
	enter(&ward);
	assert_true(saved_of(&ward, ward.file.data, chunk_at(3)) > 20);
	assert_true(saved_of(&ward, ward.file.data, chunk_at(3) + 5) > 20);
	assert_true(saved_of(&ward, ward.file.data, chunk_at(3) + 5000) > 20);
	leave(&ward);
}

/* Two chunks in each other's place are two that are not as they were written. */
static void test_swapped(void **state)
{
	struct ward ward;
	char *one, *two;

	(void)state;
	enter(&ward);
	one = ward.file.data + chunk_at(2);
	two = ward.file.data + chunk_at(3);
	for (size_t i = 0; i < WHOLE; i++) {
		char was = one[i];

		one[i] = two[i];
		two[i] = was;
	}
	assert_true(saved_of(&ward, ward.file.data, ward.file.len) < 100);
	leave(&ward);
}

/* Nothing is moved where nothing can be read, or nobody has the key. */
static void test_nothing_to_save(void **state)
{
	struct store_rescued rescued;
	struct keychain *none = kit_keys(), *keys;
	struct ward ward;
	struct str now;
	struct err err;

	(void)state;
	enter(&ward);
	keys = ward.keys;
	ward.file.data[chunk_at(0) + 100] ^= 1;
	kit_write(ward.at.place.path, ward.file.data, ward.file.len);
	kit_refused(save(&ward, &rescued, &err), &err, ERR_STORE, "could be read");
	ward.keys = none;
	kit_refused(save(&ward, &rescued, &err), &err, ERR_LOCKED, "is locked");
	ward.keys = keys;
	now = kit_bytes(ward.at.place.path);
	assert_memory_equal(now.data, ward.file.data, ward.file.len);
	str_free(&now);
	ward.file.data[30] ^= 1;
	kit_write(ward.at.place.path, ward.file.data, ward.file.len);
	kit_refused(save(&ward, &rescued, &err), &err, ERR_STORE, "its lock can't be read");
	kit_write(ward.at.place.path, ward.file.data, SEALED_HEADER_SIZE);
	kit_refused(save(&ward, &rescued, &err), &err, ERR_STORE, "can't be read");
	keychain_free(none);
	leave(&ward);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_chunk_in_the_middle),
		cmocka_unit_test(test_the_end_of_a_chunk),
		cmocka_unit_test(test_the_rest_is_missing),
		cmocka_unit_test(test_swapped),
		cmocka_unit_test(test_nothing_to_save),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
