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

#include "app/app.h"

struct view;

/* What the loop should do after a view acted. */
enum reply {
	REPLY_IGNORED,
	REPLY_DONE,
	REPLY_RELOAD, /* the store was changed */
	REPLY_CLOSE,  /* this view is finished; nothing was changed */
	REPLY_SAVED,  /* this dialog and those under it are finished, and the store was changed */
	REPLY_FAILED, /* err says why */
	REPLY_QUIT,
};

enum { MESSAGE_SIZE = 240 };

/* What a view leaves for the loop besides its reply. */
struct outcome {
	struct view *open;          /* to be put on top; taken over */
	char message[MESSAGE_SIZE]; /* for the message line; "" for nothing new */
};

void outcome_say(struct outcome *outcome, const char *fmt, ...) PRINTF_LIKE(2, 3);

struct view_class {
	const char *title;
	enum scope scope;
	size_t size;
	bool dialog; /* drawn over the view below */
	/* Asks the app for what is shown; on failure what was shown before stays. NULL where there is nothing to ask. */
	bool (*load)(struct view *view, struct app *app, struct err *err);
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
	/* True where the action would do something now; NULL for always. */
	bool (*can)(const struct view *view, enum action action);
	/* Frees what the view holds, not the view. */
	void (*free)(struct view *view);
};

/* The first member of every view. */
struct view {
	const struct view_class *class;
	struct rect area; /* where it was placed last */
	bool plain;       /* words instead of drawing */
};

/* A view of its class's size, zeroed. */
void *view_new(const struct view_class *class);
void view_free(struct view *view);

/* The screens and dialogs there are; each is to be given to the loop or freed. */
struct view *view_today_new(void);
struct view *view_plan_new(void);
struct view *view_history_new(void);
struct view *view_keys_new(void);
struct view *view_help_now_new(void);

/* A page to read: a title, and lines of text (taken over). "# " begins a heading; a tab parts keys from their meaning. */
struct view *view_read_new(const char *title, struct str *text);

/* The form to log a dose; amount is what it begins with. */
struct view *view_log_new(const char *amount);

/* The same form for a dose that is there; its texts are borrowed for the call. */
struct dose;
struct view *view_edit_new(const struct dose *dose);

/* A question before something is done. */
struct question {
	char title[64];
	struct str text; /* taken over */
	char name[48];   /* what it is about, for the answer */
	int64_t id;
	char from[AMOUNT_TEXT_SIZE]; /* what it begins with; "" for what the log says */
	char start[DAY_TEXT_SIZE];   /* the day it begins on */
	/* What a yes does. The outcome says what was done. */
	bool (*yes)(struct app *app, const struct question *question, struct outcome *outcome,
		    struct err *err);
};
struct view *view_confirm_new(struct question *question);

#endif
