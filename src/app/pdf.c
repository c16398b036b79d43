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

struct pdf_options pdf_options_of(const struct app *app, const char *paper)
{
	return (struct pdf_options){.letter = paper == NULL ? is_letter_usual(app)
							    : strcmp(paper, "letter") == 0,
				    .made = app_today_day(app)};
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

bool paper_pdf(struct app *app, const struct export_request *request, struct str *out,
	       struct err *err)
{
	struct str document = STR_INIT;
	struct paper paper;
	bool done;

	if (!paper_begin(app, request, &paper, err))
		return false;
	pdf_sheet(&paper.sheet, pdf_options_of(app, request->paper), &document);
	paper_end(&paper);
	done = pdf_make(app, &document, out, err) || err_wrap(err, "export");
	str_free(&document);
	return done;
}
