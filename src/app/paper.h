/* SPDX-License-Identifier: MIT */
/*
 * The schedule of the plan in use, made into a sheet for paper.
 */
#ifndef APP_PAPER_H
#define APP_PAPER_H

#include "app/transfer.h"

MUST_USE bool paper_txt(struct app *app, const struct export_request *request, struct str *out,
			struct err *err);

#endif
