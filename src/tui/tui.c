/* SPDX-License-Identifier: MIT */
#include "tui/tui.h"

#include <signal.h>
#include <stdio.h>

#include "app/days.h"
#include "app/lock.h"
#include "app/setup.h"
#include "base/style.h"
#include "frame.h"
#include "key_words.h"
#include "planner.h"
#include "view_setup.h"

enum {
	TICK_MS = 60000,
	SECOND_MS = 1000,
	REST_MS = 120,  /* without a key, and the cursor has come to where it was going */
	SETTLE_MS = 30, /* changes come in bursts: they are looked at once it is quiet */
	LOOK_MS = 1000, /* from one look to the next where changes can't be noticed */
	WHEEL_LINES = 3,
	EXIT_TROUBLE = 4
};

bool tui_possible(void)
{
	return term_possible();
}

static void click(struct planner *planner, const struct key *key)
{
	struct view *view = stack_top(&planner->stack);
	struct frame frame = {.tab = planner->stack.tab, .keys = &planner->keys};
	enum tab tab = frame_tab_at(&frame, planner->canvas.columns, key->row, key->column);

	if (tab != TAB_COUNT && !view->class->dialog)
		planner_go(planner, tab);
	else if (view->class->click != NULL)
		view->class->click(view, key->row, key->column);
}

/* The key that closed a dialog, pressed once too often or held, must not log the dose that was under the dialog. */
static bool twice(struct planner *planner, const struct view *view)
{
	struct outcome outcome = {.open = NULL};

	if (!planner->again || !view->class->can(view, ACTION_TAKE))
		return false;
	key_words_say(&planner->keys, &outcome,
		      "Nothing is logged: that was {take-planned} twice in a row. To log the "
		      "planned dose, move to it first");
	planner_say(planner, false, outcome.message);
	return true;
}

/* The machine slept, say: what the key was meant for is not what is under the cursor now. */
static bool slept(struct planner *planner)
{
	struct outcome outcome = {.open = NULL};

	if (!planner->late)
		return false;
	planner->last.kind = PRESS_NONE;
	key_words_say(&planner->keys, &outcome,
		      "Nothing is logged: time went by, and what you see is new. {take-planned} "
		      "again logs it");
	planner_say(planner, false, outcome.message);
	return true;
}

/* Text is never an action in a form, but for "!": it opens Help now even there, and can still be pasted. */
static void press(struct planner *planner, const struct key *key)
{
	struct view *view = stack_top(&planner->stack);
	enum action action = keymap_find(&planner->keys, view->class->scope, key);

	if (action == ACTION_TAKE && (slept(planner) || twice(planner, view)))
		return;
	if (action != ACTION_NONE)
		planner_act(planner, action);
	else if (view->class->type != NULL)
		view->class->type(view, planner->app, key);
}

/* Any key brings it back and does nothing else, but for the one that is urgent and the one that ends it. */
static void uncover(struct planner *planner, const struct key *key)
{
	enum action action = keymap_find(&planner->keys, SCOPE_TODAY, key);

	planner->hidden = false;
	if (planner->gate != NULL && action == ACTION_HELP_NOW)
		gate_show_help(planner->gate, planner->app);
	else if (planner->gate != NULL)
		planner->quit = action == ACTION_STOP;
	else if (action == ACTION_HELP_NOW || action == ACTION_STOP)
		planner_act(planner, action);
}

/* Not to be known counts as changed: the next load says why. */
static bool changed(struct planner *planner)
{
	int64_t version;
	struct err err;

	return !app_version(planner->app, &version, &err) || version != planner->version;
}

/* Before a key acts. Where changes are told of, the log is asked only after one. */
static void catch_up(struct planner *planner)
{
	bool told = watch_fd(planner->watch) >= 0;
	int64_t passed = app_now_wall(planner->app) - planner->shown;

	planner->late = passed > 1 || passed < 0;
	if (passed != 0) {
		planner_reload(planner);
		return;
	}
	if (told && !planner->news && !planner->trouble && !watch_take(planner->watch))
		return;
	planner->trouble = false;
	if (changed(planner))
		planner_reload(planner);
}

/* Nobody pressed anything for a while: the minute has turned, or another program may have written. */
static void look(struct planner *planner)
{
	if (planner->news)
		watch_take(planner->watch);
	planner->news = false;
	if (app_now_wall(planner->app) != planner->shown || changed(planner))
		planner_reload(planner);
	planner_warn(planner);
}

static bool rests(const struct planner *planner)
{
	const struct view *view = stack_top(&planner->stack);

	return !planner->hidden && planner->gate == NULL && view->class->waits != NULL &&
	       view->class->waits(view);
}

static void handle(struct planner *planner, const struct key *key)
{
	if (key->kind == PRESS_RESIZE || (key->kind == PRESS_NONE && key->pasted))
		return;
	if (key->kind == PRESS_NEWS) {
		planner->news = watch_take(planner->watch);
		return;
	}
	if (key->kind == PRESS_CLOSED) {
		planner->quit = true;
		return;
	}
	if (key->kind == PRESS_NONE && rests(planner)) {
		stack_top(&planner->stack)->class->rest(stack_top(&planner->stack));
		return;
	}
	if (key->kind == PRESS_NONE) {
		/* That news settled is no while: what the last key wrote is news as well. */
		if (!planner->news)
			planner->last = *key;
		/* Behind a gate nothing is looked at; what is new is seen once it opens. */
		planner->news = planner->news && planner->gate == NULL;
		if (planner->gate == NULL)
			look(planner);
		return;
	}
	planner->again = key_same(&planner->last, key);
	planner->last = *key;
	if (planner->hidden) {
		uncover(planner, key);
		return;
	}
	if (planner->gate != NULL) {
		planner_gate_key(planner, key);
		return;
	}
	planner_say(planner, false, "");
	catch_up(planner);
	if (planner->gate != NULL)
		return;
	if (key->kind == PRESS_CLICK) {
		click(planner, key);
	} else if (key->kind == PRESS_WHEEL) {
		for (int i = 0; i < WHEEL_LINES && stack_top(&planner->stack)->class->type == NULL;
		     i++)
			planner_act(planner, key->code == NAMED_UP ? ACTION_UP : ACTION_DOWN);
	} else {
		press(planner, key);
	}
}

/* To the next full minute, where a countdown changes. */
static int until_tick(const struct planner *planner)
{
	int64_t utc;
	int16_t offset;

	if (planner->clock.fixed && planner->clock.file == NULL)
		return TICK_MS;
	clock_now(&planner->clock, &utc, &offset);
	return TICK_MS - (int)(utc % 60) * 1000;
}

static bool ticks(const struct planner *planner)
{
	const struct view *view = stack_top(&planner->stack);

	return !planner->hidden && planner->gate == NULL && view->class->ticks != NULL &&
	       view->class->ticks(view);
}

/* A view that counts seconds is told what time it is, whoever woke the loop. */
static void tell_time(struct planner *planner)
{
	struct view *view = stack_top(&planner->stack);
	int64_t utc;
	int16_t offset;

	if (planner->gate != NULL || view->class->tick == NULL)
		return;
	clock_now(&planner->clock, &utc, &offset);
	view->class->tick(view, utc, offset);
}

static struct key next_key(const struct planner *planner)
{
	int fd = watch_fd(planner->watch), wait_ms = until_tick(planner);

	if (planner->news || planner->pasting)
		return term_read(planner->term, SETTLE_MS, -1);
	if (ticks(planner) && wait_ms > SECOND_MS)
		wait_ms = SECOND_MS;
	if (rests(planner) && wait_ms > REST_MS)
		wait_ms = REST_MS;
	return term_read(planner->term, fd < 0 && wait_ms > LOOK_MS ? LOOK_MS : wait_ms, fd);
}

/* A locked log is asked for nothing before it is open. */
static bool begin(struct planner *planner, struct err *err)
{
	if (app_is_locked(planner->app) && !app_has_key(planner->app)) {
		planner_shut(planner, GATE_OPEN);
		return true;
	}
	return app_version(planner->app, &planner->version, err) &&
	       stack_show(&planner->stack, TAB_TODAY, err);
}

static bool start(struct planner *planner, struct tui_options options, struct err *err)
{
	struct app_looks looks;
	struct term_options wanted = {.no_colour = options.no_colour};

	if (!app_open(planner->clock, &planner->app, err))
		return false;
	looks = app_looks(planner->app);
	/* Before the first load: its sentences have days and amounts in them. */
	style_choose(looks.style);
	wanted.light = looks.light;
	wanted.plain = options.plain || looks.plain;
	planner->watch = watch_new(app_watch_path(planner->app));
	planner->shown = app_now_wall(planner->app);
	planner->stack.app = planner->app;
	planner->stack.keys = &planner->keys;
	if (!begin(planner, err) || !term_open(wanted, &planner->term, err))
		return false;
	planner->wanted = (struct looks_wanted){.plain = options.plain, .ascii = options.ascii};
	if (term_notice(planner->term) != NULL)
		planner_say(planner, true, term_notice(planner->term));
	planner_take_settings(planner);
	planner_warn(planner);
	/* What can't be asked must not keep anyone from the rest. */
	if (planner->gate == NULL && app_is_new(planner->app) &&
	    !stack_open(&planner->stack, view_setup_new(), err))
		planner_say(planner, true, err->msg);
	return true;
}

static void finish(struct planner *planner)
{
	stack_free(&planner->stack);
	gate_free(planner->gate);
	canvas_free(&planner->canvas);
	term_close(planner->term);
	watch_free(planner->watch);
	app_close(planner->app);
}

int tui_run(struct clock clock, struct tui_options options)
{
	struct planner planner = {.clock = clock};
	struct err err;
	int ended_by;

	if (!start(&planner, options, &err)) {
		finish(&planner);
		err_tell(&err);
		return EXIT_TROUBLE;
	}
	while (!planner.quit) {
		struct key key;

		tell_time(&planner);
		if (!planner.pasting)
			planner_paint(&planner);
		key = next_key(&planner);
		planner.pasting = key.pasted;
		handle(&planner, &key);
	}
	ended_by = term_ended_by(planner.term);
	finish(&planner);
	if (planner.farewell[0] != '\0')
		puts(planner.farewell);
	/* Whoever sent the signal should see that it was the signal. */
	if (ended_by != 0)
		raise(ended_by);
	return 0;
}
