/* SPDX-License-Identifier: MIT */
/* The screens one goes to by a number, from one table: a row here makes the tab, its key and its view. */
#ifndef TABS_H
#define TABS_H

#include "view.h"

enum tab { TAB_TODAY, TAB_PLAN, TAB_HISTORY, TAB_CHECKIN, TAB_SUPPORT, TAB_GUIDE, TAB_COUNT };

struct tab_info {
	const char *name; /* "Today" */
	enum action go;   /* what opens it; its first key stands before the name */
	struct view *(*make)(void);
};

const struct tab_info *tab_info(enum tab tab);

/* The tab an action goes to, or TAB_COUNT. */
enum tab tab_of(enum action action);

#endif
