/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app/log.h"
#include "app/transfer.h"
#include "base/mem.h"
#include "bring.h"
#include "export/csv.h"
#include "files.h"

/* Places local times, and counts those that a clock change skipped or doubled. */
struct placing {
	const struct clock *clock;
	int64_t resolved;
};

static bool local_time(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	struct placing *placing = context;
	int64_t utc;

	(void)err;
	if (clock_from_wall(placing->clock, wall, &utc, utc_offset) != WALL_PLAIN)
		placing->resolved++;
	return true;
}

/* One line may hold more than one mistake. */
static size_t lines_of(const struct problems *problems)
{
	size_t lines = 0;

	for (size_t i = 0; i < problems->count; i++) {
		if (i == 0 || problems->items[i].line != problems->items[i - 1].line)
			lines++;
	}
	return lines + problems->more;
}

/* way_out: what can be done besides mending, or "". */
static bool none_bad(const struct problems *problems, const char *way_out, struct err *err)
{
	size_t bad = lines_of(problems);

	if (bad == 0)
		return true;
	return err_set(err, ERR_FORMAT, "%zu line%s can't be read, so nothing was added; mend %s%s",
		       bad, bad == 1 ? "" : "s", bad == 1 ? "it" : "them", way_out);
}

static bool read_text(const struct import_request *request, struct str *text, struct err *err)
{
	if (request->text == NULL)
		return files_read(request->path, text, err);
	str_add(text, request->text);
	return true;
}

bool app_import(struct app *app, const struct import_request *request, struct import_result *result,
		struct problems *problems, struct err *err)
{
	struct placing placing = {.clock = &app->clock};
	struct csv_source source = {
		.default_unit = app->settings.unit, .local_time = local_time, .context = &placing};
	struct bring bring = {.what = "import", .dry_run = request->dry_run};
	struct import_result made = {.read = 0};
	struct str text = STR_INIT;
	bool done;

	if (!read_text(request, &text, err))
		return false;
	source.text = text.data;
	source.len = text.len;
	done = csv_read_doses(&source, &bring.doses, &bring.count, problems, err);
	str_free(&text);
	if (!done)
		return false;
	made.resolved = placing.resolved;
	done = (request->skip_bad ||
		none_bad(problems, ", or leave out what is bad with --skip-bad", err)) &&
	       bring_all(app, &bring, &made, err);
	bring_free(&bring);
	if (done)
		*result = made;
	return done;
}

/* One line of a sheet typed in: DATE TIME AMOUNT [UNIT] [TAGS]. */
struct typed {
	const char *word[128]; /* borrowed from the line; more than the tags of a dose can be */
	size_t count;
};

static struct typed split_words(char *line)
{
	struct typed typed = {.count = 0};
	char *at = line;

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

static bool read_typed(struct app *app, const struct typed *typed, struct import_result *result,
		       struct logged *logged, struct err *err)
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
	if (read && logged->said[0] != '\0')
		result->resolved++;
	str_free(&when);
	str_free(&amount);
	str_free(&tags);
	return read;
}

static void read_line(struct app *app, char *line, int number, struct bring *bring,
		      struct import_result *result, struct problems *problems)
{
	struct typed typed = split_words(line);
	struct logged logged;
	struct err err;

	if (typed.count == 0)
		return;
	if (!read_typed(app, &typed, result, &logged, &err)) {
		problems_add(problems, number, 0, "%s", err.msg);
		return;
	}
	bring->doses = mem_grow(bring->doses, &bring->cap, bring->count + 1, sizeof(*bring->doses));
	bring->doses[bring->count++] = logged.dose;
}

bool app_log_many(struct app *app, const struct import_request *request,
		  struct import_result *result, struct problems *problems, struct err *err)
{
	struct bring bring = {.what = "log", .dry_run = request->dry_run};
	struct import_result made = {.read = 0};
	struct str text = STR_INIT;
	char *copy, *line;
	int number = 1;
	bool done;

	if (!read_text(request, &text, err))
		return false;
	if (strlen(text.data) != text.len) {
		str_free(&text);
		return err_set(err, ERR_FORMAT, "there is a zero byte in it; it is no text");
	}
	copy = line = str_take(&text);
	while (line != NULL) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end++ = '\0';
		read_line(app, line, number++, &bring, &made, problems);
		line = end;
	}
	done = (request->skip_bad || none_bad(problems, "", err)) &&
	       bring_all(app, &bring, &made, err);
	bring_free(&bring);
	free(copy);
	if (done)
		*result = made;
	return done;
}
