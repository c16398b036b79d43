/* SPDX-License-Identifier: MIT */
/*
 * The self-check: eleven questions to oneself. Kept only where the person asks for it, and then the answers alone.
 */
#ifndef APP_SELFCHECK_H
#define APP_SELFCHECK_H

#include "app/app.h"
#include "engine/selfcheck.h"

/* The shipped questions. ERR_FORMAT where they can't be read. The value owns nothing. */
MUST_USE bool app_selfcheck(struct app *app, struct selfcheck_book *book, struct err *err);

/* Keeps answers, one a question of the book, as one change that can be undone. */
MUST_USE bool app_selfcheck_store(struct app *app, const struct selfcheck_book *book,
				  const bool *yes, struct err *err);

/* The answers kept last and their day. ERR_NOT_FOUND where none are; a question that is new counts as a no. */
MUST_USE bool app_selfcheck_last(struct app *app, const struct selfcheck_book *book, bool *yes,
				 struct day *day, struct err *err);

#endif
