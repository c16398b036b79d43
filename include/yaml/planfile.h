/* SPDX-License-Identifier: MIT */
/*
 * Plan files: YAML of the format taper-plan/1, to a plan and back. Every mistake is told with its place, what was found
 * and what is allowed. Does not know where plan files are kept.
 */
#ifndef YAML_PLANFILE_H
#define YAML_PLANFILE_H

#include "base/problems.h"
#include "engine/plan.h"

/*
 * Reads a plan file of at most 1 MiB. ERR_FORMAT with all mistakes in problems, in the order of the file; err has the first
 * of them and how many more. ERR_FORMAT without problems where it can't be opened, is no regular file or is too large.
 * On success *plan is to be freed. Texts over several lines become one line.
 */
MUST_USE bool planfile_read(const char *path, struct plan *plan, struct problems *problems,
			    struct err *err);

/* The same from text in memory. */
MUST_USE bool planfile_parse(const char *text, size_t len, struct plan *plan,
			     struct problems *problems, struct err *err);

/* Adds the plan as a plan file that reads back as the same plan; characters that could harm a terminal become "?". */
void planfile_write(const struct plan *plan, struct str *out);

#endif
