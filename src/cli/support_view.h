/* SPDX-License-Identifier: MIT */
/*
 * Help lines, groups and a person's own plan as text and as JSON. Knows no arguments.
 */
#ifndef SUPPORT_VIEW_H
#define SUPPORT_VIEW_H

#include "session.h"

#include "app/guide.h"
#include "app/support.h"

/* The country's lines with the emergency number first, own people, groups. */
void support_text(struct session *session, const struct support *support);
void support_json(struct session *session, const struct support *support);

/* The own plan, part by part, each entry with its number. */
void my_plan_text(struct session *session, const struct own_plan *plan);
void my_plan_json(struct session *session, const struct own_plan *plan);

/* Sources as text, one a line or more; and as a list for JSON. */
void source_notes_text(struct session *session, const struct source_notes *notes);
void source_notes_json(struct json *json, const char *key, const struct source_notes *notes);

#endif
