/* SPDX-License-Identifier: MIT */
/*
 * The power goes while a locked store is written: the file is the one before or the one after, whatever the disk kept of what was
 * not synced, and what was said to be done is in it. CUTS as in the same test of plain stores.
 */
#include "lock_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store_faults.h"
#include "store_scene.h"

/* The power: what is written beside, in pieces, and renamed. */
enum { FILES_MAX = 8, NOTHING_YET = -1 };

struct piece {
	enum faults_kind kind;
	int file;    /* written or synced; -1: a folder */
	char *bytes; /* owned */
	size_t len;
	off_t at;
};

static struct {
	struct piece *pieces; /* owned */
	size_t count, cap;
	ino_t inodes[FILES_MAX];
	int files;
} disk;

static int file_of(const struct stat *found)
{
	if (S_ISDIR(found->st_mode))
		return NOTHING_YET;
	for (int i = 0; i < disk.files; i++) {
		if (disk.inodes[i] == found->st_ino)
			return i;
	}
	assert_true(disk.files < FILES_MAX);
	disk.inodes[disk.files] = found->st_ino;
	return disk.files++;
}

static void note_piece(const struct faults_deed *done)
{
	struct piece piece = {.kind = done->kind, .len = done->len, .at = done->at};
	struct stat found;

	if (done->kind == DEED_RENAME)
		assert_int_equal(stat(done->name, &found), 0);
	else
		assert_int_equal(fstat(done->fd, &found), 0);
	piece.file = file_of(&found);
	/* From its rename on, the number may be another file's. */
	if (done->kind == DEED_RENAME)
		disk.inodes[piece.file] = 0;
	if (done->kind == DEED_WRITE) {
		piece.bytes = mem_alloc(done->len, 1);
		memcpy(piece.bytes, done->bytes, done->len);
	}
	disk.pieces = mem_grow(disk.pieces, &disk.cap, disk.count + 1, sizeof(piece));
	disk.pieces[disk.count++] = piece;
}

static void disk_free(void)
{
	for (size_t i = 0; i < disk.count; i++)
		free(disk.pieces[i].bytes);
	free(disk.pieces);
	disk.pieces = NULL;
	disk.count = disk.cap = 0;
	disk.files = 0;
}

/* True where a later sync before the cut made it last. */
static bool lasts(size_t at, size_t cut)
{
	const struct piece *piece = &disk.pieces[at];

	for (size_t i = at + 1; i < cut; i++) {
		const struct piece *later = &disk.pieces[i];

		if (later->kind == DEED_SYNC &&
		    later->file == (piece->kind == DEED_RENAME ? NOTHING_YET : piece->file))
			return true;
	}
	return false;
}

/* The file under the store's name, as a disk may have it that lost its power after so many pieces. */
static void cut(const char *path, const struct str *first, size_t at, unsigned *seed)
{
	struct str file = STR_INIT;
	int named = NOTHING_YET;

	for (size_t i = 0; i < at; i++) {
		if (disk.pieces[i].kind == DEED_RENAME && (lasts(i, at) || rand_r(seed) % 2 == 0))
			named = disk.pieces[i].file;
	}
	if (named == NOTHING_YET) {
		kit_write(path, first->data, first->len);
		return;
	}
	for (size_t i = 0; i < at; i++) {
		const struct piece *piece = &disk.pieces[i];
		size_t end = (size_t)piece->at + piece->len;

		if (piece->kind != DEED_WRITE || piece->file != named)
			continue;
		if (!lasts(i, at) && rand_r(seed) % 2 == 0)
			continue;
		while (file.len < end)
			str_add_char(&file, '\0');
		memcpy(file.data + piece->at, piece->bytes, piece->len);
	}
	kit_write(path, file.data, file.len);
	str_free(&file);
}

static bool do_log(struct store *store, struct err *err)
{
	struct dose dose = kit_dose(120, 0, 4321);
	int64_t id;

	return store_dose_add(store, &dose, 1, "log", &id, err);
}

static void test_power_cut(void **state)
{
	enum { CHANGES = 3, IMPORTED = 600 };
	struct str states[CHANGES + 1], first;
	size_t done[CHANGES + 1] = {0};
	struct keychain *keys;
	struct lock_scene at;
	struct store *store;
	unsigned seed = 20261121;
	struct err err;

	(void)state;
	lock_enter(&at);
	kit_lock(&at.place, at.backups, LOCK_WORD);
	first = kit_bytes(at.place.path);
	keys = kit_keys_of(at.place.path, LOCK_WORD);
	kit_ok(store_open_with(at.place.path, NULL, keys, &store, &err), &err);
	states[0] = kit_dump(store);
	faults_listen(note_piece);
	for (int i = 1; i <= CHANGES; i++) {
		kit_ok(i == 2 ? scene_import(store, IMPORTED, &err) : do_log(store, &err), &err);
		done[i] = disk.count;
		states[i] = kit_dump(store);
	}
	faults_listen(NULL);
	store_close(store);
	assert_true(disk.count > CHANGES * 3);
	for (size_t moment = 0; moment <= disk.count; moment++) {
		int told = 0;

		while (told < CHANGES && done[told + 1] <= moment)
			told++;
		for (int i = 0; i < 4 + scene_rounds("CUTS", 1); i++) {
			struct str now;

			cut(at.place.path, &first, moment, &seed);
			now = kit_dump_locked(at.place.path, keys);
			if (strcmp(now.data, states[told].data) != 0) {
				assert_true(told < CHANGES);
				assert_string_equal(now.data, states[told + 1].data);
			}
			str_free(&now);
		}
	}
	disk_free();
	for (int i = 0; i <= CHANGES; i++)
		str_free(&states[i]);
	str_free(&first);
	keychain_free(keys);
	lock_leave(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_power_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
