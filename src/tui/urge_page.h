/* SPDX-License-Identifier: MIT */
/*
 * How the time of an urge looks: what is left, a way to breathe, and the person's own words. Draws values it is given; keeps
 * no time.
 */
#ifndef URGE_PAGE_H
#define URGE_PAGE_H

#include "canvas.h"

#include "engine/diary.h"
#include "engine/helpnow.h"

enum urge_stage { STAGE_RUNS, STAGE_OVER, STAGE_ANSWERED };

struct keymap;

struct urge_page {
	enum urge_stage stage;
	enum urge_outcome outcome;    /* where it is answered */
	int32_t seconds, whole;       /* gone by, of how many */
	const struct keymap *keys;    /* NULL for the list's own */
	const char *since, *until;    /* "15:10", "15:25" */
	const struct help_tool *wait; /* what the time is for; NULL where it is not known */
	const struct help_tool *tool; /* the way to breathe; NULL for none */
	int32_t tool_seconds;         /* into it */
	const char *words;  /* prose: the plan for what set it off, reasons, what helped before */
	const char *passed; /* "27 of 34 passed, median 11 min"; "" for nothing */
};

void urge_page_draw(const struct urge_page *page, struct canvas *canvas, struct rect area);

#endif
