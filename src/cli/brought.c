/* SPDX-License-Identifier: MIT */
#include "brought.h"

#include <string.h>

#include "base/plural.h"
#include "base/utf8.h"

#include "console.h"
#include "format.h"

/* Adds what was gathered as a paragraph, and frees it. */
static void add_paragraph(struct session *session, struct str *line)
{
	if (line->len > 0)
		looks_wrap(&session->looks, 0, line->data, &session->out);
	str_free(line);
}

static void add_products(struct session *session, const struct import_result *result)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < result->product_count; i++) {
		const struct import_product *product = &result->products[i];

		str_addf(&line, "%s%lld of %s, in %s", i > 0 ? "; " : "", (long long)product->count,
			 product->name, unit_name(product->unit));
	}
	if (result->more_products)
		str_add(&line, "; and other products");
	add_paragraph(session, &line);
}

/* One and many of each kind, as a person calls them. */
static const char *const kind_words[RECORD_KIND_COUNT][2] = {
	[RECORD_REVISION] = {"step of the plan's history", "steps of the plan's history"},
	[RECORD_CHECKIN] = {"check-in", "check-ins"},
	[RECORD_URGE] = {"urge", "urges"},
	[RECORD_NOTE] = {"note", "notes"},
	[RECORD_ANSWERS] = {"set of answers", "sets of answers"},
	[RECORD_DOSE] = {"dose", "doses"},
};

/* Where there is more than doses. */
static void add_kinds(struct session *session, const struct import_result *result)
{
	struct str line = STR_INIT;

	if (result->kinds[RECORD_DOSE].read == result->read)
		return;
	for (int kind = RECORD_KIND_COUNT - 1; kind >= 0; kind--) {
		int64_t count = result->kinds[kind].read;

		if (count > 0)
			str_addf(&line, "%s%lld %s", line.len > 0 ? ", " : "", (long long)count,
				 kind_words[kind][count == 1 ? 0 : 1]);
	}
	add_paragraph(session, &line);
}

static void add_passed_over(struct session *session, const struct import_result *result)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < result->other_count; i++)
		str_addf(&line, "%s%lld of %s",
			 i > 0 ? ", " : "passed over: ", (long long)result->others[i].count,
			 result->others[i].name);
	if (result->more_others > 0)
		str_addf(&line, ", %lld of others", (long long)result->more_others);
	if (result->not_taken > 0)
		str_addf(&line, "%s%lld not taken by you",
			 line.len > 0 ? "; " : "passed over: ", (long long)result->not_taken);
	add_paragraph(session, &line);
}

static void add_resolved(struct session *session, const struct import_result *result)
{
	struct str line = STR_INIT;

	if (result->resolved > 0)
		str_addf(&line,
			 plural_of(result->resolved,
				   "%lld time falls into a clock change: a time the clock skipped "
				   "is placed as much later as it was put forward, one it showed "
				   "twice at the first of the two",
				   "%lld times fall into a clock change: a time the clock skipped "
				   "is placed as much later as it was put forward, one it showed "
				   "twice at the first of the two"),
			 (long long)result->resolved);
	add_paragraph(session, &line);
	if (result->rounded > 0)
		str_addf(&line,
			 plural_of(result->rounded,
				   "%lld amount has more than three decimals and is rounded to the "
				   "nearest thousandth",
				   "%lld amounts have more than three decimals and are rounded to "
				   "the nearest thousandth"),
			 (long long)result->rounded);
	add_paragraph(session, &line);
}

static void add_kept(struct session *session, const struct import_request *request,
		     const struct import_result *result)
{
	struct str line = STR_INIT;

	if (result->left_revisions > 0)
		str_add(&line, "the plan in it is left out, because there is one here already");
	add_paragraph(session, &line);
	if (result->files > 0 && request->dry_run)
		str_addf(&line,
			 plural_of(result->files,
				   "would write %lld file of your own beside the log",
				   "would write %lld files of your own beside the log"),
			 (long long)result->files);
	else if (result->files > 0)
		str_addf(&line,
			 plural_of(result->files, "wrote %lld file of your own beside the log",
				   "wrote %lld files of your own beside the log"),
			 (long long)result->files);
	if (result->files > 0 && result->files_there > 0)
		str_add(&line, "; ");
	if (result->files_there > 0)
		str_addf(&line,
			 plural_of(result->files_there,
				   "%lld file of your own is here already and stays as it is",
				   "%lld files of your own are here already and stay as they are"),
			 (long long)result->files_there);
	add_paragraph(session, &line);
}

static void add_head(struct session *session, const struct import_request *request,
		     const struct import_result *result)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
	struct str *out = &session->out;

	str_addf(out, plural_of(result->read, "read %lld entry from ", "read %lld entries from "),
		 (long long)result->read);
	utf8_add_clean(out, strcmp(request->path, "-") == 0 ? "standard input" : request->path);
	if (result->format != NULL && strcmp(result->format, "csv") != 0)
		str_addf(out, " (%s)", result->title);
	if (result->read > 0)
		str_addf(out, ", %s", day_full(result->first, first));
	if (result->read > 0 && result->last.n != result->first.n)
		str_addf(out, " to %s", day_full(result->last, last));
	str_add_char(out, '\n');
}

static void add_text(struct session *session, const struct import_request *request,
		     const struct import_result *result)
{
	struct str *out = &session->out;

	add_head(session, request, result);
	add_kinds(session, result);
	if (request->dry_run)
		add_products(session, result);
	add_passed_over(session, result);
	add_resolved(session, result);
	add_kept(session, request, result);
	str_addf(out, "%s %lld", request->dry_run ? "would add" : "added",
		 (long long)result->added);
	if (result->skipped > 0)
		str_addf(out, ", %lld there already", (long long)result->skipped);
	if (result->left_out > 0)
		str_addf(out, ", %lld left out", (long long)result->left_out);
	str_add(out,
		!request->dry_run && result->added > 0 ? "; 'taper undo' takes it back\n" : "\n");
}

bool brought_run(struct session *session, bring_verb *verb, const struct import_request *request,
		 struct err *err)
{
	const char *file = strcmp(request->path, "-") == 0 ? "standard input" : request->path;
	struct problems problems = PROBLEMS_INIT;
	struct import_result result = {0};
	bool done = verb(session->app, request, &result, &problems, err);

	console_tell_problems(file, &problems);
	if (!done && (err->code == ERR_FORMAT || err->code == ERR_NOT_FOUND) &&
	    !(str_starts(err->msg, file) && err->msg[strlen(file)] == ':'))
		err_wrap(err, "%s", file);
	if (done) {
		session->changed = result.added + result.files > 0 && !request->dry_run;
		if (session->json)
			brought_json(session, request, &result);
		else
			add_text(session, request, &result);
	}
	problems_free(&problems);
	return done;
}
