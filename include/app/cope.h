/* SPDX-License-Identifier: MIT */
/*
 * Tools for a hard moment: which there are (engine/helpnow.h has their steps), what a person set down for them, whether
 * they helped, and thoughts looked at from another side, which are notes of the journal.
 */
#ifndef APP_COPE_H
#define APP_COPE_H

#include "app/journal.h"
#include "app/support.h"

/* The tool of an id, of a name, or of another word it goes by ("halt"), whatever its capitals. ERR_USAGE names the nearest. */
MUST_USE bool cope_find(const struct help_texts *texts, const char *word,
			const struct help_tool **tool, struct err *err);

/* The part of a person's own plan that belongs to a tool (the activities, the night), or OWN_PART_COUNT. */
enum own_part cope_own_part(const struct help_tool *tool);

/* Notes that a tool helped, or did not, as one change that can be undone. */
MUST_USE bool app_cope_note(struct app *app, const struct help_tool *tool, bool helped,
			    struct err *err);

/* A thought looked at from another side; texts as typed. */
struct thought {
	const char *situation; /* what happened */
	const char *thought;   /* what went through the mind */
	const char *feeling;   /* its name; "" for none */
	const char *before;    /* 0 to 10 */
	const char *view;      /* how else it can be seen */
	const char *after;     /* 0 to 10 */
};

/* What each of them is called, in their order. */
enum { THOUGHT_FIELDS = 6 };
extern const char *const thought_labels[THOUGHT_FIELDS];

/* Keeps it as a note of the journal. ERR_INVALID where the thought is missing or a number is not from 0 to 10. */
MUST_USE bool app_thought_add(struct app *app, const struct thought *thought, struct noted *noted,
			      struct err *err);

/* All thoughts kept, the oldest first, to be freed with notes_free. */
MUST_USE bool app_thoughts(struct app *app, struct notes *notes, struct err *err);

#endif
