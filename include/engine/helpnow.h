/* SPDX-License-Identifier: MIT */
/*
 * What Help now says: the signs to act on, what to do about a suspected overdose, and tools for the next quarter of an
 * hour as steps with their seconds. Values only; a face decides how they look and keeps the time.
 */
#ifndef ENGINE_HELPNOW_H
#define ENGINE_HELPNOW_H

#include "engine/support.h"

#include <stdint.h>

enum { HELP_SAY_SIZE = 160, HELP_SIGN_MAX = 60, HELP_STEP_MAX = 20, HELP_TOOL_MAX = 12 };

enum sign_when {
	SIGN_EMERGENCY, /* call the emergency number now */
	SIGN_SAME_DAY,  /* see somebody today */
	SIGN_SOON,      /* within days */
	SIGN_WHEN_COUNT
};

struct help_sign {
	enum sign_when when;
	char say[HELP_SAY_SIZE]; /* one short sentence or part of one, without a full stop */
	char source[SUPPORT_ID_SIZE];
};

/* One thing to do, or not to do. */
struct help_act {
	char say[HELP_SAY_SIZE];
	char source[SUPPORT_ID_SIZE];
};

struct help_step {
	char say[HELP_SAY_SIZE];
	int32_t seconds; /* how long it lasts; 0 where a person goes on in their own time */
};

struct help_tool {
	char id[SUPPORT_ID_SIZE]; /* "sighing" */
	char name[SUPPORT_NAME_SIZE];
	char about[SUPPORT_TEXT_SIZE]; /* what it may do, and what it may not */
	char source[SUPPORT_ID_SIZE];  /* "taper" where it is taper's own list */
	int32_t rounds;                /* how often all steps are gone through, at least 1 */
	struct help_step *steps;       /* owned */
	size_t step_count;
};

struct help_texts {
	struct help_sign *signs; /* owned; as in the file */
	size_t sign_count;
	struct help_act *overdose; /* owned; in their order */
	size_t overdose_count;
	struct help_act *cautions; /* owned; lost tolerance, and what not to mix */
	size_t caution_count;
	struct help_tool *tools; /* owned */
	size_t tool_count;
};

#define HELP_TEXTS_INIT                                                                            \
	{                                                                                          \
		.signs = NULL                                                                      \
	}

void help_texts_free(struct help_texts *texts);

/* "emergency", "same-day", "soon" in files and JSON; and as a heading: "Call the emergency number now". */
const char *sign_when_word(enum sign_when when);
const char *sign_when_title(enum sign_when when);

/* The tool of an id, or NULL. */
const struct help_tool *help_tool_find(const struct help_texts *texts, const char *id);

/* How long all rounds of a tool take, in seconds; steps without a time count nothing. */
int32_t help_tool_seconds(const struct help_tool *tool);

#endif
