/* SPDX-License-Identifier: MIT */
/*
 * Documents into files and out of them, by a name as a person types it: "~/log.csv", or one in the folder taper was called in.
 */
#ifndef APP_FILE_H
#define APP_FILE_H

#include "app/export.h"
#include "app/transfer.h"

/* A name to offer for a document of today: "~/taper-log-2026-11-21.csv"; added to out. */
void app_file_offer(const struct app *app, const struct export_document *document,
		    const struct export_format *format, struct str *out);

/* The whole path of a name as typed, added to out. ERR_USAGE where the name is empty or a folder. */
MUST_USE bool app_file_place(const char *typed, struct str *out, struct err *err);

/* True where there is a file, or anything else, of that path. */
bool app_file_is_there(const char *path);

/* A path as a person would write it, "~/log.csv" where it is in the home folder; added to out. */
void app_file_short(const char *path, struct str *out);

/*
 * Writes a document, of a format by its name, to such a file; *where is its whole path. ERR_ACKNOWLEDGE where there is a file already and
 * replace is not set; other errors as app_export and app_write_file.
 */
MUST_USE bool app_file_export(struct app *app, const struct export_request *request,
			      const char *typed, bool replace, struct str *where, struct err *err);

/* What is to be told of the PDF made last, such as characters that no font here has: a borrowed line, or NULL. */
const char *app_paper_note(const struct app *app);

#endif
