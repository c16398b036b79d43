/* SPDX-License-Identifier: MIT */
/*
 * Today for other programs: the keys are a promise.
 */
#ifndef TODAY_JSON_H
#define TODAY_JSON_H

#include "session.h"

#include "app/aftercare.h"
#include "app/guidance.h"
#include "app/today.h"

/* Adds the document to what is printed. */
void today_add_json(struct session *session, const struct today *today,
		    const struct readiness *readiness, const struct app_aftercare *after);

#endif
