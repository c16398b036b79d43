/* SPDX-License-Identifier: MIT */
/*
 * The log on paper: a line a day, with its doses, by month.
 */
#ifndef APP_PAPER_LOG_H
#define APP_PAPER_LOG_H

#include "app/export.h"
#include "export/report.h"

/*
 * The days asked for as a document, to be freed with report_free. ERR_NOT_FOUND where no day has an entry, ERR_INVALID where there are
 * more doses than anybody would print.
 */
MUST_USE bool paper_log_begin(struct app *app, const struct export_request *request,
			      struct report *report, struct err *err);

#endif
