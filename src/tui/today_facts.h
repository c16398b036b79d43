/* SPDX-License-Identifier: MIT */
/* What Today says of the plan beside the doses: where it stands, the next step, how it went. */
#ifndef TODAY_FACTS_H
#define TODAY_FACTS_H

#include "today_draw.h"

/* Columns of the labels. */
enum { TODAY_FACT_LABEL = 17 };

int today_facts_rows(const struct today_page *page);

void today_facts_draw(const struct today_page *page, struct rect place, struct canvas *canvas);

/* The same as lines, each ended by a newline, added to out. */
void today_facts_plain(const struct today_page *page, struct str *out);

#endif
