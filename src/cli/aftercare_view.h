/* SPDX-License-Identifier: MIT */
/* The time after the last step as text and JSON. */
#ifndef AFTERCARE_VIEW_H
#define AFTERCARE_VIEW_H

#include "session.h"

#include "app/aftercare.h"

/* Facts and a sentence; nothing where the last step is not behind. */
void aftercare_text(const struct session *session, const struct app_aftercare *after,
		    struct str *out);

/* An object, or null. */
void aftercare_json(struct json *json, const char *key, const struct app_aftercare *after);

#endif
