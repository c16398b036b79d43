/* SPDX-License-Identifier: MIT */
/*
 * Looking after the log: a copy of it, the way back from one, and whether everything taper needs is
 * as it should be.
 */
#ifndef APP_CARE_H
#define APP_CARE_H

#include "app/app.h"

/* Copies the log to a file (0600), read back and found whole. ERR_NOT_FOUND where there is no log. */
MUST_USE bool app_backup(struct app *app, const char *path, bool replace, struct err *err);

/*
 * Puts a copy of the file in the place of the log; a name alone may be that of an automatic backup. *aside is where the log that was there is now,
 * to be freed; NULL where there was none. ERR_FORMAT where the file is no whole log of taper's.
 */
MUST_USE bool app_restore(struct app *app, const char *path, char **aside, struct err *err);

enum check_state {
	CHECK_OK,
	CHECK_MENDED, /* it was not as it should be, and is now */
	CHECK_WRONG,
};

/* One thing that was looked at. Texts may hold names of files as they are. */
struct check {
	const char *name; /* "permissions" */
	enum check_state state;
	char said[480]; /* what was found */
	char todo[240]; /* what to do about it; "" for nothing */
};

struct checkup {
	struct check *checks; /* owned */
	size_t count, cap;
	size_t wrong; /* of them */
};

#define CHECKUP_INIT                                                                               \
	{                                                                                          \
		.checks = NULL                                                                     \
	}

/*
 * Looks at everything, and with mend puts right what can be put right without losing anything: what
 * can be read of a damaged log goes into a new one, and the damaged one is put aside. To be freed.
 */
void app_doctor(struct app *app, bool mend, struct checkup *checkup);
void checkup_free(struct checkup *checkup);

#endif
