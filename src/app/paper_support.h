/* SPDX-License-Identifier: MIT */
/* A person's own plan for hard moments on paper, with the numbers of the country. */
#ifndef APP_PAPER_SUPPORT_H
#define APP_PAPER_SUPPORT_H

#include "app/transfer.h"
#include "export/report.h"

/* The plan as a document, to be freed with report_free. ERR_FORMAT while its file has mistakes. */
MUST_USE bool paper_support_begin(struct app *app, struct report *report, struct err *err);

/* The same as txt, html or md. */
MUST_USE bool paper_support(struct app *app, const struct export_request *request, struct str *out,
			    struct err *err);

#endif
