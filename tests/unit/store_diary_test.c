/* SPDX-License-Identifier: MIT */
/*
 * Check-ins, urges, notes and answers in the store: there and back, edited, removed, undone.
 */
#include "store_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store/diary.h"
#include "store/handle.h"

enum { UTC = 1795600800 };

static void expect_dump(struct store *store, const char *wanted)
{
	struct str dump = kit_dump(store);

	assert_string_equal(dump.data, wanted);
	str_free(&dump);
}

static struct store *in_memory(void)
{
	struct store *store;
	struct err err;

	kit_ok(store_open(NULL, NULL, &store, &err), &err);
	return store;
}

static struct checkin a_checkin(int64_t utc, int craving)
{
	struct checkin checkin = {.utc = utc, .utc_offset = 60, .sleep_minutes = 435};

	checkin_set(&checkin, "craving", craving);
	checkin_set(&checkin, "aches", 0);
	checkin.note = mem_dup("tired — ünï");
	return checkin;
}

static struct urge an_urge(int64_t utc)
{
	return (struct urge){
		.utc = utc,
		.utc_offset = -300,
		.seconds = 661,
		.outcome = URGE_TOOK,
		.tags = mem_dup("stress work"),
		.helped = mem_dup("a walk"),
		.note = mem_dup("long"),
	};
}

/* Every kind with everything in it. */
static void fill(struct store *store)
{
	struct checkin checkin = a_checkin(UTC, 3);
	struct urge urge = an_urge(UTC + 60);
	struct note note = {.utc = UTC + 120, .text = mem_dup("two\nlines")};
	struct answers answers = {.utc = UTC + 180, .kind = "safety", .body = mem_dup("a yes\n")};
	struct err err;
	int64_t id;

	kit_ok(store_checkin_add(store, &checkin, 1, "check-in", &id, &err), &err);
	assert_int_equal(id, 1);
	kit_ok(store_urge_add(store, &urge, 2, "urge", &id, &err), &err);
	assert_int_equal(id, 2);
	kit_ok(store_note_add(store, &note, 3, "note", &id, &err), &err);
	assert_int_equal(id, 3);
	kit_ok(store_answers_add(store, &answers, 4, "answers", &id, &err), &err);
	assert_int_equal(id, 4);
	checkin_free(&checkin);
	urge_free(&urge);
	note_free(&note);
	answers_free(&answers);
}

static const char filled[] = "checkin 1 1795600800 60 435 [tired — ünï] aches=0 craving=3\n"
			     "urge 2 1795600860 -300 661 took [stress work] [a walk] [long]\n"
			     "note 3 1795600920 0 [two\nlines]\n"
			     "answers 4 1795600980 0 safety [a yes\n]\n";

static void test_keeps_what_it_was_given(void **state)
{
	struct kit_place place;
	struct store *store;

	(void)state;
	kit_enter(&place);
	store = kit_open(&place);
	fill(store);
	expect_dump(store, filled);
	store_close(store);
	store = kit_open(&place);
	expect_dump(store, filled);
	store_close(store);
	kit_leave(&place);
}

static void test_an_edit_keeps_the_id(void **state)
{
	struct store *store = in_memory();
	struct checkin checkin;
	struct urge urge;
	struct note note;
	struct change change;
	struct err err;

	(void)state;
	fill(store);
	kit_ok(store_checkin_get(store, 1, &checkin, &err), &err);
	checkin_set(&checkin, "craving", 1);
	checkin.sleep_minutes = SLEEP_UNKNOWN;
	kit_ok(store_checkin_edit(store, &checkin, 5, "edit", &err), &err);
	kit_ok(store_urge_get(store, 2, &urge, &err), &err);
	urge.outcome = URGE_RODE_OUT;
	kit_ok(store_urge_edit(store, &urge, 6, "edit", &err), &err);
	kit_ok(store_note_get(store, 3, &note, &err), &err);
	free(note.text);
	note.text = mem_dup("one");
	kit_ok(store_note_edit(store, &note, 7, "edit", &err), &err);
	free(note.text);
	note.text = mem_dup("again");
	kit_ok(store_note_edit(store, &note, 8, "edit", &err), &err);
	expect_dump(store, "checkin 1 1795600800 60 -1 [tired — ünï] aches=0 craving=1\n"
			   "urge 2 1795600860 -300 661 rode-it-out [stress work] [a walk] [long]\n"
			   "note 3 1795600920 0 [again]\n"
			   "answers 4 1795600980 0 safety [a yes\n]\n");
	for (int i = 0; i < 4; i++)
		kit_ok(store_undo(store, &change, &err), &err);
	expect_dump(store, filled);
	checkin.id = 3;
	kit_refused(store_checkin_edit(store, &checkin, 9, "edit", &err), &err, ERR_NOT_FOUND,
		    "there is no check-in 3");
	kit_refused(store_note_get(store, 2, &note, &err), &err, ERR_NOT_FOUND,
		    "there is no note 2");
	expect_dump(store, filled);
	checkin_free(&checkin);
	urge_free(&urge);
	note_free(&note);
	store_close(store);
}

static void test_an_id_names_one_thing(void **state)
{
	static const enum entry_kind kinds[] = {ENTRY_CHECKIN, ENTRY_URGE, ENTRY_NOTE};
	struct store *store = in_memory();
	struct dose dose = kit_dose(UTC, 0, 2500);
	enum entry_kind kind;
	struct change change;
	struct err err;

	(void)state;
	fill(store);
	assert_int_equal(kit_add(store, &dose), 5);
	for (int i = 0; i < 3; i++) {
		kit_ok(store_entry_kind(store, i + 1, &kind, &err), &err);
		assert_int_equal(kind, kinds[i]);
	}
	kit_ok(store_entry_kind(store, 5, &kind, &err), &err);
	assert_int_equal(kind, ENTRY_DOSE);
	kit_refused(store_entry_kind(store, 4, &kind, &err), &err, ERR_NOT_FOUND,
		    "there is no entry 4");
	kit_refused(store_entry_remove(store, ENTRY_URGE, 1, 9, "rm", &err), &err, ERR_NOT_FOUND,
		    "there is no urge 1");
	for (int i = 0; i < 3; i++)
		kit_ok(store_entry_remove(store, kinds[i], i + 1, 9, "rm", &err), &err);
	kit_ok(store_entry_remove(store, ENTRY_DOSE, 5, 9, "rm", &err), &err);
	expect_dump(store, "answers 4 1795600980 0 safety [a yes\n]\n");
	kit_refused(store_entry_kind(store, 1, &kind, &err), &err, ERR_NOT_FOUND, "no entry 1");
	for (int i = 0; i < 5; i++)
		kit_ok(store_undo(store, &change, &err), &err);
	expect_dump(store, filled);
	store_close(store);
}

/* Undo and redo go through all kinds in the order they came. */
static void test_undoes_every_kind_to_empty_and_back(void **state)
{
	struct store *store = in_memory();
	struct change change;
	struct err err;

	(void)state;
	fill(store);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 4; i++)
			kit_ok(store_undo(store, &change, &err), &err);
		assert_string_equal(change.what, "check-in");
		expect_dump(store, "");
		kit_refused(store_undo(store, &change, &err), &err, ERR_NOT_FOUND, "nothing");
		for (int i = 0; i < 4; i++)
			kit_ok(store_redo(store, &change, &err), &err);
		expect_dump(store, filled);
	}
	store_close(store);
}

static bool add_id(void *context, const struct checkin *checkin, struct err *err)
{
	str_addf(context, "%lld ", (long long)checkin->id);
	return checkin->note[0] != 's' || err_set(err, ERR_INVALID, "stop here");
}

static void test_walks_a_span_both_ways(void **state)
{
	struct store *store = in_memory();
	struct str seen = STR_INIT;
	struct span span = {.from = UTC / 60 + 60, .to = UTC / 60 + 60 + 30};
	struct err err;

	(void)state;
	for (int i = 4; i >= 0; i--) {
		struct checkin checkin = a_checkin(UTC + i * 600, i);
		int64_t id;

		kit_ok(store_checkin_add(store, &checkin, 1, "check-in", &id, &err), &err);
		checkin_free(&checkin);
	}
	kit_ok(store_checkin_walk(store, span, false, add_id, &seen, &err), &err);
	assert_string_equal(seen.data, "5 4 3 ");
	str_reset(&seen);
	kit_ok(store_checkin_walk(store, span, true, add_id, &seen, &err), &err);
	assert_string_equal(seen.data, "3 4 5 ");
	str_reset(&seen);
	kit_ok(db_exec(store->db, "UPDATE checkin SET note = 'stop' WHERE row = 4", &err), &err);
	kit_refused(store_checkin_walk(store, span, false, add_id, &seen, &err), &err, ERR_INVALID,
		    "stop here");
	assert_string_equal(seen.data, "5 4 ");
	str_free(&seen);
	store_close(store);
}

static void test_gives_the_newest_answers_of_a_kind(void **state)
{
	struct store *store = in_memory();
	struct answers answers = {.utc = UTC, .kind = "safety", .body = mem_dup("second\n")};
	struct answers last;
	struct change change;
	struct err err;
	int64_t id;

	(void)state;
	kit_refused(store_answers_last(store, "safety", &last, &err), &err, ERR_NOT_FOUND,
		    "'safety'");
	fill(store);
	kit_ok(store_answers_add(store, &answers, 5, "safety", &id, &err), &err);
	kit_ok(store_answers_last(store, "safety", &last, &err), &err);
	assert_int_equal(last.id, id);
	assert_string_equal(last.body, "second\n");
	answers_free(&last);
	kit_refused(store_answers_last(store, "self-check", &last, &err), &err, ERR_NOT_FOUND,
		    "'self-check'");
	kit_ok(store_undo(store, &change, &err), &err);
	kit_ok(store_answers_last(store, "safety", &last, &err), &err);
	assert_string_equal(last.body, "a yes\n");
	answers_free(&last);
	answers_free(&answers);
	store_close(store);
}

static void test_refuses_what_it_never_wrote(void **state)
{
	static const char *const rows[] = {
		"INSERT INTO score VALUES(1, 'item', 5)",
		"INSERT INTO score VALUES(1, '', 1)",
		"INSERT INTO score VALUES(9, 'item', 1)",
		"UPDATE checkin SET sleep = 1441",
		"UPDATE checkin SET wall = wall + 1",
		"UPDATE urge SET outcome = 'failed'",
		"UPDATE urge SET seconds = -1",
		"UPDATE note SET text = printf('%.20001c', 'a')",
		"UPDATE answers SET kind = ''",
	};
	struct store *store = in_memory();
	struct str seen = STR_INIT;
	struct err err;

	(void)state;
	fill(store);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (db_exec(store->db, rows[i], &err))
			fail_msg("taken: %s", rows[i]);
	}
	kit_ok(db_exec(store->db,
		       "PRAGMA ignore_check_constraints = ON;"
		       "INSERT INTO score VALUES(1, 'bad', 9)",
		       &err),
	       &err);
	kit_refused(store_checkin_walk(store, kit_all, false, add_id, &seen, &err), &err, ERR_STORE,
		    "damaged");
	str_free(&seen);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keeps_what_it_was_given),
		cmocka_unit_test(test_an_edit_keeps_the_id),
		cmocka_unit_test(test_an_id_names_one_thing),
		cmocka_unit_test(test_undoes_every_kind_to_empty_and_back),
		cmocka_unit_test(test_walks_a_span_both_ways),
		cmocka_unit_test(test_gives_the_newest_answers_of_a_kind),
		cmocka_unit_test(test_refuses_what_it_never_wrote),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
