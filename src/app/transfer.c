/* SPDX-License-Identifier: MIT */
#include "app/transfer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "paper.h"
#include "paper_support.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct export_format formats[] = {
	{.name = "txt",
	 .about = "the schedule as plain text, ready for a printer",
	 .extension = "txt",
	 .plan = true,
	 .weighs = true,
	 .paper = true},
	{.name = "html",
	 .about = "the schedule as one page for a browser, a phone or paper",
	 .extension = "html",
	 .plan = true,
	 .weighs = true,
	 .paper = true},
	{.name = "pdf",
	 .about = "the schedule as pages to print or to hand on",
	 .extension = "pdf",
	 .plan = true,
	 .weighs = true,
	 .paper = true,
	 .parts = true,
	 .bytes = true},
	{.name = "md",
	 .about = "the schedule as Markdown, for notes",
	 .extension = "md",
	 .plan = true,
	 .weighs = true},
	{.name = "ics",
	 .about = "the steps, and the doses if asked, for a calendar",
	 .extension = "ics",
	 .plan = true,
	 .doses = true},
	{.name = "csv",
	 .about = "every dose logged, for a spreadsheet or another program",
	 .extension = "csv"},
	{.name = "json",
	 .about = "everything there is, to be read back by taper",
	 .extension = "json",
	 .parts = true},
	{.name = NULL},
};

static bool add_part(void *context, const struct str *part, struct err *err)
{
	(void)err;
	str_add_bytes(context, part->data, part->len);
	return true;
}

static bool export_log(struct app *app, const struct export_request *request, struct str *out,
		       struct err *err)
{
	return app_export_log(app, request, add_part, out, err);
}

typedef bool export_write(struct app *, const struct export_request *, struct str *, struct err *);

static export_write *const writers[] = {paper_txt, paper_html, paper_pdf, paper_md,
					paper_ics, export_log, export_log};
static_assert(COUNT(writers) == COUNT(formats) - 1, "one writer a format");

const struct export_format *app_export_formats(void)
{
	return formats;
}

static bool no_such_format(const char *name, struct err *err)
{
	struct str words = STR_INIT;

	for (size_t i = 0; i < COUNT(writers); i++)
		str_addf(&words, "%s%s",
			 i == 0                    ? ""
			 : i + 1 == COUNT(writers) ? " or "
						   : ", ",
			 formats[i].name);
	err_set(err, ERR_USAGE, "there is no export to '%.60s'; write %s", name, words.data);
	str_free(&words);
	return false;
}

/* The own plan for hard moments, in a format that has words and no days. */
static bool is_support(const struct export_request *request)
{
	static const char *const formats_of[] = {"txt", "html", "md"};

	for (size_t i = 0; request->what != NULL && i < COUNT(formats_of); i++) {
		if (strcmp(request->what, "support") == 0 &&
		    strcmp(request->format, formats_of[i]) == 0)
			return true;
	}
	return false;
}

static bool can_be(const struct export_format *format, const struct export_request *request,
		   struct err *err)
{
	if (request->weigh && !format->weighs)
		return err_set(err, ERR_USAGE,
			       "%s has no sheet for weighing ahead; txt, html, pdf and md have",
			       format->name);
	if (request->doses && !format->doses)
		return err_set(err, ERR_USAGE, "%s has no entries for doses of their own; ics has",
			       format->name);
	if (is_support(request))
		return request->paper == NULL || format->paper ||
		       err_set(err, ERR_USAGE, "%s is not laid out for paper", format->name);
	if (request->what != NULL && !format->parts)
		return err_set(err, ERR_USAGE, "%s is of one part only; json and pdf have --what",
			       format->name);
	if (request->paper == NULL)
		return true;
	if (!format->paper)
		return err_set(err, ERR_USAGE,
			       "%s is not laid out for paper; txt, html and pdf are", format->name);
	return strcmp(request->paper, "a4") == 0 || strcmp(request->paper, "letter") == 0 ||
	       err_set(err, ERR_USAGE, "'%.60s' is no paper that is known; write a4 or letter",
		       request->paper);
}

bool app_export(struct app *app, const struct export_request *request, struct str *out,
		struct err *err)
{
	for (size_t i = 0; i < COUNT(writers); i++) {
		if (strcmp(request->format, formats[i].name) == 0)
			return can_be(&formats[i], request, err) &&
			       (is_support(request) ? paper_support : writers[i])(app, request, out,
										  err);
	}
	return no_such_format(request->format, err);
}
