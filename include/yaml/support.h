/* SPDX-License-Identifier: MIT */
/*
 * The files behind Support and Help now: help lines and groups (format taper-lines/1), signs and tools (taper-help/1), and
 * a person's own plan for hard moments (taper-support/1), which is written too. Does not know where they are kept.
 */
#ifndef YAML_SUPPORT_H
#define YAML_SUPPORT_H

#include "base/problems.h"
#include "engine/helpnow.h"
#include "engine/own.h"
#include "engine/support.h"

/*
 * Each reads a file of at most 1 MiB. ERR_FORMAT with all mistakes in problems, none where it can't be opened; then the
 * output is untouched. On success the output is to be freed.
 */
MUST_USE bool support_lines_read(const char *path, struct help_lines *lines,
				 struct problems *problems, struct err *err);
/* support_lines_read where only one country is wanted: others, and groups, may be left out. Where no country has that code all are read. */
MUST_USE bool support_lines_read_of(const char *path, const char *code, struct help_lines *lines,
				    struct problems *problems, struct err *err);
MUST_USE bool support_help_read(const char *path, struct help_texts *texts,
				struct problems *problems, struct err *err);

/* The same; a file that is not there is an empty plan. ERR_IO where it is there and can't be opened. */
MUST_USE bool support_own_read(const char *path, struct own_plan *plan, struct problems *problems,
			       struct err *err);

/* Adds the file as it is to out, its comments too. ERR_NOT_FOUND, ERR_IO or ERR_FORMAT where it can't be read. */
MUST_USE bool support_own_text(const char *path, struct str *out, struct err *err);

/* Adds the plan as a file that reads back as the same plan; characters that could harm a terminal become "?". */
void support_own_write(const struct own_plan *plan, struct str *out);

#endif
