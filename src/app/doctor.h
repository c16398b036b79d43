/* SPDX-License-Identifier: MIT */
/*
 * What the files of the check-up share. Each function adds a line, or several, to the check-up; with
 * mend it puts right what it can.
 */
#ifndef APP_DOCTOR_H
#define APP_DOCTOR_H

#include "app/care.h"
#include "app_private.h"
#include "store/care.h"

struct doctor {
	struct app *app;
	bool mend;
	struct checkup *checkup;
};

/* Adds a check in a state; its texts follow with check_say and check_todo. Borrowed until the next. */
struct check *doctor_check(struct doctor *doctor, const char *name, enum check_state state);
void check_say(struct check *check, const char *fmt, ...) PRINTF_LIKE(2, 3);
void check_todo(struct check *check, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The store: there, whole, and what is in it. */
void doctor_store(struct doctor *doctor);

/* Who else may read it, whose it is, and what lies about. */
void doctor_permissions(struct doctor *doctor);
void doctor_owner(struct doctor *doctor);
void doctor_leftovers(struct doctor *doctor);
void doctor_backups(struct doctor *doctor);

/* What taper reads besides the store. */
void doctor_settings(struct doctor *doctor);
void doctor_plans(struct doctor *doctor);
void doctor_guidance(struct doctor *doctor);
void doctor_own(struct doctor *doctor);
void doctor_data(struct doctor *doctor);
void doctor_zone(struct doctor *doctor);

#endif
