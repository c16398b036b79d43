/* SPDX-License-Identifier: MIT */
#include "store/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/diary.h"
#include "store_kit.h"

/* One of each kind that is not a revision, again and again where the ids say so. */
struct scene {
	struct dose dose;
	struct urge urge;
	struct note note;
	struct answers answers;
	struct checkin checkin;
	struct record records[5];
	size_t count, at;
	bool breaks; /* behind the last */
};

static void set_scene(struct scene *scene)
{
	static char empty[1] = "", text[] = "a note", body[] = "none";

	*scene = (struct scene){
		.dose = kit_dose(1000, 60, 500),
		.urge = {.id = 7, .utc = 2000, .tags = empty, .helped = empty, .note = empty},
		.note = {.id = 9, .utc = 3000, .text = text},
		.answers = {.id = 12, .utc = 4000, .kind = "safety", .body = body},
		.checkin = {.id = 13, .utc = 5000, .sleep_minutes = 400, .note = empty},
		.count = 5,
	};
	scene->dose.id = 3;
	scene->records[0] = (struct record){.kind = RECORD_DOSE, .dose = &scene->dose};
	scene->records[1] = (struct record){.kind = RECORD_URGE, .urge = &scene->urge};
	scene->records[2] = (struct record){.kind = RECORD_NOTE, .note = &scene->note};
	scene->records[3] = (struct record){.kind = RECORD_ANSWERS, .answers = &scene->answers};
	scene->records[4] = (struct record){.kind = RECORD_CHECKIN, .checkin = &scene->checkin};
}

static bool next_record(void *context, struct record *record, struct err *err)
{
	struct scene *scene = context;

	if (scene->at == scene->count)
		return scene->breaks && err_set(err, ERR_FORMAT, "it breaks off");
	*record = scene->records[scene->at++];
	return true;
}

static struct store_import asking(struct scene *scene, int64_t last_id)
{
	scene->at = 0;
	return (struct store_import){.source = next_record,
				     .context = scene,
				     .now_utc = 9000,
				     .what = "import",
				     .last_id = last_id};
}

static void counts(const struct store_import *asked, int64_t added, int64_t skipped)
{
	int64_t sums[2] = {0, 0};

	for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
		sums[0] += asked->counts[kind].added;
		sums[1] += asked->counts[kind].skipped;
	}
	assert_int_equal(sums[0], added);
	assert_int_equal(sums[1], skipped);
}

static struct store *open_new(void)
{
	struct store *store;
	struct err err;

	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	return store;
}

static void a_new_store_keeps_the_ids(void **state)
{
	struct store *store = open_new();
	struct scene scene;
	struct store_import asked;
	struct dose dose = kit_dose(8000, 60, 700);
	struct note note = NOTE_INIT;
	struct err err;
	int64_t id;

	(void)state;
	set_scene(&scene);
	asked = asking(&scene, 13);
	kit_ok(store_import(store, &asked, &err), &err);
	counts(&asked, 5, 0);
	kit_ok(store_note_get(store, 9, &note, &err), &err);
	assert_string_equal(note.text, "a note");
	note_free(&note);
	kit_ok(store_dose_add(store, &dose, 9001, "log", &id, &err), &err);
	assert_int_equal(id, 14);
	store_close(store);
}

static void a_used_store_gives_ids_of_its_own(void **state)
{
	struct store *store = open_new();
	struct dose dose = kit_dose(8000, 60, 700);
	struct scene scene;
	struct store_import asked;
	struct note note = NOTE_INIT;
	struct change change;
	struct err err;

	(void)state;
	kit_add(store, &dose);
	set_scene(&scene);
	asked = asking(&scene, 13);
	kit_ok(store_import(store, &asked, &err), &err);
	counts(&asked, 5, 0);
	kit_ok(store_note_get(store, 4, &note, &err), &err);
	note_free(&note);
	asked = asking(&scene, 13);
	kit_ok(store_import(store, &asked, &err), &err);
	counts(&asked, 0, 5);
	kit_ok(store_undo(store, &change, &err), &err);
	assert_string_equal(change.what, "import");
	kit_refused(store_note_get(store, 4, &note, &err), &err, ERR_NOT_FOUND, "there is no note");
	store_close(store);
}

static void answers_that_are_older_never_count(void **state)
{
	struct store *store = open_new();
	struct scene scene;
	struct store_import asked;
	struct answers last = ANSWERS_INIT, newer = ANSWERS_INIT;
	static char body[] = "pregnant";
	struct err err;
	int64_t id;

	(void)state;
	newer = (struct answers){.utc = 4001, .kind = "safety", .body = body};
	kit_ok(store_answers_add(store, &newer, 4001, "answer", &id, &err), &err);
	set_scene(&scene);
	asked = asking(&scene, 13);
	kit_ok(store_import(store, &asked, &err), &err);
	counts(&asked, 4, 1);
	kit_ok(store_answers_last(store, "safety", &last, &err), &err);
	assert_string_equal(last.body, "pregnant");
	answers_free(&last);
	store_close(store);
}

static void what_breaks_off_leaves_nothing(void **state)
{
	struct store *store = open_new();
	struct str before = kit_dump(store), after;
	struct scene scene;
	struct store_import asked;
	struct err err;

	(void)state;
	set_scene(&scene);
	scene.breaks = true;
	asked = asking(&scene, 13);
	kit_refused(store_import(store, &asked, &err), &err, ERR_FORMAT, "it breaks off");
	counts(&asked, 0, 0);
	after = kit_dump(store);
	assert_string_equal(before.data, after.data);
	str_free(&before);
	str_free(&after);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_store_keeps_the_ids),
		cmocka_unit_test(a_used_store_gives_ids_of_its_own),
		cmocka_unit_test(answers_that_are_older_never_count),
		cmocka_unit_test(what_breaks_off_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
