/* SPDX-License-Identifier: MIT */
/*
 * The days as the rules of readiness see them, gathered from the log, the diary and the plan in use.
 */
#ifndef APP_GUIDANCE_SIGNS_H
#define APP_GUIDANCE_SIGNS_H

#include "app_private.h"
#include "engine/readiness.h"

struct gathered {
	struct symptoms symptoms; /* owned; none where there is no check-in */
	struct sign_day *days;    /* owned; settled */
	size_t count;
	struct course course; /* owned */
	enum unit unit;
	int decimals;
};

#define GATHERED_INIT                                                                              \
	{                                                                                          \
		.symptoms = SYMPTOMS_INIT, .course = COURSE_INIT                                   \
	}

/* Days before the first that is judged: far enough for a long hold and the week before the cut it began after. */
enum { GUIDANCE_LOOK_BACK = 400 };

/* Which days are gathered: those before log_from without their doses, which can be very many. */
struct gather_days {
	struct day first, last, log_from;
};

/* The days to judge from first to last, with as many before them as rules can ask for. */
struct gather_days gather_days_to_judge(struct day first, struct day last);

/*
 * Every day from first to last (not before first), to be freed. A day before today has the next step that was planned that
 * day; today has the one planned now.
 */
MUST_USE bool guidance_gather(struct app *app, struct gather_days asked, struct gathered *gathered,
			      struct err *err);
void gathered_free(struct gathered *gathered);

/* Its days, borrowed. */
struct signs gathered_signs(const struct gathered *gathered);

/* The symptoms, with or without what the person's file changes; to be freed. ERR_FORMAT names the file. */
MUST_USE bool guidance_symptoms(struct app *app, bool with_own, struct symptoms *symptoms,
				struct err *err);

/* The rules in use, to be freed. ERR_FORMAT names the file. */
MUST_USE bool guidance_rules(struct app *app, struct rules *rules, struct err *err);

#endif
