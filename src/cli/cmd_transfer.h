/* SPDX-License-Identifier: MIT */
/* What all commands that write a document share. */
#ifndef CMD_TRANSFER_H
#define CMD_TRANSFER_H

#include "app/export.h"

#include "session.h"

/* The file of --output; NULL for standard output. */
const char *export_path(const struct session *session);

/*
 * Writes a document to a file (NULL: standard output) and says so, or hands it to the printer. Of a locked log a person at a terminal
 * is asked before there is a file.
 */
MUST_USE bool export_document(struct session *session, const struct export_request *request,
			      const char *path, struct err *err);

#endif
