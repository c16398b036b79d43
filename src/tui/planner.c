/* SPDX-License-Identifier: MIT */
#include "planner.h"

#include <stdio.h>
#include <string.h>

#include "app/log.h"
#include "app/today.h"
#include "app/undo.h"
#include "view_export.h"
#include "view_report.h"
#include "view_settings.h"
#include "view_setup.h"

/* A timer that runs is shown, and none begun beside it. */
static void open_view(struct planner *planner, struct view *view)
{
	struct err err;

	if (view->class->scope == SCOPE_URGE && stack_raise(&planner->stack, SCOPE_URGE)) {
		view_free(view);
		return;
	}
	if (!stack_open(&planner->stack, view, &err))
		planner_say(planner, true, err.msg);
}

/* One that is open already comes back to the top as it was. */
static void open_once(struct planner *planner, enum scope scope, struct view *(*make)(void))
{
	if (!stack_raise(&planner->stack, scope))
		open_view(planner, make());
}

void planner_go(struct planner *planner, enum tab tab)
{
	struct err err;

	if (!stack_show(&planner->stack, tab, &err))
		planner_say(planner, true, err.msg);
}

static void open_log(struct planner *planner)
{
	struct today today;
	struct dose dose;
	struct err err;
	char amount[AMOUNT_TEXT_SIZE] = "";
	bool any;

	if (!app_today(planner->app, &today, &err)) {
		planner_say(planner, true, err.msg);
		return;
	}
	if (today.has_next_dose && today.next_amount.nano > 0) {
		amount_with_unit(today.next_amount, today.unit, amount);
	} else if (!(today.has_plan && today.left.nano == 0) &&
		   app_last_dose(planner->app, &any, &dose, &err) && any) {
		amount_with_unit(dose.amount, dose.unit, amount);
		dose_free(&dose);
	}
	today_free(&today);
	open_view(planner, view_log_new(amount, "now"));
}

/* "u undoes it" behind what was said, with the key that does it here. */
static void add_hint(const struct planner *planner, struct outcome *outcome)
{
	struct key key = keymap_first(&planner->keys, outcome->hint);
	size_t len = strlen(outcome->message);
	char buf[KEY_TEXT_SIZE];

	if (outcome->hint_text != NULL)
		snprintf(outcome->message + len, MESSAGE_SIZE - len, ".  %s %s",
			 key_text(&key, buf), outcome->hint_text);
}

static void take_back(struct planner *planner, bool again)
{
	struct outcome outcome = {.open = NULL};
	char what[APP_WHAT_SIZE];
	struct err err;

	if (again ? !app_redo(planner->app, what, &err) : !app_undo(planner->app, what, &err)) {
		planner_say(planner, true, err.msg);
		return;
	}
	outcome_say(&outcome, "%s: %s", again ? "Done again" : "Undone", what);
	outcome_hint(&outcome, again ? ACTION_UNDO : ACTION_REDO,
		     again ? "undoes it" : "does it again");
	add_hint(planner, &outcome);
	planner_say(planner, false, outcome.message);
	planner_reload(planner);
}

/* Without a plan the Plan screen is that of choosing already. */
static void choose_plan(struct planner *planner)
{
	planner_go(planner, TAB_PLAN);
	if (stack_top(&planner->stack)->class->scope == SCOPE_PLAN)
		planner_act(planner, ACTION_NEW_PLAN);
}

static void obey(struct planner *planner, enum reply reply, struct outcome *outcome,
		 const struct err *err);

/* What was looked for last is remembered, so that nothing typed means the same again. */
static void find(struct planner *planner, const char *text, int by)
{
	struct view *view = stack_top(&planner->stack);
	struct outcome outcome = {.open = NULL};
	struct err err = {.code = ERR_NONE};

	if (view->class->find == NULL)
		return;
	if (text[0] != '\0' || view->class->sought != NULL)
		snprintf(planner->sought, sizeof(planner->sought), "%.*s", MESSAGE_SIZE - 1, text);
	if (planner->sought[0] != '\0' || view->class->sought != NULL)
		obey(planner,
		     view->class->find(view, planner->app, planner->sought, by, &outcome, &err),
		     &outcome, &err);
}

static void ask_for(struct planner *planner)
{
	const struct view *view = stack_top(&planner->stack);

	if (view->class->find != NULL)
		open_view(planner,
			  view_prompt_new(view->class->find_title, view->class->find_hint,
					  view->class->sought != NULL ? view->class->sought(view)
								      : ""));
}

static void switch_tab(struct planner *planner, enum action action)
{
	int by = action == ACTION_NEXT_TAB ? 1 : TAB_COUNT - 1;

	planner_go(planner, (enum tab)(((int)planner->stack.tab + by) % TAB_COUNT));
}

/* What works on more than one screen and changes what is open. */
static bool act_open(struct planner *planner, enum action action)
{
	if (tab_of(action) != TAB_COUNT)
		planner_go(planner, tab_of(action));
	else if (action == ACTION_NEXT_TAB || action == ACTION_PREVIOUS_TAB)
		switch_tab(planner, action);
	else if (action == ACTION_BACK)
		planner_go(planner, TAB_TODAY);
	else if (action == ACTION_LOG_DOSE)
		open_log(planner);
	else if (action == ACTION_NEW_PLAN)
		choose_plan(planner);
	else if (action == ACTION_SEARCH || action == ACTION_FILTER)
		ask_for(planner);
	else if (action == ACTION_CLOSE)
		stack_close(&planner->stack);
	else if (action == ACTION_SETUP)
		open_view(planner, view_setup_new());
	else if (action == ACTION_SETTINGS)
		open_view(planner, view_settings_new());
	else if (action == ACTION_EXPORT)
		open_view(planner,
			  view_export_new(planner->app,
					  planner->stack.tab == TAB_HISTORY ? "log" : "plan"));
	else if (action == ACTION_REPORT)
		open_view(planner, view_report_new());
	else if (action == ACTION_TYPE_WEEK)
		open_view(planner, view_week_new(app_today_day(planner->app)));
	else if (action == ACTION_IMPORT)
		open_view(planner, view_import_new());
	else if (action == ACTION_KEYS)
		open_view(planner,
			  view_keys_new(&planner->keys, stack_top(&planner->stack)->class->scope));
	else if (action == ACTION_HELP_NOW)
		open_once(planner, SCOPE_HELP, view_help_now_new);
	else if (action == ACTION_URGE)
		open_once(planner, SCOPE_URGE, view_urge_new);
	else if (action == ACTION_TOOLS)
		open_once(planner, SCOPE_COPE, view_cope_new);
	else if (action == ACTION_SIGNS)
		open_once(planner, SCOPE_SIGNS, view_signs_new);
	else if (action == ACTION_CHECK_IN)
		planner_go(planner, TAB_CHECKIN);
	else if (action == ACTION_JOURNAL)
		open_once(planner, SCOPE_JOURNAL, view_journal_new);
	else if (action == ACTION_WRITE_NOTE)
		open_view(planner, view_note_new(NULL));
	else
		return false;
	return true;
}

static void act_everywhere(struct planner *planner, enum action action)
{
	if (act_open(planner, action))
		return;
	if (action == ACTION_UNDO || action == ACTION_REDO)
		take_back(planner, action == ACTION_REDO);
	else if (action == ACTION_FIND_NEXT || action == ACTION_FIND_PREVIOUS)
		find(planner, "", action == ACTION_FIND_NEXT ? 1 : -1);
	else if (action == ACTION_HIDE)
		planner->hidden = true;
	else if (action == ACTION_REDRAW)
		term_redraw(planner->term);
	else if (action == ACTION_SUSPEND)
		term_suspend(planner->term);
	else if (action == ACTION_QUIT || action == ACTION_STOP)
		planner->quit = true;
}

/* A choice was made in a dialog: the view under it is told. */
static void hand_down(struct planner *planner, int choice)
{
	struct outcome outcome = {.open = NULL};
	struct err err = {.code = ERR_NONE};
	struct view *view;

	stack_close(&planner->stack);
	view = stack_top(&planner->stack);
	if (view->class->chosen != NULL)
		obey(planner, view->class->chosen(view, planner->app, choice, &outcome, &err),
		     &outcome, &err);
}

static void look_for(struct planner *planner, const char *text)
{
	stack_close(&planner->stack);
	find(planner, text, 1);
}

void planner_take_settings(struct planner *planner)
{
	struct err err;

	screen_looks(planner->app, planner->wanted, &planner->canvas, planner->term);
	if (!screen_keys(planner->app, &planner->keys, &err))
		planner_say(planner, true, err.msg);
}

static void obey(struct planner *planner, enum reply reply, struct outcome *outcome,
		 const struct err *err)
{
	add_hint(planner, outcome);
	if (outcome->message[0] != '\0')
		planner_say(planner, false, outcome->message);
	switch (reply) {
	case REPLY_IGNORED:
	case REPLY_DONE:
		break;
	case REPLY_SAVED:
		stack_close_dialogs(&planner->stack);
		planner_reload(planner);
		break;
	case REPLY_RELOAD:
		planner_reload(planner);
		break;
	case REPLY_CLOSE:
		stack_close(&planner->stack);
		break;
	case REPLY_FAILED:
		if (err->code == ERR_LOCKED)
			planner_shut(planner, GATE_OPEN);
		else
			planner_say(planner, true, err->msg);
		break;
	case REPLY_CHOSEN:
		hand_down(planner, outcome->choice);
		break;
	case REPLY_FIND:
		look_for(planner, outcome->typed);
		break;
	case REPLY_GO:
		planner_go(planner, (enum tab)outcome->choice);
		break;
	case REPLY_SET:
		stack_close_dialogs(&planner->stack);
		planner_take_settings(planner);
		planner_reload(planner);
		break;
	case REPLY_LOCK:
		planner_shut(planner, (enum gate_for)outcome->choice);
		break;
	case REPLY_QUIT:
		memcpy(planner->farewell, outcome->message, sizeof(planner->farewell));
		planner->quit = true;
		break;
	}
	if (outcome->open != NULL)
		open_view(planner, outcome->open);
}

void planner_act(struct planner *planner, enum action action)
{
	struct outcome outcome = {.open = NULL};
	struct err err = {.code = ERR_NONE};
	struct view *view = stack_top(&planner->stack);
	enum reply reply = view->class->act(view, planner->app, action, &outcome, &err);

	obey(planner, reply, &outcome, &err);
	if (reply == REPLY_IGNORED)
		act_everywhere(planner, action);
	planner_warn(planner);
}
