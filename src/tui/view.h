/* SPDX-License-Identifier: MIT */
/*
 * One screen or dialog: it asks the app for values, draws them on a canvas, and acts on actions. Knows neither curses nor
 * the loop that runs it.
 */
#ifndef VIEW_H
#define VIEW_H

#include "action.h"
#include "canvas.h"
#include "key.h"
#include "views.h"

#include "app/app.h"

struct keymap;
struct view;

/* What the loop should do after a view acted. */
enum reply {
	REPLY_IGNORED,
	REPLY_DONE,
	REPLY_RELOAD, /* the store was changed */
	REPLY_CLOSE,  /* this view is finished; nothing was changed */
	REPLY_SAVED,  /* this dialog and those under it are finished, and the store was changed */
	REPLY_FAILED, /* err says why */
	REPLY_CHOSEN, /* this dialog is finished; outcome->choice goes to the view under it */
	REPLY_FIND,   /* likewise; outcome->typed is what the view under it is to find */
	REPLY_GO,     /* all that is open is finished; outcome->choice is the tab to show */
	REPLY_SET,    /* as REPLY_SAVED, and the settings were changed: looks and keys too */
	REPLY_LOCK,   /* outcome->choice is the enum gate_for to go through */
	REPLY_QUIT,   /* the planner is left; the message is said after that */
};

enum { MESSAGE_SIZE = 240 };

/* What a view leaves for the loop besides its reply. */
struct outcome {
	struct view *open;          /* to be put on top; taken over */
	char message[MESSAGE_SIZE]; /* for the message line; "" for nothing new */
	enum action hint;           /* said behind the message with its key: "u undoes it" */
	const char *hint_text;      /* static; NULL for none */
	int choice;                 /* with REPLY_CHOSEN and REPLY_GO */
	char typed[MESSAGE_SIZE];   /* with REPLY_FIND */
};

void outcome_say(struct outcome *outcome, const char *fmt, ...) PRINTF_LIKE(2, 3);
void outcome_hint(struct outcome *outcome, enum action action, const char *text);

struct view_class {
	const char *title;
	enum scope scope;
	/* What the footer offers before the rest, up to ACTION_NONE; NULL for its usual order. */
	const enum action *first;
	size_t size;
	bool dialog; /* drawn over the view below, which fades */
	bool strip;  /* drawn over a part of it, which does not */
	/* Asks the app for what is shown; on failure what was shown before stays. NULL where there is nothing to ask. */
	bool (*load)(struct view *view, struct app *app, struct err *err);
	/*
	 * Asks for the rest, once the view was painted with the answer that load gave: for what takes longer. Until then drawing leaves blank whatever
	 * could move. On failure what is known is shown, and err is told. NULL where load asks for everything.
	 */
	bool (*follow)(struct view *view, struct app *app, struct err *err);
	/* Told where it will be drawn, before drawing and after each load and change of size. */
	void (*place)(struct view *view, struct rect area);
	/* Changes nothing but the canvas. */
	void (*draw)(const struct view *view, struct canvas *canvas, struct rect area);
	enum reply (*act)(struct view *view, struct app *app, enum action action,
			  struct outcome *outcome, struct err *err);
	/* Gets keys before they are actions: for text. NULL where none is typed. */
	enum reply (*type)(struct view *view, struct app *app, const struct key *key);
	/* A click at a place of the screen. NULL where clicks do nothing. */
	enum reply (*click)(struct view *view, int row, int column);
	/* What the footer says of an action here instead of its usual word; NULL where that fits. Static texts. */
	const char *(*brief)(const struct view *view, enum action action);
	/* True where the action would do something now; NULL for always. */
	bool (*can)(const struct view *view, enum action action);
	/*
	 * Goes to the next place (by 1) or the one before (by -1) that has the words; NULL where there is nothing to find. With
	 * sought it is a filter instead: that says what it is now, and "" takes it away.
	 */
	enum reply (*find)(struct view *view, struct app *app, const char *words, int by,
			   struct outcome *outcome, struct err *err);
	const char *(*sought)(const struct view *view);
	const char *find_title, *find_hint;
	/* What was chosen in a dialog that this view opened. */
	enum reply (*chosen)(struct view *view, struct app *app, int choice,
			     struct outcome *outcome, struct err *err);
	/* Told before it is closed, or another tab is shown over it: what is typed and not kept yet is kept. NULL for nothing. */
	void (*leave)(struct view *view, struct app *app);
	/*
	 * True while it wants to be told the time each second, and the telling, in seconds of UTC with the minutes east of it, before it is drawn; both NULL
	 * where it does not care.
	 */
	bool (*ticks)(const struct view *view);
	void (*tick)(struct view *view, int64_t utc, int16_t utc_offset);
	/*
	 * True where a part of it waits until no key was pressed for a moment, and the end of that wait; both NULL where nothing waits. What is shown
	 * beside a list is not drawn anew for each row that the cursor passes.
	 */
	bool (*waits)(const struct view *view);
	void (*rest)(struct view *view);
	/* Frees what the view holds, not the view. */
	void (*free)(struct view *view);
};

/* The first member of every view. */
struct view {
	const struct view_class *class;
	struct rect area; /* where it was placed last */
	bool follows;     /* it was loaded, and the rest is still to be asked for */
	bool plain;       /* words instead of drawing */
	bool turns; /* other keys work than a moment ago: the footer waits until the cursor rests */
	const struct keymap *keys; /* borrowed; set when it is opened */
};

/* A view of its class's size, zeroed. */
void *view_new(const struct view_class *class);
void view_free(struct view *view);

#endif
