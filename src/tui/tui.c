/* SPDX-License-Identifier: MIT */
#include "tui/tui.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "app/log.h"
#include "app/today.h"
#include "frame.h"
#include "keymap.h"
#include "term.h"
#include "watch.h"
#include "words.h"

enum {
	OVER_MAX = 8,
	TICK_MS = 60000,
	SETTLE_MS = 30, /* changes come in bursts: they are looked at once it is quiet */
	LOOK_MS = 1000, /* from one look to the next where changes can't be noticed */
	WHEEL_LINES = 3,
	EXIT_TROUBLE = 4
};

struct tui {
	struct clock clock;
	struct app *app;
	struct term *term;
	struct watch *watch;
	bool news; /* the log may have been changed from outside */
	struct canvas canvas;
	struct view *tabs[TAB_COUNT]; /* made when first looked at */
	bool stale[TAB_COUNT];
	enum tab tab;
	struct view *over[OVER_MAX]; /* pages and dialogs, the last one on top */
	int depth;
	char message[MESSAGE_SIZE];
	bool failed;
	bool trouble;  /* the message says why nothing could be loaded */
	int64_t shown; /* the wall minute of what is shown */
	int64_t version;
	bool quit;
};

static struct view *(*const makers[])(void) = {
	[TAB_TODAY] = view_today_new, [TAB_PLAN] = view_plan_new, [TAB_HISTORY] = view_history_new};

bool tui_possible(void)
{
	return term_possible();
}

static struct view *top(const struct tui *tui)
{
	return tui->depth > 0 ? tui->over[tui->depth - 1] : tui->tabs[tui->tab];
}

static void say(struct tui *tui, bool failed, const char *text)
{
	snprintf(tui->message, sizeof(tui->message), "%.*s", MESSAGE_SIZE - 1, text);
	tui->failed = failed;
}

static bool load(struct tui *tui, struct view *view, struct err *err)
{
	return view->class->load == NULL || view->class->load(view, tui->app, err);
}

static bool show_tab(struct tui *tui, enum tab tab, struct err *err)
{
	if (tui->tabs[tab] == NULL) {
		tui->tabs[tab] = makers[tab]();
		tui->stale[tab] = true;
	}
	tui->tab = tab;
	if (!tui->stale[tab])
		return true;
	tui->stale[tab] = false;
	return load(tui, tui->tabs[tab], err);
}

static void reload(struct tui *tui)
{
	struct err err;
	bool was_trouble = tui->trouble;

	for (enum tab tab = 0; tab < TAB_COUNT; tab++)
		tui->stale[tab] = true;
	tui->shown = app_now_wall(tui->app);
	tui->trouble =
		!app_version(tui->app, &tui->version, &err) || !show_tab(tui, tui->tab, &err);
	for (int i = 0; i < tui->depth && !tui->trouble; i++)
		tui->trouble = !load(tui, tui->over[i], &err);
	if (tui->trouble)
		say(tui, true, err.msg);
	else if (was_trouble)
		say(tui, false, "");
}

static void close_top(struct tui *tui)
{
	if (tui->depth > 0)
		view_free(tui->over[--tui->depth]);
}

/* A page takes the place of another page; a dialog or a page over a dialog lies on top of it. */
static void open_view(struct tui *tui, struct view *view)
{
	struct err err;

	if (top(tui)->class->scope == SCOPE_READ && view->class->scope == SCOPE_READ)
		close_top(tui);
	if (tui->depth == OVER_MAX || !load(tui, view, &err)) {
		view_free(view);
		return;
	}
	tui->over[tui->depth++] = view;
}

static void go_tab(struct tui *tui, enum tab tab)
{
	struct err err;

	while (tui->depth > 0)
		close_top(tui);
	if (!show_tab(tui, tab, &err))
		say(tui, true, err.msg);
}

static void open_log(struct tui *tui)
{
	struct today today;
	struct dose dose;
	struct err err;
	char amount[AMOUNT_TEXT_SIZE] = "";
	bool any;

	if (!app_today(tui->app, &today, &err)) {
		say(tui, true, err.msg);
		return;
	}
	if (today.has_next_dose && today.next_amount.nano > 0) {
		amount_with_unit(today.next_amount, today.unit, amount);
	} else if (app_last_dose(tui->app, &any, &dose, &err) && any) {
		amount_with_unit(dose.amount, dose.unit, amount);
		dose_free(&dose);
	}
	today_free(&today);
	open_view(tui, view_log_new(amount));
}

static void take_back(struct tui *tui, bool again)
{
	char what[APP_WHAT_SIZE], text[MESSAGE_SIZE];
	struct err err;

	if (again ? !app_redo(tui->app, what, &err) : !app_undo(tui->app, what, &err)) {
		say(tui, true, err.msg);
		return;
	}
	snprintf(text, sizeof(text), "%s: %s.  %s", again ? "Done again" : "Undone", what,
		 again ? "u undoes it" : "Ctrl-R does it again");
	say(tui, false, text);
	reload(tui);
}

static void act(struct tui *tui, enum action action);

/* Without a plan the Plan screen is that of choosing already. */
static void choose_plan(struct tui *tui)
{
	go_tab(tui, TAB_PLAN);
	if (top(tui)->class->scope == SCOPE_PLAN)
		act(tui, ACTION_NEW_PLAN);
}

/* What works on more than one screen. */
static void act_everywhere(struct tui *tui, enum action action)
{
	int next = action == ACTION_NEXT_TAB ? 1 : TAB_COUNT - 1;

	if (action == ACTION_LOG_DOSE)
		open_log(tui);
	else if (action == ACTION_UNDO || action == ACTION_REDO)
		take_back(tui, action == ACTION_REDO);
	else if (action == ACTION_GO_TODAY || action == ACTION_BACK)
		go_tab(tui, TAB_TODAY);
	else if (action == ACTION_GO_PLAN)
		go_tab(tui, TAB_PLAN);
	else if (action == ACTION_NEW_PLAN)
		choose_plan(tui);
	else if (action == ACTION_GO_HISTORY)
		go_tab(tui, TAB_HISTORY);
	else if (action == ACTION_NEXT_TAB || action == ACTION_PREVIOUS_TAB)
		go_tab(tui, (enum tab)(((int)tui->tab + next) % TAB_COUNT));
	else if (action == ACTION_CLOSE)
		close_top(tui);
	else if (action == ACTION_KEYS)
		open_view(tui, view_keys_new());
	else if (action == ACTION_HELP_NOW)
		open_view(tui, view_help_now_new());
	else if (action == ACTION_REDRAW)
		term_redraw(tui->term);
	else if (action == ACTION_SUSPEND)
		term_suspend(tui->term);
	else if (action == ACTION_QUIT || action == ACTION_STOP)
		tui->quit = true;
}

static void obey(struct tui *tui, enum reply reply, struct outcome *outcome, const struct err *err)
{
	if (outcome->message[0] != '\0')
		say(tui, false, outcome->message);
	switch (reply) {
	case REPLY_IGNORED:
	case REPLY_DONE:
		break;
	case REPLY_SAVED:
		/* With a question the form that led to it. */
		while (tui->depth > 0 && top(tui)->class->dialog)
			close_top(tui);
		reload(tui);
		break;
	case REPLY_RELOAD:
		reload(tui);
		break;
	case REPLY_CLOSE:
		close_top(tui);
		break;
	case REPLY_FAILED:
		say(tui, true, err->msg);
		break;
	case REPLY_QUIT:
		tui->quit = true;
		break;
	}
	if (outcome->open != NULL)
		open_view(tui, outcome->open);
}

static void act(struct tui *tui, enum action action)
{
	struct outcome outcome = {.open = NULL};
	struct err err = {.code = ERR_NONE};
	struct view *view = top(tui);
	enum reply reply = view->class->act(view, tui->app, action, &outcome, &err);

	obey(tui, reply, &outcome, &err);
	if (reply == REPLY_IGNORED)
		act_everywhere(tui, action);
}

static void click(struct tui *tui, const struct key *key)
{
	struct view *view = top(tui);
	enum tab tab = frame_tab_at(tui->canvas.columns, key->row, key->column);

	if (tab != TAB_COUNT && !view->class->dialog)
		go_tab(tui, tab);
	else if (view->class->click != NULL)
		view->class->click(view, key->row, key->column);
}

/* Text goes into a form first; "!" opens Help now even there, and can still be pasted. */
static void press(struct tui *tui, const struct key *key)
{
	struct view *view = top(tui);
	enum action action = keymap_find(view->class->scope, key);
	bool text = key->kind == PRESS_TEXT && action != ACTION_HELP_NOW;

	if (view->class->type != NULL && (text || action == ACTION_NONE))
		view->class->type(view, tui->app, key);
	else if (action != ACTION_NONE)
		act(tui, action);
}

/* Not to be known counts as changed: the next load says why. */
static bool changed(struct tui *tui)
{
	int64_t version;
	struct err err;

	return !app_version(tui->app, &version, &err) || version != tui->version;
}

/* Nobody pressed anything for a while: the minute has turned, or another program may have written. */
static void look(struct tui *tui)
{
	if (tui->news)
		watch_take(tui->watch);
	tui->news = false;
	if (app_now_wall(tui->app) != tui->shown || changed(tui))
		reload(tui);
}

static void handle(struct tui *tui, const struct key *key)
{
	if (key->kind == PRESS_RESIZE)
		return;
	if (key->kind == PRESS_NEWS) {
		tui->news = watch_take(tui->watch);
		return;
	}
	if (key->kind == PRESS_CLOSED) {
		tui->quit = true;
		return;
	}
	if (key->kind == PRESS_NONE) {
		look(tui);
		return;
	}
	say(tui, false, "");
	tui->trouble = false;
	if (changed(tui))
		reload(tui);
	if (key->kind == PRESS_CLICK) {
		click(tui, key);
	} else if (key->kind == PRESS_WHEEL) {
		for (int i = 0; i < WHEEL_LINES && top(tui)->class->type == NULL; i++)
			act(tui, key->code == NAMED_UP ? ACTION_UP : ACTION_DOWN);
	} else {
		press(tui, key);
	}
}

static void draw_too_small(struct tui *tui)
{
	struct str text = STR_INIT;

	str_addf(&text, "taper needs a window of %d columns and %d rows; this one has %d and %d.",
		 LEAST_COLUMNS, LEAST_ROWS, tui->canvas.columns, tui->canvas.rows);
	canvas_wrap(&tui->canvas, canvas_area(&tui->canvas), ROLE_TEXT, text.data);
	str_free(&text);
}

static void draw_view(struct tui *tui, struct view *view, struct rect area)
{
	view->area = area;
	view->plain = tui->canvas.plain;
	if (view->class->place != NULL)
		view->class->place(view, area);
	if (view->class->dialog)
		canvas_fade(&tui->canvas, area);
	else
		canvas_fill(&tui->canvas, area, ROLE_TEXT, ' ');
	view->class->draw(view, &tui->canvas, area);
}

static void now_text(const struct tui *tui, struct str *out)
{
	int64_t wall = app_now_wall(tui->app);
	char day[DAY_TEXT_SIZE], time[WORDS_SIZE];

	str_addf(out, "%s  %s", day_short(app_today_day(tui->app), day), words_time(wall, time));
}

static void paint(struct tui *tui)
{
	struct rect area;
	struct str now = STR_INIT;
	struct frame frame = {
		.tab = tui->tab, .view = top(tui), .message = tui->message, .failed = tui->failed};
	int rows, columns;

	term_size(tui->term, &rows, &columns);
	if (rows != tui->canvas.rows || columns != tui->canvas.columns)
		canvas_resize(&tui->canvas, rows, columns);
	canvas_clear(&tui->canvas);
	area = frame_content(canvas_area(&tui->canvas));
	if (rows < LEAST_ROWS || columns < LEAST_COLUMNS) {
		draw_too_small(tui);
	} else {
		now_text(tui, &now);
		frame.now = now.data;
		draw_view(tui, tui->tabs[tui->tab], area);
		for (int i = 0; i < tui->depth; i++)
			draw_view(tui, tui->over[i], area);
		frame_draw(&frame, &tui->canvas);
		str_free(&now);
	}
	term_show(tui->term, &tui->canvas);
}

/* To the next full minute, where a countdown changes. */
static int until_tick(const struct tui *tui)
{
	int64_t utc;
	int16_t offset;

	if (tui->clock.fixed)
		return TICK_MS;
	clock_now(&tui->clock, &utc, &offset);
	return TICK_MS - (int)(utc % 60) * 1000;
}

static struct key next_key(const struct tui *tui)
{
	int fd = watch_fd(tui->watch), wait_ms = until_tick(tui);

	if (tui->news)
		return term_read(tui->term, SETTLE_MS, -1);
	return term_read(tui->term, fd < 0 && wait_ms > LOOK_MS ? LOOK_MS : wait_ms, fd);
}

static bool start(struct tui *tui, struct tui_options options, struct err *err)
{
	struct app_looks looks;
	struct term_options wanted = {.no_colour = options.no_colour};
	const char *word;

	if (!app_open(tui->clock, &tui->app, err))
		return false;
	looks = app_looks(tui->app);
	wanted.light = looks.light;
	wanted.plain = options.plain || looks.plain;
	tui->watch = watch_new(app_watch_path(tui->app));
	tui->shown = app_now_wall(tui->app);
	if (!app_version(tui->app, &tui->version, err) || !show_tab(tui, TAB_TODAY, err) ||
	    !term_open(wanted, &tui->term, err))
		return false;
	tui->canvas.plain = wanted.plain;
	tui->canvas.ascii = options.ascii || looks.ascii || term_ascii(tui->term);
	word = app_warning(tui->app);
	if (word == NULL)
		word = term_notice(tui->term);
	if (word != NULL)
		say(tui, true, word);
	return true;
}

static void finish(struct tui *tui)
{
	while (tui->depth > 0)
		close_top(tui);
	for (enum tab tab = 0; tab < TAB_COUNT; tab++)
		view_free(tui->tabs[tab]);
	canvas_free(&tui->canvas);
	term_close(tui->term);
	watch_free(tui->watch);
	app_close(tui->app);
}

int tui_run(struct clock clock, struct tui_options options)
{
	struct tui tui = {.clock = clock};
	struct err err;
	int ended_by;

	if (!start(&tui, options, &err)) {
		finish(&tui);
		fprintf(stderr, "taper: %s\n", err.msg);
		return EXIT_TROUBLE;
	}
	while (!tui.quit) {
		struct key key;

		paint(&tui);
		key = next_key(&tui);
		handle(&tui, &key);
	}
	ended_by = term_ended_by(tui.term);
	finish(&tui);
	/* Whoever sent the signal should see that it was the signal. */
	if (ended_by != 0)
		raise(ended_by);
	return 0;
}
