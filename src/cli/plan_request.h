/* SPDX-License-Identifier: MIT */
/*
 * What the commands that lay a plan out share: their options as a request, and the result as a view. Knows the options'
 * names; does not know what is done with the plan.
 */
#ifndef PLAN_REQUEST_H
#define PLAN_REQUEST_H

#include "app/planning.h"

#include "plan_view.h"
#include "session.h"

/* The options given, for the plan of a name or file; texts are borrowed from the command line. */
struct preview_request plan_request_of(const struct session *session, const char *plan);

/* A view of the preview, to be freed; without its stash. */
struct plan_view plan_request_view(const struct session *session, const struct preview *preview);

/* Reads --stash, where it is given, as what there is for a day and those after it. ERR_INVALID names the text. */
MUST_USE bool plan_request_stash(const struct session *session, struct day from,
				 struct plan_view *view, struct err *err);

/* Lays the plan out and adds it to what is printed, as text or JSON, with its stash; tells the mistakes of its file. */
MUST_USE bool plan_request_show(struct session *session, const char *plan, struct err *err);

#endif
