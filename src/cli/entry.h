/* SPDX-License-Identifier: MIT */
/*
 * One logged dose in words, and the id a person names it by.
 */
#ifndef ENTRY_H
#define ENTRY_H

#include "session.h"

#include "engine/dose.h"

/* Reads an id as the tables show it. ERR_USAGE names the text. */
MUST_USE bool entry_read_id(const char *text, int64_t *id, struct err *err);

/* Adds "2.5 g at 08:05 (id 12)", '"none" on Fri 20 Nov 2026 (id 9)'. */
void entry_add_words(const struct session *session, const struct dose *dose, struct str *out);

#endif
