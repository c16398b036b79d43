/* SPDX-License-Identifier: MIT */
#include "doctor.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

struct check *doctor_check(struct doctor *doctor, const char *name, enum check_state state)
{
	struct checkup *checkup = doctor->checkup;
	struct check *check;

	checkup->checks = mem_grow(checkup->checks, &checkup->cap, checkup->count + 1,
				   sizeof(checkup->checks[0]));
	check = &checkup->checks[checkup->count++];
	*check = (struct check){.name = name, .state = state};
	return check;
}

void check_say(struct check *check, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(check->said, sizeof(check->said), fmt, args);
	va_end(args);
}

void check_todo(struct check *check, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(check->todo, sizeof(check->todo), fmt, args);
	va_end(args);
}

void checkup_free(struct checkup *checkup)
{
	free(checkup->checks);
	*checkup = (struct checkup)CHECKUP_INIT;
}
