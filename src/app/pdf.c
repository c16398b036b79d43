/* SPDX-License-Identifier: MIT */
#include "pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "app/file.h"
#include "app_private.h"
#include "country.h"
#include "helper.h"
#include "paper.h"
#include "paper_log.h"
#include "paper_support.h"

static const char program[] = "taper-pdf";

/* Where most paper is Letter. */
static const char *const letter_countries[] = {"US", "CA", "MX", "PH"};

static bool is_letter_usual(const struct app *app)
{
	char code[COUNTRY_CODE_SIZE] = "";
	const char *country = app->settings.country;

	if (country[0] == '\0' && country_from_locale(code))
		country = code;
	for (size_t i = 0; i < sizeof(letter_countries) / sizeof(letter_countries[0]); i++) {
		if (strcmp(country, letter_countries[i]) == 0)
			return true;
	}
	return false;
}

bool pdf_options_read(const struct app *app, const char *paper, struct pdf_options *options,
		      struct err *err)
{
	bool letter = paper == NULL ? is_letter_usual(app) : strcmp(paper, "letter") == 0;

	if (paper != NULL && !letter && strcmp(paper, "a4") != 0)
		return err_set(err, ERR_USAGE,
			       "'%.60s' is no paper that is known; write a4 or letter", paper);
	*options = (struct pdf_options){.letter = letter, .made = app_today_day(app)};
	return true;
}

/* What it said, without its name and the end of the line. */
static const char *words_of(struct str *said)
{
	size_t name = sizeof(program) - 1;

	while (said->len > 0 && said->data[said->len - 1] == '\n')
		str_cut(said, said->len - 1);
	if (str_starts(said->data, program) && str_starts(said->data + name, ": "))
		return said->data + name + 2;
	return said->data;
}

static bool tell(struct app *app, int status, struct str *said, struct err *err)
{
	const char *words = words_of(said);

	if (WIFEXITED(status) && WEXITSTATUS(status) == HELPER_CAN_NOT_RUN && words[0] == '\0')
		words = "it can't be run here";
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return err_set(err, ERR_IO, "%s made no PDF: %.300s", program,
			       words[0] == '\0' ? "it ended without a word" : words);
	snprintf(app->paper_note, sizeof(app->paper_note), "%.460s", words);
	return true;
}

const char *app_paper_note(const struct app *app)
{
	return app->paper_note[0] != '\0' ? app->paper_note : NULL;
}

bool pdf_make(struct app *app, const struct str *document, struct str *out, struct err *err)
{
	char *path = paths_program(program);
	struct str made = STR_INIT, said = STR_INIT;
	int status = 0;
	bool done;

	app->paper_note[0] = '\0';
	done = helper_run(path, document, &made, &said, &status, err);

	if (done)
		done = tell(app, status, &said, err);
	else if (err->code == ERR_NOT_FOUND)
		err_set(err, ERR_IO,
			"pdf is made by a program of its own, %s, which is not here; install the "
			"package of that name (or build it: it needs pangocairo), or write txt or "
			"html",
			program);
	if (done)
		str_append(out, &made);
	free(path);
	str_free(&made);
	str_free(&said);
	return done;
}

static bool write_plan(struct app *app, const struct export_request *request,
		       struct pdf_options options, struct str *document, struct err *err)
{
	struct paper paper;

	if (!paper_begin(app, request, &paper, err))
		return false;
	pdf_sheet(&paper.sheet, options, document);
	paper_end(&paper);
	return true;
}

static bool write_log(struct app *app, const struct export_request *request,
		      struct pdf_options options, struct str *document, struct err *err)
{
	struct report report;

	if (!paper_log_begin(app, request, &report, err))
		return false;
	pdf_report(&report, options, 0, document);
	report_free(&report);
	return true;
}

static bool write_support(struct app *app, const struct export_request *request,
			  struct pdf_options options, struct str *document, struct err *err)
{
	struct report report;

	(void)request;
	if (!paper_support_begin(app, &report, err))
		return false;
	pdf_report(&report, options, 0, document);
	report_free(&report);
	return true;
}

static const struct part {
	const char *word;
	bool (*write)(struct app *, const struct export_request *, struct pdf_options, struct str *,
		      struct err *);
} parts[] = {
	{"plan", write_plan},
	{"log", write_log},
	{"support", write_support},
};

/* What is asked for; the schedule where nothing is said. */
static bool find_part(const struct export_request *request, const struct part **part,
		      struct err *err)
{
	const char *word = request->what == NULL ? parts[0].word : request->what;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (strcmp(word, parts[i].word) != 0)
			continue;
		*part = &parts[i];
		return i == 0 || !request->weigh ||
		       err_set(err, ERR_USAGE, "--weigh is of the plan, not of --what %s", word);
	}
	return err_set(err, ERR_USAGE, "--what: '%.60s' is none of plan, log and support", word);
}

bool paper_pdf(struct app *app, const struct export_request *request, struct str *out,
	       struct err *err)
{
	const struct part *part = &parts[0];
	struct str document = STR_INIT;
	struct pdf_options options;
	bool done = find_part(request, &part, err) &&
		    pdf_options_read(app, request->paper, &options, err) &&
		    part->write(app, request, options, &document, err);

	if (done)
		done = pdf_make(app, &document, out, err) || err_wrap(err, "export");
	str_free(&document);
	return done;
}
