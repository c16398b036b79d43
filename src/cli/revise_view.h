/* SPDX-License-Identifier: MIT */
/*
 * A change of the plan in use, shown before or after it is made: both sides next to each other, and what is said with it.
 */
#ifndef REVISE_VIEW_H
#define REVISE_VIEW_H

#include "app/revising.h"

#include "looks.h"

#include "base/json.h"

/* Adds what the change is, both sides, what is said, and the cautions; made says whether it was made. */
void revise_view_text(const struct revise_preview *preview, bool made, const struct looks *looks,
		      struct str *out);

/* Adds the whole document. */
void revise_view_json(const struct revise_preview *preview, bool made, struct json *json);

#endif
