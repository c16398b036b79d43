/* SPDX-License-Identifier: MIT */
/*
 * The power goes at any moment: whatever the disk kept of what was not synced, the store opens whole, holds every change that
 * was said to be made, and at most the one that was being made. CUTS sets how many random states of the disk are tried at each
 * moment (make torture: many); without it one of each kind in turn.
 */
#include "store_scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/handle.h"
#include "store_power.h"

enum { CHANGES_MAX = 32, SMALL_CACHE_DOSES = 120 };

/* What was there after each change, and how much was done on the disk when it was said to be made. */
struct story {
	struct scene scene;
	struct store *store;
	size_t done[CHANGES_MAX];
	struct str state[CHANGES_MAX];
	size_t count;
};

static void made(struct story *story)
{
	assert_true(story->count < CHANGES_MAX);
	story->done[story->count] = power_done();
	story->state[story->count++] = scene_look(story->scene.place.path);
}

static void story_begin(struct story *story)
{
	const struct scene_model empty = {STR_INIT, STR_INIT};

	*story = (struct story){.count = 0};
	scene_enter(&story->scene, &empty);
}

static bool is_state(const struct story *story, size_t at, const char *look)
{
	return at < story->count && strcmp(story->state[at].data, look) == 0;
}

/* Opened as after every power cut: what is there is what was told, or with the change that was being made. */
static void check(const struct story *story, size_t done, const char *path)
{
	struct store *store;
	struct str look;
	struct err err;
	size_t at = 0;

	kit_ok(store_open(path, NULL, &store, &err), &err);
	store_close(store);
	look = scene_look(path);
	while (at + 1 < story->count && story->done[at + 1] <= done)
		at++;
	if (!is_state(story, at, look.data) && !is_state(story, at + 1, look.data))
		fail_msg("cut after %zu of %zu: change %zu is not there\n%s", done, power_done(),
			 at, look.data);
	str_free(&look);
}

/* The disk keeps what luck has it keep, at one moment. */
static void cut_at(const struct story *story, size_t at, enum power_luck luck, unsigned *seed)
{
	char path[KIT_PATH_SIZE + 16];

	snprintf(path, sizeof(path), "%s/cut.db", story->scene.place.folder);
	power_cut(at, luck, seed, path);
	check(story, at, path);
}

static void cut_everywhere(struct story *story)
{
	int cuts = scene_rounds("CUTS", 0);
	unsigned seed = 20261121;
	size_t done = power_done();

	store_close(story->store);
	assert_true(done > 10);
	for (size_t at = story->done[0]; at <= done; at++) {
		for (int luck = POWER_NOTHING; luck < POWER_RANDOM; luck++) {
			if (cuts > 0 || at % POWER_RANDOM == (size_t)luck || at == done)
				cut_at(story, at, (enum power_luck)luck, &seed);
		}
		for (int i = 0; i < cuts + 1; i++)
			cut_at(story, at, POWER_RANDOM, &seed);
	}
	power_end();
	for (size_t i = 0; i < story->count; i++)
		str_free(&story->state[i]);
	scene_leave(&story->scene);
}

static void test_power_cut_in_everyday_changes(void **state)
{
	struct dose dose = kit_dose(600, 0, 1250);
	struct story story;
	struct change change;
	struct err err;

	(void)state;
	story_begin(&story);
	power_begin(story.scene.place.path);
	story.store = kit_open(&story.scene.place);
	made(&story);
	for (int i = 0; i < 3; i++) {
		kit_add(story.store, &dose);
		made(&story);
	}
	dose.id = 2;
	dose.amount = amount_from_milli(900);
	kit_ok(store_dose_edit(story.store, &dose, 5, "edit", &err), &err);
	made(&story);
	kit_ok(store_dose_remove(story.store, 1, 6, "rm", &err), &err);
	made(&story);
	for (int i = 0; i < 2; i++) {
		kit_ok(store_undo(story.store, &change, &err), &err);
		made(&story);
	}
	kit_ok(store_redo(story.store, &change, &err), &err);
	made(&story);
	kit_add(story.store, &dose);
	made(&story);
	cut_everywhere(&story);
}

/* A cache that is too small, so that pages of the store are written before the end of the change. */
static void test_power_cut_in_a_large_change(void **state)
{
	struct dose dose = kit_dose(600, 0, 1250);
	struct revision revision = kit_revision(1);
	struct story story;
	struct change change;
	struct err err;

	(void)state;
	story_begin(&story);
	story.store = kit_open(&story.scene.place);
	kit_add(story.store, &dose);
	store_close(story.store);
	power_begin(story.scene.place.path);
	story.store = kit_open(&story.scene.place);
	kit_ok(db_exec(story.store->db, "PRAGMA cache_size = 2", &err), &err);
	made(&story);
	kit_ok(scene_import(story.store, SMALL_CACHE_DOSES, &err), &err);
	made(&story);
	kit_ok(store_revision_add(story.store, &revision, 1, "start", &err), &err);
	made(&story);
	kit_ok(store_undo(story.store, &change, &err), &err);
	made(&story);
	kit_ok(store_undo(story.store, &change, &err), &err);
	made(&story);
	kit_ok(store_redo(story.store, &change, &err), &err);
	made(&story);
	revision_free(&revision);
	cut_everywhere(&story);
}

/* Before the first change was made the store may not be there yet, but what there is of it opens. */
static void test_power_cut_in_the_making(void **state)
{
	struct dose dose = kit_dose(600, 0, 1250);
	struct story story;

	(void)state;
	story_begin(&story);
	power_begin(story.scene.place.path);
	story.store = kit_open(&story.scene.place);
	made(&story);
	story.done[0] = 0;
	kit_add(story.store, &dose);
	made(&story);
	cut_everywhere(&story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_power_cut_in_everyday_changes),
		cmocka_unit_test(test_power_cut_in_a_large_change),
		cmocka_unit_test(test_power_cut_in_the_making),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
