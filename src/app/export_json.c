/* SPDX-License-Identifier: MIT */
#include "export/json_log.h"
#include "export_log.h"
#include "my_plan_edit.h"
#include "own_files.h"
#include "store/diary.h"
#include "store/sift.h"

#include <string.h>

/* What is written out. */
struct parts_wanted {
	const char *word;
	bool plan, log, rest;
};

static const struct parts_wanted wanted[] = {
	{"all", true, true, true},
	{"plan", true, false, false},
	{"log", false, true, false},
};

static bool read_wanted(const char *word, const struct parts_wanted **found, struct err *err)
{
	*found = &wanted[0];
	for (size_t i = 0; word != NULL && i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		if (strcmp(word, wanted[i].word) == 0) {
			*found = &wanted[i];
			return true;
		}
	}
	return word == NULL ||
	       err_set(err, ERR_USAGE, "--what: '%.60s' is none of all, plan and log", word);
}

struct writing {
	struct json_log log; /* owned */
	const struct log_parts *parts;
};

static bool write_record(struct writing *writing, const struct record *record, struct err *err)
{
	json_log_add(&writing->log, record);
	return log_parts_pass(writing->parts, &writing->log.json.out, false, err);
}

/* Records are only looked at here; their values are those of the walk. */
#define WRITE(type, KIND)                                                                          \
	static bool write_##type(void *context, const struct type *type, struct err *err)          \
	{                                                                                          \
		const struct record record = {.kind = KIND,                                        \
					      .type = (struct type *)(uintptr_t)type};             \
		return write_record(context, &record, err);                                        \
	}

WRITE(checkin, RECORD_CHECKIN)
WRITE(urge, RECORD_URGE)
WRITE(note, RECORD_NOTE)
WRITE(answers, RECORD_ANSWERS)
WRITE(dose, RECORD_DOSE)

/* The own plan goes along as its file; what was ever changed in it is the log's own business. */
static bool write_other_answers(void *context, const struct answers *answers, struct err *err)
{
	return strcmp(answers->kind, MY_PLAN_KIND) == 0 || write_answers(context, answers, err);
}

static void begin_list(struct writing *writing, enum record_kind kind)
{
	json_log_list(&writing->log, record_kind_word(kind));
}

static bool write_plan(struct writing *writing, struct store *store, struct err *err)
{
	struct course course = COURSE_INIT;
	bool done = store_course(store, &course, err);

	begin_list(writing, RECORD_REVISION);
	for (size_t i = 0; done && i < course.count; i++) {
		const struct record record = {.kind = RECORD_REVISION,
					      .revision = &course.revisions[i]};

		done = write_record(writing, &record, err);
	}
	course_free(&course);
	return done;
}

static bool write_diary(struct writing *writing, struct store *store, struct span span,
			struct err *err)
{
	begin_list(writing, RECORD_CHECKIN);
	if (!store_checkin_walk(store, span, false, write_checkin, writing, err))
		return false;
	begin_list(writing, RECORD_URGE);
	if (!store_urge_walk(store, span, false, write_urge, writing, err))
		return false;
	begin_list(writing, RECORD_NOTE);
	return store_note_walk(store, span, false, write_note, writing, err);
}

static bool write_file(void *context, const char *name, const char *text, struct err *err)
{
	struct writing *writing = context;

	json_log_add_file(&writing->log, name, text);
	return log_parts_pass(writing->parts, &writing->log.json.out, false, err);
}

static bool write_rest(struct writing *writing, struct app *app, struct store *store,
		       struct err *err)
{
	begin_list(writing, RECORD_ANSWERS);
	if (!store_answers_walk(store, write_other_answers, writing, err))
		return false;
	json_log_list(&writing->log, "files");
	return own_files_walk(app, write_file, writing, err);
}

static bool write_doses(struct writing *writing, struct store *store, struct span span,
			struct err *err)
{
	const struct sift sift = sift_all(span);

	begin_list(writing, RECORD_DOSE);
	return store_dose_sift(store, &sift, writing->parts->at_leisure, write_dose, writing, err);
}

bool log_write_json(struct app *app, struct store *store, const struct export_request *request,
		    struct span span, const struct log_parts *parts, struct err *err)
{
	struct writing writing = {.log = JSON_LOG_INIT, .parts = parts};
	int64_t now = app_now_utc(app);
	const struct parts_wanted *what;
	bool done = read_wanted(request->what, &what, err);

	if (!done)
		return false;
	json_log_begin(&writing.log, what->word, now, clock_offset_at(&app->clock, now));
	done = (!what->plan || write_plan(&writing, store, err)) &&
	       (!what->log || write_diary(&writing, store, span, err)) &&
	       (!what->rest || write_rest(&writing, app, store, err)) &&
	       (!what->log || write_doses(&writing, store, span, err));
	json_log_end(&writing.log);
	done = done && log_parts_pass(parts, &writing.log.json.out, true, err);
	json_log_free(&writing.log);
	return done;
}
