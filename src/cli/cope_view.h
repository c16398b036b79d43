/* SPDX-License-Identifier: MIT */
/* Tools for a hard moment as text and JSON, and led through at a terminal. Knows no arguments. */
#ifndef COPE_VIEW_H
#define COPE_VIEW_H

#include "session.h"

#include "app/support.h"

/* All tools, each with how long it takes. */
void cope_list_text(struct session *session, const struct help_texts *texts);
void cope_list_json(struct session *session, const struct help_texts *texts);

/* One with its steps, what a person set down for it first. */
void cope_text(struct session *session, const struct help_tool *tool, const struct own_plan *plan);
void cope_json(struct session *session, const struct help_tool *tool, const struct own_plan *plan);

/* Leads through one whose steps have their time. */
void cope_lead(struct session *session, const struct help_tool *tool);

/* Help now: numbers, signs, what to do and not to do, tools. */
void help_now_text(struct session *session, const struct help_now *help);
void help_now_json(struct session *session, const struct help_now *help);

#endif
