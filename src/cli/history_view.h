/* SPDX-License-Identifier: MIT */
/*
 * The log looked back at, as rows for a person and as JSON for programs, whose keys are a promise. Knows what the app found;
 * does not know which days or words were asked for.
 */
#ifndef HISTORY_VIEW_H
#define HISTORY_VIEW_H

#include "session.h"

#include "app/history.h"

/* Each adds what there is to what is printed. looked_for: only doses that fit some words, so that no plan can be told. */
void history_view_days(struct session *session, const struct history_days *history,
		       bool looked_for);
void history_view_spans(struct session *session, const struct history_spans *history,
			enum history_by by, bool looked_for);

/* The doses asked for, however many; *found is whether there was any. */
MUST_USE bool history_view_doses(struct session *session, const struct history_request *request,
				 bool *found, struct err *err);

#endif
