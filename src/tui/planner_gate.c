/* SPDX-License-Identifier: MIT */
#include "planner.h"

/* Behind a gate that did not open there is nothing to see. */
static void leave(struct planner *planner)
{
	bool all = gate_purpose(planner->gate) == GATE_OPEN;

	gate_free(planner->gate);
	planner->gate = NULL;
	planner->quit = planner->quit || all;
}

static void go_through(struct planner *planner)
{
	struct err err;
	bool fresh = stack_top(&planner->stack) == NULL;

	gate_free(planner->gate);
	planner->gate = NULL;
	if (!fresh)
		planner_reload(planner);
	else if (!stack_show(&planner->stack, TAB_TODAY, &err) ||
		 !app_version(planner->app, &planner->version, &err))
		planner_say(planner, true, err.msg);
}

void planner_gate_key(struct planner *planner, const struct key *key)
{
	enum gate_reply reply;

	if (key->kind == PRESS_CONTROL && key->code == 'z') {
		term_suspend(planner->term);
		return;
	}
	reply = gate_key(planner->gate, &planner->keys, key);
	if (reply == GATE_BUSY) {
		planner_paint(planner);
		reply = gate_work(planner->gate, planner->app);
	}
	if (reply == GATE_HELP)
		gate_show_help(planner->gate, planner->app);
	else if (reply == GATE_DONE)
		go_through(planner);
	else if (reply == GATE_LEFT)
		leave(planner);
}
