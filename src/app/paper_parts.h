/* SPDX-License-Identifier: MIT */
/*
 * Documents of headed parts: the log, the report and the own plan for hard moments, in any format that is laid out.
 */
#ifndef APP_PAPER_PARTS_H
#define APP_PAPER_PARTS_H

#include "app/export.h"

/* True where what is asked for, settled, is one of these. */
bool paper_has_parts(const struct export_request *request);

/* Adds it to out. Errors as app_export. */
MUST_USE bool paper_write_parts(struct app *app, const struct export_request *request,
				struct str *out, struct err *err);

#endif
