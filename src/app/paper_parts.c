/* SPDX-License-Identifier: MIT */
#include "paper_parts.h"

#include <assert.h>
#include <string.h>

#include "app_private.h"
#include "export/report.h"
#include "paper.h"
#include "paper_log.h"
#include "paper_support.h"
#include "pdf.h"
#include "report_parts.h"

static const struct kind {
	const char *name;
	bool (*begin)(struct app *app, const struct export_request *request, struct report *report,
		      struct err *err);
	int pages; /* that its type is fitted to on paper, where it can be; 0: as many as it takes */
	bool whole; /* what is on it never gives way to that */
} kinds[] = {
	{"log", paper_log_begin, 0, true},
	{"report", paper_report_begin, REPORT_PAGES, false},
	{"support", paper_support_begin, 1, true},
};

static void write_txt(const struct report *report, const struct export_request *request, bool whole,
		      struct str *out)
{
	const struct txt_options options = {.page_lines = paper_lines(request),
					    .ascii = request->ascii};

	if (!whole)
		report_txt(report, options, out);
	else
		report_txt_whole(report, options, out);
}

static void write_html(const struct report *report, const struct export_request *request,
		       bool whole, struct str *out)
{
	(void)whole;
	report_html(report, paper_size(request), out);
}

static void write_md(const struct report *report, const struct export_request *request, bool whole,
		     struct str *out)
{
	(void)request;
	(void)whole;
	report_md(report, out);
}

static void write_json(const struct report *report, const struct export_request *request,
		       bool whole, struct str *out)
{
	struct json json = JSON_INIT;

	(void)request;
	(void)whole;
	report_json(report, &json);
	str_append(out, &json.out);
	str_add_char(out, '\n');
	json_free(&json);
}

static const struct writer {
	const char *format;
	void (*write)(const struct report *report, const struct export_request *request, bool whole,
		      struct str *out);
} writers[] = {
	{"txt", write_txt},
	{"html", write_html},
	{"md", write_md},
	{"json", write_json},
};

static const struct kind *kind_of(const struct export_request *request)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(kinds[i].name, request->what) == 0)
			return &kinds[i];
	}
	return NULL;
}

/* For programs the log is what can be read back, and not laid out. */
bool paper_has_parts(const struct export_request *request)
{
	const struct kind *kind = kind_of(request);

	return kind != NULL &&
	       (kind->begin != paper_log_begin ||
		(strcmp(request->format, "csv") != 0 && strcmp(request->format, "json") != 0));
}

static bool write_pdf(struct app *app, const struct report *report,
		      const struct export_request *request, int pages, struct str *out,
		      struct err *err)
{
	struct str document = STR_INIT;
	struct pdf_options options = pdf_options_of(app, request->paper);
	bool done;

	pdf_report(report, options, pages, &document);
	done = pdf_make(app, &document, out, err) || err_wrap(err, "%s", request->what);
	str_free(&document);
	return done;
}

bool paper_write_parts(struct app *app, const struct export_request *request, struct str *out,
		       struct err *err)
{
	const struct kind *kind = kind_of(request);
	struct report report;
	bool done = true;

	assert(kind != NULL);
	if (!kind->begin(app, request, &report, err))
		return false;
	if (strcmp(request->format, "pdf") == 0)
		done = write_pdf(app, &report, request, kind->pages, out, err);
	for (size_t i = 0; i < sizeof(writers) / sizeof(writers[0]); i++) {
		if (strcmp(writers[i].format, request->format) == 0)
			writers[i].write(&report, request, kind->whole, out);
	}
	report_free(&report);
	return done;
}
