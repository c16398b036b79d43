/* SPDX-License-Identifier: MIT */
#include "app/selfcheck.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "store/diary.h"
#include "yaml/safety.h"

#define SELFCHECK_KIND "self-check"

bool app_selfcheck(struct app *app, struct selfcheck_book *book, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	char *path = NULL;
	bool read = paths_shipped(&app->paths, "self-check.yaml", &path, err) &&
		    selfcheck_book_read(path, book, &problems, err);

	problems_free(&problems);
	free(path);
	return read;
}

bool app_selfcheck_store(struct app *app, const struct selfcheck_book *book, const bool *yes,
			 struct err *err)
{
	struct answers answers = {.kind = SELFCHECK_KIND};
	struct str body = STR_INIT;
	struct store *store;
	int64_t id;
	bool done;

	for (size_t i = 0; i < book->count; i++)
		str_addf(&body, "%s %s\n", yes[i] ? "yes" : "no", book->questions[i].id);
	clock_now(&app->clock, &answers.utc, &answers.utc_offset);
	answers.body = str_take(&body);
	done = answers_valid(&answers, err) && app_store_write(app, &store, err) &&
	       store_answers_add(store, &answers, answers.utc, "keep a self-check", &id, err);
	answers_free(&answers);
	return done;
}

static bool said_yes(const char *body, const char *id)
{
	struct str line = STR_INIT;
	bool found = false;

	str_addf(&line, "yes %s\n", id);
	for (const char *at = body; at != NULL && !found; at = strchr(at, '\n')) {
		at += *at == '\n';
		found = str_starts(at, line.data);
	}
	str_free(&line);
	return found;
}

bool app_selfcheck_last(struct app *app, const struct selfcheck_book *book, bool *yes,
			struct day *day, struct err *err)
{
	struct answers last = ANSWERS_INIT;
	struct store *store;

	if (!app_store_read(app, &store, err) ||
	    !store_answers_last(store, SELFCHECK_KIND, &last, err))
		return false;
	for (size_t i = 0; i < book->count; i++)
		yes[i] = said_yes(last.body, book->questions[i].id);
	*day = moment_counts_for(diary_wall(last.utc, last.utc_offset), app->settings.day_starts);
	answers_free(&last);
	return true;
}
