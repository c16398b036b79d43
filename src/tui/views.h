/* SPDX-License-Identifier: MIT */
/* The screens and dialogs that more than one file opens. What a view is, view.h says. */
#ifndef VIEWS_H
#define VIEWS_H

#include "base/err.h"
#include "base/str.h"
#include "engine/amount.h"
#include "engine/day.h"

#include "action.h"

struct app;
struct keymap;
struct outcome;
struct view;

/* The screens and dialogs there are; each is to be given to the loop or freed. */
struct view *view_today_new(void);
struct view *view_plan_new(void);
struct view *view_history_new(void);
struct view *view_checkin_new(void);
struct view *view_support_new(void);
struct view *view_guide_new(void);
struct view *view_keys_new(const struct keymap *keys, enum scope here);
struct view *view_help_now_new(void);

/* A page to read: a title, and lines of text (taken over). "# " begins a heading; a tab parts keys from their meaning. */
struct view *view_read_new(const char *title, struct str *text);

/* The form to log a dose; amount and when are what it begins with. */
struct view *view_log_new(const char *amount, const char *when);

/* The same form for a dose that is there; its texts are borrowed for the call. */
struct dose;
struct view *view_edit_new(const struct dose *dose);

/* The doses of one day, to look at, change and delete; and the month a day lies in, as a map. */
struct view *view_day_new(struct day day);
struct view *view_month_new(struct day day);
struct view *view_trends_new(void);

/* The week of a day as on a sheet of paper, to type ticks and amounts into. */
struct view *view_week_new(struct day day);

/* Fifteen minutes for an urge: reasons, a way to breathe, and one question at the end. */
struct view *view_urge_new(void);

/* Tools for a hard moment, one of them led through, a thought written down, and the signs to act on gone through. */
struct view *view_cope_new(void);
struct view *view_tool_new(const char *id);
struct view *view_thought_new(void);
struct view *view_signs_new(void);

/* The notes a person wrote, and the form for one: a new one where note is NULL. */
struct note;
struct view *view_journal_new(void);
struct view *view_note_new(const struct note *note);

/* A line to type what is looked for into; title and hint are static. */
struct view *view_prompt_new(const char *title, const char *hint, const char *text);

/* One of several things; the view under it is told which. All texts static, but for the title. */
struct option {
	const char *label, *hint;
};
enum { OPTIONS_MAX = 12 };
struct view *view_options_new(const char *title, const struct option *options, int count, int at);

/* A question before something is done. */
struct question {
	char title[64];
	struct str text; /* taken over */
	char name[48];   /* what it is about, for the answer */
	int64_t id;
	const void *context; /* borrowed from what lies under the question; NULL for nothing */
	char from[AMOUNT_TEXT_SIZE]; /* what it begins with; "" for what the log says */
	char start[DAY_TEXT_SIZE];   /* the day it begins on */
	/* What a yes does. The outcome says what was done. */
	bool (*yes)(struct app *app, const struct question *question, struct outcome *outcome,
		    struct err *err);
};
struct view *view_confirm_new(struct question *question);

#endif
