/* SPDX-License-Identifier: MIT */
/*
 * The schedule of the plan in use, made into a sheet for paper, a browser or a calendar.
 */
#ifndef APP_PAPER_H
#define APP_PAPER_H

#include "app/planning.h"
#include "app/export.h"
#include "export/sheet.h"

#define PAPER_TITLE "Reduction schedule"

/* All of it is owned; the sheet borrows the schedule of now, so that it stays where it is. */
struct paper {
	struct plan_now now;
	struct plan plan;
	struct sheet sheet;
};

/* Fills in *paper as asked for. On true it is to be ended. */
MUST_USE bool paper_begin(struct app *app, const struct export_request *request,
			  struct paper *paper, struct err *err);
void paper_end(struct paper *paper);

/* The same with only what a calendar shows, and every change in now as it was made. */
MUST_USE bool paper_begin_calendar(struct app *app, const struct export_request *request,
				   struct paper *paper, struct err *err);

/* Adds the numbers to call, the first to every page. */
void paper_add_numbers(struct app *app, struct sheet *sheet);

/* Lines of a page of that size, six an inch less what printers keep free; and the size as style sheets name it, NULL for any. */
int paper_lines(const struct export_request *request);
const char *paper_size(const struct export_request *request);

MUST_USE bool paper_txt(struct app *app, const struct export_request *request, struct str *out,
			struct err *err);
MUST_USE bool paper_html(struct app *app, const struct export_request *request, struct str *out,
			 struct err *err);
MUST_USE bool paper_md(struct app *app, const struct export_request *request, struct str *out,
		       struct err *err);
MUST_USE bool paper_pdf(struct app *app, const struct export_request *request, struct str *out,
			struct err *err);
MUST_USE bool paper_ics(struct app *app, const struct export_request *request, struct str *out,
			struct err *err);

#endif
