/* SPDX-License-Identifier: MIT */
#include "app/support.h"

#include <stdlib.h>
#include <string.h>

#include "app/transfer.h"
#include "app_private.h"
#include "base/mem.h"
#include "files.h"
#include "yaml/support.h"

#define OWN_FILE "support.yaml"
#define KEPT_ENDING ".by-hand"

void my_plan_free(struct my_plan *mine)
{
	own_plan_free(&mine->plan);
	problems_free(&mine->problems);
	free(mine->path);
	mine->path = NULL;
}

bool app_my_plan(struct app *app, struct my_plan *mine, struct err *err)
{
	struct err trouble;

	*mine = (struct my_plan){.path = paths_join(app->paths.config, OWN_FILE)};
	if (support_own_read(mine->path, &mine->plan, &mine->problems, &trouble) ||
	    mine->problems.count > 0)
		return true;
	*err = trouble;
	return false;
}

/* A name beside the file that nothing has yet; an older copy stays. */
static void free_name(const char *path, struct str *name)
{
	str_addf(name, "%s%s", path, KEPT_ENDING);
	for (int i = 2; paths_exists(name->data); i++) {
		str_reset(name);
		str_addf(name, "%s%s-%d", path, KEPT_ENDING, i);
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
	bool done = true;

	*kept = NULL;
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
	char *path = paths_follow(before->path);
	struct str text = STR_INIT;
	bool done;

	support_own_write(after, &text);
	done = files_make_folder(app->paths.config, err) &&
	       keep_by_hand(path, &before->plan, kept, err) && app_write_file(path, &text, err);
	str_free(&text);
	free(path);
	return done;
}

static bool refuse(const struct my_plan *mine, struct err *err)
{
	return err_set(err, ERR_FORMAT,
		       "%s: is not written over while it has mistakes; mend them first",
		       mine->path);
}

/* The plan as it is, to be changed; with mistakes in the file it is handed to report instead. */
static bool open_plan(struct app *app, struct my_plan *mine, struct err *err)
{
	if (!app_my_plan(app, mine, err))
		return false;
	return mine->problems.count == 0 || refuse(mine, err);
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

static void hand_over(struct my_plan *mine, struct my_plan *report)
{
	if (report != NULL)
		*report = *mine;
	else
		my_plan_free(mine);
}

/* What is done with an entry: added at the end of its part, put at a place, or in the place of what is there. */
struct edit {
	const struct own_entry *entry;
	const struct own_place *place; /* NULL: at the end */
	bool replaces;
};

static bool apply(const struct edit *edit, struct own_plan *plan, struct err *err)
{
	if (edit->place == NULL)
		return own_plan_add(plan, edit->entry, err);
	if (edit->replaces)
		return own_plan_replace(plan, edit->place->number, edit->entry, err);
	return own_plan_insert(plan, edit->place->number, edit->entry, err);
}

static bool change_plan(struct app *app, const struct edit *edit, char **kept, struct my_plan *mine,
			struct err *err)
{
	struct my_plan before;
	struct own_plan after = OWN_PLAN_INIT;
	bool done = open_plan(app, &before, err);

	if (done) {
		after = copy_of(&before.plan);
		done = apply(edit, &after, err) && write_plan(app, &before, &after, kept, err);
	}
	own_plan_free(&after);
	hand_over(&before, mine);
	return done;
}

bool app_my_plan_add(struct app *app, const struct own_entry *entry, char **kept,
		     struct my_plan *mine, struct err *err)
{
	return change_plan(app, &(struct edit){.entry = entry}, kept, mine, err);
}

bool app_my_plan_insert(struct app *app, const struct own_place *place,
			const struct own_entry *entry, char **kept, struct err *err)
{
	return change_plan(app, &(struct edit){.entry = entry, .place = place}, kept, NULL, err);
}

bool app_my_plan_replace(struct app *app, const struct own_place *place,
			 const struct own_entry *entry, char **kept, struct err *err)
{
	return change_plan(app, &(struct edit){.entry = entry, .place = place, .replaces = true},
			   kept, NULL, err);
}

bool app_my_plan_remove(struct app *app, const struct own_place *place, struct own_entry *removed,
			char **kept, struct my_plan *mine, struct err *err)
{
	struct my_plan before;
	struct own_plan after = OWN_PLAN_INIT;
	struct own_entry taken;
	bool done = open_plan(app, &before, err);

	if (done) {
		after = copy_of(&before.plan);
		done = own_plan_remove(&after, place->part, place->number, &taken, err) &&
		       write_plan(app, &before, &after, kept, err);
	}
	if (done)
		*removed = taken;
	own_plan_free(&after);
	hand_over(&before, mine);
	return done;
}

bool app_if_then(struct app *app, const char *tag, struct str *out)
{
	const struct own_entry *entry;
	struct my_plan mine;
	struct err err;
	bool any = false;

	if (app_my_plan(app, &mine, &err)) {
		for (size_t i = 0; (entry = own_plan_entry(&mine.plan, OWN_IF_THEN, i)) != NULL;
		     i++) {
			if (strcmp(entry->head, tag) != 0)
				continue;
			str_addf(out, "%s%s%s%s", any ? "\n" : "", entry->detail,
				 entry->detail[0] != '\0' ? ": " : "", entry->text);
			any = true;
		}
	}
	my_plan_free(&mine);
	return any;
}

void app_money_goal(struct app *app, struct str *out)
{
	const struct own_entry *goal;
	struct my_plan mine;
	struct err ignored;

	if (app_my_plan(app, &mine, &ignored)) {
		goal = own_plan_entry(&mine.plan, OWN_GOAL, 0);
		if (goal != NULL)
			str_add(out, " for ");
		if (goal != NULL)
			own_entry_words(goal, out);
	}
	my_plan_free(&mine);
}
