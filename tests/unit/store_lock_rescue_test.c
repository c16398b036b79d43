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
#include "store/sealed_layout.h"
#include "store_scene.h"

enum { DOSES = 6000, FEW_DOSES = 40, WHOLE = SEALED_CHUNK + 17, PROOF = 16 };

struct ward {
	struct lock_scene at;
	struct keychain *keys;
	struct str file; /* as it was whole */
	int64_t all;     /* doses that were in it */
	char *backups;   /* borrowed */
	bool asked;      /* for the passphrase, and not by keys that are there */
	int asks;
	bool lock; /* was said to be mended */
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

static void enter_with(struct ward *ward, int doses)
{
	struct store *store;
	struct err err;

	ward->asked = false;
	lock_enter(&ward->at);
	ward->backups = ward->at.backups;
	store = kit_open(&ward->at.place);
	kit_ok(scene_import(store, doses, &err), &err);
	store_close(store);
	kit_lock(&ward->at.place, ward->at.backups, LOCK_WORD);
	ward->keys = kit_keys_of(ward->at.place.path, LOCK_WORD);
	ward->file = kit_bytes(ward->at.place.path);
	ward->all = doses_in(ward->at.place.path, ward->keys);
}

static void enter(struct ward *ward)
{
	enter_with(ward, DOSES);
	assert_true(ward->file.len > SEALED_HEADER_SIZE + 4 * WHOLE);
}

static void leave(struct ward *ward)
{
	str_free(&ward->file);
	keychain_free(ward->keys);
	lock_leave(&ward->at);
}

/* As somebody at a terminal, who knows it. */
static bool answer(void *context, const struct secret_wanted *wanted, struct secret *typed,
		   struct err *err)
{
	struct ward *ward = context;

	(void)wanted;
	(void)err;
	if (typed == NULL)
		return true;
	ward->asks++;
	return secret_add(typed, LOCK_WORD, strlen(LOCK_WORD));
}

static bool save(struct ward *ward, struct store_rescued *rescued, struct err *err)
{
	struct keychain *fresh = keychain_new(answer, ward);
	const struct store_rescue asked = {.path = ward->at.place.path,
					   .backups = ward->backups,
					   .today = scene_today,
					   .keys = ward->asked ? fresh : ward->keys};
	bool done = store_rescue(&asked, rescued, err);

	keychain_free(fresh);
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
	ward->lock = rescued.lock;
	return there * 100 / ward->all;
}

static void not_saved(struct ward *ward, const struct str *file)
{
	struct store_rescued rescued;
	struct str now;
	struct err err;

	kit_write(ward->at.place.path, file->data, file->len);
	kit_refused(save(ward, &rescued, &err), &err, ERR_STORE, "");
	now = kit_bytes(ward->at.place.path);
	assert_int_equal(now.len, file->len);
	assert_memory_equal(now.data, file->data, file->len);
	str_free(&now);
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

/* Where in the header a slot, or a part of one, is. */
enum {
	SLOT_COST = AT_SLOTS + 4,
	SLOT_SALT = AT_SLOTS + 12,
	SLOT_BOX = SLOT_SALT + SEALED_SALT_SIZE + SEALED_NONCE_SIZE,
	OTHER = SEALED_SLOT_SIZE,
	MARK = 0x5a
};

struct wound {
	size_t at, len;
	bool heals;         /* by itself, or by the key */
	bool heals_by_copy; /* by the header of a backup with the same lock */
};

/*
 * Each part of the header, the same in that at the end of the file: what the checksum, a constant, the key or a backup says again
 * costs nothing.
 */
static const struct wound wounds[] = {
	{AT_MAGIC, 1, true, true},
	{AT_MAGIC, 16, true, true},
	{AT_VERSION, 4, true, true},
	{AT_ID + 3, 1, true, true},
	{AT_ID, SEALED_ID_SIZE, false, true},
	{AT_GENERATION, 8, true, true},
	{SLOT_COST, 1, true, true},
	{SLOT_COST, 8, false, true},
	{SLOT_SALT, 1, true, true},
	{SLOT_SALT, SEALED_SALT_SIZE, false, true},
	{SLOT_BOX + 9, 1, true, true},
	{SLOT_BOX, SEALED_BOX_SIZE, false, true},
	{AT_SLOTS + OTHER, 1, true, true},
	{SLOT_BOX + OTHER, SEALED_BOX_SIZE, false, true},
	{AT_SLOTS, SEALED_SLOTS *SEALED_SLOT_SIZE, false, true},
	{AT_STREAM + 5, 1, true, true},
	{AT_STREAM, SEALED_STREAM_SIZE, false, false},
	{AT_PROOF, SEALED_CHECK_SIZE, true, true},
	{AT_CHECK, SEALED_CHECK_SIZE, true, true},
	{AT_PROOF, 2 * SEALED_CHECK_SIZE, true, true},
};

enum where { FIRST = 1, AGAIN = 2, BOTH = FIRST | AGAIN };

static void hurt(struct str *file, const struct wound *wound, enum where where)
{
	char *again = file->data + file->len - SEALED_HEADER_SIZE;

	for (size_t i = wound->at; i < wound->at + wound->len; i++) {
		if ((where & FIRST) != 0)
			file->data[i] = (char)(file->data[i] ^ MARK);
		if ((where & AGAIN) != 0)
			again[i] = (char)(again[i] ^ MARK);
	}
}

/* What is told of it before anybody saves it. */
static void assert_told(const struct ward *ward, const struct str *file, const char *words)
{
	struct store_health health;
	struct err err;

	kit_write(ward->at.place.path, file->data, file->len);
	kit_ok(store_examine(ward->at.place.path, ward->keys, &health, &err), &err);
	assert_true(health.damaged && health.locked);
	assert_non_null(strstr(health.opened.msg, words));
}

static void all_is_saved(struct ward *ward, const struct str *file, bool lock)
{
	ward->asks = 0;
	assert_int_equal(saved_of(ward, file->data, file->len), 100);
	assert_int_equal(ward->asks, 1);
	assert_int_equal(ward->lock, lock);
}

static void try_wound(struct ward *ward, const struct wound *wound, bool heals)
{
	struct str file = STR_INIT;

	str_add_bytes(&file, ward->file.data, ward->file.len);
	hurt(&file, wound, BOTH);
	if (heals)
		all_is_saved(ward, &file, true);
	else
		not_saved(ward, &file);
	str_free(&file);
}

static void enter_asked(struct ward *ward, struct str *none)
{
	enter_with(ward, FEW_DOSES);
	ward->asked = true;
	str_addf(none, "%s/none", ward->at.place.folder);
	ward->backups = none->data;
}

/* The same part of either header is another one. */
static void test_both_headers(void **state)
{
	struct str none = STR_INIT;
	struct ward ward;

	(void)state;
	enter_asked(&ward, &none);
	for (size_t i = 0; i < sizeof(wounds) / sizeof(wounds[0]); i++)
		try_wound(&ward, &wounds[i], wounds[i].heals);
	/* There the one is that was kept as it was locked. */
	ward.backups = ward.at.backups;
	for (size_t i = 0; i < sizeof(wounds) / sizeof(wounds[0]); i++) {
		if (!wounds[i].heals)
			try_wound(&ward, &wounds[i], wounds[i].heals_by_copy);
	}
	str_free(&none);
	leave(&ward);
}

/* Whatever happens to one of them costs nothing, and nothing but the file is needed for it. */
static void test_one_header(void **state)
{
	static const struct wound some[] = {
		{.at = 0, .len = SEALED_HEADER_SIZE},
		{.at = AT_SLOTS, .len = SEALED_SLOTS * SEALED_SLOT_SIZE},
		{.at = AT_STREAM, .len = SEALED_STREAM_SIZE},
		{.at = AT_ID, .len = AT_CHECK - AT_ID},
	};
	struct str none = STR_INIT, file = STR_INIT;
	struct ward ward;

	(void)state;
	enter_asked(&ward, &none);
	for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++) {
		for (enum where where = FIRST; where <= AGAIN; where++) {
			str_cut(&file, 0);
			str_add_bytes(&file, ward.file.data, ward.file.len);
			hurt(&file, &some[i], where);
			all_is_saved(&ward, &file, where == FIRST);
		}
	}
	for (int end = 0; end < 2; end++) {
		str_cut(&file, 0);
		str_add_bytes(&file, ward.file.data, ward.file.len);
		memset(file.data + (end == 0 ? 0 : file.len - SEALED_HEADER_SIZE), 0,
		       SEALED_HEADER_SIZE);
		assert_told(&ward, &file, end == 0 ? "lock can't be read" : "not all of it");
		all_is_saved(&ward, &file, end == 0);
	}
	/* All of the last one is missing. */
	str_cut(&file, file.len - SEALED_HEADER_SIZE);
	all_is_saved(&ward, &file, false);
	str_free(&file);
	str_free(&none);
	leave(&ward);
}

/* Another part of each is damaged: together they are one that is whole. */
static void test_each_header_in_part(void **state)
{
	static const struct wound first = {.at = 0, .len = AT_SLOTS + SEALED_SLOT_SIZE},
				  second = {.at = AT_SLOTS + SEALED_SLOT_SIZE,
					    .len = AT_CHECK - AT_SLOTS - SEALED_SLOT_SIZE};
	struct str none = STR_INIT, file = STR_INIT;
	struct ward ward;

	(void)state;
	enter_asked(&ward, &none);
	for (enum where where = FIRST; where <= AGAIN; where++) {
		str_cut(&file, 0);
		str_add_bytes(&file, ward.file.data, ward.file.len);
		hurt(&file, &first, where);
		hurt(&file, &second, BOTH & ~where);
		all_is_saved(&ward, &file, true);
	}
	str_free(&file);
	str_free(&none);
	leave(&ward);
}

/* One bit in each 64 bytes of the file, one after the other: what was not hit is saved, and in the headers that is all. */
static void test_every_place(void **state)
{
	enum { STEP = 64 };
	struct str none = STR_INIT;
	struct ward ward;
	size_t end;

	(void)state;
	enter_asked(&ward, &none);
	end = ward.file.len - SEALED_HEADER_SIZE;
	for (size_t at = 0; at < SEALED_HEADER_SIZE; at += STEP) {
		ward.file.data[at] ^= 1;
		all_is_saved(&ward, &ward.file, true);
		ward.file.data[at] ^= 1;
		ward.file.data[end + at] ^= 1;
		all_is_saved(&ward, &ward.file, false);
		ward.file.data[end + at] ^= 1;
	}
	str_free(&none);
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
	kit_write(ward.at.place.path, ward.file.data, SEALED_HEADER_SIZE);
	kit_refused(save(&ward, &rescued, &err), &err, ERR_STORE, "could be read");
	kit_write(ward.at.place.path, ward.file.data, SEALED_HEADER_SIZE - 1);
	kit_refused(save(&ward, &rescued, &err), &err, ERR_STORE, "cut short");
	for (size_t slot = 0; slot < SEALED_SLOTS; slot++) {
		memset(ward.file.data + SLOT_COST + slot * OTHER, MARK, 8);
		memset(ward.file.data + ward.file.len - SEALED_HEADER_SIZE + SLOT_COST +
			       slot * OTHER,
		       MARK, 8);
	}
	kit_write(ward.at.place.path, ward.file.data, ward.file.len);
	ward.backups = ward.at.place.folder;
	kit_refused(save(&ward, &rescued, &err), &err, ERR_STORE, "where its lock is");
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
		cmocka_unit_test(test_both_headers),
		cmocka_unit_test(test_one_header),
		cmocka_unit_test(test_each_header_in_part),
		cmocka_unit_test(test_every_place),
		cmocka_unit_test(test_nothing_to_save),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
