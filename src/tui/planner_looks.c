/* SPDX-License-Identifier: MIT */
#include "planner_looks.h"

enum { BINDINGS_MAX = 128 };

void planner_looks(struct planner *planner)
{
	struct app_looks looks = app_looks(planner->app);

	style_choose(looks.style);
	if (planner->term == NULL)
		return;
	planner->canvas.plain = planner->wants_plain || looks.plain;
	planner->canvas.ascii = planner->wants_ascii || looks.ascii || term_ascii(planner->term);
	term_look(planner->term, looks.light, planner->canvas.plain);
}

void planner_bind_keys(struct planner *planner)
{
	struct keymap_binding bindings[BINDINGS_MAX];
	struct err err;
	size_t count = 0;

	keymap_default(&planner->keys);
	while (count < BINDINGS_MAX &&
	       app_key_binding(planner->app, count, &bindings[count].action, &bindings[count].keys))
		count++;
	if (!keymap_bind(&planner->keys, bindings, count, &err))
		planner_say(planner, true, err.msg);
}
