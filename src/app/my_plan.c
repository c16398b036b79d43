/* SPDX-License-Identifier: MIT */
#include "app/support.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "yaml/support.h"

#define OWN_FILE "support.yaml"

enum { PERCENT_ALL = 100 };

void my_plan_free(struct my_plan *mine)
{
	own_plan_free(&mine->plan);
	problems_free(&mine->problems);
	free(mine->path);
	mine->path = NULL;
}

bool app_my_plan(struct app *app, struct my_plan *mine, struct err *err)
{
	struct err trouble;

	*mine = (struct my_plan){.path = paths_join(app->paths.config, OWN_FILE)};
	if (support_own_read(mine->path, &mine->plan, &mine->problems, &trouble) ||
	    mine->problems.count > 0)
		return true;
	*err = trouble;
	return false;
}

bool app_if_then(struct app *app, const char *tag, struct str *out)
{
	const struct own_entry *entry;
	struct my_plan mine;
	struct err err;
	bool any = false;

	if (app_my_plan(app, &mine, &err)) {
		for (size_t i = 0; (entry = own_plan_entry(&mine.plan, OWN_IF_THEN, i)) != NULL;
		     i++) {
			if (strcmp(entry->head, tag) != 0)
				continue;
			str_addf(out, "%s%s%s%s", any ? "\n" : "", entry->detail,
				 entry->detail[0] != '\0' ? ": " : "", entry->text);
			any = true;
		}
	}
	my_plan_free(&mine);
	return any;
}

/* What it costs, in that currency; 0 where that is not known. */
static int64_t cost_of(const struct own_entry *goal, const char *currency)
{
	char named[MONEY_CURRENCY_SIZE];
	struct err none;
	int64_t milli;

	if (!money_read(goal->detail, &milli, named, &none))
		return 0;
	return named[0] == '\0' || strcmp(named, currency) == 0 ? milli : 0;
}

bool app_money_goal(struct app *app, const struct money_kept *kept, struct money_goal *goal)
{
	const struct own_entry *entry = NULL;
	struct my_plan mine;
	struct err ignored;

	*goal = (struct money_goal){.percent = -1};
	if (app_my_plan(app, &mine, &ignored))
		entry = own_plan_entry(&mine.plan, OWN_GOAL, 0);
	if (entry != NULL) {
		goal->entry = *entry;
		goal->cost_milli = cost_of(entry, kept->currency);
	}
	if (goal->cost_milli > 0 && kept->milli >= 0)
		goal->percent = kept->milli >= goal->cost_milli
					? PERCENT_ALL
					: (int)(kept->milli * PERCENT_ALL / goal->cost_milli);
	my_plan_free(&mine);
	return goal->entry.text[0] != '\0';
}

void app_money_goal_say(struct app *app, const struct money_kept *kept, struct str *out)
{
	char cost[MONEY_TEXT_SIZE];
	struct money_goal goal;

	if (!app_money_goal(app, kept, &goal))
		return;
	if (goal.percent < 0) {
		str_add(out, " for ");
		own_entry_words(&goal.entry, out);
		return;
	}
	money_text(goal.cost_milli, kept->currency, cost);
	if (goal.percent == PERCENT_ALL)
		str_addf(out, ", enough for %s (%s)", goal.entry.text, cost);
	else
		str_addf(out, ", %d %% of %s for %s", goal.percent, cost, goal.entry.text);
}
