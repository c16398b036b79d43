/* SPDX-License-Identifier: MIT */
/*
 * The first questions: whether they are due, and all their answers at once. What taper is and the safety questions are told
 * by app/safety.h, what each setting means by app/settings.h.
 */
#ifndef APP_SETUP_H
#define APP_SETUP_H

#include "app/safety.h"

/* True where there is neither a log nor a settings file. */
bool app_is_new(const struct app *app);

/* They were left: a settings file that sets nothing keeps them from coming by themselves again. */
MUST_USE bool app_setup_leave(struct app *app, struct err *err);

/* The settings that are asked for. */
enum setup_field {
	SETUP_PRODUCT,
	SETUP_UNIT,
	SETUP_MEASURE,
	SETUP_TIMES,
	SETUP_COUNTRY,
	SETUP_FIELD_COUNT
};

struct setup_request {
	const char *texts[SETUP_FIELD_COUNT]; /* as typed; "" for what is usual */
	const struct safety_reply *safety;
};

/* The key of a field's setting, as in app/settings.h. */
const char *app_setup_key(enum setup_field field);

/* Whether one text can be; what the scale measures is read in the unit asked for. ERR_INVALID says why not. */
MUST_USE bool app_setup_check(struct app *app, const struct setup_request *request,
			      enum setup_field field, struct err *err);

/*
 * Checks everything, then keeps all of it: the settings, then the answers, which hold for the product named. Where a text can't
 * be nothing is kept; *wrong is its field, or SETUP_FIELD_COUNT where something else did not work.
 */
MUST_USE bool app_setup(struct app *app, const struct setup_request *request,
			enum setup_field *wrong, struct err *err);

#endif
