/* SPDX-License-Identifier: MIT */
/*
 * What keeps others out of a locked store: the words that open it, the bytes that can't be changed unseen, and bounds for what a
 * file may ask for.
 */
#include "lock_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/code.h"
#include "store/image.h"
#include "store_scene.h"

enum { STEP = 64 };

static void test_wrong_words(void **state)
{
	struct keychain *keys = kit_keys();
	struct secret *typed = kit_secret("2short");
	struct store_lock asked;
	struct store_locked told;
	struct lock_scene at;
	struct err err;

	(void)state;
	lock_enter(&at);
	asked = lock_asked(&at, keys, typed);
	kit_refused(store_lock(&asked, &told, &err), &err, ERR_INVALID, "at least 8");
	assert_false(store_is_locked(at.place.path));
	kit_lock(&at.place, at.backups, LOCK_WORD);
	lock_refuse(&at, "correct horse batteri", "wrong passphrase");
	lock_refuse(&at, "", "wrong passphrase");
	lock_refuse(&at, "00000-00000-00000-00000-00000-00000", "group 1 of the recovery code");
	secret_free(typed);
	keychain_free(keys);
	lock_leave(&at);
}

static void test_recovery_code(void **state)
{
	struct keychain *keys = kit_keys(), *others;
	struct secret *typed = kit_secret(LOCK_WORD), *code = secret_new(), *bad;
	struct store_lock asked;
	struct store_locked told;
	struct str before, after;
	char text[SECRET_MAX];
	struct lock_scene at;
	struct err err;

	(void)state;
	lock_enter(&at);
	asked = lock_asked(&at, keys, typed);
	asked.code = code;
	before = kit_dump_locked(at.place.path, NULL);
	kit_ok(store_lock(&asked, &told, &err), &err);
	free(told.kept);
	assert_int_equal(secret_len(code), CODE_SIGNS + CODE_GROUPS - 1);
	/* As a person reads it from paper: small letters, blanks. */
	for (size_t i = 0; i <= secret_len(code); i++) {
		char c = secret_text(code)[i];

		text[i] = c;
		if (c >= 'A' && c <= 'Z')
			text[i] = (char)(c - 'A' + 'a');
		if (c == '-')
			text[i] = ' ';
	}
	others = kit_keys_of(at.place.path, text);
	after = kit_dump_locked(at.place.path, others);
	assert_string_equal(before.data, after.data);
	/* Any one sign that is wrong is found, and where. */
	for (size_t i = 0; i < secret_len(code); i++) {
		struct secret *signs = secret_new();
		int group = 0;

		if (text[i] != ' ') {
			char was = text[i];

			text[i] = was == '7' ? '8' : '7';
			assert_int_equal(code_read(text, strlen(text), signs, &group),
					 CODE_MISTYPED);
			assert_int_equal(group, (int)i / (CODE_GROUP + 1) + 1);
			text[i] = was;
		}
		secret_free(signs);
	}
	bad = kit_secret(text);
	str_free(&before);
	str_free(&after);
	secret_free(bad);
	secret_free(code);
	secret_free(typed);
	keychain_free(others);
	keychain_free(keys);
	lock_leave(&at);
}

/* As it may be typed from paper; a sign missing, wrong, or beside the end is told. */
static void test_end_of_a_code(void **state)
{
	static const struct {
		const char *typed;
		bool is;
	} cases[] = {
		{"D0K1P", true},
		{"d0k1p", true},
		{" dok ip ", true},
		{"P9D8-dOKlP", true},
		{"2MH1X-XECDS-MG7P9-7ETCB-2P9D8-D0K1P", true},
		{"2mh1xxecdsmg7p97etcb2p9d8d0k1p", true},
		{"", false},
		{" - ", false},
		{"0K1P", false},
		{"D0K1", false},
		{"D0K1Q", false},
		{"D0K1P!", false},
		{"2P9D8", false},
		{"X-2MH1X-XECDS-MG7P9-7ETCB-2P9D8-D0K1P", false},
	};
	struct secret *code = kit_secret("2MH1X-XECDS-MG7P9-7ETCB-2P9D8-D0K1P");

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct secret *typed = kit_secret(cases[i].typed);

		assert_int_equal(store_code_ends(code, typed), cases[i].is);
		secret_free(typed);
	}
	secret_free(code);
}

static bool in_header(size_t at, size_t size)
{
	return at < SEALED_HEADER_SIZE || at >= size - SEALED_HEADER_SIZE - STEP;
}

/* One byte is another one, or the end is missing: it is seen, and the file stays. */
static void test_every_byte_is_guarded(void **state)
{
	struct lock_scene at;
	struct keychain *keys;
	struct str file;
	struct err err;
	size_t at_byte = 0;
	int seen = 0;

	(void)state;
	lock_enter(&at);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	file = kit_bytes(at.place.path);
	for (; at_byte < file.len; at_byte += in_header(at_byte, file.len) ? 1 : STEP) {
		struct image image;

		file.data[at_byte] ^= (char)(1 << at_byte % 8);
		kit_write(at.place.path, file.data, file.len);
		assert_false(image_read(at.place.path, keys, &image, &err));
		assert_true(err.code == ERR_STORE);
		file.data[at_byte] ^= (char)(1 << at_byte % 8);
		kit_write(at.place.path, file.data, at_byte);
		assert_false(image_read(at.place.path, keys, &image, &err));
		assert_true(err.code == ERR_STORE);
		seen++;
	}
	assert_true(seen > 3000);
	/* Longer is no better. */
	str_add(&file, "more");
	kit_write(at.place.path, file.data, file.len);
	{
		struct image image;

		assert_false(image_read(at.place.path, keys, &image, &err));
	}
	str_free(&file);
	keychain_free(keys);
	lock_leave(&at);
}

/* Whole chunks that are missing at the end, or stand in another order. */
static void test_chunks_are_in_order(void **state)
{
	enum { WHOLE = SEALED_CHUNK + 17, DOSES = 4000 };
	struct keychain *keys;
	struct lock_scene at;
	struct store *store;
	struct image image;
	struct str file;
	struct err err;

	(void)state;
	lock_enter(&at);
	store = kit_open(&at.place);
	kit_ok(scene_import(store, DOSES, &err), &err);
	store_close(store);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	file = kit_bytes(at.place.path);
	assert_true(file.len > SEALED_HEADER_SIZE + 2 * WHOLE);
	for (size_t end = SEALED_HEADER_SIZE; end < file.len; end += WHOLE) {
		kit_write(at.place.path, file.data, end);
		assert_false(image_read(at.place.path, keys, &image, &err));
	}
	for (size_t i = SEALED_HEADER_SIZE; i < SEALED_HEADER_SIZE + WHOLE; i++) {
		char was = file.data[i];

		file.data[i] = file.data[i + WHOLE];
		file.data[i + WHOLE] = was;
	}
	kit_write(at.place.path, file.data, file.len);
	assert_false(image_read(at.place.path, keys, &image, &err));
	str_free(&file);
	keychain_free(keys);
	lock_leave(&at);
}

static void put_le(char *at, uint32_t number)
{
	for (int i = 0; i < 4; i++, number >>= 8)
		at[i] = (char)number;
}

/* A header that wants all memory and time there is, with a checksum that fits. */
static void test_hostile_cost(void **state)
{
	static const struct sealed_cost costs[] = {
		{1, UINT32_MAX},
		{UINT32_MAX, COST_KIB_LEAST},
		{0, COST_KIB_LEAST},
		{1, COST_KIB_LEAST - 1},
		{1, COST_KIB_MOST + 1},
		{COST_PASSES_MAX + 1, COST_KIB_LEAST},
		{COST_PASSES_MAX, COST_KIB_MOST},
	};
	enum { AT_COST = 16 + 4 + SEALED_ID_SIZE + 8 + 4 };
	struct timespec from, to;
	struct lock_scene at;
	struct str file;
	struct err err;

	(void)state;
	lock_enter(&at);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	file = kit_bytes(at.place.path);
	for (size_t i = 0; i < sizeof(costs) / sizeof(costs[0]); i++) {
		struct keychain *keys = kit_keys();
		struct secret *typed = kit_secret(LOCK_WORD);

		put_le(file.data + AT_COST, costs[i].passes);
		put_le(file.data + AT_COST + 4, costs[i].kib);
		sealed_sign(file.data);
		kit_write(at.place.path, file.data, file.len);
		clock_gettime(CLOCK_MONOTONIC, &from);
		kit_refused(keychain_try(keys, at.place.path, typed, &err), &err, ERR_STORE,
			    "asks for more");
		clock_gettime(CLOCK_MONOTONIC, &to);
		assert_true((to.tv_sec - from.tv_sec) * 1000 +
				    (to.tv_nsec - from.tv_nsec) / 1000000 <
			    50);
		secret_free(typed);
		keychain_free(keys);
	}
	str_free(&file);
	lock_leave(&at);
}

/* By whichever path to it a store is named, it is known as the one whose lock was another one a moment ago. */
static void test_another_path(void **state)
{
	struct secret *other = kit_secret("another horse battery");
	struct str link = STR_INIT, path = STR_INIT;
	struct keychain *keys, *others;
	struct store_lock asked;
	struct store_locked told;
	struct lock_scene at;
	struct err err;

	(void)state;
	lock_enter(&at);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	str_addf(&link, "%s/again", at.place.folder);
	assert_int_equal(symlink(at.place.folder, link.data), 0);
	str_addf(&path, "%s%s", link.data, strrchr(at.place.path, '/'));
	keys = kit_keys_of(path.data, LOCK_WORD);
	others = kit_keys_of(at.place.path, LOCK_WORD);
	asked = lock_asked(&at, others, other);
	kit_ok(store_relock(&asked, &told, &err), &err);
	asked.keys = keys;
	kit_refused(store_relock(&asked, &told, &err), &err, ERR_LOCKED, "another program just");
	asked.path = path.data;
	kit_refused(store_unlock(&asked, &told, &err), &err, ERR_LOCKED, "another program just");
	assert_int_equal(unlink(link.data), 0);
	str_free(&link);
	str_free(&path);
	secret_free(other);
	keychain_free(keys);
	keychain_free(others);
	lock_leave(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong_words),
		cmocka_unit_test(test_recovery_code),
		cmocka_unit_test(test_end_of_a_code),
		cmocka_unit_test(test_every_byte_is_guarded),
		cmocka_unit_test(test_chunks_are_in_order),
		cmocka_unit_test(test_hostile_cost),
		cmocka_unit_test(test_another_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
