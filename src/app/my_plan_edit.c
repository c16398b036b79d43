/* SPDX-License-Identifier: MIT */
#include "my_plan_edit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lock.h"
#include "app/support.h"
#include "app/transfer.h"
#include "app_private.h"
#include "base/mem.h"
#include "engine/day_typed.h"
#include "engine/money.h"
#include "engine/own_edit.h"
#include "files.h"
#include "store/diary.h"
#include "yaml/support.h"

enum { WHAT_MOST = 120 };

/* A name beside the file that nothing has yet; an older copy stays. */
static void free_name(const char *path, struct str *name)
{
	str_addf(name, "%s%s", path, MY_PLAN_KEPT);
	for (int i = 2; paths_exists(name->data); i++) {
		str_reset(name);
		str_addf(name, "%s%s-%d", path, MY_PLAN_KEPT, i);
	}
}

/*
 * The writer knows no comments and has an order of its own: a file that is not as it would write it is copied beside before it is
 * written over.
 */
static bool keep_by_hand(const char *path, const struct own_plan *plan, char **kept,
			 struct err *err)
{
	struct str there = STR_INIT, ours = STR_INIT, name = STR_INIT;
	bool done;

	if (!paths_exists(path))
		return true;
	support_own_write(plan, &ours);
	done = support_own_text(path, &there, err);
	if (done && strcmp(there.data, ours.data) != 0) {
		free_name(path, &name);
		done = app_write_file(name.data, &there, err);
		if (done)
			*kept = str_take(&name);
	}
	str_free(&there);
	str_free(&ours);
	str_free(&name);
	return done;
}

/* A link stays a link: what it points to is written. */
static bool write_plan(struct app *app, const struct my_plan *before, const struct own_plan *after,
		       char **kept, struct err *err)
{
	char *path = paths_follow(before->path), *copy = NULL;
	struct str text = STR_INIT;
	bool done;

	support_own_write(after, &text);
	done = files_make_folder(app->paths.config, err) &&
	       keep_by_hand(path, &before->plan, &copy, err) && app_write_file(path, &text, err);
	if (done) {
		*kept = copy;
	} else if (copy != NULL) {
		/* The file it was made of stays as it was. */
		unlink(copy);
		free(copy);
	}
	str_free(&text);
	free(path);
	return done;
}

/* The plan as it is, to be changed; with mistakes in the file it is handed to report instead. */
static bool open_plan(struct app *app, struct my_plan *mine, struct err *err)
{
	if (!app_my_plan(app, mine, err))
		return false;
	return mine->problems.count == 0 ||
	       err_set(err, ERR_FORMAT,
		       "%s: is not written over while it has mistakes; mend them first",
		       mine->path);
}

static struct own_plan copy_of(const struct own_plan *plan)
{
	struct own_plan copy = OWN_PLAN_INIT;

	copy.entries = mem_grow(NULL, &copy.cap, plan->count + 1, sizeof(*copy.entries));
	if (plan->count > 0)
		memcpy(copy.entries, plan->entries, plan->count * sizeof(*copy.entries));
	copy.count = plan->count;
	return copy;
}

/* Nobody is asked for a passphrase to set down a reason: then undo does not know of it. */
static bool tell_log(struct app *app, const struct own_edit *edit)
{
	struct answers answers = {.kind = MY_PLAN_KIND};
	struct str body = STR_INIT, what = STR_INIT;
	struct store *store;
	struct err ignored;
	int64_t id;
	bool told;

	if (app_is_locked(app) && !app_has_key(app))
		return false;
	own_edit_write(edit, &body);
	own_edit_words(edit, WHAT_MOST, &what);
	clock_now(&app->clock, &answers.utc, &answers.utc_offset);
	answers.body = str_take(&body);
	told = answers_valid(&answers, &ignored) && app_store_write(app, &store, &ignored) &&
	       store_answers_add(store, &answers, answers.utc, what.data, &id, &ignored);
	answers_free(&answers);
	str_free(&what);
	return told;
}

/*
 * The day of an aim is kept as a date, and what a goal costs is a sum. Free text that is there from before stays until it is
 * typed anew.
 */
static bool make_exact(const struct app *app, const struct own_plan *plan, struct own_edit *edit,
		       struct err *err)
{
	const struct own_entry *there = own_plan_entry(plan, edit->part, edit->number - 1);
	char *detail = edit->after.detail, currency[MONEY_CURRENCY_SIZE];
	struct day day, today = app_today_day(app);
	int64_t milli;

	if (edit->kind == OWN_EDIT_REMOVE || detail[strspn(detail, " ")] == '\0' ||
	    (edit->kind == OWN_EDIT_REPLACE && there != NULL && strcmp(there->detail, detail) == 0))
		return true;
	if (edit->part == OWN_GOAL)
		return money_read(detail, &milli, currency, err);
	if (edit->part != OWN_AIM)
		return true;
	if (!day_read_in(detail, today, DAY_YEAR_AHEAD, &day, err))
		return false;
	if (day_between(today, day) < 0)
		return err_set(err, ERR_INVALID, "'%.40s' is over; an aim is for a day to come",
			       detail);
	day_iso(day, detail);
	return true;
}

static bool change_plan(struct app *app, struct own_edit *edit, struct own_done *done,
			struct my_plan *mine, struct err *err)
{
	struct own_plan after = OWN_PLAN_INIT;
	struct own_done made = {.kept = NULL};
	struct my_plan before;
	bool changed = open_plan(app, &before, err);

	if (changed) {
		after = copy_of(&before.plan);
		changed = make_exact(app, &after, edit, err) && own_edit_make(edit, &after, err) &&
			  write_plan(app, &before, &after, &made.kept, err);
	}
	own_plan_free(&after);
	if (mine != NULL)
		*mine = before;
	else
		my_plan_free(&before);
	if (!changed)
		return false;
	made.entry = edit->kind == OWN_EDIT_REMOVE ? edit->before : edit->after;
	made.undoes = tell_log(app, edit);
	*done = made;
	return true;
}

bool app_my_plan_add(struct app *app, const struct own_entry *entry, struct own_done *done,
		     struct my_plan *mine, struct err *err)
{
	struct own_edit edit = {.kind = OWN_EDIT_ADD, .part = entry->part, .after = *entry};

	return change_plan(app, &edit, done, mine, err);
}

bool app_my_plan_replace(struct app *app, const struct own_place *place,
			 const struct own_entry *entry, struct own_done *done, struct err *err)
{
	struct own_edit edit = {.kind = OWN_EDIT_REPLACE,
				.part = place->part,
				.number = place->number,
				.after = *entry};

	return change_plan(app, &edit, done, NULL, err);
}

bool app_my_plan_remove(struct app *app, const struct own_place *place, struct own_done *done,
			struct my_plan *mine, struct err *err)
{
	struct own_edit edit = {
		.kind = OWN_EDIT_REMOVE, .part = place->part, .number = place->number};

	return change_plan(app, &edit, done, mine, err);
}

/* False where the change was none of the plan; one that was brought in from elsewhere is told in other words. */
static bool find_edit(struct store *store, const struct change *change, struct own_edit *edit)
{
	struct answers answers = ANSWERS_INIT;
	struct str what = STR_INIT;
	struct err none;
	bool found;

	if (!store_change_answers(store, change, &answers, &none))
		return false;
	found = strcmp(answers.kind, MY_PLAN_KIND) == 0 && own_edit_read(answers.body, edit);
	if (found)
		own_edit_words(edit, WHAT_MOST, &what);
	found = found && strcmp(what.data, change->what) == 0;
	answers_free(&answers);
	str_free(&what);
	return found;
}

static bool turn(struct app *app, const struct own_edit *edit, bool again, char **kept,
		 struct err *err)
{
	struct own_plan after = OWN_PLAN_INIT;
	struct my_plan before;
	bool done = open_plan(app, &before, err);

	if (done) {
		after = copy_of(&before.plan);
		done = own_edit_again(edit, !again, &after, err) &&
		       write_plan(app, &before, &after, kept, err);
	}
	own_plan_free(&after);
	my_plan_free(&before);
	return done;
}

bool my_plan_turned(struct app *app, struct store *store, const struct change *change, bool again,
		    struct str *note, struct err *err)
{
	struct own_edit edit;
	struct err why;
	char *kept = NULL;

	if (!find_edit(store, change, &edit))
		return true;
	if (turn(app, &edit, again, &kept, &why)) {
		if (kept != NULL)
			str_addf(note, "; your file as you wrote it is kept as %s", kept);
		free(kept);
		return true;
	}
	if (why.code == ERR_IO) {
		*err = why;
		return false;
	}
	str_add(note, why.code == ERR_FORMAT
			      ? "; but support.yaml has mistakes, and stays as it is"
			      : "; but your plan was changed elsewhere since, and stays as it is");
	return true;
}
