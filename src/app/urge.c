/* SPDX-License-Identifier: MIT */
#include "app/urge.h"

#include <stdlib.h>
#include <string.h>

#include "app/undo.h"
#include "app_private.h"
#include "base/mem.h"
#include "cope.h"
#include "diary_words.h"
#include "store/diary.h"

enum { MINUTES_MAX = URGE_SECONDS_MAX / 60 };

bool app_urge_get(struct app *app, int64_t id, struct urge *urge, struct err *err)
{
	struct store *store;

	return app_store_read(app, &store, err) && store_urge_get(store, id, urge, err);
}

static bool read_minutes(const char *text, int32_t *seconds, struct err *err)
{
	size_t len = strlen(text);
	int32_t minutes = 0;

	if (len == 0 || len > 4 || strspn(text, "0123456789") != len)
		return err_set(err, ERR_USAGE, "'%s' is no number of minutes; write 11", text);
	for (size_t i = 0; i < len; i++)
		minutes = minutes * 10 + (text[i] - '0');
	if (minutes > MINUTES_MAX)
		return err_set(err, ERR_INVALID, "'%s' is more than %d minutes", text, MINUTES_MAX);
	*seconds = minutes * 60;
	return true;
}

static bool read_outcome(const char *word, enum urge_outcome *outcome, struct err *err)
{
	if (urge_outcome_read(word, outcome))
		return true;
	return err_set(err, ERR_USAGE, "'%s' is not how an urge ends; write rode-it-out or took",
		       word);
}

/* What the request names goes over what is there. */
static bool read_over(const struct app *app, const struct urge_request *request,
		      struct urge_logged *logged, struct err *err)
{
	struct urge *urge = &logged->urge;
	bool is_new = urge->id == 0;

	if (request->outcome != NULL && !read_outcome(request->outcome, &urge->outcome, err))
		return false;
	if (request->minutes != NULL) {
		if (!read_minutes(request->minutes, &urge->seconds, err))
			return false;
	} else if (request->seconds > 0) {
		urge->seconds = request->seconds;
	}
	if ((is_new || request->when != NULL) &&
	    !diary_when(app, request->when, &urge->utc, &urge->utc_offset, logged->said, err))
		return false;
	if (is_new && (request->when == NULL || request->when[0] == '\0')) {
		urge->utc -= urge->seconds;
		urge->utc_offset = clock_offset_at(&app->clock, urge->utc);
	}
	diary_replace(&urge->tags, request->tags);
	diary_replace(&urge->helped, request->helped);
	diary_replace(&urge->note, request->note);
	return urge_valid(urge, err);
}

static void describe(const struct app *app, const char *verb, const struct urge *urge, char *what)
{
	const struct diary_stamp stamp = {urge->utc, urge->utc_offset};

	diary_describe(app, verb, ENTRY_URGE, stamp, what);
}

bool app_urge_log(struct app *app, const struct urge_request *request, struct urge_logged *logged,
		  struct err *err)
{
	struct urge_logged read = {.urge = URGE_INIT};
	struct store *store;
	char what[APP_WHAT_SIZE];
	bool done = read_over(app, request, &read, err);

	if (done)
		describe(app, "", &read.urge, what);
	done = done && app_store_write(app, &store, err) &&
	       store_urge_add(store, &read.urge, app_now_utc(app), what, &read.urge.id, err);
	if (done)
		*logged = read;
	else
		urge_free(&read.urge);
	return done;
}

bool app_urge_edit(struct app *app, int64_t id, const struct urge_request *request,
		   struct urge_logged *logged, struct err *err)
{
	struct urge_logged read = {.urge = URGE_INIT};
	struct store *store;
	char what[APP_WHAT_SIZE];
	bool done;

	if (!app_urge_get(app, id, &read.urge, err))
		return false;
	done = read_over(app, request, &read, err);
	if (done)
		describe(app, "change the ", &read.urge, what);
	done = done && app_store_write(app, &store, err) &&
	       store_urge_edit(store, &read.urge, app_now_utc(app), what, err);
	if (done)
		*logged = read;
	else
		urge_free(&read.urge);
	return done;
}

void urges_free(struct urges *urges)
{
	for (size_t i = 0; i < urges->count; i++)
		urge_free(&urges->items[i]);
	free(urges->items);
	*urges = (struct urges)URGES_INIT;
}

static bool keep(void *context, const struct urge *urge, struct err *err)
{
	struct urges *urges = context;

	(void)err;
	urges->items =
		mem_grow(urges->items, &urges->cap, urges->count + 1, sizeof(urges->items[0]));
	urge_copy(&urges->items[urges->count++], urge);
	return true;
}

bool app_urges(struct app *app, struct day first, struct day last, struct urges *urges,
	       struct err *err)
{
	struct urges read = URGES_INIT;
	struct store *store;

	if (!app_store_read(app, &store, err))
		return false;
	if (!store_urge_walk(store, app_span(app, first, last), false, keep, &read, err)) {
		urges_free(&read);
		return false;
	}
	*urges = read;
	return true;
}

bool app_urge_stats(struct app *app, struct day first, struct day last, struct urge_stats *stats,
		    struct err *err)
{
	struct urges urges;

	if (!app_urges(app, first, last, &urges, err))
		return false;
	urge_stats_of(urges.items, urges.count, stats);
	urges_free(&urges);
	if (cope_add_helped(app, first, last, stats, err))
		return true;
	urge_stats_free(stats);
	return false;
}
