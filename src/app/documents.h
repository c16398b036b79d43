/* SPDX-License-Identifier: MIT */
/*
 * What can be written out: which documents there are, and in which formats each can be. Writes nothing.
 */
#ifndef APP_DOCUMENTS_H
#define APP_DOCUMENTS_H

#include "app/export.h"

/* Finds the row of a format, or of a document by either of its words; NULL where there is none. */
const struct export_format *documents_format(const char *name);
const struct export_document *documents_find(const char *name);

/* What is asked for, whole: format, what and weigh are filled in and go together. ERR_USAGE where anything does not. */
MUST_USE bool documents_settle(const struct export_request *asked, struct export_request *request,
			       struct err *err);

#endif
