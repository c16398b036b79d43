/* SPDX-License-Identifier: MIT */
/*
 * The texts of a person's own beside the store, which go with everything that is written out: the plan for hard moments,
 * symptoms, rules and plan files. Settings are not among them: they are of a machine.
 */
#ifndef APP_OWN_FILES_H
#define APP_OWN_FILES_H

#include "app/app.h"
#include "base/str.h"

/* What is done with each, in the order of their names. */
typedef bool own_file_visit(void *context, const char *name, const char *text, struct err *err);

/* Visits those there are that are text of at most 1 MiB; what is not is passed over. */
MUST_USE bool own_files_walk(struct app *app, own_file_visit *visit, void *context,
			     struct err *err);

/* Files to be written, kept until they are. */
struct own_file {
	char *name, *text; /* owned */
};

struct own_files {
	struct own_file *items; /* owned */
	size_t count, cap, bytes;
	int64_t there; /* files that are there already, whatever is in them, and stay as they are */
};

/* Keeps one. ERR_FORMAT where its name is none of theirs, or they are too many. */
MUST_USE bool own_files_keep(struct app *app, struct own_files *files, const char *name,
			     const char *text, struct err *err);
MUST_USE bool own_files_write(struct app *app, const struct own_files *files, struct err *err);
void own_files_free(struct own_files *files);

#endif
