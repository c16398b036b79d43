/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/log.h"
#include "app/lock.h"
#include "app/transfer.h"
#include "base/mem.h"
#include "bring.h"
#include "source.h"

enum { LINE_MAX = 4096 };

/* Lines typed in, one after the other. */
struct sheet {
	struct app *app;
	struct source *source;
	struct problems *problems; /* borrowed between begin and end */
	struct feed feed;
	char part[LINE_MAX]; /* of the text: what is looked at */
	size_t len, at;
	bool ended;
	int line;
	struct logged logged; /* the dose given last; owned */
	int64_t resolved;
};

/* One line of a sheet typed in: DATE TIME AMOUNT [UNIT] [TAGS]. */
struct typed {
	const char *word[128]; /* borrowed from the line; more than the tags of a dose can be */
	size_t count;
};

static struct typed split_words(char *line)
{
	struct typed typed = {.count = 0};
	char *at = line;

	assert(line != NULL);
	while (typed.count < sizeof(typed.word) / sizeof(typed.word[0])) {
		at += strspn(at, " \t\r");
		if (*at == '\0' || *at == '#')
			break;
		typed.word[typed.count++] = at;
		at += strcspn(at, " \t\r");
		if (*at != '\0')
			*at++ = '\0';
	}
	return typed;
}

static bool read_typed(struct app *app, const struct typed *typed, struct logged *logged,
		       struct err *err)
{
	bool has_unit = typed->count > 3 && unit_from_text(typed->word[3]) != UNIT_NONE;
	struct str when = STR_INIT, amount = STR_INIT, tags = STR_INIT;
	struct log_request request = {.amount = NULL};
	bool read;

	if (typed->count < 3)
		return err_set(err, ERR_INVALID,
			       "a line is DATE TIME AMOUNT and then tags, such as "
			       "'2026-11-20 08:05 2.5 stress'");
	str_addf(&when, "%s %s", typed->word[0], typed->word[1]);
	str_addf(&amount, "%s%s%s", typed->word[2], has_unit ? " " : "",
		 has_unit ? typed->word[3] : "");
	for (size_t i = has_unit ? 4 : 3; i < typed->count; i++)
		str_addf(&tags, "%s%s", tags.len > 0 ? " " : "", typed->word[i]);
	request.when = when.data;
	request.amount = amount.data;
	request.tags = tags.data;
	read = app_log_read(app, &request, logged, err);
	str_free(&when);
	str_free(&amount);
	str_free(&tags);
	return read;
}

/* What is in the way of a line ending with what is looked at. */
static bool look_on(struct sheet *sheet, struct err *err)
{
	size_t got = 0;

	sheet->len -= sheet->at;
	memmove(sheet->part, sheet->part + sheet->at, sheet->len);
	sheet->at = 0;
	while (sheet->len < LINE_MAX - 1 && !sheet->ended) {
		if (!sheet->feed.read(sheet->feed.context, sheet->part + sheet->len,
				      LINE_MAX - 1 - sheet->len, &got, err))
			return false;
		sheet->ended = got == 0;
		sheet->len += got;
	}
	return memchr(sheet->part, '\0', sheet->len) == NULL ||
	       err_set(err, ERR_FORMAT, "there is a zero byte in it; it is no text");
}

/* The next line, in place; false at the end, or with err filled. */
static bool next_line(struct sheet *sheet, char **line, struct err *err)
{
	char *from = sheet->part + sheet->at, *end = memchr(from, '\n', sheet->len - sheet->at);

	if (end == NULL) {
		if (!look_on(sheet, err))
			return false;
		from = sheet->part;
		end = memchr(from, '\n', sheet->len);
	}
	if (end == NULL && !sheet->ended)
		return err_set(err, ERR_FORMAT, "line %d is longer than %d bytes", sheet->line + 1,
			       LINE_MAX - 1);
	if (end == NULL && sheet->len == 0)
		return false;
	if (end == NULL)
		end = sheet->part + sheet->len;
	*end = '\0';
	sheet->at = end < sheet->part + sheet->len ? (size_t)(end + 1 - sheet->part) : sheet->len;
	sheet->line++;
	*line = from;
	return true;
}

static bool begin(void *context, struct problems *problems, struct err *err)
{
	struct sheet *sheet = context;

	sheet->problems = problems;
	sheet->len = sheet->at = 0;
	sheet->ended = false;
	sheet->line = 0;
	sheet->resolved = 0;
	return source_feed(sheet->source, &sheet->feed, err);
}

static bool next(void *context, struct record *record, int *number, struct err *err)
{
	struct sheet *sheet = context;
	struct err why;
	char *line = NULL;

	while (next_line(sheet, &line, err)) {
		struct typed typed = split_words(line);

		dose_free(&sheet->logged.dose);
		if (typed.count == 0)
			continue;
		if (!read_typed(sheet->app, &typed, &sheet->logged, &why)) {
			problems_add(sheet->problems, sheet->line, 0, "%s", why.msg);
			continue;
		}
		sheet->resolved += sheet->logged.said[0] != '\0' ? 1 : 0;
		*record = (struct record){.kind = RECORD_DOSE, .dose = &sheet->logged.dose};
		*number = sheet->line;
		return true;
	}
	return false;
}

static void end(void *context)
{
	struct sheet *sheet = context;

	dose_free(&sheet->logged.dose);
}

bool app_log_many(struct app *app, const struct import_request *request,
		  struct import_result *result, struct problems *problems, struct err *err)
{
	struct source source;
	struct sheet sheet = {.app = app, .source = &source, .logged = {.dose = DOSE_INIT}};
	struct bring bring = {
		.from = {.begin = begin, .next = next, .end = end, .context = &sheet},
		.verb = "log",
		.way_out = "",
		.dry_run = request->dry_run,
		.skip_bad = request->skip_bad,
	};
	bool done;

	if (!source_open(request->path, request->text, app_is_locked(app), &source, err))
		return false;
	done = bring_all(app, &bring, result, problems, err);
	if (done)
		result->resolved = sheet.resolved;
	source_close(&source);
	return done;
}
