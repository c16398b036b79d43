/* SPDX-License-Identifier: MIT */
/*
 * The guide: its pages, and the sources they name. engine/guide.h finds, searches and lays out.
 */
#ifndef APP_GUIDE_H
#define APP_GUIDE_H

#include "app/app.h"
#include "engine/guide.h"

/* All pages by their places. ERR_FORMAT or ERR_IO where a shipped one can't be read. To be freed with guide_free. */
MUST_USE bool app_guide(struct app *app, struct guide *guide, struct err *err);

/* What stands behind a page or a number, as a person reads it. */
struct source_note {
	char id[48];
	char title[240]; /* who and what */
	char where[240]; /* journal, DOI or address */
	int32_t year;    /* 0 where none is known */
	bool reported;   /* not seen in the source itself, but in a text that reports it */
	bool own;        /* no source: taper's own setting or advice */
};

struct source_notes {
	struct source_note *items; /* owned */
	size_t count, cap;
};

/* The sources of a page, each once, in the order it names them. To be freed. ERR_FORMAT where the file of sources can't be read. */
MUST_USE bool app_guide_sources(struct app *app, const struct guide_page *page,
				struct source_notes *notes, struct err *err);

/* The sources of those ids likewise. */
MUST_USE bool app_sources(struct app *app, const char *const *ids, size_t count,
			  struct source_notes *notes, struct err *err);
void source_notes_free(struct source_notes *notes);

#endif
