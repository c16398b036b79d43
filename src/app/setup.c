/* SPDX-License-Identifier: MIT */
#include "app/setup.h"

#include <stdlib.h>
#include <string.h>

#include "app/settings.h"
#include "app_private.h"

static const char *const keys[] = {
	[SETUP_PRODUCT] = "product", [SETUP_UNIT] = "unit",       [SETUP_MEASURE] = "measure",
	[SETUP_TIMES] = "times",     [SETUP_COUNTRY] = "country",
};

const char *app_setup_key(enum setup_field field)
{
	return keys[field];
}

bool app_is_new(const struct app *app)
{
	char *settings = app_settings_path(app);
	bool is_new = !paths_exists(settings) && !paths_exists(app->paths.store);

	free(settings);
	return is_new;
}

bool app_setup_leave(struct app *app, struct err *err)
{
	bool copied;

	return !app_is_new(app) || app_settings_unset(app, keys[SETUP_PRODUCT], &copied, err);
}

static enum unit unit_of(const struct app *app, const struct setup_request *request)
{
	const char *text = request->texts[SETUP_UNIT];

	return text[0] != '\0' ? unit_from_text(text) : app->settings.unit;
}

static bool check_measure(const struct setup_request *request, enum unit unit, struct err *err)
{
	struct amount amount;

	if (!amount_read_in(request->texts[SETUP_MEASURE], unit, &amount, err))
		return err_wrap(err, "measure");
	if (amount.nano == 0)
		return err_set(err, ERR_INVALID,
			       "'measure' is 0; it is the smallest amount the scale can weigh");
	return true;
}

bool app_setup_check(struct app *app, const struct setup_request *request, enum setup_field field,
		     struct err *err)
{
	enum unit unit = unit_of(app, request);

	if (request->texts[field][0] == '\0')
		return true;
	if (field == SETUP_MEASURE && unit != app->settings.unit)
		return unit == UNIT_NONE || check_measure(request, unit, err);
	/* Another unit would be wrong beside what the scale measures, which is asked for anew. */
	if (field == SETUP_UNIT && unit != UNIT_NONE)
		return true;
	return app_settings_check(app, keys[field], request->texts[field], err);
}

static bool check_all(struct app *app, const struct setup_request *request, enum setup_field *wrong,
		      struct err *err)
{
	for (enum setup_field i = 0; i < SETUP_FIELD_COUNT; i++) {
		if (!app_setup_check(app, request, i, err)) {
			*wrong = i;
			return false;
		}
	}
	return true;
}

/* Only what is another than it was is written: a setting that nobody named stays the usual one. */
static bool keep(struct app *app, const char *key, const char *value, struct err *err)
{
	struct app_setting now;
	bool copied, same;

	if (!app_settings_get(app, key, &now, err))
		return false;
	same = value[0] == '\0' ? !now.is_set : strcmp(now.value, value) == 0;
	app_setting_free(&now);
	if (same)
		return true;
	return value[0] != '\0' ? app_settings_set(app, key, value, &copied, err)
				: app_settings_unset(app, key, &copied, err);
}

static bool keep_settings(struct app *app, const struct setup_request *request, struct err *err)
{
	bool copied;

	if (unit_of(app, request) != app->settings.unit && app->settings.measure.nano > 0 &&
	    !app_settings_unset(app, keys[SETUP_MEASURE], &copied, err))
		return false;
	for (enum setup_field i = 0; i < SETUP_FIELD_COUNT; i++) {
		if (!keep(app, keys[i], request->texts[i], err))
			return false;
	}
	return app_setup_leave(app, err);
}

bool app_setup(struct app *app, const struct setup_request *request, enum setup_field *wrong,
	       struct err *err)
{
	*wrong = SETUP_FIELD_COUNT;
	return check_all(app, request, wrong, err) && keep_settings(app, request, err) &&
	       app_safety_answer(app, request->safety, err);
}
