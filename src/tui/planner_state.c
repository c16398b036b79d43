/* SPDX-License-Identifier: MIT */
#include "planner.h"

#include <stdio.h>
#include <string.h>

#include "app/days.h"
#include "words.h"

void planner_say(struct planner *planner, bool failed, const char *text)
{
	snprintf(planner->message, sizeof(planner->message), "%.*s", MESSAGE_SIZE - 1,
		 failed ? words_said(text) : text);
	planner->failed = failed;
}

void planner_warn(struct planner *planner)
{
	const char *word = app_warning(planner->app);

	if (word == NULL)
		planner->warned[0] = '\0';
	if (word == NULL || strncmp(word, planner->warned, MESSAGE_SIZE - 1) == 0)
		return;
	snprintf(planner->warned, sizeof(planner->warned), "%.*s", MESSAGE_SIZE - 1, word);
	planner_say(planner, true, word);
}

void planner_shut(struct planner *planner, enum gate_for purpose)
{
	gate_free(planner->gate);
	planner->gate = gate_new(purpose);
	planner_say(planner, false, "");
}

void planner_reload(struct planner *planner)
{
	bool was_trouble = planner->trouble;
	struct err err;

	planner->shown = app_now_wall(planner->app);
	planner->trouble = !app_version(planner->app, &planner->version, &err) ||
			   !stack_reload(&planner->stack, &err);
	if (planner->trouble && err.code == ERR_LOCKED)
		planner_shut(planner, GATE_OPEN);
	else if (planner->trouble)
		planner_say(planner, true, err.msg);
	else if (was_trouble)
		planner_say(planner, false, "");
}
