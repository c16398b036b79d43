/* SPDX-License-Identifier: MIT */
#include "tabs.h"

#include <assert.h>

static const struct tab_info tabs[] = {
	[TAB_TODAY] = {.name = "Today", .go = ACTION_GO_TODAY, .make = view_today_new},
	[TAB_PLAN] = {.name = "Plan", .go = ACTION_GO_PLAN, .make = view_plan_new},
	[TAB_HISTORY] = {.name = "History", .go = ACTION_GO_HISTORY, .make = view_history_new},
	[TAB_CHECKIN] = {.name = "Check-in", .go = ACTION_GO_CHECKIN, .make = view_checkin_new},
	[TAB_SUPPORT] = {.name = "Support", .go = ACTION_GO_SUPPORT, .make = view_support_new},
	[TAB_GUIDE] = {.name = "Guide", .go = ACTION_GO_GUIDE, .make = view_guide_new},
};

static_assert(sizeof(tabs) / sizeof(tabs[0]) == TAB_COUNT, "every tab has its row");

const struct tab_info *tab_info(enum tab tab)
{
	assert(tab < TAB_COUNT);
	return &tabs[tab];
}

enum tab tab_of(enum action action)
{
	enum tab tab = 0;

	while (tab < TAB_COUNT && tabs[tab].go != action)
		tab++;
	return tab;
}
