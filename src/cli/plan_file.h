/* SPDX-License-Identifier: MIT */
/*
 * Telling what is wrong with a plan file, wherever a command comes upon one.
 */
#ifndef PLAN_FILE_H
#define PLAN_FILE_H

#include "session.h"

#include "base/problems.h"

/*
 * Where there are mistakes, prints them to standard error under the file's path, which is found from the plan's name, and
 * makes err say what to do about them.
 */
void plan_file_tell(struct session *session, const char *name, const struct problems *problems,
		    struct err *err);

#endif
