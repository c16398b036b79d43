/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* nftw */

#include "store_kit.h"

#include <ftw.h>
#include <inttypes.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store/diary.h"

const struct span kit_all = {.from = INT64_MIN, .to = INT64_MAX};

void kit_enter(struct kit_place *place)
{
	const char *tmp = getenv("TMPDIR");
	const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : tmp != NULL ? tmp : "/tmp";

	snprintf(place->folder, sizeof(place->folder), "%s/taper-store-XXXXXX", base);
	assert_non_null(mkdtemp(place->folder));
	snprintf(place->path, sizeof(place->path), "%s/taper.db", place->folder);
}

static int remove_one(const char *path, const struct stat *found, int kind, struct FTW *at)
{
	(void)found;
	(void)kind;
	(void)at;
	return remove(path);
}

void kit_leave(const struct kit_place *place)
{
	nftw(place->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void kit_ok(bool ok, const struct err *err)
{
	if (!ok)
		fail_msg("%s", err->msg);
}

void kit_refused(bool ok, const struct err *err, enum err_code code, const char *words)
{
	if (ok)
		fail_msg("this was to be refused: %s", words);
	if (err->code != code || strstr(err->msg, words) == NULL)
		fail_msg("code %d '%s', wanted %d '%s'", (int)err->code, err->msg, (int)code,
			 words);
}

struct store *kit_open(const struct kit_place *place)
{
	struct store *store = NULL;
	struct err err;

	kit_ok(store_open(place->path, NULL, &store, &err), &err);
	return store;
}

struct dose kit_dose(int64_t utc, int16_t utc_offset, int64_t milli)
{
	return (struct dose){
		.utc = utc,
		.utc_offset = utc_offset,
		.amount = amount_from_milli(milli),
		.unit = UNIT_GRAM,
		.product = DOSE_DEFAULT_PRODUCT,
		.tags = str_empty,
		.note = str_empty,
	};
}

int64_t kit_add(struct store *store, const struct dose *dose)
{
	struct err err;
	int64_t id = 0;

	kit_ok(store_dose_add(store, dose, dose->utc, "log", &id, &err), &err);
	return id;
}

static bool dump_dose(void *context, const struct dose *dose, struct err *err)
{
	(void)err;
	str_addf(context, "%" PRId64 " %" PRId64 " %d %" PRId64 " %s %s [%s] [%s]\n", dose->id,
		 dose->utc, dose->utc_offset, dose->amount.nano, unit_name(dose->unit),
		 dose->product, dose->tags, dose->note);
	return true;
}

static bool dump_checkin(void *context, const struct checkin *checkin, struct err *err)
{
	(void)err;
	str_addf(context, "checkin %" PRId64 " %" PRId64 " %d %d [%s]", checkin->id, checkin->utc,
		 checkin->utc_offset, checkin->sleep_minutes, checkin->note);
	for (size_t i = 0; i < checkin->count; i++)
		str_addf(context, " %s=%d", checkin->scores[i].item, checkin->scores[i].value);
	str_add(context, "\n");
	return true;
}

static bool dump_urge(void *context, const struct urge *urge, struct err *err)
{
	(void)err;
	str_addf(context, "urge %" PRId64 " %" PRId64 " %d %d %s [%s] [%s] [%s]\n", urge->id,
		 urge->utc, urge->utc_offset, urge->seconds, urge_outcome_name(urge->outcome),
		 urge->tags, urge->helped, urge->note);
	return true;
}

static bool dump_note(void *context, const struct note *note, struct err *err)
{
	(void)err;
	str_addf(context, "note %" PRId64 " %" PRId64 " %d [%s]\n", note->id, note->utc,
		 note->utc_offset, note->text);
	return true;
}

/* Of answers a program asks for the newest only. */
static void dump_answers(struct store *store, const char *kind, struct str *out)
{
	struct answers answers;
	struct err err;

	if (!store_answers_last(store, kind, &answers, &err)) {
		assert_int_equal(err.code, ERR_NOT_FOUND);
		return;
	}
	str_addf(out, "answers %" PRId64 " %" PRId64 " %d %s [%s]\n", answers.id, answers.utc,
		 answers.utc_offset, answers.kind, answers.body);
	answers_free(&answers);
}

struct str kit_dump(struct store *store)
{
	struct str out = STR_INIT;
	struct course course = COURSE_INIT;
	struct err err;

	kit_ok(store_dose_walk(store, kit_all, false, dump_dose, &out, &err), &err);
	kit_ok(store_course(store, &course, &err), &err);
	for (size_t i = 0; i < course.count; i++)
		str_addf(&out, "revision %" PRId64 " %s %" PRId64 "\n", course.revisions[i].id,
			 revision_kind_name(course.revisions[i].kind),
			 course.revisions[i].made_utc);
	course_free(&course);
	kit_ok(store_checkin_walk(store, kit_all, false, dump_checkin, &out, &err), &err);
	kit_ok(store_urge_walk(store, kit_all, false, dump_urge, &out, &err), &err);
	kit_ok(store_note_walk(store, kit_all, false, dump_note, &out, &err), &err);
	dump_answers(store, "safety", &out);
	return out;
}

void kit_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char *words = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &words) != SQLITE_OK)
		fail_msg("%s", words);
	sqlite3_close(db);
}

struct revision kit_revision(int64_t made_utc)
{
	struct revision revision = {
		.kind = REVISION_START,
		.from = {.n = 20500},
		.made_utc = made_utc,
		.name = "steady",
		.title = "Steady, ü",
		.plan_text = mem_dup("format: taper-plan/1\nname: steady\n"),
		.reason = mem_dup("a try"),
		.acknowledged = mem_dup("one caution"),
		.factor = 8500,
	};
	struct schedule *schedule = &revision.schedule;

	schedule->unit = UNIT_GRAM;
	schedule->measure = amount_from_milli(100);
	schedule->from = amount_from_milli(2050);
	schedule->start = amount_from_milli(2000);
	schedule->goal = amount_from_milli(0);
	schedule->slot_count = 2;
	schedule->slots[0] =
		(struct slot){.minute = 480, .name = "morning", .share = amount_from_milli(1000)};
	schedule->slots[1] = (struct slot){.minute = -1, .share = amount_from_milli(1500)};
	schedule->level_count = 2;
	schedule->levels = mem_alloc(2, sizeof(schedule->levels[0]));
	schedule->doses = mem_alloc(4, sizeof(schedule->doses[0]));
	schedule->doses[0] = amount_from_milli(800);
	schedule->doses[1] = amount_from_milli(1100);
	schedule->levels[0] = (struct level){
		.first = {.n = 20500},
		.days = 7,
		.phase = 0,
		.target = amount_from_milli(1900),
		.ideal = {.nano = 1850000001},
		.asked = {.nano = 149999999},
		.asked_rate = {.bp = 750},
		.cut = amount_from_milli(100),
	};
	schedule->levels[1] = (struct level){
		.first = {.n = 20507},
		.days = LEVEL_OPEN,
		.phase = -1,
		.cut = amount_from_milli(1900),
	};
	return revision;
}
