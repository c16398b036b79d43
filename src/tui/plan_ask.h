/* SPDX-License-Identifier: MIT */
/* The question before a plan begins: what it means, and what it takes the place of. */
#ifndef PLAN_ASK_H
#define PLAN_ASK_H

#include "view.h"

#include "app/planning.h"

/* What the preview means, with its cautions, and what it changes where a plan is in use (now, else NULL); added to out. */
void plan_ask_describe(const struct preview *preview, const struct plan_now *now, struct str *out);

/*
 * The question; a yes starts the plan of the request, from the texts it was made of, which stay where they are until it is answered.
 */
struct start_texts;
struct view *plan_ask_new(const struct start_texts *texts, const struct preview *preview,
			  const struct plan_now *now);

#endif
