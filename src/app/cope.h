/* SPDX-License-Identifier: MIT */
/* What tools for a hard moment have to do with urges: those that helped are counted with what else did. */
#ifndef APP_COPE_PRIVATE_H
#define APP_COPE_PRIVATE_H

#include "app/app.h"
#include "engine/helpnow.h"
#include "engine/urges.h"

/* Counts the tools that are noted to have helped on the days from first to last. */
MUST_USE bool cope_add_helped(struct app *app, struct day first, struct day last,
			      struct urge_stats *stats, struct err *err);

/* The shipped texts of Help now, to be freed; empty where they can't be read. */
void support_texts_read(struct app *app, struct help_texts *texts);

#endif
