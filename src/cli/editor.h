/* SPDX-License-Identifier: MIT */
/*
 * A text written in the person's own editor ($VISUAL, $EDITOR, vi), without a shell. The file lies in a folder of its own
 * that only they can read, in memory where the system has such a place, and is gone afterwards, with all the editor left beside
 * it.
 */
#ifndef EDITOR_H
#define EDITOR_H

#include "session.h"

struct editor_text {
	struct str text;   /* as it was written */
	struct str folder; /* until editor_end */
};

#define EDITOR_TEXT_INIT                                                                           \
	{                                                                                          \
		.text = STR_INIT, .folder = STR_INIT                                               \
	}

/* Opens the editor with a text. ERR_USAGE without a terminal; ERR_IO where it can't be run, or ended with an error. */
MUST_USE bool editor_edit(struct session *session, const char *text, struct editor_text *written,
			  struct err *err);

/* Removes the folder where the text was kept, else adds to err where it still is. Frees written; an empty one is fine. */
void editor_end(struct editor_text *written, bool kept, struct err *err);

#endif
