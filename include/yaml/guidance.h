/* SPDX-License-Identifier: MIT */
/*
 * guidance.yaml (format taper-guidance/1): the rules of readiness, and a person's changes to them. No language of its own:
 * named signals, comparisons, all, any, and so many of the last days. Does not know where the files are kept.
 */
#ifndef YAML_GUIDANCE_H
#define YAML_GUIDANCE_H

#include "base/problems.h"
#include "engine/readiness.h"

/*
 * Reads a file. Its 'rules' are the rules, or where it names none those of shipped (which may be NULL: then it has to name
 * some); off takes some away, add adds some. ERR_FORMAT with all mistakes in problems, none where it can't be opened. On
 * success *rules (which is overwritten) is to be freed.
 */
MUST_USE bool guidance_read(const char *path, const struct rules *shipped, struct rules *rules,
			    struct problems *problems, struct err *err);

/* The same from text in memory. */
MUST_USE bool guidance_parse(const char *text, size_t len, const struct rules *shipped,
			     struct rules *rules, struct problems *problems, struct err *err);

#endif
