/* SPDX-License-Identifier: MIT */
/*
 * The format of a locked store: one of its first version, which has no second header, is read as before and gets one with the next
 * change; and what a new passphrase replaces is in neither header.
 */
#include "lock_kit.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/image.h"
#include "store/sealed_layout.h"
#include "store_scene.h"

enum { CHUNK_MORE = crypto_secretstream_xchacha20poly1305_ABYTES };

/* What is in it, as the first version of the format has it. */
static struct str first_format(const char *path, struct keychain *keys)
{
	crypto_secretstream_xchacha20poly1305_state state;
	unsigned char chunk[SEALED_CHUNK + CHUNK_MORE], *header;
	struct str file = STR_INIT;
	struct image image;
	size_t len;
	struct err err;

	kit_ok(image_read(path, keys, &image, &err), &err);
	header = image.header.bytes;
	crypto_secretstream_xchacha20poly1305_init_push(&state, header + AT_STREAM, image.key);
	sealed_put_begin(header, SEALED_FIRST);
	sealed_sign(header);
	str_add_bytes(&file, (const char *)header, SEALED_HEADER_SIZE);
	for (size_t at = 0; at < image.size; at += len) {
		len = image.size - at < SEALED_CHUNK ? image.size - at : SEALED_CHUNK;
		crypto_secretstream_xchacha20poly1305_push(
			&state, chunk, NULL, image.bytes + at, len, at == 0 ? header : NULL,
			at == 0 ? SEALED_HEADER_SIZE : 0,
			at + len == image.size ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
					       : 0);
		str_add_bytes(&file, (const char *)chunk, len + CHUNK_MORE);
	}
	image_free(&image);
	return file;
}

static uint32_t version_of(const struct str *file)
{
	struct sealed_header header;
	struct err err;

	kit_ok(sealed_read_header(file->data, file->len, "file", &header, &err), &err);
	return header.version;
}

static void assert_two_headers(const struct str *file)
{
	assert_int_equal(version_of(file), SEALED_VERSION);
	assert_memory_equal(file->data, file->data + file->len - SEALED_HEADER_SIZE,
			    SEALED_HEADER_SIZE);
}

struct older {
	struct lock_scene at;
	struct keychain *keys; /* by the passphrase, of the older file */
	struct str file, dump;
};

static void enter(struct older *older)
{
	const char *path = older->at.place.path;
	struct keychain *keys;

	lock_enter(&older->at);
	kit_lock(&older->at.place, older->at.backups, LOCK_WORD);
	keys = kit_keys_of(path, LOCK_WORD);
	older->dump = kit_dump_locked(path, keys);
	older->file = first_format(path, keys);
	keychain_free(keys);
	kit_write(path, older->file.data, older->file.len);
	older->keys = kit_keys_of(path, LOCK_WORD);
}

static void leave(struct older *older)
{
	str_free(&older->file);
	str_free(&older->dump);
	keychain_free(older->keys);
	lock_leave(&older->at);
}

static void test_first_format(void **state)
{
	const struct dose dose = kit_dose(61, 0, 1250);
	struct keychain *others;
	struct older older;
	struct store *store;
	struct str now;
	struct err err;

	(void)state;
	enter(&older);
	assert_int_equal(version_of(&older.file), SEALED_FIRST);
	now = kit_dump_locked(older.at.place.path, older.keys);
	assert_string_equal(now.data, older.dump.data);
	str_free(&now);
	/* Reading leaves it as it is. */
	now = kit_bytes(older.at.place.path);
	assert_int_equal(now.len, older.file.len);
	assert_memory_equal(now.data, older.file.data, now.len);
	str_free(&now);
	kit_ok(store_open_with(older.at.place.path, older.at.backups, older.keys, &store, &err),
	       &err);
	kit_add(store, &dose);
	store_close(store);
	now = kit_bytes(older.at.place.path);
	assert_two_headers(&now);
	str_free(&now);
	/* By the passphrase it had from the beginning. */
	others = kit_keys_of(older.at.place.path, LOCK_WORD);
	now = kit_dump_locked(older.at.place.path, others);
	assert_true(now.len > older.dump.len);
	str_free(&now);
	keychain_free(others);
	leave(&older);
}

/* Longer by a header, or newer by its number, it is none of the first version. */
static void test_first_format_guarded(void **state)
{
	struct older older;
	struct image image;
	struct str bent = STR_INIT;
	struct err err;

	(void)state;
	enter(&older);
	str_add_bytes(&bent, older.file.data, older.file.len);
	str_add_bytes(&bent, older.file.data, SEALED_HEADER_SIZE);
	kit_write(older.at.place.path, bent.data, bent.len);
	assert_false(image_read(older.at.place.path, older.keys, &image, &err));
	assert_true(err.code == ERR_STORE);
	sealed_put_begin((unsigned char *)bent.data, SEALED_VERSION);
	sealed_sign(bent.data);
	memcpy(bent.data + older.file.len, bent.data, SEALED_HEADER_SIZE);
	kit_write(older.at.place.path, bent.data, bent.len);
	assert_false(image_read(older.at.place.path, older.keys, &image, &err));
	assert_true(err.code == ERR_STORE);
	sealed_put_begin((unsigned char *)bent.data, SEALED_VERSION + 1);
	sealed_sign(bent.data);
	kit_write(older.at.place.path, bent.data, bent.len);
	kit_refused(image_read(older.at.place.path, older.keys, &image, &err), &err, ERR_STORE,
		    "newer taper");
	str_free(&bent);
	leave(&older);
}

/* What can be said of its only header is, and what is saved has two. */
static void test_first_format_saved(void **state)
{
	static const struct {
		size_t at, len;
	} wounds[] = {{AT_MAGIC, AT_VERSION},
		      {AT_VERSION, 4},
		      {AT_SLOTS + 20, 1},
		      {AT_PROOF, 2 * SEALED_CHECK_SIZE}};
	struct store_rescued rescued;
	struct older older;
	struct err err;

	(void)state;
	enter(&older);
	for (size_t i = 0; i < sizeof(wounds) / sizeof(wounds[0]); i++) {
		const struct store_rescue asked = {.path = older.at.place.path,
						   .backups = older.at.place.folder,
						   .today = scene_today,
						   .keys = older.keys};
		struct str now = STR_INIT;

		str_add_bytes(&now, older.file.data, older.file.len);
		for (size_t at = wounds[i].at; at < wounds[i].at + wounds[i].len; at++)
			now.data[at] ^= 0x55;
		kit_write(older.at.place.path, now.data, now.len);
		str_free(&now);
		kit_ok(store_rescue(&asked, &rescued, &err), &err);
		assert_true(rescued.lock);
		free(rescued.aside);
		now = kit_bytes(older.at.place.path);
		assert_two_headers(&now);
		str_free(&now);
		now = kit_dump_locked(older.at.place.path, older.keys);
		assert_string_equal(now.data, older.dump.data);
		str_free(&now);
	}
	leave(&older);
}

static bool has(const struct str *file, const void *bytes, size_t len)
{
	bool found = false;

	for (size_t i = 0; !found && i + len <= file->len; i++)
		found = memcmp(file->data + i, bytes, len) == 0;
	return found;
}

static struct sealed_slot slot_of(const struct str *file)
{
	struct sealed_header header;
	struct err err;

	kit_ok(sealed_read_header(file->data, file->len, "file", &header, &err), &err);
	return header.slots[0];
}

static void test_old_slots_are_gone(void **state)
{
	struct secret *other = kit_secret("another horse battery");
	struct sealed_slot slot;
	struct store_locked told;
	struct store_lock asked;
	struct older older;
	struct str now;
	struct err err;

	(void)state;
	enter(&older);
	slot = slot_of(&older.file);
	assert_true(has(&older.file, slot.salt, sizeof(slot.salt)));
	asked = lock_asked(&older.at, older.keys, other);
	kit_ok(store_relock(&asked, &told, &err), &err);
	assert_int_equal(told.left, 0);
	now = kit_bytes(older.at.place.path);
	assert_two_headers(&now);
	assert_false(has(&now, slot.salt, sizeof(slot.salt)));
	assert_false(has(&now, slot.box, sizeof(slot.box)));
	str_free(&now);
	lock_refuse(&older.at, LOCK_WORD, "wrong passphrase");
	/* And from the newest version to itself. */
	now = kit_bytes(older.at.place.path);
	slot = slot_of(&now);
	str_free(&now);
	kit_ok(keychain_prove(older.keys, older.at.place.path, other, &err), &err);
	kit_ok(store_relock(&asked, &told, &err), &err);
	now = kit_bytes(older.at.place.path);
	assert_two_headers(&now);
	assert_false(has(&now, slot.salt, sizeof(slot.salt)));
	assert_false(has(&now, slot.box, sizeof(slot.box)));
	str_free(&now);
	secret_free(other);
	leave(&older);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_format),
		cmocka_unit_test(test_first_format_guarded),
		cmocka_unit_test(test_first_format_saved),
		cmocka_unit_test(test_old_slots_are_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
