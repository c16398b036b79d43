/* SPDX-License-Identifier: MIT */
/* A person's own plan for hard moments on paper, with the numbers of the country. */
#ifndef APP_PAPER_SUPPORT_H
#define APP_PAPER_SUPPORT_H

#include "app/export.h"
#include "export/report.h"

/* The plan as a document, to be freed with report_free. ERR_FORMAT while its file has mistakes. */
MUST_USE bool paper_support_begin(struct app *app, const struct export_request *request,
				  struct report *report, struct err *err);

#endif
