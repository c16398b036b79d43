/* SPDX-License-Identifier: MIT */
/* What the loop, the painting and the acts of all screens share. */
#ifndef PLANNER_H
#define PLANNER_H

#include "gate.h"
#include "keymap.h"
#include "screen_looks.h"
#include "stack.h"
#include "term.h"
#include "watch.h"

#include "app/clock.h"

struct planner {
	struct clock clock;
	struct app *app;
	struct term *term;
	struct gate *
		gate; /* a passphrase is asked for: nothing else is seen, and keys go to it; else NULL */
	struct watch *watch;
	bool news; /* the log may have been changed from outside */
	struct keymap keys;
	struct canvas canvas;
	struct stack stack;
	char message[MESSAGE_SIZE];
	bool failed;
	bool trouble;              /* the message says why nothing could be loaded */
	char warned[MESSAGE_SIZE]; /* the app's last word of warning, said once */
	int64_t shown;             /* the wall minute of what is shown */
	int64_t version;
	char sought[MESSAGE_SIZE]; /* looked for last */
	bool again;                /* the key is the one before once more */
	struct key
		last; /* pressed before this one; of no kind where a while has passed, news aside */
	bool late;    /* what is shown was older than a minute when the key came */
	bool pasting; /* more of a paste is likely to follow at once */
	struct looks_wanted wanted;
	bool hidden; /* nothing of it is to be seen */
	bool quit;
	char farewell[MESSAGE_SIZE]; /* said once the screen is left; "" for nothing */
};

/* The message line until the next key. */
void planner_say(struct planner *planner, bool failed, const char *text);

/* Asks for everything anew and says where that does not work. */
void planner_reload(struct planner *planner);

/* Shuts it all behind a gate; what a key does to the gate there is. */
void planner_shut(struct planner *planner, enum gate_for purpose);
void planner_gate_key(struct planner *planner, const struct key *key);

/* What the settings say of the whole screen; the first key of the person's that can't be is said. */
void planner_take_settings(struct planner *planner);

/* What a warning that is new says; else nothing. */
void planner_warn(struct planner *planner);

/* Lets the view on top act, or else does what works on more than one screen. */
void planner_act(struct planner *planner, enum action action);

/* Goes to a tab. */
void planner_go(struct planner *planner, enum tab tab);

/* Draws all that is open and shows it; what takes longer to ask for comes right behind it. */
void planner_paint(struct planner *planner);

#endif
