/* SPDX-License-Identifier: MIT */
/*
 * symptoms.yaml (format taper-symptoms/1): the list that check-ins ask about, and a person's changes to it. Does
 * not know where the files are kept.
 */
#ifndef YAML_SYMPTOMS_H
#define YAML_SYMPTOMS_H

#include "base/problems.h"
#include "engine/symptom.h"

/*
 * Reads a file. Its own 'symptoms' are the list, or where it names none those of shipped (which may be NULL: then it has to
 * name some); add, rename, hide and show then change that list. ERR_FORMAT with all mistakes in problems, none where
 * it can't be opened. On success *symptoms (which is overwritten) is to be freed and has at least one that is shown.
 */
MUST_USE bool symptoms_read(const char *path, const struct symptoms *shipped,
			    struct symptoms *symptoms, struct problems *problems, struct err *err);

/* The same from text in memory. */
MUST_USE bool symptoms_parse(const char *text, size_t len, const struct symptoms *shipped,
			     struct symptoms *symptoms, struct problems *problems, struct err *err);

#endif
