/* SPDX-License-Identifier: MIT */
#include "keychain.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "code.h"
#include "place.h"
#include "ring.h"
#include "sealed_at.h"

enum { TRIES = 3 };

struct held {
	unsigned char id[SEALED_ID_SIZE];
	unsigned char *key; /* owned */
	char *path;         /* owned; resolved; of what it opened, or NULL */
	bool proved;        /* it was typed, and for a change of the lock */
};

struct keychain {
	struct held *held; /* owned */
	size_t count, cap;
	keychain_ask *ask;
	void *context;
	struct sealed_cost cost;
};

struct keychain *keychain_new(keychain_ask *ask, void *context)
{
	struct keychain *keys = mem_alloc(1, sizeof(*keys));

	keys->ask = ask;
	keys->context = context;
	keys->cost = sealed_cost_usual;
	return keys;
}

void keychain_free(struct keychain *keys)
{
	if (keys == NULL)
		return;
	for (size_t i = 0; i < keys->count; i++) {
		key_free(keys->held[i].key);
		free(keys->held[i].path);
	}
	free(keys->held);
	free(keys);
}

void keychain_ask_by(struct keychain *keys, keychain_ask *ask, void *context)
{
	keys->ask = ask;
	keys->context = context;
}

bool keychain_asks(const struct keychain *keys)
{
	return keys != NULL && keys->ask != NULL;
}

struct sealed_cost keychain_cost(const struct keychain *keys)
{
	return keys->cost;
}

void keychain_set_cost(struct keychain *keys, struct sealed_cost cost)
{
	keys->cost = cost;
}

static struct held *held_of(struct keychain *keys, const struct sealed_header *header)
{
	for (size_t i = 0; i < keys->count; i++) {
		if (memcmp(keys->held[i].id, header->id, SEALED_ID_SIZE) == 0)
			return &keys->held[i];
	}
	return NULL;
}

/* A file has as many paths as there are links to its folders. */
static char *one_path(const char *path)
{
	char *resolved;
	struct err ignored;

	return place_resolve(path, &resolved, &ignored) ? resolved : mem_dup(path);
}

/* True where the file was open by another key before. */
static bool is_changed(const struct keychain *keys, const char *path)
{
	char *sought = one_path(path);
	bool changed = false;

	for (size_t i = 0; !changed && i < keys->count; i++)
		changed = keys->held[i].path != NULL && strcmp(keys->held[i].path, sought) == 0;
	free(sought);
	return changed;
}

static struct held *hold(struct keychain *keys, const struct sealed_header *header,
			 const unsigned char *key)
{
	struct held *held = held_of(keys, header);

	if (held != NULL)
		return held;
	/* Wherever it came from: what it opens will be in memory. */
	secret_guard();
	keys->held = mem_grow(keys->held, &keys->cap, keys->count + 1, sizeof(keys->held[0]));
	held = &keys->held[keys->count++];
	*held = (struct held){.key = key_new()};
	memcpy(held->id, header->id, sizeof(held->id));
	memcpy(held->key, key, SEALED_KEY_SIZE);
	return held;
}

static void note_path(struct held *held, const char *path)
{
	free(held->path);
	held->path = one_path(path);
}

void keychain_hold(struct keychain *keys, const struct sealed_header *header,
		   const unsigned char *key)
{
	hold(keys, header, key);
}

const unsigned char *keychain_look(struct keychain *keys, const struct sealed_header *header)
{
	const struct held *held;
	unsigned char *key;
	bool fits;

	if (keys == NULL)
		return NULL;
	held = held_of(keys, header);
	if (held != NULL)
		return held->key;
	key = key_new();
	fits = ring_get(header->id, key) && sealed_key_fits(header, key);
	if (fits)
		keychain_hold(keys, header, key);
	key_free(key);
	held = fits ? held_of(keys, header) : NULL;
	return held != NULL ? held->key : NULL;
}

/* As a recovery code where it can be one, else, or where that is another one, as a passphrase. */
static bool try_both(const struct sealed_header *header, const struct secret *typed,
		     unsigned char *key, bool *opened, struct err *err)
{
	struct secret *signs = secret_new();
	int group = 0;
	enum code_state state = code_read(secret_text(typed), secret_len(typed), signs, &group);
	struct sealed_secret by = {
		.kind = SLOT_RECOVERY, .typed = secret_text(signs), .len = secret_len(signs)};
	bool ok = true;

	*opened = false;
	if (state == CODE_GOOD)
		ok = sealed_open_slot(header, &by, key, opened, err);
	by = (struct sealed_secret){
		.kind = SLOT_PASSPHRASE, .typed = secret_text(typed), .len = secret_len(typed)};
	if (ok && !*opened)
		ok = sealed_open_slot(header, &by, key, opened, err);
	if (ok && !*opened && state == CODE_MISTYPED)
		ok = err_set(err, ERR_LOCKED,
			     "group %d of the recovery code is mistyped; look at it again", group);
	secret_free(signs);
	return ok;
}

/* ERR_LOCKED where it is wrong. */
static bool try_typed(struct keychain *keys, const char *path, const struct sealed_header *header,
		      const struct secret *typed, bool proves, struct err *err)
{
	unsigned char *key = key_new();
	bool opened = false;
	bool ok = try_both(header, typed, key, &opened, err);

	if (ok && opened) {
		struct held *held = hold(keys, header, key);

		note_path(held, path);
		held->proved = held->proved || proves;
	}
	key_free(key);
	return ok && (opened || err_set(err, ERR_LOCKED, "wrong passphrase"));
}

/* What was wrong with a try is nobody's any more once a later one is right. */
static bool ask(struct keychain *keys, const struct sealed_header *header, const char *path,
		struct err *err)
{
	struct secret_wanted wanted = {.path = path, .changed = is_changed(keys, path)};
	struct secret *typed = secret_new();
	struct err why = {.code = ERR_LOCKED};
	bool found = false;

	for (; wanted.tries < TRIES && !found; wanted.tries++) {
		secret_cut(typed, 0);
		if (!keys->ask(keys->context, &wanted, typed, &why))
			break;
		found = try_typed(keys, path, header, typed, false, &why);
		if (!found && why.code != ERR_LOCKED)
			break;
	}
	secret_free(typed);
	keys->ask(keys->context, &wanted, NULL, NULL);
	if (!found)
		*err = why;
	return found;
}

bool keychain_find(struct keychain *keys, const struct sealed_header *header, const char *path,
		   const unsigned char **key, struct err *err)
{
	struct held *held;

	*key = keychain_look(keys, header);
	if (*key == NULL && (keys == NULL || keys->ask == NULL))
		return err_set(err, ERR_LOCKED, "the log '%.300s' is locked", path);
	if (*key == NULL && !ask(keys, header, path, err))
		return false;
	held = held_of(keys, header);
	if (held != NULL) {
		*key = held->key;
		note_path(held, path);
	}
	return true;
}

bool keychain_try(struct keychain *keys, const char *path, const struct secret *typed,
		  struct err *err)
{
	struct sealed_header header;

	return sealed_header_at(path, &header, err) &&
	       try_typed(keys, path, &header, typed, false, err);
}

bool keychain_prove(struct keychain *keys, const char *path, const struct secret *typed,
		    struct err *err)
{
	struct sealed_header header;

	return sealed_header_at(path, &header, err) &&
	       try_typed(keys, path, &header, typed, true, err);
}

bool keychain_take_proof(struct keychain *keys, const struct sealed_header *header,
			 const char *path, struct err *err)
{
	struct held *held = held_of(keys, header);

	if (held != NULL && held->proved) {
		held->proved = false;
		return true;
	}
	if (held == NULL && is_changed(keys, path))
		return err_set(err, ERR_LOCKED,
			       "another program just gave the log another passphrase; "
			       "nothing was changed, so begin again with that one");
	return err_set(err, ERR_LOCKED,
		       "the passphrase has to be typed for that, also while the log is open");
}

bool keychain_open(struct keychain *keys, const char *path, struct err *err)
{
	struct sealed_header header;
	const unsigned char *key;

	return sealed_header_at(path, &header, err) &&
	       keychain_find(keys, &header, path, &key, err);
}

bool keychain_has(struct keychain *keys, const char *path)
{
	struct sealed_header header;
	struct err ignored;

	return sealed_header_at(path, &header, &ignored) && keychain_look(keys, &header) != NULL;
}

bool keychain_stay(struct keychain *keys, const char *path, struct lock_stay stay, struct err *err)
{
	struct sealed_header header;
	const unsigned char *key;

	return sealed_header_at(path, &header, err) &&
	       keychain_find(keys, &header, path, &key, err) && ring_put(header.id, key, stay, err);
}

bool keychain_stays(const char *path)
{
	unsigned char *key;
	struct sealed_header header;
	struct err ignored;
	bool stays;

	if (!sealed_header_at(path, &header, &ignored))
		return false;
	key = key_new();
	stays = ring_get(header.id, key);
	key_free(key);
	return stays;
}

bool keychain_leave(const char *path)
{
	struct sealed_header header;
	struct err ignored;

	return sealed_header_at(path, &header, &ignored) && ring_drop(header.id);
}
