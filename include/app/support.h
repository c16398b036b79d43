/* SPDX-License-Identifier: MIT */
/*
 * Where help is and what a person set down for hard moments: help lines of a country, Help now, and the own plan (the
 * file support.yaml in the settings folder), which can be added to and taken from. Keeps no time and draws nothing.
 */
#ifndef APP_SUPPORT_H
#define APP_SUPPORT_H

#include "app/app.h"
#include "engine/helpnow.h"
#include "engine/money.h"
#include "engine/own.h"
#include "engine/support.h"

/* How the country became known. */
enum country_from {
	COUNTRY_ASKED,    /* named by the caller */
	COUNTRY_SETTINGS, /* in the settings */
	COUNTRY_LOCALE,   /* guessed from LC_ALL, LC_MESSAGES or LANG, which may be wrong */
	COUNTRY_NONE,     /* not known: what serves anywhere */
};

/* A person's own plan, and what is wrong with its file. */
struct my_plan {
	struct own_plan plan;     /* owned; empty where the file has mistakes */
	struct problems problems; /* owned; none where it is good or not there */
	char *path;               /* owned; where it is, or would be */
};

struct support {
	struct help_lines lines;            /* owned; of all countries, and the groups */
	const struct help_country *country; /* in lines */
	enum country_from from;
	struct my_plan mine;
};

/*
 * The help lines of a country (a code or a name; NULL: the settings', or the locale's, or what serves anywhere) and the
 * person's own people. ERR_NOT_FOUND names the nearest country; ERR_FORMAT where the shipped file can't be read. To be freed.
 */
MUST_USE bool app_support(struct app *app, const char *country, struct support *support,
			  struct err *err);
void support_free(struct support *support);

/*
 * The lines alone, of the settings' or the locale's country: nothing is read where there is none. ERR_NOT_FOUND where there is none, or none
 * of its lines. To be freed with support_free.
 */
MUST_USE bool app_support_lines(struct app *app, struct support *support, struct err *err);

/* What Help now shows. */
struct help_now {
	struct help_texts texts; /* signs, what to do about an overdose, tools */
	struct support support;  /* the numbers of the country, own reasons, own people */
	bool stand_in;           /* the shipped files can't be read: the least there is to say */
};

/* Never without an answer: where the shipped files can't be read it is the least there is to say. To be freed. */
void app_help_now(struct app *app, struct help_now *help);
void help_now_free(struct help_now *help);

/* The own plan. A file with mistakes gives an empty one, and the mistakes; ERR_IO where it can't be opened. To be freed. */
MUST_USE bool app_my_plan(struct app *app, struct my_plan *mine, struct err *err);
void my_plan_free(struct my_plan *mine);

/* Where an entry is: its number within its part, from 1. */
struct own_place {
	enum own_part part;
	size_t number;
};

/* What became of a change of the plan. */
struct own_done {
	struct own_entry entry; /* as the plan has it now, or had it */
	char *kept; /* owned; a copy of the file as it was written by hand, NULL where none was needed */
	bool undoes; /* app_undo takes it back; false where the log can't be written */
};

/*
 * Each writes the file, and tells the log so that app_undo and app_redo reach it. ERR_FORMAT while the file has mistakes: it is not
 * written over. *mine is the plan as it was before, with the mistakes, to be freed in any case; NULL where nobody wants it.
 */
MUST_USE bool app_my_plan_add(struct app *app, const struct own_entry *entry, struct own_done *done,
			      struct my_plan *mine, struct err *err);

/* Puts an entry of that part in the place of what is there. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_my_plan_replace(struct app *app, const struct own_place *place,
				  const struct own_entry *entry, struct own_done *done,
				  struct err *err);

/* Takes that entry out. ERR_NOT_FOUND where there is none. */
MUST_USE bool app_my_plan_remove(struct app *app, const struct own_place *place,
				 struct own_done *done, struct my_plan *mine, struct err *err);

/* Money that was not spent, in a currency. */
struct money_kept {
	int64_t milli;
	const char *currency;
};

/* What the person wants the money for, and how far it goes. */
struct money_goal {
	struct own_entry entry;
	int64_t cost_milli; /* 0 where its cost is no sum in that currency */
	int percent;        /* of the cost, at most 100; -1 where that can't be told */
};

/* False where nothing is set down for it. */
bool app_money_goal(struct app *app, const struct money_kept *kept, struct money_goal *goal);

/* Adds it as it follows "$86 not spent": ", 21 % of $400 for a weekend by the sea"; nothing where none is set down. */
void app_money_goal_say(struct app *app, const struct money_kept *kept, struct str *out);

/* Adds to out what the person planned for a tag, one plan a line ("a call went badly: walk round the block"). False where there is none, or it can't be read. */
bool app_if_then(struct app *app, const char *tag, struct str *out);

#endif
