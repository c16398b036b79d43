/* SPDX-License-Identifier: MIT */
#include "lock_kit.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "store/keychain.h"
#include "store_scene.h"

struct secret *kit_secret(const char *text)
{
	struct secret *secret = secret_new();

	assert_true(secret_add(secret, text, strlen(text)));
	return secret;
}

struct keychain *kit_keys(void)
{
	struct keychain *keys = keychain_new(NULL, NULL);

	keychain_set_cost(keys, (struct sealed_cost){.passes = 1, .kib = COST_KIB_LEAST});
	return keys;
}

struct keychain *kit_keys_of(const char *path, const char *passphrase)
{
	struct keychain *keys = kit_keys();
	struct secret *typed = kit_secret(passphrase);
	struct err err;

	kit_ok(keychain_prove(keys, path, typed, &err), &err);
	secret_free(typed);
	return keys;
}

void kit_lock(const struct kit_place *place, const char *backups, const char *passphrase)
{
	struct keychain *keys = kit_keys();
	struct secret *typed = kit_secret(passphrase);
	const struct store_lock asked = {
		.path = place->path, .backups = backups, .keys = keys, .passphrase = typed};
	struct store_locked locked;
	struct err err;

	kit_ok(store_lock(&asked, &locked, &err), &err);
	free(locked.kept);
	secret_free(typed);
	keychain_free(keys);
}

struct str kit_dump_locked(const char *path, struct keychain *keys)
{
	struct store *store = NULL;
	struct str dump;
	struct err err;

	kit_ok(store_open_with(path, NULL, keys, &store, &err), &err);
	dump = kit_dump(store);
	store_close(store);
	return dump;
}

static bool file_has(const char *path, const char *bytes)
{
	struct str file = kit_bytes(path);
	size_t len = strlen(bytes);
	bool has = false;

	for (size_t i = 0; !has && i + len <= file.len; i++)
		has = memcmp(file.data + i, bytes, len) == 0;
	str_free(&file);
	return has;
}

bool kit_folder_has(const char *folder, const char *bytes)
{
	DIR *open_folder = opendir(folder);
	const struct dirent *item;
	bool has = false;

	while (!has && open_folder != NULL && (item = readdir(open_folder)) != NULL) {
		struct str path = STR_INIT;
		struct stat found;

		str_addf(&path, "%s/%s", folder, item->d_name);
		if (strcmp(item->d_name, ".") != 0 && strcmp(item->d_name, "..") != 0 &&
		    lstat(path.data, &found) == 0)
			has = S_ISDIR(found.st_mode) ? kit_folder_has(path.data, bytes)
						     : file_has(path.data, bytes);
		str_free(&path);
	}
	if (open_folder != NULL)
		closedir(open_folder);
	return has;
}

void lock_enter(struct lock_scene *at)
{
	struct dose dose = kit_dose(60, 0, 1250);
	char text[] = LOCK_NOTE;
	struct store *store;
	struct err err;

	kit_enter(&at->place);
	snprintf(at->backups, sizeof(at->backups), "%s/backups", at->place.folder);
	kit_ok(store_open(at->place.path, at->backups, &store, &err), &err);
	dose.note = text;
	kit_add(store, &dose);
	kit_ok(scene_import(store, 40, &err), &err);
	store_close(store);
}

void lock_leave(const struct lock_scene *at)
{
	kit_leave(&at->place);
}

struct store_lock lock_asked(const struct lock_scene *at, struct keychain *keys,
			     const struct secret *passphrase)
{
	return (struct store_lock){.path = at->place.path,
				   .backups = at->backups,
				   .keys = keys,
				   .passphrase = passphrase};
}

void lock_refuse(const struct lock_scene *at, const char *text, const char *words)
{
	struct keychain *keys = kit_keys();
	struct secret *typed = kit_secret(text);
	struct err err;

	kit_refused(keychain_try(keys, at->place.path, typed, &err), &err, ERR_LOCKED, words);
	assert_false(keychain_has(keys, at->place.path));
	secret_free(typed);
	keychain_free(keys);
}
